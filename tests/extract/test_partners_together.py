"""Two companies that announce one agreement, the second without form of law; and what is bought is told as bought."""

import pytest
from deal_releases import agreement_with, facts_of, partners_of

TOGETHER = {
    "the companies have signed": "Norvita Pharma AG and Vertvac today announced that the companies have signed a definitive license agreement for KLM-204.",
    "they have entered": "Norvita Pharma AG (SIX: NORV) and Vertvac announced today that they have entered into a collaboration to find new antibodies.",
    "both companies": "Norvita Pharma AG and Vertvac, a leader in vaccines, today announced that both companies have signed a license agreement for KLM-204.",
    "words between": "Norvita Pharma AG, known as NP outside Switzerland, a company of Basel, B.S., and Vertvac today announced that the companies have signed a license for KLM-204.",
    "have formed": "Norvita Pharma AG and Vertvac have formed a partnership to develop KLM-204.",
    "have expanded": "Norvita Pharma AG and Vertvac have expanded their collaboration on KLM-204.",
}  # fmt: skip
ALONE = {
    "researchers": "Norvita Pharma AG and Researchers today announced that they have found a way to treat kidneys with KLM-204.",
    "the chairman": "Norvita Pharma AG and Chairman Jane Roe today announced that they will meet in Basel.",
    "a medicine": "Norvita Pharma AG announced that KLM-204 and KLM-305 have entered the clinic together.",
    "a place": "Norvita Pharma AG of Bern and Basel today announced data of KLM-204.",
}
BOUGHT = {
    "would acquire rights to a brand": "the companies have signed an agreement under which Norvita would acquire the U.S. rights to the ZENTIL brand",
    "will acquire a business": "the companies have entered into an agreement under which Norvita will acquire Vertvac’s aqua business",
    "agreed to acquire assets": "the companies signed an agreement under which Norvita agreed to acquire certain assets",
    "to acquire all rights": "the companies have signed an agreement for Norvita to acquire all rights to KLM-204",
    "to acquire a portfolio": "they have signed an agreement for Norvita to acquire a portfolio of kidney medicines",
}
LICENSED = {
    "rights to develop": "they have signed a license agreement under which Norvita would acquire rights to develop and commercialize KLM-204",
    "exclusive rights": "they have signed a license agreement under which Norvita will acquire exclusive rights to KLM-204 in Japan",
}


@pytest.mark.parametrize("lead", TOGETHER.values(), ids=TOGETHER)
def test_the_second_who_announces_is_a_partner_whatever_its_name(lead: str) -> None:
    assert partners_of(facts_of("Norvita Pharma Signs Agreement", lead)) == {"Vertvac"}


def test_two_of_a_headline_are_partners() -> None:
    facts = facts_of(
        "Norvita Pharma and Vertvac Announce Collaboration",
        "Norvita Pharma AG today announced a collaboration on KLM-204.",
    )
    assert partners_of(facts) == {"Vertvac"}


@pytest.mark.parametrize("lead", ALONE.values(), ids=ALONE)
def test_who_announces_alone_has_no_partner(lead: str) -> None:
    assert not partners_of(facts_of("Norvita Pharma Goes On", lead))


@pytest.mark.parametrize("words", BOUGHT.values(), ids=BOUGHT)
def test_rights_and_businesses_that_are_acquired_are_an_acquisition(words: str) -> None:
    facts = facts_of("Norvita Pharma to Grow", f"Norvita Pharma AG and Vertvac today announced that {words}.")
    assert agreement_with(facts, "Vertvac").collaboration_type == "acquisition"


@pytest.mark.parametrize("words", LICENSED.values(), ids=LICENSED)
def test_rights_to_develop_and_exclusive_rights_are_a_license(words: str) -> None:
    facts = facts_of("Norvita Pharma to Grow", f"Norvita Pharma AG and Vertvac today announced that {words}.")
    assert agreement_with(facts, "Vertvac").collaboration_type == "license"


@pytest.mark.parametrize(
    "words", ["will make a cash payment of approximately $40 million to acquire the products at closing", "pays $40 million in cash to buy the brand"]
)  # fmt: skip
def test_what_is_paid_to_acquire_is_the_price(words: str) -> None:
    facts = facts_of(
        "Norvita Pharma to Acquire a Brand",
        "Norvita Pharma AG and Vertvac today announced that the companies have signed an agreement under which Norvita would acquire the ZENTIL brand.",
        f"Norvita {words}.",
    )
    assert agreement_with(facts, "Vertvac").total_usd == 40_000_000
