"""Code names that look like something else, and something else that looks like a code name."""

import pytest
from compounds_reading import facts_of, named, whole

from ingest.extract.codes import is_lookalike


@pytest.mark.parametrize("antigen", ["CD3", "CD8A", "CD45RO", "CD44v6", "CD371", "CD40L"])
def test_antigens_are_no_code_names(antigen: str) -> None:
    assert is_lookalike(antigen)


def test_numbers_that_no_antigen_has_may_be_code_names() -> None:
    body = "today said that it has dosed the first patient in a Phase 1 trial of its conjugate CD388, unlike CD123."
    facts = facts_of("Northbridge Doses First Patient With CD388", body)
    assert named(facts) == {"CD388"}


def test_a_program_called_by_a_code_is_a_compound_and_no_study() -> None:
    body = "today said that it will present preclinical data on its lead program NBX-1-104."
    facts = facts_of("Northbridge to Present Data on Universal-RAS Program NBX-1-104", body)
    assert named(facts) == {"NBX-1-104"}
    assert whole(facts, "NBX-1-104").role == "subject"


@pytest.mark.parametrize(
    ("headline", "body", "name"),
    [
        (
            "Northbridge Gets Clearance of NB-370 IND Application to Proceed With Phase 1 Clinical Study",
            "NB-370 is the first engineered lysin targeting pathogens that is allowed to enter a human trial.",
            "NB-370",
        ),
        (
            "Northbridge Presents Encouraging Activity for NBX-1-104 and NBX-6-415 at a Conference",
            "– Wider testing of NBX-1-104 as a single agent showed high sensitivity.",
            "NBX-1-104",
        ),
        ("Northbridge Launches breezi", "said that breezi® (olopatrol nasal spray) is in pharmacies.", "breezi"),
    ],
)
def test_codes_and_brands_of_short_releases_are_compounds(headline: str, body: str, name: str) -> None:
    assert name in named(facts_of(headline, body))


def test_in_preclinical_studies_x_names_no_study() -> None:
    body = (
        "receives clearance to begin a Phase 1 trial of Sapo003 in cancer. In preclinical studies, Sapo003 could help."
    )
    assert named(facts_of("Northbridge's Sapo003 to Begin Its Way", body)) == {"Sapo003"}
