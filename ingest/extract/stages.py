"""How far each compound has come: the stage it has reached and the one that is planned, each with its quote.

Three sources: the trials that were found (a planned Phase 1 is not phase_1), the events (an application, an approval),
and words such as 'preclinical', 'marketed', 'under review' (rules/stages.yaml), which count in 'About' text too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found, Quote
from ingest.extract.stages_applications import is_supplemental
from ingest.extract.stages_brackets import find_bracket_stages
from ingest.extract.stages_phases import find_phases_beside
from ingest.extract.stages_words import find_stage_words, is_of_animals
from ingest.records import STAGE_RANK, MilestoneMention, Stage, TrialMention

_OF_PHASE: dict[str, Stage] = {
    "1": "phase_1",
    "1/2": "phase_1_2",
    "2": "phase_2",
    "2/3": "phase_2_3",
    "3": "phase_3",
    "4": "approved",
}
_OF_MILESTONE: dict[str, Stage] = {
    "ind_submitted": "ind_filed",
    "ind_active": "ind_active",
    "application_submitted": "filed",
    "application_accepted": "filed",
    "pdufa_date": "filed",
    "priority_review": "filed",
    "complete_response": "filed",
    "chmp_opinion": "filed",
    "advisory_committee": "filed",
    "approval": "approved",
    "launch": "approved",
    "program_discontinued": "discontinued",
}
_REGAINED = re.compile(r"\b(?:bought back|regain(?:s|ed|ing)?|re-?acquir\w+|got back|took back)\b", re.IGNORECASE)
_APPROVES = re.compile(r"\b(?:has|have|fully|full|today|also)\s(?:approv(?:ed|es|al))\b", re.IGNORECASE)
_OF_A_TRIAL = re.compile(
    r"\b(?:clinical\strials?|IND|CTA|[Ii]nvestigational\s[Nn]ew\s[Dd]rug)(?:\s\([A-Z]{2,4}\))?\s(?:[Aa]pplication\s)?(?:(?:of|for)\s\S+\s)?(?:(?:was|is|has\sbeen)\s)?(?:(?:implied|formally)\s)?"
    r"(?:[Aa]pprov(?:al|ed)|[Aa]uthori[sz](?:ation|ed)|[Pp]ermission|[Nn]otice|[Ll]icen[sc]e)|\bapprov(?:al|ed)\s(?:for|of|to)\s(?:(?:the|a|its|conduct|commence|start|initiate|begin)\s)*(?:[Pp]hase\s\S+\s)?(?:clinical\s)?(?:trials?|study|IND)\b"
)
_MARKETING = re.compile(r"\b(?:marketing|market|BLA|NDA|MAA|commercial)\b", re.IGNORECASE)
_EMERGENCY = re.compile(r"emergency use", re.IGNORECASE)
_ALWAYS_REACHED = frozenset({"pdufa_date", "priority_review", "chmp_opinion", "advisory_committee"})
_OF_CLASS = frozenset({"stages.late_stage_candidate"})  # says less than any trial
_HOLDS = frozenset({"happened", "historical", "ongoing"})


@dataclass(frozen=True, slots=True)
class StageFinding:
    """One thing that the text says of a compound's stage, in some diseases or as a whole."""

    ref: str
    stage: Stage
    is_reached: bool
    indication_refs: tuple[str, ...]
    quotes: tuple[Quote, ...]


def find_stages(
    doc: Document,
    found: Found,
    trials: Iterable[Drafted[TrialMention]],
    milestones: Iterable[Drafted[MilestoneMention]],
) -> list[StageFinding]:
    """Everything that tells of a stage, in no order of rank."""
    of_trials = [f for draft in trials for f in _of_trial(draft)]
    findings = list(of_trials)
    findings += [f for draft in milestones for f in _of_milestone(doc, draft)]
    listed = list(find_bracket_stages(doc, found))
    findings += _of_words(doc, found, [(stage.char_start, stage.char_end) for stage in listed])
    beside = {(stage.ref, stage.quote[0]) for stage in listed}
    findings = [f for f in findings if not any((f.ref, quote[0]) in beside for quote in f.quotes)]
    in_trials = {f.ref for f in of_trials if f.stage.startswith("phase")}
    findings = [f for f in findings if not (f.quotes[0][2] in _OF_CLASS and f.ref in in_trials)]
    findings += [StageFinding(stage.ref, stage.stage, True, (), (stage.quote,)) for stage in listed]
    told = {f.ref for f in findings if f.is_reached}
    for phase in find_phases_beside(doc, found):
        stage = _OF_PHASE.get(phase.phase)
        if stage and phase.ref not in told:
            findings.append(StageFinding(phase.ref, stage, True, (), (phase.quote,)))
    return findings


def highest(findings: Iterable[StageFinding], is_reached: bool) -> StageFinding | None:
    """The finding of the highest rank; a program that ended is discontinued whatever it had reached."""
    kept = [f for f in findings if f.is_reached == is_reached]
    return max(kept, key=lambda f: STAGE_RANK[f.stage], default=None)


def _of_trial(draft: Drafted[TrialMention]) -> Iterable[StageFinding]:
    trial = draft.record
    stage = _OF_PHASE.get(trial.phase or "")
    if trial.statement == "denied":
        return
    if trial.status == "cleared":
        yield StageFinding(trial.compound_ref, "ind_active", True, trial.indication_refs, draft.quotes)
    if stage:
        is_reached = trial.status not in ("planned", "cleared")
        for ref in (trial.compound_ref, *trial.combination_refs):
            yield StageFinding(ref, stage, is_reached, trial.indication_refs, draft.quotes)


def _of_milestone(doc: Document, draft: Drafted[MilestoneMention]) -> Iterable[StageFinding]:
    event = draft.record
    stage = _OF_MILESTONE.get(event.milestone_type)
    if stage is None or event.statement == "denied":
        return
    if stage == "approved" and not any(_tells_approval(doc, event.compound_ref, quote) for quote in draft.quotes):
        return
    if stage == "discontinued" and (event.statement not in _HOLDS or any(_goes_on(doc, q) for q in draft.quotes)):
        return
    if (
        event.milestone_type.startswith("application_")
        and event.statement in _HOLDS
        and any(is_supplemental(doc, event.compound_ref, *q[:2]) for q in draft.quotes)
    ):
        stage = "approved"
    is_reached = event.statement in _HOLDS or event.milestone_type in _ALWAYS_REACHED
    indications = (event.indication_ref,) if event.indication_ref else ()
    if is_reached or event.statement == "expected":
        yield StageFinding(event.compound_ref, stage, is_reached, indications, draft.quotes)


def _goes_on(doc: Document, quote: Quote) -> bool:
    """True when one company gave up what another has taken back."""
    return _REGAINED.search(doc.text, quote[0], quote[1]) is not None


def _tells_approval(doc: Document, ref: str, quote: Quote) -> bool:
    """True when the sentence names or means the compound and speaks of more than emergency use."""
    start, end, _ = quote
    near = [m.ref for m in doc.mentions_between(start, end, "compound")]
    sentence = doc.sentence_of(start)
    if is_of_animals(doc, start, end):
        return False
    if _OF_A_TRIAL.search(doc.text, start, end) and not _MARKETING.search(doc.text, start, end):
        return False
    named = ref in near or (not near and sentence is not None and sentence.section == "headline")
    is_emergency = _EMERGENCY.search(doc.text, start, end) and not _APPROVES.search(doc.text, start, end)
    return named and not is_emergency


def _of_words(doc: Document, found: Found, read: list[tuple[int, int]]) -> list[StageFinding]:
    return [
        StageFinding(word.ref, word.stage, True, word.indication_refs, (word.quote,))
        for word in find_stage_words(doc, found, read)
    ]
