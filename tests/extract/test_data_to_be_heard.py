"""Data that a headline says are still to be presented, and studies without patients: neither is a result nor a start."""

import pytest
from trials_reading import read, told

LORVANE = "AUSTIN, May 2, 2025 (GLOBE NEWSWIRE) -- Lorvane Pharma, Inc. (Nasdaq: LORV)"


def events(headline: str, body: str) -> set[tuple[str, str]]:
    facts = read(f"{headline}\n\n{LORVANE} {body}\n")
    return {(kind, statement) for kind, name, statement in told(facts) if name == "LRV-101"}


AHEAD = [
    ("Lorvane to Present Phase 2 Data on LRV-101 at EHA 2025", "announced the presentation of one-year Phase 2 data for LRV-101 in lupus at the EHA congress."),
    ("Lorvane Announces Upcoming Presentations at EHA", "announced a poster presentation of Phase 2 results for LRV-101 in lupus."),
    ("Lorvane to Showcase LRV-101 Data at EHA", "announced that Phase 2 data of LRV-101 in lupus have been selected for an oral presentation."),
    ("LRV-101 Data to be Featured at EULAR", "today announced an oral presentation of Phase 2 data of LRV-101 in lupus."),
    ("Lorvane to Highlight New Phase 3 Data at ADA", "announced that an abstract with Phase 3 results of LRV-101 in gout will be heard."),
    ("New LRV-101 Results Will be Presented at ASCO", "announced a late-breaking presentation of Phase 3 results of LRV-101 in lung cancer."),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body"), AHEAD)
def test_what_a_headline_puts_ahead_is_not_reported(headline: str, body: str) -> None:
    got = events(headline, body)
    assert ("data_reported", "happened") not in got
    assert ("data_reported", "expected") in got


GIVEN = [
    ("Lorvane Presents Phase 2 Data on LRV-101 at EHA", "announced the presentation of one-year Phase 2 data for LRV-101 in lupus today."),
    ("Lorvane to Host Call", "announced positive Phase 2 data of LRV-101 in lupus."),
    ("Lorvane to Present Phase 2 Data on LRV-101", "announced positive Phase 2 data of LRV-101 in lupus. The trial met its primary endpoint."),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body"), GIVEN)
def test_data_that_are_given_are_reported(headline: str, body: str) -> None:
    assert ("data_reported", "happened") in events(headline, body)


CLAUSES = [
    "said that the Phase 3 trial of LRV-101 in gout has completed enrollment, and the company expects topline data in the first half of 2026.",
    "said that the Phase 3 trial of LRV-101 in gout completed enrollment and will read out in the first half of 2026.",
    "has completed enrollment in the Phase 3 trial of LRV-101 in gout, with topline data expected in early 2026.",
    "completed enrollment in its Phase 3 trial of LRV-101, while results are expected in early 2026.",
]


@pytest.mark.parametrize("body", CLAUSES)
def test_the_date_of_the_next_clause_does_not_put_off_what_is_done(body: str) -> None:
    got = events("Lorvane Gives Update", body)
    assert {s for k, s in got if k == "enrollment_completed"} == {"happened"}
    assert ("data_reported", "expected") in got


WITHOUT_PATIENTS = [
    "announced a service agreement to conduct a drug-device study on the nasal spray used with LRV-101. It should give the last data on the device that an IND application later this year needs.",
    "expects data from two key preclinical studies of LRV-101 within 30 to 90 days. They are to shape the planned IND application, which may come before year-end; the first Phase 1 trial is anticipated in 2026.",
    "will start a GLP toxicology study of LRV-101 in the third quarter, with data expected by year-end.",
    "plans to begin a large animal safety study of LRV-101 in June, with results expected in the autumn.",
    "has initiated a GLP-compliant toxicology study of LRV-101. Results are expected in the fourth quarter.",
    "plans to run a bioanalytical study of LRV-101 and a stability study; results are expected in June.",
    "has dosed the first animals in a toxicokinetic study of LRV-101.",
]  # fmt: skip


@pytest.mark.parametrize("body", WITHOUT_PATIENTS)
def test_a_study_without_patients_tells_no_data_and_no_start(body: str) -> None:
    got = events("Lorvane Gives Update", body)
    assert {s for k, s in got if k == "data_reported"} == set()
    assert ("trial_started", "happened") not in got
    assert ("trial_started", "expected") not in got or "Phase 1" in body


def test_trials_beside_such_a_study_stay() -> None:
    body = "completed a toxicology study of LRV-101 and started a Phase 1 trial of LRV-101. Data from the Phase 1 trial are expected in June."
    assert {("data_reported", "expected"), ("trial_started", "happened")} <= events("Lorvane Gives Update", body)
    body = "will start a clinical device study of LRV-101 in patients in June. A Phase 2 trial of LRV-101 in gout is to start in May."
    assert ("trial_started", "expected") in events("Lorvane Gives Update", body)
