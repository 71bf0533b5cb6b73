"""Words that seem to tell a stage and tell one of another product, of animals, of a forecast or of a class."""

import pytest
from compounds_reading import facts_of, whole


def _stage(headline: str, body: str, name: str) -> str | None:
    return whole(facts_of(headline, body), name).development_stage


_TWO = "Northbridge Reports Progress with BRX-100 and BRX-200"


@pytest.mark.parametrize(
    "body",
    [
        "said that the FDA accepted a BLA for BRX-100 in gout and a supplemental BLA for BRX-200 in lupus.",
        "announced that the FDA has accepted an sNDA for BRX-200 and the NDA for BRX-100.",
        "announced today that the FDA accepted the NDA for BRX-100 and the supplemental New Drug Application for BRX-200.",
        "announced that it has submitted a New Drug Application (NDA) for BRX-100 and a supplemental New Drug Application (sNDA) for BRX-200.",
        "said the FDA accepted for review the BRX-200 sNDA and the BRX-100 NDA.",
        "said that the EMA accepted the marketing authorisation application for BRX-100; the FDA accepted the sBLA for BRX-200.",
    ],
)
def test_what_is_supplemental_of_one_is_not_of_the_other(body: str) -> None:
    facts = facts_of(_TWO, body)
    assert whole(facts, "BRX-100").development_stage != "approved"
    assert whole(facts, "BRX-200").development_stage in ("approved", None)


def test_supplemental_applications_of_both() -> None:
    body = "announced that the FDA has accepted the sNDAs for BRX-100 and BRX-200."
    facts = facts_of(_TWO, body)
    assert {whole(facts, name).development_stage for name in ("BRX-100", "BRX-200")} == {"approved"}
    body = "announced that the FDA has accepted the BLAs for BRX-100 and BRX-200."
    facts = facts_of(_TWO, body)
    assert {whole(facts, name).development_stage for name in ("BRX-100", "BRX-200")} == {"filed"}


@pytest.mark.parametrize(
    "words",
    [
        "NBX-404 was conditionally approved by the USDA for dogs with osteosarcoma.",
        "NBX-404 is approved by the USDA for use in cattle.",
        "A form of NBX-404 was approved as a veterinary medicine in 2019.",
        "NBX-404 has been approved in dogs.",
        "Analysts say that NBX-404 sales could reach $1 billion.",
        "Peak sales of NBX-404 are estimated at $500 million.",
        "NBX-404 sales may exceed $2 billion a year by 2030.",
        "NBX-404 could generate annual sales of $1 billion.",
    ],
)
def test_animals_and_forecasts_approve_nothing(words: str) -> None:
    body = f"dosed the first patients with NBX-404 in a Phase 2 trial of patients with osteosarcoma. {words}"
    assert _stage("Northbridge Doses First Patients With NBX-404 in Phase 2 Trial", body, "NBX-404") == "phase_2"


@pytest.mark.parametrize(
    "words",
    [
        "Kiravec, approved by the FDA in 2019, is also used in dogs.",
        "Kiravec sales rose to $2 million in the quarter.",
        "Sales of Kiravec rose to $2 million.",
    ],
)
def test_people_and_figures_do(words: str) -> None:
    assert (
        _stage("Northbridge to Speak on Kiravec", f"will speak on its drug Kiravec for patients. {words}", "Kiravec")
        == "approved"
    )


def test_a_late_stage_candidate_in_phase_2_is_in_phase_2() -> None:
    body = "has dosed the first patient in a Phase 2 trial of NBX-404 in gout. NBX-404 is its late-stage candidate."
    assert _stage("Northbridge Doses First Patient in Phase 2 Trial of NBX-404", body, "NBX-404") == "phase_2"
    body = "spoke on its late-stage candidate NBX-404 for gout."
    assert _stage("Northbridge to Speak on NBX-404", body, "NBX-404") == "phase_3"


@pytest.mark.parametrize(
    "words",
    [
        "clinical and preclinical data on NBX-404",
        "preclinical and clinical data of NBX-404",
        "clinical data and preclinical data of NBX-404",
        "both clinical and non-clinical results of NBX-404",
        "clinical as well as preclinical findings on NBX-404",
    ],
)
def test_clinical_and_preclinical_is_not_preclinical(words: str) -> None:
    assert _stage("Northbridge to Speak on NBX-404", f"will present {words} in gout.", "NBX-404") != "preclinical"


def test_preclinical_stays() -> None:
    body = "presented preclinical data on NBX-404 that support its clinical development in gout."
    assert _stage("Northbridge Presents Data on NBX-404", body, "NBX-404") == "preclinical"


@pytest.mark.parametrize(
    "words",
    [
        "Northbridge receives royalties from sales of Kiravec by Oldham Pharma.",
        "Northbridge earns royalties on net sales of Kiravec.",
        "Royalty revenue from sales of Kiravec was $2 million.",
    ],
)
def test_royalties_that_are_earned_come_from_what_is_sold(words: str) -> None:
    body = f"reported its results for the quarter. {words}"
    assert _stage("Northbridge Reports Third Quarter Results", body, "Kiravec") == "approved"


@pytest.mark.parametrize(
    "words",
    [
        "Northbridge is eligible for royalties from sales of NBX-404.",
        "Northbridge will receive royalties on net sales of NBX-404.",
        "Oldham agreed to pay royalties on future sales of NBX-404.",
    ],
)
def test_royalties_to_come_do_not(words: str) -> None:
    body = f"licensed NBX-404 to Oldham Pharma. {words}"
    assert _stage("Northbridge Licenses NBX-404", body, "NBX-404") != "approved"
