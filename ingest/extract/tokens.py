"""The tokens of a text, and the scan of a lexicon over them: longest term first, whole words only.

A text is cut once for all lexicons. No automaton is needed: a dictionary from the first token of a term to the token
counts of the terms that begin with it tells nearly every word that it starts nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from ingest.extract.starts import lowered
from ingest.vocabulary.terms import TOKEN, fold
from ingest.vocabulary.vocabulary import Lexicon, TermHit

_CUT = re.compile(rf"([a-z]++(?![^\W\d_])|{TOKEN.pattern})")  # plain letters first, as they are told quickly
_POINTS = frozenset({".", ". "})
_ALONE = 0b10  # the widths of a term that is one token
_TIGHT_GAPS = frozenset({"", " ", "-", "–", "‑", "/", "'", "’", "\n", "  "})


@dataclass(frozen=True, slots=True)
class Span:
    """One place of the text where a lexicon's term stands."""

    char_start: int
    char_end: int
    hit: TermHit


class Tokens:
    """The folded tokens of a text with their places; ``gaps[i]`` stands before token i, the last gap behind the last."""

    __slots__ = ("distinct", "ends", "folded", "gaps", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        parts = _CUT.split(lowered(text))
        places = list(accumulate(map(len, parts)))
        self.starts: list[int] = places[0:-1:2]
        self.ends: list[int] = places[1::2]
        self.folded: list[str] = parts[1::2]
        self.gaps: list[str] = parts[0::2]
        for number in [place for place, gap in enumerate(self.gaps[1:-1], 1) if gap in _POINTS]:
            if self._is_inside(number):
                self.gaps[number] = "-"
        self.distinct = frozenset(self.folded)
        if strange := {token for token in self.distinct if not token.isascii()}:
            for number in [place for place, token in enumerate(self.folded) if token in strange]:
                self.folded[number] = fold(text[self.starts[number] : self.ends[number]])
            self.distinct = frozenset(self.folded)

    def _is_inside(self, number: int) -> bool:
        """True for the point of a decimal number, which parts no name, nor does that of 'H. pylori'."""
        before, behind = self.ends[number - 1] - 1, self.starts[number]
        if self.gaps[number] == ".":
            return self.text[before].isdigit() and self.text[behind].isdigit()
        return before == self.starts[number - 1] and self.text[behind].islower()

    def scan(self, lexicon: Lexicon) -> list[Span]:
        """All terms of a lexicon in the text, longest first, not overlapping, never part of a longer word."""
        found: list[Span] = []
        folded, gaps, terms = self.folded, self.gaps, lexicon.terms
        begun = lexicon.begun_by(self.distinct)
        free = 0
        pairs = zip(folded, [*folded[1:], ""], strict=True)
        for index in [
            place
            for place, (token, follower) in enumerate(pairs)
            if (known := begun.get(token)) and (known[0] & _ALONE or follower in known[1])
        ]:
            if index < free or (index and not gaps[index]):
                continue
            first = folded[index]
            mask, seconds = begun[first]
            if mask > _ALONE and (index + 1 == len(folded) or folded[index + 1] not in seconds):
                mask = _ALONE
            for width in _widths(mask):
                last = index + width
                if last > len(folded) or (last < len(folded) and not gaps[last]):
                    continue
                if width == 1:
                    hit = terms.get(first)
                elif _TIGHT_GAPS.issuperset(gaps[index + 1 : last]):
                    hit = terms.get(" ".join(folded[index:last]))
                else:
                    continue
                if hit is not None:
                    found.append(Span(self.starts[index], self.ends[last - 1], hit))
                    free = last
                    break
        return found


@cache
def _widths(mask: int) -> tuple[int, ...]:
    """The numbers of tokens that a lexicon's mask tells, largest first."""
    return tuple(width for width in range(mask.bit_length() - 1, 0, -1) if mask >> width & 1)
