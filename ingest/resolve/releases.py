"""Documents of all nights -> releases: which are copies of one release, and which are later versions of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ingest.records import PressRelease
from ingest.resolve.decisions import Decision
from ingest.resolve.landed import ReleaseNote, Row


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a document was found."""

    wire: str
    source_uri: str
    published_at: datetime | None
    arrived_at: datetime


def resolve_releases(
    releases: Iterable[PressRelease], decisions: Sequence[Decision]
) -> tuple[dict[str, list[Row]], dict[str, ReleaseNote]]:
    """The tables ``releases`` and ``release_copies``; and a note of every release by its id."""
    places: dict[str, list[Place]] = defaultdict(list)
    notes: dict[str, ReleaseNote] = {}
    corrections: dict[str, bool] = {}
    for release in releases:
        places[release.release_id].append(
            Place(release.wire, release.source_uri, release.published_at, release.arrived_at)
        )
        arrived = (release.night, release.arrived_at.isoformat())
        known = notes.get(release.release_id)
        if known is None or arrived < known.arrived:
            published = (release.published_on or date.max).isoformat()
            notes[release.release_id] = ReleaseNote(release.release_id, arrived, published, True)
            corrections[release.release_id] = release.is_correction
    rows: list[Row] = [
        {
            "release_id": release_id,
            "canonical_release_id": release_id,
            "copy_of_release_id": None,
            "version": 1,
            "is_current": True,
            "supersedes_release_id": None,
            "is_correction": corrections[release_id],
        }
        for release_id in sorted(notes)
    ]
    copies = [row for release_id in sorted(places) for row in list_copies(release_id, places[release_id])]
    return {"releases": rows, "release_copies": copies}, notes


def list_copies(release_id: str, places: Iterable[Place]) -> list[Row]:
    """The rows of ``release_copies`` of one release, the first one (minute 0) first."""
    unique: dict[tuple[str, str], Place] = {}
    for place in sorted(places, key=_when):
        unique.setdefault((place.wire, place.source_uri), place)
    ordered = list(unique.values())
    first = min((p.published_at for p in ordered if p.published_at), default=None)
    return [
        {
            "release_id": release_id,
            "wire": place.wire,
            "source_uri": place.source_uri,
            "published_at": place.published_at,
            "minutes_after_first": _minutes(first, place, place is ordered[0]),
        }
        for place in ordered
    ]


def _when(place: Place) -> tuple[datetime, datetime, str, str]:
    return (place.published_at or datetime.max, place.arrived_at, place.wire, place.source_uri)


def _minutes(first: datetime | None, place: Place, is_first: bool) -> int | None:
    """Whole minutes after the first copy with a known moment; null when this one has none."""
    if is_first:
        return 0
    return round((place.published_at - first).total_seconds() / 60) if first and place.published_at else None
