"""Trials that are still to come are never told as begun, and a compound's trial stays its own."""

import pytest
from trials_reading import diseases_of, names_of, read

LEAD = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Merkal Therapeutics, Inc. (Nasdaq: MRKL)"


def rows(body: str) -> list[tuple[str, str | None, str]]:
    """(compound, phase, status) of each trial of an invented company's release of May 9, 2024."""
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    names = names_of(facts)
    return [(names[t.compound_ref], t.phase, t.status) for t in facts.trial_mentions]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("outlined its objectives: initiating a Phase 3 trial of MRK-590 in gout in the third quarter.", "planned"),
        ("has these goals for the year: to cut costs; starting a Phase 3 trial of MRK-590 in gout.", "planned"),
        ("has as next milestones: completing enrollment in the Phase 3 trial of MRK-590 by December.", "ongoing"),
        ("named its 2025 catalysts: reporting data from the Phase 3 trial of MRK-590 in gout.", "ongoing"),
        ("recalled its recent milestones: completing enrollment in the Phase 3 trial of MRK-590.", "enrolled"),
        ("plans to apply for authorisation of a Phase 3 trial of MRK-590 in gout in Europe.", "planned"),
        ("has submitted an IND for a Phase 3 trial of MRK-590 in gout.", "planned"),
        ("has submitted an NDA after the Phase 3 trial of MRK-590 in gout met its endpoint.", "reported"),
        ("is planning a Phase 3 trial of MRK-590 in gout.", "planned"),
        ("said a Phase 3 trial of MRK-590 in gout could begin as early as the first half of 2025.", "planned"),
        ("has begun start-up activities for a Phase 3 trial of MRK-590 in gout.", "planned"),
        ("has begun a Phase 3 trial of MRK-590 in gout.", "started"),
        ("has a design for MRK-590. A confirmatory Phase 3 trial would enroll 150 boys.", "planned"),
        ("intends to treat the first of up to 18 men in the Phase 3 trial of MRK-590 this year.", "planned"),
        ("has alignment with the FDA on the design of a Phase 3 trial of MRK-590 in gout.", "planned"),
        ("received feedback from the EMA supporting a single Phase 3 trial of MRK-590 in gout.", "planned"),
        ("is running the Phase 3 trial of MRK-590 under an agreement with a university.", "ongoing"),
        ("said the first patient was included in the Phase 3 trial of MRK-590 in gout.", "started"),
        ("said the Phase 3 trial of MRK-590 was finalised.", "completed"),
        ("said 180 of 340 patients have been enrolled in the Phase 3 trial of MRK-590.", "ongoing"),
        (
            "said the Phase 3 trial of MRK-590 has passed the halfway mark; data remain on schedule for Q4 2024.",
            "ongoing",
        ),
        ("enrolled the last of 240 subjects in the Phase 3 trial of MRK-590.", "enrolled"),
        ("gave an update. In its Phase 3 trial, MRK-590 produced a disease control rate of 71%.", "reported"),
    ],
)
def test_the_state_of_a_phase_3_trial(body: str, status: str) -> None:
    assert rows(body) == [("MRK-590", "3", status)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "will use the money to complete the ongoing Phase 2b trial of MRK-590 in gout, to start a Phase 3 program in "
            "gout, and to bring its second candidate, ZLX-120, into the clinic. It enrolled the last of 240 subjects in "
            "the Phase 2b trial.",
            [("MRK-590", "2", "enrolled"), ("MRK-590", "3", "planned")],
        ),
        (
            "is running a Phase 2 trial of MRK-590 in gout. Its second candidate is ZLX-120, an antibody. A Phase 2 trial of ZLX-120 is planned.",
            [("MRK-590", "2", "ongoing"), ("ZLX-120", "2", "planned")],
        ),
    ],
)
def test_a_phase_belongs_to_the_compound_that_has_it(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("said the first patient has been treated with MRK-590, its drug for gout.", [("gout", "started")]),
        (
            "plans to test MRK-590 in lupus. The Phase 2 trial of MRK-590 in gout is ongoing.",
            [("lupus", "planned"), ("gout", "ongoing")],
        ),
        (
            "is running a Phase 2 trial of MRK-590 in gout. In an earlier study, MRK-590 reduced pain in 20 patients.",
            [("gout", "ongoing"), ("gout", "reported")],
        ),
        (
            "reported that its Phase 2 trial of MRK-590 in gout met its goal. As in an earlier study, MRK-590 was safe.",
            [("gout", "reported")],
        ),
        (
            "plans to test the market for MRK-590. The Phase 2 trial of MRK-590 in gout is ongoing.",
            [("gout", "ongoing")],
        ),
    ],
)
def test_trials_told_in_other_words_than_trial(body: str, expected: list[tuple[str, str]]) -> None:
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    assert [(diseases_of(facts, t)[0], t.status) for t in facts.trial_mentions] == expected


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("will launch VENUS, a 9,000-patient study of MRK-590, and EARTH, a study in gout.", ["VENUS", "EARTH"]),
        ("said in MIZU-1, one of two Phase 3 studies of MRK-590, the first patient was dosed.", ["MIZU-1"]),
    ],
)
def test_names_behind_which_stands_what_they_are(body: str, names: list[str]) -> None:
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    assert [t.trial_name for t in facts.trial_mentions] == names
    assert len({t.status for t in facts.trial_mentions}) == 1
