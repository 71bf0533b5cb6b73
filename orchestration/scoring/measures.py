"""The counters of a scorecard: found and missed, right out of asked, plain number of errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["found", "share", "number"]

MEASURES: dict[str, Kind] = {
    "issuer": "share",
    "published_on": "share",
    "ticker": "share",
    "invented date": "number",
    "compounds": "found",
    "pipeline compounds (recall)": "found",
    "role is subject or not": "share",
    "stage reached": "share",
    "modality": "share",
    "targets (recall)": "found",
    "trials": "found",
    "trial status": "share",
    "trial indications": "found",
    "trial nct": "share",
    "trial name": "share",
    "trial enrollment": "share",
    "expected window exact": "share",
    "milestones": "found",
    "collaborations": "found",
    "collaboration type": "share",
    "collaboration is new or standing": "share",
    "deal amounts": "share",
    "wrong owner": "number",
    "planned as done": "number",
    "committed facts": "number",
}
"""What is measured, in the order of the table. ``found``: things given, missed, given too many. ``share``: of the things
found, how many carry the right value. ``number``: how often; ``wrong owner`` and ``planned as done`` are read against
``committed facts``."""


@dataclass(slots=True)
class Measure:
    """One counter. ``right`` + ``missed`` is what the annotations hold, ``right`` + ``extra`` what was given."""

    kind: Kind
    right: int = 0
    extra: int = 0
    missed: int = 0

    def count(self, right: int = 0, extra: int = 0, missed: int = 0) -> None:
        """Adds to the counter."""
        self.right += right
        self.extra += extra
        self.missed += missed

    def judge(self, is_right: bool) -> None:
        """Adds one thing that is right or wrong."""
        self.count(right=int(is_right), missed=int(not is_right))

    @property
    def n(self) -> int:
        """What it is measured on: things in the annotations."""
        return self.right + self.missed

    @property
    def precision(self) -> float | None:
        """Share of the given things that are right; null for shares and numbers."""
        given = self.right + self.extra
        return self.right / given if self.kind == "found" and given else None

    @property
    def recall(self) -> float | None:
        """Share of the annotated things that were found; null for shares and numbers."""
        return self.right / self.n if self.kind == "found" and self.n else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; for a share the share itself; null where there is nothing to measure."""
        if self.kind == "number":
            return None
        if self.kind == "share":
            return self.right / self.n if self.n else None
        everything = 2 * self.right + self.extra + self.missed
        return 2 * self.right / everything if everything else None


class Scorecard:
    """All measures, and each error in words for whoever wants to read them."""

    def __init__(self) -> None:
        self.measures = {name: Measure(kind) for name, kind in MEASURES.items()}
        self.errors: list[tuple[str, str, str]] = []

    def __getitem__(self, name: str) -> Measure:
        return self.measures[name]

    def blame(self, kind: str, release: str, words: str) -> None:
        """Notes one error."""
        self.errors.append((kind, release, words))

    def add(self, other: Scorecard) -> None:
        """Takes in the counts and errors of another scorecard."""
        for name, measure in other.measures.items():
            self.measures[name].count(measure.right, measure.extra, measure.missed)
        self.errors.extend(other.errors)
