"""Phases of clinical development in a text: 'Phase 1b/2a' is phase 1/2 with the label kept.

'pivotal', 'registrational', 'first-in-human', 'proof-of-concept' tell of a trial but no number: phase null.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.starts import find_from
from ingest.records import Phase

_GLUED = r"(?:stud(?:y|ies)|trials?|clinical|dose)\b"  # pages lose blanks: 'Phase2bstudy'
_ONE = rf"(?:IV|III|II|I|[1-4]|one|two|three|four)(?:\s?[-(]?[abcABC](?:(?![A-Za-z])|(?={_GLUED}))\)?)?"
_JOIN = r"\s?(?:/|-|–|to|and|or|,)\s?"
_END = rf"(?:(?![A-Za-z0-9])|(?={_GLUED}))"
_PHASE = re.compile(
    rf"(?<![A-Za-z])(?:phases?[\s-]{{0,2}}|ph\.?\s?(?=[1-4]|(?-i:[IV])))(?P<first>{_ONE}){_END}(?:\s?(?P<join>/|-|–)\s?(?:randomi[sz]ed\s)?(?:phase\s)?(?P<second>{_ONE}){_END})?"
    r"|(?<![\w-])(?P<word>pivotal|registrational|registration[- ](?:directed|enabling)|first[- ]in[- ]human|proof[- ]of[- ]concept"
    r"|post[- ]?marketing)(?=[\s,-])",
    re.IGNORECASE,
)
_STARTS = re.compile(r"[PpRrFf](?<![A-Za-z][PpRrFf])(?:(?<=[Pp])(?=[HhIiRrOo])|(?<=[Rr])(?=[Ee])|(?<=[Ff])(?=[Ii]))")
_LISTED = re.compile(rf"^(?P<join>{_JOIN})(?:phase\s)?(?P<next>{_ONE})(?=[\s,.;)])", re.IGNORECASE)
_NUMBER: dict[str, int] = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "one": 1, "two": 2,
                           "three": 3, "four": 4}  # fmt: skip
_SPAN: dict[tuple[int, int], Phase] = {(1, 2): "1/2", (2, 3): "2/3"}
_SINGLE: dict[int, Phase] = {1: "1", 2: "2", 3: "3", 4: "4"}


@dataclass(frozen=True, slots=True)
class PhaseValue:
    """One phase: the contract's value (null when no number is told) and the words as printed."""

    phase: Phase | None
    label: str


@dataclass(frozen=True, slots=True)
class FoundPhase:
    """A phase with its place."""

    char_start: int
    char_end: int
    value: PhaseValue


def find_phases(text: str) -> list[FoundPhase]:
    """All phases of a text in order; 'Phase 1 and 2' gives two, 'Phase 1/2' one."""
    found: list[FoundPhase] = []
    for match in find_from(_STARTS, _PHASE, text):
        if match["word"]:
            found.append(FoundPhase(match.start(), match.end(), PhaseValue(None, match.group())))
            continue
        end = match.end()
        numbers = [_number(match["first"])]
        if match["second"]:
            numbers.append(_number(match["second"]))
        found.append(FoundPhase(match.start(), end, PhaseValue(_phase(numbers), text[match.start() : end])))
        if match["second"]:
            continue
        while listed := _LISTED.match(text[end : end + 24]):
            number = _number(listed["next"])
            if number <= numbers[-1] or "to" in listed["join"]:
                break
            start = end + listed.start("next")
            end += listed.end()
            numbers.append(number)
            found.append(FoundPhase(start, end, PhaseValue(_phase([number]), f"Phase {text[start:end]}")))
    return found


def _number(words: str) -> int:
    plain = re.sub(r"[\s()-]", "", words.lower())
    return _NUMBER.get(plain) or _NUMBER[plain[:-1]]


def _phase(numbers: list[int]) -> Phase | None:
    low, high = min(numbers), max(numbers)
    if low == high:
        return _SINGLE[low]
    return _SPAN.get((low, high))
