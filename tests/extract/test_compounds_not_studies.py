"""Code names and short names that look like the name of a study, or like a plain word with an ending."""

import pytest
from compounds_reading import facts_of, named

from ingest.extract.study_names import is_speakable


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Northbridge Meets FDA on its Lead NMNN-001 Clinical Program in Advanced Ovarian Cancer", "NMNN-001"),
        ("Northbridge Meets FDA on its Lead VALOR-101 Program in Ovarian Cancer", "VALOR-101"),
        ("Northbridge's Eseva-vec Highlighted in Late-Breaking Session", "Eseva-vec"),
        ("Northbridge's Zeva-cel Highlighted in Late-Breaking Session", "Zeva-cel"),
        ("Northbridge Announces Data from Phase 3 HALO Trial of Zeva-Vec in Gout", "Zeva-Vec"),
    ],
)
def test_a_name_of_the_lead_program_and_a_short_form_are_compounds(headline: str, name: str) -> None:
    assert name.lower() in {n.lower() for n in named(facts_of(headline, "told the news today."))}


def test_a_study_stays_a_study() -> None:
    facts = facts_of(
        "Northbridge Reports Results of the VALOR-101 Study", "told results of the VALOR-101 trial of NBX-404 in gout."
    )
    assert named(facts) == {"NBX-404"}


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("FIGHT", True), ("VALOR", True), ("LENGTH", True), ("EMPOWER", True), ("IMNN", False), ("ABCD", False)],
)
def test_what_can_be_spoken(word: str, is_one: bool) -> None:
    assert is_speakable(word) is is_one
