"""Names of compounds that no vocabulary, stem or shape gives away: they are introduced by the words around them.

'X, an investigational gene therapy' and 'our lead product candidate, X' make X a compound when X is an unusual word.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.brand_names import brand_names
from ingest.extract.candidates import Candidate, compound_nouns
from ingest.extract.candidates_brands import not_compounds
from ingest.extract.document import Document
from ingest.extract.findings import CompanyFindings
from ingest.extract.openings import Openings
from ingest.extract.starts import lowered
from ingest.records import name_key
from ingest.vocabulary.vocabulary import Vocabulary

_NAME = (
    r"(?P<name>(?:[A-Z][\w’‑-]*[A-Za-z0-9₀-₉]|[a-z][a-z]{6,20}|[a-z]{3,10}-[a-z]{3,10})"
    r"(?:\s(?:alfa|alpha|beta|gamma|pegol|cream|otic|ophthalmic))?)"
)
_CAPITAL = r"(?P<name>[A-Z][a-z]{4,15}|[A-Z]{5,12})"
_AHEAD, _BEHIND = 110, 170
_BLANKS = " \n\u00a0"
_MARK = r"(?:\s?(?:®|™|\(R\)|\(TM\)))?"


@cache
def _apposition() -> tuple[Openings, re.Pattern[str]]:
    """(the words that introduce, the name with them): the cheap one tells where the dear one is worth trying."""
    nouns = compound_nouns()
    investigational = (
        r"(?:investigational|innovative|proposed|patented|novel|first-in-class|oral|potential|"
        r"potentially|proprietary|humanized|fully|human|recombinant|selective|allogeneic|autologous|"
        r"synthetic|long-acting|once-daily|small|monoclonal|bispecific|therapeutic|targeted|dual|"
        r"potent|highly|next-generation|clinical-stage|injectable|inhaled|topical|intranasal)"
    )
    lead = (
        rf"(?:,\s|\s(?:is|was)\s|\s[-–—]+\s)(?:also\s+)?(?:an?|our|the\s+[Cc]ompany[’']s|its)\s+(?:\w+[- ]){{0,3}}?"
        rf"{investigational}[\s,]"
    )
    name = rf"(?<![\w@/.-]){_NAME}{_MARK}(?:\s\([^)]{{1,60}}\))?"
    begins = [f"{blank}{word}" for blank in _BLANKS for word in ("is", "was", "-", "–", "—")]
    begins += [f",{blank}" for blank in _BLANKS]
    return Openings([(re.compile(lead), begins)]), re.compile(rf"{name}{lead}(?:[\w/“”()-]+,?\s+){{0,9}}?(?:{nouns})\b")


@cache
def _scanned() -> tuple[Openings, ...]:
    """What is looked for in the whole text."""
    patterns = (
        re.compile(
            rf"(?:lead|product|drug|vaccine|clinical|therapeutic|therapy|investigational)\s+(?:[\w-]+\s+)?"
            rf"(?:candidates?|compounds?|assets?|drug|medicine|product),?\s+(?:called\s+|named\s+)?{_NAME}{_MARK}(?=[\s,.;:(])"
        ),
        re.compile(rf"(?:IND|NDA|BLA|MAA|sNDA|sBLA)(?:\s+application)?\s+for\s+{_NAME}{_MARK}(?=[\s,.;:(])"),
    )
    begins = ("lead product drug vaccine clinical therap investigational", "ind nda bla maa snda sbla")
    gaps = (("",), (" for", " app", "\n", "\u00a0"))
    return tuple(
        Openings([(pattern, (word + gap for word in words.split() for gap in behind))])
        for pattern, words, behind in zip(patterns, begins, gaps, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Introduction:
    """A pattern that is looked for around its anchors only: from so many letters ahead of one on, or right at it."""

    number: int
    ahead: int
    pattern: re.Pattern[str]

    def near(self, text: str, anchor: int) -> Iterator[re.Match[str]]:
        """Its matches at one anchor."""
        if self.ahead:
            yield from self.pattern.finditer(text, max(0, anchor - self.ahead), anchor + _BEHIND)
        elif match := self.pattern.match(text, anchor):
            yield match


_DRUGS = "drug medicine medication vaccine antidepressant antibiotic painkiller inhibitor antibody antipsychotic biosimilar injection statin"
_DRUGS_IN_APPOSITION = "drug medicine pill vaccine compound treatment antibody"


@cache
def _introductions() -> Anchored[_Introduction]:
    entries = (
        (
            ("approv", "launch", "markets"),
            0,
            rf"\b(?:[Aa]pprov(?:es|ed|al\s+of)|APPROVES|[Ll]aunch(?:es|ed|\s+of)|[Mm]arkets)\s+{_CAPITAL}{_MARK}(?=[\s,.;:(])",
        ),
        (
            ("approved", "indicated", "prescribed", "available"),
            _AHEAD,
            rf"(?<![\w@/.-])(?<![Tt]he ){_CAPITAL}{_MARK}\s(?:remains|is)\s(?:now\s|also\s|currently\s)?"
            r"(?:approved|indicated|prescribed|commercially\savailable|available\sfor)\s(?:in|for|as|to|by|under|[a-z]+\s)",
        ),
        (("sales",), 0, rf"[Ss]ales\s+(?:\([^)]{{1,80}}\)\s)?of\s+{_CAPITAL}{_MARK}(?=[\s,.;:(])"),
        (
            _DRUGS.split(),
            0,
            rf"\b(?:{_DRUGS.replace(' ', '|')})\s{_CAPITAL}{_MARK}"
            r"(?=\s(?:--|[–—-]\s|\(|in\b|for\b|was\b|is\b|has\b|to\b|into\b|and\b|will\b|also\b)|[,.;])",
        ),
        (
            _DRUGS_IN_APPOSITION.split(),
            0,
            rf"\b(?:{_DRUGS_IN_APPOSITION.replace(' ', '|')}),\s(?:called\s|named\s|known\sas\s|dubbed\s)?{_NAME}{_MARK},\s",
        ),
        (
            ("developing",),
            _AHEAD,
            rf"\b(?:is|are)\s(?:currently\s)?developing\s{_CAPITAL}{_MARK}(?=\s(?:for|as|to|in)\b|,\s(?:an?|its|our)\b)",
        ),
        (
            ("gene therapy", "cell therapy", "gene\ntherapy", "cell\ntherapy"),
            _AHEAD,
            rf"(?<![\w@/.-]){_NAME}{_MARK}\s(?:[Gg]ene|[Cc]ell)\s[Tt]herapy\s(?:for|with|in|candidate|program)\b",
        ),
    )
    return Anchored(
        (_Introduction(number, ahead, re.compile(pattern)), anchors)
        for number, (anchors, ahead, pattern) in enumerate(entries)
    )


_CODE_IN_BRACKETS = re.compile(r"\([A-Z]{2,6}[- ]?\d{2,8}[A-Z]?\)")
_BEFORE_CODE = re.compile(
    rf"(?:(?<=[a-z] )|(?<=[.:,] )|(?<=\n)|^){_NAME}{_MARK}\s\((?=[A-Z]{{2,6}}[- ]?\d{{2,8}}[A-Z]?\))"
)
_HEADED = re.compile(
    r"\b(?:Trials?|Study|Studies|Data|Results|Update|Approval|Clearance|Designation|Patient\sDosed|trial|study|results|data|approval|designation)\s"
    rf"(?:of|for|with|on|from)\s{_CAPITAL}{_MARK}(?=\s(?:for|in|as|at)\b|,\s(?:an?|its)\b|\s*$)",
    re.MULTILINE,
)


def proper_name_candidates(
    doc: Document, candidates: list[Candidate], companies: CompanyFindings, vocabulary: Vocabulary
) -> list[Candidate]:
    """The candidates with those added that only their context introduces."""
    text = doc.text
    company_words = {name_key(c.name) for c in companies.names} | {name_key(m.text) for m in companies.mentions}
    weights = dict.fromkeys((match.span("name") for match in (*_introduced(text), *_headed(doc))), 1.0)
    for start, end, weight in brand_names(text, vocabulary):
        weights[start, end] = max(weight, weights.get((start, end), 0.0))
    added = []
    for (start, end), weight in weights.items():
        name = text[start:end]
        if not _is_unusual(name, vocabulary) or name.endswith("TM") or name.lower() in not_compounds():
            continue
        if name_key(name) in company_words or any(
            m.char_start <= start and end < m.char_end for m in companies.mentions
        ):
            continue
        sentence = doc.sentence_of(start)
        if sentence is None or sentence.section in ("safety", "forward_looking", "contacts", "references"):
            continue
        beside = next((c for c in candidates if c.char_start < end and start < c.char_end), None)
        if beside is None:
            substance = vocabulary.compounds.lookup(name.split(" ")[0]) if " " in name else None
            added.append(Candidate(start, end, name, "proper", weight, substance.key if substance else None))
        elif beside.char_start == start and beside.basis == "mark" and weight > beside.weight:
            candidates = [dataclasses.replace(c, weight=weight) if c is beside else c for c in candidates]
    return sorted([*candidates, *added], key=lambda c: c.char_start)


def _headed(doc: Document) -> Iterator[re.Match[str]]:
    """What a headline reports results or trials of."""
    for sentence in doc.sentences:
        if sentence.section in ("headline", "subhead"):
            yield from _HEADED.finditer(doc.text, sentence.char_start, sentence.char_end)


def _introduced(text: str) -> Iterator[re.Match[str]]:
    """Every place where words introduce a name."""
    low = lowered(text)
    lead, full = _apposition()
    for words in lead.find(text, low):
        yield from full.finditer(text, max(0, words.start() - _AHEAD), min(len(text), words.end() + _BEHIND))
    for scanned in _scanned():
        yield from scanned.find(text, low)
    for introduction, anchor in sorted(_introductions().places_in(low), key=lambda place: place[0].number):
        yield from introduction.near(text, anchor)
    for code in _CODE_IN_BRACKETS.finditer(text):
        yield from _BEFORE_CODE.finditer(text, max(0, code.start() - _AHEAD), code.end())


def _is_unusual(name: str, vocabulary: Vocabulary) -> bool:
    lower = name.lower()
    parts = re.split(r"[\s-]", lower)
    if any(part in vocabulary.words for part in parts if len(part) > 2) and not any(c.isdigit() for c in name):
        return False
    if vocabulary.targets.lookup(name) or vocabulary.diseases.lookup(name) or vocabulary.companies.lookup(name):
        return False
    return len(name) >= 4
