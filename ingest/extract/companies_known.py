"""Where a name of the curated vocabulary stands in a text, in its own letter case and with the form of law behind it."""

from __future__ import annotations

import re

from ingest.extract.companies_words import CompanySpan, CompanyWords
from ingest.vocabulary.terms import fold
from ingest.vocabulary.vocabulary import load

LEGAL_AHEAD = re.compile(
    r"(?: ?\((?!The |Company)[A-Z][a-z]+(?: [A-Z][a-z]+)?\)(?=,? (?:Co|Inc|Ltd|Limited|LLC|Corp|GmbH|Company)\b))?"  # 'Acme Bio (Suzhou) Co., Ltd.'
    r"(?:\.?,? ?(?:(?:Inc|Incorporated|Corp|Corporation|Co|Ltd|Limited|LLC|L\.L\.C|LP|L\.P|PLC|plc|AG|SE|SA|S\.A|NV|N\.V|BV|B\.V|GmbH|KGaA|A/S|AB"
    r"|ASA|Oyj|S\.p\.A|SpA|SAS|Pty|K\.K|KK|LTD|INC|S\.r\.l|Company|Holdings?|Group)\b\.?)){1,3}"
)
FIRST_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_NO_LETTER = re.compile(r"[^A-Za-z]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_NEXT_TOKEN = re.compile(r"[ \u00a0.&,'’:/@()+-]{0,3}([^\W\d_]+|\d+)")
_ABBREVIATED = re.compile(r"(?:\.[A-Z]|\b(?:Inc|Corp|Co|Ltd))$")
_CAPITALS_BEFORE = re.compile(r"\b[A-Z]{2,} $")
_CAPITALS_BEHIND = re.compile(r" [A-Z]{2,}\b")
_GOES_ON = re.compile(
    r"[\w@]|[-–](?!funded|supported|sponsored|partnered|backed|awarded)\w+ed\b|\.com"
)  # the word is longer than the name


def may_begin_known(token: str, follower: str, words: CompanyWords) -> bool:
    """False for nearly all folded tokens: none is a curated name alone, nor the first of one together with the next."""
    return token in words.known or follower in words.seconds.get(token, ())


def known_at(text: str, start: int, words: CompanyWords) -> CompanySpan | None:
    """The longest curated name that begins here, in its own letter case."""
    terms, ends = _terms_at(text, start, words)
    for count in range(len(terms), 0, -1):
        known = words.known.get(" ".join(terms[:count]))
        if known is None:
            continue
        end = ends[count - 1]
        printed = text[start:end]
        if printed not in words.small and not _same_case(printed, known.text):
            continue
        if len(printed) < 5 and printed.isupper() and _is_shouted(text, start, end):
            continue  # 'PATIENTS WHO HAVE'
        if text[end : end + 1] == "." and _ABBREVIATED.search(printed):
            end += 1
        legal = LEGAL_AHEAD.match(text, end)
        end = legal.end() if legal and legal.group().strip(" ,") not in ("Group",) else end
        if _GOES_ON.match(text, end, end + 12) and not text[end : end + 1].isupper():
            continue
        basis = "ambiguous" if known.is_ambiguous and not legal else "vocabulary"
        return CompanySpan(start, end, text[start:end], known.kind, basis, known.key)
    return None


def _is_shouted(text: str, start: int, end: int) -> bool:
    """True for a word of everyday between words in capitals."""
    beside = _CAPITALS_BEFORE.search(text, max(0, start - 20), start) and _CAPITALS_BEHIND.match(text, end, end + 20)
    return bool(beside) and text[start:end].lower() in load().words


def _terms_at(text: str, start: int, words: CompanyWords) -> tuple[list[str], list[int]]:
    """The folded tokens from here on that may be a curated name, and where each ends; none where no name begins so."""
    first = FIRST_TOKEN.match(text, start, start + 40)
    if first is None:
        return [], []
    term = fold(first.group())
    blanks = words.longest.get(term, 0)
    terms, ends = [term] * (blanks > 0), [first.end()] * (blanks > 0)
    at = first.end()
    while len(terms) < blanks and (token := _NEXT_TOKEN.match(text, at, start + 120)):
        term = fold(token.group(1))
        if len(terms) == 1 and term not in words.seconds[terms[0]]:
            break
        at = token.end()
        terms.append(term)
        ends.append(at)
    return terms, ends


def _same_case(printed: str, name: str) -> bool:
    """True when a printed form may be this name: same letters, or a capital on each long word (acronyms exactly)."""
    if printed == name:
        return True
    letters = _NO_LETTER.sub("", name)
    if letters.isupper() and len(letters) <= 6:
        return _NO_LETTER.sub("", printed) == letters
    return printed.isupper() or all(w[:1].isupper() for w in _LONG_WORD.findall(printed))
