"""Where in a text patterns may begin, told by the plain letters that they open with.

One automaton passes over a text in a few microseconds; a pattern of many alternatives takes hundreds. Belongs here:
finding letters, and the matches of patterns by their openings. Rules that are only tried or not, sentence by sentence:
anchors.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from ingest.extract.anchors import automaton_of
from ingest.extract.starts import lowered


class Openings:
    """Patterns, each with the letters, in lower case, of which some stand where a match of it begins."""

    __slots__ = ("_automaton", "_owners", "_patterns", "pairs")

    def __init__(self, patterns: Iterable[tuple[re.Pattern[str], Iterable[str]]]) -> None:
        self.pairs = tuple((pattern, tuple(letters)) for pattern, letters in patterns)
        self._patterns = [pattern for pattern, _ in self.pairs]
        owners: dict[str, list[int]] = {}
        for number, (_, letters) in enumerate(self.pairs):
            for opening in letters:
                owners.setdefault(opening, []).append(number)
        self._owners = list(owners.values())
        self._automaton = automaton_of(owners)

    def find(self, text: str, low: str) -> Iterator[re.Match[str]]:
        """The matches of each ``pattern.finditer(text)``, by their places; ``low`` is the text in lower case."""
        hits = self._automaton.find_matches_as_indexes(low, overlapping=True)
        free = [0] * len(self._patterns)
        for place, number in sorted({(hit[1], number) for hit in hits for number in self._owners[hit[0]]}):
            if place >= free[number] and (match := self._patterns[number].match(text, place)):
                free[number] = max(match.end(), place + 1)
                yield match


class Letters:
    """Some plain letters, in lower case, and where they stand."""

    __slots__ = ("_automaton", "_places", "_text", "letters")

    def __init__(self, *letters: str) -> None:
        self.letters = letters
        self._automaton = automaton_of(letters)
        self._text = ""
        self._places: list[int] = []

    def stand_in(self, text: str, start: int, end: int) -> bool:
        """True when one of them begins in a part of a text; the places of the text asked of last are kept."""
        if self._text != text:
            self._text, self._places = text, self.places_in(lowered(text))
        at = bisect_left(self._places, start)
        return at < len(self._places) and self._places[at] < end

    def places_in(self, low: str) -> list[int]:
        """Where one of them begins in a text in lower case, in order."""
        return sorted({hit[1] for hit in self._automaton.find_matches_as_indexes(low, overlapping=True)})
