"""Names of diseases that are one though they look like two, two though they look like one, or none at all."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.indications_findings import FoundDisease
from ingest.extract.rulebook import read_table
from ingest.vocabulary.vocabulary import Vocabulary

CAUSE = re.compile(r"\s?[-‑]\s?(?P<cause>associated|related|induced|driven|mediated)\s", re.IGNORECASE)
"""Between two diseases of which the first only says where the second comes from."""
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
_FURTHER = re.compile(r"\swith(?:\s[a-z-]+){2,6}")
_EJECTION = re.compile(  # 'heart failure and a reduced left ventricular ejection fraction'
    r"(?:\s\((?:C?HF)\))?\s?(?:,|\sand|\swith|,\sand|,\swith)\s(?:an?\s)?(?P<kind>reduced|mildly reduced|preserved)\s"
    r"(?:(?:left[- ]ventricular|LV)\s)(?:ejection fraction|EF)\b",
    re.IGNORECASE,
)
_CAUSED = re.compile(r"(.+?)[ -](associated|related|induced|driven|mediated)", re.IGNORECASE)


def halves(printed: str, key: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """'CLL/SLL' is two diseases when each half is known as another than the whole."""
    one, slash, other = printed.partition("/")
    if not slash or "/" in other:
        return None
    hits = [vocabulary.diseases.lookup(half.strip()) for half in (one, other)]
    return (one, other) if all(hit and hit.key != key for hit in hits) else None


def without_stage(printed: str, vocabulary: Vocabulary) -> int:
    """How many letters of a vocabulary's name are words of stage: 11 of 'metastatic melanoma'."""
    first, ends = _stage()
    match = first.match(printed)
    if match is None or not ends.search(printed) or vocabulary.diseases.lookup(printed[match.end() :]) is None:
        return 0
    return match.end()


def known_beyond(text: str, start: int, end: int, vocabulary: Vocabulary) -> FoundDisease | None:
    """A known disease that begins inside another one and reaches further: 'heart failure with reduced ejection fraction'."""
    if (told := _EJECTION.match(text, end)) and text[start:end].lower().endswith("heart failure"):
        name = f"heart failure with {told['kind'].lower()} ejection fraction"
        hit = vocabulary.diseases.lookup(name)
        return FoundDisease(start, told.end(), name, hit.key) if hit else None
    behind = _FURTHER.match(text, end)
    stops = [m.end() for m in _WORD.finditer(text, end, behind.end())][2:] if behind else []
    for begin in _WORD.finditer(text, start + 1, end) if stops else ():
        for stop in reversed(stops):
            if hit := vocabulary.diseases.lookup(text[begin.start() : stop]):
                return FoundDisease(start, stop, text[start:stop], hit.key)
    return None


def route_ahead(text: str, start: int, end: int) -> int:
    """How many letters tell how a drug is given: 5 of 'oral cancer' in 'an oral cancer drug'."""
    route, behind = _route()
    match = route.match(text, start, end)
    return match.end() - start if match and behind.match(text, end) else 0


def is_vehicle(text: str, start: int, end: int) -> bool:
    """True for a virus that carries a treatment ('herpes simplex virus-1 oncolytic immunotherapy')."""
    ahead, behind = _vector()
    return bool(behind.match(text, end) or ahead.search(text, max(0, start - 60), start))


def with_cause_spelled_out(words: str, vocabulary: Vocabulary) -> str:
    """'VHL-associated' as 'von Hippel-Lindau disease associated', when the vocabulary knows the cause."""
    match = _CAUSED.fullmatch(words)
    diseases = vocabulary.diseases
    hit = match and (diseases.lookup(f"{match[1]} disease") or diseases.lookup(match[1]))
    return f"{diseases.entities[hit.key].name} {match[2]}" if match and hit else words


def means_another(text: str, short: str, key: str, vocabulary: Vocabulary) -> bool:
    """True when the text introduces an abbreviation for something else: 'Fast Track Designation (FTD)' is no dementia."""
    place = next((p for p in (text.find(f"({short})"), text.find(f"(“{short}”)")) if p >= 0), -1)
    if place < 0:
        return False
    words = _WORD.findall(text[max(0, place - 90) : place])[-len(short) :]
    while words and words[0][0].lower() != short[0].lower():
        words = words[1:]
    if len(words) < 2 or not _is_subsequence(short.lower(), " ".join(words).lower()):
        return False
    entity = vocabulary.diseases.entities.get(key)
    known = {word for name in entity.names for word in _WORD.findall(name.lower())} if entity else set()
    return not any(len(word) > 3 and word.lower().rstrip("s") in {k.rstrip("s") for k in known} for word in words)


def _is_subsequence(letters: str, words: str) -> bool:
    rest = iter(words)
    return all(letter in rest for letter in letters if letter.isalpha())


@cache
def _stage() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = read_table("indications")
    return re.compile(table["cut_from_names"]), re.compile(rf"(?:{table['cut_before']})$")


@cache
def _route() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = read_table("indications")
    return re.compile(table["route"]), re.compile(table["route_behind"])


@cache
def _vector() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = read_table("indications")
    return re.compile(table["vector_ahead"]), re.compile(table["vector_behind"])
