"""What is only asked for is to come; a month without a year behind a verb of the past has passed."""

import pytest
from trials_reading import read, told

NORTHBRIDGE = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def statements(body: str, kind: str) -> set[str]:
    """What a release of an invented company says of such events of NBX-101."""
    facts = read(f"Northbridge Gives News of NBX-101\n\n{NORTHBRIDGE} {body}\n")
    return {s for k, name, s in told(facts) if k == kind and name == "NBX-101"}


PAST = [
    ("approval", "said that Health Canada approved NBX-101 in April."),
    ("approval", "said that the European Commission approved NBX-101 in February."),
    ("approval", "said that the FDA approved NBX-101 in February and the company launched it in April."),
    ("approval", "said that NBX-101 was approved by the FDA in December."),
    ("application_submitted", "submitted its BLA for NBX-101 to the FDA in March."),
    ("ind_active", "said that the IND for NBX-101 in gout was cleared in January."),
    ("fast_track", "said that the FDA granted NBX-101 Fast Track designation in November."),
    ("orphan_drug", "received orphan drug designation for NBX-101 in the fourth quarter."),
    ("clinical_hold", "said that the FDA placed NBX-101 on clinical hold in October."),
]


@pytest.mark.parametrize(("kind", "body"), PAST)
def test_a_bare_month_behind_the_past_has_passed(kind: str, body: str) -> None:
    assert statements(body, kind) == {"happened"}


AHEAD = [
    ("application_submitted", "plans to submit its BLA for NBX-101 to the FDA in March."),
    ("approval", "said that approval of NBX-101 by the FDA is expected in June."),
    ("application_submitted", "said that its BLA for NBX-101 will be submitted to the FDA in September."),
    ("launch", "said that NBX-101 is expected to be available in October."),
]


@pytest.mark.parametrize(("kind", "body"), AHEAD)
def test_a_month_behind_a_plan_is_to_come(kind: str, body: str) -> None:
    assert statements(body, kind) == {"expected"}


ASKED = [
    ("priority_review", "submitted its NDA for NBX-101 in gout and has requested Priority Review."),
    ("priority_review", "submitted its NDA for NBX-101 and asked the FDA for Priority Review."),
    ("priority_review", "submitted its NDA for NBX-101. The company is seeking priority review of NBX-101."),
    ("breakthrough_therapy", "applied for Breakthrough Therapy designation for NBX-101 in gout."),
    ("orphan_drug", "said that orphan drug designation was requested for NBX-101."),
    ("rmat", "said that it applied to the FDA for RMAT designation of NBX-101."),
    ("priority_review", "submitted its BLA for NBX-101, requesting that NBX-101 be given Priority Review."),
]


@pytest.mark.parametrize(("kind", "body"), ASKED)
def test_what_is_asked_for_is_not_given(kind: str, body: str) -> None:
    assert "happened" not in statements(body, kind)


GRANTED = [
    ("priority_review", "said that the FDA granted its request for Priority Review of NBX-101."),
    ("priority_review", "requested and received Priority Review for NBX-101."),
    ("priority_review", "said that the FDA has granted Priority Review to the NDA for NBX-101."),
    ("fast_track", "said that the FDA approved its request for Fast Track designation of NBX-101."),
    ("orphan_drug", "said that the FDA granted the orphan drug designation it had applied for to NBX-101."),
    ("priority_review", "said that its application for NBX-101 was accepted with Priority Review."),
]


@pytest.mark.parametrize(("kind", "body"), GRANTED)
def test_what_was_granted_is_given(kind: str, body: str) -> None:
    assert statements(body, kind) == {"happened"}
