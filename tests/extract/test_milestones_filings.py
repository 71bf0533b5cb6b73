"""A filing for approval, a request or a hope of one is no approval; what is approved stays approved."""

import pytest
from trials_reading import read, told

NORTHBRIDGE = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def release(headline: str, body: str) -> str:
    """A release of an invented company."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


FILED = [
    "announced filings for approval of NBX-101 in China, Japan and Australia.",
    "announced the submission of a New Drug Application for approval of NBX-101 in gout.",
    "announced the submission of an NDA to the FDA for approval of NBX-101 in gout.",
    "announced a request for approval of NBX-101 in Japan.",
    "made its third application for approval of NBX-101 in gout.",
    "announced that it is seeking approval of NBX-101 in Canada.",
    "announced its first filing for regulatory approval of NBX-101 in gout.",
    "announced an application seeking accelerated approval of NBX-101 in gout.",
    "announced that its partner applied for approval of NBX-101 in Korea.",
    "announced applications for marketing authorization of NBX-101 in Europe.",
    "announced its path to approval of NBX-101 in gout.",
    "announced a petition for approval of NBX-101 in gout.",
]


@pytest.mark.parametrize("body", FILED)
def test_a_filing_for_approval_is_no_approval(body: str) -> None:
    facts = read(release("Northbridge Gives News of NBX-101", body))
    assert ("approval", "NBX-101", "happened") not in told(facts)


@pytest.mark.parametrize(
    "headline",
    [
        "Northbridge Announces Filings for Approval of NBX-101 in China",
        "Northbridge Announces Request for Approval of NBX-101 in Japan",
        "Northbridge Files for Approval of NBX-101 in Europe",
    ],
)
def test_a_headline_of_a_filing_is_no_approval(headline: str) -> None:
    assert "approval" not in {kind for kind, _, _ in told(read(release(headline, "said that it is glad.")))}


APPROVED = [
    "announced approval of NBX-101 in China.",
    "received approval from the FDA for NBX-101 in gout.",
    "announced the first approval of NBX-101 in Japan.",
    "announced FDA approval of NBX-101 in gout.",
    "received two new approvals from the Ministry of Health for NBX-101.",
    "obtained marketing authorization for NBX-101 in Europe.",
]


@pytest.mark.parametrize("body", APPROVED)
def test_an_approval_stays_one(body: str) -> None:
    facts = read(release("Northbridge Gives News of NBX-101", body))
    assert ("approval", "NBX-101", "happened") in told(facts)
