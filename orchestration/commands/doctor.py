"""``dateline doctor``: what is missing or misconfigured, each with the one command that mends it.

A check is a function of the settings that gives findings; it never raises for what it looks at.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

import duckdb
from rich.table import Table
from rich.text import Text

from ingest.errors import SettingsError
from ingest.settings import PROJECT_FOLDER, Settings, has_fixed_clock, read_settings
from ingest.sources.registry import DEFAULT_SOURCES, Source, read_sources
from orchestration.commands.endings import FAILED, GOOD
from orchestration.commands.screen import open_screen, put_table
from orchestration.home import Home
from orchestration.ledger import read_lines
from orchestration.lock import read_holder
from orchestration.night import last_build
from orchestration.report.answers import ask, open_readonly

_STALE = timedelta(hours=36)
_LEAST_BYTES = 2_000_000_000
_STYLES = {"good": "green", "note": "yellow", "fault": "bold red"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found. ``mend`` is the command, or the words, that mend a fault; notes are no faults."""

    state: Literal["good", "note", "fault"]
    what: str
    words: str
    mend: str | None = None


def examine(home: Path | None) -> int:
    """Prints every finding; the exit code says whether there is a fault."""
    findings = list(find_everything(home))
    screen = open_screen()
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        words = Text(finding.words)
        if finding.mend:
            words.append(f"\n-> {finding.mend}", style="bold")
        table.add_row(Text(finding.state, style=_STYLES[finding.state]), finding.what, words)
    put_table(screen, table)
    faults = sum(finding.state == "fault" for finding in findings)
    screen.print(Text(f"\n{faults} to mend." if faults else "\nNothing to mend.", style="bold"))
    return FAILED if faults else GOOD


def find_everything(home: Path | None) -> Iterator[Finding]:
    """All findings in the order in which a person would mend them."""
    yield check_python()
    yield check_packages(PROJECT_FOLDER / "requirements.lock")
    try:
        settings = read_settings(home)
    except SettingsError as error:
        yield Finding("fault", "settings", str(error))
        return
    for check in _CHECKS:
        yield from check(settings)


def check_python() -> Finding:
    """Whether this Python is one that the locked packages support."""
    here = f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}"
    if (3, 11) <= sys.version_info[:2] <= (3, 13):
        return Finding("good", "Python", here)
    return Finding("fault", "Python", f"{here}; 3.11, 3.12 or 3.13 is needed.", "make setup PYTHON=/path/to/python3.12")


def check_packages(lock: Path) -> Finding:
    """Whether exactly the locked packages are installed."""
    if not lock.exists():
        return Finding("note", "packages", f"There is no {lock.name} to compare with: this is no clone.")
    wrong = []
    pins = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)(.*)$", lock.read_text(encoding="utf-8"), re.M)
    for name, wanted, condition in pins:
        try:
            found = version(name)
        except PackageNotFoundError:
            found = "missing"
        if found != wanted and ";" not in condition:  # a condition: only for other systems or Pythons
            wrong.append(f"{name} {found}, locked {wanted}")
    if wrong:
        more = f" and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        return Finding("fault", "packages", f"{'; '.join(wrong[:3])}{more}.", "rm -rf .venv && make setup")
    return Finding("good", "packages", f"{len(pins)} as locked")


def check_clock(settings: Settings) -> Iterator[Finding]:
    """Which night it is."""
    night = settings.tonight()
    if has_fixed_clock():
        yield Finding(
            "note", "clock", f"DATELINE_NOW holds it at {settings.now():%Y-%m-%d %H:%M} UTC.", "unset DATELINE_NOW"
        )
    else:
        yield Finding("good", "clock", f"tonight is {night} ({settings.time_zone})")


def check_home(settings: Settings) -> Iterator[Finding]:
    """Whether the home can be written, and what a killed or running night left in it."""
    home = Home(settings.home)
    if not home.path.exists():
        yield Finding("note", "home", f"{home.path} does not exist yet.", "dateline run")
        return
    if not home.path.is_dir() or not os.access(home.path, os.W_OK | os.X_OK):
        words = f"{home.path} cannot be written."
        yield Finding("fault", "home", words, f"chmod -R u+rwX {home.path}, or name another with DATELINE_HOME")
        return
    yield Finding("good", "home", str(home.path))
    holder = read_holder(home.path)
    if holder is not None:
        yield Finding("note", "running", f"process {holder.get('pid', '?')} is {holder.get('note', 'at work')}.")
    elif home.running.exists() or any(home.published.glob(".building-*")):
        words = "A run was killed; what it left is thrown away and taken up by the next one."
        yield Finding("note", "half-written", words, "dateline run")


def check_disk(settings: Settings) -> Iterator[Finding]:
    """Whether there is room for another night."""
    place = next(path for path in (settings.home, *settings.home.parents) if path.exists())
    free = shutil.disk_usage(place).free
    if free < _LEAST_BYTES:
        words = f"{free / 1e9:.1f} GB free at {place}; a night wants {_LEAST_BYTES / 1e9:.0f} GB."
        yield Finding("fault", "disk", words, f"make room on the disk of {place}")
    else:
        yield Finding("good", "disk", f"{free / 1e9:,.0f} GB free")


def check_sources(settings: Settings) -> Iterator[Finding]:
    """Whether the sources file reads, and whether EDGAR knows whom to write to."""
    file = settings.sources_file or DEFAULT_SOURCES
    try:
        sources = read_sources(settings.sources_file)
    except SettingsError as error:
        yield Finding("fault", "sources", str(error))
        return
    chosen = [source for source in sources if source.is_enabled]
    yield Finding("good" if chosen else "note", "sources", f"{len(chosen)} of {len(sources)} are on in {file}")
    if settings.contact:
        yield Finding("good", "contact", settings.contact)
    elif any(_asks_sec(source) for source in chosen):
        words = "EDGAR wants to know who asks, and DATELINE_CONTACT is not set: its sources stay off."
        yield Finding("fault", "contact", words, "export DATELINE_CONTACT=you@example.com")
    else:
        words = "DATELINE_CONTACT is not set; EDGAR needs it, the sources that are on do not."
        yield Finding("note", "contact", words)


def check_published(settings: Settings) -> Iterator[Finding]:
    """Whether readers have a file, how old its night is, and how the last run ended."""
    home = Home(settings.home)
    nights = read_lines(home.ledger("nights"))
    last = nights[-1] if nights else {}
    if last and last.get("state") != "published":
        why = last.get("failure") or "no reason noted"
        words = f"The last run, of {last.get('night')}, ended as {last.get('state')}: {why}"
        yield Finding("fault", "last run", words, f"dateline run --home {home.path}")
    kept = last_build(home, nights)
    if kept and not home.latest.is_dir():
        words = f"{home.latest} is gone, and with it what the last good file remembers."
        yield Finding("fault", "published", words, f"ln -sfn {kept} '{home.latest}'")
        return
    if not home.published_file.exists():
        yield Finding("note", "published", "Nothing is published yet.", "dateline run")
        return
    try:
        with open_readonly(home.published_file) as connection:
            row = ask(connection, "select max(night), max(ended_at) from ops.nights where state = 'published'").rows[0]
            releases = ask(connection, "select count(*) from marts.dim_releases where is_current").rows[0][0]
    except duckdb.Error as error:
        words = f"{home.published_file} cannot be read ({str(error).splitlines()[0]})."
        yield Finding("fault", "published", words, "dateline replay")
        return
    words = f"{home.published_file}: {releases:,} releases, last good night {row[0] or 'unknown'}"
    ended: datetime | None = row[1]
    if ended and settings.now() - ended > _STALE:
        days = (settings.now() - ended).days
        yield Finding("note", "published", f"{words}, {days} days ago.", "dateline run")
    else:
        yield Finding("good", "published", words)


def _asks_sec(source: Source) -> bool:
    return source.kind == "edgar" and source.recording is None


_CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    check_clock,
    check_home,
    check_disk,
    check_sources,
    check_published,
)
