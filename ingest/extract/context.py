"""What the words around a thing say of it: cues from the rule tables, and where in the release they stand.

Belongs here: the tables of trigger words (``read_cues``), finding their hits in a sentence, clause bounds, and which
sections count. Does not belong here: what the hits mean for a trial (status.py) or an event (milestones.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from ingest.extract.anchors import Anchored
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.rulebook import Rule, read_rules, read_table
from ingest.extract.starts import in_lower_case, lowered

NEWS_SECTIONS = frozenset({"headline", "subhead", "dateline", "body", "quote"})
"""Sections that tell what is new; 'About' paragraphs tell of the pipeline only, all others nothing."""
PIPELINE_SECTIONS = NEWS_SECTIONS | {"about_compound", "about_company"}
_LEAD_SENTENCES = 6
_HARD_STOP = re.compile(
    r";|\s--\s|\s[–—]\s|(?<=\w):\s(?!\d)|,?\s(?:while|whereas|but|although|however)\s|,\s(?:and|followed by|as well as)\s"
)
_GLUED = re.compile(r"\s(?:includes?|contains?)\s?(?:certain\s)?[“\"]?$")
_PAPER = re.compile(r"\b(?:release|report|document|announcement|presentation|communication|letter|call|article)\b")
_NEWS_AHEAD = 60
_SOFT_STOP = re.compile(r"\s(?:and|as well as|or|&)\s|,\s|\s(?:followed by|including|after|following)\s")


@dataclass(frozen=True, slots=True)
class Cue:
    """One hit of one rule, in offsets of the document."""

    char_start: int
    char_end: int
    value: str
    rule: str


@dataclass(frozen=True, slots=True)
class CueRule:
    """A rule with its cheap test: at least one of the anchors must stand in the lower-cased sentence."""

    rule: Rule
    anchors: tuple[str, ...]
    value: str

    @property
    def data(self) -> Any:
        """The other keys of the rule's entry."""
        return self.rule.data


@cache
def read_cues(name: str) -> tuple[CueRule, ...]:
    """The rules of ``rules/<name>.yaml`` in order. Raises VocabularyError for a broken file."""
    words = {f"{{{key}}}": str(value) for key, value in read_table("context_words").items()}
    return tuple(
        CueRule(rule, tuple(str(a).lower() for a in rule.data["anchor"]), str(rule.data["value"]))
        for rule in read_rules(name, words, is_lower=True)
    )


@cache
def _anchored(name: str) -> Anchored[CueRule]:
    return Anchored((cue, cue.anchors) for cue in read_cues(name))


@cache
def _of_heads() -> frozenset[str]:
    return frozenset(cue.rule.id for cue in read_cues("status") if cue.data.get("only") == "head")


def tells_news(rule: str) -> bool:
    """True for a rule of status.yaml that holds only where data are the news: in a headline and right under it."""
    return rule in _of_heads()


@cache
def _stepless(name: str) -> frozenset[str]:
    return frozenset(cue.rule.id for cue in read_cues(name) if cue.data.get("step") == "none")


def tells_no_step(rule: str) -> bool:
    """True for a rule of status.yaml whose words tell a state but no event of their own."""
    return rule in _stepless("status")


def find_cues(name: str, sentence_text: str, offset: int) -> list[Cue]:
    """All hits of a table in one sentence, in the order of the rules; ``offset`` is where the sentence begins."""
    return [
        Cue(offset + max(0, start - 1), offset + end - 1, cue.value, cue.rule.id)
        for cue, start, end in _hits(name, sentence_text)
    ]


@lru_cache(maxsize=128)
def _hits(name: str, sentence_text: str) -> tuple[tuple[CueRule, int, int], ...]:
    """(rule, start, end) of each hit, one letter further than in the sentence; several finders ask for one sentence."""
    low = " " + in_lower_case(sentence_text)
    standing = _anchored(name).standing_in(low)
    return tuple((cue, *match.span()) for cue in standing for match in cue.rule.regex.finditer(low))


def cut_between(text: str, left: int, right: int) -> int:
    """Where the text between two things belongs to the one or the other: the strongest break, else ``right``."""
    between = text[left:right]
    for stop in (_HARD_STOP, _SOFT_STOP):
        breaks = list(stop.finditer(between))
        if breaks:
            return left + breaks[-1].start()
    return right


def lead_end(doc: Document) -> int:
    """The offset up to which the release tells its news: headline, subheads and the first sentences of the body."""
    body = 0
    end = 0
    for sentence in doc.sentences:
        if sentence.section in ("headline", "subhead"):
            end = max(end, sentence.char_end)
        elif sentence.section in ("dateline", "body", "quote"):
            body += 1
            if body > _LEAD_SENTENCES:
                break
            end = max(end, sentence.char_end)
    return end


def _warnings(text: str) -> tuple[int, ...]:
    """Where a text speaks of risks."""
    low = lowered(text)
    return tuple(sorted(start for pattern, start in _risks().places_in(low) if pattern.match(low, start)))


@cache
def _risks() -> Anchored[re.Pattern[str]]:
    table = read_table("context")["skip_sentences"]
    return Anchored([(re.compile(table["pattern"]), table["begin"])])


def in_scope(doc: Document, sections: frozenset[str] = PIPELINE_SECTIONS) -> list[SentenceSpan]:
    """The sentences that may carry facts: in these sections, and no warnings about risks."""
    if sections not in doc.scopes:
        doc.scopes[sections] = list(_in_scope(doc, sections))
    return doc.scopes[sections]


def _in_scope(doc: Document, sections: frozenset[str]) -> Iterator[SentenceSpan]:
    warnings = _warnings(doc.text)
    for sentence in doc.sentences:
        if sentence.section not in sections:
            continue
        first = bisect_left(warnings, sentence.char_start)
        if first == bisect_left(warnings, sentence.char_end):
            yield sentence
        elif end := _end_of_news(doc.text, sentence, warnings[first]):
            yield replace(sentence, char_end=end)


def _end_of_news(text: str, sentence: SentenceSpan, warning: int) -> int | None:
    """Where the safe harbour runs into a sentence of news ('… randomized to ABX-101 includes “forward-looking'); None elsewhere."""
    glued = _GLUED.search(text, max(sentence.char_start, warning - 20), warning)
    if glued is None or glued.start() - sentence.char_start < _NEWS_AHEAD:
        return None
    return None if _PAPER.search(text, sentence.char_start, glued.start()) else glued.start()
