"""The window of a trial's next step: what lies ahead, near words of expectation, and never the date of the release."""

import datetime

import pytest
from trials_reading import read, trial_of

NORTHBRIDGE = "BOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"
Day = datetime.date


def release(body: str) -> str:
    """A release of an invented company, published on March 26, 2024."""
    return f"Northbridge Gives an Update on NBX-101\n\n{NORTHBRIDGE} {body}\n"


WINDOWS = [
    ("plans to initiate a Phase 2 trial of NBX-101 in gout in mid-2024.", "start", Day(2024, 5, 1), Day(2024, 8, 31)),
    ("plans to initiate a Phase 2 trial of NBX-101 in gout by year-end 2024.", "start", None, Day(2024, 12, 31)),
    ("plans to initiate a Phase 2 trial of NBX-101 in gout in September.", "start", Day(2024, 9, 1), Day(2024, 9, 30)),
    ("runs a Phase 2 trial of NBX-101 in gout, with data expected in Q4 2024.", "readout", Day(2024, 10, 1), Day(2024, 12, 31)),
    ("runs a Phase 2 trial of NBX-101 in gout. Topline data are expected in early 2025.", "readout", Day(2025, 1, 1), Day(2025, 4, 30)),
    ("expects to complete enrollment of its Phase 2 trial of NBX-101 in gout in the second half of 2024.", "enrollment", Day(2024, 7, 1), Day(2024, 12, 31)),
    ("will present data from its Phase 2 trial of NBX-101 in gout at the Congress on April 7-10, 2024.", "readout", Day(2024, 4, 7), Day(2024, 4, 10)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "step", "start", "end"), WINDOWS)
def test_the_next_step_has_its_window(body: str, step: str, start: Day | None, end: Day) -> None:
    trial = trial_of(read(release(body)), "NBX-101", "2")
    assert (trial.expected_step, trial.window_start, trial.window_end) == (step, start, end)


@pytest.mark.parametrize(
    "body",
    [
        "initiated a Phase 2 trial of NBX-101 in gout in January 2024.",
        "runs a Phase 2 trial of NBX-101 in gout, which began in 2021.",
        "will present data from its Phase 2 trial of NBX-101 in gout at the Oncology Congress 2024.",
        "plans to initiate a Phase 2 trial of NBX-101 in gout.",
    ],
)
def test_a_date_behind_or_in_a_name_is_no_window(body: str) -> None:
    trial = trial_of(read(release(body)), "NBX-101", "2")
    assert (trial.window_start, trial.window_end, trial.window_text) == (None, None, None)


def test_the_start_of_a_trial_that_runs_is_no_next_step() -> None:
    body = "initiated its Phase 2 trial of NBX-101 in gout, which it had planned to begin in mid-2024."
    assert trial_of(read(release(body)), "NBX-101", "2").expected_step != "start"


def test_each_planned_trial_has_its_own_window() -> None:
    facts = read(
        release(
            "plans to initiate a Phase 2 trial of NBX-101 in gout in mid-2024, and plans to initiate a Phase 3 trial of "
            "NBX-101 in lupus in late 2025."
        )
    )
    assert trial_of(facts, "NBX-101", "2").window_end == Day(2024, 8, 31)
    assert trial_of(facts, "NBX-101", "3").window_end == Day(2025, 12, 31)
