"""How rows and words look on a terminal, in a pipe, as CSV or as JSON.

Belongs here: layout. Does not belong here: what is asked (the commands) and where rows come from (``report/answers``).
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import textwrap
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:  # `dateline try` prints no answers and need not load duckdb
    from orchestration.report.answers import Answer

_PIPE_WIDTH = 100_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"\s+|(?<=[^\W\d]-)(?=[^\W\d])")
_LONG_WORD, _NARROWEST = 14, 8


def open_screen(*, stderr: bool = False) -> Console:
    """The terminal; in a pipe, a page so wide that nothing is folded or cut."""
    screen = Console(stderr=stderr, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not screen.is_terminal and not os.environ.get("COLUMNS"):
        screen = Console(stderr=stderr, highlight=False, markup=False, emoji=False, width=_PIPE_WIDTH)
    return screen


def show_value(value: Any) -> str:
    """A value in a person's words: no null, no trailing zeros, nothing that could steer the terminal."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | Decimal):
        whole = f"{value:,.4f}".rstrip("0").rstrip(".")
        return whole or "0"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ", ".join(show_value(item) for item in value)
    return defuse(str(value))


def defuse(words: str) -> str:
    """The words without control characters: a release must not be able to steer the terminal that shows it."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", words)


def print_answer(screen: Console, answer: Answer, silence: str = "No rows.") -> None:
    """Rows as a table; as one record after the other when they are too wide to stand side by side."""
    if not answer.rows:
        screen.print(Text(silence, style="dim"))
        return
    cells = [[show_value(value) for value in row] for row in answer.rows]
    columns = [[defuse(name), *(row[i] for row in cells)] for i, name in enumerate(answer.columns)]
    for gap, longest_word in ((2, 99), (1, _LONG_WORD), (1, _NARROWEST)):
        widths = _share_width(columns, screen.width - gap * (len(columns) - 1), longest_word)
        if widths:
            put_table(screen, _lay_table(answer, cells, widths, gap))
            return
    _print_records(screen, answer.columns, cells)


def put_table(screen: Console, table: Table) -> None:
    """Prints a table; in a pipe without the blanks that fill its last column."""
    if screen.is_terminal:
        screen.print(table)
        return
    with screen.capture() as captured:
        screen.print(table)
    screen.file.write("".join(line.rstrip() + "\n" for line in captured.get().splitlines()))


def _share_width(columns: list[list[str]], room: int, longest_word: int) -> list[int] | None:
    """A width per column, in all not more than there is room; none when not even the words have room.

    Columns grow from their longest word on, the narrowest first, until each shows its cells whole or the room is used.
    """
    wanted = [max(cell_len(line) for cell in column for line in cell.split("\n")) for column in columns]
    widths = [
        min(longest_word, max((cell_len(word) for cell in column for word in _BREAKS.split(cell)), default=1) or 1)
        for column in columns
    ]
    spare = room - sum(widths)
    if spare < 0:
        return None
    while spare and (hungry := [i for i, width in enumerate(widths) if width < wanted[i]]):
        widths[min(hungry, key=lambda i: widths[i])] += 1
        spare -= 1
    return widths


def _lay_table(answer: Answer, cells: list[list[str]], widths: list[int], gap: int) -> Table:
    table = Table(box=None, padding=(0, gap, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    for i, (name, width) in enumerate(zip(answer.columns, widths, strict=True)):
        is_number = all(isinstance(row[i], int | float | Decimal | None) for row in answer.rows)
        is_truth = all(isinstance(row[i], bool | None) for row in answer.rows)
        side: Literal["left", "right"] = "right" if is_number and not is_truth else "left"
        table.add_column(Text(_break(defuse(name), width)), justify=side, width=width, overflow="fold")
    for row in cells:
        table.add_row(*(Text(_break(cell, width)) for cell, width in zip(row, widths, strict=True)))
    return table


def _break(words: str, width: int) -> str:
    """The words in lines, broken at spaces and hyphens."""
    lines = [textwrap.wrap(line, width) if cell_len(line) > width else [line] for line in words.split("\n")]
    return "\n".join("\n".join(line) for line in lines)


def _print_records(screen: Console, columns: Sequence[str], cells: list[list[str]]) -> None:
    edge = max(cell_len(name) for name in columns)
    for number, row in enumerate(cells, 1):
        screen.print(Text(f"-- {number} " + "-" * max(0, min(screen.width, 60) - len(str(number)) - 4), style="dim"))
        record = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
        record.add_column(min_width=edge, no_wrap=True, style="bold")
        record.add_column(overflow="fold")
        for name, cell in zip(columns, row, strict=True):
            record.add_row(Text(defuse(name)), Text(cell))
        screen.print(record)


def write_csv(answer: Answer) -> str:
    """Rows as CSV with a header; null is empty, lists are JSON."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow([_plain(value) if not isinstance(value, list | dict) else write_json(value) for value in row])
    return out.getvalue()


def write_rows_as_json(answer: Answer) -> str:
    """Rows as one JSON array of objects, one object per line."""
    lines = (write_json(dict(zip(answer.columns, row, strict=True))) for row in answer.rows)
    return "[" + ",\n ".join(lines) + "]\n"


def write_json(value: Any) -> str:
    """A value as JSON; dates as ISO text."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, int | float | str):
        return value
    return str(value)


def join_words(words: Iterable[str | None], between: str = ", ") -> str:
    """The words that are there, joined."""
    return between.join(word for word in words if word)
