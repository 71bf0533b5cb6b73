"""Releases whose only news stands in the headline, as a feed cuts them: what is told there without a verb or an article."""

import pytest
from trials_reading import read, told

CUT = "BOSTON, May 14, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG) today announced ..."


def events(headline: str) -> set[tuple[str, str]]:
    """(type, statement) of the milestones of NBX-101 under a headline."""
    return {(kind, statement) for kind, name, statement in told(read(f"{headline}\n\n{CUT}\n")) if name == "NBX-101"}


HEADLINES = [
    ("approval", "happened", "Northbridge Gains Health Canada Authorization for NBX-101"),
    ("approval", "happened", "FDA Approves Expanded Indication for NBX-101 to Include Adolescents"),
    ("approval", "expected", "NBX-101 Recommended for EU Approval by CHMP for Gout"),
    ("application_accepted", "happened", "U.S. FDA Files Northbridge's Supplemental BLA for NBX-101"),
    ("application_submitted", "happened", "Northbridge Completes Submission of Rolling NDA for NBX-101"),
    ("application_submitted", "expected", "Northbridge Begins Rolling Submission of NDA for NBX-101"),
    ("trial_started", "happened", "NBX-101 Enters Phase 3 for Gout"),
    ("trial_started", "expected", "Northbridge to Start Phase 3 Trial of NBX-101"),
    ("data_reported", "happened", "NBX-101 Shows Durable Responses in Patients with Refractory Gout"),
    ("data_reported", "happened", "Northbridge Presents New Data on NBX-101 at EULAR 2024"),
    ("data_reported", "expected", "NBX-101 Phase 2 Data Selected for Oral Presentation at EASL"),
    ("data_reported", "expected", "Northbridge Announces Upcoming Presentation of NBX-101 Data at EULAR"),
    ("hold_lifted", "happened", "Northbridge Announces Removal of Clinical Hold on NBX-101 by FDA"),
    ("launch", "happened", "Northbridge Launches NBX-101 in Germany"),
]


@pytest.mark.parametrize(("kind", "statement", "headline"), HEADLINES)
def test_a_headline_tells_an_event(kind: str, statement: str, headline: str) -> None:
    assert {s for k, s in events(headline) if k == kind} == {statement}


NO_SUCH = [
    ("approval", "Northbridge Receives U.S. Patent for NBX-101"),
    ("application_submitted", "Northbridge Announces Successful End-of-Phase 2 Meeting with FDA for NBX-101"),
    ("data_reported", "Northbridge Presents New Data on NBX-101 at Annual Meeting of the Society of Toxicology"),
    ("data_reported", "Northbridge Announces Publication of NBX-101 Trial Design"),
    ("clinical_hold", "FDA Lifts Clinical Hold on NBX-101"),
]


@pytest.mark.parametrize(("kind", "headline"), NO_SUCH)
def test_a_headline_that_only_sounds_like_an_event_tells_none(kind: str, headline: str) -> None:
    assert kind not in {k for k, _ in events(headline)}


def test_what_one_agency_gave_may_be_asked_of_another() -> None:
    facts = read(
        "Northbridge Obtains Orphan Drug Status in Europe for NBX-101\n\nBOSTON, May 14, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. "
        "(Nasdaq: NBRG) said that the European Commission has granted orphan status to NBX-101 for gout. "
        "An application for orphan drug designation of NBX-101 with the FDA was filed last month.\n"
    )
    found = {(m.agency, m.statement) for m in facts.milestone_mentions if m.milestone_type == "orphan_drug"}
    assert {("EC", "happened"), ("FDA", "expected")} <= found
