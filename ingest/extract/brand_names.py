"""Product names that are words ('Pediflux'): told by a list of what a company sells, or by an aside that says what they are.

A name is looked for only where plain words stand beside it, so a pass over the text is a few searches for letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.candidates_brands import may_be_substance
from ingest.extract.rulebook import read_table
from ingest.extract.starts import lowered
from ingest.vocabulary.vocabulary import Vocabulary

_SURE, _LIKELY = 2.0, 1.0
_FORM = (
    r"(?:\s(?:XR|ER|SR|CR|LA|HCT|Plus|Forte)(?![\w-]))?"
    r"(?P<sure>\s?(?:®|™|\(R\)|\(TM\)))?"
    r"(?P<form>(?:\s(?:Nasal|Oral|Topical|Ophthalmic|Eye))?\s(?:Spray|Cream|Gel|Ointment|Tablets|Capsules|Injection|Patch|Lotion|Foam|Drops|Solution|Suspension|Inhaler))?"
    r"(?P<of>\s\([a-z][^)]{4,60}\))?(?:,?\s\d[\d.,]*\s?(?:%|mg|mcg))?"
)
_ITEM = re.compile(rf"(?P<name>[A-Z][a-z]{{3,14}}|[A-Z][a-z]{{2,9}}[A-Z][a-z]{{2,9}}|[A-Z]{{5,12}})(?![\w-]){_FORM}")
_NEXT = re.compile(
    r"(?:,?\s(?:for|to|in|which|an?|the)\s(?:(?!\band\b)[^,.;()]){3,70}?(?=,|\sand\s))?(?:,?\s(?:and|&)\s(?:the\s|its\s)?|,\s)(?=[A-Z])"
)
_ENDS = re.compile(r"(?=[\s,.;:)]|$)")
_SELLS = ("markets ", "sells ", "promotes ", "distributes ", "commercializes ", "commercialises ")
_SOLD = (
    " portfolio",
    " contraceptives",
    " supplements",
    " therapies",
    " products",
    " brands",
    " medicines",
    " drugs",
    " product portfolio",
    " treatments",
)
_SOLD_WORDS = re.compile(
    r"(?:\b(?:marketed|commerciali[sz]ed|commercial|approved|existing|branded|launched|on-market|current|established|flagship|key)\s(?:[\w-]+\s){0,2}"
    r"|\b(?:two|three|four|five|six|its|our|company[’']s|[A-Z]\w+[’']s)\s(?:[\w-]+\s){0,2}?)$"
)
_LIST_BEGINS = re.compile(
    r"s?(?:(?:\s|,\swhich\s)(?:in\s(?:[\w.]+\s){1,4})?(?:are|include|includes|including|comprise|comprises|consists?\sof)|,|:|\s[–—-])\s(?:the\s)?"
)
_ASIDE = re.compile(r"(?:,|\s[–—-])\s(?:an?|its|our)\s")
_BEFORE_ASIDE = re.compile(
    r"(?<![\w@/.-])(?P<name>[A-Z][a-z]{2,9}[A-Z][a-z]{2,9}|[A-Z][a-z]{5,13}|[A-Z]{6,12})(?:\s?(?:®|™|\(R\)|\(TM\)))?(?:\s\([^)]{1,40}\))?$"
)
_TWINS = re.compile(r"(?<![\w@/.-])(?P<name>[A-Z][a-z]{2,9}[A-Z][a-z]{2,9}/[A-Z][a-z]{2,9}[A-Z][a-z]{2,9})$")
_CALLING = (" called ", " dubbed ", " named ", " known as ")
_CALLED = re.compile(
    r"\b(?:drug|medicine|pill|vaccine|treatment|antibody|medication|shot|injection|therapy|tablet|antibiotic|painkiller|antiviral),?\s"
    r"(?:called|dubbed|named|known\sas)\s[“\"‘]?(?P<name>[A-Z][a-z]{4,14})(?=[\s,.;:”\"’)])(?!\s[A-Z])"
)
_SUBSTANCE = re.compile(r"(?<![\w@/.-])(?P<name>[a-z]{8,16})(?:\s\([^)]{1,40}\))?$")
_NAMED = re.compile(
    r"(?<![\w@/.-])(?P<name>[A-Z][A-Za-z]{3,14})(?:\s?(?:®|™))?(?:\s(?:[Tt]ablets?|[Cc]apsules?|[Ii]njection|[Cc]ream|[Oo]intment|[Ss]yringe|[Ii]nfusion|[Pp]atch|[Ss]pray))?"
    r"(?:\s(?:for\s)?(?:IV|SC|s\.c\.))?(?:\s\d[\d.,]*\s?(?:mg|mcg|µg|%|mL))?[”\"]?\s?$"
)
_NAMING = ("(generic ", "(development ", "(INN", "(nonproprietary ", "(product ")
_NAMES = re.compile(r"\((?:generic|development|INN|nonproprietary|product)(?:\s(?:name|code)s?)?\s?[:：]")
_SMALL = re.compile(r"(?<![\w@/.-])(?P<name>[a-z]{7,16})$")
_IS = re.compile(r"\s(?:is|was)\san?\s")
_SUBJECT = re.compile(r"(?<![\w@/.-])(?P<name>[A-Z][a-z]{7,15}|[a-z]{8,16})(?:\s\([^)]{1,40}\))?$")
_REPEATED = 3  # times that a word must stand in a text to be a substance for 'X is an oral agent'
_REACH = 70
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:]\s|\n)$")


@cache
def _kind_words() -> re.Pattern[str]:
    """'a quadrivalent influenza vaccine' behind a name; a maker, a test or an expert is no medicine."""
    kinds = str(read_table("compounds")["kinds_told"]).replace("\n", "").replace(" ", "")
    others = str(read_table("compounds")["kinds_no_medicine"]).replace("\n", "").replace(" ", "")
    return re.compile(
        rf"(?i:(?:(?!(?:{others})\b)[\w/®™%+-]+,?\s){{0,9}}?(?:{kinds})\b(?!\s(?:{others})\b))"
        r"(?=\s(?:for|to|in|that|which|used|approved|sold|designed|targeting|against|administered|given|with|being|currently|indicated|under|and|is|was|has|from|by|made|developed|called|licensed)\b|[,.;)]|\s\()"
    )


def brand_names(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int, float]]:
    """(start, end, weight) of each name that such words introduce; whether it is an everyday word is for others to say."""
    for end in _list_starts(text):
        yield from _listed(text, end)
    for opens in _NAMING:
        for at in _places(text, opens):
            named = _NAMED.search(text, max(0, at - _REACH), at) if _NAMES.match(text, at) else None
            if named:
                yield named.start("name"), named.end("name"), _SURE
    for opens in _CALLING:
        for at in _places(text, opens):
            yield from (
                (m.start("name"), m.end("name"), _SURE) for m in _CALLED.finditer(text, max(0, at - 14), at + 40)
            )
    small = [
        match.span("name") for at in _places(text, " (anti-") if (match := _SMALL.search(text, max(0, at - 18), at))
    ]
    for start, end in (*small, *_told_by_is(text)):
        if may_be_substance(text[start:end].lower(), vocabulary):
            yield start, end, _SURE
    yield from _told_aside(text, vocabulary)


def _told_aside(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, int, float]]:
    """'FluVexa, a quadrivalent influenza vaccine'; a small word must look like a substance."""
    for aside in _ASIDE.finditer(text):
        start = max(0, aside.start() - _REACH)
        if brand := _BEFORE_ASIDE.search(text, start, aside.start()):
            opens = _OPENS_SENTENCE.search(text, max(0, brand.start() - 3), brand.start())
            if not opens and _kind_words().match(text, aside.end()):
                yield brand.start("name"), brand.end("name"), _SURE
            continue
        if (twins := _TWINS.search(text, start, aside.start())) and _kind_words().match(text, aside.end()):
            yield twins.start("name"), twins.end("name"), _SURE
            continue
        small = _SUBSTANCE.search(text, start, aside.start())
        if small and _kind_words().match(text, aside.end()) and may_be_substance(small["name"], vocabulary):
            yield small.start("name"), small.end("name"), _LIKELY


def _told_by_is(text: str) -> Iterator[tuple[int, int]]:
    """'Perifotin is an oral agent' of a word that is told again and again."""
    for verb in _IS.finditer(text):
        match = _SUBJECT.search(text, max(0, verb.start() - _REACH), verb.start())
        if match and _kind_words().match(text, verb.end()) and lowered(text).count(match["name"].lower()) >= _REPEATED:
            yield match.span("name")


def _list_starts(text: str) -> Iterator[int]:
    """Where the names of what is sold begin."""
    for words in _SELLS:
        for start in _places(text, words):
            yield start + len(words)
    for words in _SOLD:
        for start in _places(text, words):
            begins = _LIST_BEGINS.match(text, start + len(words))
            if begins and _SOLD_WORDS.search(text, max(0, start - 40), start + 1):
                yield begins.end()


def _places(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _listed(text: str, start: int) -> Iterator[tuple[int, int, float]]:
    """The names of a list; each is sure when a mark, a form or a substance stands beside one of them, or two in a row are names."""
    items: list[re.Match[str]] = []
    while (item := _ITEM.match(text, start)) and _ENDS.match(text, item.end()):
        items.append(item)
        behind = _NEXT.match(text, item.end())
        if not behind:
            break
        start = behind.end()
    is_sure = len(items) > 1 or any(item["sure"] or item["form"] or item["of"] for item in items)
    for item in items:
        yield item.start("name"), item.end("name"), _SURE if is_sure else _LIKELY
