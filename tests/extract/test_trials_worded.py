"""Trials in the wordings that fresh releases brought: each case in our own words."""

from trials_reading import read, trial_of

_LEAD = (
    "BOSTON, May 3, 2024 -- Acme Bio, Inc. (Nasdaq: ACMB) today announced news of ABX-101, its antibody for asthma. "
)


def test_a_sentence_that_runs_into_the_safe_harbour_is_read_up_to_there() -> None:
    facts = read(
        "Acme Bio Announces Results of ABX-101 in Asthma\n\n"
        + _LEAD
        + "The Phase 3 SOLAR trial of ABX-101 met its goal. The study enrolled 886 patients who were randomized to receive "
        "either ABX-101 includes “forward-looking statements” within the meaning of the law.\n"
    )
    assert trial_of(facts, "ABX-101", "3").enrollment == 886
