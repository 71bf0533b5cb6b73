"""Trials and milestones of one release, and the two errors that do harm: wrong owner, planned told as done."""

from __future__ import annotations

from typing import Protocol

from orchestration.scoring.annotations import NotedRelease, NotedTrial
from orchestration.scoring.given import GivenMilestone, GivenTrial
from orchestration.scoring.matching import is_same_disease, plain
from orchestration.scoring.measures import Scorecard

_DONE = frozenset({"started", "ongoing", "enrolled", "completed", "reported"})
_AHEAD = frozenset({"planned", "cleared"})
_READ_AS = {"historical": "happened", "ongoing": "happened", "conditional": "expected"}
_NOTED_KINDS = frozenset({
    "ind_submitted", "ind_active", "trial_started", "enrollment_completed", "data_reported", "trial_stopped",
    "clinical_hold", "hold_lifted", "fast_track", "breakthrough_therapy", "orphan_drug", "priority_review", "rmat",
    "prime", "rare_pediatric", "application_submitted", "application_accepted", "pdufa_date", "approval",
    "complete_response", "launch",
})  # fmt: skip
"""Types that annotators note; others are not judged."""

Event = tuple[str, int | str, str]
"""(type, place of the annotated compound or the id of another one, happened or expected)."""


class Compounds(Protocol):
    """Which compound is which; see ``judging.Pairing``."""

    def of_given(self, compound_id: str) -> int | None:
        """The place of the annotated compound."""
        ...

    def of_noted(self, name: str) -> int | None:
        """The place of the annotated compound."""
        ...

    def title(self, compound_id: str) -> str:
        """A compound's name."""
        ...


def judge_trials(card: Scorecard, noted: NotedRelease, given: list[GivenTrial], compounds: Compounds) -> None:
    """Pairs each annotated trial with the most similar one of the same compound and phase, and judges the pair."""
    free = [(trial, compounds.of_given(trial.compound_id)) for trial in given]
    lost: list[tuple[NotedTrial, int | None]] = []
    for trial in noted.trials:
        place = compounds.of_noted(trial.compound)
        fitting = [pair for pair in free if place is not None and pair[1] == place and pair[0].phase == trial.phase]
        card["trials"].judge(bool(fitting))
        words = f"{trial.compound} phase {trial.phase}"
        if not fitting:
            lost.append((trial, place))
            card.blame("trial missed", noted.key, f"{words} {trial.status} {trial.name or ''}".rstrip())
            continue
        best = max(fitting, key=lambda pair: _likeness(trial, pair[0]))
        free.remove(best)
        _judge_pair(card, noted, trial, best[0], words)
    for extra, place in free:
        card["trials"].count(extra=1)
        title = f"{compounds.title(extra.compound_id)} phase {extra.phase} {extra.status} {extra.name or ''}".rstrip()
        card.blame("trial extra", noted.key, title)
        if any(place != owner and _is_like(trial, extra) for trial, owner in lost):
            card["wrong owner"].count(right=1)
            card.blame("wrong owner", noted.key, title)
    card["committed facts"].count(right=len(given))


def _likeness(noted: NotedTrial, given: GivenTrial) -> int:
    has_nct = bool(noted.nct) and plain(noted.nct) == plain(given.nct)
    has_name = bool(noted.name) and plain(noted.name) == plain(given.name)
    has_status = given.status == noted.status
    return 4 * has_nct + 4 * has_name + 2 * has_status + _shared_diseases(noted, given)


def _shared_diseases(noted: NotedTrial, given: GivenTrial) -> int:
    names = [name for disease in given.indications for name in disease]
    return sum(is_same_disease(disease, names) for disease in noted.indications)


def _is_like(noted: NotedTrial, given: GivenTrial) -> bool:
    """Whether a trial equals a missed one in all but the compound."""
    has_disease = not noted.indications or _shared_diseases(noted, given) > 0
    return noted.phase == given.phase and noted.status == given.status and has_disease


def _judge_pair(card: Scorecard, noted: NotedRelease, trial: NotedTrial, given: GivenTrial, words: str) -> None:
    is_status = given.status == trial.status
    card["trial status"].judge(is_status)
    if not is_status:
        card.blame("trial status", noted.key, f"{words}: {trial.status}, got {given.status}")
    if trial.status in _AHEAD and given.status in _DONE:
        card["planned as done"].count(right=1)
        card.blame("planned as done", noted.key, f"{words}: {trial.status}, got {given.status}")
    right = _shared_diseases(trial, given)
    extra = sum(not any(is_same_disease(one, names) for one in trial.indications) for names in given.indications)
    card["trial indications"].count(right, extra, len(trial.indications) - right)
    if trial.nct:
        card["trial nct"].judge(plain(given.nct) == plain(trial.nct))
    if trial.name:
        card["trial name"].judge(plain(given.name) == plain(trial.name))
    if trial.enrollment:
        card["trial enrollment"].judge(given.enrollment == trial.enrollment)
    if trial.window:
        first, last = trial.window
        is_right = given.window == trial.window if first else given.window[1] == last
        card["expected window exact"].judge(is_right)
        if not is_right:
            card.blame("expected window", noted.key, f"{words}: {first}..{last}, got {'..'.join(given.window)}")


def judge_milestones(card: Scorecard, noted: NotedRelease, given: list[GivenMilestone], compounds: Compounds) -> None:
    """Compares the sets of events; long-past ones that match nothing are no error."""

    def place_given(compound_id: str) -> int | str:
        place = compounds.of_given(compound_id)
        return compound_id if place is None else place

    def place_noted(name: str) -> int | str:
        place = compounds.of_noted(name)
        return name if place is None else place

    wanted: set[Event] = {(one.kind, place_noted(one.compound), one.statement) for one in noted.milestones}
    past: set[Event] = {
        (one.kind, place_given(one.compound_id), "happened") for one in given if one.statement == "historical"
    }
    got: set[Event] = {
        (one.kind, place_given(one.compound_id), _READ_AS.get(one.statement, one.statement))
        for one in given
        if one.statement != "denied" and one.kind in _NOTED_KINDS
    }
    got -= past - wanted
    extra, lost = got - wanted, wanted - got
    card["milestones"].count(len(wanted & got), len(extra), len(lost))
    card["committed facts"].count(right=len(got))
    for kind, place, statement in sorted(extra, key=str):
        words = f"{kind} {statement}: {_title(noted, compounds, place)}"
        card.blame("milestone extra", noted.key, words)
        if statement == "happened" and (kind, place, "expected") in lost:
            card["planned as done"].count(right=1)
            card.blame("planned as done", noted.key, words)
        if any(kind == one and statement == said and place != other for one, other, said in lost):
            card["wrong owner"].count(right=1)
            card.blame("wrong owner", noted.key, words)
    for kind, place, statement in sorted(lost, key=str):
        card.blame("milestone missed", noted.key, f"{kind} {statement}: {_title(noted, compounds, place)}")


def _title(noted: NotedRelease, compounds: Compounds, place: int | str) -> str:
    return noted.compounds[place].names[0] if isinstance(place, int) else compounds.title(place)
