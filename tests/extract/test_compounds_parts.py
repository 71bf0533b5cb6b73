"""The parts of a compound: antibody, antigen, payload, linker, platform, vector, test and mechanism."""

import pytest
from compounds_reading import facts_of, parts_of

CONJUGATE = (
    "dosed a patient with NBX-4711, an antibody-drug conjugate. The compound comprises the potent cancer-cell-killing"
    " agent, DM4, attached to its NB7788 FOLR1-targeting antibody by a cleavable linker."
    " Both product candidates, NBX-4711 and NBX-5822, utilize the company's Targeted Payload Delivery (TPD) technology."
)


def test_a_conjugate_shows_its_anatomy() -> None:
    parts = parts_of(facts_of("Northbridge Doses First Patient with NBX-4711", CONJUGATE), "NBX-4711")
    assert parts >= {
        ("antibody", "NB7788"),
        ("antigen", "FOLR1"),
        ("payload", "DM4"),
        ("linker", "cleavable linker"),
        ("platform", "TPD"),
    }


def test_what_both_candidates_use_belongs_to_both() -> None:
    facts = facts_of("Northbridge Doses First Patient with NBX-4711", CONJUGATE)
    assert ("platform", "TPD") in parts_of(facts, "NBX-5822")


PARTS = [
    (("vector", "AAV9"), "NBX-4711, a gene therapy, uses an AAV9 capsid."),
    (("platform", "SynBody"), "NBX-4711 was discovered with our proprietary SynBody® platform."),
    (("mechanism", "selective JAK1 inhibitor"), "NBX-4711 is a selective JAK1 inhibitor."),
]


@pytest.mark.parametrize(("part", "body"), PARTS)
def test_a_part_is_read_from_its_usual_words(part: tuple[str, str], body: str) -> None:
    facts = facts_of("Northbridge Reports Data on NBX-4711", f"today said that {body}")
    assert part in parts_of(facts, "NBX-4711")


def test_a_part_has_a_quote_that_names_it() -> None:
    facts = facts_of("Northbridge Doses First Patient with NBX-4711", CONJUGATE)
    quotes = {e.fact_id: e.quote for e in facts.evidence if e.fact_table == "fct_compound_components"}
    assert all(part.value.lower() in quotes[part.component_fact_id].lower() for part in facts.component_mentions)
