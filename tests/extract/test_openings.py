"""Patterns found by the letters that they open with are found where the patterns alone would find them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.openings import Letters, Openings
from ingest.extract.starts import in_lower_case

WORDS = st.lists(
    st.sampled_from(["trial", "Trials", "study", "Phase", "1", " ", "-", "é", "İ", "studstudy"]), max_size=30
)
PATTERNS = [
    (re.compile(r"\b[Tt]rials?(?: \d)?"), ["trial"]),
    (re.compile(r"stud(?:y|ies)"), ["stud"]),
    (re.compile(r"[Pp]hase ?\d|[Tt]rial"), ["phase", "trial"]),
]


@given(WORDS)
def test_each_pattern_finds_what_it_finds_alone(words: list[str]) -> None:
    text = "".join(words)
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found = [(m.re, m.span()) for m in Openings(PATTERNS).find(text, low)]
    for pattern, _ in PATTERNS:
        assert [span for regex, span in found if regex is pattern] == [m.span() for m in pattern.finditer(text)]
    assert [span[0] for _, span in found] == sorted(span[0] for _, span in found)


@given(WORDS)
def test_letters_are_told_by_every_place_where_they_begin(words: list[str]) -> None:
    text = "".join(words)
    assert Letters("stud", "ia").places_in(text) == [m.start() for m in re.finditer("(?=stud|ia)", text)]


@given(WORDS, st.integers(0, 40), st.integers(0, 40))
def test_letters_stand_in_a_part_of_a_text_where_one_of_them_begins(words: list[str], start: int, end: int) -> None:
    text = "".join(words)
    places = Letters("stud", "ia").places_in(in_lower_case(text))
    assert Letters("stud", "ia").stand_in(text, start, end) == any(start <= place < end for place in places)
