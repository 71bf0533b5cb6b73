"""Annotations made by hand -> records: one JSON object per release, as ``docs/annotating.md`` describes them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import SettingsError


@dataclass(frozen=True, slots=True)
class NotedCompound:
    """A compound that the annotator saw."""

    names: tuple[str, ...]
    role: str
    modality: str | None
    targets: tuple[str, ...]
    stage: str | None


@dataclass(frozen=True, slots=True)
class NotedTrial:
    """A trial that the annotator saw. ``window`` is null when no step is expected."""

    compound: str
    phase: str | None
    status: str
    indications: tuple[str, ...]
    nct: str | None
    name: str | None
    enrollment: int | None
    window: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class NotedMilestone:
    """An event that the annotator saw, happened or expected."""

    kind: str
    compound: str
    statement: str


@dataclass(frozen=True, slots=True)
class NotedPartner:
    """A partner that the annotator saw; ``amounts`` by column, in US dollars."""

    name: str
    kind: str
    is_new: bool
    amounts: dict[str, float]


@dataclass(frozen=True, slots=True)
class NotedRelease:
    """One annotated release."""

    key: str
    issuer: str | None
    ticker: str | None
    published_on: str | None
    compounds: tuple[NotedCompound, ...]
    trials: tuple[NotedTrial, ...]
    milestones: tuple[NotedMilestone, ...]
    partners: tuple[NotedPartner, ...]


def read_annotations(folder: Path) -> list[NotedRelease]:
    """All annotations of a folder (its ``annotations/`` when it has one), sorted by file name.

    Raises:
        SettingsError: there are none, or one cannot be understood; the sentence names the file and the key.
    """
    place = folder / "annotations" if (folder / "annotations").is_dir() else folder
    files = sorted(place.glob("*.json")) if place.is_dir() else []
    if not files:
        raise SettingsError(f"There are no annotations in {place}: it needs one <id>.json per release.")
    return [_read_file(path) for path in files]


def _read_file(path: Path) -> NotedRelease:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return NotedRelease(
            key=str(data.get("id") or path.stem),
            issuer=data.get("issuer"),
            ticker=data.get("ticker"),
            published_on=data.get("published_on"),
            compounds=tuple(map(_read_compound, _list(data, "compounds"))),
            trials=tuple(map(_read_trial, _list(data, "trials"))),
            milestones=tuple(
                NotedMilestone(row["type"], row["compound"], row["modality"]) for row in _list(data, "milestones")
            ),
            partners=tuple(map(_read_partner, _list(data, "collaborations"))),
        )
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}): check its permissions.") from error
    except KeyError as error:
        raise SettingsError(f"{path}: an entry lacks the key {error}; see the format in docs/annotating.md.") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise SettingsError(f"{path} is no annotation ({error}); see the format in docs/annotating.md.") from error


def _read_compound(row: dict[str, Any]) -> NotedCompound:
    return NotedCompound(
        tuple(row["names"]), row["role"], row.get("modality"), tuple(row.get("targets") or ()), row.get("stage")
    )


def _read_trial(row: dict[str, Any]) -> NotedTrial:
    first, last = row.get("date_from") or "", row.get("date_to") or ""
    return NotedTrial(
        compound=row["compound"],
        phase=row.get("phase") or None,
        status=row["status"],
        indications=tuple(row.get("indications") or ()),
        nct=row.get("nct"),
        name=row.get("name"),
        enrollment=row.get("enrollment"),
        window=(first, last) if first or last else None,
    )


def _read_partner(row: dict[str, Any]) -> NotedPartner:
    amounts = {name: float(row[name]) for name in ("upfront_usd", "milestones_usd", "total_usd") if row.get(name)}
    return NotedPartner(row["partner"], row["type"], bool(row.get("is_new")), amounts)


def _list(data: dict[str, Any], key: str) -> Iterable[dict[str, Any]]:
    return data.get(key) or ()
