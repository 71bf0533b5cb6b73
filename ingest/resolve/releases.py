"""Documents of all nights -> the tables ``releases`` and ``release_copies``, and what of each release counts further on."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ingest.records import PressRelease
from ingest.resolve.decisions import Decision
from ingest.resolve.fingerprint import Card, make_card
from ingest.resolve.grouping import Pair, group_copies
from ingest.resolve.landed import ReleaseNote, Row
from ingest.resolve.versions import Version, chain_versions

_TRACKING = re.compile(r"[?&](?:utm_\w+|feedref|_ga|mod|source|rss)=[^&#]*", re.I)


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
    """The tables ``releases`` and ``release_copies``; and a note of every release by its id.

    ``releases`` is read once; of each text only a packed card is kept. The order of reading does not matter.
    """
    places: dict[str, list[Place]] = defaultdict(list)
    cards: dict[str, Card] = {}
    for release in releases:
        places[release.release_id].append(
            Place(release.wire, release.source_uri, release.published_at, release.arrived_at)
        )
        known = cards.get(release.release_id)
        addresses = frozenset(_address(a) for a in (release.url, release.source_uri) if a)
        cards[release.release_id] = (
            _first(known, make_card(release, addresses)) if known else make_card(release, addresses)
        )
    pairs = {
        verdict: [
            Pair((d.left_key, d.right_key))
            for d in decisions
            if d.kind == "release" and d.verdict == verdict and d.right_key
        ]
        for verdict in ("merge", "split")
    }
    versions = chain_versions(group_copies(list(cards.values()), pairs["merge"], pairs["split"]))
    rows: list[Row] = []
    copies: list[Row] = []
    notes: dict[str, ReleaseNote] = {}
    for version in versions:
        canonical = version.group.canonical.release_id
        rows.extend(_describe(card, version) for card in version.group.cards)
        copies.extend(list_copies(canonical, [p for card in version.group.cards for p in places[card.release_id]]))
        for card in version.group.cards:
            votes = version.is_current and card.release_id == canonical
            published = (card.day or date.max).isoformat()
            notes[card.release_id] = ReleaseNote(card.release_id, card.arrived, published, votes)
    return {
        "releases": sorted(rows, key=lambda row: str(row["release_id"])),
        "release_copies": sorted(copies, key=lambda row: str(row["release_id"])),
    }, notes


def _first(one: Card, other: Card) -> Card:
    """The same text found twice: the card of the first arrival, with the addresses of both and a day if one has it."""
    kept, gone = sorted((one, other), key=lambda c: (c.is_excerpt, c.arrived, sorted(c.addresses)))
    dated = kept if kept.day else gone
    return dataclasses.replace(
        kept,
        headline=kept.headline or gone.headline,
        day=dated.day,
        basis=dated.basis,
        issuer=kept.issuer or gone.issuer,
        is_correction=kept.is_correction or gone.is_correction,
        addresses=kept.addresses | gone.addresses,
        arrived=min(kept.arrived, gone.arrived),
    )


def _address(address: str) -> str:
    """An address in the form in which two of one page are equal."""
    plain = _TRACKING.sub("", address).removesuffix("/")
    return re.sub(r"^https?://(?:www\.)?", "", plain)


def _describe(card: Card, version: Version) -> Row:
    canonical = version.group.canonical
    is_copy = card.release_id != canonical.release_id
    replaced = version.supersedes.canonical.release_id if version.supersedes and not is_copy else None
    return {
        "release_id": card.release_id,
        "canonical_release_id": canonical.release_id,
        "copy_of_release_id": canonical.release_id if is_copy else None,
        "version": version.number,
        "is_current": version.is_current and not is_copy,
        "supersedes_release_id": replaced,
        "is_correction": card.is_correction,
    }


def list_copies(release_id: str, places: Iterable[Place]) -> list[Row]:
    """The rows of ``release_copies`` of one release, the first one (minute 0) first."""
    unique: dict[tuple[str, str], Place] = {}
    for place in sorted(places, key=_when):
        unique.setdefault((place.wire, place.source_uri), place)
    ordered = list(unique.values())
    first = ordered[0].published_at
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
