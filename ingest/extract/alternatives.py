r"""Patterns of many alternatives, written so that most places of a text cost one test instead of one for each.

``\bmet|\bshown|\breduced`` asks at each letter of a text three times whether a word begins there; ``\b(?:met|shown|reduced)``
asks once, and finds the same. Rules stay as they are written in the tables; they are rewritten when they are read.
"""

from __future__ import annotations

from itertools import groupby

_BOUND = r"\b"


def factored(pattern: str) -> str:
    """The same pattern, with one word bound for each run of alternatives that open with it."""
    runs = [(is_bound, list(run)) for is_bound, run in groupby(alternatives(pattern), lambda a: a.startswith(_BOUND))]
    return "|".join(_one_bound(run) if is_bound and len(run) > 1 else "|".join(run) for is_bound, run in runs)


def _one_bound(run: list[str]) -> str:
    return rf"{_BOUND}(?:{'|'.join(one.removeprefix(_BOUND) for one in run)})"


def alternatives(pattern: str) -> list[str]:
    """The parts between the bars of a pattern that stand in no group and no set."""
    parts, depth, start, at = [], 0, 0, 0
    is_set = False
    while at < len(pattern):
        letter = pattern[at]
        if letter == "\\":
            at += 1
        elif is_set:
            is_set = letter != "]"
        elif letter == "[":
            is_set = True
            at += pattern[at + 1 : at + 2] == "^"
            at += pattern[at + 1 : at + 2] == "]"  # the first of a set is no end
        elif letter == "|" and not depth:
            parts.append(pattern[start:at])
            start = at + 1
        else:
            depth += (letter == "(") - (letter == ")")
        at += 1
    return [*parts, pattern[start:]]
