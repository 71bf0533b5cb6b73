"""Abbreviations of diseases: introduced in brackets behind the name, or its initials where a page has lost the brackets."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from ingest.extract.indications_findings import FoundDisease
from ingest.extract.rulebook import read_table
from ingest.vocabulary.vocabulary import Vocabulary

_IN_BRACKETS = re.compile(
    r"\s?\(\s?(?:[“\"]|or\s|also known as\s)?([A-Za-z][\w/’'-]{1,11}|[A-Z][\w/-]+\s[A-Z]\w+)[”\"]?\s?[);,]"
)
_INITIALS = re.compile(
    r"\b(?:with|in|of|for|treat|treating|severe|active|moderate|adult|pediatric|advanced|chronic)\s(?P<short>[A-Z]{2,5})(?![\w/&+-])"
    r"(?!\s(?:[A-Z][a-z]|Inc|Corp|Pharma))"
)
_SMALL = frozenset({"of", "the", "and", "with", "in", "or", "due", "to"})
_ABBREVIATION_NOISE = frozenset(
    ("US", "USA", "EU", "UK", "FDA", "EMA", "IND", "BLA", "NDA", "CEO", "CFO", "AI", "IT", "ET", "PT", "AM",
     "PM", "CA", "MA", "NY", "MD", "PR", "CR", "OS", "PD", "PI", "II", "III", "IV", "OR", "IN", "AND", "SOC")
)  # fmt: skip


def introduced_behind(text: str, item: FoundDisease) -> str | None:
    """The abbreviation in brackets behind a disease, when its letters are of the name."""
    match = _IN_BRACKETS.match(text, item.end)
    return match[1] if match and _is_abbreviation_of(match[1], item.name) else None


def places_of(text: str, introduced: Mapping[str, FoundDisease]) -> list[tuple[int, int, FoundDisease]]:
    """Each place of the abbreviations: (start, end, the disease that introduced it)."""
    if not introduced:
        return []
    regex = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(a) for a in introduced) + r")(?![\w])")
    return [(m.start(), m.end(), introduced[m.group()]) for m in regex.finditer(text)]


def initials_told(
    text: str, known: list[FoundDisease], known_short: Collection[str]
) -> list[tuple[int, int, FoundDisease]]:
    """'… rheumatoid arthritis … patients with RA': places of the initials of a disease that the text names in full."""
    meant: dict[str, FoundDisease | None] = {}
    for item in {(item.name, item.key): item for item in known}.values():
        letters = "".join(
            word[0] for word in re.split(r"[\s-]", item.name) if word and word.lower() not in _SMALL
        ).upper()
        if 2 <= len(letters) <= 5 and letters.isalpha() and letters not in known_short:
            other = meant.setdefault(letters, item)
            if other and (other.key, other.identity) != (item.key, item.identity):
                meant[letters] = None  # the initials of two diseases tell neither
    if not any(item and letters in text for letters, item in meant.items()):
        return []
    found = []
    for match in _INITIALS.finditer(text):
        told = meant.get(match["short"])
        if told and match["short"] not in _ABBREVIATION_NOISE:
            found.append((*match.span("short"), told))
    return found


def guarded_told(text: str, vocabulary: Vocabulary) -> list[FoundDisease]:
    """'Ph+ ALL': abbreviations that are words of the language too, behind words that tell what they are."""
    found = []
    for short, pattern, name in _guarded():
        if f" {short}" in text and (hit := vocabulary.diseases.lookup(name)):
            found += [FoundDisease(*m.span("short"), short, hit.key) for m in pattern.finditer(text)]
    return found


@cache
def _guarded() -> list[tuple[str, re.Pattern[str], str]]:
    return [
        (
            entry["short"],
            re.compile(rf"(?<![\w-]){entry['ahead']}\s(?P<short>{entry['short']})(?![\w-])"),
            entry["disease"],
        )
        for entry in read_table("indications")["guarded"]
    ]


def _is_abbreviation_of(short: str, full: str) -> bool:
    if sum(c.isupper() for c in short) < 2 or short in _ABBREVIATION_NOISE:
        return False
    letters = [c for c in short.lower() if c.isalpha()]
    position, lower = 0, full.lower()
    for letter in letters[:-1] if letters[-1] == "s" else letters:
        position = lower.find(letter, position) + 1
        if position == 0:
            return False
    return True
