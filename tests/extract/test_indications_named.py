"""Diseases as releases print them: subtypes stay, lines and stages of treatment go, abbreviations mean what they stand for."""

import pytest
from compounds_reading import facts_of


def _names(body: str) -> set[str]:
    facts = facts_of("Northbridge Reports Data on NBX-4711", f"today said that NBX-4711 {body}")
    return {n.name for n in facts.indication_names}


NAMED = [
    ("was given to patients with previously treated metastatic HER2-positive breast cancer.", "HER2-positive breast cancer"),
    ("was given to patients with Stage III/IV melanoma.", "melanoma"),
    ("was given to patients with KRAS-mutated metastatic colorectal cancer.", "KRAS-mutated metastatic colorectal cancer"),
    ("is studied for the treatment of acute myeloid leukemia.", "acute myeloid leukemia"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name"), NAMED)
def test_a_disease_keeps_its_subtype_and_loses_its_line(body: str, name: str) -> None:
    assert name in _names(body)


def test_an_abbreviation_shares_the_disease_that_introduced_it() -> None:
    facts = facts_of(
        "Northbridge Reports Data on NBX-4711",
        "said that NBX-4711 works in chronic spontaneous urticaria (CSU). In CSU it was well tolerated.",
    )
    refs = {n.name: n.indication_ref for n in facts.indication_names}
    assert refs["CSU"] == refs["chronic spontaneous urticaria"]


@pytest.mark.parametrize("body", ["clears amyloid plaque from the brain.", "was well tolerated; headache was common."])
def test_findings_and_side_effects_are_no_diseases(body: str) -> None:
    assert _names(body) == set()
