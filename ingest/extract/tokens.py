"""The tokens of a text, and the scan of a lexicon over them: longest term first, whole words only.

A text is cut once for all lexicons. No automaton is needed: a dictionary from the first token of a term to the token
counts of the terms that begin with it tells nearly every word that it starts nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from ingest.vocabulary.terms import TOKEN, fold
from ingest.vocabulary.vocabulary import Lexicon, TermHit

_CUT = re.compile(f"({TOKEN.pattern})")
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

    __slots__ = ("ends", "folded", "gaps", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        parts = _CUT.split(text)
        places = list(accumulate(map(len, parts)))
        tokens = parts[1::2]
        self.gaps: list[str] = parts[0::2]
        for number in range(1, len(tokens)):
            if self.gaps[number] == "." and tokens[number - 1][-1].isdigit() and tokens[number][0].isdigit():
                self.gaps[number] = "-"  # the point of a decimal number parts no name
            elif self.gaps[number] == ". " and len(tokens[number - 1]) == 1 and tokens[number][0].islower():
                self.gaps[number] = "-"  # nor does that of 'H. pylori'
        self.folded: list[str] = [t.lower() if t.isascii() else fold(t) for t in tokens]
        self.starts: list[int] = places[0:-1:2]
        self.ends: list[int] = places[1::2]

    def scan(self, lexicon: Lexicon) -> list[Span]:
        """All terms of a lexicon in the text, longest first, not overlapping, never part of a longer word."""
        found: list[Span] = []
        folded, gaps, terms = self.folded, self.gaps, lexicon.terms
        firsts, seconds = lexicon.widths_of(set(folded)), lexicon.seconds
        count = len(folded)
        free = 0
        for index, first in enumerate(folded):
            if first not in firsts or index < free or (index and not gaps[index]):
                continue
            mask = firsts[first]
            if first in seconds and (index + 1 == count or folded[index + 1] not in seconds[first]):
                mask &= _ALONE
            for width in _widths(mask):
                last = index + width
                if last > count or (last < count and not gaps[last]):
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
