"""Milestones that follow from trials: started, enrolled, reported, stopped, completed, and which of these is to come.

A trial's row says its state; the same words, when they stand in the news part, are also an event of the compound.
"""

from __future__ import annotations

from ingest.extract.context import NEWS_SECTIONS, find_cues
from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found
from ingest.extract.milestones_events import Event
from ingest.extract.windows import Window
from ingest.records import MilestoneType, Statement, TrialMention

_STEPS: dict[str, tuple[tuple[MilestoneType, Statement], ...]] = {
    "started": (("trial_started", "happened"),),
    "enrolled": (("enrollment_completed", "happened"),),
    "reported": (("data_reported", "happened"),),
    "stopped": (("trial_stopped", "happened"),),
    "completed": (("trial_completed", "happened"),),
    "planned": (("trial_started", "expected"),),
}


def find_steps(doc: Document, found: Found, trials: tuple[Drafted[TrialMention], ...]) -> list[Event]:
    """Events read off the trials whose deciding words stand in the news."""
    events: list[Event] = []
    for draft in trials:
        trial = draft.record
        for start, end, rule in draft.quotes:
            sentence = doc.sentence_of(start)
            if sentence is None or sentence.section not in NEWS_SECTIONS:
                continue
            values = {c.value for c in find_cues("status", doc.text[start:end], start)}
            if rule.startswith("status.") and trial.status in _STEPS:
                for kind, statement in _STEPS[trial.status]:
                    events.append(_event(trial, kind, statement, start, end, rule))
            if "planned" in values and "cleared" == trial.status and not rule.startswith("status.cleared"):
                events.append(_event(trial, "trial_started", "expected", start, end, "milestones.step"))
            if "awaited" in values and trial.status != "planned":
                events.append(_event(trial, "data_reported", "expected", start, end, "milestones.step"))
    return events


def _event(trial: TrialMention, kind: MilestoneType, statement: Statement, start: int, end: int, rule: str) -> Event:
    expects = statement == "expected"
    fits = {"trial_started": "start", "data_reported": "readout"}.get(kind) == trial.expected_step
    window = None
    if expects and fits and trial.window_text and trial.precision and trial.expected_step:
        window = Window(
            trial.window_start, trial.window_end, trial.window_text, trial.precision, trial.expected_step, start, end
        )
    return Event(
        kind, trial.compound_ref, statement, None, start, end, rule,
        indication_ref=trial.indication_refs[0] if trial.indication_refs else None,
        trial_fact_id=trial.trial_fact_id,
        window=window,
    )  # fmt: skip
