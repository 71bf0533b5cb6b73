"""The labelled corpus is whole, and reading it is at least as good as it was."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from quality_corpus import cases, fingerprint, measured, release_file
from quality_floors import FloorRefused, Floors, fallen, floors_of, raised, read_floors, write_floors
from quality_page import told_figures

from ingest.records import CollaborationType, MilestoneType, Role, Stage, TrialStatus

CLOSED = {
    ("compounds", "role"): get_args(Role),
    ("compounds", "stage"): (*get_args(Stage), None),
    ("trials", "phase"): ("1", "1/2", "2", "2/3", "3", "4", None),
    ("trials", "status"): get_args(TrialStatus),
    ("milestones", "type"): get_args(MilestoneType),
    ("milestones", "modality"): ("happened", "expected"),
    ("collaborations", "type"): get_args(CollaborationType),
}


def truths() -> dict[str, dict[str, Any]]:
    return {case.name: json.loads((case / "expected.json").read_text(encoding="utf-8")) for case in cases()}


def test_there_are_sixty_releases_and_half_are_written_for_hard_cases() -> None:
    borrowed = [case.name for case in cases() if (case / "release.from").is_file()]
    assert len(cases()) >= 60
    assert len(borrowed) <= len(cases()) / 2


def test_every_case_says_why_it_is_there() -> None:
    assert [case.name for case in cases() if len((case / "why.md").read_text(encoding="utf-8").split()) < 6] == []


def test_every_truth_keeps_to_the_closed_lists_and_its_own_compounds() -> None:
    strange = [
        (name, kind, row)
        for name, truth in truths().items()
        for (kind, column), allowed in CLOSED.items()
        for row in truth[kind]
        if row[column] not in allowed
    ]
    nameless = [
        (name, row["compound"])
        for name, truth in truths().items()
        for row in (*truth["trials"], *truth["milestones"])
        if row["compound"] not in {one for compound in truth["compounds"] for one in compound["names"]}
    ]
    misnamed = [name for name, truth in truths().items() if truth["id"] != name]
    assert (strange, nameless, misnamed) == ([], [], [])


def test_every_name_of_a_truth_is_in_its_release() -> None:
    absent = []
    for case in cases():
        truth = truths()[case.name]
        text = html.unescape(release_file(case).read_text(encoding="utf-8")).lower()
        text = text.replace("®", "").replace("™", "")
        names = [one for compound in truth["compounds"] for one in compound["names"]]
        names += [deal["partner"] for deal in truth["collaborations"]]
        names += [
            word for trial in truth["trials"] for word in (*trial["indications"], trial["nct"], trial["name"]) if word
        ]
        absent += [(case.name, name) for name in names if name.lower() not in text]
    assert absent == []


def test_the_floors_were_measured_on_this_corpus() -> None:
    assert read_floors().corpus == fingerprint(), "run .venv/bin/python tests/quality/raise_floors.py"


def test_no_measure_is_below_its_floor() -> None:
    assert fallen(read_floors(), floors_of(measured(), fingerprint())) == {}


def test_the_page_tells_the_figures_of_the_floors() -> None:
    floors = read_floors()
    told = told_figures()
    assert {name: told.get(name) for name in floors.floors} == floors.floors
    assert {name: told.get(name) for name in floors.ceilings} == floors.ceilings


def test_a_better_reading_raises_floors_and_lowers_ceilings() -> None:
    old = Floors("a", {"trials": 0.8, "issuer": 0.9}, {"wrong owner": 3})
    new = Floors("a", {"trials": 0.85, "issuer": 0.9}, {"wrong owner": 1})
    assert raised(old, new, {}) == new


def test_a_floor_does_not_fall_by_itself() -> None:
    old = Floors("a", {"trials": 0.8}, {"wrong owner": 0})
    with pytest.raises(FloorRefused, match=r"trials \(0\.8 before, 0\.7 now\); wrong owner \(0 before, 2 now\)"):
        raised(old, Floors("a", {"trials": 0.7}, {"wrong owner": 2}), {})


def test_a_measure_that_is_gone_counts_as_fallen() -> None:
    assert fallen(Floors("a", {"trials": 0.8}), Floors("a")) == {"trials": "0.8 before, None now"}


def test_a_floor_falls_with_a_sentence_that_stays_in_the_file(tmp_path: Path) -> None:
    why = "Eight harder releases came in."
    floors = raised(Floors("a", {"trials": 0.8}), Floors("b", {"trials": 0.7}), {"trials": why})
    write_floors(floors, tmp_path / "floors.yaml")
    kept = read_floors(tmp_path / "floors.yaml")
    assert kept.floors == {"trials": 0.7} and kept.corpus == "b"
    assert kept.lowered == [{"measure": "trials", "fell": "0.8 before, 0.7 now", "because": why}]


@pytest.mark.parametrize("lower", [{"trials": "harder"}, {"trails": "A measure that does not exist."}])
def test_a_word_is_no_sentence_and_an_unknown_measure_is_refused(lower: dict[str, str]) -> None:
    with pytest.raises(FloorRefused):
        raised(Floors("a", {"trials": 0.8}), Floors("a", {"trials": 0.8}), lower)
