"""Steps inside a trial, stops beside results, trials that others are measured by, and names told in other ways."""

import pytest
from trials_reading import read, told

LEAD = "Brantek Gives Update\n\nBOSTON, May 3, 2024 -- Brantek Therapeutics "


def _trials(text: str) -> set[tuple[str | None, str, str | None]]:
    return {(t.phase, t.status, t.trial_name) for t in read(LEAD + text + "\n").trial_mentions}


@pytest.mark.parametrize(
    "text",
    [
        "has completed Japanese enrollment in its Phase 3 trial of BRX-101 in gout.",
        "completed enrollment in Japan for its ongoing global Phase 3 trial of BRX-101 in gout.",
        "completed U.S. enrollment in the Phase 3 trial of BRX-101 in gout.",
        "has finished recruiting its Chinese sites in the Phase 3 trial of BRX-101 in gout.",
        "said that enrollment in Part A of the Phase 3 trial of BRX-101 in gout is complete.",
        "announced completion of enrollment in the European arm of the Phase 3 trial of BRX-101 in gout.",
    ],
)
def test_enrolment_in_one_country_or_part_leaves_the_trial_running(text: str) -> None:
    facts = read(LEAD + text + "\n")
    assert [(t.phase, t.status) for t in facts.trial_mentions] == [("3", "ongoing")]
    assert "enrollment_completed" not in {kind for kind, _, _ in told(facts)}


@pytest.mark.parametrize(
    "text",
    [
        "completed enrollment of its Japanese Phase 3 trial of BRX-101 in gout.",
        "completed global enrollment in the Phase 3 trial of BRX-101 in gout.",
        "completed enrollment of its Phase 3 trial in Japan of BRX-101 in gout with 300 patients.",
    ],
)
def test_a_trial_of_one_country_can_be_full(text: str) -> None:
    facts = read(LEAD + text + "\n")
    assert [(t.phase, t.status) for t in facts.trial_mentions] == [("3", "enrolled")]
    assert ("enrollment_completed", "BRX-101", "happened") in told(facts)


@pytest.mark.parametrize(
    "text",
    [
        "is advancing to the Phase 1b expansion of its Phase 1 trial of BRX-101 in gout. Fifteen patients have been treated.",
        "plans to move to the Phase 1b part of its Phase 1 trial of BRX-101 in gout in May. Twelve patients remain on study.",
        "has completed the dose escalation portion of its Phase 1 trial of BRX-101 in gout.",
        "said that the Phase 1 trial of BRX-101 in gout will advance to the next dose level.",
    ],
)
def test_a_coming_step_of_a_trial_leaves_it_running(text: str) -> None:
    assert _trials(text) == {("1", "ongoing", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "said that dosing in the trial has been stopped after decreases in lymphocyte counts were observed. BRX-101 is "
            "studied in the fully enrolled Phase 2 LUNAR trial in gout.",
            {("2", "stopped", "LUNAR")},
        ),
        (
            "is stopping all dosing in its Phase 2 study of BRX-101 in gout after low cell counts were seen in the study.",
            {("2", "stopped", None)},
        ),
        (
            "announced data from its Phase 2 trial of BRX-101 in gout. Two patients stopped dosing. BRX-101 reduced flares.",
            {("2", "reported", None)},
        ),
    ],
)
def test_a_stop_is_heard_beside_what_was_seen(text: str, expected: set[tuple[str | None, str, str | None]]) -> None:
    assert _trials(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "said that in the Phase 3 LUNAR trial of BRX-101 in gout, safety was consistent with the Phase 1 and Phase 2 trials.",
            {("3", "reported", "LUNAR")},
        ),
        (
            "completed its Phase 2 trial of BRX-101 in gout. Side effects in the Phase 3 trial were in line with the Phase 2 trial.",
            {("2", "completed", None), ("3", "ongoing", None)},
        ),
    ],
)
def test_trials_that_another_is_measured_by(text: str, expected: set[tuple[str | None, str, str | None]]) -> None:
    assert _trials(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("began a Phase 3 trial called LUNAR-2 of BRX-101 in gout.", {"LUNAR-2"}),
        ("is running the Phase 2 CLARITY(TM) clinical trial of BRX-101 in gout.", {"CLARITY"}),
        ("announced results from LUNAR, a Phase 2, open-label study, and SOLAR a Phase 2a, open-label, study of BRX-101 in gout.",
         {"LUNAR", "SOLAR"}),
        ("announced results of the Phase 3 LUNAR Extension study of BRX-101 in gout.", {"LUNAR"}),
        ("treated people with BRX-101 in the Phase 3 ADhere trial in gout.About ADhereADhere is a Phase 3 study of BRX-101.", {"ADhere"}),
    ],
)  # fmt: skip
def test_names_told_in_other_ways(text: str, names: set[str]) -> None:
    assert {name for _, _, name in _trials(text)} == names


def test_one_phase_in_two_countries_with_two_states() -> None:
    text = "completed a Phase 3 trial of BRX-101 in gout in China. A Phase 3 trial of BRX-101 in the United States will start in May."
    assert _trials(text) == {("3", "completed", None), ("3", "planned", None)}


def test_what_is_the_first_to_enter_a_trial_has_no_second_one() -> None:
    text = (
        "said that the FDA cleared its IND for a Phase 1 trial of BRX-101 in gout. "
        "It is the first lysin allowed to enter a human trial."
    )
    assert _trials(text) == {("1", "cleared", None)}


@pytest.mark.parametrize(
    "text",
    [
        "signed an agreement to conduct a drug-device study of BRX-101.",
        "plans a bioanalytical study and a stability study of BRX-101 in gout.",
        "plans a toxicokinetic study of BRX-101.",
    ],
)
def test_studies_of_devices_and_of_the_laboratory_are_no_trials(text: str) -> None:
    assert not _trials(text)


def test_the_month_of_may_is_no_doubt() -> None:
    facts = read(LEAD + "plans to start its Phase 2 trial of BRX-101 in gout in May 2025.\n")
    assert ("trial_started", "BRX-101", "expected") in told(facts)
