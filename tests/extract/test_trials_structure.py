"""Which trials a release tells of: parts and wholes, numbers and names, lists and what is only an institution's title."""

import pytest
from trials_reading import diseases_of, names_of, read, trial_of

NORTHBRIDGE = "BOSTON, March 26, 2024 (GLOBE NEWSWIRE) -- Northbridge Therapeutics, Inc. (Nasdaq: NBRG)"


def release(body: str, headline: str = "Northbridge Gives an Update on NBX-101") -> str:
    """A release of an invented company, published on March 26, 2024."""
    return f"{headline}\n\n{NORTHBRIDGE} {body}\n"


def test_names_behind_a_number_of_trials_have_its_phase_and_the_number_is_no_trial_itself() -> None:
    facts = read(
        release(
            "said that NBX-101 is in five Phase 3 studies in eczema. The NORTH 1 and NORTH 2 monotherapy studies and "
            "the SOUTH study are to confirm its safety, along with the EAST open-label study."
        )
    )
    assert {(t.trial_name, t.phase) for t in facts.trial_mentions} == {
        ("NORTH 1", "3"),
        ("NORTH 2", "3"),
        ("SOUTH", "3"),
        ("EAST", "3"),
    }


def test_a_compound_that_is_studied_in_a_disease_has_a_trial_there() -> None:
    facts = read(release("said that NBX-101 is being studied in follicular lymphoma and gout."))
    assert diseases_of(facts, trial_of(facts, "NBX-101", None)) == ["follicular lymphoma", "gout"]


def test_a_disease_that_no_trial_has_opens_one_more_and_a_known_one_does_not() -> None:
    facts = read(
        release(
            "said that the Phase 3 LUNAR trial of NBX-101 in gout met its endpoint. NBX-101 is also being studied in lupus. "
            "NBX-101 is being evaluated in patients with gout."
        )
    )
    assert [(t.phase, diseases_of(facts, t)) for t in facts.trial_mentions] == [("3", ["gout"]), (None, ["lupus"])]


def test_the_next_part_of_a_trial_is_that_trial() -> None:
    facts = read(
        release(
            "said that a board approved moving into Phase 2 of its Phase 1/2 ARMADA trial of NBX-101 in gout.",
            "Safety Board Approves Phase 2 Initiation in NBX-101 ARMADA Study",
        )
    )
    (trial,) = facts.trial_mentions
    assert (trial.trial_name, trial.phase, trial.status) == ("ARMADA", "1/2", "ongoing")


@pytest.mark.parametrize("title", ["head of the Phase 1 Unit of a large hospital", "director of the Phase I Clinic"])
def test_the_title_of_an_investigator_is_no_trial(title: str) -> None:
    assert read(release(f"gave an update on NBX-101 for gout. Dr. Lee is {title}.")).trial_mentions == ()


def test_a_conjunction_that_leaves_the_verb_out_has_the_verb_of_its_neighbour() -> None:
    facts = read(
        release(
            "said this follows the start of Phase II testing with NBX-101 in gout and, earlier today, of Phase I testing "
            "with NBX-303 in asthma.",
            "Northbridge Starts Two Trials",
        )
    )
    assert {(names_of(facts)[t.compound_ref], t.status) for t in facts.trial_mentions} == {
        ("NBX-101", "started"),
        ("NBX-303", "started"),
    }


def test_names_that_a_plural_sums_up_are_trials_each() -> None:
    facts = read(release("studies NBX-101 in several gout studies, including LUNAR-1, SOLAR-2 and ASTRA-3."))
    assert {t.trial_name for t in facts.trial_mentions} == {"LUNAR-1", "SOLAR-2", "ASTRA-3"}


def test_an_extension_stands_beside_the_trial_that_it_extends() -> None:
    facts = read(release("gave LUNAR-2 and LUNAR-2 OLE 3-Year Results of NBX-101 in gout to the FDA."))
    assert {t.trial_name for t in facts.trial_mentions} == {"LUNAR-2", "LUNAR-2 OLE"}


def test_a_phase_1a_is_no_part_of_a_phase_1b_2() -> None:
    facts = read(
        release(
            "said that the NBX-101 Phase 1a trial met its primary endpoints. It plans a Phase 1b/2 trial of NBX-101 in gout."
        )
    )
    assert {(t.phase, t.status) for t in facts.trial_mentions} == {("1", "reported"), ("1/2", "planned")}


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("ongoing", "said that top-line data from the Phase 3 trial of NBX-101 in gout are expected in early 2025."),
        ("completed", "said that data from the Phase 3 trial of NBX-101 in gout will be presented in May 2024."),
    ],
)
def test_data_that_are_hoped_for_do_not_end_a_trial_and_a_presentation_does(status: str, words: str) -> None:
    assert trial_of(read(release(words)), "NBX-101", "3").status == status


def test_respectively_gives_each_compound_its_phase_and_its_disease() -> None:
    facts = read(
        release(
            "started dosing patients with NBX-101 and NBX-202 in Phase 2 and Phase 1 trials, respectively. NBX-101 and "
            "NBX-202 are being tested in gout and lupus, respectively."
        )
    )
    assert diseases_of(facts, trial_of(facts, "NBX-101", "2")) == ["gout"]
    assert diseases_of(facts, trial_of(facts, "NBX-202", "1")) == ["lupus"]


def test_two_compounds_that_are_both_in_a_phase_have_a_trial_each() -> None:
    facts = read(
        release("said that NBX-101, our antibody, and NBX-202, our vaccine, are both in Phase 1 trials in gout.")
    )
    assert {(names_of(facts)[t.compound_ref], t.phase) for t in facts.trial_mentions} == {
        ("NBX-101", "1"),
        ("NBX-202", "1"),
    }


def test_a_series_of_trials_each_in_its_disease_is_one_trial_for_each() -> None:
    facts = read(
        release(
            "said that NBX-101 is also being investigated in adjuvant trials in lung cancer; potential registrational trials "
            "in melanoma; additional studies in glioma.",
            "Northbridge Gives an Update",
        )
    )
    assert sorted(diseases_of(facts, t) for t in facts.trial_mentions) == [["glioma"], ["lung cancer"], ["melanoma"]]
