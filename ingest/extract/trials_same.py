"""One trial of a release, and whether two tellings are of the same one: by name, step, phase and diseases."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.extract.frames import Frame
from ingest.extract.status import COMPARED
from ingest.extract.trials_alike import DiseaseWords, are_alike
from ingest.records import Phase, name_key

_STEM = re.compile(r"[\s-]*(?:\d{1,3}|I{1,3}|[A-Z]{1,2}\d?)$")
_RUNS_ON = re.compile(r"[\s-](?:\d+|I{1,3})$")
_PLAN_AHEAD, _PLAN_BEHIND = 20, 90  # how far from 'Phase 3 studies' a plan is about them
BEGUN = frozenset({"started", "ongoing", "enrolled", "completed", "reported"})
"""Cue values of a trial that has begun or is over."""


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
        """The diseases of its frames, without one that another of them tells more exactly."""
        told = {words for frame in self.frames for words in frame.diseases}
        return {words for words in told if not any(words < other for other in told)}


def differs(trial: Trial, parts: list[Trial]) -> bool:
    """'LUNAR' of Phase 2 beside 'LUNAR 2' of Phase 3 is a trial, not their program."""
    return any(part.phase and part.phase != trial.phase for part in parts)


def is_part_of(name: str, program: str) -> bool:
    """True for 'LUNAR-2' and the program 'LUNAR'."""
    if name == program or not name.startswith(program) or _RUNS_ON.search(program):
        return False  # 'LUNAR II' is no part of 'LUNAR I'
    return bool(_STEM.fullmatch(name[len(program) :]))


def is_program_of(trial: Trial, trials: list[Trial]) -> bool:
    """'LUNAR is part of the SOLAR program': a program told only beside the name of one of its trials."""
    beside = {f.sentence.index for t in trials if t is not trial and t.name and t.phase for f in t.frames}
    return all(f.anchor.is_program and f.sentence.index in beside for f in trial.frames)


def is_part_of_whole(trial: Trial) -> bool:
    """True for what a Phase 1/2 trial can hold: a Phase 1, or a Phase 2 that is only told as a part."""
    return trial.phase == "1" or (trial.phase == "2" and all(f.anchor.is_part for f in trial.frames))


def may_be_one(one: Trial, other: Trial) -> bool:
    """True when the diseases do not keep two trials apart."""
    return not one.diseases or not other.diseases or are_alike(one.diseases, other.diseases)


def are_numbered_alike(one: str, other: str) -> bool:
    """True for 'LUNAR-1' and 'LUNAR-2'."""
    stems = [_RUNS_ON.sub("", name) for name in (one, other)]
    return one != other and stems[0] == stems[1] and stems[0] not in (one, other)


def same_name(one: str, other: str) -> bool:
    """Equal, or one of the two names of 'KEYNOTE-A39/EV-302'."""
    keys = [{name_key(n)} | {name_key(part) for part in n.split("/") if len(part) > 4} for n in (one, other)]
    return bool(keys[0] & keys[1])


def is_other_step(trial: Trial, frame: Frame) -> bool:
    """A planned 'Phase 2b' is not the 'Phase 2' that runs or has results."""
    label, other = (trial.phase_label or "").lower(), (frame.anchor.phase_label or "").lower()
    lettered = [re.fullmatch(r"phase[\s-]?(?:2|3|ii|iii)([abc])", words) for words in (label, other)]
    if lettered[0] and lettered[1] and lettered[0][1] != lettered[1][1]:
        return True  # 'following Phase 2a, it launched Phase 2b'
    is_lettered = label != other and (label[-1:] in "abc" or other[-1:] in "abc")
    return is_lettered and {state_of(frame), *(state_of(f) for f in trial.frames)} >= {"planned", "done"}


def is_another(trial: Trial, frame: Frame) -> bool:
    """'The Phase 2 trial in gout, a Phase 2 trial in combination with X': two of one sentence, each with its own partners."""
    if not frame.anchor.is_indefinite or frame.is_shared:
        return False
    added = set(frame.combination_refs)
    beside = [f for f in trial.frames if f.sentence.index == frame.sentence.index and f.anchor != frame.anchor]
    return any(f.anchor.phase == frame.anchor.phase and set(f.combination_refs) != added for f in beside)


def is_for_later(trial: Trial, frame: Frame) -> bool:
    """'Data support the planned Phase 3 studies in children': not the named trial that has given its data."""
    anchor = frame.anchor
    if not ((anchor.is_plural and trial.name) or anchor.is_indefinite) or anchor.name:
        return False
    near = (anchor.char_start - _PLAN_AHEAD, anchor.char_end + _PLAN_BEHIND)
    is_plan = any(c.value == "planned" and c.char_start < near[1] and near[0] < c.char_end for c in frame.cues)
    elsewhere = [f for f in trial.frames if f.sentence.index != frame.sentence.index]
    if not trial.name and (anchor.is_program or any(c.value == "planned" for f in trial.frames for c in f.cues)):
        return False
    return is_plan and has_results(elsewhere) and not any(state_of(f) == "planned" for f in trial.frames)


def is_measure(frame: Frame) -> bool:
    """'In line with the Phase 1 and Phase 2 trials': several trials that a result is only measured by are not told one by one."""
    return (
        frame.is_shared
        and any(c.rule == COMPARED for c in frame.cues)
        and not any(c.value == "ongoing" for c in frame.cues)
    )


def is_in_another_country(trial: Trial, frame: Frame) -> bool:
    """'A Phase 3 trial in China was completed; a Phase 3 trial in the U.S. is planned': two countries, two states."""
    lands = {f.land for f in trial.frames if f.land}
    if not frame.land or not lands or frame.land in lands:
        return False
    return {state_of(frame), *(state_of(f) for f in trial.frames)} >= {"planned", "done"}


def is_in_another_disease(trial: Trial, frame: Frame) -> bool:
    """'LUNAR-1 met its goal … the drug is in Phase 3 in lupus': what runs in a disease is not the named trial that has given data."""
    runs = {c.value for c in frame.cues} & {"ongoing", "running", "planned"}
    told = {c.value for c in frame.cues} & {"reported", "completed"}
    is_bare = bool(trial.name and frame.diseases and not trial.diseases)
    return is_bare and bool(runs) and not told and not frame.anchor.is_program and has_results(trial.frames)


def has_results(frames: list[Frame]) -> bool:
    """True when one of the frames tells results or an end."""
    return any(c.value in ("reported", "completed") for f in frames for c in f.cues)


def state_of(frame: Frame) -> str:
    """'planned', 'done' (begun or over) or '' as the cues of the frame say with one voice."""
    values = {c.value for c in frame.cues}
    if values & BEGUN:
        return "" if "planned" in values else "done"
    return "planned" if "planned" in values else ""


def are_headline_and_lead(trial: Trial, frame: Frame) -> bool:
    """The lead repeats the headline's trial, whatever disease words it adds."""
    first = trial.frames[0].sentence
    return trial.frames[0].is_lead and first.index != frame.sentence.index and first.index <= 1


def steps_back(trial: Trial, frame: Frame) -> tuple[bool, int]:
    """How far behind the trial's nearest telling a frame stands; one told only later comes last."""
    ahead = [frame.anchor.char_start - f.anchor.char_start for f in trial.frames]
    before = [gap for gap in ahead if gap >= 0]
    return (False, min(before)) if before else (True, -max(ahead))


def is_step_before(trial: Trial, big: Trial | None) -> bool:
    """'Phase 1a' ends where 'Phase 1b/2' begins."""
    first, whole = (trial.phase_label or "").lower(), (big.phase_label or "").lower() if big else ""
    return first.endswith("1a") and "1b" in whole


def runs_before(trial: Trial, big: Trial) -> bool:
    """A Phase 1 study that is ongoing, no part, while the start of Phase 1/2 is the news."""
    told = [{c.value for f in t.frames for c in f.cues} for t in (trial, big)]
    is_whole = not any(f.anchor.is_part for f in trial.frames)
    return (
        is_whole
        and "ongoing" in told[0]
        and "started" not in told[0]
        and "started" in told[1]
        and "ongoing" not in told[1]
    )


def is_to_come(trial: Trial, frame: Frame) -> bool:
    """'LUNAR is in planning': it is not the trial that another sentence tells to be completed."""
    states = {state_of(f) for f in trial.frames}
    is_planned = trial.name is not None and "planned" in states and states <= {"planned", ""}
    return is_planned and not frame.is_lead and state_of(frame) == "done"


def share_of_sisters(trials: list[Trial]) -> None:
    """'LUNAR-2, the second of its two Phase 3 trials, …; LUNAR-1 was completed': they have one phase."""
    for trial in trials:
        head = next((f for f in trial.frames if f.anchor.is_one_of), None)
        for other in trials if head and trial.name else ():
            is_sister = other.compound_ref == trial.compound_ref and other.name and not other.phase
            if is_sister and trial.name and are_numbered_alike(str(other.name), trial.name):
                other.phase, other.phase_label = trial.phase, trial.phase_label
