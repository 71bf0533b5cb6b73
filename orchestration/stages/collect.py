"""Between two nights: feeds and news pages -> the archive, for the next night to read; and a look that fetches nothing.

A feed holds only its newest few dozen items, so one poll a night loses releases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, timedelta
from itertools import compress
from typing import Any
from zoneinfo import ZoneInfo

from ingest.fetch.archive import Archive
from ingest.records import RawPage
from ingest.settings import Settings
from ingest.sources.registry import Source, choose_sources, read_sources
from orchestration.home import Home
from orchestration.reporter import Reporter, SilentReporter
from orchestration.stages.collected import note_collected
from orchestration.stages.fetch import Arrivals, network, open_poll, poll_once
from orchestration.stages.poll import Poll, Stopwatch, is_due, take_turn

NIGHT_HOUR = 3
"""The hour at which the night runs; what comes later belongs to the next one."""
COLLECTED_KINDS = ("rss", "page")
"""EDGAR and folders lose nothing by waiting for the night."""
SHOWN = 5


def collect(settings: Settings, names: Iterable[str] = (), reporter: Reporter | None = None) -> list[dict[str, Any]]:
    """One row per source polled, in the shape of ``ops.source_runs`` (``night_id`` is the night that will read it).

    Without names: all enabled feeds and pages. Runs beside a night: a source that is being polled is 'not_due' here.

    Raises:
        SettingsError: a name or the sources file is wrong.
        HomeUnusable: the home cannot be written.
    """
    names = tuple(names)
    chosen = choose_sources(read_sources(settings.sources_file), names)
    chosen = [source for source in chosen if names or source.kind in COLLECTED_KINDS]
    home = Home(settings.home).prepare()
    arrivals = Arrivals(settings, Archive(home.path), next_night(settings), reporter or SilentReporter())
    rows = []
    with network(settings) as client:
        for source in chosen:
            watch = Stopwatch()
            with take_turn(home.path, source.name, wait=False) as is_ours:
                poll = open_poll(arrivals, source, client)
                is_polled = is_ours and (bool(names) or is_due(poll))
                if is_polled:
                    poll_once(poll)
                    note_collected(poll)
                rows.append(poll.row(arrivals.night, watch.seconds(), not_due=not is_polled))
    return rows


def next_night(settings: Settings) -> str:
    """The ISO date of the night that comes next: today's before three o'clock, else tomorrow's."""
    local = settings.now().replace(tzinfo=UTC).astimezone(ZoneInfo(settings.time_zone))
    day = local.date() if local.hour < NIGHT_HOUR else local.date() + timedelta(days=1)
    return day.isoformat()


def check_sources(
    settings: Settings, names: Iterable[str] = (), reporter: Reporter | None = None
) -> list[dict[str, Any]]:
    """One row per source: what answers, how many items it offers, how many are new, what would be fetched.

    Keys: name, kind, is_enabled, state (as in ``ops.source_runs``), answers, items, new, would_fetch (the first
    addresses), detail (what is wrong and the way out). Listings are really asked; no page is fetched, nothing is kept.
    Without names: all enabled sources.
    """
    chosen = choose_sources(read_sources(settings.sources_file), names)
    arrivals = Arrivals(settings, _Look(Archive(settings.home)), next_night(settings), reporter or SilentReporter())
    rows = []
    with network(settings) as client:
        for source in arrivals.reporter.track(chosen, "check sources", len(chosen)):
            poll = open_poll(arrivals, source, client)
            poll.is_look = True
            poll.state.pop("validators", None)
            poll_once(poll)
            rows.append(_look_row(source, poll))
    return rows


def _look_row(source: Source, poll: Poll) -> dict[str, Any]:
    offered = [*poll.pending, *getattr(poll.archive, "offered", [])]
    row = poll.row("", 0.0)
    return {
        "name": source.name,
        "kind": source.kind,
        "is_enabled": source.is_enabled,
        "state": "ok" if row["state"] == "ok_empty" and offered else row["state"],
        "answers": not (poll.has_failed or poll.is_blocked),
        "items": poll.item_count,
        "new": len(offered),
        "would_fetch": offered[:SHOWN],
        "detail": row["detail"],
    }


class _Look(Archive):
    """An archive that is only looked at: arrivals are noted as offered, memory is read and not written."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.offered: list[str] = []

    def add_arrivals(self, pages: Sequence[RawPage], headers: Mapping[str, str] | None = None) -> list[bool]:
        """For each page whether it would be new; none is kept."""
        new = [not self._archive.knows(page.item.source_uri) for page in pages]
        self.offered += [page.item.source_uri for page in compress(pages, new)]
        return new

    def put(self, body: bytes) -> str:
        """Nothing is kept."""
        return ""

    def knows(self, source_uri: str) -> bool:
        """Whether some version of this address has arrived."""
        return self._archive.knows(source_uri)

    def read_state(self, source_name: str) -> dict[str, Any]:
        """What the last poll remembered; starts the list of offers anew."""
        self.offered = []
        return self._archive.read_state(source_name)

    def write_state(self, source_name: str, state: dict[str, Any]) -> None:
        """Nothing."""
