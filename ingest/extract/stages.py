"""How far each compound has come: the stage it has reached and the one that is planned, each with its quote.

Three sources: the trials that were found (a planned Phase 1 is not phase_1), the events (an application, an approval),
and words such as 'preclinical', 'marketed', 'under review' (rules/stages.yaml), which count in 'About' text too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.extract.context import find_cues, in_scope
from ingest.extract.coordination import joined
from ingest.extract.document import Document, Mention
from ingest.extract.findings import Drafted, Found, Quote
from ingest.extract.phases import PhaseValue
from ingest.extract.stages_words import find_stage_words
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
_EMERGENCY = re.compile(r"emergency use", re.IGNORECASE)
_ALWAYS_REACHED = frozenset({"pdufa_date", "priority_review", "chmp_opinion", "advisory_committee"})
_AHEAD = frozenset({"planned", "cleared", "awaited"})
_RUN = frozenset({"started", "ongoing", "running", "enrolled", "completed", "reported"})
_IN_PHASE = re.compile(r"\b(?:in|into|entered|through)\s(?:an?\s|the\s)?(?:\w+\s)?$")
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
    findings = [f for draft in trials for f in _of_trial(draft)]
    findings += [f for draft in milestones for f in _of_milestone(doc, draft)]
    findings += _of_words(doc, found)
    told = {f.ref for f in findings if f.is_reached}
    findings += [f for f in _beside_phase(doc, found) if f.ref not in told]
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
    is_reached = event.statement in _HOLDS or event.milestone_type in _ALWAYS_REACHED
    indications = (event.indication_ref,) if event.indication_ref else ()
    if is_reached or event.statement == "expected":
        yield StageFinding(event.compound_ref, stage, is_reached, indications, draft.quotes)


def _tells_approval(doc: Document, ref: str, quote: Quote) -> bool:
    """True when the sentence names or means the compound and speaks of more than emergency use."""
    start, end, _ = quote
    named = any(m.ref == ref for m in doc.mentions_between(start, end, "compound"))
    return named and not _EMERGENCY.search(doc.text, start, end)


def _of_words(doc: Document, found: Found) -> list[StageFinding]:
    return [
        StageFinding(word.ref, word.stage, True, word.indication_refs, (word.quote,))
        for word in find_stage_words(doc, found)
    ]


def _beside_phase(doc: Document, found: Found) -> Iterable[StageFinding]:
    """A phase told beside a compound whose trial was not made out: 'The Phase 2 study evaluated A, B and C'.

    A list needs no more than that nothing is planned; a single compound needs words of a trial that runs or is done.
    """
    for sentence in in_scope(doc):
        phases = [m for m in doc.mentions_in(sentence, "phase") if isinstance(m.value, PhaseValue) and m.value.phase]
        near = [m for m in doc.mentions_in(sentence, "compound") if m.ref in found.compounds.by_ref]
        if not phases or not near:
            continue
        cues = find_cues("status", doc.sentence_text(sentence), sentence.char_start)
        quote = (sentence.char_start, sentence.char_end, "stages.beside_phase")
        refs = joined(doc, near)
        if len({_phase_of(m) for m in phases}) == 1 and len(refs) > 1:
            pairs = [(ref, phases[0], sentence.char_start, sentence.char_end) for ref in refs]
        else:
            pairs = [pair for mention in near if (pair := _phase_beside(mention, phases, near))]
        for ref, phase, start, end in pairs:
            values = {c.value for c in cues if c.char_start < end + 30 and c.char_end > start - 30}
            runs = (
                len(refs) > 1 or values & _RUN or _IN_PHASE.search(doc.text[phase.char_start - 20 : phase.char_start])
            )
            stage = _OF_PHASE.get(_phase_of(phase))
            if stage and runs and not values & _AHEAD:
                yield StageFinding(ref, stage, True, (), (quote,))


def _phase_of(mention: Mention) -> str:
    return (mention.value.phase or "") if isinstance(mention.value, PhaseValue) else ""


def _phase_beside(mention: Mention, phases: list[Mention], near: list[Mention]) -> tuple[str, Mention, int, int] | None:
    """The phase told right behind a compound, else right before it, with no other compound between."""
    others = [m.char_start for m in near if m.ref != mention.ref]
    for phase in phases:
        start, end = sorted((mention.char_end, phase.char_start))
        reach = 170 if phase.char_start > mention.char_start else 60
        if mention.ref and end - start <= reach and not any(start <= other < end for other in others):
            return mention.ref, phase, start, end
    return None
