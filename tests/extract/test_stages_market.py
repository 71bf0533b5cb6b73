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
