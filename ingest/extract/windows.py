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
from ingest.extract.status import Evidence
from ingest.records import ExpectedStep, Precision

_STEP: dict[str, ExpectedStep] = {"planned": "start", "design": "start", "cleared": "start", "awaited": "readout"}
_HOPE = re.compile(
    r"\b(?:expect\w*|anticipat\w*|plan(?:s|ned|ning)?|intend\w*|aim\w*|on track|target\w*|will|to (?:begin|start|initiate|present|report|complete|be presented|announce)|schedul\w*|projected|upcoming|by|set for|slated)\b",
    re.IGNORECASE,
)
_ENROLMENT = re.compile(r"\b(?:enrol\w*|recruit\w*)\b", re.IGNORECASE)
_COMPLETION = re.compile(r"\bcomplet(?:e|ion|ed)\b", re.IGNORECASE)
_BARE_YEAR = re.compile(r"\d{4}")
_TITLE = re.compile(r"\s(?!Q[1-4])[A-Z]")
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


def next_step(doc: Document, evidence: Iterable[Evidence]) -> Window | None:
    """The window of the trial's next expected step: that of the lead before others, then the nearest to its cue."""
    offered: list[tuple[int, int, Window]] = []
    for item in evidence:
        step = _STEP.get(item.value)
        if step is None:
            continue
        frame = item.frame
        for mention in doc.mentions_between(frame.char_start, frame.char_end, "period"):
            if not is_ahead(doc, mention):
                continue
            gap = _gap(item.cue.char_start, item.cue.char_end, mention)
            if gap > _REACH:
                continue
            rank = {"lead": 0, "body": 1, "about": 2}[item.place]
            offered.append((rank, gap, make_window(doc, mention, step)))
    return min(offered, key=lambda o: (o[0], o[2].end or date.max, o[1]))[2] if offered else None


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


def is_ahead(doc: Document, mention: Mention) -> bool:
    """True when the period is not over at publication; undated releases trust words of expectation beside it."""
    period = mention.value
    if not isinstance(period, Period):
        return False
    if _BARE_YEAR.fullmatch(mention.text) and _TITLE.match(doc.text, mention.char_end):
        return False  # 'the 2024 ASCO Meeting' is a name
    published = doc.release.published_on
    if period.window_end is None:
        return bool(re.search(r"later|coming|next|soon", period.text, re.I))
    if published is None:
        return bool(_HOPE.search(doc.text[max(0, mention.char_start - 60) : mention.char_start]))
    return period.window_end >= published


def past_day(doc: Document, mentions: Iterable[Mention]) -> date | None:
    """The one exact day, not after publication, among the periods; else None."""
    published = doc.release.published_on
    days = set()
    for mention in mentions:
        period = mention.value
        if isinstance(period, Period) and period.precision == "day" and period.window_start == period.window_end:
            if period.window_end and (published is None or period.window_end <= published):
                days.add(period.window_end)
    return next(iter(days)) if len(days) == 1 else None


def _gap(start: int, end: int, mention: Mention) -> int:
    if mention.char_start >= end:
        return mention.char_start - end
    if mention.char_end <= start:
        return start - mention.char_end
    return 0
