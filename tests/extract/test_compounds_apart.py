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
