"""Where companies, universities and agencies are named: by vocabulary, shape of the name, or a ticker behind it.

Belongs here: spans of companies, and all spans in order. Which spans mean one company is companies_groups.py; who is a party is parties*.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ingest.extract.companies_edges import after_breaks, before_brackets, left_end, trimmed
from ingest.extract.companies_institutions import health_at, institution_at, land_at, with_their_house
from ingest.extract.companies_known import LEGAL_AHEAD, known_at, may_begin_known
from ingest.extract.companies_words import CompanySpan, CompanyWords, beginning, begins_nothing, company_words
from ingest.extract.tokens import Tokens
from ingest.vocabulary.vocabulary import load

_WORD = re.compile(r"(?<![\w@.])(?:\d?[A-ZÉÖÜ][^\W_]*|[a-z]{1,7}(?:[A-Z]\w*|(?= bio\b)|(?=-[a-z])|x\b)|plc\b)")
_DOTTED = re.compile(
    r"(?:A/S\b|(?:K\.K|S\.A|N\.V|B\.V|S\.p\.A|S\.r\.l|L\.L\.C)\b\.?)"
)  # a form of law with points or a stroke
_FIELDS = ("Center for ", "Centre for ", "Department of ", "Division of ")
_OF_TRIALS = re.compile(r"\b(?:Study|Trials?|Cooperative) $")
_OWNS = ("’s", "'s", "’", "'")
_DEFINED = re.compile(r"\s?\((?:the )?[“\"]|\s?\([A-Za-z]+ ?: ?[A-Z]+\)")
_WORD_BEFORE = re.compile(r"(\w+)[ \u00a0]$")
_WORD_AFTER = re.compile(r"[’']s\b|[ \u00a0,]+(?:[a-z]\w*|(?:Announce|Enter|Sign|Report|Merge|Agree|Complete)s?\b)")
_CAPITAL_AFTER = re.compile(r"[ \u00a0]([A-Z]\w*)")
_PARTNERING = re.compile(r" (?:[Ww]ith|[Tt]o|[Oo]n)\b")
_LONGEST_EXCHANGE, _LONGEST_TICKER = 40, 12


def find_spans(text: str, tokens: Tokens | None = None) -> list[CompanySpan]:
    """The spans of a text in order, none inside another; longest wins, the vocabulary breaks ties."""
    words, firsts, tokens = company_words(), beginning(), tokens or Tokens(text)
    found: list[CompanySpan] = []
    folded = tokens.folded
    for number in [number for number, token in enumerate(folded) if token in firsts]:
        match = _WORD.match(text, tokens.starts[number])
        if match is None or begins_nothing(word := match.group()):
            continue
        may_be_known = may_begin_known(folded[number], folded[number + 1] if number + 1 < len(folded) else "", words)
        if may_be_known and (known := known_at(text, match.start(), words)):
            found.append(known)
        if word in words.industry or word in words.legal:
            found.extend(_shape_at(text, match.start(), match.end(), word, words))
        elif len(word) == 1 and (dotted := _DOTTED.match(text, match.start())):
            found.extend(_shape_at(text, match.start(), dotted.end(), "Ltd", words))
        if word in words.institution or (
            word == "Group" and _OF_TRIALS.search(text, max(0, match.start() - 14), match.start())
        ):
            found.extend(institution_at(text, match.start(), match.end(), word, words))
        if word in words.health:
            found.extend(health_at(text, match.start(), match.end(), words))
        elif word in words.lands:
            found.extend(land_at(text, match.start(), match.end(), words))
    found.extend(_before_tickers(text, words))
    spans = _without_overlaps(trimmed(s, words) for s in found)
    return [s for s in with_their_house(text, spans) if not words.never.search(s.text)]


def _shape_at(text: str, start: int, end: int, word: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'Xyz Therapeutics, Inc.': capitalised words, then a word of the trade or of the law."""
    begin = after_breaks(text, left_end(text, start, frozenset("&"), word in words.legal), start, words)
    if begin is None:
        return
    own = text[begin:start].strip(" ,")
    if not own or (own.split()[-1] in words.breaks and word in words.weak):
        return
    legal = LEGAL_AHEAD.match(text, end)
    if not legal and (own.endswith(_OWNS) or text.endswith(_FIELDS, max(0, begin - 14), begin)):
        return  # 'Acme’s Biologics License Application', 'Center for Neuro-Oncology'
    if word in words.industry and _next_word(text, end) in words.industry:
        return  # the longer form is found at the next word
    is_weak = word in words.weak and not legal and not _DEFINED.match(text, end, end + 30) and _is_everyday(own, word)
    if is_weak and not _names_a_house(text, begin, end, own, word, words):
        return
    if word == "Partners" and _PARTNERING.match(text, end, end + 12):
        return  # 'Acme Partners with ...' is a headline's verb
    if word in ("Co", "Company") and (own.split()[-1:] == ["and"] or _is_trade_only(own, words)):
        return
    stop = legal.end() if legal else end
    if text[stop : stop + 1] == "." and word in words.legal:
        stop += 1
    yield CompanySpan(begin, stop, text[begin:stop], "company", "shape")


def _names_a_house(text: str, begin: int, end: int, own: str, word: str, words: CompanyWords) -> bool:
    """True for 'with Notable Therapeutics to': everyday words that describe no therapy, capitalised inside running text."""
    if (
        word not in words.houses
        or any(w.lower() in words.describing for w in re.split(r"[\s-]+", own))
        or own.count(" ") > 1
    ):
        return False
    before = _WORD_BEFORE.search(text, max(0, begin - 25), begin)
    after = _WORD_AFTER.match(text, end, end + 25)
    return bool(before and before.group(1).islower() and after)


def _is_trade_only(own: str, words: CompanyWords) -> bool:
    """True for 'Global Biopharmaceutical Company': nothing but words of everyday and of the trade."""
    everyday = load().words
    return all(w in words.industry or w.lower() in everyday for w in own.split())


def _is_everyday(own: str, word: str) -> bool:
    """True for 'Advanced Therapies': words of everyday before a word of the trade, and no such company on file."""
    vocabulary = load()
    if vocabulary.companies.lookup(f"{own} {word}") or vocabulary.companies.lookup(f"{own} {word} Inc"):
        return False
    return all(not w.isalpha() or w.lower() in vocabulary.words for w in re.split(r"[\s&-]+", own) if w)


def _next_word(text: str, end: int) -> str:
    match = _CAPITAL_AFTER.match(text, end, end + 30)
    return match.group(1) if match else ""


def _before_tickers(text: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'Xyz (NASDAQ: XYZ)': the capitalised words before the bracket."""
    for match in _tickers(text, words):
        opened = text.rfind("(", max(0, match.start() - 40), match.end())
        if opened <= 0:
            continue
        stop = before_brackets(text, opened)
        shifted = after_breaks(text, left_end(text, stop, frozenset("&"), False), stop, words)
        if shifted is not None and stop - shifted > 1 and text[shifted:stop].rstrip(",.") not in words.legal:
            yield CompanySpan(shifted, stop, text[shifted:stop].rstrip(","), "company", "ticker")


def _tickers(text: str, words: CompanyWords) -> Iterator[re.Match[str]]:
    """The exchanges with their tickers. Each holds one colon, and a text has few of them."""
    before, colon = 0, text.find(":")
    while colon >= 0:
        match = words.ticker.search(text, max(before, colon - _LONGEST_EXCHANGE), colon + _LONGEST_TICKER)
        if match and match.start() < colon:
            yield match
        before, colon = colon + 1, text.find(":", colon + 1)


def _without_overlaps(spans: Iterable[CompanySpan]) -> list[CompanySpan]:
    """Longest first; a vocabulary name beats a shape that begins with it only by words of everyday."""
    kept: list[CompanySpan] = []
    taken: list[tuple[int, int]] = []
    order = sorted(spans, key=lambda s: (-(s.char_end - s.char_start), s.basis != "vocabulary", s.char_start))
    for span in order:
        if any(span.char_start < hi and lo < span.char_end for lo, hi in taken):
            continue
        taken.append((span.char_start, span.char_end))
        kept.append(span)
    return sorted(kept, key=lambda s: s.char_start)
