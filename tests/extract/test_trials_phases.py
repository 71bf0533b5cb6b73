"""Phases in every spelling: roman and arabic, with letters, spans and lists; and words that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.phases import find_phases

ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
NUMBERS = st.integers(1, 4)
LETTERS = st.sampled_from(["", "a", "b"])


@given(NUMBERS, LETTERS, st.booleans(), st.sampled_from(["Phase ", "phase ", "PHASE ", "Phase-", "Phase"]))
def test_a_phase_is_its_number_whatever_its_letter(number: int, letter: str, is_roman: bool, word: str) -> None:
    label = (ROMAN[number] if is_roman and word[-1] in " -" else str(number)) + letter
    text = f"a {word}{label} trial"
    (found,) = find_phases(text)
    assert found.value.phase == str(number)
    assert found.value.label == f"{word}{label}"
    assert text[found.char_start : found.char_end] == found.value.label


@given(st.sampled_from([(1, 2, "1/2"), (2, 3, "2/3")]), LETTERS, LETTERS, st.sampled_from(["/", "-"]))
def test_a_span_of_phases_is_one(span: tuple[int, int, str], one: str, two: str, joint: str) -> None:
    first, second, value = span
    (found,) = find_phases(f"a Phase {first}{one}{joint}{second}{two} study")
    assert found.value.phase == value


@given(st.integers(1, 3))
def test_a_list_of_phases_is_as_many(number: int) -> None:
    found = find_phases(f"its Phase {number} and {number + 1} studies")
    assert [f.value.phase for f in found] == [str(number), str(number + 1)]


@given(st.text(max_size=120))
def test_any_text_gives_phases_that_lie_in_it_in_order(text: str) -> None:
    last = 0
    for found in find_phases(text):
        assert last <= found.char_start < found.char_end <= len(text)
        last = found.char_end


@pytest.mark.parametrize(
    "text",
    ["Phone one", "Ph.D. in biology", "the phase in which", "a two-phase plan", "phased introduction", "Phase 12"],
)
def test_words_that_only_look_like_a_phase_are_none(text: str) -> None:
    assert find_phases(text) == []


@pytest.mark.parametrize("text", ["Phase2bstudy", "Phase 3trial", "Phase1b/2 study"])
def test_a_blank_that_a_page_lost_hides_no_phase(text: str) -> None:
    assert len(find_phases(f"in the {text} of it")) == 1


@pytest.mark.parametrize("word", ["pivotal", "registrational", "first-in-human", "proof-of-concept"])
def test_a_word_for_a_trial_has_no_number(word: str) -> None:
    (found,) = find_phases(f"a {word} trial")
    assert (found.value.phase, found.value.label) == (None, word)
