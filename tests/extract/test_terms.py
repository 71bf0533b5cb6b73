"""Terms of agreements: what each amount is paid for, royalty rates, the sums of the row, and what is no term."""

from datetime import date

import pytest
from deal_releases import agreement_with, facts_of, terms_of

from ingest.extract.exchange_rates import usd_on
from ingest.extract.money import find_money
from ingest.extract.terms_amounts import read_component
from ingest.extract.terms_rates import find_royalty

SENTENCES = [
    ("Norvita will pay Kelmora $60 million upfront and up to $540 million in development, regulatory and commercial milestones.",
     ["upfront", "milestones"]),
    ("Kelmora will receive a $30 million upfront payment, a $20 million equity investment and is eligible for up to $1.1 billion in "
     "milestone payments.", ["upfront", "equity", "milestones"]),
    ("The total potential deal value is approximately $1.8 billion, including an upfront payment of $100 million.", ["total", "upfront"]),
    ("Norvita agreed to acquire Kelmora for $38.00 per share in cash, a total equity value of approximately $3.2 billion.", [None, "total"]),
    ("Kelmora is also eligible for sales milestones of up to $250 million and tiered double-digit royalties.", ["sales_milestones"]),
    ("Kelmora can earn up to $120 million in development milestones, up to $80 million in regulatory milestones and up to $300 million "
     "in commercial milestones.", ["development_milestones", "regulatory_milestones", "sales_milestones"]),
    ("Norvita will fund up to $20 million of research costs over three years.", ["cost_share"]),
    ("Norvita will purchase $35 million of Kelmora common stock at a premium.", ["equity"]),
    ("The company was awarded a $4.5 million grant.", ["total"]),
    ("In exchange, Norvita paid a one-time, non-refundable fee of $10 million.", ["upfront"]),
    ("Kelmora could receive more than $2 billion in upfront and potential milestone payments.", ["total"]),
    ("Kelmora earns a $5 million milestone payment following dosing of the first patient.", ["milestones"]),
    ("Norvita will pay an upfront fee of $25 million and near-term milestones of $40 million.", ["upfront", "near_term"]),
    ("Kelmora will receive $10 million in upfront and near-term payments.", ["near_term"]),
    ("The deal, worth up to $1.4 billion, gives Norvita rights to two programs.", ["total"]),
    ("Norvita will pay $200 million in cash at closing plus a contingent value right worth up to $100 million.", ["upfront", "milestones"]),
    ("The purchase price consists of $50 million upfront and up to $100 million in earn-outs.", ["upfront", "milestones"]),
    ("Up to $15 million in future royalties may follow.", ["royalty"]),
    ("Norvita will also pay an option exercise fee of $60 million.", [None]),
    ("Kelmora raised $80 million in a Series B financing.", [None]),
    ("The market for asthma drugs is expected to reach $25 billion by 2030.", [None]),
    ("Milestone revenues for the quarter ended June 30 were $18 million.", [None]),
    ("Kelmora had cash and cash equivalents of $210 million.", [None]),
    ("Three licensing agreements valued at $900 million have been signed.", [None]),
    ("With this payment it has collected a cumulative $495,000.", [None]),
]  # fmt: skip


def _components(sentence: str) -> list[str | None]:
    amounts = find_money(sentence)
    found: list[str | None] = []
    for mine in amounts:
        masked, at = "", 0
        for amount in amounts:
            masked += sentence[at : amount.char_start] + ("⟨M⟩" if amount is mine else "⟨N⟩")
            at = amount.char_end
        read = read_component(masked + sentence[at:])
        found.append(read[0] if read else None)
    return found


@pytest.mark.parametrize(("sentence", "components"), SENTENCES, ids=[s[:60] for s, _ in SENTENCES])
def test_an_amount_is_read_by_what_it_is_paid_for(sentence: str, components: list[str | None]) -> None:
    assert _components(sentence) == components


RATES = [
    ("tiered royalties from the low-single to low-double digits", 1, 13),
    ("royalties of up to a mid-single digit percentage", None, 6),
    ("high single-digit royalties", 7, 9),
    ("mid-to-high single-digit royalties", 4, 9),
    ("royalties of 5% of net sales", 5, 5),
    ("royalties ranging from 10% to 15%", 10, 15),
    ("tiered royalties from mid-teens to low twenties", 14, 23),
    ("double-digit royalties", 10, None),
    ("tiered royalties on net sales", None, None),
]


@pytest.mark.parametrize(("words", "low", "high"), RATES, ids=[words for words, _, _ in RATES])
def test_a_royalty_rate_in_words_is_the_range_that_the_trade_means(words: str, low: float, high: float) -> None:
    royalty = find_royalty(f"Kelmora will receive {words}.")
    assert royalty is not None
    assert (royalty.low, royalty.high) == (low, high)


def test_a_sentence_without_royalties_has_no_rate() -> None:
    assert find_royalty("Response rates rose from 10% to 15%.") is None


LICENSE = (
    "Norvita Pharma Licenses Kidney Program from Kelmora Biosciences",
    "Norvita Pharma AG today announced an exclusive worldwide license agreement with Kelmora Biosciences, Inc. for KLM-204.",
    "Under the terms of the agreement, Kelmora will receive an upfront payment of $60 million and is eligible for up to "
    "$140 million in development and regulatory milestones, up to $300 million in sales milestones, and tiered royalties "
    "in the low double digits.",
    "Norvita reported net sales of $900 million in 2025.",
)


def test_the_amounts_of_an_agreement_stand_on_its_row() -> None:
    facts = facts_of(*LICENSE)
    row = agreement_with(facts, "Kelmora")
    assert (row.upfront_usd, row.milestones_usd, row.total_usd) == (60e6, 440e6, None)
    terms = terms_of(facts, row)
    assert [(t.component, t.amount, t.bound) for t in terms] == [
        ("upfront", 60e6, "exact"),
        ("milestones", 140e6, "up_to"),
        ("sales_milestones", 300e6, "up_to"),
        ("royalty", None, None),
    ]
    assert (terms[-1].pct_low, terms[-1].pct_high) == (10, 13)


def test_every_term_has_its_sentence_as_quote() -> None:
    facts = facts_of(*LICENSE)
    quoted = {e.fact_id for e in facts.evidence if e.fact_table == "fct_collaboration_terms"}
    assert quoted == {t.term_fact_id for t in facts.term_mentions}
    assert all(
        "$60 million" in e.quote or "royalties" in e.quote
        for e in facts.evidence
        if e.fact_table == "fct_collaboration_terms"
    )


def test_another_currency_is_converted_in_the_term_and_left_out_of_the_row() -> None:
    facts = facts_of(
        "Norvita Pharma and Kelmora Biosciences Enter License Agreement",
        "Norvita Pharma AG and Kelmora Biosciences GmbH announced today that they have signed a license agreement for KLM-204.",
        "Kelmora Biosciences will receive an upfront payment of EUR 20 million.",
    )
    row = agreement_with(facts, "Kelmora")
    assert row.upfront_usd is None
    (term,) = terms_of(facts, row)
    assert (term.amount, term.currency) == (20e6, "EUR")
    assert term.amount_usd is not None
    assert term.fx_on == date(2026, 3, 2)


def test_a_rate_of_a_weekend_is_the_one_of_the_friday_before() -> None:
    usd, day = usd_on(10, "EUR", date(2024, 6, 1))
    assert day == date(2024, 5, 31)
    assert usd == pytest.approx(10.85, abs=0.01)


def test_no_rate_is_guessed() -> None:
    assert usd_on(10, "EUR", None) == (None, None)
    assert usd_on(10, "EUR", date(1990, 1, 1)) == (None, None)
    assert usd_on(10, "TWD", date(2024, 6, 3)) == (None, None)
    assert usd_on(10, "USD", None) == (10, None)


def test_an_amount_told_twice_is_one_term_with_two_quotes() -> None:
    facts = facts_of(
        "Norvita Pharma Acquires Kelmora Biosciences for $750 Million",
        "Norvita Pharma AG today announced that it has agreed to acquire Kelmora Biosciences, Inc. for $750 million in cash.",
    )
    row = agreement_with(facts, "Kelmora")
    assert row.total_usd == 750e6
    (term,) = terms_of(facts, row)
    assert len([e for e in facts.evidence if e.fact_id == term.term_fact_id]) == 2


def test_an_amount_beside_a_stranger_is_not_given_to_the_partner() -> None:
    facts = facts_of(
        "Norvita Pharma and Kelmora Biosciences Announce Research Collaboration",
        "Norvita Pharma AG today announced a research collaboration with Kelmora Biosciences, Inc. on kidney disease.",
        "Last year Teluma Therapeutics, Inc. was bought for $2 billion by a rival.",
    )
    assert terms_of(facts, agreement_with(facts, "Kelmora")) == []
