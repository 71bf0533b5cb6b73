"""Whether an event happened, is expected, hangs on something, was denied or is long past: the words around it decide.

So does a date beside it: 'approved in February', told in May, is the February that has passed.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.context import Cue, find_cues, read_cues
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.periods import Period
from ingest.records import Statement

_BREAK = re.compile(
    r";|\s--\s|\s[–—]\s|,\s(?:and|while|but|whereas)\s|\.\s|\sand\s(?:an?|the|its)\s(?:[\w-]+\s){1,4}(?:is|are|remains?)\s$"
    r"|,\swith\s(?:additional|further|other|more|several|subsequent)\b|\sand\s(?:is|are|an?|it|further|additional|more|other)\s"
    r"|\bwith\s(?:an?\s|the\s)?(?:[\w-]+\s){0,2}?(?:decision|action|data|results|read-?outs?|target)\b"
)
_NEXT_CLAUSE = re.compile(
    r"(?:,\s|\s)(?:and|while|but)\s(?:[\w’'-]+\s){0,4}?(?:expects?|anticipates?|plans?|intends?|will|aims?|hopes?|is|are|remains?)\s"
    r"|\bwith\s(?:[\w-]+\s){0,3}?(?:data|results|read-?outs?)\b",
    re.IGNORECASE,
)
_BESIDE = 60
_LONG_AGO = 400  # days
_MISSED = 60
_PAST = re.compile(
    r"\b(?!expected|anticipated|planned|targeted|scheduled|needed|projected|related|based)\w{3,}ed\b|\b(?:was|were|has|have|had|been|approved|submitted|granted|cleared|accepted|received|(?:re)?filed|placed|lifted|issued"
    r"|launched|discontinued|terminated|presented|published|reported|adopted|recommended|initiated|completed|returned"
    r"|authori[sz]ed|designated|awarded|secured|obtained|won|voted|got|gave|hit|turned|validated|registered|expanded|introduced"
    r"|following|after|since|became|entered|rolled|declined|refused|rejected|began|commenced|opened|dosed|enrolled|randomi[sz]ed|met|went)\b",
    re.IGNORECASE,
)
_SAYS_WHICH = re.compile(
    r"\d{4}|[’']\d\d\b|\b(?:next|later|upcoming|coming|this|following|year-end|end of)\b", re.IGNORECASE
)
_ASKED = re.compile(
    r"\b(?:request(?:s|ed|ing)?|appl(?:y|ies|ied|ying)|fil(?:ed|es|ing)(?= for\b| an? (?:request|application)\b)"
    r"|ask(?:s|ed|ing)?|seek(?:s|ing)?|sought|petition\w*)(?: that)?"
    r"(?: (?!and\b|that\b|which\b)[\w.,’'()-]+){0,7} $|\bapplications? for (?:[\w.]+ ){0,2}$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:(?:pursuit|hopes?|prospects?|aim|goal|view|anticipation|chances?) (?:of|to)|in order to"
    r"|in support of|to support)\b"
    r"(?: (?!granted|received\b|has\b|have\b|was\b|were\b|which\b|that\b)[\w.’'()-]+){0,9} $",
    re.IGNORECASE,
)
_ASKED_BEHIND = re.compile(
    r" (?:designations? |status |review )?(?:was|were|has been|have been|is|are)(?: being| also)? (?:requested|applied for|sought)\b",
    re.IGNORECASE,
)
_GIVEN_BEHIND = re.compile(
    r"[^.;]{0,60}?\b(?:was|were|has been|have been) (?:also |recently )?(?:granted|approved|accepted|awarded)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:grant\w*|approv\w+|receiv\w+|award\w+|obtain\w*|secur\w+|assign\w+|agreed|agrees|gave|won)\b",
    re.IGNORECASE,
)
_ORDER: tuple[Statement, ...] = ("denied", "conditional", "expected", "historical")


def read_statement(doc: Document, sentence: SentenceSpan, cues: list[Cue], start: int, end: int) -> Statement:
    """The statement of the event at [start, end); ``cues`` are the sentence's hits of rules/context.yaml."""
    held = held_values(doc, cues, start, end)
    return next((value for value in _ORDER if value in held), "happened")


def held_values(doc: Document, cues: list[Cue], start: int, end: int) -> set[str]:
    """All that the words around the event say: 'subject to validation, it anticipates …' is conditional and expected."""
    held: set[str] = set()
    for cue in cues:
        if cue.value in held:
            continue
        direction, within = _reaches()[cue.rule]
        if (
            (direction != "after" and cue.char_start < start and _near(doc, cue.char_end, start, within))
            or (
                direction != "after"
                and start <= cue.char_start < end
                and cue.value in ("expected", "denied")
                and cue.char_start - start < 12
            )
            or (direction != "before" and cue.char_end > end and _near(doc, end, cue.char_start, within))
        ):
            held.add(cue.value)
    return held


def by_date(doc: Document, hit: Cue, left: int, right: int) -> Statement:
    """What a date beside an event told in the past says: a day to come makes it expected, one long ago historical."""
    published = doc.release.published_on
    for mention in doc.mentions_between(left, right, "period"):
        period = mention.value
        gap = (
            mention.char_start - hit.char_end
            if mention.char_start >= hit.char_end
            else hit.char_start - mention.char_end
        )
        if not isinstance(period, Period) or gap > _BESIDE or published is None or "\n" in mention.text:
            continue
        if mention.char_start > hit.char_end and _NEXT_CLAUSE.search(doc.text, hit.char_end, mention.char_start):
            continue  # 'has completed enrollment, and the company expects data in May': the date is of the data
        if period.window_start and period.window_start > published and mention.char_start > hit.char_start:
            if _is_the_last_such(doc, period, hit, left, mention.char_start):
                continue
            return "expected"
        if period.window_end and (published - period.window_end).days > _LONG_AGO:
            return "historical"
    return "happened"


def has_passed(doc: Document, left: int, right: int) -> bool:
    """True when all days named in [left, right) lie long before the release; a day just missed is still waited for."""
    published = doc.release.published_on
    ends = [m.value.window_end for m in doc.mentions_between(left, right, "period") if isinstance(m.value, Period)]
    return (
        bool(ends)
        and published is not None
        and all(end is not None and (published - end).days > _MISSED for end in ends)
    )


def _is_the_last_such(doc: Document, period: Period, hit: Cue, left: int, start: int) -> bool:
    """'was cleared in January': a month without a year behind a verb of the past is the last such month, not the next."""
    return not _SAYS_WHICH.search(period.text) and bool(_PAST.search(doc.text, max(left, hit.char_start - 60), start))


def is_asked_for(doc: Document, sentence: SentenceSpan, hit: Cue) -> bool:
    """True for a designation or review that a company asks for: 'has requested', 'is seeking', 'was applied for'."""
    ahead = doc.text[max(sentence.char_start, hit.char_start - 110) : hit.char_start]
    asked = _ASKED.search(ahead)
    if _SOUGHT.search(ahead):
        return not _GIVEN_BEHIND.match(doc.text, hit.char_end)
    if asked is None:
        return bool(_ASKED_BEHIND.match(doc.text, hit.char_end))
    return not _ANSWERED.search(ahead, max(0, asked.start() - 40)) and not _GIVEN_BEHIND.match(doc.text, hit.char_end)


def context_cues(doc: Document, sentence: SentenceSpan) -> list[Cue]:
    """All hits of the context table in a sentence."""
    return find_cues("context", doc.sentence_text(sentence), sentence.char_start)


@cache
def _reaches() -> dict[str, tuple[str, int]]:
    return {c.rule.id: (str(c.data["direction"]), int(c.data["within"])) for c in read_cues("context")}


def _near(doc: Document, left: int, right: int, within: int) -> bool:
    return right - left <= within and not _BREAK.search(doc.text[min(left, right) : right])
