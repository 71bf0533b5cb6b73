"""What a company sets itself: items of a list of goals, orders to itself, and notes that hold a date ahead and no deed.

'Anticipated milestones: report Phase 1 data in 1H 2025', 'Topline data in 2H 2025': no word of hope stands beside the
event, and yet nothing of it has happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ingest.extract.context import Cue
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.periods import Period

_AHEAD = re.compile(
    r"(?=.{5,110}$)(?!.*\.$)(?!.*\b(?:recent|achiev\w+|accomplish\w+|achieved|completed|results|announc\w+|reports?|provides?|outlines?)\b)"
    r"(?:.*\b(?:anticipated|upcoming|expected|planned|near-term|future|next|remaining|potential|key|20\d\d)\b"
    r".*\b(?:milestones?|catalysts?|objectives?|goals?|priorities|events?|read-?outs?|news ?flow|guidance)\b"
    r"|.*\b(?:milestones?|catalysts?|objectives?|goals?|priorities|news ?flow) (?:for|in|over|through|expected|anticipated|ahead)\b"
    r"|\W*(?:what to expect|next steps|looking ahead|what(?:[’']s| is) next|outlook)\b)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?=.{3,100}$)(?![•·▪*\-–—]\s)(?!.*\.$).*", re.IGNORECASE)
_OF_THE_PAST = re.compile(
    r"\b(?:recent|past|achiev\w+|accomplish\w+|highlights?|progress|updates?|financial|corporate|results|about|conference call|contacts?"
    r"|forward-looking|first quarter|second quarter|third quarter|fourth quarter|full[- ]year|half[- ]year)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|did|will|announces?|reports|shows?|meets|receives?|grants?|positive|encouraging|today|yesterday"
    r"|(?!enabled|combined|advanced|randomi[sz]ed|controlled|based|related|expected|anticipated|planned|targeted|blinded|completed enrol)\w{2,}ed"
    r"|began|begun|met|led|won|gave|given|took|taken|shown)\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:was|were|is|are|has|have|had|today|yesterday|already|following|successful\w*)\b", re.IGNORECASE
)
_ITEM = re.compile(r"(?:[•·▪*○●➢o-]|[–—]|\d[.)])\s|.*[^.]$", re.DOTALL)
_WHAT = r"(?:top|initial|interim|first|prelim|data|results|phase|full|additional|updated|final|clinical|new)"
_ORDER = re.compile(
    rf"(?:^[\W_]*|[;:]\s(?:and\s)?|[•·▪–—|]\s)"
    rf"(?:(?:re-?)?submit|file|initiate|commence|begin|start(?! of\b)|report(?=\s(?:on\b|{_WHAT}))|present(?=\s{_WHAT})"
    r"|announce|share|disclose|finali[sz]e|obtain|receive|advance(?! notice)|dose(?= (?:the )?first)|enrol+(?= )"
    r"|complete(?! (?:response|remission|respon|clinical|results|data|blood|list|details|prescribing))"
    r"|launch(?= (?!of\b|in\b|on\b|by\b|and\b))|provide(?= (?:top|interim|initial|an? update)))\b(?!-)",
    re.IGNORECASE,
)
_HOPED_BEHIND = re.compile(  # 'Completion of enrollment in the Phase 3 trial is anticipated in May'
    r"(?: (?!data\b|results?\b|read-?outs?\b|findings\b|analys[ei]s\b|updates?\b|and\b|with\b|that\b|which\b|who\b|where\b|while\b)[^\s,;:]+){0,12}?"
    r" (?:(?:is|are|remains?) (?:\w+ )?(?:expected|anticipated|planned|targeted|scheduled|foreseen|due)"
    r"|on (?:course|schedule|track|target) (?:for|to)"
    r"|(?:should|will|would|(?:are|is) to) be (?:\w+ )?(?:available|presented|reported|announced|published|released|shared|disclosed))\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r";\s")
_LONGEST = 30
_HEADED = frozenset({"headline", "subhead", "dateline"})


_IF_A_GOAL = {
    "started": ("planned", "status.planned_order"),
    "reported": ("awaited", "status.awaited_data"),
    "enrolled": ("enrolling", "status.enrolment_awaited"),
    "completed": ("running", "status.design_will"),
}
"""value of a rule of status.yaml -> what it tells of a trial when a company only sets itself that, and the rule that tells so"""


def as_goals(doc: Document, sentence: SentenceSpan, cues: Iterable[Cue]) -> list[Cue]:
    """The cues of a trial in a sentence; those of deeds that are goals become those of plans."""
    told = []
    for cue in cues:
        goal = _IF_A_GOAL.get(cue.value)
        if goal is not None and (
            is_goal(doc, sentence, cue.char_end - 1) or _HOPED_BEHIND.match(doc.text, cue.char_end, sentence.char_end)
        ):
            cue = replace(cue, value=goal[0], rule=goal[1])
        told.append(cue)
    return told


def is_goal(doc: Document, sentence: SentenceSpan, place: int) -> bool:
    """True for an event told at ``place`` that the company only sets itself."""
    if sentence.section in _HEADED:
        return False
    if sentence.index in _listed(doc):
        return True
    start, end = _clause(doc, sentence, place)
    order = _ORDER.search(doc.text[start:end])
    if order is not None and start + order.start() <= place:
        return not _DEED.search(doc.text, start + order.end(), end)
    return _is_note(doc, start, end)


def _clause(doc: Document, sentence: SentenceSpan, place: int) -> tuple[int, int]:
    """The part of a sentence between semicolons that holds a place."""
    start, end = sentence.char_start, sentence.char_end
    for stop in _CLAUSE.finditer(doc.text, start, end):
        if stop.start() >= place:
            return start, stop.start()
        start = stop.end()
    return start, end


def _is_note(doc: Document, start: int, end: int) -> bool:
    """No verb, and all its dates are to come."""
    published = doc.release.published_on
    dates = [m.value for m in doc.mentions_between(start, end, "period") if isinstance(m.value, Period)]
    if not dates or published is None or doc.text[end - 1 : end] == ".":
        return False
    if not all(
        d.window_start and d.window_end and d.window_end > published and d.window_start >= published for d in dates
    ):
        return False
    return not _FINITE.search(doc.text, start, end)


@lru_cache(maxsize=2)
def _listed(doc: Document) -> frozenset[int]:
    """The sentences that stand under a heading of goals, but for those that tell a deed."""
    listed: set[int] = set()
    left = 0
    for sentence in doc.sentences:
        if sentence.section in _HEADED or sentence.section not in ("body", "quote"):
            left = 0
            continue
        if sentence.char_end - sentence.char_start > 400:
            left = 0
            continue
        words = doc.sentence_text(sentence).strip().rstrip(":")
        if not doc.mentions_in(sentence, "compound") and _ANOTHER.fullmatch(words):
            if _AHEAD.match(words):
                left = _LONGEST
                continue
            if _OF_THE_PAST.search(words):
                left = 0
        if left:
            left -= 1
            if _ITEM.match(words) and not _DEED.search(words):
                listed.add(sentence.index)
    return frozenset(listed)
