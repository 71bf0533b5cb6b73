"""Sentences: cut where a reader would, and nothing of the text is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.parse.sentences import split_sentences

CASES = [
    ("It works. It is safe.", ["It works.", "It is safe."]),
    ("Dr. Roe of Kelmora, Inc. said so. She left.", ["Dr. Roe of Kelmora, Inc. said so.", "She left."]),
    ("It was bought by Kelmora Inc. The price is secret.", ["It was bought by Kelmora Inc.", "The price is secret."]),
    ("The U.S. Food and Drug Administration agreed. Good.", ["The U.S. Food and Drug Administration agreed.", "Good."]),
    ("“We did it.” The trial met its goal.", ["“We did it.”", "The trial met its goal."]),
    ("The rate was 4.5 percent. Is it much?", ["The rate was 4.5 percent.", "Is it much?"]),
    ("A. Roe and B. Poe spoke. Both agreed!", ["A. Roe and B. Poe spoke.", "Both agreed!"]),
    ("It helps adults.1,2 They agree.[3] Good.", ["It helps adults.1,2", "They agree.[3]", "Good."]),
    ("Version No.2 Beta came, and e.g.2 Gamma.", ["Version No.2 Beta came, and e.g.2 Gamma."]),
]


@pytest.mark.parametrize(("text", "sentences"), CASES, ids=[text[:30] for text, _ in CASES])
def test_sentences_are_cut_where_a_reader_would(text: str, sentences: list[str]) -> None:
    assert [text[lo:hi] for lo, hi in split_sentences(text)] == sentences


@given(st.text(max_size=400))
def test_sentences_cover_all_but_white_space_in_order(text: str) -> None:
    at = 0
    for start, end in split_sentences(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
