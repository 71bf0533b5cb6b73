"""What must never be told of a trial: another's product as its owner, a plan as done, an old date, a start that hangs."""

import datetime

import pytest
from trials_reading import names_of, read, told, trial_of

NORTHBRIDGE = "BOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"
Day = datetime.date


def release(body: str, headline: str = "Northbridge Gives an Update on NBX-101") -> str:
    """A release of an invented company, published on March 26, 2024."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


@pytest.mark.parametrize("words", ["Besides", "Apart from", "In addition to", "Beyond"])
def test_what_a_pipeline_holds_besides_one_product_is_of_the_other(words: str) -> None:
    facts = read(release(f"treats gout. {words} NBX-101, its pipeline holds NBX-202, which is in Phase 2 for lupus."))
    assert trial_of(facts, "NBX-202", "2").status == "ongoing"
    assert {names_of(facts)[t.compound_ref] for t in facts.trial_mentions} == {"NBX-202"}


STATES = [
    ("2", "planned", "said that the data of its Phase 1 trial do not support continuing to Phase 2 of NBX-101."),
    ("2", "planned", "will not proceed to a Phase 2 trial of NBX-101 in gout."),
    ("3", "planned", "may without the loan be unable to start a Phase 3 trial of NBX-101 in gout."),
    ("3", "planned", "sold NBX-101. A further $25 million is due when a Phase 3 trial of the compound begins."),
    ("2", "stopped", "today announced its decision to stop the Phase II trial of NBX-101. It does not intend to start others."),
    ("3", "stopped", "said that it will close out the Phase 3 trial of NBX-101 in gout."),
    ("3", "ongoing", "is running a Phase 3 trial of NBX-101. Dosing of the first patient in cohort two is expected in Q2 2024."),
    ("1", "cleared", "said that the IND application for NBX-101 has become active. It treats gout. Phase I testing is expected to begin in May 2024."),
    ("1/2", "ongoing", "said that the FDA cleared the IND for its Phase 1/2 trial of NBX-101. The trial is already enrolling patients in Europe."),
    ("2", "enrolled", "said that enrollment of the Phase 2 trial of NBX-101 in gout has been completed with 106 patients."),
    ("3", "reported", "said that the approval rests on a Phase 3 trial, in which NBX-101 prolonged survival."),
    ("2", "ongoing", "continues its Phase 2 trial of NBX-101 in gout, and expects topline data in the second half of 2024."),
]  # fmt: skip


@pytest.mark.parametrize(("phase", "status", "body"), STATES)
def test_a_trial_is_no_further_than_the_words_say(phase: str, status: str, body: str) -> None:
    assert trial_of(read(release(body)), "NBX-101", phase).status == status


def test_a_first_patient_still_to_be_dosed_is_no_start() -> None:
    facts = read(
        release(
            "said that its CTA for NBX-101 was cleared. The first participant of the Phase 1 trial is expected to be dosed in May 2025."
        )
    )
    trial = trial_of(facts, "NBX-101", "1")
    assert (trial.status, trial.window_start) == ("cleared", Day(2025, 5, 1))
    assert ("trial_started", "NBX-101", "expected") in told(facts)


WINDOWS = [
    ("now expects data from its Phase 2 trial of NBX-101 in the fourth quarter of 2024 rather than in mid-2024.", Day(2024, 12, 31)),
    ("said that data from its Phase 2 trial of NBX-101, previously expected in the first half of 2024, are now expected in Q3 2024.", Day(2024, 9, 30)),
    ("plans to submit an IND by the end of 2024 and to begin a Phase 2 trial of NBX-101 in early 2025.", Day(2025, 4, 30)),
    ("said that a Phase 2 trial of NBX-101 is planned to start in 2026.", Day(2026, 12, 31)),
    ("said that data from the ongoing Phase 2 trial of NBX-101 are expected by year-end 2025.", Day(2025, 12, 31)),
    ("said that the ongoing Phase 2 trial of NBX-101 will read out in the first half of 2025.", Day(2025, 6, 30)),
    ("said that 550 patients are expected to be enrolled in the Phase 2 trial of NBX-101 by year-end 2025.", Day(2025, 12, 31)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "end"), WINDOWS)
def test_the_date_that_counts_now_is_the_window(body: str, end: Day) -> None:
    assert trial_of(read(release(body)), "NBX-101", "2").window_end == end


def test_what_another_is_given_with_owns_no_trial_even_where_the_other_is_unknown() -> None:
    facts = read(
        release(
            "will test its new antibody together with Corvale's atezolizumab in a Phase 1b/2 trial in lung cancer, which is "
            "expected to start in mid-2024.",
            "Northbridge and Corvale Enter Agreement",
        )
    )
    assert facts.trial_mentions == ()


def test_what_will_be_tested_is_planned() -> None:
    facts = read(release("will test NBX-101 together with atezolizumab in a Phase 1b/2 trial in lung cancer."))
    assert trial_of(facts, "NBX-101", "1/2").status == "planned"


STEPS = [
    ("runs the LUNAR trial of NBX-101. Dosing in cohort two of the LUNAR trial is expected in Q2 2024.", Day(2024, 6, 30)),
    ("said that its ongoing LUNAR trial of NBX-101 is enrolling in Europe. Enrollment in the United States is expected to begin in late 2024.", Day(2024, 12, 31)),
    ("runs the LUNAR trial of NBX-101. Dosing in the LUNAR trial is expected to resume in Q3 2024.", Day(2024, 9, 30)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "end"), STEPS)
def test_the_next_step_inside_a_running_trial_has_its_window(body: str, end: Day) -> None:
    (trial,) = read(release(body)).trial_mentions
    assert (trial.status, trial.expected_step, trial.window_end) == ("ongoing", "enrollment", end)
