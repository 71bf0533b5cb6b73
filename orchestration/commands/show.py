"""``dateline show``: all that the published file knows of one compound or company, oldest word first."""

from __future__ import annotations

import difflib
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.records import name_key
from orchestration.commands.endings import GOOD, NothingFoundError
from orchestration.commands.marked_text import STYLES
from orchestration.commands.screen import defuse, open_screen, print_answer, put_table, show_value
from orchestration.commands.show_queries import (
    COMPANY,
    COMPANY_DEALS,
    COMPANY_PROGRAMS,
    COMPANY_TIMELINE,
    COMPOUND,
    COMPOUND_DEALS,
    COMPOUND_PROGRAMS,
    COMPOUND_TIMELINE,
    NAMES,
    TRIALS,
)
from orchestration.commands.sql import open_published
from orchestration.report.answers import Answer, ask

_QUOTE_LIMIT = 400
_PARTS = {
    "compound": (("Programs", COMPOUND_PROGRAMS), ("Trials", TRIALS), ("Agreements", COMPOUND_DEALS)),
    "company": (("Programs", COMPANY_PROGRAMS), ("Agreements", COMPANY_DEALS)),
}
_HEADS = {"compound": (COMPOUND, COMPOUND_TIMELINE), "company": (COMPANY, COMPANY_TIMELINE)}


def show_name(name: str, home: Path | None) -> int:
    """Prints everything about each compound or company of that name.

    Raises:
        NothingFoundError: nobody has that name; the sentence gives the nearest ones.
    """
    screen = open_screen()
    with open_published(home) as connection:
        for number, (kind, identity, title) in enumerate(find_name(connection, name)):
            if number:
                screen.print()
            _print_entity(connection, screen, kind, identity, title)
    return GOOD


def find_name(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[str, str, str]]:
    """(kind, id, name) of everything with that name; compounds first, the most told of first.

    Raises:
        NothingFoundError: see ``show_name``.
    """
    known: dict[str, list[tuple[str, str, str]]] = {}
    spelled: dict[str, str] = {}
    rows = ask(connection, NAMES).rows
    for kind, identity, title, _, names in sorted(rows, key=lambda row: (row[0] != "compound", -(row[3] or 0))):
        for form in filter(None, names):
            spelled.setdefault(name_key(form), form)
            found = known.setdefault(name_key(form), [])
            if (kind, identity, title) not in found:
                found.append((kind, identity, title))
    wanted = name_key(name)
    if wanted in known:
        return known[wanted]
    raise NothingFoundError(_tell_nearest(name, wanted, spelled))


def _tell_nearest(name: str, wanted: str, spelled: dict[str, str]) -> str:
    inside = sorted((key for key in spelled if len(wanted) > 2 and wanted in key), key=len)
    near = [*inside[:4], *difflib.get_close_matches(wanted, spelled, n=4, cutoff=0.6)]
    shown = list(dict.fromkeys(spelled[key] for key in near))[:5]
    if shown:
        return f"No compound or company is called '{name}'; the nearest names are {', '.join(shown)}."
    return (
        f"No compound or company is called '{name}', and no name is near it: "
        '`dateline sql "select compound_name from pipeline"` lists the compounds.'
    )


def _print_entity(connection: duckdb.DuckDBPyConnection, screen: Console, kind: str, identity: str, title: str) -> None:
    head, timeline = _HEADS[kind]
    screen.print(Text.assemble((defuse(title), "bold"), (f"  {kind}", "dim")))
    _print_head(screen, ask(connection, head, {"id": identity}))
    for heading, query in _PARTS[kind]:
        answer = ask(connection, query, {"id": identity})
        if answer.rows:
            screen.print(Text(f"\n{heading}", style="bold"))
            print_answer(screen, answer)
    screen.print(Text("\nTimeline", style="bold"))
    told = ask(connection, timeline, {"id": identity})
    if not told.rows:
        screen.print(Text("No release states a fact of it.", style="dim"))
    for _, rows in groupby(told.rows, key=lambda row: row[1]):
        _print_release(screen, list(rows))


def _print_head(screen: Console, answer: Answer) -> None:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in zip(answer.columns, answer.rows[0] if answer.rows else (), strict=False):
        if value not in (None, ""):
            table.add_row(name, Text(show_value(value)))
    put_table(screen, table)


def _print_release(screen: Console, rows: list[tuple[Any, ...]]) -> None:
    day, _, headline, link = rows[0][:4]
    screen.print()
    _print_hanging(screen, Text(str(day or "no date"), style="bold"), Text(defuse(headline or "(no headline)")), 12)
    screen.print(Text(" " * 12 + defuse(link or ""), style="dim"), soft_wrap=True)  # a broken address opens nothing
    for quote, facts in groupby(rows, key=lambda row: row[6]):
        for kind, words in dict.fromkeys((row[4], row[5]) for row in facts):
            label = Text(" " * 12 + kind, style=STYLES.get(kind, "cyan"))
            _print_hanging(screen, label, Text(defuse(words)), 23)
        _print_hanging(screen, Text(""), Text(_shorten(quote), style="italic"), 23)


def _print_hanging(screen: Console, label: Text, words: Text, edge: int) -> None:
    """The words beside their label; their further lines stand under the first."""
    grid = Table.grid()
    grid.add_column(width=edge)
    grid.add_column(overflow="fold")
    grid.add_row(label, words)
    put_table(screen, grid)


def _shorten(quote: str | None) -> str:
    words = " ".join(defuse(quote or "").split())
    if len(words) > _QUOTE_LIMIT:
        words = words[:_QUOTE_LIMIT].rsplit(" ", 1)[0] + " ..."
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"
