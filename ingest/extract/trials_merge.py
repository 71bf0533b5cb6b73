"""Frames of one trial put together: by registry number, by study name, else by compound, phase and disease.

A release speaks of a trial many times; the warehouse has one row for it. Frames that only say 'the study' belong to
the trial spoken of last. A phase without a name belongs to the named trial of that phase when there is only one.
"""

from __future__ import annotations

from collections.abc import Collection

from ingest.extract.frames import Frame
from ingest.extract.trials_alike import DiseaseWords, are_alike, may_be_alike
from ingest.extract.trials_loose import TELLING, attach_loose, in_other_diseases, phase_of_program, without_phase
from ingest.extract.trials_same import (
    Trial,
    are_headline_and_lead,
    differs,
    has_results,
    is_another,
    is_for_later,
    is_in_another_country,
    is_in_another_disease,
    is_measure,
    is_other_step,
    is_part_of,
    is_part_of_whole,
    is_program_of,
    is_step_before,
    is_to_come,
    may_be_one,
    runs_before,
    same_name,
    share_of_sisters,
    state_of,
    steps_back,
)

_WHOLE: dict[str | None, tuple[str, ...]] = {"1/2": ("1", "2"), "2/3": ("2", "3")}
_APART = (is_to_come, is_another, is_for_later, is_in_another_disease, is_in_another_country)
_BEHIND = 2  # sentences behind a number of trials in which their names are told


def merge_frames(frames: list[Frame]) -> list[Trial]:
    """The trials of a release in the order first named; frames without a compound are left out."""
    trials: list[Trial] = []
    linked = [f for f in frames if f.compound_ref]
    for frame in (f for f in linked if f.anchor.name or f.anchor.nct):
        _join(trials, frame, _identified(trials, frame))
    _share_of_name(trials, frames)
    _share_of_number(trials, linked)
    share_of_sisters(trials)
    trials = _series(trials)
    plain = [f for f in linked if f.anchor.phase and not f.anchor.name and not f.anchor.nct]
    common = _shared_by_items(plain)
    for frame in (f for f in plain if not f.anchor.is_part):
        several = _all_meant(trials, frame)
        for trial in several:
            trial.said_of.append(frame)
        if not several:
            known = _by_phase(trials, frame, common)
            if known or not is_measure(frame):
                _join(trials, frame, known)
    for frame in (f for f in plain if f.anchor.is_part):
        _join(trials, frame, _by_phase(trials, frame))
    trials = _absorbed(_named_without_phase(phase_of_program(_without_sums(_fused(trials)))))
    for tell in (without_phase, in_other_diseases):
        trials.extend(tell(trials, linked))
    told = {id(f) for t in trials for f in t.frames}
    attach_loose(trials, [f for f in linked if id(f) not in told])
    return sorted(trials, key=lambda t: min(f.anchor.char_start for f in t.frames))


def _share_of_name(trials: list[Trial], frames: list[Frame]) -> None:
    """A study has one phase, whichever of its medicines a sentence speaks of."""
    for trial in trials:
        if trial.name and trial.phase is None:
            told = {
                f.anchor.phase: f.anchor.phase_label
                for f in frames
                if f.anchor.name and f.anchor.phase and same_name(f.anchor.name, trial.name)
            }
            if len(told) == 1:
                ((trial.phase, trial.phase_label),) = told.items()


def _all_meant(trials: list[Trial], frame: Frame) -> list[Trial]:
    """'The Phase 3 studies of X in vitiligo' behind two named ones means both; a program means all of its phase."""
    if not (frame.anchor.is_plural or frame.anchor.is_program) or frame.anchor.item:
        return []
    of_phase = [t for t in trials if t.name and t.compound_ref == frame.compound_ref and t.phase == frame.anchor.phase]
    of_phase = [t for t in of_phase if not is_for_later(t, frame)]
    if frame.anchor.is_program:
        is_step = any(c.value in ("awaited", "planned") for c in frame.cues)
        return [
            t for t in of_phase if not (is_step and has_results(t.frames)) or may_be_alike(frame.diseases, t.diseases)
        ]
    meant = [t for t in of_phase if may_be_alike(frame.diseases, t.diseases)]
    return meant if len(meant) > 1 and not frame.anchor.is_more else []


def _share_of_number(trials: list[Trial], linked: list[Frame]) -> None:
    """'X is in five Phase 3 studies. LUNAR-1 and SOLAR …': names right behind a number of trials have its phase."""
    heads = [f for f in linked if f.anchor.phase and not f.anchor.name and f.anchor.is_plural and not f.anchor.is_more]
    for trial in trials:
        if trial.phase or not trial.name:
            continue
        first = trial.frames[0]
        near = [
            h
            for h in heads
            if h.compound_ref == trial.compound_ref
            and (
                0 < first.sentence.index - h.sentence.index <= _BEHIND
                or (h.sentence.index == first.sentence.index and h.anchor.char_start < first.anchor.char_start)
            )
            and h.anchor.is_counted
            and h.sentence.section == first.sentence.section
        ]
        if near and len({h.anchor.phase for h in near}) == 1:
            trial.phase, trial.phase_label = near[-1].anchor.phase, near[-1].anchor.phase_label


def _series(trials: list[Trial]) -> list[Trial]:
    """'LUNAR' is the program of LUNAR-1 and LUNAR-2: no trial itself, but its phase is theirs."""
    kept = []
    for trial in trials:
        parts = [t for t in trials if t is not trial and trial.name and t.name and is_part_of(t.name, trial.name)]
        is_program = any(f.anchor.is_program or f.anchor.is_plural for f in trial.frames)
        if not trial.phase and not trial.nct and is_program_of(trial, trials):
            continue
        if not is_program and any(_are_told_apart(trial, part) for part in parts):
            kept.append(trial)  # 'the LUNAR study in gout; the LUNAR-2 study in lupus'
            continue
        if parts and (is_program or not trial.phase or (len(parts) > 1 and not differs(trial, parts))):
            is_all_told = not any(c.value in TELLING for part in parts for f in part.frames for c in f.cues)
            for part in parts:
                part.phase, part.phase_label = part.phase or trial.phase, part.phase_label or trial.phase_label
                if is_all_told:  # the state of the program is theirs: nothing is told of them one by one
                    part.said_of.extend(f for f in trial.frames if f.compound_ref == part.compound_ref)
        else:
            kept.append(trial)
    return kept


def _named_without_phase(trials: list[Trial]) -> list[Trial]:
    """A named trial whose phase is told elsewhere: the compound's only unnamed one, when their diseases agree."""
    for trial in list(trials):
        if trial.phase or not (trial.name or trial.nct):
            continue
        twins = [
            t
            for t in trials
            if t.compound_ref == trial.compound_ref
            and t.phase
            and not t.name
            and not (t.nct and trial.nct)
            and may_be_alike(t.diseases, trial.diseases)
            and not _are_told_apart(t, trial)
        ]
        if any(f.anchor.is_program or f.anchor.is_plural for f in trial.frames):
            continue  # 'the LUNAR clinical trials program' is no one trial
        rivals = [t for t in trials if t.compound_ref == trial.compound_ref and (t.name or t.nct) and not t.phase]
        if len(twins) == 1 and len(rivals) == 1:
            twin = twins[0]
            trial.phase, trial.phase_label = twin.phase, twin.phase_label
            trial.nct = trial.nct or twin.nct
            trial.frames.extend(twin.frames)
            trials.remove(twin)
    return trials


def _are_told_apart(one: Trial, other: Trial) -> bool:
    """Two trials of one sentence, and trials in which other medicines are added, are not one."""
    added = [{ref for f in t.frames for ref in f.combination_refs} for t in (one, other)]
    if added[0] and added[1] and added[0].isdisjoint(added[1]):
        return True
    told = {f.sentence.index for f in one.frames if not f.anchor.is_plural}
    return any(f.sentence.index in told and not f.anchor.is_plural for f in other.frames)


def _absorbed(trials: list[Trial]) -> list[Trial]:
    """Phase 1 told beside a Phase 1/2 trial of the compound is a part of it (so is a part without its whole)."""
    whole = {t.compound_ref: t for t in trials if t.phase == "1/2"}
    kept: list[Trial] = []
    for trial in trials:
        big = whole.get(trial.compound_ref)
        apart = {state_of(f) for t in (trial, big) if t for f in t.frames} >= {"planned", "done"}
        if apart or is_step_before(trial, big) or (big and runs_before(trial, big)):
            kept.append(trial)
        elif big and not trial.name and not trial.nct and is_part_of_whole(trial) and may_be_one(trial, big):
            big.frames.extend(trial.frames)
        elif big and trial.name and not big.name and trial.phase in ("1", "2") and may_be_one(trial, big):
            big.name, big.nct = trial.name, big.nct or trial.nct
            big.frames.extend(trial.frames)
        else:
            kept.append(trial)
    return kept


def _join(trials: list[Trial], frame: Frame, trial: Trial | None) -> None:
    anchor = frame.anchor
    if trial is None:
        trial = Trial(frame.compound_ref or "", is_more=anchor.is_more)
        trials.append(trial)
    trial.frames.append(frame)
    if anchor.phase in _WHOLE and trial.phase in _WHOLE[anchor.phase]:
        trial.phase, trial.phase_label = anchor.phase, anchor.phase_label  # 'Phase 2 of its Phase 1/2 LUNAR trial'
    if not (anchor.is_part and trial.phase):
        trial.phase = trial.phase or anchor.phase
        trial.phase_label = trial.phase_label or anchor.phase_label
    if anchor.name and (not trial.name or ("/" in anchor.name and "/" not in trial.name)):
        trial.name = anchor.name
    trial.nct = trial.nct or anchor.nct


def _identified(trials: list[Trial], frame: Frame) -> Trial | None:
    anchor = frame.anchor
    for trial in trials:
        if anchor.name and trial.name and same_name(anchor.name, trial.name):
            return trial
        if anchor.nct and trial.nct == anchor.nct and not (anchor.name and trial.name):
            return trial
    return None


def _by_phase(trials: list[Trial], frame: Frame, common: Collection[DiseaseWords] = ()) -> Trial | None:
    anchor = frame.anchor
    same = [t for t in trials if t.compound_ref == frame.compound_ref]
    wanted = {anchor.phase}
    if anchor.is_part:
        wanted |= {"1/2"} if anchor.phase in ("1", "2") else set()
        wanted |= {"2/3"} if anchor.phase in ("2", "3") else set()
    fits = [t for t in same if t.phase in wanted and t.is_more == anchor.is_more and not is_other_step(t, frame)]
    fits = [t for t in fits if not any(keeps(t, frame) for keeps in _APART)]
    if anchor.is_part and any(t.phase != anchor.phase for t in fits):
        fits = [t for t in fits if t.phase != anchor.phase]
    if anchor.item:
        told = (t for t in fits if any(f.anchor.item == anchor.item for f in t.frames))
        return next(told, None) or _told_before_its_list(fits, frame, common)
    if frame.is_lead and len(fits) == 1 and are_headline_and_lead(fits[0], frame):
        return fits[0]
    exact = [t for t in fits if may_be_alike(frame.diseases, t.diseases)]
    if len(exact) == 1:
        return exact[0]
    if exact:
        overlap = [t for t in exact if are_alike(frame.diseases, t.diseases)] or exact
        return min(overlap, key=lambda t: steps_back(t, frame))
    return None


def _told_before_its_list(fits: list[Trial], frame: Frame, common: Collection[DiseaseWords]) -> Trial | None:
    """'three Phase 2 trials: (1) … (2) …' behind news of one of them: the item whose own diseases are those of the news."""
    own = set(frame.diseases).difference(common)
    free = (t for t in fits if t.diseases and not any(f.anchor.item for f in t.frames))
    return next((t for t in free if t.diseases.difference(common) == own), None)


def _shared_by_items(frames: list[Frame]) -> set[DiseaseWords]:
    """The diseases that every item of a numbered list of trials names: the vaccine's own, and no sign of one item."""
    named = [set(f.diseases) for f in frames if f.anchor.item]
    return set.intersection(*named) if named else set()


def _without_sums(trials: list[Trial]) -> list[Trial]:
    """'Three Phase 2 trials of X' without a disease are those that a numbered list tells one by one."""
    listed = {(t.compound_ref, t.phase) for t in trials if any(f.anchor.item > 1 for f in t.frames)}
    return [
        t
        for t in trials
        if (t.compound_ref, t.phase) not in listed or t.diseases or not all(f.anchor.is_counted for f in t.frames)
    ]


def _fused(trials: list[Trial]) -> list[Trial]:
    """Unnamed trials of one compound and phase whose diseases turned out to overlap become one."""
    kept: list[Trial] = []
    for trial in trials:
        twin = next(
            (
                t
                for t in kept
                if not trial.name
                and not trial.nct
                and not any(f.anchor.item for f in trial.frames)
                and t.compound_ref == trial.compound_ref
                and t.phase == trial.phase
                and t.is_more == trial.is_more
                and not any(keeps(t, f) for f in trial.frames for keeps in (is_other_step, *_APART))
                and may_be_alike(trial.diseases, t.diseases)
            ),
            None,
        )
        if twin is None:
            kept.append(trial)
        else:
            twin.frames.extend(trial.frames)
    return kept
