"""Which names of a release mean one substance, and names that only a headline or a mark gives away."""

import pytest
from compounds_reading import facts_of, forms_of, named, whole

TOGETHER = [
    ({"eftilagimod alpha", "efti"}, "eftilagimod alpha (“efti”) was well tolerated in patients. Efti is given weekly."),
    ({"NBX-4711", "KR-DM7"}, "NBX-4711 was known in development as KR-DM7 and was well tolerated."),
    ({"Zolvexia", "B-VOQ"}, "the medicine Zolvexia, known in development as B-VOQ, is sold."),
    ({"NBX-4711", "KorXQ"}, "NBX-4711, that was developed as KorXQ, was well tolerated in patients."),
    ({"NBX-4711", "ZQ88123"}, "its drug NBX-4711 is developed under the code ZQ88123 in Japan."),
    ({"NBX-4711", "Zolvexia"}, "NBX-4711 is sold in Japan under the brand name Zolvexia."),
    ({"NBX-4711", "RELYVRO", "ALBRIOQO"}, "NBX-4711 (RELYVRO/ALBRIOQO) was well tolerated in patients."),
    ({"obeticholic acid", "OCA"}, "obeticholic acid (OCA) was well tolerated in patients."),
    ({"vilobelimab", "GOHIVEC"}, "vilobelimab (GOHIVEC) was well tolerated in patients."),
    ({"KAPVEXA", "kapvatinib"}, "KAPVEXA® 100 mg (kapvatinib) was launched."),
    ({"anito-cel"}, "anito-cel was given to patients with myeloma."),
    ({"zorli-cel", "zorlitagene autoleucel"}, "zorli-cel (zorlitagene autoleucel) was given to patients."),
    ({"NBX-4711", "efsitoga"}, "NBX-4711 (efsitoga) was given to patients."),
    ({"Ocalvira"}, "Ocalvira remains available for adults with gout."),
]


@pytest.mark.parametrize(("names", "body"), TOGETHER)
def test_words_that_give_a_second_name_join_it(names: set[str], body: str) -> None:
    facts = facts_of("Northbridge Reports Its Quarter", f"today announced that {body}")
    assert any(names <= forms for forms in forms_of(facts)), forms_of(facts)


INTRODUCED = [
    ("Luvelfa", "Northbridge Announces Topline Results for Luvelfa", "said that 32% of patients responded."),
    ("Trivexa", "Northbridge Doses First Patient in Phase 2 Study of Trivexa for Control of CMV", "said so."),
    ("Trivexa", "Northbridge Gives Update", "is developing Trivexa for the prevention of gout."),
    ("zorfy", "Northbridge Files zorfy® in China", "said that zorfy® was filed for anaphylaxis."),
]


@pytest.mark.parametrize(("name", "headline", "body"), INTRODUCED)
def test_a_new_product_is_found_by_a_headline_a_mark_or_its_development(name: str, headline: str, body: str) -> None:
    facts = facts_of(headline, body)
    assert name in named(facts)
    assert whole(facts, name).role == "subject"


NO_NAME = [
    ("Northbridge Announces Results for Women in Phase 2 Trial", "said that NBX-4711 was well tolerated."),
    ("Northbridge Reports Data on NBX-4711", "said that NBX-4711 acts on glucagon-like peptide-1 and progesterone receptors."),
    ("Northbridge Reports Data on NBX-4711", "said that NBX-4711 is developed as a tablet."),
    ("Northbridge Reports Data on NBX-4711", "said that the Consolidova is approved by its shareholders."),
    ("Northbridge Reports Data on NBX-4711", "said that NBX-4711 kills S. pneumoniae."),
    ("Northbridge Reports Data on NBX-4711", "said that NBX-4711 is a GIP/Glucagon Receptor Agonist."),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "body"), NO_NAME)
def test_ordinary_words_in_the_same_places_are_no_names(headline: str, body: str) -> None:
    assert forms_of(facts_of(headline, body)) == {frozenset({"NBX-4711"})}
