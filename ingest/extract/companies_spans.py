"""Where companies, universities and agencies are named: by vocabulary, shape of the name, or a ticker behind it.

Belongs here: spans. Which spans mean one company is companies_groups.py; who is a party is parties*.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingest.extract.rulebook import read_table
from ingest.vocabulary.snapshot import read_own
from ingest.vocabulary.terms import fold, term_key
from ingest.vocabulary.vocabulary import load

CompanyKind = Literal["company", "university", "agency", "foundation"]

_CAP = r"(?:[A-Z][\w’'&/.-]*[\w’']|[A-Z])"
_WORD = re.compile(r"(?<![\w@.])(?:[A-ZÉÖÜ][^\W_]*|[a-z]{1,7}(?:[A-Z]\w*|(?= bio\b)|x\b))")
_CAPITAL = re.compile(r"[A-Z]|\d+[A-Za-z]|[a-z]{1,3}[A-Z]")
_SMALL = frozenset(("of", "for", "and", "&", "de", "des", "du", "la", "et"))
_LEGAL_AHEAD = re.compile(
    r"(?:\.?,? ?(?:(?:Inc|Incorporated|Corp|Corporation|Co|Ltd|Limited|LLC|L\.L\.C|LP|L\.P|PLC|plc|AG|SE|SA|S\.A|NV|N\.V|BV|B\.V|GmbH|KGaA|A/S|AB"
    r"|ASA|S\.p\.A|SpA|SAS|Pty|K\.K|KK|LTD|INC|S\.r\.l|Company|Holdings?|Group)\b\.?)){1,3}"
)
_OF = re.compile(
    rf" (?:of|for|at|in|on|de|du) (?:the )?{_CAP}(?: {_CAP}){{0,3}}(?:(?:,? and|, (?={_CAP}(?: {_CAP})?,? and)) {_CAP}(?: {_CAP}){{0,2}})?"
)
_TICKER = r"(?<=[(;,/ ]){exchange}\s?:\s?[“\"]?(?P<ticker>[A-Z0-9][A-Z0-9.]{{0,6}})"


@dataclass(frozen=True, slots=True)
class CompanySpan:
    """One place where a company is named. ``basis``: vocabulary, shape, institution, ticker, issuer, alias, context."""

    char_start: int
    char_end: int
    text: str
    kind: CompanyKind
    basis: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of the curated vocabulary."""

    key: str
    kind: CompanyKind
    text: str
    is_ambiguous: bool


@dataclass(frozen=True, slots=True)
class CompanyWords:
    """The lists of rules/companies.yaml, ready for lookup."""

    legal: frozenset[str]
    industry: frozenset[str]
    weak: frozenset[str]
    institution: frozenset[str]
    place_heads: frozenset[str]
    breaks: frozenset[str]
    never: re.Pattern[str]
    descriptive: re.Pattern[str]
    person: re.Pattern[str]
    ticker: re.Pattern[str]
    known: dict[str, KnownName]
    longest: dict[str, int]


@cache
def company_words() -> CompanyWords:
    """The lists and the names of the curated vocabulary. Raises VocabularyError for a broken file."""
    table = read_table("companies")
    ambiguous = frozenset(map(str, table["ambiguous"]))
    lexicon = load().companies
    known: dict[str, KnownName] = {}
    longest: dict[str, int] = {}
    for entry in read_own("companies")["companies"]:
        names = [str(entry["name"]), *map(str, entry.get("names") or [])]
        hit = lexicon.lookup(names[0])
        if hit is None:
            continue
        for name in names:
            term = term_key(name)
            first, blanks = term.split(" ", 1)[0], term.count(" ") + 1
            known.setdefault(term, KnownName(hit.key, entry.get("kind", "company"), name, name in ambiguous))
            longest[first] = max(longest.get(first, 0), blanks)
    return CompanyWords(
        legal=frozenset(map(str, table["legal"])),
        industry=frozenset(map(str, table["industry"])),
        weak=frozenset(map(str, table["weak"])),
        institution=frozenset(map(str, table["institution"])),
        place_heads=frozenset(map(str, table["place_heads"])),
        breaks=frozenset(map(str, table["break"])),
        never=re.compile(str(table["never"]["pattern"])),
        descriptive=re.compile(str(table["descriptive"])),
        person=re.compile(str(table["person"])),
        ticker=re.compile(_TICKER.format(exchange=str(table["exchange"]))),
        known=known,
        longest=longest,
    )


def find_spans(text: str) -> list[CompanySpan]:
    """The spans of a text in order, none inside another; longest wins, the vocabulary breaks ties."""
    words = company_words()
    found: list[CompanySpan] = []
    for match in _WORD.finditer(text):
        word = match.group()
        known = _known_at(text, match.start(), words)
        if known:
            found.append(known)
        if word in words.industry or word in words.legal:
            found.extend(_shape_at(text, match.start(), match.end(), word, words))
        if word in words.institution:
            found.extend(_institution_at(text, match.start(), match.end(), word, words))
    found.extend(_before_tickers(text, words))
    return [s for s in _without_overlaps(_trimmed(s, words) for s in found) if not words.never.search(s.text)]


def _trimmed(span: CompanySpan, words: CompanyWords) -> CompanySpan:
    """The span without 'X-led ...' behind a name, and without the owner in 'National Institutes of Health’s National ...'."""
    start, end, text = span.char_start, span.char_end, span.text
    for token in re.finditer(r"[^\s\u00a0]+", text):
        if token.start() and words.descriptive.search(token.group()):
            end = start + token.start() + token.group().rindex("-")
            break
    owner = re.match(r"(.+)[’']s (?=[A-Z])", text[: end - start])
    if owner and any(w in words.institution for w in owner.group(1).split()[1:]):
        start += owner.end()
    if (start, end) == (span.char_start, span.char_end):
        return span
    return CompanySpan(
        start, end, text[start - span.char_start : end - span.char_start], span.kind, span.basis, span.key
    )


def _known_at(text: str, start: int, words: CompanyWords) -> CompanySpan | None:
    """The longest curated name that begins here, in its own letter case."""
    first = re.match(r"[^\W\d_]+", text[start : start + 40])
    if first is None or (blanks := words.longest.get(fold(first.group()))) is None:
        return None
    ends: list[int] = []
    terms: list[str] = []
    for token in re.finditer(r"[^\W\d_]+|\d+", text[start : start + 90]):
        if ends and not re.fullmatch(r"[ \u00a0.&,'’:/@()+-]{0,3}", text[start + ends[-1] : start + token.start()]):
            break
        terms.append(fold(token.group()))
        ends.append(token.end())
        if len(terms) == blanks:
            break
    for count in range(len(terms), 0, -1):
        known = words.known.get(" ".join(terms[:count]))
        if known is None:
            continue
        printed = text[start : start + ends[count - 1]]
        if not _same_case(printed, known.text):
            continue
        end = start + ends[count - 1]
        legal = _LEGAL_AHEAD.match(text, end)
        end = legal.end() if legal and legal.group().strip(" ,") not in ("Group",) else end
        if re.match(r"[\w@]|[-–]\w+ed\b|\.com", text[end : end + 12]) and not text[end : end + 1].isupper():
            continue
        basis = "ambiguous" if known.is_ambiguous and not legal else "vocabulary"
        return CompanySpan(start, end, text[start:end], known.kind, basis, known.key)
    return None


def _same_case(printed: str, name: str) -> bool:
    """True when a printed form may be this name: same letters, or a capital on each long word (acronyms exactly)."""
    if printed == name:
        return True
    letters = re.sub(r"[^A-Za-z]", "", name)
    if letters.isupper() and len(letters) <= 6:
        return re.sub(r"[^A-Za-z]", "", printed) == letters
    return printed.isupper() or all(w[:1].isupper() for w in re.findall(r"[^\W\d_]{4,}", printed))


def _shape_at(text: str, start: int, end: int, word: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'Xyz Therapeutics, Inc.': capitalised words, then a word of the trade or of the law."""
    begin = _after_breaks(text, _left_end(text, start, frozenset("&"), word in words.legal), start, words)
    if begin is None:
        return
    own = text[begin:start].strip(" ,")
    if not own or (own.split()[-1] in words.breaks and word in words.weak):
        return
    legal = _LEGAL_AHEAD.match(text, end)
    if word in words.industry and _next_word(text, end) in words.industry:
        return  # the longer form is found at the next word
    defined = re.match(
        r"\s?\((?:the )?[“\"]|\s?\([A-Za-z]+ ?: ?[A-Z]+\)", text[end : end + 12] + text[end + 12 : end + 30]
    )
    if word in words.weak and not legal and not defined and _is_everyday(own, word):
        return
    if word in ("Co", "Company") and own.split()[-1:] == ["and"]:
        return
    stop = legal.end() if legal else end
    if text[stop : stop + 1] == "." and word in words.legal:
        stop += 1
    yield CompanySpan(begin, stop, text[begin:stop], "company", "shape")


def _is_everyday(own: str, word: str) -> bool:
    """True for 'Advanced Therapies': words of everyday before a word of the trade, and no such company on file."""
    vocabulary = load()
    if vocabulary.companies.lookup(f"{own} {word}") or vocabulary.companies.lookup(f"{own} {word} Inc"):
        return False
    return all(not w.isalpha() or w.lower() in vocabulary.words for w in re.split(r"[\s&-]+", own) if w)


def _left_end(text: str, start: int, small: frozenset[str], may_end_in_comma: bool) -> int:
    """Where the run of capitalised words (and ``small`` ones between them) begins that ends at ``start``."""
    at = begin = start
    for step in range(9):
        stop = at
        while stop > 0 and text[stop - 1] in " \u00a0":
            stop -= 1
        if stop == at and step:
            break
        if step == 0 and may_end_in_comma and text[stop - 1 : stop] == ",":
            stop -= 1
        at = max(text.rfind(" ", 0, stop), text.rfind("\n", 0, stop), text.rfind("\u00a0", 0, stop)) + 1
        word = text[at:stop]
        if not word or word[-1] in ',;:)”"' or (word[-1] == "." and len(word) > 4):
            break
        if _CAPITAL.match(word.lstrip('(“"‘')) and "--" not in word:
            begin = at + len(word) - len(word.lstrip('(“"‘'))
            if begin > at:
                break
        elif word not in small or (word in ("and", "&") and _ends_name(text, at)):
            break
    return begin


def _ends_name(text: str, at: int) -> bool:
    """True when the word that ends before ``at`` ends a name of its own ('Acme Biosciences and Institute of ...')."""
    words = company_words()
    before = re.search(r"(\w+)[ \u00a0]$", text[max(0, at - 30) : at])
    return bool(before) and before.group(1) in words.industry | words.legal | words.institution  # type: ignore[union-attr]


def _after_breaks(text: str, begin: int, end: int, words: CompanyWords) -> int | None:
    """Where the name begins when words that belong to no name are cut off its left; None when nothing is left."""
    last = begin
    for token in re.finditer(r"[^\s\u00a0]+", text[begin:end]):
        bare = token.group().strip(",.®™()“”\"'’:;")
        is_break = bare in words.breaks or words.descriptive.search(bare) or token.group().endswith((";", ":"))
        is_joint = bare.lower() in ("and", "&") and last == begin + token.start()
        ends_list = token.group().endswith((",", ".")) and len(bare) > 3 and token.end() < end - begin - 1
        if is_break or is_joint or ends_list:
            last = begin + token.end()
    while last < end and text[last] in " \u00a0,":
        last += 1
    return last if last < end else None


def _next_word(text: str, end: int) -> str:
    match = re.match(r"[ \u00a0]([A-Z]\w*)", text[end : end + 30])
    return match.group(1) if match else ""


def _institution_at(text: str, start: int, end: int, word: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'University of X', 'X University School of Medicine', 'Department of X and Y', 'X Foundation'."""
    begin = _after_breaks(text, _left_end(text, start, _SMALL, False), start, words)
    if begin is None:
        begin = start
    else:
        begin += len(re.match(r"(?:(?:of|for|and|&|de|la|et) )*", text[begin:start]).group())  # type: ignore[union-attr]
    if word in words.place_heads:
        tail = _OF.match(text, end)
        if tail and (word != "Government" or tail.group().startswith(" of")):
            end = tail.end()
    if re.match(r" (?:School|Cancer|Medical|Health|Hospital|Research)\b", text[end : end + 10]):
        more = re.match(rf"(?: {_CAP}){{1,3}}(?: of {_CAP})?", text[end : end + 60])
        end += more.end() if more else 0
    printed = text[begin:end]
    if " " not in printed or printed.lower().startswith(
        ("center for", "centers for", "authority", "organization", "society", "association")
    ):
        return
    yield CompanySpan(begin, end, printed, _institution_kind(printed), "institution")


def _institution_kind(name: str) -> CompanyKind:
    if re.search(r"\b(?:Foundation|Trust|Fund|Society|Association|Alliance|Initiative|Charity)\b", name):
        return "foundation"
    if re.search(
        r"\b(?:Agency|Ministry|Department|Authority|Council|Administration|Government|National Institutes?)\b", name
    ):
        return "agency"
    return "university"


def _before_tickers(text: str, words: CompanyWords) -> Iterator[CompanySpan]:
    """'Xyz (NASDAQ: XYZ)': the capitalised words before the bracket."""
    for match in words.ticker.finditer(text):
        opened = text.rfind("(", max(0, match.start() - 40), match.end())
        if opened <= 0:
            continue
        stop = _before_brackets(text, opened)
        shifted = _after_breaks(text, _left_end(text, stop, frozenset("&"), False), stop, words)
        if shifted is not None and stop - shifted > 1:
            yield CompanySpan(shifted, stop, text[shifted:stop].rstrip(","), "company", "ticker")


def _before_brackets(text: str, opened: int) -> int:
    """Where the name ends before a bracket, other brackets between them passed over."""
    stop = opened
    for _ in range(3):
        while stop > 0 and text[stop - 1] in ' \u00a0,®™”"':
            stop -= 1
        inner = text.rfind("(", max(0, stop - 60), stop) if text[stop - 1 : stop] == ")" else -1
        if inner < 0:
            break
        stop = inner
    return stop


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
