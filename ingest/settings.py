"""What the user set: the only reader of the environment.

Belongs here: where the home is, who to name to a source, what time it is. Does not belong here: what sources exist
(``ingest.sources``).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ingest.errors import SettingsError

PROJECT_FOLDER = Path(__file__).resolve().parents[1]
"""The clone: the default home lies in it, as ``.dateline``."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run goes by.

    ``home`` is where all is kept; ``contact`` is the e-mail address that EDGAR asks for (null until set);
    ``time_zone`` decides which date a night has and when the schedule fires; ``now`` gives naive UTC datetimes.
    """

    home: Path
    contact: str | None
    time_zone: str
    sources_file: Path | None
    now: Callable[[], datetime]

    def tonight(self) -> str:
        """The ISO date of the running night in the configured time zone."""
        return self.now().replace(tzinfo=UTC).astimezone(ZoneInfo(self.time_zone)).date().isoformat()


def read_settings(home: Path | None = None) -> Settings:
    """The settings from the environment (``DATELINE_*``, see ``.env.example``); ``home`` given by hand wins.

    Raises:
        SettingsError: a variable cannot be understood.
    """
    zone = os.environ.get("DATELINE_TIME_ZONE", "UTC")
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise SettingsError(
            f"DATELINE_TIME_ZONE is '{zone}', which is no time zone: set a name like 'America/New_York' or unset it."
        ) from error
    chosen = home or Path(os.environ.get("DATELINE_HOME") or PROJECT_FOLDER / ".dateline")
    sources = os.environ.get("DATELINE_SOURCES")
    return Settings(
        home=chosen.expanduser().absolute(),
        contact=os.environ.get("DATELINE_CONTACT") or None,
        time_zone=zone,
        sources_file=Path(sources).expanduser() if sources else None,
        now=_clock(os.environ.get("DATELINE_NOW")),
    )


def read_day(words: str, option: str) -> date:
    """The day that a user wrote as ``2026-11-24``; ``option`` names where, for the sentence.

    Raises:
        SettingsError: it is no day.
    """
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise SettingsError(f"{option} is '{words}', which is no day: write it like 2026-11-24.") from error


def has_fixed_clock() -> bool:
    """Whether ``DATELINE_NOW`` holds the clock."""
    return bool(os.environ.get("DATELINE_NOW"))


def shows_tracebacks() -> bool:
    """Whether ``DATELINE_DEBUG`` asks for the traceback behind an error's sentence."""
    return bool(os.environ.get("DATELINE_DEBUG"))


def _clock(fixed: str | None) -> Callable[[], datetime]:
    """The wall clock, or the instant in ``DATELINE_NOW`` (for replaying nights and for tests)."""
    if not fixed:
        return lambda: datetime.now(UTC).replace(tzinfo=None)
    try:
        instant = datetime.fromisoformat(fixed)
    except ValueError as error:
        raise SettingsError(
            f"DATELINE_NOW is '{fixed}', which is no time: write it like 2026-11-24T03:00:00 or unset it."
        ) from error
    if instant.tzinfo:
        instant = instant.astimezone(UTC).replace(tzinfo=None)
    return lambda: instant
