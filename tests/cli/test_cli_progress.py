from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from rich.console import Console
from rich.progress import Progress

from orchestration import progress
from orchestration.progress import BarReporter, LineReporter, TellingConsole, open_reporter


def lines_of(out: io.StringIO) -> list[str]:
    return [line.rsplit(":", 1)[0] for line in out.getvalue().splitlines()]


def test_a_pipe_gets_a_line_per_step() -> None:
    out = io.StringIO()
    reporter = LineReporter(Console(file=out, width=80))
    assert list(reporter.track("abc", "parse", 3)) == ["a", "b", "c"]
    reporter.start("model")
    reporter.finish()
    assert lines_of(out) == ["dateline: parse", "dateline: model"]
    assert "3 in " in out.getvalue()


def test_a_long_step_tells_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    reporter = LineReporter(Console(file=out, width=80))
    now: Iterator[float] = iter([0.0, 4.0, 11.0, 12.0, 13.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(now))
    reporter.start("extract", 3)
    for _ in range(3):
        reporter.advance()
    reporter.finish()
    told = out.getvalue().splitlines()
    assert told[0] == "dateline: extract: 2 of 3 (0/s)"
    assert told[1:] == ["dateline: extract: 3 in 13.0 s"]


def test_a_reader_that_stops_early_ends_the_step() -> None:
    out = io.StringIO()
    reporter = LineReporter(Console(file=out, width=80))
    items = reporter.track(range(10), "parse", 10)
    next(items)
    next(items)
    items.close()
    assert "parse: 1 in" in out.getvalue()


def test_bars_stay_with_their_count_and_empty_ones_go() -> None:
    bars = Progress(console=Console(file=io.StringIO(), force_terminal=True), auto_refresh=False)
    reporter = BarReporter(bars)
    with bars:
        reporter.start("start")
        reporter.finish()
        list(reporter.track(range(4), "parse", 9))
        reporter.start("model", 5)
        reporter.advance(2)
    assert [(task.description, task.completed, task.total) for task in bars.tasks] == [("parse", 4, 4), ("model", 2, 5)]


def test_what_is_not_open_cannot_move() -> None:
    for reporter in (LineReporter(Console(file=io.StringIO())), BarReporter(Progress())):
        reporter.advance()
        reporter.finish()


def test_no_terminal_means_lines() -> None:
    with open_reporter() as reporter:
        assert isinstance(reporter, LineReporter)


class _Gone(io.StringIO):
    """A pipe whose reader has gone."""

    def write(self, text: str) -> int:
        raise BrokenPipeError(text)


def test_a_listener_that_has_gone_does_not_stop_the_night() -> None:
    reporter = LineReporter(TellingConsole(file=_Gone()))
    assert list(reporter.track([1, 2], "fetch")) == [1, 2]
    assert list(reporter.track([3], "parse")) == [3]
