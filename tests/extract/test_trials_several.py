"""Several compounds or several named trials told in one breath: each has its own row; a combination has one."""

import pytest
from trials_reading import diseases_of, names_of, read

MERIDIAN = "BOSTON, May 9, 2024 (GLOBE NEWSWIRE) -- Merkal Therapeutics, Inc. (Nasdaq: MRKL)"


def release(body: str, headline: str = "Merkal Reports on MRK-590 and ZLX-12") -> str:
    """A release of an invented company, published on May 9, 2024."""
    return f"{headline}\n\n{MERIDIAN} {body}\n"


def rows(text: str) -> set[tuple[str, str | None, str]]:
    """(compound, phase, status) of all trials."""
    facts = read(text)
    names = names_of(facts)
    return {(names[t.compound_ref], t.phase, t.status) for t in facts.trial_mentions}


@pytest.mark.parametrize(
    ("body", "phase", "status"),
    [
        ("announced positive results from Phase 1 studies of MRK-590 and ZLX-12 in asthma.", "1", "reported"),
        ("announced that it has started Phase 1 trials of both MRK-590 and ZLX-12 in asthma.", "1", "started"),
        ("announced an update. In these studies, both MRK-590 and ZLX-12 were well tolerated.", None, "reported"),
        ("said that the MRK-590 and ZLX-12 Phase 2 programs in asthma are ongoing.", "2", "ongoing"),
        ("plans to begin Phase 2 trials of MRK-590 as well as ZLX-12 in asthma in 2025.", "2", "planned"),
        ("said that MRK-590 and ZLX-12 each entered Phase 2 in asthma.", "2", "ongoing"),
        ("said that MRK-590 and ZLX-12 are being studied in ongoing Phase 1 trials in asthma.", "1", "ongoing"),
    ],
)
def test_what_trials_in_the_plural_tell_of_two_compounds_holds_for_each(
    body: str, phase: str | None, status: str
) -> None:
    assert rows(release(body)) == {("MRK-590", phase, status), ("ZLX-12", phase, status)}


def test_phases_dealt_out_by_respectively_are_not_those_of_each() -> None:
    told = rows(
        release(
            "said that it dosed patients with MRK-590 and ZLX-12 in Phase 2 and Phase 1 trials, respectively, in asthma."
        )
    )
    assert {(compound, phase) for compound, phase, _ in told} == {("MRK-590", "2"), ("ZLX-12", "1")}


@pytest.mark.parametrize(
    "body",
    [
        "announced results of the Phase 2 studies of MRK-590 and ZLX-12 in combination in asthma.",
        "announced results of the Phase 2 studies of the MRK-590 and ZLX-12 regimen in asthma.",
        "announced results of two Phase 2 studies in which patients were randomized to MRK-590 and ZLX-12.",
        "announced results of the Phase 2 study of MRK-590 and ZLX-12 in asthma.",
        "announced results for the fixed-dose combination of MRK-590 and ZLX-12. The safety of MRK-590 and ZLX-12 in "
        "reported studies is known.",
    ],
)
def test_a_combination_and_a_single_study_of_two_compounds_are_no_two_trials(body: str) -> None:
    assert len(rows(release(body))) < 2


@pytest.mark.parametrize(
    "body",
    [
        "announced that zelotumab is studied in three Phase 3 trials: HORIZON (gout), EQUATOR (lupus) and TROPIC (asthma).",
        "said that three Phase 3 studies of zelotumab, HORIZON in gout, EQUATOR in lupus and TROPIC in asthma, are ongoing.",
        "said that the Phase 3 program for zelotumab includes HORIZON in gout, EQUATOR in lupus and TROPIC in asthma.",
        "said that zelotumab is in Phase 3 trials, including HORIZON for the treatment of gout; EQUATOR for the treatment of "
        "lupus; and TROPIC for the treatment of asthma.",
        "said that the trials of zelotumab include three ongoing Phase 3 trials: HORIZON trial in gout, EQUATOR in lupus, "
        "and TROPIC in asthma.",
    ],
)
def test_each_named_trial_of_a_list_has_its_own_disease(body: str) -> None:
    facts = read(release(body, "Merkal Gives an Update on Zelotumab"))
    assert {(t.trial_name, t.phase, *diseases_of(facts, t)) for t in facts.trial_mentions} == {
        ("HORIZON", "3", "gout"),
        ("EQUATOR", "3", "lupus"),
        ("TROPIC", "3", "asthma"),
    }


@pytest.mark.parametrize(
    "body",
    [
        "said that zelotumab is being evaluated in the HORIZON, EQUATOR and TROPIC Phase 3 trials in gout.",
        "said that zelotumab is being evaluated in three pivotal Phase 3 trials (HORIZON, EQUATOR and TROPIC) in gout.",
    ],
)
def test_three_names_beside_one_noun_are_three_trials(body: str) -> None:
    facts = read(release(body, "Merkal Gives an Update on Zelotumab"))
    assert {(t.trial_name, t.phase) for t in facts.trial_mentions} == {
        ("HORIZON", "3"),
        ("EQUATOR", "3"),
        ("TROPIC", "3"),
    }


def test_codes_and_diseases_in_a_list_are_no_names_of_trials() -> None:
    facts = read(
        release(
            "said that its clinical programs include MRK-590 in gout, MRK-591 in lupus and ZLX-12 in asthma. "
            "The trials, conducted in NSCLC and SCLC, go on. Studies such as PET and MRI in gout are used."
        )
    )
    assert [t.trial_name for t in facts.trial_mentions if t.trial_name] == []


@pytest.mark.parametrize("joint", [" - a", " – the", ", the", " is a", ": a"])
def test_a_name_and_what_it_is_may_be_parted_by_a_dash(joint: str) -> None:
    facts = read(
        release(f"said that AURORA{joint} Phase 2b clinical trial of MRK-590 - in gout goes on.", "Merkal News")
    )
    assert [t.trial_name for t in facts.trial_mentions] == ["AURORA"]


@pytest.mark.parametrize("value", ["LDL-C", "NT-proBNP", "HbA1c", "FEV1"])
def test_a_value_of_the_laboratory_is_no_name_of_a_trial(value: str) -> None:
    facts = read(release(f"said that MRK-590 lowered {value} in a Phase 2b study in gout.", "Merkal News on MRK-590"))
    assert [(t.phase, t.trial_name) for t in facts.trial_mentions] == [("2", None)]


def test_the_first_sentence_under_the_title_of_a_trial_speaks_of_that_trial() -> None:
    facts = read(
        release(
            "announced data from the Phase 1/2 BRANDO trial of MRK-305 in mantle cell lymphoma.\n\nAbout the BRANDO Trial\n"
            "This first-in-human Phase 1/2 trial evaluates MRK-305 in patients with gout.",
            "Merkal Announces Data for MRK-305",
        )
    )
    assert [(t.trial_name, t.phase) for t in facts.trial_mentions] == [("BRANDO", "1/2")]


def test_a_program_in_a_title_is_not_the_trial_that_its_text_tells_of() -> None:
    facts = read(
        release(
            "announced data from the Phase 3 LUNAR-2 trial of MRK-305 in gout.\n\nAbout the LUNAR clinical trial program\n"
            "The LUNAR phase 3 program began in 2022. LUNAR-2 compares MRK-305 with placebo. The trial randomized 928 adults.",
            "Merkal Announces Data for MRK-305",
        )
    )
    assert [(t.trial_name, t.enrollment) for t in facts.trial_mentions] == [("LUNAR-2", 928)]


def test_the_only_phase_told_of_a_program_is_that_of_its_named_trials() -> None:
    facts = read(
        release(
            "announced results of the RIVER and CLOUD trials of ZLX-12 in eczema. The Phase 3 program in "
            "eczema consists of five studies.",
            "Merkal Announces ZLX-12 Results",
        )
    )
    assert {(t.trial_name, t.phase) for t in facts.trial_mentions} == {("RIVER", "3"), ("CLOUD", "3")}


def test_a_program_beside_another_phase_stays_a_row_of_its_own() -> None:
    facts = read(
        release(
            "announced results of the RIVER and CLOUD trials of ZLX-12 in eczema. A Phase 2 trial in lupus is planned. "
            "The Phase 3 program in eczema consists of five studies.",
            "Merkal Announces ZLX-12 Results",
        )
    )
    assert {t.phase for t in facts.trial_mentions if t.trial_name} == {None}
