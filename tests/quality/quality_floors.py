"""Floors: what each measure was at least when they were last raised. They rise by themselves and fall only with a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from orchestration.scoring.measures import Scorecard

FLOORS = Path(__file__).with_name("floors.yaml")
_HEAD = """\
# What reading the corpus must reach. Written by `python tests/quality/raise_floors.py`, not by hand (docs/quality.md).
# corpus: fingerprint of documents and truth. floors: F1 of things found, share right of values. ceilings: how often at most.
"""
_NEVER_HELD = "committed facts"  # a count of facts, neither good nor bad


class FloorRefused(Exception):
    """A floor would fall without a reason."""


@dataclass(frozen=True)
class Floors:
    """The content of ``floors.yaml``; ``lowered`` tells of each floor that ever fell, and why."""

    corpus: str
    floors: dict[str, float] = field(default_factory=dict)
    ceilings: dict[str, int] = field(default_factory=dict)
    lowered: list[dict[str, object]] = field(default_factory=list)


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors as they stand; none when the file is not there yet."""
    return Floors(**yaml.safe_load(path.read_text(encoding="utf-8"))) if path.is_file() else Floors("")


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Puts them into the file."""
    content = yaml.safe_dump(vars(floors), sort_keys=False, allow_unicode=True, width=150)
    path.write_text(_HEAD + content, encoding="utf-8")


def floors_of(card: Scorecard, corpus: str) -> Floors:
    """What was measured, as floors: rounded down, so that the same reading passes."""
    shares = {name: measure.f1 for name, measure in card.measures.items() if measure.f1 is not None}
    counts = {name: m.right for name, m in card.measures.items() if m.kind == "number" and name != _NEVER_HELD}
    return Floors(corpus, {name: int(share * 1000) / 1000 for name, share in shares.items()}, counts)


def fallen(old: Floors, new: Floors) -> dict[str, str]:
    """Measures that are worse than their floor, each with both figures."""
    low = {name: (was, new.floors.get(name)) for name, was in old.floors.items()}
    high = {name: (was, new.ceilings.get(name)) for name, was in old.ceilings.items()}
    worse = {name: pair for name, pair in low.items() if pair[1] is None or pair[1] < pair[0]}
    worse |= {name: pair for name, pair in high.items() if pair[1] is None or pair[1] > pair[0]}
    return {name: f"{was} before, {now} now" for name, (was, now) in worse.items()}


def raised(old: Floors, new: Floors, lower: dict[str, str]) -> Floors:
    """The better of both, measure by measure; ``lower`` names those that may fall, each with its reason.

    Raises:
        FloorRefused: one would fall without being named, or is named without a sentence.
    """
    silent = [name for name, why in lower.items() if len(why.split()) < 3]
    if silent:
        raise FloorRefused(f"A lower floor needs a sentence: say why for {', '.join(silent)}.")
    worse = fallen(old, new)
    refused = {name: words for name, words in worse.items() if name not in lower}
    if refused:
        told = "; ".join(f"{name} ({words})" for name, words in refused.items())
        raise FloorRefused(f"These would fall: {told}. Mend the reading, or give each --lower NAME --because SENTENCE.")
    known = new.floors.keys() | new.ceilings.keys()
    unknown = sorted(lower.keys() - known)
    if unknown:
        raise FloorRefused(f"There is no measure {', '.join(unknown)}: known are {', '.join(sorted(known))}.")
    notes = [{"measure": name, "fell": worse[name], "because": lower[name]} for name in worse]
    return Floors(
        new.corpus,
        {name: now if name in worse else max(now, old.floors.get(name, now)) for name, now in new.floors.items()},
        {name: now if name in worse else min(now, old.ceilings.get(name, now)) for name, now in new.ceilings.items()},
        [*old.lowered, *notes],
    )
