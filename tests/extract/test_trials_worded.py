"""Trials in the wordings that fresh releases brought: each case in our own words."""

from trials_reading import names_of, read, trial_of

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


def test_a_name_behind_or_has_the_phase_of_its_trial() -> None:
    facts = read(
        "Acme Bio Gives an Update\n\n"
        + _LEAD
        + "It is conducting a global Phase III trial, or SOLAR-2, of ABX-101 for asthma.\n"
    )
    assert trial_of(facts, "ABX-101", "3").trial_name == "SOLAR-2"


def test_a_named_trial_is_not_the_phase_told_beside_it() -> None:
    facts = read(
        "Acme Bio Gives an Update on ABX-101\n\n"
        + _LEAD
        + "ABX-101 is currently being studied in a Phase 1/2 trial in patients with "
        "asthma and other diseases of the lung and, in a global setting, in the registrational SOLAR-2 study with nivolumab for asthma.\n"
    )
    assert {(t.phase, t.trial_name) for t in facts.trial_mentions} == {("1/2", None), (None, "SOLAR-2")}


def test_a_named_trial_with_another_partner_is_another_trial() -> None:
    facts = read(
        "Acme Bio Gives an Update on ABX-101 in Breast Cancer\n\n"
        + _LEAD
        + "The SOLAR trial compared ABX-101 in combination with trastuzumab "
        "to trastuzumab alone in breast cancer. A Phase 3 trial is evaluating ABX-101 in combination with capecitabine in breast cancer.\n"
    )
    assert {(t.phase, t.trial_name) for t in facts.trial_mentions} == {("3", None), (None, "SOLAR")}


def test_a_study_of_another_owner_in_apposition_is_one_trial() -> None:
    facts = read(
        "Acme Bio Completes the ABX-101 Arm in Clear Skies, the Gout Network’s Phase 2/3 Platform Trial for Gout\n\n"
        + _LEAD
        + "The ABX-101 arm of the Network's Clear SkiesSM Phase 2/3 platform trial for gout is complete.\n"
    )
    assert [(t.phase, t.trial_name) for t in facts.trial_mentions] == [("2/3", "Clear Skies")]


def test_a_drug_that_is_named_is_not_the_one_the_release_is_about() -> None:
    facts = read(
        "Acme Bio Awaits a Decision on Zolarin\n\nBOSTON, May 3, 2024 -- Acme Bio, Inc. (Nasdaq: ACMB) expects approval of Zolarin "
        "(lebrikizumab) for eczema this year. The company said it ended a lung cancer study of its experimental drug figitumumab.\n"
    )
    names = names_of(facts)
    assert "stopped" not in {t.status for t in facts.trial_mentions if names[t.compound_ref] != "figitumumab"}


def test_what_runs_beside_a_trial_does_not_tell_of_it() -> None:
    facts = read(
        "Acme Bio Gives an Update on ABX-101\n\n"
        + _LEAD
        + "Enrollment continues in the Phase 3 trial of ABX-101 in asthma. In addition to the Phase 3 trial in asthma, ABX-101 "
        "has completed Phase 2 trials in gout.\n"
    )
    assert trial_of(facts, "ABX-101", "3").status == "ongoing"


def test_unnamed_news_goes_to_the_trial_told_before_it() -> None:
    facts = read(
        "Acme Bio's Phase 3 SOLAR Trial of ABX-101 Met Its Goal\n\n"
        + _LEAD
        + "First Phase 3 results of ABX-101 showed a benefit. Acme is also investigating ABX-101 in Phase 3 trials in asthma, "
        "SOLAR-2 and LUNAR.\n"
    )
    assert {t.trial_name: t.status for t in facts.trial_mentions} == {
        "SOLAR": "reported",
        "SOLAR-2": "ongoing",
        "LUNAR": "ongoing",
    }


def test_a_named_study_of_two_own_medicines_is_of_the_first() -> None:
    facts = read(
        "Acme Bio Gives an Update on ABX-101 and ABX-202\n\n"
        + _LEAD
        + "ABX-202 is its second antibody. SOLAR is a randomized Phase 2 study designed to assess ABX-101 and ABX-202 in asthma.\n"
    )
    assert trial_of(facts, "ABX-101", "2").trial_name == "SOLAR"


def test_it_means_what_the_sentence_before_defines() -> None:
    facts = read(
        "Acme Bio Buys Zolarin\n\nBOSTON, May 3, 2024 -- Acme Bio, Inc. (Nasdaq: ACMB) today bought ABX-101 and ABX-202, its medicines for gout. "
        "ABX-101 is a fixed combination of ABX-202 and an oil. It has by now completed its last Phase III clinical trials.\n"
    )
    assert trial_of(facts, "ABX-101", "3").status == "completed"


def test_a_study_of_another_kind_is_one_more() -> None:
    facts = read(
        "EMA Accepts Application for ABX-101\n\n"
        + _LEAD
        + "In April Acme announced positive top-line results from a confirmatory clinical study "
        "of ABX-101 in asthma. In May it announced positive results from a pharmacokinetic study of ABX-101 in healthy adults.\n"
    )
    assert [t.status for t in facts.trial_mentions] == ["reported", "reported"]


def test_a_word_of_the_laboratory_far_off_is_of_another_thing() -> None:
    facts = read(
        "Acme Bio Starts Its Next Trial\n\n"
        + _LEAD
        + "In addition, Acme has also initiated a clinical trial for its second antibody, ABX-202, "
        "which has different binding characteristics and was invented by many hands in a long work with its next generation VelocAcme "
        "technology of humanized mouse cells.\n"
    )
    names = names_of(facts)
    assert ("ABX-202", "started") in {(names[t.compound_ref], t.status) for t in facts.trial_mentions}


def test_clinical_data_told_without_a_trial_are_of_one() -> None:
    facts = read(
        "Acme Bio Reports Positive Three-Year Antibody Persistence Data for its Vaccine ABX-101\n\nBOSTON, May 3, 2024 -- Acme Bio, Inc. "
        "(Nasdaq: ACMB) today reported positive antibody persistence data two years after the second dose of its measles vaccine ABX-101.\n"
    )
    assert [t.status for t in facts.trial_mentions] == ["reported"]


def test_names_in_brackets_behind_each_disease_share_the_phase() -> None:
    facts = read(
        "Acme Bio Gives an Update on ABX-101\n\n"
        + _LEAD
        + "The pivotal SOL-AD2 trial of ABX-101 goes on. ABX-101 is currently in Phase 3 development for the treatment of patients with "
        "atopic dermatitis (SOL-AD) and in adults and adolescents who have vitiligo (SOL-V).\n"
    )
    assert ("3", "SOL-V") in {(t.phase, t.trial_name) for t in facts.trial_mentions}


def test_a_trial_of_one_medicine_is_not_the_next_deed_of_another() -> None:
    facts = read(
        "Acme Bio Applauds an Order on ABX-101\n\n"
        + _LEAD
        + "The company is currently conducting three Phase 2 trials for ABX-202 and preparing for the advancement of ABX-101 this year.\n"
    )
    names = names_of(facts)
    assert {names[t.compound_ref] for t in facts.trial_mentions} == {"ABX-202"}


def test_the_sentence_behind_says_whose_a_named_study_is() -> None:
    facts = read(
        "Acme Bio's ABX-101 and ABX-202 Allowed for Prevention of Gout\n\nBOSTON, May 3, 2024 -- Acme Bio, Inc. (Nasdaq: ACMB) said that its "
        "antibodies ABX-101 and ABX-202 are allowed. The decision is based on data from SOLAR-2, a study conducted with many partners. "
        "In this placebo-controlled Phase 3 study, ABX-101 reduced the risk of gout by half.\n"
    )
    assert trial_of(facts, "ABX-101", "3").trial_name == "SOLAR-2"


def test_a_long_form_in_brackets_does_not_part_a_name_from_its_phase() -> None:
    facts = read(
        "Acme Bio Announces New SOLAR Analysis of ABX-101\n\n"
        + _LEAD
        + "The SOLAR study of ABX-101 went on. SOLAR (Study of Outcomes in Lungs After a Rather long time with an antibody in many people), "
        "a multinational Phase 3 randomized trial, was designed to evaluate ABX-101 in asthma.\n"
    )
    assert [(t.phase, t.trial_name) for t in facts.trial_mentions] == [("3", "SOLAR")]


def test_a_study_in_planning_is_not_the_one_that_was_completed() -> None:
    facts = read(
        "Acme Bio Announces Year-End Results\n\n"
        + _LEAD
        + "Much was done. More was thought of. The year was long. It was also good. Acme grew. Acme hired. "
        "ACM007 is a new Phase Ib/Randomized Phase II open label study of ABX-101 in asthma, which is planned to start in 2025. "
        "A journal printed results of a Phase I/II clinical study of ABX-101 in asthma that was completed long ago.\n"
    )
    assert {(t.trial_name, t.phase, t.status) for t in facts.trial_mentions} >= {
        ("ACM007", "1/2", "planned"),
        (None, "1/2", "reported"),
    }


def test_a_number_of_trials_is_the_sum_of_its_list() -> None:
    facts = read(
        "Acme Bio Gives an Update on ABX-101\n\n"
        + _LEAD
        + "It is currently conducting three Phase 2 clinical trials for ABX-101. ABX-101 is in three Phase 2 clinical trials, being evaluated as "
        "(1) a first therapy for gout, (2) a second therapy for lupus and (3) a rescue for psoriasis.\n"
    )
    assert len(facts.trial_mentions) == 3


def test_a_combination_trial_beside_the_monotherapy_trial_is_another() -> None:
    facts = read(
        "Acme Bio Announces First Results of ABX-101\n\n"
        + _LEAD
        + "In addition to the Phase 2 trial in asthma, the ABX-101 clinical program includes a Phase 3 trial in gout, a Phase 2 trial in "
        "combination with nivolumab in asthma, and a Phase 1/2 trial in lupus.\n"
    )
    told = {(t.phase, bool(t.combination_refs)) for t in facts.trial_mentions}
    assert told == {("2", False), ("3", False), ("2", True), ("1/2", False)}


def test_a_registry_number_told_apart_from_its_phase_is_of_the_trial_in_that_disease() -> None:
    facts = read(
        "Acme Bio Doses First Asthma Patient With ABX-101 in a New Phase 1/2 Trial\n\n"
        + _LEAD
        + "The asthma study is on ClinicalTrials.gov, ID NCT06613999. A Phase 1 study of ABX-101 in psoriasis (NCT04836999) ended.\n"
    )
    assert {(t.phase, t.nct_id) for t in facts.trial_mentions} == {("1/2", "NCT06613999"), ("1", "NCT04836999")}


def test_the_endpoint_of_a_phase_is_of_a_part() -> None:
    facts = read(
        "Acme Bio Publishes Phase 1/2 Data of ABX-101\n\n"
        + _LEAD
        + "Data came from the Phase 1/2 SOLAR trial of ABX-101 in asthma. "
        "The primary endpoint for Phase 2 is response.\n"
    )
    assert [(t.phase, t.trial_name) for t in facts.trial_mentions] == [("1/2", "SOLAR")]


def test_a_number_of_candidates_in_a_phase_is_not_the_one_spoken_of() -> None:
    facts = read(
        "Acme Bio Names an Adviser on ABX-101\n\n"
        + _LEAD
        + "Acme has three clinical-stage candidates, including a Phase 2 trial for gout. In total it counts 25 products in final Phase III trials.\n"
    )
    assert facts.trial_mentions == ()


def test_the_days_of_a_conference_that_is_to_be_held_are_those_of_its_data() -> None:
    facts = read(
        "Acme Bio to Present at a Conference\n\nBOSTON, August 3, 2024 -- Acme Bio, Inc. (Nasdaq: ACMB) today announced two presentations at "
        "the Asthma XII conference, to be held September 29 through October 2, 2024 in Rome. The presentations will highlight safety data "
        "from clinical studies of ABX-101, its asthma antibody.\n"
    )
    (trial,) = facts.trial_mentions
    assert (str(trial.window_start), str(trial.window_end)) == ("2024-09-29", "2024-10-02")


def test_human_trials_that_are_expected_are_planned() -> None:
    facts = read(
        "Acme Bio Partners for the Development of ABX-101\n\n"
        + _LEAD
        + "This is a step toward human clinical trials, expected to begin in the first half of 2026.\n"
    )
    assert [t.status for t in facts.trial_mentions] == ["planned"]
