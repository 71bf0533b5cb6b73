"""Which company speaks: the first name of the sentence that announces, else of the headline, else what the source said.

A name is taken as printed, with its legal form. Third-party news without such a sentence has no issuer. The words
that decide are data (rules/issuer.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.parse.dateline import Ticker
from ingest.parse.rulefiles import alternation

_LEGAL = alternation("issuer", "legal")
_AUXILIARY = (
    r"(?:(?:has|have|had|is|are|am|was|were|will|would|plans? to|intends? to|expects? to)\s+)?"
    r"(?:(?:also|today|recently|jointly|now|just)\s+)*"
)
_NAME = (
    r"(?P<name>(?:The )?(?:[A-Z0-9][\w.’'&+-]*|[a-z]{1,3}[A-Z][\w.’'-]*)"
    rf"(?:(?:, (?={_LEGAL}\b)| (?:&|of|and Company|for|de|du|at(?= [A-Z]\w+ ?,)) ?| )"
    r"(?:[A-Z0-9&][\w.’'&/+-]*|[a-z]{1,3}[A-Z]\w+|plc|de|du|bio\w+)){0,7}?)"
)
_BRACKETS = r"(?:\s*[(\[][^)\]]{1,160}[)\]]){0,3}"
_MARKS = r"(?:®|™|\(R\)|\(TM\))?"
_BREAK = (
    r"(?:\s*[,(\[“\"®™/]"
    r"|\s+(?:and|together|along|with|in collaboration|a |an |the |which|who|on behalf|via|through|presents?)\b"
    rf"|[’']s?\s|\s+{_AUXILIARY}{alternation('issuer', 'leading')})"
)
_LEAD = re.compile(rf"[“\"'\s*•–—-]*{_NAME}(?={_BREAK})")
_BEFORE_SENTENCE = r"(?:^|(?<=[a-z0-9)”\"][.!?] )|(?<=\n)|(?<=-- )|(?<=--)|(?<=– )|(?<=— )|(?<=––))"
_NO_PERSON = r"(?!,? (?:M\.?D|Ph\.?D|MBA|Pharm|President|Chief|CEO|Senior|Vice|Executive|Head|Professor|Director|Chair|co-?founder))"
_BODY = r"(?: (?:consortium|alliance)\b)?"
# 'That is why Acme today announced': words that may stand before the name in the sentence that announces.
_OPENING = r"(?:(?:That(?:[’']{1,2}s| is) why|In response|To [a-z][^.,;]{0,60}|Today|Now|As part of [^.,;]{3,80}),? )?"
_ANNOUNCING = re.compile(
    rf"{_BEFORE_SENTENCE}{_OPENING}{_NAME}{_BODY}{_MARKS}{_NO_PERSON}(?:,? (?:Inc|Ltd|LLC|Corp)\.?)?,?{_BRACKETS}"
    rf"(?:\s?,[^.]{{0,260}}?)?(?:,?\s+and\s.{{2,240}}?)?"
    rf",?\s+(?:has |have )?(?:today |also |recently |jointly )*{alternation('issuer', 'announcing')}\b"
)
_HEADLINE = re.compile(
    rf"(?:[\w-]*NewsBreaks?\s*[–—-]+\s*)?{_NAME}{_MARKS},?{_BRACKETS}(?:,?\s(?:and|&)\s[A-Z][^,:;]{{1,60}}?)?"
    rf",?\s+(?i:{alternation('issuer', 'headline')})\b"
)
_POSSESSIVE = re.compile(rf"(?:^|\s){_NAME}[’']s?\s")
_NEVER = re.compile(rf"^{alternation('issuer', 'never')}$")
_EPONYM = re.compile(rf"^{alternation('issuer', 'eponyms')}$")
_ALONE = re.compile(rf"^{alternation('issuer', 'alone')}$")
_GLUED = re.compile(r"^[\w-]*[a-z0-9](?=[A-Z][a-z]{3,})")
_SOURCE_LINE = re.compile(
    r"(?:^|\n|\s)(?:SOURCE|Source):?\s+([A-Z][^\n!*]{2,80}?)\s*(?:[\n!*]|$|Related Links|Multimedia)"
)
_PRODUCT = (
    r"is (?:now |currently |also )?(?:approved|indicated|an? (?:(?!company|firm|biotech|developer)[\w-]+,? ){0,8}?"
    r"(?:inhibitor|antibody|vaccine|therapy|agonist|antagonist|medicine|drug|tablet|peptide|molecule|treatment|injection)\b)"
)
_LISTED_HEADLINE = re.compile(
    rf"(?:[\w-]*NewsBreaks?\s*[–—-]+\s*)?{_NAME}{_MARKS},?\s*\((?:[A-Z]\w+ ?)+:\s?[A-Z0-9.]{{1,7}}\)"
)
_ON_BEHALF = re.compile(
    rf"\b(?:[Dd]isseminated|[Pp]ublished|[Ii]ssued|[Dd]istributed) on behalf of {_NAME}(?=[\n,.]|$)"
)
_ITS_PEOPLE = re.compile(
    rf"(?:Scientists|Researchers) (?:at|from) (?:the )?{_NAME}(?: [a-z]{{4,}})?(?= and\b|,| today\b)"
    r"[^.]{0,120}? today (?:present|report|announce|publish)"
)
_DUTY = re.compile(
    rf"{_BEFORE_SENTENCE}{_NAME} (?:assumes|undertakes|disclaims) (?:no|any) (?:obligation|duty|responsibility)\b"
)
_NOTICE = re.compile(rf"(?:^|\n|# |\* ?){_NAME} Disclosure Notice\b")
_ITS_WORK = re.compile(
    rf"\b(?:from|of|by|in|with|and|for|,) {_NAME}(?: and Company)?[’']s? (?:(?:ongoing|pivotal|global|own|late-stage|lead) )*"
    r"(?:[Pp]hase (?:\d|I)|investigational|experimental)"
)
_IS_COMPANY = re.compile(
    rf"(?:^|(?<=[.!?*] )|(?<=\n)|(?<=[a-z]{{3}}))(?P<name>[A-Z][\w-]+(?: {alternation('issuer', 'trade')})?) is "
    r"(?:(?:actively |currently )?exploring strategic|an? (?:[\w-]+,? ){0,6}(?:company|biotech|drugmaker)\b|committed to|dedicated to)"
)
# 'Acme Believes its Drug Could', "results for Acme's antibody drugomab": an excerpt of a feed names nobody else.
_ITS_CANDIDATE = re.compile(
    rf"(?:^|(?<=[.!?\n] )|(?<=\n)){_NAME}{_MARKS},? (?i:{alternation('issuer', 'thinking')}) (?:that )?(?:[Ii]ts|[Tt]he [Cc]ompany)\b"
)
_OWNED_DRUG = re.compile(
    rf"\b(?i:results?|data|readout|trial|study)(?: \([^()]{{1,20}}\))? (?:for|of|from) {_NAME}"
    rf"[’']s? (?:[\w-]+ ){{0,3}}?(?i:{alternation('issuer', 'medicines')})\b"
)
_HEADLINE_DATA = re.compile(
    r"(?P<name>[A-Z]\w*(?:[Bb]iotech|[Bb]iopharma|[Pp]harma|[Tt]herapeutics|[Bb]iosciences?|[Bb]iologics|[Mm]edicines|[Gg]enomics|[Bb]io))"
    r" (?=Results?\b|Data\b|Study\b|Trial\b|Phase\b|Drug\b|Vaccine\b)"
)
_WIRE = re.compile(r"(?:Wire|News\w*|Media|Network|Brand)$")
_OWNS = re.compile(r"[’']s?$")
# What follows the name of a place in capitals: its state, another place, the day.
_PLACE_GOES_ON = r"(?:,? (?:[A-Z]{2}\b|[A-Z][a-z]*\.)|, [A-Z]{4,}|, [A-Z][a-z]{2,8} \d{1,2}, \d{4}|,? and [A-Z][A-Z, ]{3,30}\s?(?:--|–|—))"
_UNREAD_DATELINE = re.compile(
    rf"\s*[A-Z]{{3,}}(?: [A-Z]{{3,}})?(?={_PLACE_GOES_ON})[^\n]{{2,110}}?(?:--|–|—)\s?(?=[A-Z])"
)
_NEWS_AGENCY = re.compile(
    r"(?m)^[^\n]{0,60}\((?:Reuters|AP|AFP|Bloomberg)\)\s?[-–—]|\bBy [A-Z]\w+ [A-Z]\w+\b[^\n]{0,80}\(Reuters\)"
)


def find_issuer(
    text: str, headline: str | None, body_start: int, tickers: list[Ticker], hint: str | None
) -> tuple[str | None, Ticker | None]:
    """(name as printed, its ticker) of the issuer; nulls where the text names none.

    ``hint`` is what the source says of the author (a feed's contributor, a filing's registrant).
    """
    head = len(headline or "")
    if _NEWS_AGENCY.search(text[head : head + 600]) or _NEWS_AGENCY.search(text[body_start : body_start + 120]):
        return None, None
    names = (n for n in _candidates(text, headline, body_start, tickers, hint) if _is_company(n, text))
    name = next(names, None)
    if name is None:
        return None, None
    name = _OWNS.sub("", _unglued(name, text))  # 'Kelmora Therapeutics’ (Nasdaq: KLMR) trial' is its trial
    return _full_form(name, text), _ticker_of(name, text, body_start, tickers)


def _candidates(
    text: str, headline: str | None, body_start: int, tickers: list[Ticker], hint: str | None
) -> Iterator[str]:
    """Names that may be the issuer's, the surest first."""
    unread = _UNREAD_DATELINE.match(text, body_start)
    body_start = unread.end() if unread else body_start
    lead = text[body_start : body_start + 1500]
    behind = _name_of(_ON_BEHALF.search(lead, 0, 300), lead)
    if behind:
        yield behind
    leading = _name_of(_LEAD.match(lead), lead)
    head_names = [n for n in (_name_of(_HEADLINE.match(headline or ""), headline or ""),) if n]
    announcing = [(m.start(), n) for m in _ANNOUNCING.finditer(lead) if (n := _name_of(m, lead)) and _is_name(n)]
    if leading and any(_agree(leading, n) for n in (*head_names, *(n for _, n in announcing))):
        yield leading
    yield from (name for start, name in announcing if start < 300)
    yield from head_names
    yield from (name for _, name in announcing)
    if leading:
        yield leading
    told = [
        _name_of(_LISTED_HEADLINE.match(headline or ""), ""),
        _name_of(_ITS_PEOPLE.match(lead.lstrip()), ""),
    ]
    before = _name_before_ticker(lead, tickers, body_start)
    yield from [n for n in (before, *told, hint, *_owners(headline or "", text), _source_line(text)) if n]
    yield from _unsure(headline or "", text)
    yield from _last_resorts(text, headline or "", lead)


def _last_resorts(text: str, headline: str, lead: str) -> Iterator[str]:
    """Names that only a duty, a notice, the owner of a trial or 'is a company' tells, where nothing surer stands."""
    duties = [n for m in _DUTY.finditer(text) if (n := _name_of(m, ""))]
    yield from (n for n in duties if n in headline or (text.count(n) > 2 and not _WIRE.search(n)))
    opening = lead[:700]
    sure = ((_NOTICE, text), (_HEADLINE_DATA, headline), (_ITS_CANDIDATE, opening))
    for pattern, words in (*sure, (_ITS_WORK, opening), (_OWNED_DRUG, headline)):
        name = _name_of(pattern.search(words), words)
        if name and not _EPONYM.match(name):
            yield name
    described = {n for m in _IS_COMPANY.finditer(text) if (n := _name_of(m, ""))}
    yield from described if len(described) == 1 else ()


def _unsure(headline: str, text: str) -> Iterator[str]:
    """The first words of a headline: used again as a name, or with a word of the trade, or as an owner."""
    first = _name_of(_LEAD.match(headline), headline)
    if first and text.count(first, len(headline)):
        yield first
    trade = re.match(
        rf"[A-Z0-9][\w-]*(?:{_MARKS} [A-Z]\w*){{0,3}}?{_MARKS} {alternation('issuer', 'trade')}\b", headline
    )
    if trade and _is_name(trade.group()):
        yield re.sub(r"®|™|\((?:R|TM)\)", "", trade.group())
    owner = re.match(r"([A-Z0-9][\w-]+)[’']s? [A-Z0-9]", headline)
    if owner and _is_name(owner.group(1)):
        yield owner.group(1)


def _name_of(match: re.Match[str] | None, words: str) -> str | None:
    """The name of a match with the form of law that follows it, or None when it cannot be a name."""
    if match is None:
        return None
    name, end = match.group("name").strip(" ,"), match.end("name")
    suffix = re.match(rf",? {_LEGAL}\b\.?(?:,? ?(?:Ltd|Inc)\b\.?)?| and Company\b", words[end:])
    if suffix:
        name += suffix.group()
    body = re.match(r" (?:consortium|alliance)\b", words[end:])
    if body:
        name = re.sub(r"^The ", "", name) + body.group()
    name = re.sub(r"^CEO of | CEO\b.*$", "", name)
    owner = re.match(r"(.{3,40}?)[’']s? (?=[A-Z])", name)
    if owner and not re.search(rf"{_LEGAL}$|{alternation('issuer', 'trade')}$", name):
        name = owner.group(1)
    half = name[: len(name) // 2]
    if len(name) > 12 and name.startswith(half.strip() + " " + half.strip().split(" ")[0]):
        name = name[len(half.strip()) + 1 :]
    return name if _is_name(name) else None


def _is_name(name: str) -> bool:
    first = name.split(" ")[0].rstrip(".,")
    if _NEVER.match(first) and not re.search(r"\b(?:Inc|Ltd|Corp|LLC|plc|Therapeutics|Pharma\w*|Medicines)\b", name):
        return False
    return (
        len(name) > 2
        and "&&" not in name
        and not name.isdigit()
        and not _ALONE.match(name)
        and not re.match(r"^[A-Z]{0,4}-?\d+$", name)
    )


def _is_company(name: str, text: str) -> bool:
    """False for words, products and places that only stand where a company could: told by how the text uses them."""
    if re.search(rf"\b{_LEGAL}\.?$", name):
        return True
    bare = re.escape(name)
    if " " not in name and re.search(
        rf"(?:(?!That|What|Here|There|It[’'])[A-Z]\w+[’']{1, 2}s|our|its)\s(?:\w+\s)?{bare}\b", text
    ):
        return False  # 'Acme’s DRUGOL' is a product
    if re.search(rf"\b{bare}\s?(?:®|™|\(R\)|\(TM\))?\s?(?:\([a-z][\w -]+\)|{_PRODUCT})", text):
        return False
    if (
        " " not in name
        and name[1:].islower()
        and name != name.lower()
        and re.search(rf"(?<![\w.@/#-]){re.escape(name.lower())}(?![\w.@/-])", text)
    ):
        return False  # a word or a substance: somewhere the text writes it small
    return not (name.isupper() and re.search(rf"\b{bare}{_PLACE_GOES_ON}", text))


def _unglued(name: str, text: str) -> str:
    """The name without letters that a lost blank left in front of it ('earAcme Bio' where the text says Acme too)."""
    glued = _GLUED.match(name)
    if glued is None:
        return name
    first, rest = name.split(" ")[0], name[glued.end() :]
    word = rest.split(" ")[0]
    is_name = len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text)) > 1 and word.lower() not in text.split()
    return rest if is_name and text.count(first) == 1 else name


def _agree(one: str, other: str) -> bool:
    a, b = (re.sub(r"\W+", "", n).casefold() for n in (one, other))
    return a.startswith(b) or b.startswith(a)


def _name_before_ticker(lead: str, tickers: list[Ticker], offset: int) -> str | None:
    for ticker in tickers:
        before = lead[: max(0, ticker.char_start - offset)]
        match = re.search(rf"{_NAME.replace('{0,7}?', '{0,7}')}\s*,?\s*$", before[-120:]) if before else None
        name = re.sub(r"^[\w ,&-]{2,40} of (?=[A-Z]\w+ [A-Z])", "", match.group("name").strip(" ,")) if match else ""
        if name and _is_name(name) and not re.search(r"[’']s?$", name):
            return name
    return None


def _owners(headline: str, text: str) -> Iterator[str]:
    """Names that own something in the headline ('FDA approves Acme's drug') and stand alone in the text too."""
    for match in _POSSESSIVE.finditer(headline):
        name = _name_of(match, "")
        if name and re.search(rf"\b{re.escape(name)}\b(?![’'])", text[len(headline) :]):
            yield name


def _source_line(text: str) -> str | None:
    match = _SOURCE_LINE.search(text[-3000:])
    if match is None:
        return None
    legal = re.match(rf".*?\b{_LEGAL}\b\.?(?=\s+[A-Z]|$)", match.group(1))
    return legal.group().strip() if legal else match.group(1).strip(" .;")


def _full_form(name: str, text: str) -> str:
    """The fuller name of the line 'SOURCE Eli Example and Company' when the text calls it 'Example'."""
    source = _source_line(text)
    if source and " " not in name and name in re.findall(r"[\w’'-]+", source) and len(source.split()) <= 6:
        return source
    return name


def _ticker_of(name: str, text: str, body_start: int, tickers: list[Ticker]) -> Ticker | None:
    """The ticker that stands right behind the issuer's name (headline or lead), or the only one of the text's start."""
    key = re.sub(r"\W+", "", re.sub(r",? (?:Inc|Ltd|Corp|LLC|PLC|plc|Limited|Company)\b.*$", "", name)).casefold()
    for ticker in tickers:
        printed = text[max(0, ticker.char_start - 90) : ticker.char_start]
        before = re.sub(r"\W+", "", printed).casefold()
        if key and key in before and not re.search(r"[)\w.]\)?\s+and\s+(?!Company)[A-Z]", printed.rpartition(name)[2]):
            return ticker
    near = [t for t in tickers if body_start <= t.char_start < body_start + 600]
    at = text.find(name, body_start)
    if near and at >= 0 and re.search(r"[)\w.]\)?\s+and\s+[A-Z]", text[at + len(name) : near[0].char_start]):
        return None  # another company stands between: the symbol is its own
    return near[0] if len({t.ticker for t in near}) == 1 and len({t.ticker for t in tickers}) == 1 else None
