"""Trials that no phase and no name tells: each has its own row when diseases, kind or state keep them apart."""

import pytest
from trials_reading import diseases_of, read

LEAD = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Merkal Therapeutics, Inc. (Nasdaq: MRKL)"


def release(body: str) -> str:
    """A release of an invented company, published on May 9, 2024."""
    return f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n"


def rows(body: str) -> list[tuple[str | None, str, int | None, str | None]]:
    """(phase, status, enrollment, words of the window) of each trial, in the order told."""
    return [(t.phase, t.status, t.enrollment, t.window_text) for t in read(release(body)).trial_mentions]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "has dosed the first participant in a study of MRK-590 in adults with gout. The trial will enroll about 90 "
            "people. MRK-590 is also being evaluated in lupus.",
            [("gout", "started", 90), ("lupus", "ongoing", None)],
        ),
        (
            "plans to start a study of MRK-590 in 300 patients with gout in 2025. Investigators in Spain are running a "
            "study of MRK-590 in people with lupus.",
            [("gout", "planned", 300), ("lupus", "ongoing", None)],
        ),
        (
            "plans a study of MRK-590 in 400 adults with gout. MRK-590 previously completed a 25-person dose-escalation "
            "study in which all responded.",
            [("gout", "planned", 400), ("gout", "reported", 25)],
        ),
        (
            "ended a study of MRK-590 in gout. In a separate study of MRK-590 in asthma, enrollment continues.",
            [("gout", "completed", None), ("asthma", "ongoing", None)],
        ),
    ],
)
def test_two_trials_without_phase_are_two_rows(body: str, expected: list[tuple[str, str, int | None]]) -> None:
    facts = read(release(body))
    found = [(diseases_of(facts, t)[0], t.status, t.enrollment) for t in facts.trial_mentions]
    assert [f[0] for f in found] == [e[0] for e in expected]
    assert [f[2] for f in found] == [e[2] for e in expected]


@pytest.mark.parametrize(
    "body",
    [
        "has dosed the first participant in a study of MRK-590 in gout. The study of MRK-590 will enroll 90 people.",
        "announced results of a study of MRK-590 in gout. In the study, MRK-590 reduced pain.",
        "is running a study of MRK-590 in gout. A trial of MRK-590 like this has never been run.",
    ],
)
def test_one_trial_told_twice_is_one_row(body: str) -> None:
    assert len(rows(body)) == 1


def test_what_is_said_of_all_studies_of_a_company_is_not_said_of_one_without_a_phase() -> None:
    told = rows("has paused enrollment in most ongoing studies. A study of MRK-590 in gout is ongoing.")
    assert [status for _, status, _, _ in told] == ["ongoing"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("announced that administration to the first subject was made in the Phase 3 trial of MRK-590.", "started"),
        ("announced the first dosing of patients in the Phase 2 trial of MRK-590 in gout.", "started"),
        ("said that its Phase 2 trial of MRK-590 in gout is now fully recruited.", "enrolled"),
        ("said that accrual in the Phase 2 trial of MRK-590 has finished.", "enrolled"),
        ("said that all 120 patients have been randomized in the Phase 2 trial of MRK-590.", "enrolled"),
        ("expects to finish recruiting in the ongoing Phase 2 trial of MRK-590 this autumn.", "ongoing"),
        ("gave an update: MRK-590 Phase 1 study concluded in May; compound safe and well tolerated.", "reported"),
        ("gave an update: Phase 2 study of MRK-590 in gout under way; results due in Q1 2025.", "ongoing"),
        ("said topline data from the Phase 2 trial of MRK-590 in gout anticipated in Q3 2024.", "ongoing"),
        ("is gearing up for a Phase 3 trial of MRK-590 in gout.", "planned"),
        ("is ready for partners after a Phase 2 trial of MRK-590 met its goal.", "reported"),
        ("said the completion of the Phase 2 trial of MRK-590 is now expected in May 2025.", "ongoing"),
        ("has completed the Phase 2 trial of MRK-590 in gout.", "completed"),
        ("will not advance MRK-590 in gout and will focus on the ongoing Phase 2 trial in lupus.", "ongoing"),
        ("will not advance MRK-590 to Phase 3 and stopped the Phase 2 trial in lupus.", "stopped"),
    ],
)
def test_the_state_of_a_trial_in_the_words_of_reports(body: str, status: str) -> None:
    assert [s for phase, s, _, _ in rows(body) if phase != "3" or "Phase 2" not in body] == [status]


@pytest.mark.parametrize(
    ("body", "window"),
    [
        ("has a Phase 2 trial of MRK-590 in gout; the primary completion is now expected in May 2025.", "May 2025"),
        ("runs a Phase 2 trial of MRK-590 and expects to complete that study in 2025.", "in 2025"),
        ("said its Phase 2 trial of MRK-590 is on hold. It plans to resume dosing in May 2025.", "May 2025"),
        ("is running a study of MRK-590 in gout. Data are expected in May 2025.", "May 2025"),
        ("is running a study of MRK-590 in gout. The readout is anticipated in May 2025.", "May 2025"),
        ("runs a Phase 2 trial of MRK-590. Third-quarter results are expected in May 2025.", None),
    ],
)
def test_the_next_step_of_a_trial_in_the_words_of_reports(body: str, window: str | None) -> None:
    assert [w for _, _, _, w in rows(body)] == [window]


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ("began a Phase 2 trial of MRK-590. Sixty-two boys have been randomized.", 62),
        ("began a Phase 2 trial of MRK-590 that will enroll nineteen patients.", 19),
        ("began a Phase 2 trial of MRK-590 in thirty-one girls with gout.", 31),
    ],
)
def test_sizes_of_trials_in_words(body: str, size: int) -> None:
    assert [n for _, _, n, _ in rows(body)] == [size]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("said that in HORIZON (N=240), a Phase 3 trial in gout, MRK-590 lowered urate.", "HORIZON"),
        ("started a Phase 3 trial of MRK-590. SOLAR-ASPEN will assess MRK-590 in 360 adults.", "SOLAR-ASPEN"),
        ("said the Phase 2/3 trial of MRK-590 in gout, LUNAR-IGN, continues to enroll.", "LUNAR-IGN"),
        ("has a 460-patient Phase IIb dose-ranging trial of MRK-590 in gout.", None),
    ],
)
def test_names_of_trials_in_apposition(body: str, name: str | None) -> None:
    assert [t.trial_name for t in read(release(body)).trial_mentions] == [name]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "has paused the LUNAR trial of MRK-590 in gout. Separately, an investigator-sponsored study in lupus has dosed "
            "its first two patients.",
            [("LUNAR", "gout"), (None, "lupus")],
        ),
        (
            "is running a Phase 3 trial of MRK-590 in gout. A second Phase 3 trial of MRK-590 is fully accrued.",
            [(None, "gout"), (None, "gout")],
        ),
        (
            "has begun human testing of MRK-590 in gout. Assuming favorable results, it expects to move into a trial in "
            "patients with lupus in 2025.",
            [(None, "gout"), (None, "lupus")],
        ),
    ],
)
def test_a_separate_trial_is_one_more(body: str, expected: list[tuple[str | None, str]]) -> None:
    facts = read(release(body))
    assert [(t.trial_name, diseases_of(facts, t)[0]) for t in facts.trial_mentions] == expected


@pytest.mark.parametrize(
    "body",
    [
        "announced results of the Phase 3 trial of MRK-590 in gout. The second Phase 3 endpoint was met.",
        "is running the LUNAR trial of MRK-590 in gout. A natural history study in lupus is ongoing at a university.",
    ],
)
def test_what_is_no_trial_of_the_compound_is_not_one_more(body: str) -> None:
    assert len(rows(body)) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("said that regulators gave the go-ahead for human testing of MRK-590 in gout.", "cleared"),
        ("said that Health Canada issued a No Objection Letter for a Phase 2 trial of MRK-590 in gout.", "cleared"),
        ("said the regulator granted permission for conducting a Phase 3 trial of MRK-590 in gout.", "cleared"),
        ("received clinical trial authorisation from the MHRA for a Phase 2 trial of MRK-590.", "cleared"),
        ("has the permission of its lenders to pay for the ongoing Phase 2 trial of MRK-590.", "ongoing"),
    ],
)
def test_leave_to_begin_a_trial(body: str, status: str) -> None:
    assert [s for _, s, _, _ in rows(body)] == [status]


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ("is running a Phase 3 trial of MRK-590 that has enrolled 214 of a planned 240 patients.", 240),
        ("began a Phase 2 trial of MRK-590. Sixty-two boys aged four to seven have been randomised 2:1.", 62),
        ("began a Phase 2 trial of MRK-590. To date, six of the planned 12 children have been treated.", 12),
    ],
)
def test_the_planned_size_goes_before_what_is_enrolled_so_far(body: str, size: int) -> None:
    assert [n for _, _, n, _ in rows(body)] == [size]


@pytest.mark.parametrize(
    ("body", "window"),
    [
        (
            "began dosing in a Phase 3 trial of MRK-590 in October and expects to complete that study in 2025.",
            "in 2025",
        ),
        ("expects to begin a Phase 3 trial of MRK-590 in October.", "in October"),
        ("expects to begin a Phase 3 trial of MRK-590 in the back half of 2025.", "back half of 2025"),
        ("will report data from its Phase 2 trial of MRK-590 next month.", "next month"),
        ("is on course to begin a Phase 3 trial of MRK-590 in Q4.", "in Q4"),
    ],
)
def test_windows_that_lie_ahead(body: str, window: str) -> None:
    assert [w for _, _, _, w in rows(body)] == [window]
