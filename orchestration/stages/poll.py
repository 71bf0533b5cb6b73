"""One poll of one source: what it counts, what it remembers for the next, and how its row in ``ops.source_runs`` reads.

Belongs here: the frame that all kinds share. Does not belong here: what a kind asks for (poll_*.py).

What was seen but not yet fetched is written down (``pending``) before the first page is asked for, and struck out only
when its bytes are in the archive: a run that is killed at any point leaves nothing behind that the next does not do.
"""

from __future__ import annotations

import dataclasses
import fcntl
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from ingest.errors import SourceRefused, SourceUnavailable
from ingest.fetch.archive import Archive
from ingest.fetch.client import Fetched, Validators
from ingest.records import ListingItem, QuarantinedItem, RawPage
from ingest.settings import Settings
from ingest.sources.registry import Source
from orchestration.night import refused_item
from orchestration.reporter import Reporter

AT_ONCE = 4
"""Pages of one source that are asked for at the same time; the client keeps each site's own pace below that."""
BLOCKED = frozenset({"bot_wall", "robots", "forbidden", "unauthorized"})
"""Reasons of SourceRefused that mean: the source is there and does not want us."""
WALL = "bot_wall"
"""Walls come and go: a page behind one is asked for again ..."""
PATIENCE = 3
"""... this many polls, before the excerpt is taken for good."""


class Client(Protocol):
    """What a poll needs of a client: the network's, or the recording's."""

    def get(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        is_local: bool = False,
        expects: str = "page",
        heed_robots: bool = True,
        per_second: float | None = None,
    ) -> Fetched:
        """The answer of one address."""
        ...


@dataclass(slots=True)
class Poll:
    """One poll at work. ``state`` is what the source's polls remember from one to the next."""

    source: Source
    client: Client
    archive: Archive
    settings: Settings
    night: str
    reporter: Reporter
    days: tuple[str | None, str | None] = (None, None)
    state: dict[str, Any] = field(default_factory=dict)
    item_count: int = 0
    new_count: int = 0
    changed_count: int = 0
    vanished_count: int = 0
    bytes: int = 0
    has_gap: bool = False
    had_gap: bool = False  # a collection since the last night found one
    has_failed: bool = False
    is_blocked: bool = False
    words: list[str] = field(default_factory=list)
    refused: list[QuarantinedItem] = field(default_factory=list)
    is_look: bool = False  # listings are read and compared, no page is fetched
    lock: Lock = field(default_factory=Lock)

    @property
    def pending(self) -> dict[str, dict[str, Any]]:
        """Items whose pages are still to be fetched, by address, as their fields."""
        pending: dict[str, dict[str, Any]] = self.state.setdefault("pending", {})
        return pending

    @property
    def tries(self) -> dict[str, int]:
        """How often a page behind a wall was asked for."""
        tries: dict[str, int] = self.state.setdefault("tries", {})
        return tries

    def ask(self, url: str, **options: Any) -> Fetched:
        """The answer of one address of this source; counts its bytes."""
        answer = self.client.get(url, is_local=self.source.is_local, **options)
        with self.lock:
            self.bytes += len(answer.body)
        return answer

    def save(self) -> None:
        """Writes down what the next poll must know."""
        self.archive.write_state(self.source.name, self.state)

    def take(self, page: RawPage, headers: dict[str, str] | None = None) -> None:
        """Puts a page into the archive, counted as new, as changed, or not at all when these bytes are there."""
        self.take_all([page], headers)

    def take_all(self, pages: Sequence[RawPage], headers: dict[str, str] | None = None) -> None:
        """Takes many pages, forced to the disk together."""
        known = {page.item.source_uri for page in pages if self.archive.knows(page.item.source_uri)}
        for page, is_new in zip(pages, self.archive.add_arrivals(pages, headers), strict=True):
            if is_new:
                self.changed_count += page.item.source_uri in known
                self.new_count += page.item.source_uri not in known
            known.add(page.item.source_uri)

    def refuse(self, source_uri: str, reason: str, detail: str) -> None:
        """Puts something that cannot be had into quarantine."""
        self.refused.append(refused_item(self.night, "fetch", reason, source_uri, detail))

    def note_trouble(self, error: SourceUnavailable | SourceRefused) -> None:
        """Remembers that the source did not answer as it should."""
        self.is_blocked |= isinstance(error, SourceRefused) and error.reason in BLOCKED
        self.has_failed = True
        if len(self.words) < 5:
            self.words.append(str(error))

    def row(self, night_id: str, seconds: float, not_due: bool = False) -> dict[str, Any]:
        """The line of the ledger ``source_runs``; ``detail`` says in words what went wrong."""
        state = "not_due" if not_due else self._state_word()
        return {
            "source_name": self.source.name,
            "night_id": night_id,
            "state": state,
            "item_count": self.item_count,
            "new_count": self.new_count,
            "changed_count": self.changed_count,
            "vanished_count": self.vanished_count,
            "bytes": self.bytes,
            "seconds": round(seconds, 3),
            "detail": " ".join(self.words) or None,
        }

    def _state_word(self) -> str:
        if self.is_blocked:
            return "blocked"
        if self.has_failed:
            return "failed"
        if self.has_gap or self.had_gap:
            return "gap_suspected"
        return "ok" if self.new_count or self.changed_count else "ok_empty"


def fetch_pending(poll: Poll, fetch_one: Callable[[Poll, ListingItem], list[tuple[RawPage, dict[str, str]]]]) -> None:
    """Fetches all pending items, a few at once; those that do not come this time stay pending.

    ``fetch_one`` runs in a thread of its own and gives the pages of one item; its errors say whether to try again.
    """
    items = [decode_item(fields) for fields in poll.pending.values()]
    if not items or poll.is_look:
        return
    poll.reporter.start(f"fetch {poll.source.name}", len(items))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for start in range(0, len(items), AT_ONCE * 4):
            batch = items[start : start + AT_ONCE * 4]
            asked = [(item, pool.submit(fetch_one, poll, item)) for item in batch]
            for item, answer in asked:
                _settle(poll, item, answer)
                poll.reporter.advance()
            poll.save()
    poll.reporter.finish()


def _settle(poll: Poll, item: ListingItem, answer: Future[list[tuple[RawPage, dict[str, str]]]]) -> None:
    try:
        for page, headers in answer.result():
            poll.take(page, headers)
    except SourceUnavailable as error:
        poll.note_trouble(error)
        return
    except SourceRefused as error:
        if error.reason in BLOCKED:
            poll.note_trouble(error)
        if error.reason == WALL and _count_try(poll, item) < PATIENCE:
            return
        _take_excerpt(poll, item, error)
    del poll.pending[item.source_uri]


def _count_try(poll: Poll, item: ListingItem) -> int:
    poll.tries[item.source_uri] = poll.tries.get(item.source_uri, 0) + 1
    return poll.tries[item.source_uri]


def _take_excerpt(poll: Poll, item: ListingItem, error: SourceRefused) -> None:
    """What the listing printed stands in for a page that will never come; without it, quarantine tells."""
    if item.excerpt_html:
        poll.take(excerpt_page(poll, item))
    else:
        poll.refuse(item.source_uri, error.reason, str(error))


def excerpt_page(poll: Poll, item: ListingItem) -> RawPage:
    """The item's own excerpt as a page."""
    body = (item.excerpt_html or item.title or "").encode()
    return RawPage(item, body, "text/html", "utf-8", poll.settings.now(), poll.night, is_excerpt=True)


def page_of(poll: Poll, item: ListingItem, answer: Fetched) -> RawPage:
    """The answer to an item's address as a page of the night."""
    return RawPage(item, answer.body, answer.media_type, answer.charset, answer.fetched_at, poll.night)


def encode_item(item: ListingItem) -> dict[str, Any]:
    """An item as JSON can hold it."""
    fields = {f.name: getattr(item, f.name) for f in dataclasses.fields(item)}
    when = item.published_at
    return {k: v for k, v in {**fields, "published_at": when.isoformat() if when else None}.items() if v is not None}


def decode_item(fields: dict[str, Any]) -> ListingItem:
    """The item that ``encode_item`` wrote."""
    when = fields.get("published_at")
    return ListingItem(**{**fields, "published_at": datetime.fromisoformat(when) if when else None})


def is_due(poll: Poll) -> bool:
    """Whether the source may be asked again; what is pending is always due."""
    last = poll.state.get("polled_at")
    if not last or poll.pending:
        return True
    return poll.settings.now() - datetime.fromisoformat(last) >= timedelta(hours=poll.source.every_hours)


@contextmanager
def take_turn(archive_home: Path, source_name: str, *, wait: bool) -> Iterator[bool]:
    """Whether this source is ours while the block runs: a night and a collection that meet poll it one after the other.

    Released by the system when the process dies. Without ``wait`` the answer is false when somebody polls it now.
    """
    folder = archive_home / "archive" / "polls"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{source_name}.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            yield False
            return
        yield True


class Stopwatch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def seconds(self) -> float:
        """Seconds so far."""
        return time.monotonic() - self._start
