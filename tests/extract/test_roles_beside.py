"""Roles of what is given beside the subject, and of the compounds of a report of talks."""

import pytest
from compounds_reading import facts_of, whole
from trials_reading import read


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


@pytest.mark.parametrize(
    "headline",
    [
        "Phase 2 Study To Test Combination Of Northbridge's Kiramed And Bayrel's Darolutamide",
        "Northbridge to Study the Combination of Kiramed and Bayrel's Darolutamide",
        "Northbridge Tests Kiramed in Combination with Darolutamide",
    ],
)
def test_what_another_firm_adds_to_a_combination(headline: str) -> None:
    body = "announced a phase 2 study of kiramed in combination with darolutamide in prostate cancer."
    facts = facts_of(headline, body)
    assert whole(facts, "Darolutamide").role == "combination"


@pytest.mark.parametrize(
    "words",
    [
        "It enrols men who have not already received the newer inhibitors such as enzalutamide or abiraterone.",
        "Men who have never received hormonal agents such as enzalutamide or abiraterone may join.",
        "Patients had not previously taken medicines such as enzalutamide and abiraterone.",
    ],
)
def test_what_patients_must_not_have_had(words: str) -> None:
    facts = facts_of("Northbridge on NBX-404", f"announced a phase 2 study of NBX-404 in prostate cancer. {words}")
    assert {whole(facts, name).role for name in ("enzalutamide", "abiraterone")} == {"comparator"}


def test_products_of_other_firms_in_a_newspaper() -> None:
    facts = read(
        "Merkal Shares Plunge After Cholesterol Drug Fails\n\nNEW YORK (Reuters) - Merkal shares tumbled after the drug maker"
        " halted work on torcetrapib because of deaths in a late-stage trial."
        " AstraZeneca's cholesterol drug Crestor gained. Kos markets Niaspan. Schering-Plough, which sells cholesterol"
        " fighters Zetia and Vytorin, rose. Merkal's patent on Lipitor expires soon.\n"
    )
    roles = {name: whole(facts, name).role for name in ("torcetrapib", "Lipitor", "Crestor", "Niaspan", "Vytorin")}
    assert roles == {
        "torcetrapib": "subject", "Lipitor": "own", "Crestor": "background", "Niaspan": "background", "Vytorin": "background",
    }  # fmt: skip
