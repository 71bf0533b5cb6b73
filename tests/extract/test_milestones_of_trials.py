"""Starts, full enrolment and data of trials in the words of reports, told as done and as to come."""

import pytest
from trials_reading import read, told

SAID = "BOSTON, May 14, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG), a biotechnology company, today announced an update. NBX-101 is an oral inhibitor."


def events(body: str) -> set[tuple[str, str]]:
    """(type, statement) of the milestones of NBX-101 in a release with this sentence."""
    facts = read(f"Northbridge Therapeutics Provides Update\n\n{SAID} {body}\n")
    return {(kind, statement) for kind, name, statement in told(facts) if name == "NBX-101"}


HAPPENED = [
    ("trial_started", "In April, the Company kicked off a Phase 2 trial of NBX-101 in gout."),
    ("trial_started", "The study of NBX-101 is recruiting, with the first subject randomised last week."),
    ("enrollment_completed", "The last patient has been included in the ongoing Phase IIa study with NBX-101 in gout."),
    ("enrollment_completed", "Recruitment in the Phase 2 study of NBX-101 has been finalised."),
    ("enrollment_completed", "Enrollment in the Phase 2 trial of NBX-101 closed in April with 214 patients."),
    ("enrollment_completed", "Northbridge has reached its enrollment target of 240 patients in the Phase 3 study of NBX-101."),
    ("data_reported", "NBX-101 failed to significantly reduce asthma attacks in a late-stage trial."),
    ("data_reported", "Northbridge announced publication of the Phase 2b SYMMETRY study of NBX-101."),
    ("data_reported", "Northbridge reports encouraging clinical activity of NBX-101 in its Phase 1 trial."),
    ("data_reported", "Six of 14 evaluable patients treated with NBX-101 achieved a partial response."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), HAPPENED)
def test_a_step_of_a_trial_is_told_as_done(kind: str, body: str) -> None:
    assert {s for k, s in events(body) if k == kind} == {"happened"}


EXPECTED = [
    ("trial_started", "A Phase 2 trial of NBX-101 in gout will get under way in the second half of 2024."),
    ("trial_started", "Northbridge is preparing a Phase 3 programme for NBX-101 in gout."),
    ("trial_started", "A Phase 3 study of NBX-101 is slated for the fourth quarter of 2024."),
    ("trial_started", "First patient dosing in the Phase 1b trial of NBX-101 is expected in the third quarter."),
    ("data_reported", "Abstracts on NBX-101 Phase 2 data have been accepted at EULAR 2024."),
    ("trial_started", "The first patient in the US is expected to be dosed with NBX-101 in the second half of 2024."),
    ("trial_started", "The Phase 1 trial of NBX-101 was cleared, and enrollment is expected to start in July."),
    ("enrollment_completed", "The company expects enrollment in the Phase 2 trial of NBX-101 to be completed in Q1 2025."),
    ("enrollment_completed", "Northbridge is on schedule to complete enrollment in the Phase 2 trial of NBX-101 in Q4."),
    ("enrollment_completed", "The Phase 2 trial of NBX-101 should be fully recruited by the end of 2024."),
    ("enrollment_completed", "Completion of enrollment in the Phase 3 study of NBX-101 is anticipated in the third quarter."),
    ("enrollment_completed", "Enrollment in the Phase 2 trial of NBX-101 continues, with completion targeted for the third quarter of 2024."),
    ("enrollment_completed", "We expect the last patient to be enrolled in the Phase 2 study of NBX-101 in September."),
    ("data_reported", "Data from the Phase 2 study of NBX-101 are on course for the end of the year."),
    ("data_reported", "Results from the Phase 3 trial of NBX-101 should be available in early 2025."),
    ("data_reported", "The Phase 2 trial of NBX-101 is expected to read out in the first half of 2025."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), EXPECTED)
def test_a_step_of_a_trial_is_told_as_to_come(kind: str, body: str) -> None:
    assert {s for k, s in events(body) if k == kind} == {"expected"}


NO_SUCH = [
    ("data_reported", "The payload of NBX-101 is of a class that has shown clinical activity and demonstrated clinical benefit in patients."),
    ("trial_stopped", "Northbridge paused screening in the Phase 2 trial of NBX-101 because of the pandemic."),
    ("trial_stopped", "The FDA has removed the partial clinical hold that it had placed on the Phase 1/2 trial of NBX-101."),
    ("enrollment_completed", "Enrollment in the first cohort of the Phase 1 trial of NBX-101 was completed."),
    ("enrollment_completed", "Enrollment in the Phase 2 trial of NBX-101 is 40 percent complete."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body"), NO_SUCH)
def test_what_only_looks_like_a_step_is_none(kind: str, body: str) -> None:
    assert kind not in {k for k, _ in events(body)}
