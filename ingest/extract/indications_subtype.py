"""What belongs to a disease on its left and right: its molecular subtype stays, the words of line and stage between go.

'HER2-Negative Locally Advanced Unresectable or Metastatic gastric cancer' is 'HER2-Negative gastric cancer'; 'bladder
cancer with FGFR3 mutations' stays as it is printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.extract.rulebook import read_table
from ingest.vocabulary.terms import signs_in_words

_WINDOW = 150
_LAST_WORD = re.compile(r"[^\s,(]*,?[\s-]$")
_ROMAN = re.compile(r"[IVX]+[A-C]?\d?(?:[/–-][IVX]+[A-C]?\d?)*")
_GLUED = re.compile(r"(?<=\w)\*+(?=\w)")
_SHORT = re.compile(r"\s?\([\w+/−–-]{2,12}\)")
_STAR = re.compile(r"\*+")
_SPELLINGS = (
    (re.compile(r"human epidermal growth factor receptor[\s-]?2", re.IGNORECASE), "HER2"),
    (re.compile(r"hormone[\s-]receptor", re.IGNORECASE), "HR"),
    (re.compile(r"(?:o?estrogen)[\s-]receptor", re.IGNORECASE), "ER"),
    (re.compile(r"microsatellite[\s-]instability[\s-]high|MSI[\s-]High", re.IGNORECASE), "MSI-H"),
    (re.compile(r"mismatch[\s-]repair[\s-]deficient", re.IGNORECASE), "dMMR"),
    (re.compile(r"\b(?:mutated|mutation[\s-]positive|mutant)\b", re.IGNORECASE), "mutant"),
    (re.compile(r"\bnon[\s-]squamous\b", re.IGNORECASE), "nonsquamous"),
    (re.compile(r"\b(?:higher|high)[\s-]risk\b", re.IGNORECASE), "higher-risk"),
)


@dataclass(frozen=True, slots=True)
class Subtype:
    """Where a disease begins with the words that belong to it, and those words without what stands between."""

    start: int
    words: str  # as printed; '' when nothing stands before the disease


def subtype_ahead(text: str, floor: int, start: int) -> Subtype:
    """The words before the disease at ``start``, not before ``floor``, that keep its subtype ('HER2-positive', 'acute')."""
    low = max(floor, start - _WINDOW)
    words: list[str] = []
    for _ in range(3):
        found = _next_ahead(text, low, start)
        if found is None:
            break
        start = found.start
        words.insert(0, found.words)
    return Subtype(start, " ".join(words))


def _next_ahead(text: str, low: int, start: int) -> Subtype | None:
    last = _LAST_WORD.search(text, max(low, start - 40), start)
    if last is None or last.group().strip(" \n,-").lower() in _never_kept():
        return None
    match = _keep_left().search(text, max(low, start - 60), start)
    if match is None or _ROMAN.fullmatch(match["kept"]):
        match = _kept_before(text, low, start)
    if match:
        return Subtype(match.start("kept"), text[match.start("kept") : start].rstrip())
    match = _markers().search(text, low, start)
    return Subtype(match.start("marks"), _without_stars(match["marks"])) if match else None


def _without_stars(words: str) -> str:
    """Italics that the page left as stars: '*KRAS*G12C' is 'KRAS G12C'; a bracket that only shortens goes."""
    return _STAR.sub("", _GLUED.sub(" ", _SHORT.sub("", words))).strip(" ,")


def _kept_before(text: str, low: int, start: int) -> re.Match[str] | None:
    """'higher-risk' before a myelodysplastic syndrome: words that stay before few diseases only."""
    for words, diseases in _kept_pairs():
        if (match := words.search(text, max(low, start - 30), start)) and diseases.match(text, start):
            return match
    return None


def subtype_behind(text: str, end: int) -> int:
    """Where a disease ends with the mutation told behind it ('bladder cancer harboring FGFR3 mutations')."""
    match = _behind().match(text, end)
    return match.end() if match else end


def in_one_spelling(words: str) -> str:
    """The markers of a subtype in one spelling: 'HR+', 'HR-positive' and 'hormone receptor positive' are one."""
    words = signs_in_words(words)
    for pattern, spelling in _SPELLINGS:
        words = pattern.sub(spelling, words)
    return words


# --- tables -----------------------------------------------------------------------------------------------------------


def _alternatives(key: str) -> str:
    return re.sub(r"\n\s*", "", str(read_table("indications")[key])).replace(" |", "|").strip()


@cache
def _never_kept() -> frozenset[str]:
    return frozenset(str(w).lower() for w in read_table("indications")["never_kept"])


@cache
def _keep_left() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<kept>(?i:{_alternatives('keep_left')})|{_alternatives('bare_code')})[\s-]$")


@cache
def _kept_pairs() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    return [
        (re.compile(rf"(?<![\w-])(?P<kept>{pair['words']})[\s-]$"), re.compile(str(pair["diseases"])))
        for pair in read_table("indications")["kept_before"]
    ]


@cache
def _markers() -> re.Pattern[str]:
    """One or more markers, then any words of line and stage, up to the disease."""
    mark = rf"(?:(?:{_alternatives('markers')})(?:\s?\([\w+/−–-]{{2,12}}\))?)"
    between = "|".join(str(word).replace(" ", r"[\s-]") for word in read_table("indications")["stage_words"])
    return re.compile(
        rf"(?<![\w-])(?P<marks>{mark}(?:(?:,\s(?:and\s)?|\s?/\s?|\s(?:or|and)\s|\s){mark})*)"
        rf"(?:,?\s(?:(?i:{between})(?:,\s|/|\s|-))*)$"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(_alternatives("behind"))
