"""Roles of what is given beside the subject, and of the compounds of a report of talks."""

import pytest
from compounds_reading import facts_of, whole


@pytest.mark.parametrize(
    "words",
    [
        "A combination study involving Vestrizumab is planned.",
        "It is intended to be used with vestrizumab.",
        "NBX-404 works synergistically with vestrizumab.",
        "NBX-404 is designed to be given with vestrizumab.",
        "Combination regimens like vestrizumab may follow.",
        "A combination trial with vestrizumab has begun.",
    ],
)
def test_what_is_given_beside(words: str) -> None:
    body = f"reported data of NBX-404, its antibody for melanoma. {words}"
    name = "Vestrizumab" if "Vestri" in words else "vestrizumab"
    assert whole(facts_of("Northbridge Reports Data of NBX-404", body), name).role == "combination"


def test_exposure_is_no_prior_therapy() -> None:
    body = "reported data of NBX-404. Outcomes after exposure to Kirazivir® during pregnancy were good. Kirazivir® is sold."
    assert whole(facts_of("Northbridge Reports Data of NBX-404", body), "Kirazivir").role != "comparator"


@pytest.mark.parametrize(
    "headline",
    [
        "New Data from Northbridge's Antiviral Program to be Presented at CROI 2024",
        "Additional Data from Northbridge Pipeline to Be Featured at the ESMO Congress",
        "Late-Breaking Data to be Showcased at the Congress of Rheumatology",
    ],
)
def test_talks_are_about_all_compounds_with_news(headline: str) -> None:
    body = (
        "announced its talks at the congress. They include data from the Phase 3 DAWN trial of NBX-404 in gout"
        " and results of the Phase 2 trial of NBX-505 in lupus."
    )
    facts = facts_of(headline, body)
    assert {whole(facts, name).role for name in ("NBX-404", "NBX-505")} == {"subject"}
