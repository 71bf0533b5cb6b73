"""Trials told by a verb alone ('it is also being studied in lupus') beside others, and numbers of trials that are none."""

import pytest
from trials_reading import diseases_of, read

BOSTON = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Merkal Therapeutics, Inc. (Nasdaq: MRKL) today announced"


def rows(body: str) -> set[tuple[str | None, str, tuple[str, ...]]]:
    """(phase, status, diseases) of all trials of a release of an invented company, published on May 9, 2024."""
    facts = read(f"Merkal Reports on ZLX-12\n\n{BOSTON} {body}\n")
    return {(t.phase, t.status, tuple(diseases_of(facts, t))) for t in facts.trial_mentions}


@pytest.mark.parametrize(
    "also",
    [
        "It is also being studied as a potential treatment for lupus.",
        "It is also being evaluated in patients with lupus.",
        "This investigational drug is currently being tested in lupus.",
        "The therapy is also being investigated for lupus.",
        "Merkal is continuing to study ZLX-12 in lupus.",
    ],
)
def test_a_further_disease_in_which_it_is_studied_is_a_further_trial(also: str) -> None:
    assert rows(f"that ZLX-12 met its goal in a Phase 3 trial in gout. {also}") == {
        ("3", "reported", ("gout",)),
        (None, "ongoing", ("lupus",)),
    }


@pytest.mark.parametrize(
    "again", ["It is being evaluated in patients with gout.", "Merkal is continuing to study ZLX-12 in gout."]
)
def test_the_disease_of_the_trial_told_again_is_no_further_trial(again: str) -> None:
    assert rows(f"that ZLX-12 met its goal in a Phase 3 trial in gout. {again}") == {("3", "reported", ("gout",))}


@pytest.mark.parametrize(
    "told",
    [
        "ZLX-12 is being evaluated broadly in more than 70 clinical trials in lymphoma.",
        "There are currently more than 1,600 trials studying ZLX-12 in cancers.",
        "ZLX-12 is being studied in over 25 ongoing clinical trials in lupus.",
        "Nearly 30 studies of ZLX-12 in gout are ongoing.",
    ],
)
def test_a_great_number_of_trials_is_no_trial(told: str) -> None:
    assert rows(f"an update. {told}") == set()


def test_a_number_of_patients_in_trials_is_no_number_of_trials() -> None:
    assert rows("an update. ZLX-12 was tested in over 350 patients in clinical trials in gout.") != set()


def test_late_stage_and_clinical_development_are_two_trials_each_with_its_disease() -> None:
    told = "an update. ZLX-12 is in late-stage development for breast cancer and in clinical development for gout."
    assert {diseases for _, _, diseases in rows(told)} == {("breast cancer",), ("gout",)}


def test_planned_studies_are_not_the_named_one_that_gave_its_data() -> None:
    told = rows(
        "new data from the Phase 2 DAWN-1 study of ZLX-12 in gout. The Phase 3 LUMEN-1 study met its endpoint. The data "
        "support the planned pediatric Phase 3 studies in gout and lupus starting later this year."
    )
    assert told == {("2", "reported", ("gout",)), ("3", "reported", ("gout",)), ("3", "planned", ("gout", "lupus"))}


def test_a_program_in_another_disease_whose_data_are_awaited_is_not_the_named_trial() -> None:
    told = rows(
        "new data for ZLX-12 from the Phase 3 LUMEN-1 study in gout. Merkal also expects to share topline data from its "
        "Phase 3 program for ZLX-12 in lupus later this year."
    )
    assert told == {("3", "reported", ("gout",)), ("3", "ongoing", ("lupus",))}


@pytest.mark.parametrize(
    "rule",
    [
        "Patients may enroll into an extension study after completion of the study.",
        "Patients are eligible for an extension study following completion of any of the studies.",
        "Patients had the option to enter an extension upon successful completion of the trial.",
    ],
)
def test_who_may_go_on_after_completion_tells_no_end(rule: str) -> None:
    assert rows(f"that a Phase 3 study of ZLX-12 in gout is ongoing. {rule}") == {("3", "ongoing", ("gout",))}


def test_a_study_of_claims_and_records_is_no_trial() -> None:
    assert rows("that a real-world study of insurance claims showed that people with gout stay on ZLX-12.") == set()


@pytest.mark.parametrize(
    "told",
    [
        "The stability of ZLX-12 was validated for Phase 3 readiness in gout.",
        "Phase 3 preparations for ZLX-12 in gout are ongoing.",
        "Phase 3-enabling work on ZLX-12 in gout is under way.",
        "Preparations for the Phase 3 trial of ZLX-12 in gout are ongoing.",
        "Planning for a Phase 3 trial of ZLX-12 in gout continues.",
    ],
)
def test_what_makes_ready_for_a_phase_is_a_plan(told: str) -> None:
    assert rows(f"an update. {told}") == {("3", "planned", ("gout",))}
