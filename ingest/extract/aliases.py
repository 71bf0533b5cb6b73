"""Which names mean one substance: 'X (Y)', 'X, formerly known as Y', 'BRAND (inn)', 'X (Y; Z)'.

Names are joined when the text itself puts them side by side, or when the vocabulary knows both as one substance; never
because they look alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.vocabulary.vocabulary import load

_OPEN = re.compile(
    r"(?:\s(?:mesylate|hydrochloride|tosylate|sodium|potassium|acetate|fumarate|succinate|maleate|phosphate|tartrate|besylate|sulfate|citrate"
    r"|[Ii]njection|[Tt]ablets|[Cc]apsules|[Cc]ream|[Oo]intment|(?:(?:extended|delayed)-release|nasal|ophthalmic|topical|oral)\s(?:tablets|capsules|spray|solution|suspension|system|gel)))?"
    r"\s?(?:®|™|\(R\)|\(TM\)|℠)?(?:(?:\s(?:[Nn]asal|[Oo]ral|[Tt]opical|[Oo]phthalmic|[Vv]aginal|[Tt]ransdermal|[Ss]ublingual))?\s(?:[Ss]pray|[Cc]ream|[Gg]el|[Oo]intment|[Tt]ablets?|[Cc]apsules?"
    r"|[Ii]njection|[Pp]atch|[Ll]otion|[Ff]oam|[Dd]rops|[Ss]olution|[Ss]uspension|[Ii]mplant|[Rr]ing|[Ff]ilm))?(?:\s\d[\d.,/]*\s?(?:mg|mcg|µg|%))?[”\"]?,?\s?[(\[]"
)
_KNOWN_AS = re.compile(
    r"\s?(?:®|™)?,?\s+(?:(?:(?:which|that)\s+)?(?:(?:is|was|has\s+been|had\s+been)\s+)?(?:also|formerly|previously|otherwise|better|now|generically)\s+(?:(?:known|named|called|referred\s+to|marketed|designated)\s+as|(?:re)?named|called|coded)"
    r"|(?:(?:which|that)\s+)?(?:is|was)\s+(?:called|coded)(?=\s+(?-i:[A-Z]{1,5}[-‑]?\d))"
    r"|a\.?k\.?a\.?|formerly|previously|marketed\s+(?:as|under\s+the\s+(?:brand\s+)?name)|sold\s+(?:as|under\s+the\s+(?:brand\s+)?name)"
    r"|(?:(?:which|that)\s+)?(?:(?:is|was)\s+)?(?:first\s+|originally\s+)?(?:known|developed|designated)\s+(?:(?:generically|in\s+(?:clinical\s+)?development)\s+)?(?:as|under\s+the\s+(?:code|name))"
    r"|(?:(?:is|are|was|were|will\s+be)\s+)?(?:sold|marketed|approved|available|commerciali[sz]ed|launched)\s+(?:in\s+(?:[\w.]+\s+){1,5})?under\s+the\s+(?:brand|trade)(?=\s+name)"
    r"|(?:is|are|was|will\s+be)\s+(?:the|its|our)\s+(?:(?:planned|proposed|approved|registered|conditionally\s+accepted)\s+)?(?:trademark|brand\s+name|trade\s+name|trade-?mark|proprietary\s+name|generic\s+name)\s+(?:for|of)(?=\s)"
    r"|(?:(?:which|that)\s+)?(?:is|are|was)\s+(?:also\s+|now\s+|currently\s+)?(?:sold|marketed|licen[sc]ed|commerciali[sz]ed)\s+(?:in\s+(?:[\w.]+\s+){1,5})?as(?=\s[A-Z])"
    r"|(?:(?:which|that)\s+)?(?:to\s+be|(?:will|would|is\s+expected\s+to|is\s+to)\s+be)\s+(?:sold|marketed|launched|branded|commerciali[sz]ed)\s+(?:(?:in\s+(?:[\w.]+\s+){1,5})?under\s+the\s+(?:(?:proposed|planned|proprietary|intended)\s+)*(?:brand|trade|proprietary)(?=\s+name)|as(?=\s))"
    r"|under\s+the\s+(?:(?:proposed|planned|intended)\s+)?(?:brand|trade|code|proprietary|generic)(?=\s+name)|under\s+the\s+code(?=\s)|or)\s+(?:(?:the\s+)?(?:(?:brand|code|trade)\s+)?(?:code\s+)?name\s+)?[“\"]?",
    re.I,
)  # fmt: skip
_IT_IS = re.compile(
    r"\s*(?:It|The\s(?:drug|compound|medicine|product|vaccine|therapy|molecule|candidate|antibody))\s(?:is|was|has|had)\s(?:been\s)?(?:also\s|formerly\s|previously\s)+(?:been\s)?"
    r"(?:known|called|named|referred\sto)\s(?:as\s)?"
)
_LEAD = re.compile(
    r"^(?:or|and|plus|\+|&|also|formerly|previously|aka|a\.k\.a\.|known\s+as|also\s+known\s+as|formerly\s+known\s+as|previously\s+known\s+as|referred\s+to\s+as|(?:generic|brand|trade|product|proprietary|code|drug|INN|chemical)\s+names?\s?(?:[:：]|is)?|(?:product|project|study|program|R&D|compound|drug|internal)\s+(?:code|number)s?\s?[:：]?|coded|formerly\s+coded|"
    r"now|hereafter|hereinafter|marketed\s+as|sold\s+as|development\s+code(?:\s+name)?s?\s?[:：]?|"
    r"API|preservative[- ]free|intravenous|IV|oral|inhaled|intranasal|nasal|topical|subcutaneous|extended[- ]release|"
    r"proposed\s+INN:?|INN:?|USAN:?|also\s+called|called|the|our)\s+",
    re.I,
)
_SALT = re.compile(
    r"(?<=[a-z]{6})\s(?:mesylate|hydrochloride|hydrobromide|tosylate|sodium|potassium|calcium|acetate|fumarate|succinate|maleate|phosphate|tartrate|besylate|sulfate|citrate|hemihydrate|monohydrate|hydrate)$"
)
_SAID_OUTRIGHT = re.compile(r"(?:proposed\s+)?(?:generic|INN|USAN|brand|trade|product|proprietary|drug)\b", re.I)
_PARTS = re.compile(r"[A-Z][\w-]*\d\s(?:\+|plus|and)\s[A-Z][\w-]*\d")
_STRIP = re.compile(r"(?:®|™|℠|\(R\)|\(TM\))|[“”\"‘]")
_SHORT_NAME = re.compile(r"^[A-Za-z][\w’'₀-₉]*(?:[-‑/][\w₀-₉]+){0,4}(?:\s[A-Za-z0-9][\w-]*){0,2}$")
_FORM_BEHIND = re.compile(
    r"(?:\s(?:(?:extended|delayed|immediate|modified|sustained)[- ]release|nasal|ophthalmic|topical|oral|inhalation|subcutaneous|intravenous|"
    r"intramuscular|transdermal|sublingual|chewable|eye|for|powder|film-coated))*\s(?:tablets?|capsules?|injection|infusion|spray|solution|suspension|"
    r"system|cream|gel|ointment|patch|film|powder|implant|drops|lotion|foam|granules)(?:\s\d[\d.,]*\s?(?:%|mg|mcg|µg))?$",
    re.I,
)
_NO_NAME = re.compile(
    r"^(?:NASDAQ|NYSE|Nasdaq|OTC\w*|TSX|AMEX|LSE|ASX|SEHK|HKEX|Euronext|NCT\d+|Phase|phase|n|N|FDA|EMA|EU|US|U\.S|UK|USA|Japan|China|Europe|ADC|ADCs|mAb|NME|SOC|PI|IV|SC|IM|PO|BID|QD|"
    r"OLE|DMC|DSMB|CRL|BLA|NDA|IND|MAA|CTA|PK|PD|MTD|RP2D|ORR|PFS|OS|DOR|CR|PR|SD|HR|CI|AE|AEs|SAE|TEAE|the|an?|see|and|including|such|e\.g|i\.e|approximately|about|up|at|in|on|of|for|with|by|from|"
    r"oral|intravenous|subcutaneous|topical|injection|tablets?|capsules?|vaccine|Vaccine|study|trial|Study|Trial|Group|Company|Inc|Ltd|LLC|placebo|control|monotherapy|combination|all|both|each|left|right|Figure|Table|"
    r"small|large|new|novel|first|second|third|CAR|CAR-T|TCR|TIL|siRNA|mRNA|RNA|DNA|ASO|AAV|LNP|GLP|CRISPR|once|twice|daily|weekly|monthly|NEW|Text|text|ex|excluding|outside|worldwide|global|collectively|together|respectively)(?![\w-])",
)  # fmt: skip


_FORM = re.compile(
    r"^(?:®|™)?(?:\s\([^)]{1,40}\))?(?:,|\sis|\swas)\s(?:which\sis\s)?(?:"
    r"the\sactive\s(?:[\w-]+\s){0,2}?(?:ingredient|component|substance)\s(?:in|of)\s(?P<of>[A-Z][\w-]{3,20}|[a-z]{6,20})"
    r"|(?:an?|the|its|our)\s(?:[\w/-]+,?\s){0,6}?(?:(?:formulation|version|form)\sof\s(?:[\w’'-]+\s){0,5}?(?P<form>[a-z]{6,20})(?=[\s,.;)])"
    r"|(?P<made>[a-z]{6,20})\s(?:pellet|implant|cream|gel|formulation|spray|patch|film|infusion|suspension|ointment|topical\ssystem|eye\sdrops?)\b(?!\sof\b)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AliasPair:
    """A second name printed right beside a first one."""

    char_start: int
    char_end: int
    text: str
    rule: str


def names_beside(text: str, end: int) -> Iterator[AliasPair]:
    """The names that stand in brackets, or after 'formerly known as', right behind a name that ends at ``end``."""
    ahead = text[end : end + 220]
    opened = _OPEN.match(ahead)
    if opened:
        close = _closing(ahead, opened.end())
        if close is not None and _PARTS.search(ahead, opened.end(), close):
            return  # 'NBX-3 (NBX-1 + NBX-2)' tells what it is made of
        if close is not None and close - opened.end() <= 120:
            yield from _pieces(text, end + opened.end(), end + close)
            ahead_end = end + close + 1
            known = _KNOWN_AS.match(text[ahead_end : ahead_end + 120])
            if known:
                yield from _one_name(text, ahead_end + known.end(), "alias/known_as")
        return
    known = _KNOWN_AS.match(ahead)
    if known:
        is_or = known.group().strip(' ,“"®™').lower() == "or"
        yield from _one_name(text, end + known.end(), "alias/or" if is_or else "alias/known_as")


def base_of_salt(name: str) -> str:
    """'levothyroxine' of 'levothyroxine sodium'; the name itself when it is no salt's."""
    return _SALT.sub("", name)


def said_of_it(text: str, start: int, end: int) -> Iterator[AliasPair]:
    """The name that a sentence of its own tells of what the sentence before spoke of ('It is also known as Y')."""
    match = _IT_IS.match(text, start, end)
    if match:
        yield from _one_name(text, match.end(), "alias/known_as")


def form_of(text: str, end: int) -> AliasPair | None:
    """The substance that a product behind whose name we stand is a form of ('X, an implantable naltrexone pellet')."""
    match = _FORM.match(text[end : end + 200])
    if not match:
        return None
    group = next(name for name in ("of", "form", "made") if match[name])
    return AliasPair(end + match.start(group), end + match.end(group), match[group], "alias/form")


def _closing(words: str, start: int) -> int | None:
    depth = 1
    for index in range(start, len(words)):
        if words[index] in "([":
            depth += 1
        elif words[index] in ")]":
            depth -= 1
            if depth == 0:
                return index
    return None


def _pieces(text: str, start: int, end: int) -> Iterator[AliasPair]:
    """The names of a bracket: split at commas and semicolons, leading words such as 'formerly' dropped."""
    for match in re.finditer(r"(?:(?!,|;|[\[\]]|\s(?:and|or|plus|\+|/)\s|/).)+", text[start:end]):
        yield from _clean(text, start + match.start(), start + match.end(), "alias/brackets")


def _one_name(text: str, start: int, rule: str) -> Iterator[AliasPair]:
    match = re.match(r"[A-Za-z][\w’'₀-₉-]*(?:\s(?:[a-z]{4,14}(?=[,.;)]|\s\()|alfa|vedotin))?", text[start : start + 60])
    if match:
        yield from _clean(text, start, start + match.end(), rule)


def _clean(text: str, start: int, end: int, rule: str) -> Iterator[AliasPair]:
    piece = text[start:end]
    while True:
        lead = _LEAD.match(piece.lstrip(' “"‘'))
        stripped = len(piece) - len(piece.lstrip(' “"‘'))
        if not lead:
            break
        if _SAID_OUTRIGHT.match(lead.group()):
            rule = "alias/named"
        start += stripped + lead.end()
        piece = text[start:end]
    start += len(piece) - len(piece.lstrip(' “"‘'))
    piece = _FORM_BEHIND.sub("", _STRIP.sub("", text[start:end]).strip())
    if piece.islower() and not load().compounds.lookup(piece):
        piece = _SALT.sub("", piece)
    position = text.find(piece, start, end) if piece else -1
    if position < 0 or len(piece) < 2 or len(piece) > 40 or _NO_NAME.match(piece) or not _SHORT_NAME.match(piece):
        return
    yield AliasPair(position, position + len(piece), piece, rule)
