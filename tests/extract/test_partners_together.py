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


DATA = "Norvita Pharma AG and Incello Corporation today announced results of the Phase 2 clinical trial of KLM-204 sponsored by the NIAID."
STANDING = {
    "licensed from": ("KLM-204 is licensed to Norvita from Incello.", "license"),
    "licensed by": ("KLM-204 was licensed by Norvita from Incello in 2019.", "license"),
    "in-licensed": ("Norvita in-licensed KLM-204 from Incello in 2019.", "license"),
    "holds rights": ("Incello holds exclusive rights to KLM-204 in Japan under a license from Norvita.", "license"),
    "developed jointly": ("Norvita and Incello are jointly developing KLM-204.", "codevelopment"),
}


@pytest.mark.parametrize(("sentence", "kind"), STANDING.values(), ids=STANDING)
def test_the_kind_is_told_by_the_agreement_and_not_by_the_data_that_two_announce(sentence: str, kind: str) -> None:
    facts = facts_of("Results of KLM-204", DATA, sentence)
    assert agreement_with(facts, "Incello").collaboration_type == kind


def test_a_trial_collaboration_that_two_announce_is_one() -> None:
    facts = facts_of(
        "Norvita Pharma and Incello Collaborate",
        "Norvita Pharma AG and Incello Corporation today announced a clinical trial collaboration for KLM-204.",
    )
    assert agreement_with(facts, "Incello").collaboration_type == "clinical_trial"


LICENSORS = {
    "licensed to A from B": ("KLM-204, an inhibitor licensed to Norvita Pharma from Incello and marketed in Japan, is approved.", {"Incello"}),
    "exclusively licensed": ("KLM-204 is exclusively licensed to Norvita Pharma from Incello.", {"Incello"}),
    "from the issuer": ("KLM-204 was licensed to Vertvac from Norvita Pharma in 2020.", {"Vertvac"}),
    "discovered by and licensed": ("KLM-204, discovered by Incello and later licensed to Norvita Pharma, is approved.", {"Incello"}),
    "a month is nobody": ("KLM-204 was licensed to Vertvac from January 2021.", {"Vertvac"}),
    "found by people": ("KLM-204 was discovered by Researchers and licensed to hospitals.", set()),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "partners"), LICENSORS.values(), ids=LICENSORS)
def test_from_whom_a_product_is_licensed_needs_no_form_of_law(sentence: str, partners: set[str]) -> None:
    assert (
        partners_of(facts_of("Norvita Pharma Reports Data", "Norvita Pharma AG announced data of KLM-204.", sentence))
        == partners
    )


def test_two_who_announce_data_without_a_form_of_law_are_read() -> None:
    facts = facts_of("Results of KLM-204", "Norvita Pharma AG and Incello announced today first data of KLM-204.")
    assert partners_of(facts) == {"Incello"}
