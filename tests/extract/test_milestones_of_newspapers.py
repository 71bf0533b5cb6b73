"""What newspapers say of medicines: scrapped, backed by a panel, on the way to the clinic; and goals that were met."""

import pytest
from test_milestones_by_nouns import events
from trials_reading import read, told

DROPPED = [
    "It also said it was scrapping its asthma drug, LRV-101, after a mid-stage trial failed.",
    "Lorvane has dropped its gout candidate LRV-101.",
    "Lorvane pulled the plug on LRV-101 after safety concerns.",
    "Lorvane has shelved its compound LRV-101 for want of funds.",
    "Lorvane has stopped developing LRV-101.",
    "The company ended development of LRV-101 in gout.",
]


@pytest.mark.parametrize("body", DROPPED)
def test_a_medicine_that_is_scrapped_is_given_up(body: str) -> None:
    assert ("program_discontinued", "happened") in events(body)


@pytest.mark.parametrize(
    "body",
    [
        "Shares dropped after the drug LRV-101 met its goal.",
        "Three patients dropped out of the LRV-101 trial.",
        "Uric acid dropped with the drug LRV-101 in most patients.",
        "Lorvane may drop its gout drug LRV-101 if the trial fails.",
        "Prices drop when a drug such as LRV-101 loses its patent.",
    ],
)
def test_what_else_drops_gives_up_nothing(body: str) -> None:
    assert ("program_discontinued", "happened") not in events(body)


def test_a_goal_that_was_met_is_no_plan() -> None:
    headline = "Lorvane says its gout drug met main goal; another is dropped"
    facts = read(
        f"{headline}\n\n(Reuters) - Lorvane Pharma said on Tuesday its gout drug, LRV-101, met the main goal of a late-stage study. It plans to file for U.S. approval this year.\n"
    )
    got = told(facts)
    assert ("data_reported", "LRV-101", "happened") in got
    assert ("data_reported", "LRV-101", "expected") not in got
    assert ("application_submitted", "LRV-101", "expected") in got


PANELS = [
    "An advisory panel to the U.S. Food and Drug Administration voted 11-3 on Thursday that the benefits of LRV-101 outweigh its risks.",
    "A panel of outside experts backed LRV-101 by 9 votes to 4.",
    "FDA advisers voted in favor of LRV-101.",
    "Six panelists supported LRV-101, ten did not.",
    "An FDA panel unanimously recommended approval of LRV-101.",
]


@pytest.mark.parametrize("body", PANELS)
def test_panels_of_experts_are_advisory_committees(body: str) -> None:
    assert ("advisory_committee", "happened") in events(body)
    assert ("approval", "happened") not in events(body)


@pytest.mark.parametrize(
    "body",
    [
        "The study used a panel of experts to grade response to LRV-101.",
        "A panel discussion about LRV-101 was well attended.",
        "Physicians recommend LRV-101 to a panel of patients.",
    ],
)
def test_other_panels_are_none(body: str) -> None:
    assert ("advisory_committee", "happened") not in events(body)


def test_an_analysis_that_is_planned_has_told_nothing() -> None:
    body = "A global Phase 3 trial of LRV-101 is enrolling patients, with an interim analysis planned for late 2026."
    assert ("data_reported", "happened") not in events(body)
    body = "It continues to run a Phase 1 trial of LRV-101, from which data are due before Christmas."
    assert ("trial_started", "expected") not in events(body)


def test_what_has_come_back_is_not_to_come_back() -> None:
    facts = read(
        "Lorvane Regains Rights to LRV-101\n\nAUSTIN, May 2, 2025 -- Lorvane Pharma, Inc. (Nasdaq: LORV) will regain the worldwide rights to LRV-101.\n"
    )
    assert len({s for k, _, s in told(facts) if k == "rights_returned"}) == 1


@pytest.mark.parametrize(
    "body",
    [
        "LRV-101 is expected to enter the clinic in 2026 following an IND submission.",
        "LRV-101 is on track to enter clinical trials in the first quarter.",
        "LRV-101 is set to move into the clinic next year.",
    ],
)
def test_the_way_to_the_clinic_is_a_start_to_come(body: str) -> None:
    assert ("trial_started", "expected") in events(body)


def test_data_given_and_data_to_come_in_one_sentence() -> None:
    got = events(
        "Positive topline data from the Phase 2 trial of LRV-101 were announced in April; full results will be presented at UEG Week in October."
    )
    assert {s for k, s in got if k == "data_reported"} == {"happened", "expected"}


def test_a_start_on_the_strength_of_data_is_no_read_out() -> None:
    got = events(
        "Data of the Phase 2 trial of LRV-101 were published. Based on these results the FDA has agreed to the design of a Phase 3 trial, which is expected to begin in the autumn."
    )
    assert ("data_reported", "expected") not in got
    assert ("trial_started", "expected") in got


def test_leave_to_begin_a_trial_in_the_words_of_newspapers() -> None:
    assert ("ind_active", "happened") in events(
        "It has received the green light from the FDA to begin a Phase 1/2 trial of LRV-101."
    )
    assert ("ind_active", "happened") in events("Lorvane got the go-ahead to start a Phase 1 study of LRV-101.")
    assert ("ind_submitted", "expected") in events("It also plans an IND for LRV-101 in 2026.")


def test_a_review_that_is_extended_has_a_new_day() -> None:
    assert ("pdufa_date", "expected") in events(
        "The FDA extended its review of the gout drug LRV-101 by three months to March 1, 2026."
    )
    assert ("pdufa_date", "expected") in events(
        "A supplemental BLA for LRV-101 is under review with a goal date of September 30."
    )


@pytest.mark.parametrize(
    "body",
    [
        "The company will not pursue further development of LRV-101 in gout.",
        "Lorvane decided to discontinue LRV-101 in gout and to focus on LRV-202.",
        "Lorvane has discontinued LRV-101.",
        "Lorvane deprioritized LRV-101 in April.",
    ],
)
def test_a_medicine_given_up_by_its_name(body: str) -> None:
    assert ("program_discontinued", "happened") in events(body)


@pytest.mark.parametrize(
    "body",
    [
        "Two patients discontinued LRV-101 because of nausea.",
        "Those who discontinue LRV-101 are followed for a year.",
        "Partners agreed to terminate the license for LRV-101.",
    ],
)
def test_who_stops_taking_a_medicine_gives_up_none(body: str) -> None:
    assert ("program_discontinued", "happened") not in events(body)


def test_first_doses_to_come_are_a_launch_to_come() -> None:
    body = "The European Commission approved LRV-101 in April. First doses will be available in France in the fourth quarter."
    assert ("launch", "expected") in events(body)


def test_what_is_expected_needs_no_second_row_with_a_condition() -> None:
    body = (
        "A Phase 1/2 trial of LRV-101 is on track to begin in the second half of 2025, subject to clearance of the IND."
    )
    assert {s for k, s in events(body) if k == "trial_started"} == {"expected"}
