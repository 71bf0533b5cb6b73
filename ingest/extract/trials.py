"""Trials of a release: one row for each trial, or phase of development, that the text states of a named compound."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from ingest.extract.context import NEWS_SECTIONS, in_scope, lead_end, tells_no_step
from ingest.extract.document import Document, Mention
from ingest.extract.findings import Drafted, Found, Quote
from ingest.extract.frames import Frame, find_frames
from ingest.extract.frames_links import link_frames
from ingest.extract.frames_shared import shared_frames
from ingest.extract.rulebook import read_table
from ingest.extract.status import BASIS, RUNS_ALREADY, Evidence, decide_status, frame_evidence, weakened
from ingest.extract.trials_cleared import cleared_compounds
from ingest.extract.trials_diseases import diseases_of, main_diseases
from ingest.extract.trials_enrollment import enrollment_of
from ingest.extract.trials_merge import merge_frames
from ingest.extract.trials_names import find_trial_names
from ingest.extract.trials_same import Trial
from ingest.extract.trials_statement import statement_of
from ingest.extract.windows import Window, conference, next_step
from ingest.records import TrialMention, TrialStatus, hash_id, name_key

_VERSION = "rules-1"
_TOLD = frozenset(
    {
        "stopping",
        "presentation",
        "enrolling",
        "planned",
        "started",
        "enrolled",
        "reported",
        "awaited",
        "stopped",
        "completed",
    }
)
_TELLING_COST = 130
_OF_ANOTHER = frozenset(
    {"planned", "design", "cleared", "denied"}
)  # 'a study to begin' is rarely the one that ran before
_ENDED = frozenset({"stopped", "stopping"})
_PRESENTED = frozenset({"ongoing", "completed", "reported", "enrolled"})


def find_trials(doc: Document, found: Found) -> tuple[Drafted[TrialMention], ...]:
    """The trials in the order first named; ``doc`` carries mentions of every kind, with their refs."""
    if not found.compounds.by_ref:
        return ()
    if names := find_trial_names(doc):
        doc = doc.with_mentions([*names, *_outside(doc, names)], replacing=("trial_name", "indication"))
    lead = lead_end(doc)
    frames = find_frames(doc, in_scope(doc), lead)
    link_frames(doc, found, frames)
    frames += shared_frames(doc, found, frames)
    main, meeting = main_diseases(doc, found), conference(doc, lead)
    drafts = [_draft(doc, found, trial, main, meeting) for trial in merge_frames(frames)]
    return _cleared(doc, found, _told_apart([d for d in drafts if d]))


def _outside(doc: Document, names: list[Mention]) -> list[Mention]:
    """The diseases that are no part of a trial's name ('CF' in 'AURORA-CF'), unless the release has no others."""
    ends = {m.char_start: m.char_end for m in names}
    spans = sorted(ends.items())
    starts = [start for start, _ in spans]
    found = doc.of_kind("indication")
    kept = []
    for mention in found:
        at = bisect_right(starts, mention.char_start) - 1
        if at < 0 or spans[at][1] < mention.char_end:
            kept.append(mention)
    return kept or found


def _told_apart(drafts: list[Drafted[TrialMention]]) -> list[Drafted[TrialMention]]:
    """Two trials that compound, phase and disease do not tell apart keep two ids: the second is numbered."""
    counts: dict[str, int] = {}
    out = []
    for draft in drafts:
        fact_id = draft.record.trial_fact_id
        counts[fact_id] = counts.get(fact_id, 0) + 1
        if counts[fact_id] > 1:
            numbered = hash_id("trial", fact_id, counts[fact_id])
            draft = Drafted(replace(draft.record, trial_fact_id=numbered), draft.quotes)
        out.append(draft)
    return out


def _cleared(doc: Document, found: Found, drafts: list[Drafted[TrialMention]]) -> tuple[Drafted[TrialMention], ...]:
    """The one planned trial of a compound whose IND is active is cleared, not merely planned."""
    planned = [d for d in drafts if d.record.status == "planned"]
    if not planned:
        return tuple(drafts)
    quotes = cleared_compounds(doc, found)
    out = []
    for draft in drafts:
        rivals = [
            d
            for d in drafts
            if d.record.compound_ref == draft.record.compound_ref and d.record.status in ("planned", "cleared")
        ]
        quote = quotes.get(draft.record.compound_ref)
        if draft in planned and draft.record.statement != "denied" and quote and len(rivals) == 1:
            record = replace(draft.record, status="cleared", statement="happened")
            draft = Drafted(record, (*draft.quotes, quote))
        out.append(draft)
    return tuple(out)


def _draft(
    doc: Document, found: Found, trial: Trial, main: dict[str, tuple[str, ...]], meeting: Window | None
) -> Drafted[TrialMention] | None:
    named = [e for frame in trial.frames for e in frame_evidence(doc, frame) if not _is_of_later_part(trial, e)]
    said = weakened(e for frame in trial.said_of for e in frame_evidence(doc, frame))
    status, decided = decide_status(named)
    if status in (None, "ongoing", "completed") and said:
        status, decided = decide_status([*named, *(e for e in said if e.value not in _OF_ANOTHER)])
    is_open = status == "enrolled" or (status == "reported" and decided is not None and decided.cue.rule == BASIS)
    if is_open and any(e.value in _ENDED for e in said):
        again = decide_status([*named, *(e for e in said if e.value in _ENDED)])
        status, decided = again if again[0] == "stopped" else (status, decided)
    if status == "cleared":
        status, decided = decide_status([*named, *(e for e in said if e.cue.rule == RUNS_ALREADY)])
    if status is None and not (trial.phase or trial.name or trial.nct):
        return None
    if status is None and not trial.phase and all(f.anchor.is_program and f.linked_by == "topic" for f in trial.frames):
        return None  # 'the LUNAR program' of which nothing is told may be anything
    if status is None:
        status = "ongoing"
    window = next_step(doc, status, named, said)
    if window is None and status in _PRESENTED and any(f.sentence.section in NEWS_SECTIONS for f in trial.frames):
        window = meeting
    diseases = diseases_of(doc, trial, main, found.indications)
    return Drafted(
        _record(doc, found, trial, status, decided, window, diseases),
        _quotes(doc, trial, decided, [*named, *said], window),
    )


def _is_of_later_part(trial: Trial, evidence: Evidence) -> bool:
    """'Moves into Phase 2 of its Phase 1/2 trial': the part is planned, the trial is not."""
    frame = evidence.frame
    is_later = frame.anchor.is_part and frame.anchor.phase is not None and frame.anchor.phase != "1"
    whole = [f for f in trial.frames if not f.anchor.is_part]
    return evidence.value == "planned" and is_later and trial.phase != frame.anchor.phase and bool(whole)


def _record(
    doc: Document,
    found: Found,
    trial: Trial,
    status: TrialStatus,
    decided: Evidence | None,
    window: Window | None,
    diseases: tuple[str, ...],
) -> TrialMention:
    entry = found.compounds.by_ref[trial.compound_ref]
    key = name_key(trial.nct or trial.name or "") or ",".join(diseases)
    release_id = doc.release.release_id
    return TrialMention(
        trial_fact_id=hash_id("trial", release_id, name_key(entry.names[0]), trial.phase, key),
        release_id=release_id,
        compound_ref=trial.compound_ref,
        indication_refs=diseases,
        combination_refs=tuple(dict.fromkeys(r for f in trial.frames for r in f.combination_refs)),
        phase=trial.phase,
        phase_label=trial.phase_label,
        status=status,
        statement=statement_of(doc, status, decided),
        nct_id=trial.nct,
        trial_name=trial.name,
        enrollment=enrollment_of(doc, trial),
        expected_step=window.step if window else None,
        window_start=window.start if window else None,
        window_end=window.end if window else None,
        window_text=window.text if window else None,
        precision=window.precision if window else None,
        confidence=_confidence(trial, status, decided is not None),
        extractor_version=_VERSION,
    )


def _confidence(trial: Trial, status: TrialStatus, is_decided: bool) -> float:
    """The share of such trials that were right on labelled releases: how the compound was found, what told the status."""
    table = read_table("trials")["confidence"]
    linked = max(float(table["linked"].get(f.linked_by, table["linked"]["topic"])) for f in trial.frames)
    return round(linked * float(table["status"][status] if is_decided else table["undecided"]), 2)


def _quotes(
    doc: Document, trial: Trial, decided: Evidence | None, evidence: list[Evidence], window: Window | None
) -> tuple[Quote, ...]:
    """The sentence that names the trial, the one that decided its status, and the nearest for each thing news says."""
    told: dict[str, Evidence] = {}
    for item in evidence:
        if item.place != "about" and item.cost <= _TELLING_COST and item.value in _TOLD:
            rule = item.cue.rule
            key = rule if item.value == "reported" or tells_no_step(rule) else item.value
            if key not in told or item.cost < told[key].cost:
                told[key] = item
    spots: list[tuple[Frame, str]] = [(trial.frames[0], "trials.named")]
    spots += [(e.frame, e.cue.rule) for e in ([decided] if decided else []) + list(told.values())]
    quotes = [(f.sentence.char_start, f.sentence.char_end, rule) for f, rule in spots]
    if window and (sentence := doc.sentence_of(window.char_start)):
        quotes.append((sentence.char_start, sentence.char_end, "trials.window"))
    return tuple(dict.fromkeys(quotes))
