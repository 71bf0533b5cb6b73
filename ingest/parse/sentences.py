"""Sentences of a block, by an abbreviation list: fast, and made for the prose of releases."""

from __future__ import annotations

import re

from ingest.parse.rulefiles import alternation, word_list

# Words whose final point ends no sentence. Single capital letters ('J. Smith', 'U.S.') are handled by the pattern.
_ABBREVIATIONS = frozenset(word_list("sentences", "abbreviations"))
_MAY_END = frozenset(word_list("sentences", "may_end"))
_STARTER = re.compile(rf"{alternation('sentences', 'starters')}\b")
# A sentence ends at its point and what closes it: quotes, brackets, or the number of a footnote ('patients.1,2 The').
_NOTE = r"(?<=[a-z]{3}\.)(?:\d{1,2}(?:, ?\d{1,2})*|(?:\[\d{1,2}\])+)"
_END = re.compile(rf"[.!?](?:[\"”’')\]]*|{_NOTE})(?=\s+(?:[\"“‘'(\[]?[A-Z0-9•▪●○➢–-]|o\s+[A-Z]))")
_LAST_WORD = re.compile(r"(?:^|[\s(\[“\"])([A-Za-z][A-Za-z.]*)\.$")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence of one block, in order; together they cover all but the white space between."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _is_abbreviation(
            text[max(0, match.start() - 14) : match.start() + 1], text, match.end()
        ):
            continue
        spans.append((start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _is_abbreviation(tail: str, text: str, end: int) -> bool:
    word = _LAST_WORD.search(tail)
    if word is None:
        return False
    bare = word.group(1).lower()
    following = text[end : end + 80].lstrip()
    if bare in _MAY_END:
        # These may end a sentence too: the next word tells (an article or pronoun starts a new one).
        return not _STARTER.match(following)
    return bare in _ABBREVIATIONS or len(bare) == 1
