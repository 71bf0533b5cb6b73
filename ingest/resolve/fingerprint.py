"""A release -> the card by which it is compared: what it says, without what wires and sites add around it.

Belongs here: which words of a text count, and in which spelling. Does not belong here: when two cards are one release.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ingest.records import PressRelease, Section
from ingest.resolve.names import company_key
from ingest.resolve.rulebook import read_rules

LEAD = 20
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,:/]\d+)*|[%$€£¥+&<>≥≤]")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_SENTENCE_END = re.compile(r"(?<=[.!?;])[”\"’)]*\s+(?=[A-Z“\"‘(•\d])")
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-", "—": "-", "®": " ", "™": " ", "℠": " "}
)
_DATELINE = re.compile(
    r"^.{0,140}?(?:\(\s*(?:business\s?wire|globe\s?newswire|newmediawire|accesswire)\s*\)|/\s?pr\s?newswire[^/]{0,40}/"
    r"|(?:19|20)\d\d\)?)\s*(?:/[\w ]+/)?\s*(?:-{1,4}|[–—])+\s*",
    re.I,
)
_CALL = re.compile(r"\S@\S+\.\w|\+?\(?\d{2,4}\)?[\s.-]\d{3}[\s.-]\d{3,4}")
_LEADING_DAY = re.compile(r"^\W*(?:[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d)\W+")
_TOP_LINES = 4
_SHORT_LINE = 14
_DATELINE_LENGTH = 250
_PLACE_LENGTH = 110
_PLACE_WORDS = frozenset({"and", "de", "la", "of", "am", "pm", "a.m", "p.m", "et"})
_NONBLANK = re.compile(r"\S+")
_TAIL_FROM = 500  # characters: what ends a text comes no earlier, wherever the text was cut


@dataclass(frozen=True, slots=True)
class Card:
    """What is kept of one release text. ``lead`` and ``hashes`` are hashes of sentences; the words are packed."""

    release_id: str
    headline: str
    day: date | None
    basis: str
    dated: frozenset[str]
    issuer: str | None
    is_excerpt: bool
    is_correction: bool
    addresses: frozenset[str]
    arrived: tuple[str, str]
    size: int
    lead: tuple[int, ...]
    hashes: frozenset[int]
    opening: str
    packed: bytes


def unpack(packed: bytes) -> list[str]:
    """The sentences of a card's body, each as words joined by blanks."""
    return zlib.decompress(packed).decode().split("\n") if packed else []


def make_card(release: PressRelease, addresses: frozenset[str]) -> Card:
    """The card of a release; its sections, where known, tell what is contacts and forward-looking text."""
    headline = _headline(release.headline or "")
    sentences = list(_sentences(release))
    body = "\n".join(sentences)
    hashes = [hash_words(s) for s in sentences if s.count(" ") >= 4]
    return Card(
        release_id=release.release_id,
        headline=headline,
        day=release.published_on,
        basis=release.published_basis,
        dated=_dated(release),
        issuer=company_key(release.issuer_name) if release.issuer_name else None,
        is_excerpt=release.is_excerpt,
        is_correction=release.is_correction,
        addresses=addresses,
        arrived=(release.night, release.arrived_at.isoformat()),
        size=len(body),
        lead=tuple(hashes[:LEAD]),
        hashes=frozenset(hashes),
        opening=squeeze(body[:160])[:60],
        packed=zlib.compress(body.encode(), 1) if body else b"",
    )


def hash_words(words: str) -> int:
    """A small stable hash of a sentence (the same in every process, unlike ``hash``)."""
    return zlib.crc32(words.encode()) << 16 | len(words) & 0xFFFF


def squeeze(words: str) -> str:
    """Words without blanks and without words that tell nothing apart: 'health care' equals 'healthcare'."""
    empty = _empty_words()
    return "".join(word for word in words.split() if word not in empty)


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(read_rules("releases")["empty_words"])


@cache
def _same_words() -> dict[str, str]:
    return {str(k): str(v) for k, v in read_rules("releases")["same_words"].items()}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    rules = read_rules("releases")[name]
    return re.compile("|".join(f"(?:{rule})" for rule in ([rules] if isinstance(rules, str) else rules)), re.I)


def to_words(text: str) -> str:
    """The words of a text in the spelling in which they are compared, joined by blanks."""
    text = unicodedata.normalize("NFKC", text.translate(_PLAIN))
    text = _INITIALS.sub(lambda m: m.group().replace(".", ""), text).casefold()
    same = _same_words()
    words = []
    for token in _TOKEN.findall(text):
        if token[0].isdigit():
            token = token.replace(",", "")
        elif token == "&":
            token = "and"
        words.append(same.get(token, token))
    return " ".join(words)


def _dated(release: PressRelease) -> frozenset[str]:
    """The day and year that the dateline prints, as numbers."""
    found = (release.text[s.char_start : s.char_end] for s in release.sections if s.section == "dateline")
    line = next(found, "")
    return (
        frozenset(n for n in re.findall(r"\d+", line) if len(n) in (1, 2, 4))
        if len(line) <= _DATELINE_LENGTH
        else frozenset()
    )


def _headline(headline: str) -> str:
    if _pattern("boilerplate").match(headline):
        return ""
    return to_words(_pattern("correction_marks").sub("", headline))


def _sentences(release: PressRelease) -> Iterator[str]:
    """The sentences that count, in order; the headline at the start of the text is not among them."""
    text = release.text.translate(_PLAIN)
    start = len(release.headline) if release.headline and release.text.startswith(release.headline) else 0
    has_dateline = any(section.section == "dateline" for section in release.sections)
    for lo, hi in _dropped_spans(release.sections, text):
        text = text[:lo] + " " * (hi - lo) + text[hi:]
    after_contacts, is_first = False, not has_dateline
    for number, (begin, line) in enumerate(_lines(text, start)):
        is_late = begin > _TAIL_FROM
        is_short = line.count(" ") < _SHORT_LINE
        after_contacts = (after_contacts and is_short) or (is_late and bool(_pattern("contact_headings").match(line)))
        if (is_short and (after_contacts or _CALL.search(line))) or _pattern("boilerplate").match(line):
            continue
        if is_late and _pattern("forward_looking").match(line):
            continue
        if is_first and not is_short:
            line, is_first = _DATELINE.sub("", line, count=1), False
        if number < _TOP_LINES:
            line = _LEADING_DAY.sub("", line, count=1)
        for sentence in _SENTENCE_END.split(line):
            if not _pattern("boilerplate").match(sentence) and (words := to_words(sentence)):
                yield words


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^\n]+", text[start:]):
        line = match.group().strip()
        if line:
            yield start + match.start(), line


def _place_start(text: str, section: Section) -> int:
    """Where place and day begin in a dateline; words in small letters before them are a subhead on the same line."""
    start = section.char_end
    for word in reversed(list(_NONBLANK.finditer(text, section.char_start, section.char_end))):
        is_sentence_word = word.group()[0].islower() and word.group().strip(".,") not in _PLACE_WORDS
        if is_sentence_word or section.char_end - word.start() > _PLACE_LENGTH:
            break
        start = word.start()
    return start


def _dropped_spans(sections: tuple[Section, ...], text: str) -> list[tuple[int, int]]:
    """Where only datelines, forward-looking text and references stand; never most of a text, whatever parse thought."""
    spans = []
    for section in sections:
        is_dateline = section.section == "dateline" and section.char_end - section.char_start <= _DATELINE_LENGTH
        is_tail = section.section in ("forward_looking", "references") and section.char_start > _TAIL_FROM
        if is_dateline:
            spans.append((_place_start(text, section), section.char_end))
        elif is_tail:
            spans.append((section.char_start, section.char_end))
    return spans
