"""Which rules are worth trying on a sentence: those of which an anchor, a few plain letters, stands in it.

One automaton over all anchors of a table tells it in a microsecond, however many rules the table has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

T = TypeVar("T")


def automaton_of(letters: Iterable[str]) -> AhoCorasick:
    """The automaton that finds these letters, of the kind that is largest and quickest; each has a few hundred at most."""
    return AhoCorasick(list(letters), store_patterns=False, implementation=Implementation.DFA)


class Anchored(Generic[T]):
    """Things in order, each with its anchors; one without anchors is always worth trying."""

    __slots__ = ("_always", "_automaton", "_owners", "pairs", "things")

    def __init__(self, things: Iterable[tuple[T, Iterable[str]]]) -> None:
        self.pairs = tuple((thing, tuple(anchors)) for thing, anchors in things)
        self.things = [thing for thing, _ in self.pairs]
        self._always: list[int] = []
        owners: dict[str, list[int]] = {}
        for number, (_, known) in enumerate(self.pairs):
            if not known or "" in known:
                self._always.append(number)
                continue
            for anchor in known:
                owners.setdefault(anchor, []).append(number)
        self._owners = list(owners.values())
        self._automaton = automaton_of(owners) if owners else None

    def standing_in(self, words: str) -> list[T]:
        """The things worth trying on these words, in their order; letters are compared as they are."""
        hits = self._automaton.find_matches_as_indexes(words, overlapping=True) if self._automaton else ()
        if not hits:
            return [self.things[n] for n in self._always]
        owners = self._owners
        numbers = set(self._always)
        for hit in hits:
            numbers.update(owners[hit[0]])
        return [self.things[n] for n in sorted(numbers)]

    def places_in(self, words: str) -> Iterator[tuple[T, int]]:
        """Each thing with each place where one of its anchors begins, in the order in which the anchors end."""
        hits = self._automaton.find_matches_as_indexes(words, overlapping=True) if self._automaton else ()
        for anchor, start, _ in hits:
            for number in self._owners[anchor]:
                yield self.things[number], start
