"""Royalty rates in words and figures: 'high single-digit' is 7 to 9 percent, 'from 5% to the low teens' 5 to 13.

The convention behind the words is data (rules/terms.yaml, ``rates``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.money import find_percents
from ingest.extract.rulebook import read_table

_GRADES = {"low": "low", "lower": "low", "mid": "mid", "middle": "mid", "high": "high", "upper": "high"}
_GRADE = r"low(?:er)?|mid(?:dle)?|high|upper"
_WORDS = re.compile(
    rf"\b(?:(?P<grade>{_GRADE})[\s-]*(?:(?:to|and|-)?[\s-]*(?P<grade2>{_GRADE})[\s-]*)?)?"
    r"(?P<decade>single|double|teens?|twenties|twenty|thirties|thirty|forties|forty)\b(?:[\s-]*digits?)?",
    re.I,
)
_DECADES = {"teen": "teens", "twenty": "twenties", "thirty": "thirties", "forty": "forties"}
_UP_TO = re.compile(r"\b(?:up to|as (?:high|much) as|reaching)\s+(?:and including\s+)?(?:an?\s+|the\s+)?$", re.I)
_NO_ROYALTY = re.compile(
    r"^\s*(?:of (?:patients|the (?:shares|outstanding|company))|premium|stake|discount|per year|ownership|owned)", re.I
)
_ROYALTY = re.compile(
    r"\broyalt(?:y|ies)\b|^(?:Tiered )?[Rr]oyalt(?:y|ies)\b(?! [A-Z])"
)  # not the name 'Royalty Pharma'
_BEHIND = 170
_AHEAD = 60


@dataclass(frozen=True, slots=True)
class RoyaltyRate:
    """One royalty: where its words stand, the percentages (null where the words give none)."""

    char_start: int
    char_end: int
    low: float | None
    high: float | None


def find_royalty(sentence: str) -> RoyaltyRate | None:
    """The royalty that a sentence tells, its rates joined to one range; None without the word."""
    said = _ROYALTY.search(sentence) if "oyalt" in sentence else None
    if said is None:
        return None
    start, end = max(0, said.start() - _AHEAD), min(len(sentence), said.end() + _BEHIND)
    start = max(start, sentence.rfind(";", 0, said.start()) + 1)
    stop = sentence.find(";", said.end(), end)
    end = end if stop < 0 else stop
    rates = [r for r in _rates(sentence) if start <= r.char_start and r.char_end <= end]
    if not rates:
        return RoyaltyRate(said.start(), said.end(), None, None)
    lows = [r.low for r in rates if r.low is not None]
    highs = [r.high for r in rates if r.high is not None]
    is_open = any(r.high is None for r in rates)
    return RoyaltyRate(
        min(said.start(), rates[0].char_start),
        max(said.end(), rates[-1].char_end),
        min(lows) if lows else None,
        None if is_open or not highs else max(highs),
    )


def _rates(text: str) -> list[RoyaltyRate]:
    """Every rate of a text in order, 'up to X' without a low end."""
    found = []
    table = read_table("terms")["rates"]
    for match in _WORDS.finditer(text):
        decade = match["decade"].lower()
        if decade in ("single", "double") and not (match["grade"] or re.search(r"digits?$", match.group(), re.I)):
            continue
        grades = table[_DECADES.get(decade, decade)]
        first = grades[_GRADES[match["grade"].lower()] if match["grade"] else "any"]
        last = grades[_GRADES[match["grade2"].lower()]] if match["grade2"] else first
        found.append(_bounded(text, match.start(), match.end(), first[0], last[1]))
    for percent in find_percents(text):
        if not _NO_ROYALTY.match(text[percent.char_end : percent.char_end + 40]) and percent.high <= 60:
            found.append(_bounded(text, percent.char_start, percent.char_end, percent.low, percent.high))
    return sorted(found, key=lambda r: r.char_start)


def _bounded(text: str, start: int, end: int, low: float | None, high: float | None) -> RoyaltyRate:
    is_top = bool(_UP_TO.search(text[max(0, start - 40) : start]))
    return RoyaltyRate(start, end, None if is_top else low, high)
