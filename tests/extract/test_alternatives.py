"""Patterns of many alternatives, rewritten when they are read: they find the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.alternatives import alternatives, factored

PATTERNS = [
    r"\bmet|\bmeets?\b|\bshow(?:n|s)\b",
    r"\bmet\b|(?<!no )shown|\bno|\bend|\bshown",
    r"\bno (?:end|show|\bmet)|\b[|]|\bend\|",
    r"(?:\bno|\bmet) end|show",
]
WORDS = st.lists(st.sampled_from(["met", "meet", "show", "n", "s", "no", "end", " ", "|", "-"]), max_size=12)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(words=WORDS)
def test_a_pattern_finds_the_same_with_fewer_word_bounds(pattern: str, words: list[str]) -> None:
    text = "".join(words)
    assert [m.span() for m in re.finditer(factored(pattern), text)] == [m.span() for m in re.finditer(pattern, text)]


def test_alternatives_that_open_with_a_word_bound_share_one() -> None:
    assert factored(r"\bmet|\bshown|(?<!no )end|\bno") == r"\b(?:met|shown)|(?<!no )end|\bno"


def test_bars_in_groups_sets_and_behind_a_backslash_part_nothing() -> None:
    assert alternatives(r"a(b|c)|[|]|[^]|]|\||d") == ["a(b|c)", "[|]", "[^]|]", r"\|", "d"]
