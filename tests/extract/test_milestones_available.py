"""That a medicine can be had is its launch; that papers about it can be had is none."""

import pytest
from trials_reading import read, told

NORTHBRIDGE = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def release(headline: str, body: str) -> str:
    """A release of an invented company."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


PAPERS = [
    "announced the availability of briefing documents for the advisory committee meeting on NBX-101.",
    "announced the availability of abstracts on NBX-101 at the congress.",
    "announced the availability of its posters on NBX-101.",
    "announced the availability of new treatment guidelines that name NBX-101.",
    "announced the availability of topline results of NBX-101.",
    "announced the availability of the full NBX-101 data set.",
    "announced the availability of a video about NBX-101.",
    "announced the availability of an education program for users of NBX-101.",
    "said that the abstracts on NBX-101 are now available to members of the society.",
    "said that slides on NBX-101 are now available in the investors’ part of its pages.",
    "said that the briefing materials for NBX-101 are now available through the agency.",
]


@pytest.mark.parametrize("body", PAPERS)
def test_papers_that_can_be_had_are_no_launch(body: str) -> None:
    assert "launch" not in {kind for kind, _, _ in told(read(release("Northbridge Gives News of NBX-101", body)))}


@pytest.mark.parametrize(
    "headline",
    [
        "Northbridge Announces Availability of Briefing Documents for Advisory Committee Meeting on NBX-101",
        "Northbridge Announces Availability of Abstracts on NBX-101",
    ],
)
def test_a_headline_of_papers_is_no_launch(headline: str) -> None:
    assert "launch" not in {kind for kind, _, _ in told(read(release(headline, "said that it is glad.")))}


MEDICINES = [
    "announced the availability of NBX-101 in the United States.",
    "announced the availability of a smaller pen of NBX-101.",
    "announced today the availability of the 5 mg strength of NBX-101.",
    "announced the commercial availability of its new medicine NBX-101.",
    "announced the availability of NBX-101 tablets in Canada.",
    "announced the availability of a generic version of NBX-101.",
    "said that NBX-101 is now available in pharmacies.",
    "said that, after good results, NBX-101 is now available to patients.",
]


@pytest.mark.parametrize("body", MEDICINES)
def test_a_medicine_that_can_be_had_is_launched(body: str) -> None:
    facts = read(release("Northbridge Gives News of NBX-101", body))
    assert ("launch", "NBX-101", "happened") in told(facts)
