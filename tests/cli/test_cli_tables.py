"""Rows on a screen, in a pipe, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from orchestration.commands.screen import defuse, print_answer, show_value, write_csv, write_rows_as_json
from orchestration.report.answers import Answer

DEALS = Answer(
    ["on", "company", "partner", "type", "compounds", "upfront (M$)", "total (M$)"],
    [
        (date(2020, 10, 20), "Northbridge", "Huadong Medicine", "license", "mirvetuximab soravtansine", 40.0, None),
        (date(2017, 5, 24), "Northbridge", "Debiopharm International", "codevelopment", "NB-529", 25.0, 1234.5),
    ],
)


def draw(answer: Answer, width: int) -> list[str]:
    out = io.StringIO()
    print_answer(Console(file=out, width=width, force_terminal=False, color_system=None), answer)
    return out.getvalue().splitlines()


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_table_keeps_to_its_screen(width: int) -> None:
    lines = draw(DEALS, width)
    assert max(map(len, lines)) <= width
    assert "".join(lines).replace(" ", "").count("Northbridge"[:8]) == 2


def test_columns_line_up() -> None:
    head, *rows = draw(DEALS, 140)
    assert {row.index("Northbridge") for row in rows} == {head.index("company")}
    assert [
        row[: head.index("total (M$)") + 10].rstrip().endswith(end)
        for row, end in zip(rows, ("40", "1,234.5"), strict=True)
    ] == [True, True]


def test_a_narrow_screen_breaks_between_words() -> None:
    assert not any("Debiop " in line or "armaceut" in line for line in draw(DEALS, 80))
    assert any(line.strip().startswith("soravtansine") or " soravtansine" in line for line in draw(DEALS, 80))


def test_rows_that_have_no_room_stand_as_records() -> None:
    wide = Answer([f"column_{n}" for n in range(20)], [tuple(range(20))])
    lines = draw(wide, 60)
    assert lines[0].startswith("-- 1 ")
    assert len(lines) == 21


def test_no_rows_are_told() -> None:
    assert draw(Answer(["a"], []), 80) == ["No rows."]


def test_a_release_cannot_steer_the_terminal() -> None:
    assert defuse("a\x1b[31mred\x9b2J\u202eback\nnext") == "a\ufffd[31mred\ufffd2J\ufffdback\nnext"
    assert "\x1b" not in "".join(draw(Answer(["\x1b[2J"], [("\x1b]0;title\x07",)]), 80))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "yes"),
        (0.0, "0"),
        (14000.0, "14,000"),
        (0.1, "0.1"),
        (Decimal("1.50"), "1.5"),
        (2024, "2024"),
        (date(2012, 3, 26), "2012-03-26"),
        (datetime(2012, 3, 26, 3), "2012-03-26 03:00:00"),
        (["a", None, "b"], "a, , b"),
    ],
)
def test_a_value_is_shown_as_people_write_it(value: Any, shown: str) -> None:
    assert show_value(value) == shown


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(st.text(max_size=60), st.integers(), st.text(max_size=20)), min_size=1, max_size=5),
    width=st.integers(min_value=40, max_value=200),
)
def test_no_text_breaks_the_layout(rows: list[tuple[str, int, str]], width: int) -> None:
    from rich.cells import cell_len  # noqa: PLC0415 - only this test measures cells

    answer = Answer(["first", "number", "last"], list(rows))
    assert all(cell_len(line) <= width for line in draw(answer, width))


def test_csv_is_read_back_as_it_was() -> None:
    rows = list(csv.reader(io.StringIO(write_csv(Answer(["a", "b"], [('x, "y"\nz', None), (["p", "q"], 1.5)])))))
    assert rows == [["a", "b"], ['x, "y"\nz', ""], ['["p", "q"]', "1.5"]]


def test_json_holds_one_object_per_row() -> None:
    text = write_rows_as_json(DEALS)
    assert json.loads(text)[1] == {
        "on": "2017-05-24",
        "company": "Northbridge",
        "partner": "Debiopharm International",
        "type": "codevelopment",
        "compounds": "NB-529",
        "upfront (M$)": 25.0,
        "total (M$)": 1234.5,
    }
    assert json.loads(write_rows_as_json(Answer(["a"], []))) == []
