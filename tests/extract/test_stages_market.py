"""What is sold, copied, patented or labelled is approved, whoever tells it."""

import pytest
from compounds_reading import facts_of, whole

SOLD = [
    ("Kolem", "revenue should rise, driven by volume from key growth products, including Kolem® and NBX-4711."),
    ("NBX-4711", "revenue should rise, driven by volume from key growth products, including Kolem® and NBX-4711."),
    ("NBX-4711", "its giant-selling NBX-4711 will face rivals."),
    ("NBX-4711", "NBX-4711 loses U.S. patent protection in 2026."),
    ("NBX-4711", "the outlook counts generic competition for NBX-4711."),
    ("NBX-4711", "NBX-4711 is the first novel oral kinase inhibitor approved in China."),
    ("NBX-4711", "growth was led by newer medicines such as NBX-4711."),
]


@pytest.mark.parametrize(("compound", "body"), SOLD)
def test_what_brings_in_money_is_approved(compound: str, body: str) -> None:
    facts = facts_of("Northbridge Gives Guidance on Kolem® and NBX-4711", f"today said that {body}")
    assert whole(facts, compound).development_stage == "approved"


@pytest.mark.parametrize(
    "body",
    [
        "NBX-4711 may become a blockbuster.",
        "a patent protects NBX-4711 until 2040.",
        "NBX-4711 could beat a drug approved in Japan.",
        "NBX-4711 has the potential to be the first oral drug approved for gout.",
    ],
)
def test_what_may_be_sold_one_day_has_no_stage(body: str) -> None:
    facts = facts_of("Northbridge Gives an Update on NBX-4711", f"today said that {body}")
    assert whole(facts, "NBX-4711").development_stage is None


def test_products_of_the_company_s_own_growth_are_its_own() -> None:
    body = (
        "today gave its guidance. Growth is driven by key growth products, including Trulicity, Jardiance and Olumiant."
    )
    facts = facts_of("Northbridge Announces 2025 Guidance", f"{body} " + "It is a company. " * 9)
    assert {whole(facts, name).role for name in ("Jardiance", "Olumiant")} <= {"own", "subject"}


def test_the_label_at_the_end_of_a_release_tells_an_approval() -> None:
    body = (
        "today said that NBX-4711 was studied in a Phase 3 trial in gout.\n\nIndication and Usage for NBX-4711\n\n"
        "NBX-4711 is indicated for adults with lupus.\n\nImportant Safety Information\n\nNBX-4711 is contraindicated in children."
    )
    assert whole(facts_of("Northbridge Tells of NBX-4711", body), "NBX-4711").development_stage == "approved"


def test_an_amendment_of_an_ind_is_no_marketing_application() -> None:
    body = "said that a Phase 3 trial of NBX-4711 began after submission of an Investigational New Drug Application amendment."
    assert whole(facts_of("Northbridge Tells of NBX-4711", body), "NBX-4711").development_stage != "filed"


def test_an_approval_told_in_a_headline_without_the_name_counts() -> None:
    body = "said that COMIRNATY® (COVID-19 Vaccine, mRNA) is for adults. COMIRNATY will be shipped to all who wait."
    facts = facts_of("Northbridge Receives U.S. FDA Approval for Its COVID-19 Vaccine", body)
    assert whole(facts, "COMIRNATY").development_stage == "approved"


ONLY_SPOKEN_OF = [
    "Please see the full U.S. Prescribing Information for NBX-4711 on the website.",
    "The Medication Guide for NBX-4711 tells more.",
    "Northbridge announced a voluntary recall of NBX-4711 in the U.S.",
    "It recalled two lots of NBX-4711 last week.",
    "NBX-4711 (marketed as Kolem in Europe) is a pill.",
    "More than 40 million doses of NBX-4711 have been distributed in 85 countries.",
    "Since its introduction, NBX-4711 has helped millions of patients.",
    "Since the launch of NBX-4711, two million people took it.",
    "The review looked at real-world use of NBX-4711.",
    "Data came from patients who are prescribed NBX-4711.",
]


@pytest.mark.parametrize("words", ONLY_SPOKEN_OF)
def test_a_product_on_sale_that_is_only_spoken_of_is_approved(words: str) -> None:
    facts = facts_of("Northbridge Gives Update on NBX-4711", f"gave news. {words}")
    assert whole(facts, "NBX-4711").development_stage == "approved"


NOT_ON_SALE = [
    "Real-world evidence shows a need for NBX-4711.",
    "NBX-4711 will be marketed as Kolem if approved.",
    "Two million doses of NBX-4711 will be distributed.",
    "Since the introduction of statins, NBX-4711 is the first new idea.",
    "Prescribing information for statins differs from the plan for NBX-4711.",
    "It could be marketed as NBX-4711 one day.",
    "It works on draft prescribing information for NBX-4711.",
    "NBX-4711 is the active ingredient in Kolem®.",
    "Patients recall their time with NBX-4711.",
    "Doses of NBX-4711 were administered to 20 patients.",
]


@pytest.mark.parametrize("words", NOT_ON_SALE)
def test_what_is_not_on_sale_is_not_approved(words: str) -> None:
    facts = facts_of("Northbridge Gives Update on NBX-4711", f"gave news. {words}")
    assert whole(facts, "NBX-4711").development_stage != "approved"
