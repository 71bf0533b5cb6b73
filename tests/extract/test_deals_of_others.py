"""Deals that two other companies have with each other are none of the issuer's, nor of the company a story is about."""

import pytest
from deal_releases import facts_of, name_of, partners_of

HEADLINE = "Norvita Pharma Reports Phase 2 Results of KLM-204"
LEAD = "Norvita Pharma AG today announced results of its Phase 2 trial of KLM-204 in adults with kidney disease."
MORE = "The company will speak about the results at a congress in Basel in June. Doctors and patients have waited for them."

OTHERS = {
    "a purchase under way": "Kelmora Biosciences, Inc. is acquiring Betamed Pharmaceuticals.",
    "a purchase of the past": "In recent years Kelmora Biosciences, Inc. acquired Betamed Pharmaceuticals for $8.9 billion.",
    "two purchases": "Last year Kelmora Biosciences, Inc. bought Betamed Pharmaceuticals for $2 billion, and Zanderly Pharma acquired Warner Therapeutics.",
    "which is buying": "Shares rose of Kelmora Biosciences, Inc., which is acquiring Betamed Pharmaceuticals.",
    "a purchase by noun": "Interest in the field grew after Kelmora Biosciences' $5 billion acquisition of Betamed Pharmaceuticals.",
    "a deal signed": "Kelmora Biosciences, Inc. has signed a licensing deal with Betamed Pharmaceuticals.",
    "a licensee's supplier": "Kelmora Biosciences, Inc. operates under a manufacturing agreement with Betamed Pharmaceuticals.",
    "a rival licensed in": "Kelmora Biosciences, Inc. is developing a rival to KLM-204 licensed from Betamed Pharmaceuticals.",
}  # fmt: skip
OWN = {
    "the issuer buys": ("Norvita Pharma acquired Betamed Pharmaceuticals in 2020.", {"Betamed Pharmaceuticals"}),
    "the medicine licensed on": ("Betamed Pharmaceuticals licensed KLM-204 from Kelmora Biosciences, Inc.", {"Betamed Pharmaceuticals", "Kelmora Biosciences, Inc."}),
    "a company that buys the partner": ("In 2021 Zanderly Pharma acquired Betamed Pharmaceuticals, our partner in Japan.", {"Betamed Pharmaceuticals"}),
    "what a bought company has": (
        "Norvita Pharma acquired Betamed Pharmaceuticals in 2020. Betamed Pharmaceuticals collaborates with Kelmora Biosciences, Inc. on antibodies.",
        {"Betamed Pharmaceuticals", "Kelmora Biosciences, Inc."},
    ),
    "the buyer of the issuer": ("Kelmora Biosciences, Inc. will acquire Norvita Pharma.", {"Kelmora Biosciences, Inc."}),
}  # fmt: skip


@pytest.mark.parametrize("sentence", OTHERS.values(), ids=OTHERS)
def test_a_deal_of_two_others_is_not_the_issuers(sentence: str) -> None:
    assert partners_of(facts_of(HEADLINE, LEAD, MORE, sentence)) == set()


@pytest.mark.parametrize(("sentence", "partners"), OWN.values(), ids=OWN)
def test_deals_of_the_issuer_and_of_its_medicine_stay(sentence: str, partners: set[str]) -> None:
    assert partners <= partners_of(facts_of(HEADLINE, LEAD, MORE, sentence))


def test_a_news_story_tells_the_deals_of_those_it_is_about() -> None:
    facts = facts_of(
        "Astora bids $3.5 billion for Kelvia Pharma",
        "(Reuters) - Astora Pharma Inc launched a $3.5 billion hostile bid for Kelvia Pharmaceuticals to gain a drug.",
        "Shares of Kelvia Pharmaceuticals rose by half. Analysts expect more. The move is the latest of many.",
        "In recent years, Takora Pharmaceutical Co Ltd acquired biotech Millenia Pharmaceuticals for $8.9 billion, and Eisora Co Ltd bought MGX Pharma for $3.9 billion.",
        "Another winner is expected to be Abelar Laboratories, which is acquiring Koss Pharmaceuticals Inc.",
    )
    pairs = [
        (name_of(facts, c.company_ref), name_of(facts, c.partner_company_ref)) for c in facts.collaboration_mentions
    ]
    assert pairs == [("Astora Pharma Inc", "Kelvia Pharmaceuticals")]


def test_a_story_whose_headline_names_nobody_tells_all_deals() -> None:
    facts = facts_of(
        "Drug makers pay up for scarce assets",
        "(Reuters) - In the business of medicines, prices rise. Kelmora Biosciences' deal to buy Betamed Pharmaceuticals is one example.",
        "The deal comes on the heels of Zanderly Pharma's $11 billion acquisition in November of Warner Therapeutics, which has a hepatitis drug.",
    )
    assert {"Betamed Pharmaceuticals", "Warner Therapeutics"} <= partners_of(facts)
