"""Milestones of a release: clinical and regulatory events of a named compound, told as news.

Two sources: events that rules/milestones.yaml finds in the sentences of the news part, and steps that follow from the
trials (started, enrolled, reported, stopped, and what of these is expected). One row per type, compound, statement
and agency; 'About' paragraphs are history and give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.extract.context import NEWS_SECTIONS, in_scope, lead_end
from ingest.extract.document import Document
from ingest.extract.findings import OWNED, Drafted, Found
from ingest.extract.milestones_ahead import is_of_today
from ingest.extract.milestones_events import Event, find_events, is_of_trials, is_supported
from ingest.extract.milestones_steps import find_steps
from ingest.extract.rulebook import read_table
from ingest.records import MilestoneMention, TrialMention, hash_id, name_key

_ONCE = frozenset(
    {
        "fast_track",
        "breakthrough_therapy",
        "orphan_drug",
        "priority_review",
        "rmat",
        "prime",
        "rare_pediatric",
        "ind_active",
        "trial_stopped",
        "rights_returned",
        "program_discontinued",
    }
)
_ENDS = re.compile(r"\b(?:discontinu|terminat|halt|stopp|ceas|abandon|ended\b|ends\b|dropp)", re.IGNORECASE)
_WITHOUT_PATIENTS = re.compile(
    r"\b(?:(?:drug-)?device (?:stud(?:y|ies)|data)|glp\b|toxicolog\w+|toxicokinetic\w*|large[- ]animal|animal (?:stud(?:y|ies)|safety)"
    r"|(?:first |dosed )animals|bioanalytical|stability stud(?:y|ies)|(?:pre-?|non-?)clinical stud(?:y|ies))",
    re.IGNORECASE,
)
_WITH_PATIENTS = re.compile(
    r"\b(?:phase|patients?|participants?|volunteers?|humans?|subjects)\b|(?<!pre-)(?<!non-)\bclinical (?:trial|device)",
    re.IGNORECASE,
)
_ELSEWHERE = "milestones.approval_elsewhere"  # stands beside the approvals that are there
_EUROPEAN = ("EC", "EMA", None)
_Key = tuple[str, str, str, str | None]  # type, compound, statement, agency
_VERSION = "rules-1"


def find_milestones(
    doc: Document, found: Found, trials: tuple[Drafted[TrialMention], ...]
) -> tuple[Drafted[MilestoneMention], ...]:
    """The milestones in text order; ``trials`` is what find_trials gave, for trial_fact_id and the steps of trials."""
    if not found.compounds.by_ref:
        return ()
    news = in_scope(doc, NEWS_SECTIONS)
    tried = {draft.record.compound_ref for draft in trials}
    begun = {draft.record.compound_ref for draft in trials if draft.record.status not in ("planned", "cleared")}
    told = [
        e
        for e in find_events(doc, found, news)
        if is_supported(doc, found, e, begun if e.statement == "happened" else tried)
    ]
    # with the development of a medicine in trials its trials end; 'will not proceed to Phase 2' ends none
    ended = [
        replace(e, milestone_type="trial_stopped")
        for e in told
        if e.milestone_type == "program_discontinued"
        and e.statement == "happened"
        and _ENDS.search(doc.text, e.char_start, e.char_end)
        and (e.compound_ref in tried or is_of_trials(doc, e))
    ]
    events = [e for e in (*told, *ended, *find_steps(doc, found, trials)) if not _is_without_patients(doc, e)]
    shown = {e.compound_ref for e in events if e.milestone_type == "data_reported" and e.statement == "happened"}
    events = [
        e
        for e in events
        if not (_is_awaited(e) and e.compound_ref in shown and is_of_today(doc, e.char_start, e.char_end))
    ]
    lead = lead_end(doc)
    return tuple(_draft(doc, found, event, lead) for event in _distinct(events))


def _is_without_patients(doc: Document, event: Event) -> bool:
    """True for the start, or the data to come, of a study in animals or of a device: no trial, and no milestone."""
    if event.milestone_type != "trial_started" and not _is_awaited(event):
        return False
    span = (event.char_start, event.char_end)
    return bool(_WITHOUT_PATIENTS.search(doc.text, *span)) and not _WITH_PATIENTS.search(doc.text, *span)


def _is_awaited(event: Event) -> bool:
    return event.milestone_type == "data_reported" and event.statement == "expected"


def _confidence(doc: Document, found: Found, event: Event, lead: int) -> float:
    """The share of such events that were right on labelled releases: where they stand, and whether the compound does."""
    table = read_table("milestones")["confidence"]
    base = float(table["lead"] if event.char_start < lead else table["body"])
    if found.compounds.by_ref[event.compound_ref].role not in OWNED:
        base *= float(table["not_the_issuers"])
    return round(base, 2)


def _distinct(events: Iterable[Event]) -> list[Event]:
    """One event per type, compound, statement and agency; the one that knows more stays, quotes are joined."""
    kept: dict[_Key, Event] = {}
    for event in sorted(events, key=lambda e: (e.char_start, e.char_end)):
        key = (event.milestone_type, event.compound_ref, event.statement, event.agency)
        known = kept.get(key)
        if known is None:
            kept[key] = event
        else:
            known.window = known.window or event.window
            known.occurred_on = known.occurred_on or event.occurred_on
            known.indication_ref = known.indication_ref or event.indication_ref
            known.trial_fact_id = known.trial_fact_id or event.trial_fact_id
    return [event for key, event in kept.items() if event.rule == _ELSEWHERE or not _is_outdone(key, kept)]


def _is_outdone(key: _Key, kept: dict[_Key, Event]) -> bool:
    """True for what another event of the release says better: with an agency, as done, or as the cause of it."""
    kind, compound, statement, agency = key
    same = [k for k in kept if k[0] == kind and k[1] == compound and k != key]
    done = [k for k in same if k[2] in ("happened", "historical")]
    if not agency and any(k[2] == statement and k[3] for k in same):
        return True
    if statement == "denied":
        return bool(done)
    if statement == "conditional" and any(k[2] == "expected" and k[3] == agency for k in same):
        return True
    if statement in ("expected", "conditional"):
        approved = kind == "approval" and agency in _EUROPEAN and any(k[3] in _EUROPEAN for k in done)
        return approved or (kind in _ONCE and any(_is_by_one(agency, k[3]) for k in _named(done)))
    # a clinical hold is the event, the stop its effect; with the hold the stop is over
    return kind == "trial_stopped" and any(k[0] in ("clinical_hold", "hold_lifted") and k[1] == compound for k in kept)


def _named(done: list[_Key]) -> list[_Key]:
    """Those of an agency, where there are any: the others tell the same again."""
    return [key for key in done if key[3]] or done


def _is_by_one(agency: str | None, other: str | None) -> bool:
    """True unless two agencies are named that decide apart: what the EMA gave may still be asked of the FDA."""
    return agency is None or other is None or agency == other or {agency, other} <= {"EC", "EMA"}


def _draft(doc: Document, found: Found, event: Event, lead: int) -> Drafted[MilestoneMention]:
    entry = found.compounds.by_ref[event.compound_ref]
    window = event.window
    release_id = doc.release.release_id
    parts = (release_id, event.milestone_type, name_key(entry.names[0]), event.statement, event.agency)
    record = MilestoneMention(
        milestone_fact_id=hash_id("milestone", *parts),
        release_id=release_id,
        compound_ref=event.compound_ref,
        indication_ref=event.indication_ref,
        trial_fact_id=event.trial_fact_id,
        milestone_type=event.milestone_type,
        statement=event.statement,
        agency=event.agency,
        region=event.region,
        occurred_on=event.occurred_on,
        window_start=window.start if window else None,
        window_end=window.end if window else None,
        window_text=window.text if window else None,
        precision=window.precision if window else None,
        confidence=_confidence(doc, found, event, lead),
        extractor_version=_VERSION,
    )
    return Drafted(record, ((event.char_start, event.char_end, event.rule),))
