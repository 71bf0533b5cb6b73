"""Amounts and percentages: every form of print gives one amount in units of its currency."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.money import bound_before, find_money, find_percents
from ingest.extract.rulebook import read_rules

FORMS = [
    ("a payment of $75 million", [(75e6, "USD", "exact")]),
    ("receive$75 millionin cash", [(75e6, "USD", "exact")]),
    ("US$93.5 million", [(93.5e6, "USD", "exact")]),
    ("USD 12.5m", [(12.5e6, "USD", "exact")]),
    ("$1,925,000,000", [(1_925_000_000, "USD", "exact")]),
    ("$1.2B", [(1.2e9, "USD", "exact")]),
    ("20 million euros", [(20e6, "EUR", "exact")]),
    ("EUR 300 million", [(300e6, "EUR", "exact")]),
    ("€ 45m", [(45e6, "EUR", "exact")]),
    ("CHF 20 million", [(20e6, "CHF", "exact")]),
    ("AUS$1M", [(1e6, "AUD", "exact")]),
    ("RMB 100 million", [(100e6, "CNY", "exact")]),
    ("between $3 and $5 million", [(3.0, "USD", "exact"), (5e6, "USD", "exact")]),
    ("$3 to $5 million", [(3e6, "USD", "exact"), (5e6, "USD", "exact")]),
    ("up to approximately $540 million", [(540e6, "USD", "up_to")]),
    ("up to$1.1 billion", [(1.1e9, "USD", "up_to")]),
    ("up to an additional $835 million", [(835e6, "USD", "up_to")]),
    ("more than $2 billion", [(2e9, "USD", "more_than")]),
    ("in excess of £10 million", [(10e6, "GBP", "more_than")]),
]
NOT_MONEY = ["a dose of 20 mg", "KEYNOTE-522", "Phase 2", "5 million patients", "item$", "US patients"]


@pytest.mark.parametrize(("words", "amounts"), FORMS, ids=[words for words, _ in FORMS])
def test_an_amount_is_read_in_units_with_its_currency_and_bound(
    words: str, amounts: list[tuple[float, str, str]]
) -> None:
    assert [(m.amount, m.currency, m.bound) for m in find_money(words)] == amounts


@pytest.mark.parametrize("words", NOT_MONEY)
def test_numbers_without_a_currency_are_no_money(words: str) -> None:
    assert find_money(words) == []


@given(
    st.integers(min_value=1, max_value=999),
    st.integers(min_value=0, max_value=99),
    st.sampled_from([("million", 1e6), ("billion", 1e9), ("M", 1e6), ("bn", 1e9), ("thousand", 1e3)]),
    st.sampled_from([("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("CHF ", "CHF"), ("US$", "USD")]),
)
def test_every_amount_that_is_printed_is_read_back(
    whole: int, hundredths: int, scale: tuple[str, float], sign: tuple[str, str]
) -> None:
    number = f"{whole}.{hundredths:02d}"
    words = f"It will pay {sign[0]}{number} {scale[0]} at closing."
    (money,) = find_money(words)
    assert money.amount == pytest.approx(float(number) * scale[1])
    assert money.currency == sign[1]
    assert words[money.char_start : money.char_end] == money.text


@given(st.text(max_size=200))
def test_no_text_breaks_the_money_grammar_and_spans_are_true(text: str) -> None:
    for money in find_money(text):
        assert text[money.char_start : money.char_end] == money.text
        assert money.amount >= 0
    for percent in find_percents(text):
        assert text[percent.char_start : percent.char_end] == percent.text
        assert percent.low <= percent.high


@pytest.mark.parametrize("rule", list(read_rules("money")), ids=[r.id for r in read_rules("money")])
def test_a_bound_is_what_its_examples_say(rule: object) -> None:
    for words in rule.data["positive"]:  # type: ignore[attr-defined]
        assert bound_before(words, len(words)) == rule.data["value"], words  # type: ignore[attr-defined]
    for words in rule.data["negative"]:  # type: ignore[attr-defined]
        assert bound_before(words, len(words)) == "exact", words


def test_a_range_of_percentages_is_one_percentage() -> None:
    (percent,) = find_percents("royalties of 6% to 8% of net sales")
    assert (percent.low, percent.high) == (6.0, 8.0)
