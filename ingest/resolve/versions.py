"""Groups of copies -> chains of versions: a correction supersedes what it corrects, an edited page what stood there.

Belongs here: which version follows which. Does not belong here: copies (grouping.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.resolve.fingerprint import Card
from ingest.resolve.grouping import CopyGroup, Index

_LATEST_DAYS = 45
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


def _age(group: CopyGroup) -> tuple[bool, str, tuple[str, str], str]:
    """Corrections follow what is none, then days of publication (an unknown one last), then arrival."""
    first = min(group.cards, key=lambda c: (c.arrived, c.release_id))
    day = min((c.day.isoformat() for c in group.cards if c.day), default="~")
    return (group.canonical.is_correction, day, first.arrived, first.release_id)


def _find_original(number: int, groups: Sequence[CopyGroup], index: Index) -> int | None:
    """The version right before this one: the likest text among those that it can replace."""
    group = groups[number]
    best: tuple[float, str, int] | None = None
    for other in {n for card in group.cards for n in index.candidates(card)} - {number}:
        if _age(groups[other]) >= _age(group):
            continue
        share = max(_share_if_replaced(new, old) for new in group.cards for old in groups[other].cards)
        if share and (best is None or (share, _age(groups[other])[1], -other) > best):
            best = (share, _age(groups[other])[1], -other)
    return -best[2] if best else None


def _share_if_replaced(new: Card, old: Card) -> float:
    """How much of the old text stands in the new one, when the new one can replace it; else 0."""
    if new.issuer and old.issuer and new.issuer != old.issuer:
        return 0.0
    same_headline = len(new.headline) >= 20 and new.headline == old.headline
    share = len(new.hashes & old.hashes) / max(1, len(old.hashes))
    if new.is_correction:
        days = (new.day - old.day).days if new.day and old.day else 0
        is_near = 0 <= days <= _LATEST_DAYS
        return max(share, 0.5 * same_headline) if is_near and (share >= _SHARE or same_headline) else 0.0
    if new.addresses & old.addresses and not old.is_correction and (share >= _SHARE or same_headline):
        return max(share, 0.5)
    return 0.0
