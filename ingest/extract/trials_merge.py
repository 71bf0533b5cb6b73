"""Frames of one trial put together: by registry number, by study name, else by compound, phase and disease.

A release speaks of a trial many times; the warehouse has one row for it. Frames that only say 'the study' belong to
the trial spoken of last. A phase without a name belongs to the named trial of that phase when there is only one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.extract.frames import Frame
from ingest.records import Phase, name_key

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

    @property
    def diseases(self) -> set[str]:
        """All diseases of its frames."""
        return {ref for frame in self.frames for ref in frame.indication_refs}


def merge_frames(frames: list[Frame]) -> list[Trial]:
    """The trials of a release in the order first named; frames without a compound are left out."""
    trials: list[Trial] = []
    linked = [f for f in frames if f.compound_ref]
    for frame in (f for f in linked if f.anchor.name or f.anchor.nct):
        _join(trials, frame, _identified(trials, frame))
    for frame in (f for f in linked if f.anchor.phase and not f.anchor.name and not f.anchor.nct):
        _join(trials, frame, _by_phase(trials, frame))
    trials = _fused(trials)
    _attach_loose(trials, linked)
    return sorted(trials, key=lambda t: min(f.anchor.char_start for f in t.frames))


def _join(trials: list[Trial], frame: Frame, trial: Trial | None) -> None:
    anchor = frame.anchor
    if trial is None:
        trial = Trial(frame.compound_ref or "")
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
        if anchor.name and trial.name and name_key(anchor.name) == name_key(trial.name):
            return trial
        if anchor.nct and trial.nct == anchor.nct and not (anchor.name and trial.name):
            return trial
    return None


def _by_phase(trials: list[Trial], frame: Frame) -> Trial | None:
    anchor = frame.anchor
    same = [t for t in trials if t.compound_ref == frame.compound_ref]
    wanted = {anchor.phase}
    if anchor.is_part:
        wanted |= {"1/2"} if anchor.phase in ("1", "2") else set()
        wanted |= {"2/3"} if anchor.phase in ("2", "3") else set()
    fits = [t for t in same if t.phase in wanted]
    if anchor.is_part and any(t.phase != anchor.phase for t in fits):
        fits = [t for t in fits if t.phase != anchor.phase]
    diseases = set(frame.indication_refs)
    exact = [t for t in fits if not diseases or not t.diseases or diseases & t.diseases]
    if len(exact) == 1:
        return exact[0]
    if exact:
        overlap = [t for t in exact if diseases & t.diseases] or exact
        before = [t for t in overlap if t.frames[-1].anchor.char_start <= anchor.char_start]
        return (before or overlap)[-1]
    return None


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
                and t.compound_ref == trial.compound_ref
                and t.phase == trial.phase
                and (not trial.diseases or not t.diseases or trial.diseases & t.diseases)
            ),
            None,
        )
        if twin is None:
            kept.append(trial)
        else:
            twin.frames.extend(trial.frames)
    return kept


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
            max(near, key=lambda pair: pair[0])[1].said_of.append(frame)
        elif len(of_compound) == 1:
            of_compound[0].said_of.append(frame)
