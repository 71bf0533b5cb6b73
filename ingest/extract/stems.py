"""What the end of a word says: the INN stems ('-mab', 'vedotin') and the kind of medicine that each stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ingest.records import Modality
from ingest.vocabulary.snapshot import read_own

LEAST_INN = 7
"""Letters of the shortest word that may be an INN."""


@dataclass(frozen=True, slots=True)
class Stem:
    """One INN stem."""

    stem: str
    modality: Modality
    least: int
    is_tail: bool


def stem_of(word: str) -> Stem | None:
    """The INN stem that a lower-case word ends with, if it may be an INN."""
    stems, not_names = _stems()
    if word in not_names or len(word) < LEAST_INN:
        return None
    for size in range(min(12, len(word) - 3), 2, -1):
        stem = stems.get(word[-size:])
        if stem is not None and len(word) - size >= stem.least:
            return stem
    return None


def tail_of(word: str) -> Stem | None:
    """The stem of a second word that stands for the payload of a conjugate ('vedotin')."""
    stem = _stems()[0].get(word)
    if stem is None:
        stem = next((s for s in _stems()[0].values() if s.is_tail and word.endswith(s.stem)), None)
    return stem if stem and stem.is_tail else None


@cache
def _stems() -> tuple[dict[str, Stem], frozenset[str]]:
    table = read_own("stems")
    stems = {
        entry["stem"]: Stem(entry["stem"], entry["modality"], int(entry.get("min", 3)), bool(entry.get("tail")))
        for entry in table["stems"]
    }
    return stems, frozenset(table["not_names"])
