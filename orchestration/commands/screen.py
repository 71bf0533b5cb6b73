"""How rows and words look on a terminal, in a pipe, as CSV or as JSON.

Belongs here: layout. Does not belong here: what is asked (the commands) and where rows come from (``report/answers``).
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from orchestration.report.answers import Answer

_PIPE_WIDTH = 100_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_GAP = 2
_NARROWEST = 10


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
    widths = [
        max(cell_len(name), *(max((cell_len(line) for line in row[i].split("\n")), default=0) for row in cells))
        for i, name in enumerate(answer.columns)
    ]
    least = sum(min(width, _NARROWEST) + _GAP for width in widths)
    if least > screen.width or sum(widths) + _GAP * len(widths) > 3 * screen.width:
        _print_records(screen, answer.columns, cells)
    else:
        screen.print(_lay_table(answer, cells, widths, screen.width))


def _lay_table(answer: Answer, cells: list[list[str]], widths: list[int], room: int) -> Table:
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    fits = sum(widths) + _GAP * len(widths) <= room
    for i, name in enumerate(answer.columns):
        numbers = all(isinstance(row[i], int | float | Decimal) or row[i] is None for row in answer.rows)
        is_number = numbers and not all(isinstance(row[i], bool | None) for row in answer.rows)
        keeps = fits or widths[i] <= _NARROWEST
        table.add_column(
            Text(defuse(name)),
            justify="right" if is_number else "left",
            no_wrap=keeps,
            min_width=min(widths[i], _NARROWEST),
            overflow="fold",
        )
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _print_records(screen: Console, columns: Sequence[str], cells: list[list[str]]) -> None:
    edge = max(cell_len(name) for name in columns)
    for number, row in enumerate(cells, 1):
        screen.print(Text(f"-- {number} " + "-" * max(0, min(screen.width, 60) - len(str(number)) - 4), style="dim"))
        record = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, show_header=False)
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
