"""Sums as announcements tell them: parts of a sum, a total of what stands before, shares beside cash, money due later."""

import pytest
from deal_releases import agreement_with, facts_of

HEADLINE = "Norvita Pharma Signs Collaboration with Kelmora Biosciences"
LEAD = "Norvita Pharma AG today announced a collaboration with Kelmora Biosciences, Inc. for KLM-204."
SUMS = {
    "parts of the sum before and a total": (
        "Kelmora will pay $1.35 billion upfront. Contingent payments of up to $5.55 billion include $3.8 billion for regulatory milestones "
        "and $1.75 billion for sales-related milestones, which brings the total to up to $6.9 billion.",
        (1.35e9, 5.55e9, 6.9e9),
    ),
    "a total behind the milestones": (
        "Kelmora will pay $185 million upfront. Norvita is eligible for milestones of up to $563 million for a total of up to $748 million.",
        (185e6, 563e6, 748e6),
    ),
    "cash beside shares": (
        "Under the agreement, Kelmora pays $72 million in cash and makes an equity investment of $113 million upfront.",
        (72e6, None, None),
    ),
    "money that is due when a trial begins": (
        "Norvita receives $25 million upfront from Kelmora, and a further $30 million when a Phase 3 trial begins.",
        (25e6, 30e6, None),
    ),
    "what of the price is paid first": (
        "The total consideration is $72 million, of which $60 million is paid at closing.",
        (60e6, None, 72e6),
    ),
    "soon and later in one sentence": (
        "Norvita will receive $45 million in upfront and near-term payments and is eligible for $600 million in milestones from Kelmora.",
        (45e6, 600e6, None),
    ),
    "cash and royalties": (
        "Norvita will pay Kelmora $5 million and low single-digit royalties on sales.",
        (5e6, None, None),
    ),
    "if a product meets its targets": (
        "Norvita receives $25 million upfront and will be paid up to $60 million if the product meets sales targets.",
        (25e6, 60e6, None),
    ),
    "at closing and later": (
        "Norvita will receive $10 million in cash at closing and is eligible to earn up to an additional $25 million in milestones from Kelmora.",
        (10e6, 25e6, None),
    ),
    "what milestones enable": (
        "Norvita receives $10 million upfront from Kelmora. Additional milestones will enable Norvita to earn up to an extra $25 million.",
        (10e6, 25e6, None),
    ),
    "shares as the price": (
        "Kelmora will issue $10 million in Kelmora shares to Norvita upon execution. Further milestones could bring up to another $25 million in shares.",
        (10e6, 25e6, None),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("told", "sums"), SUMS.values(), ids=SUMS)
def test_each_sum_is_what_it_is_paid_for(told: str, sums: tuple[float | None, float | None, float | None]) -> None:
    row = agreement_with(facts_of(HEADLINE, LEAD, told), "Kelmora")
    assert (row.upfront_usd, row.milestones_usd, row.total_usd) == sums


def test_a_brand_that_is_bought_is_no_company_and_its_price_is_the_sellers() -> None:
    facts = facts_of(
        "Norvita Pharma Completes Acquisition of Zantivel",
        "Norvita Pharma AG today announced that it has completed the acquisition of Zantivel (kelopranib) from Kelmora Biosciences, Inc.",
        "Zantivel was acquired for $13.4 billion in cash.",
    )
    assert len(facts.collaboration_mentions) == 1
    assert agreement_with(facts, "Kelmora").total_usd == 13.4e9


def test_news_of_others_tells_the_price_its_parts_and_the_sum_beside_the_buyer() -> None:
    facts = facts_of(
        "Norvita buys heart firm Kelmora for up to $443 million",
        "(Reuters) - Norvita Pharma AG is to buy Kelmora Biosciences, Inc. for as much as $443 million.",
        "Norvita Pharma said it had agreed to buy Kelmora for $12.70 a share, about $323 million in all, which is 88 percent above the last price.",
        "Holders of Kelmora will get contingent value rights of up to $4.70 per share, or $120 million in total.",
    )
    row = agreement_with(facts, "Kelmora")
    assert (row.upfront_usd, row.milestones_usd, row.total_usd) == (323e6, 120e6, 443e6)


def test_news_of_others_tells_the_sum_in_a_sentence_that_names_the_buyer_only() -> None:
    facts = facts_of(
        "Norvita plans two labs upon Kelmora merger",
        "(Reuters) - Norvita Pharma AG will have two labs after its acquisition of Kelmora Biosciences, Inc.",
        "Norvita Pharma said it still plans to complete the acquisition, valued at $68 billion in January, by the end of June.",
    )
    assert agreement_with(facts, "Kelmora").total_usd == 68e9


def test_what_a_fund_provides_to_pay_for_a_trial_is_the_sum_of_its_grant() -> None:
    facts = facts_of(
        "CEPI Funds Vaccine of Norvita Pharma",
        "Norvita Pharma AG today announced that CEPI will provide up to USD 15.4 million to fund a Phase I study of KLM-204.",
    )
    assert agreement_with(facts, "CEPI").total_usd == 15.4e6
