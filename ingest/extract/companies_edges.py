"""Where a company's name begins and ends: the run of capitalised words, less the words that belong to no name."""

from __future__ import annotations

import re

from ingest.extract.companies_words import CompanySpan, CompanyWords, company_words

_NEW_LAND = re.compile(
    r"New (?:Zealand|England|York|Jersey|Mexico|Hampshire|Orleans|South Wales|Delhi|Haven|Brunswick)\b"
)
_CAPITAL = re.compile(r"[A-Z]|\d+[A-Za-z]|[a-z]{1,3}[A-Z]")
_DASHED = re.compile(r"^.*(?:--|—|–)", re.DOTALL)
_TOKEN = re.compile(r"[^\s\u00a0]+")
_WORD_BEFORE = re.compile(r"(\w+)[ \u00a0]$")
_OWNER = re.compile(r"(.+)(?:[’']s|s[’']) (?=[A-Z])")
_ABBREVIATED = re.compile(
    r"\b(?:Inc|Corp|Co|Ltd|L\.?P|LLC|S\.A|N\.V|B\.V|S\.p\.A|K\.K|Pty|LTD|INC|S\.r\.l|L\.L\.C|U\.S)\.$"
)


def left_end(text: str, start: int, small: frozenset[str], may_end_in_comma: bool) -> int:
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
        dashed = _DASHED.search(word)
        if dashed:  # '(BUSINESS WIRE)--Acme Therapeutics, Inc.': the name begins behind the dashes
            begin = at + dashed.end() if _CAPITAL.match(word, dashed.end()) else begin
            break
        if _CAPITAL.match(word.lstrip('(“"‘')):
            begin = at + len(word) - len(word.lstrip('(“"‘'))
            if begin > at:
                break
        elif word not in small or (word in ("and", "&") and _ends_name(text, at)):
            break
    return begin


def _ends_name(text: str, at: int) -> bool:
    """True when the word that ends before ``at`` ends a name of its own ('Acme Biosciences and Institute of ...')."""
    words = company_words()
    before = _WORD_BEFORE.search(text, max(0, at - 30), at)
    word = before.group(1) if before else ""
    return word in words.industry or word in words.legal or word in words.institution or word in words.health


def after_breaks(
    text: str, begin: int, end: int, words: CompanyWords, kept: frozenset[str] = frozenset()
) -> int | None:
    """Where the name begins when words that belong to no name are cut off its left; None when nothing is left."""
    last = begin
    for token in _TOKEN.finditer(text[begin:end]):
        bare = token.group().strip(",.®™()“”\"'’:;")
        is_break = (
            (bare in words.breaks and bare not in kept and not _NEW_LAND.match(text, begin + token.start(), end))
            or ("-" in bare and words.descriptive.search(bare))
            or token.group().endswith((";", ":"))
        )
        is_joint = bare.lower() in ("and", "&") and last == begin + token.start()
        ends_list = token.group().endswith((",", ".")) and len(bare) > 3 and token.end() < end - begin - 1
        if is_break or is_joint or ends_list:
            last = begin + token.end()
    while last < end and text[last] in " \u00a0,":
        last += 1
    return last if last < end else None


def trimmed(span: CompanySpan, words: CompanyWords) -> CompanySpan:
    """The span without 'X-led ...' behind a name, and without the owner in 'National Institutes of Health’s National ...'."""
    start, end, text = span.char_start, span.char_end, span.text
    for token in _TOKEN.finditer(text) if "-" in text else ():
        if token.start() and words.descriptive.search(token.group()):
            end = start + token.start() + token.group().rindex("-")
            break
    owner = None if span.basis == "vocabulary" else _OWNER.match(text, 0, end - start)
    if owner and owner.group(1) in words.places:
        start += owner.end()  # 'Finland’s Acme Oyj'
    elif owner and " " in owner.group(1) and _is_owner_of_institution(owner, text[: end - start], words):
        start += owner.end()
    if text[: end - span.char_start].endswith(".") and not _ABBREVIATED.search(text[: end - span.char_start]):
        end -= 1  # the point ends the sentence, not the name
    if (start, end) == (span.char_start, span.char_end):
        return span
    return CompanySpan(
        start, end, text[start - span.char_start : end - span.char_start], span.kind, span.basis, span.key
    )


def _is_owner_of_institution(owner: re.Match[str], text: str, words: CompanyWords) -> bool:
    """True for 'National Institutes of Health’s ...' and for two words and more that own a longer name."""
    owned = text[owner.end() :].split()
    if any(word in words.institution for word in owner.group(1).split()):
        return True
    return len(owned) > 2 and any(word in words.institution for word in owned)


def before_brackets(text: str, opened: int) -> int:
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
