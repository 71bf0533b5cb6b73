"""Cards -> groups of copies. Each card meets only the groups that share a sentence, a headline, an opening or an address.

The order in which cards came does not matter: full texts before excerpts, long ones before short ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.resolve.comparing import Likeness, compare_cards, days_agree
from ingest.resolve.fingerprint import Card

Pair = frozenset[str]
_CROWD = 40


@dataclass(slots=True)
class CopyGroup:
    """Documents that are one version of one release; ``cards[0]`` is the fullest text."""

    cards: list[Card] = field(default_factory=list)

    @property
    def canonical(self) -> Card:
        """The document that stands for the group: a full text before an excerpt, then the one that arrived first.

        A text of less than nine tenths of the fullest one is a cut and stands back.
        """
        full = self.cards[0].size
        return min(
            self.cards,
            key=lambda c: (c.is_excerpt, 10 * c.size < 9 * full, c.arrived[0], -c.size, c.arrived, c.release_id),
        )

    def admits(self, card: Card) -> bool:
        """Whether the day of a card agrees with those of all copies."""
        return all(days_agree(card, member) for member in self.cards)


def group_copies(cards: Sequence[Card], merges: Iterable[Pair] = (), splits: Iterable[Pair] = ()) -> list[CopyGroup]:
    """The groups, in a fixed order."""
    forbidden = set(splits)
    partners: dict[str, set[str]] = defaultdict(set)
    for pair in merges:
        for release_id in pair:
            partners[release_id] |= pair - {release_id}
    groups: list[CopyGroup] = []
    group_of: dict[str, CopyGroup] = {}
    index = Index()
    for card in sorted(cards, key=lambda c: (c.is_excerpt, -c.size, c.release_id)):
        ruled = next(
            (group_of[other] for other in sorted(partners.get(card.release_id, ())) if other in group_of), None
        )
        group = ruled or _best_group(card, [groups[n] for n in index.candidates(card)], forbidden)
        if group is None:
            group = CopyGroup([])
            groups.append(group)
            index.add(card, len(groups) - 1)
        group.cards.append(card)
        group_of[card.release_id] = group
    return groups


def _best_group(card: Card, groups: Sequence[CopyGroup], forbidden: set[Pair]) -> CopyGroup | None:
    """The one group that the card is a copy of; none when it could belong to two equally well."""
    found: dict[tuple[bool, bool, bool], list[CopyGroup]] = defaultdict(list)
    for group in groups:
        if any(Pair((card.release_id, c.release_id)) in forbidden for c in group.cards):
            continue
        first = group.cards[0]
        likeness: Likeness | None = compare_cards(card, first) if group.admits(card) else None
        if likeness:
            same_day = card.day is not None and card.day == first.day
            found[likeness != "same", not same_day, card.headline != first.headline].append(group)
    best = found[min(found)] if found else []
    return best[0] if len(best) == 1 else None


class Index:
    """Which groups share something with a card. What very many share (a company's 'About') is no sign, unless of one day."""

    def __init__(self) -> None:
        self._signs: dict[object, list[int]] = defaultdict(list)
        self._days: dict[tuple[object, object], list[int]] = defaultdict(list)

    def add(self, card: Card, number: int) -> None:
        """Files a group under the signs of its first card."""
        for sign in _signs_of(card):
            self._signs[sign].append(number)
            self._days[sign, card.day].append(number)

    def candidates(self, card: Card) -> list[int]:
        """The groups to compare a card with, in order."""
        found: set[int] = set()
        for sign in _signs_of(card):
            filed = self._signs.get(sign, [])
            if len(filed) > _CROWD:
                filed = [*self._days.get((sign, card.day), []), *self._days.get((sign, None), [])][:_CROWD]
            found.update(filed)
        return sorted(found)


def _signs_of(card: Card) -> Iterator[object]:
    yield from card.lead
    if len(card.headline) >= 20:
        yield "headline", card.headline
    if len(card.opening) >= 20:
        yield "opening", card.opening
    for address in card.addresses:
        yield "address", address
