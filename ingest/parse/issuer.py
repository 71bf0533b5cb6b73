"""Which company speaks: the first name of the sentence that announces, else of the headline, else what the source said.

A name is taken as printed, with its legal form. Third-party news without such a sentence has no issuer.
"""

from __future__ import annotations

import re

from ingest.parse.dateline import Ticker

_VERBS = (
    r"(?:has |have |had |is |are |was |were |will |would |plans? to |intends? to |expects? to )?(?:(?:also|today|recently|jointly|now|just) )*"
    r"(?:announc|report|said|say|disclos|present|provid|confirm|unveil|releas|launch|initiat|complet|enter|receiv|enroll|dos(?:ed|es)\b|"
    r"sign|submit|publish|appoint|name[sd]\b|host|participat|outlin|issu|shar(?:ed|es)\b|highlight|expand|acquir|agre|begin|began|start|join|"
    r"will\b|to\b|is\b|are\b|was\b|were\b|has\b|have\b|plans\b|welcom|commenc|advanc|achiev|secur|clos|award|grant|mark(?:s|ed)\b|introduc|"
    r"continu|develop|establish|form(?:s|ed)\b|file[sd]\b|select|partner|collaborat|demonstrat|show|gain|win|won|obtain|dose|add(?:s|ed)\b|recogniz|"
    r"applaud|respon|updat|offer|celebrat|convene|fil(?:es|ed)\b|pric|schedul|meet|met\b|make|made|purchas|support|treat|stop|discontinu|terminat|"
    r"resum|reach|move|set\b|sets\b|earn|get|gets\b|takes?\b|moves\b|brings?\b|reveal|strength|featur|aligns?\b|ceo\b|issues?\b|exercis|invest|commit|name|pay|prepar|deliver|honou?r|voluntar|enhanc|build|built|teams?\b|finaliz|approv|report)"
)
_NAME = (
    r"(?P<name>(?:The )?(?:[A-Z0-9][\w.’'&+-]*|[a-z]{1,3}[A-Z][\w.’'-]*)"
    r"(?:(?:, (?=(?:Inc|Ltd|LLC|L\.?P|Co|Corp|PLC|plc|S\.|N\.V|A/S|AG|SE|Limited|Incorporated|LP|GmbH|SA|NV|AB)\b)| (?:&|of|and Company|for|de|du) ?| |-)"
    r"(?:[A-Z0-9&][\w.’'&/+-]*|[a-z]{1,3}[A-Z]\w+|plc|de|du|bio\w+)){0,7}?)"
)
_BREAK = (
    r"(?:\s*[,(\[“\"®™/]|\s+(?:and|together|along|with|in collaboration|a |an |the |which|who|on behalf|via|through|presents?)\b|"
    rf"[’']s?\s|\s+{_VERBS})"
)
_LEAD = re.compile(rf"[“\"'\s*•–—-]*{_NAME}(?={_BREAK})")
_ANNOUNCING = re.compile(
    rf"(?:^|(?<=[.!?:] )|(?<=\n)|(?<=-- )|(?<=--)|(?<=– )|(?<=— )){_NAME}(?:,? (?:Inc|Ltd|LLC|Corp)\.?)?,?(?:\s*[(\[][^)\]]{{1,120}}[)\]]){{0,3}}"
    r"(?:,[^.]{0,260}?)?,?\s+(?:has )?(?:today |also |recently )*(?:announced?s?|reports?|reported|said|says|disclosed|confirmed|unveiled|presented|provided)\b"
)
_NOT_A_NAME = re.compile(
    r"^(?:The|A|An|This|These|That|In|On|At|For|From|With|As|By|New|First|Positive|Results?|Data|Study|Phase|U\.?S\.?|FDA|EMA|EU|European|Food and Drug|Patients?|"
    r"Dr|Mr|Ms|Prof|Today|It|We|Our|Its|After|Following|Based|While|When|If|Under|Over|Among|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|CORRECTING|Correction|UPDATE|Update|Media|Press|News|Forward|About|Investors?|Shareholder|Industry|"
    r"Company|Safety|Clinical|Interim|Final|Topline|Top-line|Late-Breaking|Long-Term|Pivotal|Investigational|Enrollment|Completion|Approval)$"
)
_SOURCE_LINE = re.compile(r"(?:^|\n|\s)SOURCE:?\s+([A-Z][^\n!*]{2,80}?)\s*(?:[\n!*]|$|Related Links)")
_AKA = re.compile(r"^(.{2,60}?)\s*(?:,)?\s+(?:known as|doing business as)\b")


def find_issuer(
    text: str, headline: str | None, body_start: int, tickers: list[Ticker], hint: str | None
) -> tuple[str | None, Ticker | None]:
    """(name as printed, its ticker) of the issuer; nulls where the text names none.

    ``hint`` is what the source says of the author (a feed's contributor, a filing's registrant).
    """
    lead = text[body_start : body_start + 1500]
    name = _leading_name(lead)
    if name is None:
        match = next((m for m in _ANNOUNCING.finditer(lead) if _is_name(m.group("name"))), None)
        name = match.group("name") if match else None
    head_name = _leading_name(headline or "")
    if name is None:
        name = _name_before_ticker(lead, tickers, body_start) or hint or _source_line(text) or head_name
        if name == head_name and head_name and not _confirmed(head_name, text, len(headline or "")):
            name = None
    if name is None:
        return None, None
    return name, _ticker_of(name, text, body_start, tickers)


def _leading_name(words: str) -> str | None:
    match = _LEAD.match(words)
    if not match:
        return None
    name = match.group("name").strip(" ,")
    suffix = re.match(
        r",? (?:Inc|Ltd|LLC|L\.P|Co|Corp|PLC|plc|Limited|Incorporated|S\.A|N\.V|A/S|AG|SE|GmbH)\b\.?(?:,? ?(?:Ltd|Inc)\b\.?)?",
        words[match.end("name") :],
    )
    if suffix:
        name += suffix.group()
    company = re.match(r" and Company", words[match.end("name") :])
    if company:
        name += company.group()
    return name if _is_name(name) else None


def _is_name(name: str) -> bool:
    first = name.split(" ")[0].rstrip(".,")
    if re.match(r"^(?:In|On|At|For|With|As|By|From|About|ABOUT|Company)$", first):
        return False
    if _NOT_A_NAME.match(first) and not re.search(
        r"\b(?:Inc|Ltd|Corp|LLC|plc|Therapeutics|Pharma\w*|Medicines)\b", name
    ):
        return False
    return len(name) > 2 and not name.isdigit() and not re.match(r"^[A-Z]{0,4}-?\d+$", name)


def _name_before_ticker(lead: str, tickers: list[Ticker], offset: int) -> str | None:
    for ticker in tickers:
        before = lead[: max(0, ticker.char_start - offset)]
        match = re.search(rf"{_NAME.replace('{0,7}?', '{0,7}')}\s*,?\s*$", before) if before else None
        if match and _is_name(match.group("name")):
            return match.group("name").strip(" ,")
    return None


def _source_line(text: str) -> str | None:
    match = _SOURCE_LINE.search(text[-3000:])
    return match.group(1).strip(" .;") if match else None


def _confirmed(name: str, text: str, after: int) -> bool:
    """A headline's first words are a company only if the text uses them again as a name."""
    return text.count(name, after) > 0


def _ticker_of(name: str, text: str, body_start: int, tickers: list[Ticker]) -> Ticker | None:
    """The ticker that stands right behind the issuer's name (headline or lead), or the only one of the text's start."""
    key = re.sub(r"\W+", "", re.sub(r",? (?:Inc|Ltd|Corp|LLC|PLC|plc|Limited|Company)\b.*$", "", name)).casefold()
    for ticker in tickers:
        before = re.sub(r"\W+", "", text[max(0, ticker.char_start - 90) : ticker.char_start]).casefold()
        if key and key in before:
            return ticker
    near = [t for t in tickers if body_start <= t.char_start < body_start + 600]
    return near[0] if len({t.ticker for t in near}) == 1 and len({t.ticker for t in tickers}) == 1 else None
