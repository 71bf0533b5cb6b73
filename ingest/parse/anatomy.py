"""Blocks of a release -> its text with sections and sentences. Offsets are final here: nothing later moves a character.

Belongs here: which stretch is what (headline, body, quote, 'About', safety, forward-looking ...).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.parse.dateline import Dateline
from ingest.parse.glue import tells_beliefs
from ingest.parse.rulefiles import alternation, read_rulefile
from ingest.parse.sentences import split_sentences
from ingest.records import Section, SectionKind, Sentence

_HEADINGS: tuple[tuple[SectionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile("^(?:" + "|".join(patterns) + ")", re.I))
    for kind, patterns in read_rulefile("anatomy")["headings"].items()
)
_FOOTER = re.compile(read_rulefile("anatomy")["footer"], re.I)
_FOOTER_TITLE = "Footer"
_CREDIT = re.compile(read_rulefile("anatomy")["credit"])
_ABOUT = re.compile(
    r"^(?:About (?P<title>.{2,160})|(?:(?:Learn )?More|(?:Additional|Further) Information) [Aa]bout "
    r"(?-i:(?=(?:the |our |The |Our )?[A-Z0-9])(?!(?:the |The )?(?:Side|Safety|Risks?|Warnings?|Adverse)\b))(?P<more>.{2,160}))",
    re.I,
)
_COMPANY_WORD = re.compile(rf"\b{alternation('anatomy', 'company_words')}\b")
_OF_CANDIDATES = re.compile(  # 'About Acme's pipeline' speaks of medicines
    r"(?:(?:\S+ ){0,3}?\S+[’']s?|Our|our|the) (?:[\w-]+ ){0,3}?(?:[Cc]andidates?|[Pp]ipeline|[Pp]ortfolio|[Pp]rograms?|[Mm]olecules|[Vv]accines)\b"
)
_CITES = re.compile(
    r"\bet al\b|doi|https?:|www\.|(?:19|20)\d\d;|\bJ(?:ournal)?\b|N Engl|Accessed|Available at|^(?:Sources?|Footnotes?)\b|^\["
)
_RESUMES = re.compile(
    r"^(?:Conference Call|Financial|Summary|Results|Webcast|Upcoming|Key |Highlights|Recent |Pipeline|Background)", re.I
)
_QUOTED = re.compile(
    r"^\s*[“\"]|[“\"][^”\"]{60,}[”\"],? (?:said|says|commented|stated|added|noted|explained|continued|remarked)\b"
)


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The text of a release with everything that has a place in it."""

    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]


def join_blocks(headline: str | None, blocks: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """(text, span of each block): headline first, blocks apart by one empty line."""
    parts = ([headline] if headline else []) + blocks
    spans: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        spans.append((at, at + len(part)))
        at += len(part) + 2
    return "\n\n".join(parts), spans


def find_anatomy(
    text: str, spans: list[tuple[int, int]], has_headline: bool, dateline: Dateline, issuer: str | None
) -> Anatomy:
    """The sections and sentences of a text whose blocks are ``spans``."""
    pieces: list[Section] = []
    state: SectionKind = "body"
    title: str | None = None
    for number, (start, end) in enumerate(spans):
        block = text[start:end]
        if number == 0 and has_headline:
            pieces.append(Section("headline", start, end))
            continue
        if end <= dateline.start and dateline.body_start > dateline.start:
            pieces.append(Section("subhead", start, end))
            continue
        if start <= dateline.start < end and dateline.body_start > max(start, dateline.start):
            if start < dateline.start and text[start : dateline.start].strip():
                pieces.append(Section("subhead", start, dateline.start))
            pieces.append(Section("dateline", dateline.start, min(dateline.body_start, end)))
            start = min(dateline.body_start, end)
            block = text[start:end]
            if not block.strip():
                continue
        before = state, title
        state, title = _next_state(block, state, title, issuer)
        if state == "contacts" and end < len(text) // 2 and _CREDIT.fullmatch(block.strip()):
            pieces.append(Section("contacts", start, end, "Credit"))
            state, title = before  # who took a picture: what is told goes on below it
            continue
        kind = "quote" if state == "body" and _QUOTED.search(block[:400]) and len(block) > 60 else state
        pieces.append(Section(kind, start, end, title if kind == state and state != "body" else None))
    sections = tuple(_merge(pieces, text))
    sentences = tuple(
        Sentence(lo + s, lo + e, section.section)
        for section in sections
        for lo, hi in _block_spans(section, spans)
        for s, e in split_sentences(text[lo:hi])
    )
    return Anatomy(sections, sentences)


def _next_state(
    block: str, state: SectionKind, title: str | None, issuer: str | None
) -> tuple[SectionKind, str | None]:
    if title == _FOOTER_TITLE or (state != "body" and _FOOTER.match(block)):
        return "contacts", _FOOTER_TITLE
    for kind, pattern in _HEADINGS:
        if pattern.match(block) and not (
            kind == "references"
            and state == "body"
            and not block.startswith(("Ref", "ref"))
            and not _CITES.search(block)
        ):
            return kind, block[:60].split("\n")[0] if len(block) < 120 else None
    if state == "body" and tells_beliefs(block):
        return "forward_looking", None
    about = _ABOUT.match(block)
    told = (about.group("title") or about.group("more")) if about else ""
    if told and (len(block) < 160 or told[0].isupper() or told[:4].lower() in ("the ", "our ")):
        words = told if len(block) < 160 else " ".join(told.split()[:6])
        if _OF_CANDIDATES.match(words):
            return "about_compound", "About " + words
        return ("about_company" if _is_company(words, issuer) else "about_compound"), "About " + words
    if state in ("forward_looking", "contacts", "references") and _RESUMES.match(block) and len(block) < 80:
        return "body", None
    return state, title


def _is_company(words: str, issuer: str | None) -> bool:
    if issuer:
        key = re.sub(r"\W+", "", issuer.split(",")[0]).casefold()
        first = re.sub(r"\W+", "", issuer.split(" ")[0]).casefold()
        said = re.sub(r"\W+", "", words).casefold()
        if said.startswith(key) or (
            len(first) > 3 and said.startswith(first) and not re.search(r"\d", words.split(" ")[0])
        ):
            return True
    return bool(_COMPANY_WORD.search(words))


def _merge(pieces: list[Section], text: str) -> list[Section]:
    """Neighbours of one kind and title become one section; white space at the edges belongs to none."""
    merged: list[Section] = []
    for piece in pieces:
        start, end = piece.char_start, piece.char_end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        last = merged[-1] if merged else None
        if (
            last
            and last.section == piece.section
            and last.title == piece.title
            and piece.section not in ("headline", "dateline")
        ):
            merged[-1] = Section(last.section, last.char_start, end, last.title)
        else:
            merged.append(Section(piece.section, start, end, piece.title))
    return merged


def _block_spans(section: Section, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [
        (max(lo, section.char_start), min(hi, section.char_end))
        for lo, hi in spans
        if lo < section.char_end and hi > section.char_start
    ]
