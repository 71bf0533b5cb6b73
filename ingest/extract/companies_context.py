"""Names that only their context makes a company: 'the acquisition of Vaki', 'collaboration with Cyclomics'."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.companies_spans import CompanySpan, company_words
from ingest.extract.rulebook import read_rules
from ingest.vocabulary.vocabulary import load

_NAME = r"(?P<name>(?:[A-Z][\w’'&-]*[a-z\w](?:\.\w+)?|[a-z]{1,2}[A-Z]\w+)(?: (?:[A-Z][\w’'&-]*\w|&|AI|BV|[A-Z]))*)"
_NOT_A_NAME = re.compile(r"^(?:[A-Z]{1,6}-?\d[\w-]*|Phase|[IVX]+)$")


@cache
def _captures() -> re.Pattern[str]:
    """All capture rules as one pattern; each ends where the name begins."""
    return re.compile("|".join(f"(?:{rule.data['pattern']})" for rule in read_rules("companies")), re.IGNORECASE)


def find_captured(text: str, known: list[CompanySpan]) -> list[CompanySpan]:
    """Capitalised names behind words that only a party follows, where no company is known yet."""
    words, vocabulary = company_words(), load()
    starts = {s.char_start for s in known}
    found = []
    for match in _captures().finditer(text):
        begin = match.end()
        if begin in starts or not (named := re.match(_NAME, text[begin : begin + 60])):
            continue
        name = _cut(named.group("name"), words.breaks)
        name = re.sub(r"[’']s?$", "", name)
        first = name.split(" ")[0]
        if len(name) < 3 or _NOT_A_NAME.match(name) or first in words.breaks or words.never.search(name):
            continue
        if (
            all(w.lower() in vocabulary.words for w in name.split())
            or vocabulary.targets.lookup(name)
            or vocabulary.diseases.lookup(name)
        ):
            continue
        if (hit := vocabulary.compounds.lookup(name)) and hit.kind != "code":
            continue
        found.append(CompanySpan(begin, begin + len(name), name, "company", "context"))
    return found


def _cut(name: str, breaks: frozenset[str]) -> str:
    """The name up to the first word that belongs to no name."""
    kept: list[str] = []
    for token in name.split(" "):
        if token in breaks and kept:
            break
        kept.append(token)
    return " ".join(kept)
