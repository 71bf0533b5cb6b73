"""What the user may set, read in one place: the environment and a ``.env`` file beside ``workspace.yaml``.

Belongs here: names, defaults and the reading of settings. Does not belong here: what sources there are (sources.yaml,
read by ``ingest.sources``) and any use of a setting. The environment wins over ``.env``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ingest.errors import SettingsError

_CLONE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run needs to know of its surroundings. ``now()`` is the clock, naive UTC; tests and replays set it."""

    home: Path
    contact: str | None
    night_timezone: str
    now: Callable[[], datetime]
    sources_path: Path | None = None
    debug: bool = False

    def night(self) -> str:
        """Tonight as an ISO date: the calendar day, in the night's time zone, on which a document arrives now."""
        local = self.now().replace(tzinfo=UTC).astimezone(ZoneInfo(self.night_timezone))
        return local.date().isoformat()


def project_folder() -> Path:
    """The clone (where ``workspace.yaml`` lies); the current folder when the code was installed elsewhere."""
    return _CLONE if (_CLONE / "workspace.yaml").exists() else Path.cwd()


def read_settings(home: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment (default: this process's) over ``.env``; ``home`` wins over both.

    Raises:
        SettingsError: a value cannot be understood; the sentence names the variable and a good value.
    """
    found = {**_read_env_file(project_folder() / ".env"), **(os.environ if environment is None else environment)}
    chosen = home or Path(found.get("DATELINE_HOME") or project_folder() / ".dateline")
    sources = found.get("DATELINE_SOURCES")
    return Settings(
        home=chosen.expanduser().absolute(),
        contact=found.get("DATELINE_CONTACT") or None,
        night_timezone=_read_timezone(found.get("DATELINE_TIMEZONE") or "UTC"),
        now=_read_clock(found.get("DATELINE_NOW")),
        sources_path=Path(sources).expanduser() if sources else None,
        debug=found.get("DATELINE_DEBUG", "") not in ("", "0"),
    )


def read_day(value: str, name: str) -> date:
    """A day as ``YYYY-MM-DD``; ``name`` is the option or variable that the error sentence shows."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise SettingsError(f"{name} is {value!r}, which is no day: write it like 2024-12-31.") from None


def _read_timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise SettingsError(
            f"DATELINE_TIMEZONE is {name!r}, which is no time zone: write one like Europe/Berlin or America/New_York."
        ) from None
    return name


def _read_clock(value: str | None) -> Callable[[], datetime]:
    if not value:
        return lambda: datetime.now(UTC).replace(tzinfo=None)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise SettingsError(
            f"DATELINE_NOW is {value!r}, which is no moment: write it like 2024-12-31T03:00:00."
        ) from None
    fixed = moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    return lambda: fixed


def _read_env_file(path: Path) -> dict[str, str]:
    """``KEY=value`` lines; ``#`` starts a comment line; quotes around a value are dropped."""
    if not path.is_file():
        return {}
    pairs = (
        line.split("=", 1)
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        if "=" in line and not line.lstrip().startswith("#")
    )
    return {key.strip().removeprefix("export "): value.strip().strip("'\"") for key, value in pairs}
