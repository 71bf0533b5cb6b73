"""Groups of copies -> chains of versions: a correction supersedes what it corrects, an edited page what stood there.

Belongs here: which version follows which. Does not belong here: copies (grouping.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.resolve.fingerprint import Card, unpack
from ingest.resolve.grouping import CopyGroup, Index

_LATEST_DAYS = 45
_EDIT_DAYS = 7  # an edited page keeps its day, or nearly; another day is another release at that address
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Version:
    """One version of one release: its documents, its number from 1, and the version that it replaces."""

    group: CopyGroup
    number: int
    is_current: bool
    supersedes: CopyGroup | None


def chain_versions(groups: Sequence[CopyGroup]) -> list[Version]:
    """Every group as a version, in the order of ``groups``; most are version 1 and current."""
    index = Index()
    for number, group in enumerate(groups):
        for card in group.cards:
            index.add(card, number)
    original = {n: o for n in range(len(groups)) if (o := _find_original(n, groups, index)) is not None}
    chains: dict[int, list[int]] = {}
    for number in range(len(groups)):
        chains.setdefault(_root(number, original), []).append(number)
    versions: dict[int, Version] = {}
    for chain in chains.values():
        ordered = sorted(chain, key=lambda n: _age(groups[n]))
        for place, number in enumerate(ordered):
            before = groups[ordered[place - 1]] if place else None
            versions[number] = Version(groups[number], place + 1, place == len(ordered) - 1, before)
    return [versions[number] for number in range(len(groups))]


def _root(number: int, original: dict[int, int]) -> int:
    while number in original:
        number = original[number]
    return number


def _age(group: CopyGroup) -> tuple[bool, bool, str, tuple[str, str], str]:
    """Corrections follow what is none, full texts follow excerpts, then days (an unknown one last), then arrival."""
    first = min(group.cards, key=lambda c: (c.arrived, c.release_id))
    day = min((c.day.isoformat() for c in group.cards if c.day), default="~")
    return (group.canonical.is_correction, not group.canonical.is_excerpt, day, first.arrived, first.release_id)


def _find_original(number: int, groups: Sequence[CopyGroup], index: Index) -> int | None:
    """The version right before this one: the likest text among those that it can replace."""
    group = groups[number]
    best: tuple[float, float, str, int] | None = None
    for other in sorted({n for card in group.cards for n in index.candidates(card)} - {number}):
        loses_text = group.canonical.is_excerpt and not groups[other].canonical.is_excerpt
        if loses_text or _age(groups[other]) >= _age(group):
            continue
        share = max(_share_if_replaced(new, old) for new in group.cards for old in groups[other].cards)
        if share:
            found = (share, _share_of_words(group.canonical, groups[other].canonical), _age(groups[other])[2], -other)
            best = max(best, found) if best else found
    return -best[-1] if best else None


def _share_of_words(new: Card, old: Card) -> float:
    """How many words of the old text the new one has; a correction quotes what was wrong ('instead of 34 sites')."""
    words, others = (set(" ".join(unpack(card.packed)).split()) for card in (old, new))
    return len(words & others) / max(1, len(words))


def _share_if_replaced(new: Card, old: Card) -> float:
    """How much of the old text stands in the new one, when the new one can replace it; else 0."""
    if new.issuer and old.issuer and new.issuer != old.issuer:
        return 0.0
    same_headline = len(new.headline) >= 20 and new.headline == old.headline
    share = len(new.hashes & old.hashes) / max(1, len(old.hashes))
    days = (new.day - old.day).days if new.day and old.day else 0
    is_alike = share >= _SHARE or same_headline
    if new.is_correction:
        return max(share, 0.5 * same_headline) if is_alike and 0 <= days <= _LATEST_DAYS else 0.0
    is_edited = bool(new.addresses & old.addresses) and not old.is_correction and abs(days) <= _EDIT_DAYS
    return max(share, 0.5) if is_edited and is_alike else 0.0
