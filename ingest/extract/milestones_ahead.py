"""Data that a meeting is still to hear, and talks that were given on the day of the release.

'Announced the presentation of data at the upcoming congress' tells nothing yet: the data are expected. 'Presented
today' leaves nothing to expect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from ingest.extract.context import NEWS_SECTIONS
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.periods import Period
from ingest.extract.rulebook import read_table

_TALK = r"(?:presentations?|posters?|abstracts?|talks?|(?:oral|plenary|poster|late-breaking|scientific) sessions?|symposi(?:um|a))"
_TALK_WORD = re.compile(rf"\b{_TALK}\b", re.IGNORECASE)
_ANNOUNCED_TALK = re.compile(
    rf"\b(?:announc\w+|outlin\w+|acceptance|previews?)\b(?:(?!\bdata\b|\bresults?\b|\bfindings\b)[^.;]){{0,70}}?\b{_TALK}\b",
    re.IGNORECASE,
)
_CHOSEN = re.compile(
    rf"\b(?:data|results?|findings|{_TALK})\b[^.;]{{0,120}}?\b(?:has|have|had|was|were|been)(?: been)? (?:accepted|selected|chosen)"
    rf" (?:(?:for|as|to be)\b[^.;]{{0,40}}\b{_TALK}\b|at\b)"
    r"|\b(?:data|results?|findings)(?: [^\s.;]+){0,4}? (?:accepted|selected|chosen) for (?:an? )?(?:oral|poster|late-breaking|plenary)\b",
    re.IGNORECASE,
)
_UPCOMING = re.compile(
    r"\b(?:upcoming|forthcoming|(?:to|will) be held|(?:to|will) take place|(?:next|later this) (?:week|month|year)"
    r"|accepted|acceptance|selected)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:was|were|been|and) (?:\w+ )?presented\b|\bpresented (?:\w+ )?(?:today|yesterday)\b", re.IGNORECASE
)
_NOW = r"(?:today|this (?:morning|afternoon|evening))"
_GIVEN_TODAY = re.compile(
    rf"\b(?:presented|featured|highlighted|published|shared|unveiled|discussed|delivered)\b(?: [\w-]+){{0,3}}? (?:later )?{_NOW}\b"
    rf"|\b(?:being|is|are|was|were|will be) {_NOW} (?:presented|featured|shared|published)\b"
    rf"|\b(?:presentation|session|poster|talk)s? (?:\w+ )?{_NOW}\b|\b{_NOW} presented\b",
    re.IGNORECASE,
)
_HEADED_AHEAD = re.compile(
    r"\b(?:to|will) (?:be )?(?:present|showcase|highlight|feature|share|unveil|report|discuss)(?:e?d)?\b|\b(?:upcoming|forthcoming)\b",
    re.IGNORECASE,
)
_HEADS = frozenset({"headline", "subhead"})
_ON = re.compile(r"\bon (?:\w+day, )?$")
_LATER = re.compile(
    r"\b(?:upcoming|forthcoming|next|later this (?:month|year)|future|soon"
    r"|full (?:results|analys[ei]s|data)|additional|manuscript|journal|publication|peer-reviewed)\b",
    re.IGNORECASE,
)


def is_talk_to_come(doc: Document, place: int) -> bool:
    """True for data that the sentence at ``place`` only announces: as a talk at a meeting that has not begun."""
    sentence = doc.sentence_of(place)
    if sentence is None:
        return False
    if _CHOSEN.search(doc.text, sentence.char_start, sentence.char_end):
        return not _GIVEN.search(doc.text, sentence.char_start, sentence.char_end)
    return bool(_ANNOUNCED_TALK.search(doc.text, sentence.char_start, sentence.char_end)) and (
        _is_ahead(doc, sentence) or _is_headed_ahead(doc) if sentence.section not in _HEADS else _meets_later(doc)
    )


def _is_ahead(doc: Document, sentence: SentenceSpan) -> bool:
    published = doc.release.published_on
    return bool(_UPCOMING.search(doc.text, sentence.char_start, sentence.char_end)) or any(
        isinstance(m.value, Period)
        and m.value.precision == "day"
        and m.value.window_start is not None
        and (published is None or m.value.window_start > published)
        for m in doc.mentions_in(sentence, "period")
    )


@lru_cache(maxsize=2)
def _meets_later(doc: Document) -> bool:
    """The news below the headline say that the meeting is still to come."""
    return any(
        _is_ahead(doc, s)
        for s in _news(doc)
        if s.section not in _HEADS and _TALK_WORD.search(doc.text, s.char_start, s.char_end)
    )


@lru_cache(maxsize=2)
def _is_headed_ahead(doc: Document) -> bool:
    """The headline says that something is to be presented, and nothing says that it was presented today."""
    heads = (s for s in doc.sentences if s.section in _HEADS)
    is_ahead = any(_HEADED_AHEAD.search(doc.text, s.char_start, s.char_end) for s in heads)
    return is_ahead and not _is_shown_today(doc)


def _news(doc: Document) -> Iterable[SentenceSpan]:
    return (s for s in doc.sentences if s.section in NEWS_SECTIONS)


def is_at_congress(doc: Document, start: int, end: int) -> bool:
    """True when the words in [start, end), or the headline, name a congress of physicians; what is shown there is clinical."""
    spans = ((start, end), *((s.char_start, s.char_end) for s in doc.sentences if s.section == "headline"))
    return any(_meetings("congresses").search(doc.text, *span) for span in spans) and not any(
        _meetings("before_patients").search(doc.text, *span) for span in spans
    )


@cache
def _meetings(kind: str) -> re.Pattern[str]:
    return re.compile(str(read_table("milestones")[kind]))


def is_of_today(doc: Document, start: int, end: int) -> bool:
    """True for data 'to be presented' in [start, end) that are shown on the day of the release itself: nothing is left to expect."""
    published = doc.release.published_on
    for mention in doc.mentions_between(start, end, "period"):
        day = mention.value
        if not isinstance(day, Period) or published is None or day.window_end is None:
            continue
        if day.window_end > published:
            return False
        if day.window_start == day.window_end == published and _ON.search(doc.text, start, mention.char_start):
            return True
    return _is_shown_today(doc) and not _LATER.search(doc.text, start, end)


@lru_cache(maxsize=2)
def _is_shown_today(doc: Document) -> bool:
    return any(_GIVEN_TODAY.search(doc.text, s.char_start, s.char_end) for s in _news(doc))
