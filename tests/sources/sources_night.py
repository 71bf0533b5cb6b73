"""One night's fetch and parse on a home, by the functions that Dagster's assets call."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ingest.load.landing import write_landing
from ingest.load.tables import LANDING
from ingest.records import PressRelease
from ingest.settings import Settings
from orchestration.handover import take_over
from orchestration.night import NightRequest, open_night, write_read_mark
from orchestration.stages.fetch import fetch_night
from orchestration.stages.parse import parse_nights


@dataclass(frozen=True)
class NightTold:
    """What a night brought."""

    nights: list[str]
    rows: dict[str, dict[str, Any]]
    counts: dict[str, int]
    releases: list[PressRelease]
    quarantined: list[dict[str, Any]]


def settings_for(home: Path, now: datetime, sources_file: Path | None = None, contact: str | None = None) -> Settings:
    return Settings(home, contact, "UTC", sources_file, lambda: now)


def run_night(home: Path, night: str, sources_file: Path | None = None, **asked: Any) -> NightTold:
    """Fetches and parses; the nights read are marked as read, as the load stage does at its end."""
    contact = asked.pop("contact", None)
    settings = settings_for(home, datetime.fromisoformat(f"{night}T03:00:00"), sources_file, contact)
    before = len(read_ledger(home, "quarantine"))
    with open_night(settings, NightRequest(night, **asked)) as run:
        rows = fetch_night(run)
        counts = parse_nights(run)
        releases = [r for n in run.nights for r in take_over(run.home, n, "parsed", "press_releases", PressRelease)]
        for each in run.nights:  # as if loaded: these tests end before the facts
            for noun in LANDING:
                write_landing(home, noun, each, releases if noun == "press_releases" else [])
            write_read_mark(run, each)
        run.published = run.night_id
        nights = list(run.nights)
    quarantined = read_ledger(home, "quarantine")[before:]
    return NightTold(nights, {row["source_name"]: row for row in rows}, counts, releases, quarantined)


def read_ledger(home: Path, name: str) -> list[dict[str, Any]]:
    path = home / "ledger" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text().split("\n") if line] if path.exists() else []


def contents(releases: Iterable[PressRelease]) -> list[tuple[Any, ...]]:
    """What must be the same however the releases came: all but the night and the time of arrival."""
    left_out = {"night", "arrived_at", "sections", "sentences"}
    fields = [f.name for f in dataclasses.fields(PressRelease) if f.name not in left_out]
    return sorted((tuple(getattr(release, name) for name in fields) for release in releases), key=str)
