"""Brands that the substance in brackets behind them gives away: 'KAPVEXA® (kapvatinib)', 'Somnique® (zolpitrem)'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.stems import stem_of
from ingest.vocabulary.snapshot import read_own
from ingest.vocabulary.vocabulary import Vocabulary

_BRAND_OF = re.compile(
    r"([A-Z](?<![\w@-][A-Z])[A-Za-z‑-]{3,20}(?:\s(?:XR|ER|SR|CR|XL|LA|ODT|HCT|Plus|Forte))?)\s?(?:®|™|\(R\)|\(TM\))?"
    r"\s\(([A-Za-z][a-z-]{4,30}(?:\s[a-z-]{3,20})?)(?:\)|,\s|/|\s(?:injection|tablets|capsules|nasal|ophthalmic|topical|oral|inhalation|subcutaneous|intravenous|cream|ointment|gel|solution|transdermal|implant|insert|patch|spray|lotion|foam|film|suspension|emulsion|powder|sinus|intravitreal|sublingual|buccal|vaginal|(?:extended|delayed)-release|for|and|\d+\s?mg)\b)"
)
_BRAND_AHEAD, _BRAND_BEHIND = 32, 120  # letters of a brand with its mark, and of the bracket behind it
_SUFFIX = re.compile(r"(?<=[a-z]{6})-[a-z]{4}$")  # of a biosimilar: 'infliximab-atha'
_CLOSES = re.compile(
    r"(?:\s(?:tablets?|capsules?|injection|cream|gel|ointment|implant|patch|spray|solution|suspension|lotion|foam|film))?\)"
)
MARKS = ("®", "™", "℠", "(R)", "(TM)")


def brands_of(text: str, vocabulary: Vocabulary) -> Iterator[re.Match[str]]:
    """Every brand (group 1) with its substance (group 2) in brackets."""
    for match in _brands_of(text):
        if _is_generic_name(match[2].lower(), vocabulary) or _is_marked_substance(text, match, vocabulary):
            yield match


@cache
def not_compounds() -> frozenset[str]:
    """Words (lower case) of the vocabulary that releases use for other things: analytes, foods, brands that are words."""
    return frozenset(str(word).lower() for word in read_own("words")["not_compounds"])


def _brands_of(text: str) -> Iterator[re.Match[str]]:
    """The matches of _BRAND_OF: each has a bracket behind its first word."""
    free, bracket = 0, text.find("(")
    while bracket >= 0:
        if text[bracket - 1 : bracket].isspace():
            match = _BRAND_OF.search(text, max(free, bracket - _BRAND_AHEAD), bracket + _BRAND_BEHIND)
            if match and match.start() < bracket:
                free = match.end()
                yield match
        bracket = text.find("(", bracket + 1)


def _is_generic_name(name: str, vocabulary: Vocabulary) -> bool:
    if name in vocabulary.words:
        return False
    name = _SUFFIX.sub("", name)
    return vocabulary.compounds.lookup(name) is not None or stem_of(name.split()[0]) is not None


def _is_marked_substance(text: str, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """True of 'BRAND® (zolpitrem)': one small word behind a marked name that is no everyday word is its substance."""
    if not _CLOSES.match(text, match.end(2)) or not may_be_substance(match[2], vocabulary):
        return False
    return any(mark in text[match.end(1) : match.start(2)] for mark in MARKS)


_EVERYDAY = re.compile(r"(?:ly|ful|ing|ed|er|s|tion|ment|day|ous|ity|wide|board|less|ness|able|ible)$")


def may_be_substance(word: str, vocabulary: Vocabulary) -> bool:
    """True of a small word that could be an INN which nobody knows yet: no everyday word, disease, target or company."""
    if not (word.isalpha() and word.islower() and len(word) >= 7) or _EVERYDAY.search(word):
        return False
    if word in vocabulary.words or word in not_compounds():
        return False
    return not any(names.lookup(word) for names in (vocabulary.diseases, vocabulary.targets, vocabulary.companies))
