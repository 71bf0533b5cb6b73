"""Datelines and tickers: what is printed is read back, whatever city, form of date or wire; nothing is invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.dateline import find_dateline, find_tickers, read_date

DAYS = st.dates(min_value=date(1995, 1, 1), max_value=date(2035, 12, 31))
CITIES = st.sampled_from(
    ["BOSTON", "Basel, Switzerland", "SAN DIEGO, Calif.", "TOKYO and CAMBRIDGE, Mass.", "Ness Ziona, Israel"]
)
FORMS = [
    "{city}, {day:%B} {day.day}, {day.year} (GLOBE NEWSWIRE) -- ",
    "{city}, {day:%b}. {day.day}, {day.year} /PRNewswire/ -- ",
    "{city} - {day:%B} {day.day}, {day.year} (NEWMEDIAWIRE) - ",
    "{city}, {day.day} {day:%B} {day.year} – ",
    "{city}, {day:%B} {day.day:02d}, {day.year}--(BUSINESS WIRE)--",
]  # fmt: skip
STORY = "Kelmora Biosciences announced today that it has begun a trial."


@given(DAYS, CITIES, st.sampled_from(FORMS))
def test_a_printed_date_is_read_back_and_the_story_begins_behind_it(day: date, city: str, form: str) -> None:
    text = "Kelmora Begins Trial\n\n" + form.format(city=city, day=day) + STORY
    dateline = find_dateline(text, len("Kelmora Begins Trial"))
    assert dateline.published_on == day
    assert text[dateline.body_start :] == STORY
    assert dateline.city == city.rstrip(".") or dateline.city == city


@given(DAYS, st.sampled_from(["on {d}", "by {d}", "ended {d}", "since {d}", "until {d}"]))
def test_a_date_inside_a_sentence_is_no_date_of_publication(day: date, words: str) -> None:
    said = words.format(d=f"{day:%B} {day.day}, {day.year}")
    text = f"Kelmora Begins Trial\n\nKelmora Biosciences said that its trial was opened {said} and goes well in all countries."
    assert find_dateline(text, len("Kelmora Begins Trial")).published_on is None


@given(st.text(max_size=300))
def test_no_text_breaks_the_dateline_parser(text: str) -> None:
    dateline = find_dateline(text, 0)
    assert 0 <= dateline.start <= dateline.body_start <= len(text)
    for ticker in find_tickers(text):
        assert text[ticker.char_start] in "(["


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("September 13, 2023", date(2023, 9, 13)),
        ("13 Sept 2023", date(2023, 9, 13)),
        ("MARCH 1st, 2024", date(2024, 3, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("February 30, 2024", None),
        ("in March of 2024", None),
    ],
)
def test_a_calendar_date_is_read_and_an_impossible_one_is_not(words: str, day: date | None) -> None:
    assert read_date(words) == day


@pytest.mark.parametrize(
    ("words", "tickers"),
    [
        ("Kelmora (Nasdaq: KLMR) said", [("Nasdaq", "KLMR")]),
        ("Kelmora (NASDAQ:KLMR ) said", [("NASDAQ", "KLMR")]),
        ("Kelmora (NYSE American: klm.a) said", [("NYSE American", "KLM.A")]),
        ("Kelmora (OTCQB: KLMRF, CSE: KLM) said", [("OTCQB", "KLMRF")]),
        ("Norvita (Euronext Brussels: NORV) said", [("Euronext Brussels", "NORV")]),
        ("Norvita (Oslo Børs: NORV) said", [("Oslo Børs", "NORV")]),
        ("patients (n: 120) and trial (NCT: 01234567) said", []),
    ],
)
def test_a_ticker_is_read_with_its_exchange(words: str, tickers: list[tuple[str, str]]) -> None:
    assert [(t.exchange, t.ticker) for t in find_tickers(words)] == tickers


@pytest.mark.parametrize(
    "line", ["March 4, 2025", "Published on March 4, 2025", "Date: March 4, 2025", "Mar 04, 2025 | 8:00am EST"]
)
def test_a_sites_own_line_with_the_date_gives_the_day_also_below_a_subhead(line: str) -> None:
    head = "Kelmora Begins Trial"
    assert find_dateline(f"{head}\n\n{line}\n\n{STORY}", len(head)).published_on == date(2025, 3, 4)
    assert find_dateline(f"{head}\n\nFirst of Three\n\n{line}\n\n{STORY}", len(head)).published_on == date(2025, 3, 4)


def test_a_date_that_heads_a_table_far_down_is_no_date_of_publication() -> None:
    text = f"Kelmora Begins Trial\n\n{STORY * 8}\n\nMarch 31, 2025\n\nCash | 4.5"
    assert find_dateline(text, len("Kelmora Begins Trial")).published_on is None


def test_a_subhead_before_the_city_on_its_line_is_none_of_the_dateline() -> None:
    head, subhead = "Kelmora Begins Trial", "Trial Opens New Chances for Adults Who Live With Gout"
    text = f"{head}\n\n{subhead} SAN RAFAEL, Calif., March 4, 2025 /PRNewswire/ -- {STORY}"
    dateline = find_dateline(text, len(head))
    assert text[dateline.start :].startswith("SAN RAFAEL")
    assert (dateline.city, dateline.published_on) == ("SAN RAFAEL, Calif.", date(2025, 3, 4))
