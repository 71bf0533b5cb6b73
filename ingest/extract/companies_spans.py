"""Where companies, universities and agencies are named: by vocabulary, shape of the name, or a ticker behind it.

Belongs here: spans. Which spans mean one company is companies_groups.py; who is a party is parties*.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ingest.extract.companies_edges import after_breaks, before_brackets, left_end, trimmed
from ingest.extract.companies_words import CompanyKind, CompanySpan, CompanyWords, company_words
from ingest.vocabulary.terms import fold
from ingest.vocabulary.vocabulary import load

_CAP = r"(?:[A-Z][\w’'&/.-]*[\w’']|[A-Z])"
_WORD = re.compile(r"(?<![\w@.])(?:\d?[A-ZÉÖÜ][^\W_]*|[a-z]{1,7}(?:[A-Z]\w*|(?= bio\b)|(?=-[a-z])|x\b))")
_SMALL = frozenset(("of", "for", "and", "&", "de", "des", "du", "la", "et"))
_LEGAL_AHEAD = re.compile(
    r"(?:\.?,? ?(?:(?:Inc|Incorporated|Corp|Corporation|Co|Ltd|Limited|LLC|L\.L\.C|LP|L\.P|PLC|plc|AG|SE|SA|S\.A|NV|N\.V|BV|B\.V|GmbH|KGaA|A/S|AB"
    r"|ASA|S\.p\.A|SpA|SAS|Pty|K\.K|KK|LTD|INC|S\.r\.l|Company|Holdings?|Group)\b\.?)){1,3}"
)
_OF = re.compile(
    rf" (?:of|for|at|in|on|de|du) (?:the )?{_CAP}(?: {_CAP}){{0,3}}(?:(?:,? and|, (?={_CAP}(?: {_CAP})?,? and)) {_CAP}(?: {_CAP}){{0,2}})?"
)
_IN_NAMES = frozenset(
    ("Research", "Global", "Clinical")
)  # words that break a company's name and stand in an institution's
_DOTTED = re.compile(r"(?:K\.K|S\.A|N\.V|B\.V|S\.p\.A|S\.r\.l|L\.L\.C)\b\.?")  # a form of law with points
_STUDY_GROUPS = re.compile(r" Trials? [Gg]roups?\b")
_FIRST_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_FIELDS = ("Center for ", "Centre for ", "Department of ", "Division of ")
_OWNS = ("’s", "'s", "’", "'")
_DEFINED = re.compile(r"\s?\((?:the )?[“\"]|\s?\([A-Za-z]+ ?: ?[A-Z]+\)")
_WORD_BEFORE = re.compile(r"(\w+)[ \u00a0]$")
_WORD_AFTER = re.compile(r"[’']s\b|[ \u00a0,]+(?:[a-z]\w*|(?:Announce|Enter|Sign|Report|Merge|Agree|Complete)s?\b)")
_CAPITAL_AFTER = re.compile(r"[ \u00a0]([A-Z]\w*)")
_SMALL_AHEAD = re.compile(r"(?:(?:of|for|and|&|de|la|et) )*")
_FACULTY = re.compile(r" (?:School|Cancer|Medical|Health|Hospital|Research)\b")
_FACULTY_NAME = re.compile(rf"(?: {_CAP}){{1,3}}(?: of {_CAP})?")
_FOUNDATION = re.compile(r"\b(?:Foundation|Trust|Fund|Society|Association|Alliance|Initiative|Charity)\b")
_AGENCY = re.compile(
    r"\b(?:Agency|Ministry|Department|Authority|Council|Administration|Government|National Institutes?)\b"
)
_NO_LETTER = re.compile(r"[^A-Za-z]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST_EXCHANGE, _LONGEST_TICKER = 40, 12
_NEXT_TOKEN = re.compile(r"[ \u00a0.&,'’:/@()+-]{0,3}([^\W\d_]+|\d+)")
_ABBREVIATED = re.compile(r"(?:\.[A-Z]|\b(?:Inc|Corp|Co|Ltd))$")
_GOES_ON = re.compile(r"[\w@]|[-–]\w+ed\b|\.com")  # the word is longer than the name
_PART_OF = re.compile(
    r"^(?:Institute|Department|School|Division|Cent(?:er|re)|Faculty|College|Office|Laboratory) (?:of|for) "
)


def find_spans(text: str) -> list[CompanySpan]:
    """The spans of a text in order, none inside another; longest wins, the vocabulary breaks ties."""
    words = company_words()
    found: list[CompanySpan] = []
    for match in _WORD.finditer(text):
        word = match.group()
        if _begins_nothing(word):
            continue
        if known := _known_at(text, match.start(), words):
            found.append(known)
        if word in words.industry or word in words.legal:
            found.extend(_shape_at(text, match.start(), match.end(), word, words))
        elif len(word) == 1 and (dotted := _DOTTED.match(text, match.start())):
            found.extend(_shape_at(text, match.start(), dotted.end(), "Ltd", words))
        if word in words.institution:
            found.extend(_institution_at(text, match.start(), match.end(), word, words))
    found.extend(_before_tickers(text, words))
    spans = _without_overlaps(trimmed(s, words) for s in found)
    return [s for s in _with_their_house(text, spans) if not words.never.search(s.text)]


@lru_cache(maxsize=16_384)
def _begins_nothing(word: str) -> bool:
    """True for nearly every word: no curated name begins with it, and it is none of the trade, the law or a house."""
    words, first = company_words(), _FIRST_TOKEN.match(word)
    return len(word) > 1 and not (
        (first and fold(first.group()) in words.longest)
        or word in words.industry
        or word in words.legal
        or word in words.institution
    )


def _with_their_house(text: str, spans: list[CompanySpan]) -> list[CompanySpan]:
    """'Institute of X, Chinese Academy of Sciences' is one name: the part and its house."""
    joined: list[CompanySpan] = []
    for span in spans:
        last = joined[-1] if joined else None
        if (
            last
            and span.kind in ("university", "agency")
            and _PART_OF.match(last.text)
            and re.fullmatch(r", (?:the )?", text[last.char_end : span.char_start])
        ):
            whole = text[last.char_start : span.char_end]
            joined[-1] = CompanySpan(last.char_start, span.char_end, whole, span.kind, last.basis, last.key)
        else:
            joined.append(span)
    return joined


def _known_at(text: str, start: int, words: CompanyWords) -> CompanySpan | None:
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
        if text[end : end + 1] == "." and _ABBREVIATED.search(printed):
            end += 1
        legal = _LEGAL_AHEAD.match(text, end)
        end = legal.end() if legal and legal.group().strip(" ,") not in ("Group",) else end
        if _GOES_ON.match(text, end, end + 12) and not text[end : end + 1].isupper():
            continue
        basis = "ambiguous" if known.is_ambiguous and not legal else "vocabulary"
        return CompanySpan(start, end, text[start:end], known.kind, basis, known.key)
    return None


def _terms_at(text: str, start: int, words: CompanyWords) -> tuple[list[str], list[int]]:
    """The folded tokens from here on that may be a curated name, and where each ends; none where no name begins so."""
    first = _FIRST_TOKEN.match(text, start, start + 40)
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


def _shape_at(text: str, start: int, end: int, word: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'Xyz Therapeutics, Inc.': capitalised words, then a word of the trade or of the law."""
    begin = after_breaks(text, left_end(text, start, frozenset("&"), word in words.legal), start, words)
    if begin is None:
        return
    own = text[begin:start].strip(" ,")
    if not own or (own.split()[-1] in words.breaks and word in words.weak):
        return
    legal = _LEGAL_AHEAD.match(text, end)
    if not legal and (own.endswith(_OWNS) or text.endswith(_FIELDS, max(0, begin - 14), begin)):
        return  # 'Acme’s Biologics License Application', 'Center for Neuro-Oncology'
    if word in words.industry and _next_word(text, end) in words.industry:
        return  # the longer form is found at the next word
    is_weak = word in words.weak and not legal and not _DEFINED.match(text, end, end + 30) and _is_everyday(own, word)
    if is_weak and not _names_a_house(text, begin, end, own, word, words):
        return
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


def _institution_at(text: str, start: int, end: int, word: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'University of X', 'X University School of Medicine', 'Department of X and Y', 'X Foundation'."""
    begin = after_breaks(text, left_end(text, start, _SMALL, False), start, words, _IN_NAMES)
    if begin is None:
        begin = start
    else:
        small = _SMALL_AHEAD.match(text, begin, start)
        begin = small.end() if small else begin
    if word in words.place_heads:
        tail = _OF.match(text, end)
        if tail and (word != "Government" or tail.group().startswith(" of")):
            end = _before_another(text, end, tail.end(), words)
    if _FACULTY.match(text, end, end + 10):
        more = _FACULTY_NAME.match(text, end, end + 60)
        end = more.end() if more else end
    groups = _STUDY_GROUPS.match(text, end)
    end = groups.end() if groups else end
    printed = text[begin:end]
    if " " not in printed or printed.lower().startswith(
        ("center for", "centers for", "authority", "organization", "society", "association")
    ):
        return
    yield CompanySpan(begin, end, printed, _institution_kind(printed), "institution")


def _before_another(text: str, start: int, end: int, words: CompanyWords) -> int:
    """The end of 'of X and Y', or of 'of X' where Y is a name of its own or a verb ('of Basel and Acme Sciences')."""
    for joint in re.finditer(r",? and |(?<=\w) (?=[A-Z])", text[start:end]):
        rest = text[start + joint.end() : end].split()
        if rest and rest[0] in words.breaks:
            return start + joint.start()
        if (
            "and" in joint.group()
            and not re.search(r"[’']", "".join(rest))
            and (rest[-1] in words.industry | words.institution or _known_at(text, start + joint.end(), words))
        ):
            return start + joint.start()
    return end


def _institution_kind(name: str) -> CompanyKind:
    if _FOUNDATION.search(name):
        return "foundation"
    if _AGENCY.search(name):
        return "agency"
    return "university"


def _before_tickers(text: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'Xyz (NASDAQ: XYZ)': the capitalised words before the bracket."""
    for match in _tickers(text, words):
        opened = text.rfind("(", max(0, match.start() - 40), match.end())
        if opened <= 0:
            continue
        stop = before_brackets(text, opened)
        shifted = after_breaks(text, left_end(text, stop, frozenset("&"), False), stop, words)
        if shifted is not None and stop - shifted > 1:
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
