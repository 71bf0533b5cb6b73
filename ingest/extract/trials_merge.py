"""Frames of one trial put together: by registry number, by study name, else by compound, phase and disease.

A release speaks of a trial many times; the warehouse has one row for it. Frames that only say 'the study' belong to
the trial spoken of last. A phase without a name belongs to the named trial of that phase when there is only one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extract.frames import Frame
from ingest.extract.trials_alike import DiseaseWords, are_alike, may_be_alike
from ingest.records import Phase, name_key

_STEM = re.compile(r"[\s-]*(?:\d{1,3}|I{1,3}|[A-Z]{1,2}\d?|OLE)$")
_TELLING = frozenset(
    {"planned", "cleared", "started", "ongoing", "enrolled", "completed", "stopped", "reported", "awaited"}
)
_SIBLINGS = 3  # sentences over which 'the studies' points back to trials that each have their own sentence
_BEGUN = frozenset({"started", "ongoing", "enrolled", "completed", "reported"})
_REACH = 6  # sentences over which 'the study' points back


@dataclass(slots=True)
class Trial:
    """One trial of the release, growing while frames join it."""

    compound_ref: str
    phase: Phase | None = None
    phase_label: str | None = None
    name: str | None = None
    nct: str | None = None
    frames: list[Frame] = field(default_factory=list)
    said_of: list[Frame] = field(default_factory=list)  # anaphoric frames
    is_more: bool = False  # 'additional Phase 3 trials', beside those with names

    @property
    def diseases(self) -> set[DiseaseWords]:
        """All diseases of its frames."""
        return {words for frame in self.frames for words in frame.diseases}


def merge_frames(frames: list[Frame]) -> list[Trial]:
    """The trials of a release in the order first named; frames without a compound are left out."""
    trials: list[Trial] = []
    linked = [f for f in frames if f.compound_ref]
    for frame in (f for f in linked if f.anchor.name or f.anchor.nct):
        _join(trials, frame, _identified(trials, frame))
    trials = _series(trials)
    plain = [f for f in linked if f.anchor.phase and not f.anchor.name and not f.anchor.nct]
    for frame in (f for f in plain if not f.anchor.is_part):
        several = _all_meant(trials, frame)
        for trial in several:
            trial.said_of.append(frame)
        if not several:
            _join(trials, frame, _by_phase(trials, frame))
    for frame in (f for f in plain if f.anchor.is_part):
        _join(trials, frame, _by_phase(trials, frame))
    trials = _absorbed(_named_without_phase(_fused(trials)))
    _attach_loose(trials, linked)
    trials.extend(_without_phase(trials, linked))
    return sorted(trials, key=lambda t: min(f.anchor.char_start for f in t.frames))


def _all_meant(trials: list[Trial], frame: Frame) -> list[Trial]:
    """'The Phase 3 studies of X in vitiligo' behind two named ones means both; a program means all of its phase."""
    if not (frame.anchor.is_plural or frame.anchor.is_program) or frame.anchor.item:
        return []
    of_phase = [t for t in trials if t.name and t.compound_ref == frame.compound_ref and t.phase == frame.anchor.phase]
    if frame.anchor.is_program:
        return of_phase
    meant = [t for t in of_phase if may_be_alike(frame.diseases, t.diseases)]
    return meant if len(meant) > 1 and not frame.anchor.is_more else []


def _series(trials: list[Trial]) -> list[Trial]:
    """'LUNAR' is the program of LUNAR-1 and LUNAR-2: no trial itself, but its phase is theirs."""
    kept = []
    for trial in trials:
        parts = [t for t in trials if t is not trial and trial.name and t.name and _is_part_of(t.name, trial.name)]
        is_program = any(f.anchor.is_program or f.anchor.is_plural for f in trial.frames)
        if parts and (is_program or not trial.phase or (len(parts) > 1 and not _differs(trial, parts))):
            for part in parts:
                part.phase, part.phase_label = part.phase or trial.phase, part.phase_label or trial.phase_label
        else:
            kept.append(trial)
    return kept


def _differs(trial: Trial, parts: list[Trial]) -> bool:
    """'LUNAR' of Phase 2 beside 'LUNAR 2' of Phase 3 is a trial, not their program."""
    return any(part.phase and part.phase != trial.phase for part in parts)


def _is_part_of(name: str, program: str) -> bool:
    return name != program and name.startswith(program) and bool(_STEM.fullmatch(name[len(program) :]))


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
        ]
        if any(f.anchor.is_program or f.anchor.is_plural for f in trial.frames):
            continue  # 'the LUNAR clinical trials program' is no one trial
        rivals = [t for t in trials if t.compound_ref == trial.compound_ref and t.name and not t.phase]
        if len(twins) == 1 and len(rivals) == 1:
            twin = twins[0]
            trial.phase, trial.phase_label = twin.phase, twin.phase_label
            trial.nct = trial.nct or twin.nct
            trial.frames.extend(twin.frames)
            trials.remove(twin)
    return trials


def _absorbed(trials: list[Trial]) -> list[Trial]:
    """Phase 1 told beside a Phase 1/2 trial of the compound is a part of it (so is a part without its whole)."""
    whole = {t.compound_ref: t for t in trials if t.phase == "1/2"}
    kept: list[Trial] = []
    for trial in trials:
        big = whole.get(trial.compound_ref)
        apart = {_state(f) for t in (trial, big) if t for f in t.frames} >= {"planned", "done"}
        if apart:
            kept.append(trial)
        elif big and not trial.name and not trial.nct and _is_part_of_whole(trial) and _may_be_one(trial, big):
            big.frames.extend(trial.frames)
        elif big and trial.name and not big.name and trial.phase in ("1", "2") and _may_be_one(trial, big):
            big.name, big.nct = trial.name, big.nct or trial.nct
            big.frames.extend(trial.frames)
        else:
            kept.append(trial)
    return kept


def _is_part_of_whole(trial: Trial) -> bool:
    return trial.phase == "1" or (trial.phase == "2" and all(f.anchor.is_part for f in trial.frames))


def _may_be_one(one: Trial, other: Trial) -> bool:
    return not one.diseases or not other.diseases or are_alike(one.diseases, other.diseases)


def _join(trials: list[Trial], frame: Frame, trial: Trial | None) -> None:
    anchor = frame.anchor
    if trial is None:
        trial = Trial(frame.compound_ref or "", is_more=anchor.is_more)
        trials.append(trial)
    trial.frames.append(frame)
    if not (anchor.is_part and trial.phase):
        trial.phase = trial.phase or anchor.phase
        trial.phase_label = trial.phase_label or anchor.phase_label
    trial.name = trial.name or anchor.name
    trial.nct = trial.nct or anchor.nct


def _identified(trials: list[Trial], frame: Frame) -> Trial | None:
    anchor = frame.anchor
    for trial in trials:
        if anchor.name and trial.name and _same_name(anchor.name, trial.name):
            return trial
        if anchor.nct and trial.nct == anchor.nct and not (anchor.name and trial.name):
            return trial
    return None


def _same_name(one: str, other: str) -> bool:
    """Equal, or one of the two names of 'KEYNOTE-A39/EV-302'."""
    keys = [{name_key(n)} | {name_key(part) for part in n.split("/") if len(part) > 4} for n in (one, other)]
    return bool(keys[0] & keys[1])


def _by_phase(trials: list[Trial], frame: Frame) -> Trial | None:
    anchor = frame.anchor
    same = [t for t in trials if t.compound_ref == frame.compound_ref]
    wanted = {anchor.phase}
    if anchor.is_part:
        wanted |= {"1/2"} if anchor.phase in ("1", "2") else set()
        wanted |= {"2/3"} if anchor.phase in ("2", "3") else set()
    fits = [t for t in same if t.phase in wanted and t.is_more == anchor.is_more and not _is_other_step(t, frame)]
    if anchor.is_part and any(t.phase != anchor.phase for t in fits):
        fits = [t for t in fits if t.phase != anchor.phase]
    if anchor.item:
        return next((t for t in fits if any(f.anchor.item == anchor.item for f in t.frames)), None)
    if frame.is_lead and len(fits) == 1 and _are_headline_and_lead(fits[0], frame):
        return fits[0]
    exact = [t for t in fits if may_be_alike(frame.diseases, t.diseases)]
    if len(exact) == 1:
        return exact[0]
    if exact:
        overlap = [t for t in exact if are_alike(frame.diseases, t.diseases)] or exact
        before = [t for t in overlap if t.frames[-1].anchor.char_start <= anchor.char_start]
        return (before or overlap)[-1]
    return None


def _is_other_step(trial: Trial, frame: Frame) -> bool:
    """A planned 'Phase 2b' is not the 'Phase 2' that runs or has results."""
    label, other = (trial.phase_label or "").lower(), (frame.anchor.phase_label or "").lower()
    differs = label != other and (label[-1:] in "abc" or other[-1:] in "abc")
    return differs and {_state(frame), *(_state(f) for f in trial.frames)} >= {"planned", "done"}


def _state(frame: Frame) -> str:
    """'planned', 'done' (begun or over) or '' as the cues of the frame say with one voice."""
    values = {c.value for c in frame.cues}
    if values & _BEGUN:
        return "" if "planned" in values else "done"
    return "planned" if "planned" in values else ""


def _are_headline_and_lead(trial: Trial, frame: Frame) -> bool:
    """The lead repeats the headline's trial, whatever disease words it adds."""
    first = trial.frames[0].sentence
    return trial.frames[0].is_lead and first.index != frame.sentence.index and first.index <= 1


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
                and not any(_is_other_step(t, f) for f in trial.frames)
                and may_be_alike(trial.diseases, t.diseases)
            ),
            None,
        )
        if twin is None:
            kept.append(trial)
        else:
            twin.frames.extend(trial.frames)
    return kept


def _without_phase(trials: list[Trial], linked: list[Frame]) -> list[Trial]:
    """Trials told without phase and name: of compounds that have no other, or one more that is planned ('a study').

    'Is being studied in clinical trials' tells of a trial, 'plans to start a pragmatic study' of one beside the others.
    """
    told: dict[str, Trial] = {}
    known = {t.compound_ref for t in trials}
    for frame in linked:
        anchor = frame.anchor
        if anchor.phase or anchor.name or anchor.nct or not frame.compound_ref:
            continue
        values = {c.value for c in frame.cues}
        is_planned = "planned" in values and not values & _BEGUN
        is_fresh = is_planned and (anchor.is_indefinite or bool(anchor.phase_label))
        if frame.compound_ref in known and not (is_fresh and anchor.is_indefinite):
            continue
        if frame.linked_by != "sentence" and not is_fresh:
            continue
        if values & _TELLING:
            trial = told.setdefault(frame.compound_ref, Trial(frame.compound_ref))
            trial.frames.append(frame)
            trial.phase_label = trial.phase_label or anchor.phase_label
    return list(told.values())


def _attach_loose(trials: list[Trial], linked: list[Frame]) -> None:
    """Frames that only say 'the study' join the trial of their compound that was named last."""
    for frame in linked:
        if not frame.anchor.is_noun:
            continue
        near = [
            (max(f.sentence.index for f in t.frames if f.sentence.index <= frame.sentence.index), t)
            for t in trials
            if t.compound_ref == frame.compound_ref and any(f.sentence.index <= frame.sentence.index for f in t.frames)
        ]
        near = [(index, t) for index, t in near if frame.sentence.index - index <= _REACH]
        of_compound = [t for t in trials if t.compound_ref == frame.compound_ref]
        if near:
            last = max(index for index, _ in near)
            latest = [t for index, t in near if index == last]
            if frame.anchor.is_plural and len(latest) == 1:
                latest = [t for index, t in near if last - index <= _SIBLINGS]
            for trial in latest if frame.anchor.is_plural else latest[-1:]:
                trial.said_of.append(frame)
        elif len(of_compound) == 1:
            of_compound[0].said_of.append(frame)
