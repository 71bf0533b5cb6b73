"""Known names with what belongs to them: forms of release, numbers of vaccines, brands that the substance files lack."""

import pytest
from compounds_reading import facts_of, named, whole


def test_the_form_of_release_belongs_to_the_name() -> None:
    facts = facts_of("FDA Rejects Gepirone ER", "today said that the FDA rejected gepirone ER for depression.")
    assert {name.lower() for name in named(facts)} == {"gepirone er"}


def test_the_number_behind_the_mark_of_a_vaccine_belongs_to_its_brand() -> None:
    body = "today said that the panel recommends GARDASIL®9 for adults. After a dose of GARDASIL 9 they were immune."
    facts = facts_of("Panel Votes on GARDASIL®9", body)
    assert {name.replace("®", " ") for name in named(facts)} == {"GARDASIL 9"}


def test_a_vaccine_and_its_older_version_are_two() -> None:
    facts = facts_of("Delay for Prevnar 13", "said that the FDA delays Prevnar 13. Prevnar was introduced long ago.")
    assert named(facts) == {"Prevnar 13", "Prevnar"}


@pytest.mark.parametrize("brand", ["Shingrix", "Lucentis", "Trelegy", "Casgevy", "Comirnaty"])
def test_brands_that_everyone_knows_are_compounds(brand: str) -> None:
    facts = facts_of(f"Northbridge Talks of {brand}", f"today spoke of {brand}.")
    assert named(facts) == {brand}


def test_capital_markets_sell_no_medicine() -> None:
    body = "said that an analyst with Bolder Capital Markets, said he expects NBX-4711 to be approved next year."
    facts = facts_of("Northbridge Waits for NBX-4711", body)
    assert whole(facts, "NBX-4711").development_stage is None


def test_what_one_gave_up_and_another_took_back_goes_on() -> None:
    body = (
        "said that NBX-4711 is under review by the FDA. It regained rights to NBX-4711 after Sano "
        "abandoned development of NBX-4711."
    )
    facts = facts_of("Northbridge Waits for NBX-4711", body)
    assert whole(facts, "NBX-4711").development_stage == "filed"


def test_a_short_known_name_in_a_list_of_sure_ones_is_one_of_them() -> None:
    body = "said that adults had taken metoprolol, propranolol, timolol, atenolol or nadolol before."
    assert {"timolol", "nadolol"} <= named(facts_of("Northbridge Ends Its Trial in Migraine", body))


@pytest.mark.parametrize(
    "words",
    [
        "In Japan, KOLEMVA is the planned trademark for rivotinib.",
        "It sells KOLEMVA® (preservative-free intravenous rivotinib).",
    ],
)
def test_a_trademark_and_its_substance_are_one(words: str) -> None:
    body = f"said that the ministry approved KOLEMVA® Tablets. {words} Outside of Japan, rivotinib is under review."
    facts = facts_of("Northbridge Tells of KOLEMVA®", body)
    assert whole(facts, "KOLEMVA") == whole(facts, "rivotinib")


def test_metabolites_and_parts_of_devices_are_no_compounds() -> None:
    body = (
        "said that NBX-4711 leads to less norcyclobenzaprine, a long-lived metabolite. Its DeepSight AI®-Burn system "
        "is cleared. It was given with 5-fluorouracil."
    )
    assert named(facts_of("Northbridge Tells of NBX-4711", body)) == {"NBX-4711", "5-fluorouracil"}


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("EFX", "said that the addition of EFX to other therapy was safe. Participants treated with EFX got better."),
        ("G-CSF", "said that NBX-4711 is tested in combination with injectable G-CSF."),
        ("T-DXd", "said that NBX-4711 is compared with T-DXd in breast cancer."),
        ("Pfizer-BioNTech COVID-19 Vaccine", "said that the Pfizer-BioNTech COVID-19 Vaccine is in wide use."),
    ],
)
def test_short_names_that_the_vocabulary_lists_need_few_words_around_them(name: str, body: str) -> None:
    assert name in named(facts_of("Northbridge Tells of Its Trial", body))


def test_risks_at_the_end_say_nothing_of_the_part_that_a_compound_plays() -> None:
    body = (
        "today said that sales of NBX-4711 rose and NBX-4712 was launched.\n\nForward-Looking Statements\n\nThis release "
        "contains forward-looking statements on acceptance of NBX-4712 as an alternative to NBX-4711, on the use of "
        "NBX-4712 compared to NBX-4711, and on NBX-4712 versus NBX-4711."
    )
    assert whole(facts_of("Northbridge Reports Its Quarter", body), "NBX-4711").role != "comparator"


def test_mirrored_ingredients_of_a_fixed_combination_are_no_compounds_of_their_own() -> None:
    body = "said that it develops NBX-4711 and NBX-101, (oral D-cycloserine/lurasidone). NBX-101 was safe."
    assert named(facts_of("Northbridge Tells of NBX-4711", body)) == {"NBX-4711", "NBX-101"}


def test_what_a_new_molecule_is_made_from_is_no_compound() -> None:
    body = "said that NBX-4711, a proprietary deuterated N, N-dimethyltryptamine molecule, is in a Phase 2 study."
    assert named(facts_of("Northbridge Tells of NBX-4711", body)) == {"NBX-4711"}
