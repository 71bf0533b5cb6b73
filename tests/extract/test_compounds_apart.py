"""What a release sets against its compound stays apart from it, and studies, places and boards are no medicines."""

import pytest
from compounds_reading import facts_of, forms_of, named, whole


def test_a_reference_product_is_neither_a_name_of_the_biosimilar_nor_what_the_release_is_about() -> None:
    facts = facts_of(
        "Northbridge Receives Positive CHMP Opinion for Tofivance™ (tocilizumab), a Biosimilar Referencing RoActemra",
        "said that the CHMP adopted a positive opinion for Tofivance (tocilizumab), a biosimilar referencing RoActemra.",
    )
    assert forms_of(facts) == {frozenset({"Tofivance", "tocilizumab"}), frozenset({"RoActemra"})}
    assert whole(facts, "Tofivance").role == "subject"
    assert whole(facts, "RoActemra").role == "comparator"


def test_a_brand_that_beats_its_plain_ingredient_does_not_bear_its_name() -> None:
    facts = facts_of(
        "FDA Approves Broader Label of Exparel", "said that Exparel showed four days of superiority versus bupivacaine."
    )
    assert {frozenset({"Exparel"}), frozenset({"bupivacaine"})} == forms_of(facts)
    assert whole(facts, "bupivacaine").role == "comparator"


def test_what_a_lead_sentence_compares_with_is_not_what_the_release_is_about() -> None:
    facts = facts_of(
        "Northbridge Announces Results",
        "today announced results of a Phase 3 trial of NBX-4711 compared to once-daily insulin degludec in diabetes.",
    )
    assert whole(facts, "insulin degludec").role == "comparator"
    assert whole(facts, "NBX-4711").role == "subject"


NO_COMPOUND = [
    ("IN46218", "of South Bend, IN46218 gave an update on NBX-4711."),
    ("NBX-COM-202", "said that NBX-4711 is tested. The NBX-COM-202 Clinical Study goes on."),
    ("LDOS906", "said that NBX-4711 is tested. A trial in dengue (LDOS906) goes on."),
    ("HER2CLIMB", "said that the pivotal HER2CLIMB trial of NBX-4711 met its goal. HER2CLIMB enrolled 612 patients."),
]


@pytest.mark.parametrize(("name", "body"), NO_COMPOUND)
def test_studies_and_postal_codes_are_no_compounds(name: str, body: str) -> None:
    assert name not in named(facts_of("Northbridge Gives Update on NBX-4711", body))


NOT_APPROVED = [
    ("Safety Board Approves Simultaneous Enrollment in Cohort 3 of NBX-4711", "said so."),
    ("Northbridge Gives Update on NBX-4711", "said NBX-4711 joins four biosimilars, two of which are approved."),
    ("Northbridge Gives Update on NBX-4711", "said regulators approved NBX-4711’s first-in-human study."),
    ("Northbridge Gives Update on NBX-4711", "said the FDA approved a Phase 2 trial of NBX-4711."),
]


@pytest.mark.parametrize(("headline", "body"), NOT_APPROVED)
def test_what_a_board_or_another_has_is_no_approval_of_the_compound(headline: str, body: str) -> None:
    assert whole(facts_of(headline, body), "NBX-4711").development_stage != "approved"


MEASURED = [
    "The study showed that ultra rapid lispro gave similar reductions compared to Humalog® (insulin lispro).",
    "In the trial ultra rapid lispro was non-inferior to Humalog. Humalog (insulin lispro) is sold.",
    "In the trial ultra rapid lispro worked faster than Humalog. Humalog (insulin lispro) is sold.",
    "Patients given ultra rapid lispro had lower peaks versus those receiving Humalog (insulin lispro).",
]


@pytest.mark.parametrize("words", MEASURED)
def test_a_new_form_is_not_the_brand_that_it_is_measured_against(words: str) -> None:
    facts = facts_of(
        "Northbridge's ultra rapid lispro Gives Good Results",
        f"said patients treated with ultra rapid lispro improved. {words}",
    )
    assert not any("Humalog" in forms and any("rapid" in f for f in forms) for forms in forms_of(facts)), forms_of(
        facts
    )
    assert whole(facts, "Humalog").role == "comparator"
    assert whole(facts, "ultra rapid lispro").role == "subject"


NEW_FORMS = [
    "NBX-103 (lidocaine topical system) 5.4%, a next-generation formulation of ZTlido with thrice the dose, relieves pain.",
    "NBX-103 (lidocaine topical system), a new formulation of ZTlido, relieves pain.",
    "NBX-103 (lidocaine patch) is an improved version of its marketed ZTlido.",
    "NBX-103 (lidocaine), a novel, water-free version of the approved ZTlido, relieves pain.",
]


@pytest.mark.parametrize("words", NEW_FORMS)
def test_a_new_form_is_not_the_brand_that_it_comes_from(words: str) -> None:
    facts = facts_of("Northbridge Gives Update on NBX-103 in Pain", f"today said that {words}")
    assert not any({"NBX-103", "ZTlido"} <= forms for forms in forms_of(facts)), forms_of(facts)
    assert (whole(facts, "NBX-103").role, whole(facts, "ZTlido").role == "subject") == ("subject", False)


ONE = [
    ({"Humalog", "insulin lispro"}, "Humalog® (insulin lispro) was superior to insulin glargine in the trial."),
    ({"Humalog", "insulin lispro"}, "Humalog was approved. More than half of all who use insulin lispro are adults."),
    ({"ZTlido", "lidocaine"}, "ZTlido is a topical formulation of lidocaine for pain."),
    ({"ZTlido", "lidocaine"}, "it sells ZTlido. The topical form of ZTlido holds lidocaine for pain."),
]


@pytest.mark.parametrize(("names", "words"), ONE)
def test_a_brand_and_its_substance_stay_one(names: set[str], words: str) -> None:
    assert any(names <= forms for forms in forms_of(facts_of("Northbridge Gives Update", f"said that {words}")))


def test_a_release_is_about_a_substance_in_a_new_form() -> None:
    headline = "Northbridge to Develop a Novel Freeze-Dried Formulation of Lidocaine"
    assert whole(facts_of(headline, "today said that lidocaine is known."), "Lidocaine").role == "subject"


SAID_OF_IT = [
    "Zelotumab was given to patients. It is also known as NBX-4712.",
    "Zelotumab was given to patients. The drug was formerly called NBX-4712.",
    "Zelotumab was given to patients. The antibody has also been referred to as NBX-4712.",
    "Zelotumab was given to patients. It was previously known as NBX-4712.",
    "Zelotumab is also known as NBX-4712.",
]


@pytest.mark.parametrize("words", SAID_OF_IT)
def test_a_sentence_of_its_own_tells_another_name(words: str) -> None:
    facts = facts_of("Northbridge Gives Update", f"gave news. {words}")
    assert any({"NBX-4712", "Zelotumab"} <= forms for forms in forms_of(facts)), forms_of(facts)


@pytest.mark.parametrize(
    "words",
    [
        "Zelotumab and NBX-5822 were given to patients. It is also known as NBX-4712.",
        "Zelotumab was given to patients. Asthma is common. It is also known as NBX-4712.",
        "Zelotumab was given to patients. It is not NBX-4712.",
        "Zelotumab was given to patients. The trial is also known as NBX-4712.",
    ],
)
def test_another_name_of_what_is_not_clear_joins_nothing(words: str) -> None:
    facts = facts_of("Northbridge Gives Update", f"gave news. {words}")
    assert not any({"NBX-4712", "Zelotumab"} <= forms for forms in forms_of(facts)), forms_of(facts)


COMPANIES = [
    ("Kirva", "He was formerly CEO of Kirva, a small molecule therapeutics company."),
    ("Kirva", "Before that he led Kirva, a monoclonal antibody biotech."),
    ("Zelva", "He is President of Zelva, an antisense oligonucleotide startup."),
    ("Zelva", "He founded Zelva, a leading cell therapy manufacturer."),
    ("Zelva", "Zelva is a small molecule developer in Boston."),
]


@pytest.mark.parametrize(("name", "words"), COMPANIES)
def test_what_is_told_to_be_a_company_is_no_compound(name: str, words: str) -> None:
    assert name not in named(facts_of("Northbridge Gives Update on NBX-4711", f"gave news. {words}"))


@pytest.mark.parametrize(
    "words",
    [
        "It develops Zelva, a small molecule that blocks pain.",
        "It develops Zelva, a monoclonal antibody developed by a biotech company.",
    ],
)
def test_the_kind_of_a_compound_beside_a_company_stays_one(words: str) -> None:
    assert "Zelva" in named(facts_of("Northbridge Gives Update on NBX-4711", f"gave news. {words}"))
