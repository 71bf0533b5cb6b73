"""How many patients: 'enrolled 120 patients', '420-patient study', 'N=36'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.starts import find_behind

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    **{word: number for number, word in enumerate(_ONES, 1) if number > 5},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": 10 * t + o for t, ten in enumerate(_TENS, 2) for o, one in enumerate(_ONES, 1)},
    "one hundred": 100,
}
_WHO = (
    r"(?:patients|subjects|participants|volunteers|adults|children|adolescents|women|men|individuals|people|infants|"
    r"persons|survivors|boys|girls|toddlers|newborns|neonates|pts)"
)
_BETWEEN = (  # a word between the number and the patients; these would make it a number of something else
    r"\s+(?!(?:of|in|for|weeks?|months?|years?|days?|hours?|mg|million|billion|percent|times|countries|sites|centers|than|to"
    r"|out|from|doses?|mcg|kg|ml)\b)[a-z][\w/-]*"
)
_NUMBER = r"(?P<{}>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + ")"
_COUNT = re.compile(
    r"(?=[\dsenfto])(?:"  # how any of the forms begins: most places of a text are passed over at once
    rf"(?<![\w.,$%-])(?:{_NUMBER.format('a')}(?:\s?(?:to|-"
    rf"|–)\s?{_NUMBER.format('b')})?)(?:{_BETWEEN}){{0,5}}?(?:\s+\([^()]{{1,40}}\)(?:{_BETWEEN}){{0,5}}?)?\s+(?P<who>{_WHO})\b"
    rf"|(?<![\w.,$%-]){_NUMBER.format('c')}-(?:patient|subject|person|participant)\b"
    rf"|\b(?:[Nn]\s?=|number\s+of\s+(?:patients|participants|subjects)\s?:)\s?{_NUMBER.format('d')}"
    rf"|\benroll?(?:ed|ing|ment\s+of)?\s+(?:up\s+to\s+|approximately\s+|about\s+|a\s+total\s+of\s+|over\s+"
    rf"|more\s+than\s+)*{_NUMBER.format('e')}(?![\d.,]*\s?%)(?![-\w]))",
    re.IGNORECASE,
)  # fmt: skip
_GAPS = re.compile(  # what stands before a number of patients
    r"\W(?=\d|s(?:ix|even)|e(?:ight|leven|nrol)|t(?:en|welve|wenty|hirt)|f(?:ifteen|orty|ifty|ourteen)|one|n(?:ine|\s?=|umber\sof))"
)


@dataclass(frozen=True, slots=True)
class PatientCount:
    """A number of patients."""

    char_start: int
    char_end: int
    count: int
    text: str


def find_patient_counts(text: str) -> list[PatientCount]:
    """All numbers of patients in text order; of a range the upper end."""
    found = []
    for match in find_behind(_GAPS, _COUNT, text):
        words = match["b"] or match["a"] or match["c"] or match["d"] or match["e"]
        plain = words.lower().replace(",", "")
        count = int(plain) if plain.isdigit() else _WORDS[plain]
        if count > 200_000 or (match["who"] is None and match["e"] and 1980 <= count <= 2060):
            continue
        found.append(PatientCount(match.start(), match.end(), count, match.group()))
    return found
