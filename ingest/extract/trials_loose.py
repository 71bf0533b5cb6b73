"""Frames that name no trial: 'the study' joins the trial spoken of last; 'plans a pragmatic study' is one more."""

from __future__ import annotations

from ingest.extract.frames import Frame
from ingest.extract.trials_alike import may_be_alike
from ingest.extract.trials_same import BEGUN, Trial, state_of

TELLING = frozenset(
    {"planned", "cleared", "started", "ongoing", "enrolled", "completed", "stopped", "reported", "awaited"}
)
"""Cue values that tell a state of a trial."""
_SIBLINGS = 3  # sentences over which 'the studies' points back to trials that each have their own sentence
_CLOSE = 2
_SEVERAL = 2  # named trials that a program sums up
_REACH = 8  # sentences over which 'the study' points back


def in_other_diseases(trials: list[Trial], linked: list[Frame]) -> list[Trial]:
    """Trials that a sentence tells to be running in diseases that no trial of the compound has: 'is also studied in lupus'."""
    further: list[Trial] = []
    is_alone = len({f.compound_ref for f in linked}) == 1  # 'it also has an ongoing trial in glioma'
    for frame in linked:
        is_told = frame.linked_by == "sentence" or frame.anchor.is_pronoun or (is_alone and _is_bare(frame))
        if not frame.anchor.is_noun or not is_told or not frame.diseases or not _runs(frame):
            continue
        rivals = [t for t in [*trials, *further] if t.compound_ref == frame.compound_ref]
        if any(may_be_alike(frame.diseases, t.diseases) for t in rivals):
            continue
        further.append(Trial(frame.compound_ref or "", frames=[frame]))
    return further


def _is_bare(frame: Frame) -> bool:
    """'An ongoing trial', not 'a registry study'."""
    return frame.anchor.is_indefinite and (frame.anchor.is_further or not frame.anchor.is_other_kind)


def phase_of_program(trials: list[Trial]) -> list[Trial]:
    """'The Phase 3 program consists of five studies': the only phase told of a compound is that of its named trials.

    What tells it is then no trial of its own.
    """
    gone: list[Trial] = []
    for ref in dict.fromkeys(t.compound_ref for t in trials):
        same = [t for t in trials if t.compound_ref == ref]
        told = {t.phase: t.phase_label for t in same if t.phase and not t.is_more}
        if len(told) != 1 or len({t.phase for t in same if t.phase}) != 1:
            continue
        ((phase, label),) = told.items()
        heads = [f for t in same for f in (*t.frames, *t.said_of) if f.anchor.phase and f.anchor.is_program]
        sums = [t for t in same if t.phase and not (t.name or t.nct) and all(_is_sum(f) for f in t.frames)]
        heads += [f for t in sums for f in t.frames]
        bare = [t for t in same if t.name and not t.phase and any(may_be_alike(t.diseases, h.diseases) for h in heads)]
        if len(bare) >= _SEVERAL:
            for trial in bare:
                trial.phase, trial.phase_label = phase, label
                trial.said_of.extend(f for t in sums for f in t.frames)
            gone += sums
    return [t for t in trials if not any(t is g for g in gone)]


def _is_sum(frame: Frame) -> bool:
    return frame.anchor.is_program or (frame.anchor.is_plural and not frame.anchor.is_more)


def _runs(frame: Frame) -> bool:
    values = {c.value for c in frame.cues}
    if frame.anchor.is_intent:
        return "planned" in values and not values & BEGUN
    if frame.anchor.is_series:
        return bool(values & {"ongoing", "planned"})
    return "ongoing" in values and not values & (BEGUN - {"ongoing"} | {"planned"})


def without_phase(trials: list[Trial], linked: list[Frame]) -> list[Trial]:
    """Trials told without phase and name: of compounds that have no other, or one more that is planned ('a study').

    'Is being studied in clinical trials' tells of a trial, 'plans to start a pragmatic study' of one beside the others;
    two such tellings are of two trials when diseases, kind or state keep them apart.
    """
    told: list[Trial] = []
    known = {t.compound_ref for t in trials}
    for frame in linked:
        anchor = frame.anchor
        if anchor.phase or anchor.name or anchor.nct or not frame.compound_ref:
            continue
        values = {c.value for c in frame.cues}
        begun = values & BEGUN - ({"reported"} if "hypothetical" in values else set())
        is_planned = "planned" in values and not begun
        is_fresh = is_planned and (anchor.is_indefinite or bool(anchor.phase_label))
        if frame.compound_ref in known and not (anchor.is_indefinite and (is_fresh or anchor.is_other_kind)):
            continue
        if frame.compound_ref in known and "cleared" in values and not anchor.is_further:
            continue  # 'the first of its kind allowed to enter a human trial' is the trial that was told
        if anchor.is_earlier and any(t.compound_ref == frame.compound_ref and _is_over(t.frames) for t in trials):
            continue  # 'in a previous study' may be the one that is told
        is_apart = anchor.is_further and bool(frame.diseases) and bool(begun)  # 'a separate study in lupus is ongoing'
        if frame.linked_by != "sentence" and not (is_fresh or is_apart or (is_planned and anchor.is_human)):
            continue
        if values & TELLING:
            trial = next((t for t in reversed(told) if _may_tell_of(t, frame)), None)
            if trial is None:
                trial = Trial(frame.compound_ref)
                told.append(trial)
            trial.frames.append(frame)
            trial.phase_label = trial.phase_label or anchor.phase_label
    return told


def _may_tell_of(trial: Trial, frame: Frame) -> bool:
    """False when the frame must be of a further trial of the compound."""
    if trial.compound_ref != frame.compound_ref or frame.anchor.is_other_kind:
        return False  # 'and from a pharmacokinetic study'
    if trial.frames[0].anchor.is_other_kind or not may_be_alike(frame.diseases, trial.diseases):
        return False
    if (
        frame.anchor.is_indefinite
        and frame.diseases
        and not trial.diseases
        and _is_over(trial.frames) != _is_over([frame])
    ):
        return False  # 'a completed study of X … a study of X in lupus is ongoing'
    states = {state_of(frame), *(state_of(f) for f in trial.frames)}
    return not (frame.anchor.is_indefinite and states >= {"planned", "done"})


def _is_over(frames: list[Frame]) -> bool:
    return any(c.value in ("completed", "reported") for f in frames for c in f.cues)


def _is_of_all(latest: list[Trial], frame: Frame, last: int) -> bool:
    """'Enrollment is complete in both trials, LUNAR-1 and LUNAR-2. Data are expected in May': what is no noun is of all of a list."""
    is_next = frame.sentence.index == last + 1 and frame.anchor.is_bare
    return is_next and all(any(f.is_shared for f in t.frames if f.sentence.index == last) for t in latest)


def _is_numbered(trial: Trial) -> bool:
    return bool(trial.phase or trial.name or trial.nct)


def attach_loose(trials: list[Trial], linked: list[Frame]) -> None:
    """Frames that only say 'the study' join the trial of their compound that was named last."""
    for frame in linked:
        if not frame.anchor.is_noun:
            continue
        before = [
            (t, [f for f in t.frames if f.sentence.index <= frame.sentence.index and not f.is_aside]) for t in trials
        ]
        near = [
            (max(f.sentence.index for f in told), t)
            for t, told in before
            if t.compound_ref == frame.compound_ref and told
        ]
        near = [(index, t) for index, t in near if frame.sentence.index - index <= _REACH]
        of_compound = [t for t in trials if t.compound_ref == frame.compound_ref]
        if near:
            last = max(index for index, _ in near)
            latest = [t for index, t in near if index == last]
            if frame.anchor.is_plural:
                near = [(index, t) for index, t in near if _is_numbered(t)]  # 'all studies' are not 'a study'
                latest = [t for t in latest if _is_numbered(t)]
            if frame.anchor.is_plural and len(latest) == 1:
                latest = [t for index, t in near if last - index <= _SIBLINGS]
            if not frame.anchor.is_plural and len(latest) > 1 and frame.sentence.index - last > _CLOSE:
                continue  # two trials named in one sentence far ahead: which of them is meant is not said
            for trial in latest if frame.anchor.is_plural or _is_of_all(latest, frame, last) else latest[-1:]:
                trial.said_of.append(frame)
        elif len(of_compound) == 1 and _is_numbered(of_compound[0]):
            of_compound[0].said_of.append(frame)
