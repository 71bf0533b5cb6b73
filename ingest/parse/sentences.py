"""Sentences of a block, by an abbreviation list: fast, and made for the prose of releases."""

from __future__ import annotations

import re

# Words whose final point ends no sentence. Single capital letters ('J. Smith', 'U.S.') are handled by the pattern.
_ABBREVIATIONS = frozenset(
    ["inc", "corp", "co", "ltd", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "no", "nos", "approx", "jr", "sr", "e.g", "i.e", "al", "fig", "dept", "univ", "bros", "bldg", "ave", "blvd", "rd", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mass", "calif", "conn", "del", "fla", "ill", "ind", "mich", "minn", "mo", "n.j", "n.y", "n.c", "pa", "tenn", "tex", "va", "wash", "wis", "colo", "ariz", "ga", "md", "ore", "ph.d", "m.d", "pharm.d", "b.sc", "m.sc", "s.p.a", "s.a", "n.v", "a.g", "l.p", "u.s", "u.k", "e.u", "d.c", "a.m", "p.m", "cf", "etc", "viz", "ca", "spp", "gen", "hon", "rev", "capt", "c", "l", "r"]
)
_END = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9•–-])")
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
    if bare in ("inc", "corp", "co", "ltd", "u.s", "u.k", "e.u", "s.a", "n.v", "a.g", "etc", "p.m", "a.m"):
        # These may end a sentence too: the next word tells (an article or pronoun starts a new one).
        return not re.match(r"(?:The|This|These|It|In|We|As|A|An|For|On|Under|At|By|He|She|They|Its|Our)\b", following)
    return bare in _ABBREVIATIONS or len(bare) == 1
