"""Programs of large companies: names of one family, phases in brackets, diseases in which a compound runs beside its news."""

import pytest
from trials_reading import diseases_of, read

LEAD = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Merkal Therapeutics, Inc. (Nasdaq: MRKL)"


def told(body: str) -> list[tuple[str | None, str | None, str, str]]:
    """(name, phase, status, first disease) of each trial of an invented company's release of May 9, 2024."""
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    return [(t.trial_name, t.phase, t.status, (diseases_of(facts, t) or [""])[0]) for t in facts.trial_mentions]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "has ongoing Phase 3 trials of MRK-590 in gout (HORIZON-Gout02 and HORIZON-Gout04) and in lupus (HORIZON-Lupus03).",
            {"HORIZON-Gout02", "HORIZON-Gout04", "HORIZON-Lupus03"},
        ),
        ("reported on a phase 1 (LUNAR-201) study of MRK-590 in gout.", {"LUNAR-201"}),
        ("will stop all trials of MRK-590 in gout, including the prevention trial SKYLINE-P.", {"SKYLINE-P"}),
        ("reported results of the extension of STRIDE-GT, its Phase 2 study of MRK-590 in gout.", {"STRIDE-GT"}),
        ("continues recruitment of our MAGNOLIA study. MAGNOLIA (Phase 2) evaluates MRK-590 in gout.", {"MAGNOLIA"}),
        (
            "has ongoing Phase 3 trials of MRK-590 in gout (HORIZON-Gout02 and HORIZON-Gout04) and lupus (HORIZON-Lupus03).",
            {"HORIZON-Gout02", "HORIZON-Gout04", "HORIZON-Lupus03"},
        ),
        ("runs a program of clinical trials of MRK-590 in gout under the name WAVELINE.", set()),
    ],
)
def test_names_of_trials_are_found(body: str, names: set[str]) -> None:
    assert {name for name, *_ in told(body) if name} == names


def test_what_runs_in_a_disease_is_not_the_named_trial_that_gave_its_data() -> None:
    rows = told(
        "won approval for MRK-590, based on the Phase 3 CROWN-A1 trial. Merkal is investigating MRK-590 in lupus (Phase 3)."
    )
    assert [(name, status) for name, _, status, _ in rows] == [("CROWN-A1", "reported"), (None, "ongoing")]
    assert rows[1][3] == "lupus"


@pytest.mark.parametrize(
    ("body", "states"),
    [
        (
            "launched the Phase 2b ARTEMIS study of MRK-590 in gout, following positive data from Phase 2a.",
            [("2", "started"), ("2", "reported")],
        ),
        (
            "announced the initiation of a Phase 1b/2 study of MRK-590 in gout. An ongoing Phase 1 study of MRK-590 in gout "
            "has reached 80 mg.",
            [("1/2", "started"), ("1", "ongoing")],
        ),
        ("is running a Phase 1/2 study of MRK-590 in gout. The Phase 1 portion is ongoing.", [("1/2", "ongoing")]),
        (
            "is running a Phase 2 trial of MRK-590 in gout. It also has an ongoing trial in lupus with a university.",
            [("2", "ongoing"), (None, "ongoing")],
        ),
        ("is running a Phase 2 trial of MRK-590 in gout. A registry study in lupus is ongoing.", [("2", "ongoing")]),
        (
            "said MRK-590 met its goal in a Phase 2 trial in gout. The drug is also in mid-stage testing for lupus.",
            [("2", "reported"), (None, "ongoing")],
        ),
        (
            "said enrollment of 92 patients into the Phase 2b trial of MRK-590 in gout was completed.",
            [("2", "enrolled")],
        ),
        ("is moving on. With successful completion of the Phase 3 study of MRK-590, it will file.", [("3", "ongoing")]),
    ],
)
def test_steps_that_stand_side_by_side(body: str, states: list[tuple[str | None, str]]) -> None:
    rows = told(body)
    assert sorted((phase or "", status) for _, phase, status, _ in rows) == sorted((p or "", s) for p, s in states)


@pytest.mark.parametrize(
    ("body", "window", "size"),
    [
        (
            "began a Phase 2a trial of MRK-590. It will recruit 60 people and report in the second half of 2025.",
            "second",
            60,
        ),
        ("is running a Phase 3 trial of MRK-590 and has randomized 206 of 300 patients so far.", None, 300),
        ("launched a Phase 2b study of MRK-590 and projects full enrollment in Q4 2024.", "Q4 2024", None),
        ("sent its annual report in May. It runs a Phase 2 trial of MRK-590 that will accrue 20 patients.", None, 20),
    ],
)
def test_windows_and_sizes(body: str, window: str | None, size: int | None) -> None:
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    (trial,) = facts.trial_mentions
    assert trial.enrollment == size
    assert (window or "") in (trial.window_text or "")
    assert (trial.window_text is None) == (window is None)


def test_letters_of_a_disease_in_the_name_of_a_trial_are_no_disease() -> None:
    rows = told("said the last patient has been treated in AURORA-CF, the Phase 3 trial of MRK-590 in bronchiectasis.")
    assert rows[0][3] == "bronchiectasis"


@pytest.mark.parametrize(
    ("body", "sizes"),
    [
        (
            "runs two Phase 3 studies, LUNAR-2 and LUNAR-3. LUNAR-2 evaluates MRK-590 for 52 weeks Number of patients: 720 "
            "LUNAR-3 compares MRK-590 with placebo Number of patients: 960 Merkal is a company.",
            [720, 960],
        ),
        ("said eight out of 12 patients in its Phase 1 trial of MRK-590 had responses.", [12]),
        (
            "said that of its Phase 1 trial of MRK-590 eight of 12 patients and three of 9 patients had responses.",
            [None],
        ),
        ("said eight out of 12 patients in its Phase 3 trial of MRK-590 had responses.", [None]),
        ("said MRK-590 met its goal in a Phase 3 trial; a pooled analysis assessed a total of 3,452 patients.", [None]),
    ],
)
def test_a_size_is_that_of_its_own_trial(body: str, sizes: list[int | None]) -> None:
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    assert [t.enrollment for t in facts.trial_mentions] == sizes


@pytest.mark.parametrize(
    ("body", "windows"),
    [
        (
            "will present data from its ongoing Phase 2 trial of MRK-590 at the Gout Congress taking place December "
            "9-12inSan Diego.",
            ["December 9-12"],
        ),
        (
            "will present data from its Phase 2 trial of MRK-590 at the Annual Meeting, taking place June 21, 2024.",
            ["June 21, 2024"],
        ),
        (
            "will hold a conference call on June 21, 2024 on its business. Data are out from a Phase 2 trial of MRK-590.",
            [None],
        ),
        (
            "has completed enrollment in both Phase 3 trials of MRK-590 in gout, LUNAR-1 and LUNAR-2. Data are expected in "
            "May 2025.",
            ["May 2025", "May 2025"],
        ),
    ],
)
def test_windows_of_meetings_and_of_both_trials(body: str, windows: list[str | None]) -> None:
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    assert [t.window_text for t in facts.trial_mentions] == windows


@pytest.mark.parametrize(
    ("body", "phases"),
    [
        (
            "said that LUNAR-2, the second of its two Phase 3 trials of MRK-590 in gout, is half enrolled. LUNAR-1 was "
            "completed last year.",
            {"LUNAR-1": "3", "LUNAR-2": "3"},
        ),
        (
            "said that LUNAR-2, a Phase 3 trial of MRK-590 in gout, is half enrolled. LUNAR-1 in lupus was completed last year.",
            {"LUNAR-1": None, "LUNAR-2": "3"},
        ),
    ],
)
def test_one_of_two_trials_gives_its_phase_to_the_other(body: str, phases: dict[str, str | None]) -> None:
    assert {name: phase for name, phase, *_ in told(body)} == phases


@pytest.mark.parametrize(
    ("body", "window"),
    [
        ("won approval. A head-to-head trial of MRK-590 versus iptacopan is planned for 2026.", "2026"),
        (
            "expects topline data from the Phase 2 trial of MRK-590 mid-2025, versus prior guidance of late 2024.",
            "mid-2025",
        ),
    ],
)
def test_a_comparator_ahead_of_a_date_does_not_take_it_back(body: str, window: str) -> None:
    facts = read(f"Merkal Reports on MRK-590\n\n{LEAD} {body}\n")
    assert [t.window_text for t in facts.trial_mentions] == [window]
