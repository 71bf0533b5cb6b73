"""Targets and kinds told as in the table of a pipeline: in brackets, behind a dash, in a list that shares its noun."""

import pytest
from compounds_reading import facts_of, targets_of, whole

HEADLINE = "Northbridge Gives Update"
TARGETS = [
    ("pipeline includes CH-101 (Claudin 18.2 ADC, Phase I), CH-205 (CD47xCD20, IND cleared) and others.", "CH-205", {"CD47", "CD20"}),
    ("pipeline includes CH-101 (Claudin 18.2 ADC, Phase I) and CH-300 (KRAS G12D inhibitor, discovery).", "CH-101", {"Claudin 18.2"}),
    ("drug LP-1201 - a DHODH inhibitor - is in Phase 1.", "LP-1201", {"DHODH"}),
    ("drug NBX-4711 is a potent Kv7 channel opener.", "NBX-4711", {"Kv7"}),
    ("drug NBX-4711 is an oligonucleotide that lowers MSH3.", "NBX-4711", {"MSH3"}),
    ("drug NBX-4711 reduced IL6 in the blood of patients.", "NBX-4711", set()),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "targets"), TARGETS)
def test_the_targets_of_a_listed_compound(body: str, name: str, targets: set[str]) -> None:
    assert targets_of(facts_of(HEADLINE, f"today said that its {body}"), name) == targets


def test_a_list_of_targets_shares_its_receptor() -> None:
    facts = facts_of(
        HEADLINE, "is developing NBX-4711, a glucose-dependent insulinotropic polypeptide and GLP-1 receptor agonist."
    )
    assert "glucose-dependent insulinotropic polypeptide receptor" in {
        name for t in facts.target_mentions for name in t.names
    }


KINDS = [
    ("pipeline includes CH-101 (Claudin 18.2 ADC, Phase I).", "CH-101", "antibody_drug_conjugate"),
    ("drug “NBX-4711 for injection”, an EGFR/c-Met bispecific antibody, is new.", "NBX-4711", "bispecific_antibody"),
    ("drug NBX-4711, an actinium-labelled antibody, is new.", "NBX-4711", "radioligand"),
    ("drug NBX-4711, a PPMO exon 51 skipping candidate, is new.", "NBX-4711", "rna"),
    ("drug NBX-4711 - a DHODH inhibitor - is new.", "NBX-4711", "small_molecule"),
    ("drug NBX-4711 (in combination with an antibody) is new.", "NBX-4711", None),
    ("drug NBX-4711, a complement C5 inhibitor, is new.", "NBX-4711", None),
]


@pytest.mark.parametrize(("body", "name", "kind"), KINDS)
def test_the_kind_of_a_listed_compound(body: str, name: str, kind: str | None) -> None:
    assert whole(facts_of(HEADLINE, f"today said that its {body}"), name).modality == kind


def test_a_gene_that_is_an_everyday_word_is_a_target_in_capitals_beside_an_inhibitor() -> None:
    facts = facts_of(HEADLINE, "said that NBX-4711, a KIT inhibitor, met its endpoint. The MET group took NBX-5822.")
    assert targets_of(facts, "NBX-4711") == {"KIT"}
