"""Trials as a release tells them: what runs, what is planned, what is over, and whose it is."""

import datetime

import pytest
from trials_reading import diseases_of, names_of, read, told, trial_of

NORTHBRIDGE = "BOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def release(headline: str, body: str) -> str:
    """A release of an invented company."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


STATUSES = [
    ("started", "today announced that the first patient was dosed in the Phase 2 trial of NBX-101 in gout."),
    ("started", "announces First Patient First Visit in its Phase 2 trial evaluating NBX-101 in gout."),
    ("started", "today announced the initiation of a Phase 2 trial of NBX-101 in gout."),
    ("planned", "said that a Phase 2 trial of NBX-101 in gout is to be initiated later this year."),
    ("planned", "plans to initiate a Phase 2 trial of NBX-101 in gout."),
    ("planned", "said that Phase 2 development of NBX-101 in gout is being initiated."),
    ("planned", "is preparing for a Phase 2 trial of NBX-101 in gout."),
    ("planned", "said that the proposed Phase 2 study of NBX-101 in gout was discussed with regulators."),
    ("ongoing", "said that NBX-101 is currently being evaluated in a Phase 2 trial in gout."),
    ("ongoing", "said that NBX-101 is in Phase 2 development for gout."),
    ("ongoing", "said that its monitoring committee approved continuation of the Phase 2 trial of NBX-101 in gout."),
    ("enrolled", "today announced completion of planned patient enrollment in the Phase 2 study of NBX-101 in gout."),
    (
        "completed",
        "today announced that the last patient completed the last visit in the Phase 2 study of NBX-101 in gout.",
    ),
    ("completed", "today announced the database lock of its Phase 2 study of NBX-101 in gout."),
    ("reported", "today announced positive topline results from its Phase 2 trial of NBX-101 in gout."),
    ("reported", "said that NBX-101 met the primary endpoint of a Phase 2 trial in gout."),
    ("stopped", "today announced that it has discontinued the Phase 2 trial of NBX-101 in gout."),
]


@pytest.mark.parametrize(("status", "body"), STATUSES)
def test_the_words_of_a_release_give_the_state_of_its_trial(status: str, body: str) -> None:
    facts = read(release("Northbridge Gives an Update on NBX-101", body))
    trial = trial_of(facts, "NBX-101", "2")
    assert trial.status == status
    assert diseases_of(facts, trial) == ["gout"]


def test_a_started_trial_carries_its_name_number_size_and_next_step() -> None:
    facts = read(
        release(
            "Northbridge Doses First Patient in Phase 2b LUNAR Trial of NBX-101",
            "today announced that the first patient was dosed in the Phase 2b LUNAR trial (NCT01234567) of NBX-101 in ovarian "
            "cancer. The trial will enroll 120 patients. Topline data are expected in the second half of 2025.",
        )
    )
    trial = trial_of(facts, "NBX-101", "2")
    assert (trial.trial_name, trial.nct_id, trial.enrollment, trial.phase_label) == (
        "LUNAR",
        "NCT01234567",
        120,
        "Phase 2b",
    )
    assert (trial.expected_step, trial.window_start, trial.window_end, trial.precision) == (
        "readout",
        datetime.date(2025, 7, 1),
        datetime.date(2025, 12, 31),
        "half",
    )
    assert told(facts) >= {("trial_started", "NBX-101", "happened"), ("data_reported", "NBX-101", "expected")}


def test_a_trial_that_will_not_run_is_denied_and_no_milestone() -> None:
    facts = read(
        release(
            "Northbridge Sets Priorities",
            "said that a Phase 2 trial of NBX-202 in gout was completed. "
            "The company does not intend to initiate a Phase 3 trial of NBX-202.",
        )
    )
    assert trial_of(facts, "NBX-202", "3").statement == "denied"
    assert ("trial_started", "NBX-202", "expected") not in told(facts)


def test_a_plan_that_hangs_on_something_is_conditional() -> None:
    facts = read(
        release(
            "Northbridge Gives an Update on NBX-101",
            "said that, subject to regulatory feedback, it plans to initiate a Phase 3 trial of NBX-101 in gout.",
        )
    )
    trial = trial_of(facts, "NBX-101", "3")
    assert (trial.status, trial.statement) == ("planned", "conditional")


def test_each_phase_of_a_list_finds_its_own_compound_and_disease() -> None:
    facts = read(
        release(
            "Northbridge Gives a Pipeline Update",
            "said that NBX-101 is in Phase 2 development for gout, and NBX-202 is in Phase 1 development for lupus.",
        )
    )
    assert diseases_of(facts, trial_of(facts, "NBX-101", "2")) == ["gout"]
    assert diseases_of(facts, trial_of(facts, "NBX-202", "1")) == ["lupus"]


def test_a_word_before_a_list_holds_for_each_of_its_trials() -> None:
    facts = read(
        release(
            "Northbridge Gives an Update on NBX-101",
            "will be initiating enrollment of two new clinical trials of its antibody NBX-101 in adults – a Phase 2 study (NCT01234567) in gout, "
            "as well as a Phase 3 study (NCT07654321) in lupus.",
        )
    )
    assert {(t.phase, t.status, t.nct_id) for t in facts.trial_mentions} == {
        ("2", "planned", "NCT01234567"),
        ("3", "planned", "NCT07654321"),
    }


def test_a_planned_later_step_is_not_the_trial_that_gave_results() -> None:
    facts = read(
        release(
            "Northbridge Reports Phase 1a Results for NBX-101",
            "today announced positive results from its Phase 1a trial of NBX-101 in gout and outlined plans for a Phase 1b/2 "
            "study of NBX-101.",
        )
    )
    assert trial_of(facts, "NBX-101", "1").status == "reported"
    assert trial_of(facts, "NBX-101", "1/2").status == "planned"


def test_the_comparator_and_the_partner_drug_own_no_trial() -> None:
    facts = read(
        release(
            "Northbridge Starts Phase 3 Trial of NBX-101",
            "today announced the initiation of a Phase 3 trial of NBX-101 in combination with pembrolizumab compared with "
            "docetaxel in patients with melanoma.",
        )
    )
    trial = trial_of(facts, "NBX-101", "3")
    names = names_of(facts)
    assert {names[t.compound_ref] for t in facts.trial_mentions} == {"NBX-101"}
    assert [names[ref] for ref in trial.combination_refs] == ["pembrolizumab"]


@pytest.mark.parametrize(
    "body",
    [
        "said that after its End-of-Phase 2 meeting NBX-101 remains its lead candidate in gout.",
        "said that regulators agreed that Phase 1 and Phase 2 trials of NBX-101 could be omitted.",
        "chose the recommended Phase 2 dose of NBX-101.",
    ],
)
def test_a_phase_that_is_only_a_word_is_no_trial(body: str) -> None:
    facts = read(release("Northbridge Gives an Update on NBX-101", body))
    assert [t.phase for t in facts.trial_mentions] == []


def test_trials_that_nothing_tells_apart_keep_two_rows() -> None:
    facts = read(
        release(
            "Northbridge Gives an Update on NBX-101",
            "said that NBX-101 is in three Phase 2 clinical trials, being evaluated (1) in patients with gout, "
            "(2) in patients with lupus and (3) in other patients with gout.",
        )
    )
    assert len({t.trial_fact_id for t in facts.trial_mentions}) == 3


def test_work_on_animals_is_no_trial() -> None:
    facts = read(
        release(
            "Northbridge Publishes Preclinical Results for NBX-101",
            "published results of preclinical studies in mice in which NBX-101 reduced tumor growth.",
        )
    )
    assert facts.trial_mentions == ()


def test_confidence_is_lower_where_nothing_tells_the_state() -> None:
    sure = read(release("Northbridge Gives an Update", "initiated a Phase 2 trial of NBX-101 in gout."))
    unsure = read(release("Northbridge Gives an Update", "spoke of the Phase 2 trial of NBX-101 in gout."))
    assert trial_of(sure, "NBX-101", "2").confidence > trial_of(unsure, "NBX-101", "2").confidence


def test_one_phase_of_two_compounds_is_a_trial_of_each() -> None:
    facts = read(
        release(
            "Northbridge Gives a Pipeline Update",
            "recently announced positive Phase 3 results of NBX-101 for gout and NBX-202 for atopic dermatitis. "
            "NBX-101 is an oral drug candidate. NBX-202 is an investigational antibody.",
        )
    )
    assert diseases_of(facts, trial_of(facts, "NBX-101", "3")) == ["gout"]
    assert diseases_of(facts, trial_of(facts, "NBX-202", "3")) == ["atopic dermatitis"]
    assert {trial_of(facts, name, "3").status for name in ("NBX-101", "NBX-202")} == {"reported"}


def test_a_cleared_trial_takes_the_diseases_that_its_compound_is_for() -> None:
    facts = read(
        release(
            "Northbridge Announces That the IND Is Now Active for NBX-101",
            "announced that the Investigational New Drug application for its NBX-101 product candidate is now active. NBX-101 is "
            "meant for ovarian cancer, NSCLC and other malignancies. Its Phase I evaluation is expected to begin in mid-2024.",
        )
    )
    trial = trial_of(facts, "NBX-101", "1")
    assert (trial.status, trial.statement, trial.phase_label) == ("cleared", "happened", "Phase I")
    assert (trial.window_start, trial.window_end) == (datetime.date(2024, 5, 1), datetime.date(2024, 8, 31))
    assert len(diseases_of(facts, trial)) == 2 and "ovarian cancer" in diseases_of(facts, trial)


def test_news_of_one_trial_of_a_numbered_list_is_that_item() -> None:
    facts = read(
        release(
            "Northbridge Reports Phase 2 Results of NBX-101 in Lupus",
            "reported results from a Phase 2 trial of NBX-101 in patients with lupus.\n\nAbout NBX-101\n\nNBX-101 is in two "
            "Phase 2 clinical trials, being evaluated (1) in patients with gout and (2) in patients with lupus.",
        )
    )
    assert sorted((t.status, *diseases_of(facts, t)) for t in facts.trial_mentions) == [
        ("ongoing", "gout"),
        ("reported", "lupus"),
    ]
