"""Approvals and launches told as things that are there, filings something is made for, and hopes that are no approvals."""

import pytest
from trials_reading import read, told

SAID = (
    "AUSTIN, May 2, 2025 (GLOBE NEWSWIRE) -- Lorvane Pharma, Inc. (Nasdaq: LORV), a biotechnology company, today gave an"
    " update. LRV-101 is an oral inhibitor for gout and LRV-202 is an antibody for lupus."
)


def all_events(body: str) -> set[tuple[str, str, str]]:
    return told(read(f"Lorvane Pharma Provides Update\n\n{SAID} {body}\n"))


def events(body: str, compound: str = "LRV-101") -> set[tuple[str, str]]:
    """(type, statement) of the milestones of one of the two medicines in a release with this sentence."""
    return {(kind, statement) for kind, name, statement in all_events(body) if name == compound}


APPROVALS = [
    "Lorvane had two approvals in the quarter: LRV-101 for gout in the U.S. and LRV-202 for lupus in the EU.",
    "We grew with two additional approvals - LRV-101 for gout in the U.S. and LRV-202 for lupus in the EU - and three deals.",
    "The year brought two new approvals, LRV-101 for gout in the U.S. and LRV-202 for lupus in Japan.",
    "Regulatory approvals: LRV-101 for gout (U.S.) and LRV-202 for lupus (EU).",
    "Lorvane secured two regulatory approvals: LRV-101 in gout and LRV-202 in lupus.",
    "Two FDA approvals were won in April - LRV-101 for gout and LRV-202 for lupus.",
]  # fmt: skip


@pytest.mark.parametrize("body", APPROVALS)
def test_each_name_of_a_list_of_approvals_is_approved(body: str) -> None:
    assert ("approval", "happened") in events(body)
    assert ("approval", "happened") in events(body, "LRV-202")


NO_APPROVALS = [
    "Lorvane expects two approvals this year: LRV-101 for gout in the U.S. and LRV-202 for lupus in the EU.",
    "Two potential approvals - LRV-101 for gout and LRV-202 for lupus - lie ahead.",
    "Lorvane has filed for two approvals: LRV-101 for gout and LRV-202 for lupus.",
    "Two ethics approvals for trials: LRV-101 in gout and LRV-202 in lupus.",
    "Lorvane needs two more approvals: LRV-101 for gout and LRV-202 for lupus.",
]  # fmt: skip


@pytest.mark.parametrize("body", NO_APPROVALS)
def test_a_list_of_approvals_to_come_tells_none(body: str) -> None:
    assert ("approval", "happened") not in events(body)
    assert ("approval", "happened") not in events(body, "LRV-202")


LAUNCHES = [
    "Lorvane saw very rapid starts to the German and Japanese LRV-101 launches.",
    "It was a strong start to the LRV-101 gout launch in the U.S., the chief executive said.",
    "The launch of LRV-101 in Japan is off to a strong start.",
    "The LRV-101 launch continues to exceed expectations.",
    "The U.S. launch of LRV-101 is progressing well.",
    "We are pleased with the early momentum of the LRV-101 launch.",
    "The launch of LRV-101 is going well, with 2,000 patients on therapy.",
    "The ongoing launch of LRV-101 added $12 million to sales.",
]  # fmt: skip


@pytest.mark.parametrize("body", LAUNCHES)
def test_a_launch_that_goes_on_has_happened(body: str) -> None:
    assert {s for k, s in events(body) if k == "launch"} == {"happened"}


NO_LAUNCHES = [
    ("Lorvane is preparing for the launch of LRV-101 in 2027.", {"expected"}),
    ("LRV-101 will be launched in Japan next year.", {"expected"}),
    ("Readiness for the launch of LRV-101 is progressing well.", set()),
    ("Preparations for the U.S. launch of LRV-101 are progressing well.", set()),
    ("The launch of the LRV-101 trial is off to a strong start.", set()),
    ("LRV-101 became the market leader within the first year of launch.", set()),
    ("The planned launch of LRV-101 is on track.", {"expected"}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "statements"), NO_LAUNCHES)
def test_a_launch_to_come_has_not_happened(body: str, statements: set[str]) -> None:
    assert {s for k, s in events(body) if k == "launch"} - {"expected"} == statements - {"expected"}
    assert statements <= {s for k, s in events(body) if k == "launch"}


HOPES = [
    "It will submit a BLA for LRV-101 by late 2025, with the hope of receiving Accelerated Approval shortly after.",
    "Lorvane is now preparing to submit a Biologics License Application (BLA) for LRV-101 to the FDA by late 2025, with the hope of receiving Accelerated Approval shortly after.",
    "It met with the agency about LRV-101 in hopes of winning FDA approval.",
    "Lorvane is in talks about LRV-101 with a view to obtaining marketing authorization in Europe.",
    "Shares rose on the prospect of LRV-101 receiving accelerated approval.",
    "It hired staff with the aim of securing FDA approval for LRV-101.",
    "The goal is receiving FDA approval for LRV-101 by year-end.",
    "The company is working to increase its chance of receiving FDA approval for LRV-101.",
    "The intention is to keep going, in the hope of gaining EU approval for LRV-101.",
    "The filing for LRV-101 was made in anticipation of receiving FDA approval.",
]  # fmt: skip


@pytest.mark.parametrize("body", HOPES)
def test_the_hope_of_an_approval_is_none(body: str) -> None:
    assert ("approval", "happened") not in events(body)


@pytest.mark.parametrize(
    "body",
    [
        "LRV-101 was approved by the European Commission in March, as well as in Japan in April, with additional markets expected later this year.",
        "LRV-101 has been approved in Japan; the FDA approved it in March and further countries are expected to follow, with approvals in other markets anticipated.",
    ],
)
def test_further_markets_are_expected_beside_an_approval(body: str) -> None:
    assert {("approval", "happened"), ("approval", "expected")} <= events(body)


def test_what_exceeds_hopes_has_happened() -> None:
    assert ("approval", "happened") in events("It exceeded our hopes: LRV-101 received FDA approval in April.")
    assert ("approval", "happened") in events(
        "After receiving FDA approval for LRV-101 in March, Lorvane began to sell."
    )
    assert ("approval", "happened") in events("Lorvane reached its goal by receiving FDA approval for LRV-101.")


ASKED = [
    "Lorvane intends to file an NDA in pursuit of receiving Breakthrough Therapy Designation and Fast Track designation for LRV-101.",
    "Data of LRV-101 were sent to the FDA in order to receive Breakthrough Therapy designation and Fast Track designation.",
    "Lorvane believes in the eligibility of LRV-101 for Breakthrough Therapy designation and Fast Track designation.",
    "It requested a meeting to agree on endpoints of LRV-101 in support of Breakthrough Therapy Designation and Fast Track designation.",
    "With the hope of receiving Breakthrough Therapy designation and Fast Track designation for LRV-101, it met the FDA.",
]  # fmt: skip


@pytest.mark.parametrize("body", ASKED)
def test_each_designation_of_a_pair_that_is_sought_is_asked_for(body: str) -> None:
    got = {(k, s) for k, s in events(body) if k in ("breakthrough_therapy", "fast_track")}
    assert not {s for _, s in got} & {"happened"}


def test_designations_that_were_given_stay() -> None:
    got = events(
        "The FDA granted Breakthrough Therapy designation and Fast Track designation to LRV-101 in support of its program."
    )
    assert {("breakthrough_therapy", "happened"), ("fast_track", "happened")} <= got


PREPARED_FOR = [
    "A tablet of LRV-101 will provide data to support an IND application in 2026.",
    "The planned IND application for LRV-101 will follow by year-end.",
    "Results will inform a planned IND application for LRV-101, potentially before year-end.",
    "The study gives the final data needed for an Investigational New Drug (IND) application for LRV-101 later this year.",
    "The work on LRV-101 is required for an IND filing in the first half of 2026.",
    "The data on LRV-101 are to enable an IND submission in 2026.",
    "An anticipated CTA for LRV-101 is the next step.",
    "The upcoming IND application for LRV-101 rests on these data.",
]  # fmt: skip


@pytest.mark.parametrize("body", PREPARED_FOR)
def test_what_an_application_to_start_trials_is_prepared_with(body: str) -> None:
    assert {s for k, s in events(body) if k == "ind_submitted"} == {"expected"}


NO_IND = [
    "IND-enabling studies of LRV-101 go on.",
    "Under its IND, Lorvane treats patients with LRV-101 in a Phase 1 trial.",
    "Lorvane submitted an IND amendment for LRV-101.",
    "Lorvane holds an open IND for LRV-101.",
]


@pytest.mark.parametrize("body", NO_IND)
def test_an_ind_that_is_there_is_not_to_come(body: str) -> None:
    assert ("ind_submitted", "expected") not in events(body)


MORE_TALKS = [
    "Lorvane announced the presentation of data from a Phase 3 trial of LRV-101 in gout. Two additional presentations will be shared on Wednesday.",
    "Lorvane presented Phase 3 data of LRV-101 in gout yesterday. A second poster will be presented on May 6.",
    "Lorvane presented Phase 3 data of LRV-101 in gout yesterday. More presentations follow on Friday.",
    "Phase 3 data of LRV-101 in gout were presented. Another oral presentation is scheduled for May 7.",
    "Phase 3 data of LRV-101 in gout were presented. Further posters will be shown at the congress on May 8.",
]  # fmt: skip


@pytest.mark.parametrize("body", MORE_TALKS)
def test_a_second_talk_is_still_to_come(body: str) -> None:
    assert {s for k, s in events(body) if k == "data_reported"} == {"happened", "expected"}


def test_talks_of_a_presentation_that_was_given_are_not_to_come() -> None:
    body = "Lorvane presented Phase 3 data of LRV-101 in gout. The presentation will be available on its website."
    assert ("data_reported", "expected") not in events(body)
    body = "Lorvane presented Phase 3 data of LRV-101 in gout. Two additional presentations were given yesterday."
    assert ("data_reported", "expected") not in events(body)


AVAILABLE = [
    "Doses of LRV-101 are expected to start becoming available in the third quarter of 2025.",
    "LRV-101 was approved in April. Lorvane makes licensed doses, and it expects the doses to start becoming available in the third quarter.",
    "Doses of LRV-101 will start becoming available in the third quarter of 2025.",
    "Licensed supplies of LRV-101 are to become available in the fourth quarter.",
    "LRV-101 should be available in pharmacies by June.",
    "First deliveries of LRV-101 to hospitals are expected in June.",
    "Shipments of LRV-101 to pharmacies will begin in June.",
]


@pytest.mark.parametrize("body", AVAILABLE)
def test_what_can_be_had_soon_is_to_be_launched(body: str) -> None:
    assert {s for k, s in events(body) if k == "launch"} == {"expected"}


SENT = [
    "Lorvane has made submissions for LRV-101 to national regulatory authorities in Africa.",
    "Submissions for LRV-101 have been made to regulators in six countries.",
    "LRV-101 was approved in April. Lorvane has also made submissions to African national regulatory authorities.",
    "Lorvane submitted LRV-101 to the regulatory authorities of Brazil.",
    "Regulatory submissions for LRV-101 were made in Canada and Brazil in April.",
    "Lorvane has made regulatory submissions for LRV-101 in Japan.",
]


@pytest.mark.parametrize("body", SENT)
def test_submissions_are_made(body: str) -> None:
    assert ("application_submitted", "happened") in events(body)


ENROLMENT = [
    "Enrollment in the Phase 2 trial of LRV-101 should be complete in June.",
    "Enrollment in the Phase 2 trial of LRV-101 could be complete in June.",
    "Enrollment in the Phase 2 trial of LRV-101 may be completed in June.",
    "The Phase 2 trial of LRV-101 should be fully enrolled in June.",
]


@pytest.mark.parametrize("body", ENROLMENT)
def test_enrolment_that_should_be_complete_is_not(body: str) -> None:
    assert ("enrollment_completed", "happened") not in events(body)
