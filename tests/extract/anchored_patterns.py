"""Whether all that a pattern finds holds one of some words: told by the parsed pattern and not by examples.

A pattern is read as the set of small-letter strings that it may find, with ``…`` where anything may stand. What is too
much to spell out counts as ``…``, so a gap may be told where there is none, but none is passed over.
"""

import re
from collections.abc import Iterable
from itertools import product
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ANY = "…"
_HELD = "!"  # a reading with an anchor in it, whatever else stands there
_MOST = 2000  # readings of one piece that are spelled out
_NO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")


def reading_without(pattern: str, anchors: Iterable[str]) -> str | None:
    """Something that the pattern may find although none of the anchors stands in it; None when there is nothing."""
    words = tuple(anchors)
    return min(_sequence(parser.parse(pattern, re.IGNORECASE), words) - {_HELD}, default=None)


def _sequence(parsed: Any, words: tuple[str, ...]) -> set[str]:
    readings = {""}
    for operator, argument in parsed:
        readings = _joined(readings, _piece(str(operator), argument, words), words)
    return readings


def _joined(left: set[str], right: set[str], words: tuple[str, ...]) -> set[str]:
    if len(left) * len(right) > _MOST:
        left = {_HELD if one == _HELD else _ANY for one in left}
    if len(left) * len(right) > _MOST:
        right = {_HELD if one == _HELD else _ANY for one in right}
    return {
        _HELD if _HELD in (a, b) or any(word in a + b for word in words) else a + b for a, b in product(left, right)
    }


def _piece(operator: str, argument: Any, words: tuple[str, ...]) -> set[str]:
    if operator == "LITERAL":
        return {chr(argument).lower()}
    if operator == "IN":
        return _letters(argument)
    if operator == "SUBPATTERN":
        return _sequence(argument[-1], words)
    if operator == "ATOMIC_GROUP":
        return _sequence(argument, words)
    if operator == "BRANCH":
        return {reading for branch in argument[1] for reading in _joined({""}, _sequence(branch, words), words)}
    if operator.endswith("REPEAT"):
        least, most, parsed = argument
        once = _joined({""}, _sequence(parsed, words), words)
        more = {_HELD if one == _HELD else one + _ANY + one for one in once} if int(most) > 1 else set()
        return once | more | ({""} if least == 0 else set())
    return {""} if operator in _NO_WIDTH else {_ANY}


def _letters(argument: Any) -> set[str]:
    found: set[str] = set()
    for operator, value in argument:
        if str(operator) != "LITERAL":
            return {_ANY}
        found.add(chr(value).lower())
    return found
