"""Whether all that a pattern finds holds one of some words: told by the parsed pattern and not by examples.

A pattern is read letter by letter beside the words that it must hold, as a machine of states: how much of a word stands
at the end of what was read so far. What holds a word is dropped, and a state that is left at the end is a gap. Looking
behind and looking for what is not there is passed over, so a gap may be told where there is none, but none is missed.
White space is one blank, as in every sentence of a release (tests/parse/test_white_space.py).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ANY = "…"  # a letter that stands in no word
_MISSED = "\0"
_States = dict[tuple[str, bool], str]  # (end of a word read so far, whether the last letter is a blank): one reading
_LONGEST_RANGE = 40
_MOST = 300  # readings of one piece that are spelled out with all that stand before it
_WIDEST = 10  # letters of a set that are spelled out


def reading_without(pattern: str, words: Iterable[str], *, opens: bool = False, exact: bool = False) -> str | None:
    """Something that the pattern may find although none of the words stands in it; None when there is nothing.

    ``opens``: a word must stand at its very beginning. ``exact``: words are compared as they are, not in lower case.
    """
    reader = _Reader(tuple(words), opens, exact)
    left = reader.read(parser.parse(pattern, re.IGNORECASE), {("", False): ""})
    return min(left.values(), key=lambda reading: (len(reading), reading), default=None)


@dataclass(slots=True)
class _Reader:
    words: tuple[str, ...]
    opens: bool
    exact: bool
    steps: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def read(self, parsed: Any, states: _States) -> _States:
        """The states behind a piece of a pattern, when they are these before it."""
        for operator, argument in parsed:
            states = self._piece(str(operator), argument, states)
            if not states:
                break
        return states

    def _piece(self, operator: str, argument: Any, states: _States) -> _States:
        if operator == "LITERAL":
            return self._letter({chr(argument)}, states)
        if operator == "IN":
            return self._letter(set(_letters(argument)), states)
        if operator == "SUBPATTERN":
            return self.read(argument[-1], states)
        if operator == "ATOMIC_GROUP":
            return self.read(argument, states)
        if operator == "BRANCH":
            return _merged(self.read(branch, states) for branch in argument[1])
        if operator.endswith("REPEAT"):
            least, most, parsed = argument
            return self._repeated(int(least), int(most), parsed, states)
        if operator == "ASSERT":  # what is ahead stands in the text too
            side, parsed = argument
            return {s: r for s, r in states.items() if side < 0 or self.read(parsed, {s: r})}
        if operator in ("AT", "ASSERT_NOT"):
            return states
        return self._letter({_ANY}, states) | ({} if operator in ("ANY", "NOT_LITERAL") else states)

    def _repeated(self, least: int, most: int, parsed: Any, states: _States) -> _States:
        for _ in range(least):
            before, states = states, self.read(parsed, states)
            if before.keys() == states.keys():
                break
        found, new = dict(states), states
        for _ in range(most - least):
            new = {s: r for s, r in self.read(parsed, new).items() if s not in found}
            if not new:
                break
            found |= new
        return found

    def _letter(self, letters: set[str], states: _States) -> _States:
        found: _States = {}
        for (end, is_blank), reading in states.items():
            for letter in sorted(letters):
                if letter == " " and is_blank:
                    continue
                low = letter if self.exact else letter.lower()
                after = self._step(end, low)
                if after is not None:
                    found.setdefault((after, letter == " "), reading + low)
        return found

    def _step(self, end: str, letter: str) -> str | None:
        """What is read of a word behind one more letter; None when a word is complete."""
        key = (end, letter)
        if key not in self.steps:
            self.steps[key] = self._opened(end + letter) if self.opens else self._held(end + letter)
        return self.steps[key]

    def _opened(self, read: str) -> str | None:
        if read in self.words:
            return None
        return read if any(word.startswith(read) for word in self.words) else _MISSED

    def _held(self, read: str) -> str | None:
        if any(read.endswith(word) for word in self.words):
            return None
        ends = (read[at:] for at in range(len(read)))
        return next((end for end in ends if any(word.startswith(end) for word in self.words)), "")


def _merged(parts: Iterable[_States]) -> _States:
    found: _States = {}
    for part in parts:
        for state, reading in part.items():
            found.setdefault(state, reading)
    return found


def _letters(argument: Any) -> Iterator[str]:
    """The letters of a set; those of a large class are one that stands in no word, which misses all that others miss."""
    for operator, value in argument:
        if str(operator) == "LITERAL":
            yield chr(value)
        elif str(operator) == "RANGE" and value[1] - value[0] < _LONGEST_RANGE:
            yield from map(chr, range(value[0], value[1] + 1))
        elif str(value) == "CATEGORY_SPACE":
            yield " "
        elif str(value) == "CATEGORY_DIGIT":
            yield from "0123456789"
        else:
            yield _ANY
            return


def readings(pattern: str) -> list[str]:
    """Words that the pattern may find: each of its branches stands in some of them, all with all while they are few."""
    return _spelled(parser.parse(pattern))


def _spelled(parsed: Any) -> list[str]:
    spelled = [""]
    for operator, argument in parsed:
        spelled = _paired(spelled, _spelled_piece(str(operator), argument))
    return spelled


def _paired(left: list[str], right: list[str]) -> list[str]:
    if len(left) * len(right) <= _MOST:
        return [a + b for b in right for a in left]
    most = max(len(left), len(right))
    return [a + b for a, b, _ in zip(cycle(left), cycle(right), range(most), strict=False)]


def _spelled_piece(operator: str, argument: Any) -> list[str]:
    if operator == "LITERAL":
        return [chr(argument)]
    if operator == "IN":
        return ["x" if letter == _ANY else letter for letter in sorted(set(_letters(argument)))][:_WIDEST]
    if operator == "SUBPATTERN":
        return _spelled(argument[-1])
    if operator == "BRANCH":
        return [reading for branch in argument[1] for reading in _spelled(branch)]
    if operator.endswith("REPEAT"):
        least, most, parsed = argument
        once = _spelled(parsed)
        return [*([""] if least == 0 else []), *(one * max(int(least), 1) for one in once if most)]
    return [""] if operator.startswith(("AT", "ASSERT")) else ["x"]
