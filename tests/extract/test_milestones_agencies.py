"""Approvals by other agencies and countries, applications that begin, and what is only under review."""

import pytest
from trials_reading import read, told

NORTHBRIDGE = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def events(body: str) -> set[tuple[str, str]]:
    """Kind and statement of the events of NBX-101 in a release of an invented company."""
    facts = read(f"Northbridge Gives News of NBX-101\n\n{NORTHBRIDGE} {body}\n")
    return {(kind, statement) for kind, name, statement in told(facts) if name == "NBX-101"}


BY = [
    "the Pharmaceuticals and Medical Devices Agency",
    "the National Medical Products Administration",
    "the Therapeutic Goods Administration",
    "Swissmedic",
    "Brazil’s ANVISA",
    "South Korea’s Ministry of Food and Drug Safety",
    "the Saudi Food and Drug Authority",
    "Health Canada",
]


@pytest.mark.parametrize("agency", BY)
def test_an_approval_by_any_agency_is_one(agency: str) -> None:
    assert ("approval", "happened") in events(f"said that NBX-101 was recently approved by {agency}.")


@pytest.mark.parametrize("country", ["Canada", "Brazil and Mexico", "Australia", "the U.K.", "Switzerland"])
def test_an_approval_in_a_country_is_one(country: str) -> None:
    assert ("approval", "happened") in events(f"said that NBX-101 was approved in {country} for gout.")


@pytest.mark.parametrize("who", ["the board in Boston", "the owners of the company", "an ethics board", "its insurer"])
def test_what_others_approve_is_no_approval(who: str) -> None:
    assert "approval" not in {kind for kind, _ in events(f"said that the budget of NBX-101 was approved by {who}.")}


SUBMITTED = [
    "announced the initiation of a Biologics License Application with the FDA for NBX-101.",
    "completed its rolling submission of the BLA for NBX-101 to the FDA.",
    "said that regulatory submissions for NBX-101 have also been made to the EMA.",
]


@pytest.mark.parametrize("body", SUBMITTED)
def test_an_application_that_begins_is_submitted(body: str) -> None:
    assert ("application_submitted", "happened") in events(body)


IN_PARTS = [
    "initiated a rolling BLA for NBX-101 in gout.",
    "has begun its rolling submission for NBX-101 to the FDA.",
    "expects to complete the submission of the NDA for NBX-101 by year-end.",
    "said that the rolling NDA submission for NBX-101 is expected to be completed in the third quarter.",
    "said that its rolling submission for NBX-101 is under way.",
]


@pytest.mark.parametrize("body", IN_PARTS)
def test_an_application_that_goes_in_by_parts_is_not_in_before_the_last(body: str) -> None:
    assert {s for kind, s in events(body) if kind == "application_submitted"} == {"expected"}


def test_what_is_under_review_was_accepted_some_time_ago() -> None:
    found = events("said that its BLA for NBX-101 in gout is currently under priority review with the FDA.")
    assert "application_accepted" not in {kind for kind, _ in found}
    assert ("application_accepted", "happened") in events("said that the FDA accepted its BLA for NBX-101 for review.")
