"""Inside a sentence of a release words are one blank apart, whatever stood between them on the page.

The patterns of the extraction are written for one plain blank; what else stood there would hide words from them.
"""

import re
from dataclasses import replace
from datetime import datetime
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.parse.release import parse_release
from ingest.records import ListingItem, PressRelease, RawPage

_STORY = (
    "Acme Therapeutics, Inc. (Nasdaq: ACME) today announced that the first patient was dosed in its Phase 2 trial of "
    "ACM-101 in adults with gout. The **company** expects data in 2026; a *second* study - with 40 patients - is under way."
)
_WORDS = _STORY.split()
_HEADLINE = "Acme Therapeutics Doses First Patient in Phase 2 Trial"
_WHITE = [chr(code) for code in range(0x3001) if chr(code).isspace()]
_GAPS = st.lists(
    st.one_of(st.just(" "), st.just(" "), st.text(st.sampled_from(_WHITE), min_size=1, max_size=3)),
    min_size=len(_WORDS),
    max_size=len(_WORDS),
)
_NOT_ONE_BLANK = re.compile(r"[^\S ]|  ")


def _release(body: str, media_type: str, is_excerpt: bool = False) -> PressRelease:
    item = ListingItem("folder", "white.txt", title=_HEADLINE if is_excerpt else None)
    page = RawPage(item, body.encode(), media_type, "utf-8", datetime(2026, 11, 20), "2026-11-20")
    return parse_release(replace(page, is_excerpt=is_excerpt))


def _is_apart_by_single_blanks(release: PressRelease) -> None:
    for sentence in release.sentences:
        words = release.text[sentence.char_start : sentence.char_end]
        assert not _NOT_ONE_BLANK.search(words), repr(words)


@settings(max_examples=60, deadline=None)
@given(_GAPS)
def test_words_of_a_plain_text_are_one_blank_apart(gaps: list[str]) -> None:
    told = "".join(word + gap for word, gap in zip(_WORDS, gaps, strict=True))
    _is_apart_by_single_blanks(_release(f"{_HEADLINE}\n\n{told}\n\nIt is a study of {told}", "text/plain"))
    _is_apart_by_single_blanks(_release(f"{told}\n\n<p>It is a study of {told}", "text/html", is_excerpt=True))
    _is_apart_by_single_blanks(_release(told, "text/plain", is_excerpt=True))


@settings(max_examples=60, deadline=None)
@given(
    _GAPS, st.sampled_from(["p", "div", "td", "li", "pre"]), st.sampled_from(["<br>", "<b> </b>", "&nbsp;", "&#13;"])
)
def test_words_of_a_page_are_one_blank_apart(gaps: list[str], tag: str, mark: str) -> None:
    told = "".join(escape(word) + gap + (mark if len(gap) == 2 else "") for word, gap in zip(_WORDS, gaps, strict=True))
    page = (
        f"<html><body><article><h1>{_HEADLINE}</h1><{tag}>{told}</{tag}><p>It is a study.</p></article></body></html>"
    )
    _is_apart_by_single_blanks(_release(page, "text/html"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_of_a_paragraph_that_is_broken_by_hand_are_one_blank_apart(end: str) -> None:
    lines = [" ".join(_WORDS[at : at + 5]) for at in range(0, len(_WORDS), 5)]
    page = f"<html><body><p>{_HEADLINE}</p><p>{end.join(lines)}<br><br>{end.join(lines)}</p></body></html>"
    _is_apart_by_single_blanks(_release(page, "text/html"))
    _is_apart_by_single_blanks(_release(f"{_HEADLINE}{end * 2}{end.join(lines)}", "text/plain"))
