"""Which period a release gives for the next step of a trial or for an expected event, and which day for one that happened.

A period counts as a window only when it is not over at publication and stands near words of expectation; what lies
behind is a date of the past and never a window.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ingest.extract.document import Document, Mention
from ingest.extract.periods import Period
from ingest.extract.periods_ahead import is_ahead, is_range_of_days, is_replaced
from ingest.extract.status import Evidence
from ingest.records import ExpectedStep, Precision

_STEP: dict[str, ExpectedStep] = {"planned": "start", "design": "start", "cleared": "start", "awaited": "readout",
                                 "presentation": "readout", "enrolling": "enrollment", "finishing": "completion"}  # fmt: skip
_ENROLMENT = re.compile(r"\b(?:enrol\w*|recruit\w*)\b", re.IGNORECASE)
_COMPLETION = re.compile(r"\bcomplet(?:e|ion|ed)\b", re.IGNORECASE)
_MEETING = re.compile(
    r"\b(?:meeting|congress|conference|symposium|forum|summit|annual|sessions?|workshop|convention)\b", re.IGNORECASE
)
_TO_PRESENT = re.compile(
    r"\b(?:(?:to be|being) held|tak(?:es|ing) place|"
    r"to (?:be )?(?:present|showcas|highlight|shar|featur|report)\w*|will (?:be )?\w+|upcoming|accepted|schedule)\b",
    re.IGNORECASE,
)
_DATA = re.compile(r"\b(?:data|results?|findings|abstracts?|analys[ei]s|posters?|presentations?)\b", re.IGNORECASE)
_BENCH = re.compile(
    r"\b(?:pre-?clinical|non-?clinical|in vitro|in vivo|cells will|mice|mouse models?|research (?:from|conducted))\b",
    re.IGNORECASE,
)
_HELD = re.compile(  # one day of a meeting, with the words right ahead of it
    r"\b(?:tak(?:es|ing) place|(?:to be|being|is|will be) held|scheduled)\s(?:on\s|for\s)?(?:[A-Z]\w+day,?\s)?[A-Z]\w+\.?\s\d+(?:,\s\d{4})?$"
)
_CALL = re.compile(r"\b(?:conference call|webcast|investor|earnings)\b", re.IGNORECASE)
_PLACES = {"head": 0, "lead": 0, "body": 1, "about": 2}
_NEXT_VERB = re.compile(r",?\s(?:and|then|followed by)\s(?:\w+\s){0,2}?(?:to|will|expects?|plans?|intends?)\b")
_COHORT = "status.cohort_step"  # 'dosing of cohort three is expected in May'
_REACH = 160


@dataclass(frozen=True, slots=True)
class Window:
    """A window with its words; ``start`` is null for 'by' and both are null when the words give no days."""

    start: date | None
    end: date | None
    text: str
    precision: Precision
    step: ExpectedStep
    char_start: int
    char_end: int


def next_step(doc: Document, status: str, named: Iterable[Evidence], said: Iterable[Evidence]) -> Window | None:
    """The window of the trial's next expected step; a start counts only while the trial has not begun.

    Words of the trial's own frames go before words about 'the study', the lead before the rest; among those the
    start that stands nearest to its cue, or the earliest of several read-outs.
    """
    starts = status in ("planned", "cleared")
    offered: list[tuple[tuple[int, bool, int, date, int], Window]] = []
    for source, evidence in enumerate((named, said)):
        for item in evidence:
            step = _STEP.get(item.value) or ("enrollment" if item.cue.rule == _COHORT else None)
            if step is None or (step == "start" and not starts):
                continue
            frame = item.frame
            for mention in doc.mentions_between(frame.char_start, frame.char_end, "period"):
                gap = _gap(item.cue.char_start, item.cue.char_end, mention)
                if gap > _reach(mention) or not is_ahead(doc, mention) or is_replaced(doc, mention):
                    continue
                if _is_anothers(doc, item, mention):
                    continue
                window = make_window(doc, mention, step)
                place = _PLACES[item.place]
                late = (window.end or date.min) if step == "start" else (window.end or date.max)
                whole_year = window.precision == "year" and step != "start"
                place += 3 if window.end is None else 0  # 'later this quarter' in a release without a date
                order = (0 if (step == "start") == starts else 1, whole_year, source + place, late, gap)
                offered.append((order, window))
    return min(offered, key=lambda o: o[0])[1] if offered else None


def _is_anothers(doc: Document, item: Evidence, mention: Mention) -> bool:
    """'… by year-end, and to begin a trial in May': a date ahead of 'and to' is that of the verb before it."""
    cue = item.cue
    if mention.char_end > cue.char_start or not _NEXT_VERB.search(doc.text, mention.char_end, cue.char_start + 4):
        return False
    behind = doc.mentions_between(cue.char_end, item.frame.sentence.char_end, "period")
    return any(_gap(cue.char_start, cue.char_end, m) <= _REACH and is_ahead(doc, m) for m in behind)


def conference(doc: Document, lead: int) -> Window | None:
    """The days of the meeting at which the release's lead says data are to be presented; None when none or several."""
    found = {}
    for mention in doc.mentions_between(0, lead, "period"):
        period = mention.value
        sentence = doc.sentence_of(mention.char_start)
        if sentence and isinstance(period, Period) and period.precision == "day" and is_ahead(doc, mention):
            words = doc.text[sentence.char_start : sentence.char_end]
            before = doc.text[sentence.char_start : mention.char_end]
            held = is_range_of_days(period) or (_HELD.search(before) and not _CALL.search(words))
            if (
                held
                and _MEETING.search(before)
                and _TO_PRESENT.search(words)
                and _DATA.search(words)
                and not _BENCH.search(words)
            ):
                found[period.window_start, period.window_end] = make_window(doc, mention, "readout")
    return next(iter(found.values())) if len(found) == 1 else None


def _reach(mention: Mention) -> int:
    """A conference may stand at the end of a long sentence; other periods stand near their cue."""
    period = mention.value
    return 3 * _REACH if isinstance(period, Period) and is_range_of_days(period) else _REACH


def make_window(doc: Document, mention: Mention, step: ExpectedStep) -> Window:
    """The mention's period as a window."""
    period = mention.value
    assert isinstance(period, Period)
    around = doc.text[max(0, mention.char_start - 90) : mention.char_start]
    if step == "readout" and _ENROLMENT.search(around) and _COMPLETION.search(around) and "data" not in around:
        step = "enrollment"
    return Window(
        period.window_start,
        period.window_end,
        period.text,
        period.precision,
        step,
        mention.char_start,
        mention.char_end,
    )


def past_day(doc: Document, mentions: Iterable[Mention]) -> date | None:
    """The one exact day, not after publication, among the periods; else None."""
    published = doc.release.published_on
    days = set()
    for mention in mentions:
        period = mention.value
        if not isinstance(period, Period) or period.precision != "day" or period.window_start != period.window_end:
            continue
        if period.window_end and (published is None or period.window_end <= published):
            days.add(period.window_end)
    return next(iter(days)) if len(days) == 1 else None


def _gap(start: int, end: int, mention: Mention) -> int:
    if mention.char_start >= end:
        return mention.char_start - end
    if mention.char_end <= start:
        return start - mention.char_end
    return 0
