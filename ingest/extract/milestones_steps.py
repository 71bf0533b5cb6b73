"""Milestones that follow from trials: started, enrolled, reported, stopped, completed, and which of these is to come.

A trial's quotes carry the rule that read them; those that stand in the news part are also events of the compound.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.context import NEWS_SECTIONS, read_cues, tells_no_step
from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found, Quote
from ingest.extract.milestones_ahead import is_talk_to_come
from ingest.extract.milestones_events import Event
from ingest.extract.windows import Window
from ingest.records import MilestoneType, Statement, TrialMention

_BEGUN = ("started", "ongoing", "enrolled", "completed", "reported")
_STEPS: dict[str, tuple[MilestoneType, Statement, tuple[str, ...]]] = {
    "started": ("trial_started", "happened", ("started",)),
    "enrolled": ("enrollment_completed", "happened", ("enrolled", "ongoing", "completed", "reported")),
    "stopped": ("trial_stopped", "happened", ("stopped",)),
    "completed": ("trial_completed", "happened", ("completed",)),
    "planned": ("trial_started", "expected", ("planned", "cleared")),
    "awaited": ("data_reported", "expected", ("started", "ongoing", "enrolled", "completed", "reported", "planned")),
    "stopping": ("trial_stopped", "expected", ("ongoing", "started", "planned", "enrolled", "stopped")),
    "presentation": ("data_reported", "expected", (*_BEGUN, "planned")),
    "enrolling": ("enrollment_completed", "expected", ("started", "ongoing")),
    "reported": ("data_reported", "happened", _BEGUN),
}
"""value of the rule -> the event it tells, and the states of the trial in which it can be true"""
_BASIS = re.compile(
    r"\b(?:based (?:up)?on|informed by|supported by|includ(?:e|es|ing)|review(?:s|ed|ing)?(?: of)?|submission|application|on the basis of)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\bschedule of\b|\b(?:is|are) scheduled\b"
    r"|\bwill (?:also |then |further )?(?:provide|give|examine|evaluate|assess|inform|help|focus|discuss|include|highlight|be held)\b"
    r"|\bobligations? to\b"
    r"|\b(?:analys[ei]s|data|results|read-?outs?) (?:(?:is|are|now|currently|still) ){0,2}"
    r"(?:planned|expected|scheduled|anticipated|due|targeted|slated)\b",
    re.IGNORECASE,
)
_SHOWN_LATER = re.compile(
    r"\b(?:will|to) be (?:presented|shared|announced|reported|published|featured)\b|\bwill (?:present|share|announce|report)\b",
    re.IGNORECASE,
)
_NO_READ_OUT = re.compile(
    r"\b(?:trials?|study|studies|[A-Z-]{4,}\d*) (?:will|should|could|may|might|(?:is|are) (?:expected|designed) to)"
    r" (?:provide|give|yield|add|offer|help)\b"
    r"|\b(?:data|results|findings) (?:will|to|should) inform\b"
    r"|\btrials?[- ]in[- ]progress\b|\bdata to support\b|\b(?:filings?|submissions?|applications?)\b[^.;]{0,60}? based on\b",
    re.IGNORECASE,
)
_GIVEN_TOO = re.compile(
    r"\b(?:data|results|findings)\b[^.;]{0,90}? (?:was|were|has been|have been) (?:\w+ )?(?:announced|presented|reported|published|shared|released)\b"
    r"[^.]{0,60}?(?:;|,? (?:and|while|with))\s",
    re.IGNORECASE,
)
_START_AHEAD = re.compile(  # 'Based on these data a Phase 3 trial is expected to begin': nothing is to be told
    r"\b(?:based on|following|after|given|in light of|supported by|on the basis of) (?:\S+ ){0,4}?(?:data|results|findings)\b"
    r"[^.;]{0,160}\b(?:is|are) (?:\w+ )?(?:expected|anticipated|planned|scheduled) to (?:begin|start|commence|initiate|enrol)",
    re.IGNORECASE,
)
_NO_STOP = re.compile(  # enrolment that waits ends no trial, and what never begins has no end
    r"\b(?:(?-i:may)|might|could)\b(?: [\w-]+){0,7}? (?:on (?:clinical )?hold|suspend|terminate|halt|stop)\b|"
    r"\b(?:trials?|stud(?:y|ies)|phase \S+) (?:[\w-]+ ){0,5}?(?:will|would) not be (?:initiated|started|conducted)\b|"
    r"\b(?:paus|suspend|delay|postpon)\w*(?: [\w,]+){0,4}? (?:new )?(?:patients? |participants? |subjects? )?(?:enrol|recruit|screening|randomi)"
    r"|\b(?:enrol\w+|recruitment|screening)(?: [\w,]+){0,6}? (?:was|were|is|are|has been|have been) (?:\w+ )?(?:paused|suspended|delayed)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\bcontinu(?:es?|ed|ing) to (?:run|conduct|carry out|sponsor|fund)\b", re.IGNORECASE)
_PARTLY = re.compile(r"(?:%|\bper ?cent|\bhalf|\bthirds?|\bquarters) (?:complete|enrolled|recruited)\b", re.IGNORECASE)
_EFFECT = "status.reported_effect"


def find_steps(doc: Document, found: Found, trials: tuple[Drafted[TrialMention], ...]) -> list[Event]:
    """Events read off the trials' quotes that stand in the news."""
    events: list[Event] = []
    for draft in trials:
        for quote in draft.quotes:
            step = _STEPS.get(_values().get(quote[2], ""))
            sentence = doc.sentence_of(quote[0])
            if step is None or sentence is None or sentence.section not in NEWS_SECTIONS:
                continue
            kind, statement, states = step
            if kind == "data_reported" and quote[2] != _EFFECT and _is_shown_later(doc, quote):
                statement = "expected"
            if draft.record.statement == "denied":
                continue
            if statement == "expected" and draft.record.statement == "conditional" and kind == "trial_started":
                statement = "conditional"
            if draft.record.status in states and _holds(doc, draft, quote):
                events.append(_event(draft.record, kind, statement, quote))
        if draft.record.expected_step == "readout" and not any(_values().get(q[2]) == "awaited" for q in draft.quotes):
            window = [q for q in draft.quotes if q[2] == "trials.window"]
            events += [_event(draft.record, "data_reported", "expected", q) for q in window if _in_news(doc, q)]
    return events


def _is_shown_later(doc: Document, quote: Quote) -> bool:
    if _GIVEN_TOO.search(doc.text, *quote[:2]):
        return False  # 'were announced in July; full results will be presented in May'
    return bool(_SHOWN_LATER.search(doc.text, *quote[:2])) or is_talk_to_come(doc, quote[0])


def _in_news(doc: Document, quote: Quote) -> bool:
    sentence = doc.sentence_of(quote[0])
    return sentence is not None and sentence.section in NEWS_SECTIONS


def _holds(doc: Document, draft: Drafted[TrialMention], quote: Quote) -> bool:
    start, end, rule = quote
    value = _values()[rule]
    if tells_no_step(rule):
        return False
    if value == "planned" and _GOES_ON.search(doc.text, start, end):
        return False
    if value == "stopped" and _NO_STOP.search(doc.text, start, end):
        return False
    if value == "enrolled" and _PARTLY.search(doc.text, start, end):
        return False
    if value == "awaited":
        return not _NO_READ_OUT.search(doc.text, start, end) and not _START_AHEAD.search(doc.text, start, end)
    if value != "reported" or rule == _EFFECT:
        return True
    is_awaited = any(_values().get(q[2]) == "awaited" and q[:2] == quote[:2] for q in draft.quotes)
    if _GIVEN_TOO.search(doc.text, start, end):
        return not _BASIS.search(doc.text, start, end)
    return not is_awaited and not _BASIS.search(doc.text, start, end) and not _TO_COME.search(doc.text, start, end)


@cache
def _values() -> dict[str, str]:
    return {cue.rule.id: cue.value for cue in read_cues("status")}


def _event(trial: TrialMention, kind: MilestoneType, statement: Statement, quote: Quote) -> Event:
    fits = {"trial_started": "start", "data_reported": "readout"}.get(kind) == trial.expected_step
    window = None
    if statement == "expected" and fits and trial.window_text and trial.precision and trial.expected_step:
        window = Window(
            trial.window_start, trial.window_end, trial.window_text, trial.precision, trial.expected_step, *quote[:2]
        )
    return Event(
        kind,
        trial.compound_ref,
        statement,
        None,
        *quote,
        indication_ref=trial.indication_refs[0] if trial.indication_refs else None,
        trial_fact_id=trial.trial_fact_id,
        window=window,
    )
