"""How a running night tells what it does: a protocol, and the reporter that stays silent.

The command line brings bars (progress.py); Dagster shows metadata instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Reporter(Protocol):
    """Who is told of progress."""

    def track(self, items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
        """The same items, while a bar called ``what`` moves."""
        ...

    def start(self, what: str, total: int | None = None) -> None:
        """Something that takes long begins."""
        ...

    def advance(self, done: int = 1) -> None:
        """The thing that was started moves on."""
        ...

    def finish(self) -> None:
        """The thing that was started has ended."""
        ...


class SilentReporter:
    """Tells nobody."""

    def track(self, items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
        """The same items."""
        return iter(items)

    def start(self, what: str, total: int | None = None) -> None:
        """Nothing."""

    def advance(self, done: int = 1) -> None:
        """Nothing."""

    def finish(self) -> None:
        """Nothing."""
