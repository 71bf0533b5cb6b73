"""How the command line tells of a running night: bars on a terminal, plain lines in a pipe or a service's log.

Belongs here: the two reporters and the choice between them; both write to stderr, so that stdout stays the result.
Does not belong here: what is reported (the verbs in ``stages/``).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
)
from rich.text import Text

from orchestration.reporter import Reporter

T = TypeVar("T")

_LINE_EVERY_SECONDS = 10.0
_NAME_WIDTH = 22


class _CountColumn(ProgressColumn):
    """How many are done of how many."""

    def render(self, task: Task) -> Text:
        """Like ``62/254``; nothing for a step that counts nothing."""
        if task.total is None:
            return Text(f"{task.completed:,.0f}" if task.completed else "")
        return Text(f"{task.completed:,.0f}/{task.total:,.0f}", style="green")


class _PaceColumn(ProgressColumn):
    """How long a step takes and, once there is something to divide, how many things per second."""

    def render(self, task: Task) -> Text:
        """Like ``3.1 s   84/s``."""
        seconds = task.finished_time or task.elapsed or 0.0
        words = f"{seconds:6.1f} s"
        if task.completed >= 5 and seconds >= 0.2:
            rate = task.completed / seconds
            words += f"  {rate:,.0f}/s" if rate >= 10 else f"  {rate:.1f}/s"
        return Text(words, style="dim")


class _TrackingReporter:
    """What both reporters share: ``track`` in terms of start, advance and finish."""

    def track(self, items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
        """The same items; the step ends also when the reader stops early."""
        self.start(what, total)
        try:
            for item in items:
                yield item
                self.advance()
        finally:
            self.finish()

    def start(self, what: str, total: int | None = None) -> None:
        """See ``Reporter``."""
        raise NotImplementedError

    def advance(self, done: int = 1) -> None:
        """See ``Reporter``."""
        raise NotImplementedError

    def finish(self) -> None:
        """See ``Reporter``."""
        raise NotImplementedError


class BarReporter(_TrackingReporter):
    """Bars: finished ones stay with their count and time, those that counted nothing only while they run."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._open: list[TaskID] = []

    def start(self, what: str, total: int | None = None) -> None:
        """A new bar below the others."""
        self._open.append(self._progress.add_task(what, total=total))

    def advance(self, done: int = 1) -> None:
        """The newest bar moves."""
        if self._open:
            self._progress.advance(self._open[-1], done)

    def finish(self) -> None:
        """The newest bar stands still at its end; one that counted nothing goes."""
        if not self._open:
            return
        task = self._open.pop()
        known = self._progress.tasks[self._progress.task_ids.index(task)]
        if known.total is None and not known.completed:
            self._progress.remove_task(task)
        else:
            self._progress.update(task, total=known.completed or known.total, completed=known.completed or known.total)


@dataclass(slots=True)
class _Step:
    """A step that a LineReporter tells of."""

    what: str
    total: int | None
    began: float
    told: float
    done: int = 0


class LineReporter(_TrackingReporter):
    """One line when a step ends, and one every ten seconds while a long one runs."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._open: list[_Step] = []

    def start(self, what: str, total: int | None = None) -> None:
        """Remembers when the step began."""
        now = time.monotonic()
        self._open.append(_Step(what, total, now, now))

    def advance(self, done: int = 1) -> None:
        """Tells where the step stands, when nothing was told for long."""
        if not self._open:
            return
        step, now = self._open[-1], time.monotonic()
        step.done += done
        if now - step.told >= _LINE_EVERY_SECONDS:
            step.told = now
            of = f" of {step.total:,}" if step.total else ""
            self._tell(f"{step.what}: {step.done:,}{of} ({step.done / (now - step.began):,.0f}/s)")

    def finish(self) -> None:
        """Tells what the step did."""
        if self._open:
            step = self._open.pop()
            count = f"{step.done:,} in " if step.done else ""
            self._tell(f"{step.what}: {count}{time.monotonic() - step.began:.1f} s")

    def _tell(self, words: str) -> None:
        self._console.print(f"dateline: {words}")


class TellingConsole(Console):
    """A console on stderr whose listener may go (``dateline run 2>&1 | head``): then the night goes on in silence.

    Rich would end the program, from whichever thread happens to speak.
    """

    def on_broken_pipe(self) -> None:
        """Nothing is told any more."""
        self.quiet = True


@contextmanager
def open_reporter(*, keep: bool = True) -> Iterator[Reporter]:
    """Who is told of progress while the block runs. ``keep`` leaves finished bars on the screen."""
    console = TellingConsole(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    if not console.is_terminal or console.is_dumb_terminal or os.environ.get("CI"):
        yield LineReporter(console)
        return
    with Progress(
        SpinnerColumn(finished_text=" "),
        TextColumn(f"{{task.description:<{_NAME_WIDTH}}}"),
        BarColumn(bar_width=24),
        _CountColumn(),
        _PaceColumn(),
        console=console,
        transient=not keep,
    ) as progress:
        yield BarReporter(progress)
