"""Names that only their context makes a company: 'the acquisition of Vaki', 'collaboration with Cyclomics'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.companies_words import CompanySpan, company_words
from ingest.extract.openings import Openings
from ingest.extract.rulebook import Rule, read_rules
from ingest.extract.starts import lowered
from ingest.vocabulary.vocabulary import load

_NAME = re.compile(
    r"(?P<name>(?:[A-Z][\w’'&-]*[a-z\w](?:\.\w+)?|[a-z]{1,2}[A-Z]\w+|\d+[A-Z][a-z]\w+)(?: (?:St\. [A-Z]\w+|[A-Z][\w’'&-]*\w|&|AI|BV|[A-Z]))*)"
)
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")
_NOT_A_NAME = re.compile(r"^(?:[A-Z]{1,6}-?\d[\w-]*|Phase|[IVX]+|(?:Early|Late|Mid|Clinical)-Stage)$")
_PRODUCT = re.compile(r"\s?(?:®|™|\((?:R|TM)\))?\s?\([a-z]{4,}(?:[ -][a-z0-9]+)?\)")  # a substance behind its brand
_OWNER_END = re.compile(r"[’']s?$")
_OWNS = re.compile(r"[’']s\b")
_JOINT = re.compile(r"[ -]")
_DESCRIBING = re.compile(r"[\w-]+ ")
_NEXT = re.compile(r"(?:\s?[®™])?(?:\s?\([^()]{0,40}\))?(?:, and |, | and | & )(?:the )?")
_FROM = re.compile(r"(?:\s?[®™])? from (?:the )?")  # 'licensed to Acme from Betamed'
_JOINED = re.compile(r"and (?=[A-Z0-9]|[a-z]{1,2}[A-Z]|its )(?<=\Wand )")
_LONGEST_LIST = 8


@cache
def _captures() -> tuple[Openings, re.Pattern[str]]:
    """The capture rules, for words in lower case; each ends where the name begins. Those that open with 'and' apart."""
    rules = read_rules("companies").rules
    joined = [rule for rule in rules if all(str(letters).startswith("and ") for letters in rule.data["begins"])]
    others = [rule for rule in rules if rule not in joined]
    letters = [str(letters) for rule in others for letters in rule.data["begins"]]
    return Openings([(_one_of(others), letters)]), _one_of(joined)


def _captured_at(text: str, low: str) -> Iterator[re.Match[str]]:
    """The matches of the capture rules; 'and' stands at many places, of which those before a name are tried."""
    opened, joined = _captures()
    yield from opened.find(low, low)
    for place in _JOINED.finditer(text):
        if match := joined.match(low, place.start()):
            yield match


def _one_of(rules: list[Rule]) -> re.Pattern[str]:
    patterns = [str(rule.data["pattern"]) for rule in rules]
    return re.compile("|".join(f"(?i:{p})" if _CAPITAL.search(p) else f"(?:{p})" for p in patterns))


def find_captured(text: str, known: list[CompanySpan]) -> list[CompanySpan]:
    """Capitalised names behind words that only a party follows, where no company is known yet."""
    ends = {s.char_start: s.char_end for s in known}
    found: dict[int, CompanySpan] = {}
    low = lowered(text)
    for match in _captured_at(text, low):
        begin = match.end()
        for _ in range(_LONGEST_LIST):
            end = ends.get(begin)
            if end is None:
                begin = _past_places(text, _past_descriptions(text, begin))
                name = None if begin in ends else _name_at(text, begin)
                if begin not in ends and name is None:
                    break
                end = ends.get(begin) or begin + len(name or "")
                if name:
                    found[begin] = CompanySpan(begin, end, name, "company", "context")
            more = _NEXT.match(text, end) or (_FROM.match(text, end) if match.group().startswith("licensed") else None)
            if more is None:
                break
            begin = more.end()
    return list(found.values())


def _past_descriptions(text: str, begin: int) -> int:
    """Where the name begins behind words like 'Dutch-based'."""
    while (word := _DESCRIBING.match(text, begin, begin + 40)) and company_words().descriptive.search(
        word.group()[:-1]
    ):
        begin = word.end()
    return begin


def _past_places(text: str, begin: int) -> int:
    """Where the next name of a list begins behind a country ('University of Basel, Switzerland, and Acme')."""
    named = _NAME.match(text[begin : begin + 60])
    if named is None or named.group("name") not in company_words().places:
        return begin
    more = _NEXT.match(text, begin + named.end())
    return more.end() if more else begin


def _name_at(text: str, begin: int) -> str | None:
    """The company's name that begins here, or None for words, diseases, targets, compounds and persons."""
    words, vocabulary = company_words(), load()
    named = _NAME.match(text[begin : begin + 60])
    if named is None:
        return None
    name = _OWNER_END.sub("", _cut(named.group("name"), words.breaks))
    first = name.split(" ")[0]
    if len(name) < 3 or _NOT_A_NAME.match(name) or first in words.breaks or words.never.search(name):
        return None
    if name in words.places or first in words.titles or _is_product(text, name):
        return None
    behind = text[begin + len(name) : begin + len(name) + 20]
    if words.person.search(behind) or (_OWNS.match(behind) and " " not in name):
        return None
    if name.isupper() and len(name) <= 4 and _is_abbreviation(text, name):
        return None  # an abbreviation of words ('tumor microenvironment (TME)')
    everyday = [_is_everyday(w.lower(), vocabulary.words) for w in _JOINT.split(name)]
    if (
        all(everyday)
        or (len(everyday) > 3 and sum(everyday) * 2 >= len(everyday))
        or (everyday[0] and first.endswith("ing"))
        or vocabulary.targets.lookup(name)
        or vocabulary.diseases.lookup(name)
    ):
        return None
    hit = vocabulary.compounds.lookup(name)
    return None if hit and hit.kind != "code" else name


def _is_product(text: str, name: str) -> bool:
    """True when a substance stands in brackets behind the name, in whatever letter case."""
    low, sought = lowered(text), name.lower()
    at = low.find(sought)
    while at >= 0:
        if _PRODUCT.match(text, at + len(sought)) and not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
            return True
        at = low.find(sought, at + 1)
    return False


def _is_abbreviation(text: str, name: str) -> bool:
    """True when the name stands in brackets behind words in lower case."""
    at = text.find(f"({name})")
    while at >= 0:
        if "a" <= text[:at].removesuffix(" ")[-1:] <= "z":
            return True
        at = text.find(f"({name})", at + 1)
    return False


def _is_everyday(word: str, words: frozenset[str]) -> bool:
    """True for a word of everyday in any of its forms ('regains', 'expanded')."""
    return word in words or any(
        word.endswith(end) and word[: -len(end)] in words for end in ("s", "es", "ed", "d", "ing")
    )


def _cut(name: str, breaks: frozenset[str]) -> str:
    """The name up to the first word that belongs to no name."""
    kept: list[str] = []
    for token in name.split(" "):
        if token in breaks and kept:
            break
        kept.append(token)
    return " ".join(kept)
