"""Compounds in the wordings of many makers: forms in brackets, new names said like studies, controls and partners of a regimen."""

import pytest
from compounds_reading import facts_of, forms_of, named, whole

FORMS = [
    ({"ZELPIVO", "zelpitinib"}, "ZELPIVO® (zelpitinib tablets) was launched for adults with gout."),
    ({"ZELPIVO", "zelpitinib"}, "ZELPIVO (zelpitinib) tablets was launched for adults with gout."),
    ({"ZELPIVO", "zelpitinib"}, "ZELPIVO™ (zelpitinib ophthalmic solution) 0.75% was approved by the FDA."),
    ({"ZELPIVO", "zelpitinib"}, "ZELPIVO® (zelpitinib extended-release capsules, 40 mg) was launched in Japan."),
    ({"ZELPIVO", "zelotumab"}, "ZELPIVO® (zelotumab injection, for subcutaneous use) was launched in Japan."),
    ({"NBX-4711", "zelpitinib"}, "NBX-4711 (zelpitinib topical system) 5.4% was given to patients with gout."),
    ({"ZELPIVO", "zelpitinib"}, "ZELPIVO® (zelpitinib nasal spray 10 mg) was launched for migraine."),
    ({"ZELPIVO", "zelotumab"}, "ZELPIVO® (zelotumab for injection) was launched for adults with gout."),
]


@pytest.mark.parametrize(("names", "body"), FORMS)
def test_a_substance_with_its_form_in_brackets_is_the_brand(names: set[str], body: str) -> None:
    facts = facts_of("Northbridge Reports News", f"today announced that {body}")
    assert names in forms_of(facts), forms_of(facts)


SAID_LIKE_STUDIES = [
    "Results of the zelotumab study in psoriasis were positive.",
    "It will expand the Zelotumab program. Patients with psoriasis responded.",
    "The Zelotumab trial in psoriasis met its primary endpoint.",
    "The pivotal Zelotumab study in psoriasis met its primary endpoint.",
    "The Zelotumab Phase 3 program in psoriasis is ongoing.",
    "It runs the Zelotumab OLE study in psoriasis.",
]


@pytest.mark.parametrize("words", SAID_LIKE_STUDIES)
def test_a_new_substance_that_is_said_like_a_study_stays_a_compound(words: str) -> None:
    facts = facts_of(
        "Northbridge Announces Positive Results of Zelotumab in Psoriasis", f"today announced results. {words}"
    )
    assert "zelotumab" in {name.lower() for name in named(facts)}


CODES = [
    "Patients treated with Velora improved. The Velora study in psoriasis goes on.",
    "Velora is a monoclonal antibody. The Velora trial in psoriasis goes on.",
]


@pytest.mark.parametrize("words", CODES)
def test_what_patients_are_treated_with_is_no_study(words: str) -> None:
    facts = facts_of(
        "Northbridge Announces Positive Results of Velora in Psoriasis", f"today announced results. {words}"
    )
    assert "Velora" in named(facts)


STUDIES = [
    "The VELORA trial of NBX-4711 in psoriasis met its endpoint. Patients in VELORA improved.",
    "Patients were treated with NBX-4711 in the Velora study. The Velora trial goes on.",
    "The LUCENT-2 trial of NBX-4711 goes on. LUCENT-2 is a study of an antibody.",
]


@pytest.mark.parametrize("words", STUDIES)
def test_a_study_of_a_code_stays_a_study(words: str) -> None:
    facts = facts_of(
        "Northbridge Announces Positive Results of NBX-4711 in Psoriasis", f"today announced results. {words}"
    )
    assert named(facts) == {"NBX-4711"}


def test_a_new_substance_that_is_studied_further_is_a_compound() -> None:
    facts = facts_of("Northbridge Gives Update", "is continuing to study zelotumab in esophageal and gastric cancers.")
    assert named(facts) == {"zelotumab"}


SIDES = [
    ("comparator", "docetaxel", "Patients received NBX-4711 or investigator's choice of docetaxel."),
    ("comparator", "docetaxel", "Patients received NBX-4711 or physician’s best choice of docetaxel or paclitaxel."),
    ("comparator", "paclitaxel", "Patients received NBX-4711 or the investigator’s choice of docetaxel or paclitaxel."),
    ("comparator", "docetaxel", "Patients were randomized to receive NBX-4711 or docetaxel."),
    ("comparator", "docetaxel", "Patients were randomized 2:1 to NBX-4711 or docetaxel."),
    ("comparator", "docetaxel", "Survival was 9 months versus 6 months for those receiving docetaxel."),
    ("comparator", "docetaxel", "More patients responded than those taking docetaxel."),
    ("comparator", "docetaxel", "Patients responded more often than patients in the group treated with docetaxel."),
    ("comparator", "metformin", "Patients were inadequately controlled on stable doses of metformin."),
    ("combination", "docetaxel", "NBX-4711 with or without docetaxel was tested in patients."),
    ("combination", "gemcitabine", "NBX-4711 plus chemotherapy (gemcitabine/cisplatin) was tested."),
    ("combination", "cisplatin", "NBX-4711 plus standard-of-care chemotherapy (gemcitabine and cisplatin) was tested."),
    ("combination", "metformin", "NBX-4711 was given on a background of metformin."),
]


@pytest.mark.parametrize(("role", "name", "words"), SIDES)
def test_controls_and_partners_of_a_regimen(role: str, name: str, words: str) -> None:
    facts = facts_of(
        "Northbridge Announces Positive Results of NBX-4711 in Cancer", f"today announced results. {words}"
    )
    assert whole(facts, name).role == role


def test_what_a_headline_gives_with_or_without_the_subject_is_its_partner() -> None:
    facts = facts_of(
        "Northbridge Doses First Patient in Phase 2 Trial of NBX-4711 With or Without Pembrolizumab",
        "today announced that the first patient was dosed with NBX-4711.",
    )
    assert (whole(facts, "NBX-4711").role, whole(facts, "Pembrolizumab").role) == ("subject", "combination")


def test_patients_who_received_the_subject_or_placebo_make_it_no_control() -> None:
    facts = facts_of(
        "Northbridge Announces Results of NBX-4711", "said that patients received placebo or NBX-4711 for weeks."
    )
    assert whole(facts, "NBX-4711").role == "subject"


KINDS = [
    ("monoclonal_antibody", "zelotumab", "zelotumab is an interleukin-17A antagonist."),
    ("monoclonal_antibody", "zelotumab", "zelotumab, an interleukin-13 inhibitor, was given to patients."),
    (None, "NBX-4711", "NBX-4711 is an interleukin-17A antagonist."),
    ("protein", "NBX-4711", "NBX-4711 is a recombinant interleukin-2."),
    ("peptide", "NBX-4711", "NBX-4711 is an oral PCSK9 inhibitor. NBX-4711 is a macrocyclic peptide."),
    ("peptide", "NBX-4711", "NBX-4711 is a lipopeptide antibiotic."),
]


@pytest.mark.parametrize(("kind", "name", "words"), KINDS)
def test_what_blocks_a_protein_is_none_and_a_kind_that_is_said_beats_a_guess(
    kind: str | None, name: str, words: str
) -> None:
    assert whole(facts_of("Northbridge Gives Update", f"said that {words}"), name).modality == kind


STAGES = [
    ("filed", "NBX-4711 is currently being reviewed for approval by the FDA."),
    ("filed", "NBX-4711, which is currently being reviewed by the EMA, is a pill."),
    ("filed", "NBX-4711 is before the FDA and the decision is awaited."),
    ("filed", "NBX-4711 has a PDUFA date in June."),
    ("preclinical", "NBX-4711 was effective in a neutropenic rabbit pneumonia model."),
    ("preclinical", "NBX-4711 was active in a hamster infection model."),
    ("preclinical", "NBX-4711 was active in patient-derived organoid models."),
    (
        "filed",
        "The company told of the initiation of a Biologics License Application with the FDA for approval of NBX-4711.",
    ),
    ("approved", "NBX-4711 is a prescription medicine used to treat gout."),
    ("approved", "NBX-4711 is an injectable prescription medicine for adults with gout."),
]


@pytest.mark.parametrize(("stage", "words"), STAGES)
def test_words_that_tell_how_far_a_compound_has_come(stage: str, words: str) -> None:
    assert whole(facts_of("Northbridge Gives Update", f"said that {words}"), "NBX-4711").development_stage == stage


NO_STAGE = [
    "The safety of NBX-4711 is being reviewed by a committee.",
    "Patients may ask their doctor for a prescription medicine.",
    "NBX-4711 could become a prescription medicine for gout.",
]


@pytest.mark.parametrize("words", NO_STAGE)
def test_words_that_tell_no_stage(words: str) -> None:
    facts = facts_of("Northbridge Gives Update on NBX-4711", f"said this. {words}")
    assert whole(facts, "NBX-4711").development_stage is None


def test_two_products_of_one_substance_stay_two() -> None:
    facts = facts_of(
        "Northbridge Advances NBX-4711",
        "said that NBX-4711 (zelpitinib topical system) 5.4% follows ZELPIVO® (zelpitinib topical system) 1.8%.",
    )
    assert not any({"NBX-4711", "ZELPIVO"} <= forms for forms in forms_of(facts)), forms_of(facts)


SUPPLEMENTS = [
    ("approved", "it has submitted a supplemental Biologics License Application for NBX-4711 to the FDA."),
    ("approved", "the FDA accepted its sNDA for NBX-4711."),
    ("approved", "a supplemental New Drug Application for NBX-4711 has been accepted by the FDA."),
    ("filed", "it has submitted a Biologics License Application for NBX-4711 to the FDA."),
    ("filed", "the FDA accepted its NDA for NBX-4711."),
    (None, "it intends to submit a supplemental Biologics License Application for NBX-4711."),
]


@pytest.mark.parametrize(("stage", "words"), SUPPLEMENTS)
def test_only_what_is_approved_has_an_application_that_supplements(stage: str | None, words: str) -> None:
    facts = facts_of("Northbridge Gives Update on NBX-4711", f"today announced that {words}")
    assert whole(facts, "NBX-4711").development_stage == stage


def test_a_code_that_could_be_spoken_is_what_patients_received_and_no_study() -> None:
    facts = facts_of(
        "Northbridge Reports Results of the PALMYRA Trial",
        "said that among patients who received REBA-EB3 early, most survived. Of all patients given REBA-EB3, few had fever. "
        "The REBA-EB3 trial was held in two countries.",
    )
    assert "REBA-EB3" in {name.name for name in facts.compound_names}
