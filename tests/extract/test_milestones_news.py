"""Events told without a trial's name, approvals in numbers, and dates that a new one has replaced."""

import pytest
from trials_reading import milestone_of, read, told

CORDEN = "BOSTON, May 3, 2024 (GLOBE NEWSWIRE) -- Corden Bio, Inc. (Nasdaq: CRDN)"


def release(headline: str, body: str) -> str:
    """A release of an invented company."""
    return f"{headline}\n\n{CORDEN} develops CRD-101, an antibody for asthma. {body}\n"


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Corden Announces Initial Clinical Data for CRD-101",
            "It announced initial clinical data for CRD-101 in patients with asthma.",
        ),
        ("Corden Gives an Update", "Results of the pivotal trial of CRD-101 in asthma were presented at a congress."),
        ("Corden Gives an Update", "A clinical update of CRD-101 has been presented at the society's meeting."),
    ],
)
def test_data_are_reported_although_no_trial_is_named(headline: str, body: str) -> None:
    assert ("data_reported", "CRD-101", "happened") in told(read(release(headline, body)))


@pytest.mark.parametrize(
    "body",
    [
        "It reported first preclinical results of CRD-101 in mice.",
        "It reported its financial results for the first quarter; CRD-101 is its lead.",
        "It announced the unblinding of new data of CRD-101.",
    ],
)
def test_other_results_are_no_data_of_the_medicine(body: str) -> None:
    assert "data_reported" not in {kind for kind, _, _ in told(read(release("Corden Gives an Update", body)))}


def test_several_approvals_are_an_approval() -> None:
    facts = read(release("Corden Receives Four New Approvals in Japan for CRD-101", "It sells CRD-101."))
    assert ("approval", "CRD-101", "happened") in told(facts)


@pytest.mark.parametrize(
    "body",
    [
        "A supplemental BLA for full approval of CRD-101 is expected in the fourth quarter of 2024.",
        "It plans to submit a BLA for CRD-101 in the first quarter of 2025 under the accelerated approval pathway.",
    ],
)
def test_what_an_application_asks_for_is_not_yet_expected(body: str) -> None:
    kinds = {(kind, statement) for kind, _, statement in told(read(release("Corden Gives an Update", body)))}
    assert ("application_submitted", "expected") in kinds
    assert "approval" not in {kind for kind, _ in kinds}


@pytest.mark.parametrize(
    ("body", "window"),
    [
        (
            "The PDUFA date of CRD-101, originally May 29, 2024, has moved; the FDA now expects to decide by June 22, 2024.",
            "June 22, 2024",
        ),
        (
            "The new PDUFA action date of CRD-101 is February 24, 2025; it had been November 25, 2024.",
            "February 24, 2025",
        ),
        (
            "The PDUFA date of CRD-101, previously in the first half of 2024, is now in the third quarter of 2024.",
            "third quarter of 2024",
        ),
    ],
)
def test_the_new_date_counts(body: str, window: str) -> None:
    told_window = milestone_of(read(release("Corden Gives an Update", body)), "pdufa_date").window_text
    assert told_window is not None
    assert window in told_window
