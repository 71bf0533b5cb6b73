"""Words for a stretch of time, as days: every year and month that can be printed, and the words that give no days."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.periods import Period, find_periods

YEARS = st.integers(2000, 2060)
MONTHS = st.integers(1, 12)
PUBLISHED = st.dates(date(2005, 1, 1), date(2040, 12, 31))


def only(text: str, published_on: date | None = None) -> Period:
    """The one period of a text."""
    (period,) = find_periods(text, published_on)
    return period


def days(period: Period) -> tuple[date | None, date | None]:
    """Its window."""
    return period.window_start, period.window_end


@given(YEARS)
def test_parts_of_a_year_follow_the_contract(year: int) -> None:
    assert days(only(f"dosing begins in mid-{year}")) == (date(year, 5, 1), date(year, 8, 31))
    assert days(only(f"dosing begins in early {year}")) == (date(year, 1, 1), date(year, 4, 30))
    assert days(only(f"dosing begins in late {year}")) == (date(year, 9, 1), date(year, 12, 31))
    assert days(only(f"data by year-end {year}")) == (None, date(year, 12, 31))
    assert days(only(f"data in {year}")) == (date(year, 1, 1), date(year, 12, 31))


@given(YEARS, st.integers(1, 4))
def test_quarters_are_three_whole_months_in_every_spelling(year: int, quarter: int) -> None:
    first = date(year, quarter * 3 - 2, 1)
    last = date(year, quarter * 3, calendar.monthrange(year, quarter * 3)[1])
    word = ("first", "second", "third", "fourth")[quarter - 1]
    spellings = (f"Q{quarter} {year}", f"{quarter}Q {year}", f"the {word} quarter of {year}", f"{word}-quarter {year}")
    for spelling in spellings:
        assert days(only(f"data are expected in {spelling}.")) == (first, last), spelling


@given(YEARS, st.booleans())
def test_halves_are_six_whole_months(year: int, is_second: bool) -> None:
    window = (date(year, 7, 1), date(year, 12, 31)) if is_second else (date(year, 1, 1), date(year, 6, 30))
    number, word = (2, "second") if is_second else (1, "first")
    for spelling in (f"H{number} {year}", f"{number}H {year}", f"the {word} half of {year}"):
        assert days(only(f"data are expected in {spelling}.")) == window, spelling


@given(YEARS, MONTHS)
def test_a_month_with_its_year_is_that_month(year: int, month: int) -> None:
    last = calendar.monthrange(year, month)[1]
    period = only(f"enrollment ends in {calendar.month_name[month]} {year}.")
    assert days(period) == (date(year, month, 1), date(year, month, last))
    assert period.precision == "month"


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_a_printed_day_is_that_day(day: date) -> None:
    period = only(f"the target date is {calendar.month_name[day.month]} {day.day}, {day.year}.")
    assert days(period) == (day, day)
    assert period.precision == "day"


@given(PUBLISHED, MONTHS)
def test_a_bare_month_is_the_next_one_after_publication(published_on: date, month: int) -> None:
    period = only(f"data are expected in {calendar.month_name[month]}.", published_on)
    assert period.window_start is not None and period.window_end is not None
    assert period.window_start.month == month
    assert period.window_end >= published_on
    assert period.window_start <= published_on + timedelta(days=366)


@given(MONTHS)
def test_a_bare_month_without_a_date_of_publication_gives_no_days(month: int) -> None:
    found = find_periods(f"data are expected in {calendar.month_name[month]}.", None)
    assert all(days(period) == (None, None) for period in found)


@given(PUBLISHED)
def test_this_year_and_next_year_hang_on_publication(published_on: date) -> None:
    year = published_on.year
    for words in ("this year", "later this year"):
        assert days(only(f"data are expected {words}.", published_on)) == (date(year, 1, 1), date(year, 12, 31))
    assert days(only("data are expected next year.", published_on)) == (date(year + 1, 1, 1), date(year + 1, 12, 31))


@given(st.text(max_size=200), st.one_of(st.none(), PUBLISHED))
def test_any_text_gives_periods_that_lie_in_it_in_order(text: str, published_on: date | None) -> None:
    last = 0
    for period in find_periods(text, published_on):
        assert last <= period.char_start < period.char_end <= len(text)
        assert text[period.char_start : period.char_end] == period.text
        if period.window_start and period.window_end:
            assert period.window_start <= period.window_end
        last = period.char_end


@given(YEARS, st.lists(st.sampled_from(["mid-", "early ", "late ", "Q3 ", "H2 ", "in May "]), min_size=1, max_size=4))
def test_several_periods_of_a_sentence_are_all_found(year: int, parts: list[str]) -> None:
    text = " and then ".join(f"step {part}{year}" for part in parts)
    assert len(find_periods(text, None)) == len(parts)


@pytest.mark.parametrize(
    "text", ["Phase 2 of 3", "12 of 20 patients", "$2.5 million", "the fiscal team", "1,234 adults", "We may begin"]
)
def test_numbers_and_words_that_are_no_time_give_no_period(text: str) -> None:
    assert find_periods(text, date(2024, 3, 26)) == []


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("between late 2023 or early 2024", (date(2023, 9, 1), date(2024, 4, 30))),
        ("held April 7-10, 2024", (date(2024, 4, 7), date(2024, 4, 10))),
        ("held May 31 to June 4, 2024", (date(2024, 5, 31), date(2024, 6, 4))),
        ("by the end of 2025", (None, date(2025, 12, 31))),
        ("before mid-2025", (None, date(2025, 8, 31))),
        ("around mid-2025", (date(2025, 5, 1), date(2025, 8, 31))),
    ],
)
def test_joined_and_bounded_periods_are_one_window(text: str, window: tuple[date | None, date | None]) -> None:
    assert days(only(text, date(2023, 3, 26))) == window
