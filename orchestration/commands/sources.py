"""``dateline sources`` and ``dateline collect``: what is declared, what answers, what was brought in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.settings import read_settings
from ingest.sources.edgar import EdgarListing
from ingest.sources.folder import FolderListing
from ingest.sources.registry import DEFAULT_SOURCES, Source, read_sources
from orchestration.commands.endings import FAILED, GOOD
from orchestration.commands.screen import defuse, open_screen, put_table
from orchestration.progress import open_reporter
from orchestration.stages.collect import check_sources, collect

_STYLES = {"ok": "green", "ok_empty": "green", "not_due": "dim", "gap_suspected": "yellow"}


def show_sources(home: Path | None) -> int:
    """Prints every source of the sources file."""
    settings = read_settings(home)
    table = _table("name", "kind", "on", "where")
    for source in read_sources(settings.sources_file):
        table.add_row(source.name, source.kind, "yes" if source.is_enabled else "-", Text(_place_of(source)))
    screen = open_screen()
    put_table(screen, table)
    screen.print(
        Text(f"\nFrom {settings.sources_file or DEFAULT_SOURCES}; DATELINE_SOURCES names another.", style="dim")
    )
    return GOOD


def check(names: tuple[str, ...], home: Path | None) -> int:
    """Prints what each source answers now; the exit code says whether one did not.

    Raises:
        SettingsError: a name or the sources file is wrong.
    """
    with open_reporter(keep=False) as reporter:
        rows = check_sources(read_settings(home), names, reporter)
    screen = open_screen()
    table = _table("name", "kind", "state", "items", "new")
    for row in rows:
        table.add_row(row["name"], row["kind"], _state(row["state"]), f"{row['items']:,}", f"{row['new']:,}")
    put_table(screen, table)
    for row in rows:
        _print_detail(screen, row)
    silent = [row["name"] for row in rows if not row["answers"]]
    words = (
        f"\n{len(silent)} of {len(rows)} do not answer." if silent else f"\nAll {len(rows)} answer; nothing was kept."
    )
    screen.print(Text(words, style="bold"))
    return FAILED if silent else GOOD


def collect_now(names: tuple[str, ...], home: Path | None) -> int:
    """Brings in what feeds and pages hold; prints one row per source.

    Raises:
        SettingsError: a name or the sources file is wrong.
        HomeUnusable: the home cannot be written.
    """
    with open_reporter(keep=False) as reporter:
        rows = collect(read_settings(home), names, reporter)
    screen = open_screen()
    table = _table("name", "state", "items", "new", "changed", "seconds")
    for row in rows:
        counts = (f"{row[name] or 0:,}" for name in ("item_count", "new_count", "changed_count"))
        table.add_row(row["source_name"], _state(row["state"]), *counts, f"{row['seconds'] or 0:.1f}")
    put_table(screen, table)
    new = sum(row["new_count"] or 0 for row in rows)
    screen.print(Text(f"\n{new:,} new in the archive; the next night reads them.", style="bold"))
    failed = any(row["state"] in ("failed", "blocked") for row in rows)
    for row in rows:
        if row.get("detail"):
            screen.print(Text(defuse(f"{row['source_name']}: {row['detail']}"), style="yellow"))
    return FAILED if failed else GOOD


def _print_detail(screen: Console, row: dict[str, Any]) -> None:
    if row["detail"]:
        screen.print(Text(defuse(f"\n{row['name']}: {row['detail']}"), style="yellow"))
    if row["would_fetch"]:
        screen.print(Text(f"\n{row['name']} would fetch"))
        for address in row["would_fetch"]:
            screen.print(Text(f"  {defuse(address)}", style="dim"))


def _place_of(source: Source) -> str:
    listing = source.listing
    if isinstance(listing, FolderListing):
        place = str(listing.path)
    elif isinstance(listing, EdgarListing):
        place = "SEC filings"
    else:
        place = listing.url
    return f"{place} (recorded)" if source.recording else place


def _state(state: str) -> Text:
    return Text(state, style=_STYLES.get(state, "bold red"))


def _table(*names: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for name in names:
        is_number = name in ("items", "new", "changed", "seconds")
        table.add_column(name, justify="right" if is_number else "left", overflow="fold", no_wrap=name != "where")
    return table
