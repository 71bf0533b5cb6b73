"""What the finders of companies know: word lists (rules/companies.yaml) and the curated names; and the span they find."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_lowercase, digits
from typing import Literal

from ingest.extract.rulebook import read_table
from ingest.vocabulary.snapshot import read_own
from ingest.vocabulary.terms import TOKEN, fold, term_key
from ingest.vocabulary.vocabulary import load

CompanyKind = Literal["company", "university", "agency", "foundation"]

_TICKER = r"(?<=[(;,/ ]){exchange}\s?:\s?[“\"]?(?P<ticker>[A-Z0-9][A-Z0-9.]{{0,6}})"


@dataclass(frozen=True, slots=True)
class CompanySpan:
    """One place where a company is named. ``basis``: vocabulary, shape, institution, ticker, issuer, alias, context."""

    char_start: int
    char_end: int
    text: str
    kind: CompanyKind
    basis: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of the curated vocabulary."""

    key: str
    kind: CompanyKind
    text: str
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class CompanyWords:
    """The lists of rules/companies.yaml, ready for lookup."""

    legal: frozenset[str]
    industry: frozenset[str]
    weak: frozenset[str]
    houses: frozenset[str]
    describing: frozenset[str]
    institution: frozenset[str]
    place_heads: frozenset[str]
    health: frozenset[str]
    health_fields: frozenset[str]
    lands: frozenset[str]
    breaks: frozenset[str]
    places: frozenset[str]
    titles: frozenset[str]
    never: re.Pattern[str]
    descriptive: re.Pattern[str]
    person: re.Pattern[str]
    ticker: re.Pattern[str]
    known: dict[str, KnownName]
    longest: dict[str, int]  # first word of the known names -> the most words of one that begins so
    seconds: dict[str, set[str]]  # first word of the known names -> what stands behind it in those of several words
    small: frozenset[str]  # names that are also printed without any capital


@cache
def company_words() -> CompanyWords:
    """The lists and the names of the curated vocabulary. Raises VocabularyError for a broken file."""
    table = read_table("companies")
    ambiguous = frozenset(map(str, table["ambiguous"]))
    lexicon = load().companies
    known: dict[str, KnownName] = {}
    longest: dict[str, int] = {}
    seconds: dict[str, set[str]] = {}
    small: set[str] = set()
    for entry in read_own("companies")["companies"]:
        names = [str(entry["name"]), *map(str, entry.get("names") or [])]
        hit = lexicon.lookup(names[0])
        if hit is None:
            continue
        for name in names:
            term = term_key(name)
            first, *rest = term.split(" ")
            known.setdefault(term, KnownName(hit.key, entry.get("kind", "company"), name, name in ambiguous))
            small |= {name} if name.islower() else set()
            longest[first] = max(longest.get(first, 0), 1 + len(rest))
            seconds.setdefault(first, set()).update(rest[:1])
    return CompanyWords(
        legal=frozenset(map(str, table["legal"])),
        industry=frozenset(map(str, table["industry"])),
        weak=frozenset(map(str, table["weak"])),
        houses=frozenset(map(str, table["houses"])),
        describing=frozenset(map(str, table["describing"])),
        institution=frozenset(map(str, table["institution"])),
        place_heads=frozenset(map(str, table["place_heads"])),
        health=frozenset(map(str, table["health"])),
        health_fields=frozenset(map(str, table["health_fields"])),
        lands=frozenset(map(str, table["lands"])),
        breaks=frozenset(map(str, table["break"])),
        places=frozenset(map(str, table["places"])),
        titles=frozenset(map(str, table["titles"])),
        never=re.compile(str(table["never"]["pattern"])),
        descriptive=re.compile(str(table["descriptive"])),
        person=re.compile(str(table["person"])),
        ticker=re.compile(_TICKER.format(exchange=str(table["exchange"]))),
        known=known,
        longest=longest,
        seconds=seconds,
        small=frozenset(small),
    )


@cache
def beginning() -> frozenset[str]:
    """The folded first tokens of all words that may begin a name or give its shape; of nearly all others nothing is asked."""
    words = company_words()
    shapes = words.industry | words.legal | words.institution | words.health | words.lands
    firsts = {fold(first.group()) for word in shapes if (first := TOKEN.match(word))}
    return frozenset(firsts.union(words.longest, ascii_lowercase, digits))


@lru_cache(maxsize=16_384)
def begins_nothing(word: str) -> bool:
    """True for nearly every word: no curated name begins with it, and it is none of the trade, the law or a house."""
    words, first = company_words(), TOKEN.match(word)
    return len(word) > 1 and not (
        (first and fold(first.group()) in words.longest)
        or word in words.industry
        or word in words.legal
        or word in words.institution
        or word in words.health
        or word in words.lands
    )
