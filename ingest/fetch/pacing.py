"""When the next request to a site may start: its rate, its open requests, and the rest it asked for.

A site is a registrable domain, not a host: the limit of one operator covers www and data together. With a ``home`` the
rate holds across all processes of the machine too (one small locked file per site).
"""

from __future__ import annotations

import fcntl
import hashlib
import ipaddress
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import HomeUnusable, SourceUnavailable
from ingest.fetch.limits import Limits

_SECOND_LEVELS = frozenset(
    {"ac", "co", "com", "edu", "gov", "net", "or", "org"}
)  # 'example.co.uk' is the site, not 'co.uk'
_LONGEST_REST_SECONDS = 86_400.0  # a Retry-After of years must not close a site to a process that runs for months
_NONSENSE_SECONDS = 3600.0  # a slot further ahead than this is a changed clock, not a queue


def site_of(host: str) -> str:
    """The site that a host belongs to: its last two labels (three under 'co.uk' and its like), or the address itself."""
    name = host.lower().rstrip(".")
    try:
        return str(ipaddress.ip_address(name.strip("[]")))
    except ValueError:
        labels = name.split(".")
    takes = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVELS else 2
    return ".".join(labels[-takes:])


class Pacer:
    """Hands out turns. Thread-safe; ``sleep`` is given so that tests do not wait."""

    def __init__(self, limits: Limits, sleep: Callable[[float], None], home: Path | None = None) -> None:
        self._limits = limits
        self._sleep = sleep
        self._home = home
        self._lock = threading.Lock()
        self._gates: dict[str, threading.BoundedSemaphore] = {}
        self._next: dict[str, float] = {}
        self._rest: dict[str, float] = {}

    @contextmanager
    def turn(self, host: str, per_second: float) -> Iterator[None]:
        """Holds one of the site's places while the block runs, started no sooner than the rate allows.

        Raises:
            SourceUnavailable: the site asked for a rest that is longer than a run waits.
        """
        site = site_of(host)
        with self._lock:
            gate = self._gates.setdefault(site, threading.BoundedSemaphore(self._limits.at_once))
        with gate:
            self._wait(site, per_second)
            yield

    def postpone(self, host: str, seconds: float) -> None:
        """Lets nobody ask the site for so many seconds: what one thread was told holds for all of them."""
        site = site_of(host)
        with self._lock:
            self._rest[site] = max(self._rest.get(site, 0.0), time.monotonic() + min(seconds, _LONGEST_REST_SECONDS))

    def _wait(self, site: str, per_second: float) -> None:
        with self._lock:
            rest = self._rest.get(site, 0.0) - time.monotonic()
        if rest > self._limits.longest_wait_seconds:
            raise SourceUnavailable(
                f"{site} asked to be left alone for another {rest:.0f} seconds; the next run asks again.",
                reason="asked_to_wait",
                retry_after=rest,
            )
        gap = 1.0 / per_second
        slot = self._own_slot(site, gap) if self._home is None else self._shared_slot(self._home, site, gap)
        wait = max(rest, slot)
        if wait > 0:
            self._sleep(wait)

    def _own_slot(self, site: str, gap: float) -> float:
        with self._lock:
            now = time.monotonic()
            start = max(now, self._next.get(site, 0.0))
            self._next[site] = start + gap
        return start - now

    def _shared_slot(self, home: Path, site: str, gap: float) -> float:
        # A hash, because a host is a stranger's word and no file name.
        path = home / f"{hashlib.sha256(site.encode()).hexdigest()[:24]}.next"
        try:
            home.mkdir(parents=True, exist_ok=True)
            with path.open("a+") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                file.seek(0)
                now = time.time()
                start = _earliest(file.read(), now)
                file.seek(0)
                file.truncate()
                file.write(f"{start + gap:.6f}")
                file.flush()
        except OSError as error:
            raise HomeUnusable(f"Cannot write {path}: {error.strerror}; free space or mend the permissions.") from error
        return start - now


def _earliest(written: str, now: float) -> float:
    try:
        start = float(written)
    except ValueError:
        return now
    return start if now < start < now + _NONSENSE_SECONDS else now
