"""What a company only sets itself: lists of goals, orders in the plain form, notes with a date ahead and no deed."""

import pytest
from trials_reading import read, told

SAID = "BOSTON, May 14, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG), a biotechnology company, today announced an update. NBX-101 is an oral inhibitor."


def events(*lines: str) -> set[tuple[str, str]]:
    """(type, statement) of the milestones of NBX-101 in a release with these lines."""
    facts = read("\n\n".join(("Northbridge Therapeutics Provides Update", SAID, "\n".join(lines))) + "\n")
    return {(kind, statement) for kind, name, statement in told(facts) if name == "NBX-101"}


LISTED = [
    ("data_reported", "Anticipated Milestones", "- NBX-101: Report initial dose-escalation data in 1H 2025"),
    ("data_reported", "Upcoming Milestones", "- Topline data from Phase 2 trial of NBX-101 in gout in 2H 2024"),
    ("data_reported", "Upcoming Catalysts", "- Q4 2024: Phase 2 topline data for NBX-101"),
    ("trial_started", "Anticipated Milestones:", "- NBX-101: initiate Phase 2 trial in 2H 2024"),
    ("trial_started", "Upcoming Catalysts", "- 2H 2024: First patient dosed in Phase 2 trial of NBX-101"),
    ("application_submitted", "Expected Milestones", "- NDA submission for NBX-101 in second half of 2024"),
    ("application_submitted", "Key 2024 objectives:", "- Submit NDA for NBX-101 to the FDA"),
    ("application_submitted", "Key 2024 objectives:", "- Complete rolling NDA submission for NBX-101 in Q3"),
    ("ind_submitted", "Key 2024 objectives:", "- File IND for NBX-101 mid-year"),
    ("launch", "Expected Milestones", "- U.S. launch of NBX-101 in gout"),
    ("approval", "Expected Milestones", "- FDA approval of NBX-101 in gout"),
    ("approval", "What to expect in the second half of the year", "- European Commission decision for NBX-101"),
    (
        "enrollment_completed",
        "Upcoming Milestones",
        "- Completion of enrollment in Phase 3 RISE trial of NBX-101 in Q3 2024",
    ),
]


@pytest.mark.parametrize(("kind", "heading", "item"), LISTED)
def test_what_stands_in_a_list_of_goals_is_expected(kind: str, heading: str, item: str) -> None:
    assert {s for k, s in events(heading, item) if k == kind} == {"expected"}


DONE = [
    ("trial_started", "Recent Highlights", "- First patient dosed with NBX-101 in April"),
    ("trial_started", "Recent Highlights", "- Initiated Phase 1b/2a clinical trial of NBX-101 in gout"),
    ("application_submitted", "Recent Highlights", "- NDA submission for NBX-101 completed in March"),
    ("approval", "Recent Highlights", "- Gained FDA approval for NBX-101 in March"),
    ("ind_active", "Recent Highlights", "- IND clearance for NBX-101 received in April"),
    ("data_reported", "Recent Highlights", "- Reported positive topline results from Phase 2 RISE trial of NBX-101"),
    ("application_accepted", "Recent Highlights", "- NDA for NBX-101 accepted; PDUFA date November 8, 2024"),
    ("data_reported", "Anticipated Milestones", "NBX-101 has met the primary endpoint of its Phase 2 trial in gout."),
]


@pytest.mark.parametrize(("kind", "heading", "item"), DONE)
def test_what_stands_among_the_deeds_has_happened(kind: str, heading: str, item: str) -> None:
    assert {s for k, s in events(heading, item) if k == kind} == {"happened"}


def test_a_list_of_goals_ends_with_the_next_heading() -> None:
    found = events(
        "Anticipated Milestones", "- Submit NDA for NBX-101", "Recent Achievements", "- FDA approval of NBX-101 in gout"
    )
    assert {("application_submitted", "expected"), ("approval", "happened")} <= found


def test_a_note_with_a_date_ahead_tells_what_is_to_come() -> None:
    assert ("data_reported", "expected") in events("NBX-101 | gout | Phase 2 | Topline data Q4 2024")
    assert ("data_reported", "happened") in events("- Announced NBX-101 Phase 2 topline data; Phase 3 start in 2025")
