"""What a host's robots.txt lets us read (RFC 9309), read once per host and day; with a ``home`` by all runs together.

4xx means that there are no rules. A robots.txt that cannot be reached means that we do not know them: the page is then
not asked now, which is a transient failure. Rules that we knew before stay good while the host is away.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import protego

from ingest.errors import SourceRefused, SourceUnavailable
from ingest.fetch.urls import redact

ROBOTS_BYTES = 512_000  # RFC 9309, 2.5 asks for at least 500 KiB; what comes behind is not read
_LASTS = timedelta(hours=24)
_UNREACHABLE_LASTS = timedelta(minutes=5)
_LONGEST_CRAWL_DELAY = 30.0
_HOSTS_KEPT = 2000


@dataclass(frozen=True, slots=True)
class _Known:
    rules: protego.Protego | None  # null: everything may be read
    until: datetime
    text: str | None = None
    failure: SourceUnavailable | None = None


class Robots:
    """The rules of every host asked so far. Thread-safe.

    ``fetch(url, is_local)`` gives status and body of a robots.txt, and raises SourceUnavailable for 5xx, 429 and
    everything that kept it from answering.
    """

    def __init__(
        self,
        agent: str,
        fetch: Callable[[str, bool], tuple[int, bytes]],
        now: Callable[[], datetime],
        home: Path | None = None,
    ) -> None:
        self._agent = agent
        self._fetch = fetch
        self._now = now
        self._home = home
        self._known: dict[tuple[str, bool], _Known] = {}
        self._locks: dict[tuple[str, bool], threading.Lock] = {}
        self._lock = threading.Lock()

    def check(self, url: httpx.URL, *, is_local: bool) -> float | None:
        """The seconds between two requests that the host asks for (at most 30), null when it asks for none.

        Raises:
            SourceRefused: the rules forbid this address to us.
            SourceUnavailable: the rules cannot be had now.
        """
        rules = self._rules(url, is_local=is_local)
        if rules is None:
            return None
        if not rules.can_fetch(str(url), self._agent):
            raise SourceRefused(
                f"robots.txt of {url.host} forbids {redact(str(url))}: ask the owner for permission, or take the "
                "source out of sources.yaml.",
                reason="robots",
            )
        delay = rules.crawl_delay(self._agent)
        return min(float(delay), _LONGEST_CRAWL_DELAY) if delay else None

    def _rules(self, url: httpx.URL, *, is_local: bool) -> protego.Protego | None:
        origin = str(url.copy_with(raw_path=b"/", fragment=None))
        key = (origin, is_local)
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
        with lock:
            known = self._known.get(key) or self._read_kept(*key)
            if known is None or not self._now() < known.until <= self._now() + _LASTS:
                known = self._read(f"{origin}robots.txt", known, is_local=is_local)
                self._keep(*key, known)
                with self._lock:
                    if len(self._known) >= _HOSTS_KEPT:
                        self._known.pop(next(iter(self._known)))
                    self._known[key] = known
        if known.failure is not None:
            raise SourceUnavailable(str(known.failure), "robots_unreachable", known.failure.retry_after)
        return known.rules

    def _read(self, url: str, before: _Known | None, *, is_local: bool) -> _Known:
        now = self._now()
        try:
            status, body = self._fetch(url, is_local)
        except SourceUnavailable as error:
            if before is not None and before.failure is None:
                return _Known(before.rules, now + _UNREACHABLE_LASTS, before.text)
            failure = SourceUnavailable(
                f"The rules for robots of this host cannot be had, so its pages are not asked: {error}",
                retry_after=error.retry_after,
            )
            return _Known(None, now + _UNREACHABLE_LASTS, failure=failure)
        text = body.decode("utf-8", "replace").lstrip("\ufeff") if status == 200 else None
        return _known(text, now + _LASTS)

    def _read_kept(self, origin: str, is_local: bool) -> _Known | None:
        """What an earlier run read; null when none did, or its file is damaged."""
        try:
            kept = json.loads(self._file(origin, is_local).read_bytes()) if self._home is not None else None
            return None if kept is None else _known(kept["text"], datetime.fromisoformat(kept["until"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _keep(self, origin: str, is_local: bool, known: _Known) -> None:
        if self._home is None or known.failure is not None:
            return
        path = self._file(origin, is_local)
        aside = path.with_suffix(f".{os.getpid()}.tmp")
        kept = {"origin": origin, "until": known.until.isoformat(), "text": known.text}
        # Not to have kept it costs the next run one request.
        with contextlib.suppress(OSError):
            self._home.mkdir(parents=True, exist_ok=True)
            aside.write_text(json.dumps(kept), encoding="utf-8")
            aside.replace(path)

    def _file(self, origin: str, is_local: bool) -> Path:
        assert self._home is not None
        name = hashlib.sha256(f"{is_local} {origin}".encode()).hexdigest()[:24]
        return self._home / f"{name}.robots"


def _known(text: str | None, until: datetime) -> _Known:
    return _Known(None if text is None else protego.Protego.parse(text), until, text)
