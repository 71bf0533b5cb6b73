"""Which nights a user asks for: one request per night, each with the clock of that night.

Belongs here: what ``--from`` and ``--to`` mean. Does not belong here: running anything.
"""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from ingest.errors import SettingsError
from ingest.settings import Settings, read_day, read_settings
from ingest.sources.recording import read_recording
from ingest.sources.registry import Source, choose_sources, read_sources
from orchestration.commands.endings import NothingFoundError
from orchestration.night import NightRequest


@dataclasses.dataclass(frozen=True, slots=True)
class Wish:
    """What was typed after ``dateline run``."""

    releases: Path | None = None
    sources: tuple[str, ...] = ()
    from_night: str | None = None
    to_night: str | None = None
    published_from: str | None = None
    published_to: str | None = None


Planned = list[tuple[Settings, NightRequest]]
"""Nights to run, each with the settings, and so the clock, that it is to have."""


def plan_nights(wish: Wish, home: Path | None) -> Planned:
    """The nights to run, oldest first; without a range tonight alone.

    Raises:
        SettingsError: options that do not go together, or a range that the sources cannot serve.
        NothingFoundError: nothing arrived in the range.
    """
    settings = read_settings(home)
    first, last = _read_range(wish.from_night, wish.to_night, "--")
    published = _read_range(wish.published_from, wish.published_to, "--published-")
    wish = dataclasses.replace(
        wish, from_night=first, to_night=last, published_from=published[0], published_to=published[1]
    )
    if wish.releases and wish.sources:
        raise SettingsError("--releases and --source exclude each other: a folder is read, or sources are asked.")
    if wish.releases and not wish.releases.expanduser().exists():
        raise SettingsError(f"The folder of releases {wish.releases} does not exist: check the path after --releases.")
    tonight = settings.tonight()
    return [
        (settings if night == tonight else at_night(settings, night), _request(wish, night))
        for night in _choose_nights(settings, wish, tonight)
    ]


def plan_replay(from_night: str | None, to_night: str | None, home: Path | None) -> Planned:
    """Tonight, reading archived nights again.

    Raises:
        NothingFoundError: the archive is empty.
    """
    settings = read_settings(home)
    from_night, to_night = _read_range(from_night, to_night, "--")
    if not any((settings.home / "archive").glob("arrivals/*.jsonl")):
        raise NothingFoundError(f"Nothing was ever archived in {settings.home}: `dateline run` makes the first night.")
    return [(settings, NightRequest(settings.tonight(), replay=True, from_night=from_night, to_night=to_night))]


def at_night(settings: Settings, night: str) -> Settings:
    """The same settings with the clock held at 03:00 of a night, as if it ran then."""
    local = datetime.combine(date.fromisoformat(night), time(3), tzinfo=ZoneInfo(settings.time_zone))
    instant = local.astimezone(UTC).replace(tzinfo=None)
    return dataclasses.replace(settings, now=lambda: instant)


def _choose_nights(settings: Settings, wish: Wish, tonight: str) -> list[str]:
    if wish.from_night is None and wish.to_night is None:
        return [tonight]
    if wish.releases:
        if wish.from_night and wish.to_night and wish.from_night != wish.to_night:
            raise SettingsError("A folder arrives in one night: give --from and --to the same night, or one of them.")
        return [wish.from_night or wish.to_night or tonight]
    first, last = wish.from_night or "", wish.to_night or tonight
    chosen = choose_sources(read_sources(settings.sources_file), wish.sources)
    live = [source.name for source in chosen if source.recording is None]
    if live and (first or last) != tonight:
        raise SettingsError(
            f"The source {live[0]} cannot be asked for a past night: choose releases by their day with --published-from "
            "and --published-to, or read archived nights again with `dateline replay --from --to`."
        )
    nights = [night for night in _recorded_nights(chosen) if first <= night <= last]
    if not nights:
        raise NothingFoundError(f"Nothing arrived from {first or 'the beginning'} to {last}: widen --from and --to.")
    return nights


def _recorded_nights(sources: list[Source]) -> list[str]:
    folders = {source.recording for source in sources if source.recording}
    return sorted({night for folder in folders for night in read_recording(folder).nights})


def _request(wish: Wish, night: str) -> NightRequest:
    return NightRequest(
        night=night,
        releases=wish.releases.expanduser() if wish.releases else None,
        sources=wish.sources,
        published_from=date.fromisoformat(wish.published_from) if wish.published_from else None,
        published_to=date.fromisoformat(wish.published_to) if wish.published_to else None,
    )


def _read_range(first: str | None, last: str | None, options: str) -> tuple[str | None, str | None]:
    """Both ends as ISO days; ``options`` is what they are called: ``--from`` and ``--to``, after a prefix."""
    days = [
        read_day(words, f"{options}{end}").isoformat() if words else None
        for words, end in ((first, "from"), (last, "to"))
    ]
    if days[0] and days[1] and days[0] > days[1]:
        raise SettingsError(f"{options}from lies after {options}to: exchange them.")
    return days[0], days[1]
