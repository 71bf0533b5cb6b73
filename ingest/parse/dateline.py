"""Where and when a release says it was issued: city, date and wire from its first lines; ticker and exchange.

A printed date is believed only where a dateline stands (before a dash, beside a wire's mark, on a line of its own);
dates inside sentences are facts about something else. Nothing is taken from an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingest.parse.rulefiles import alternation, read_rulefile, word_list
from ingest.records import Wire

_MONTH_NAMES = word_list("dateline", "months")
_MONTHS = {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, 1)}
_MONTH = "(?P<month>" + "|".join([*_MONTH_NAMES, *(name.upper() for name in _MONTH_NAMES)]) + r")\.?"
_DATE = re.compile(
    rf"(?<![A-Za-z]){_MONTH}\s*(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s*,?\s*(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\s+{_MONTH.replace('month', 'month2')},?\s+(?P<year2>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?!\d)"
)
_WIRES: dict[Wire, str] = read_rulefile("dateline")["wires"]
_MARK = re.compile("|".join(_WIRES.values()) + "|" + alternation("dateline", "other_wires"), re.I)
_MARK_SIGNS = word_list("dateline", "wire_signs")
_MARK_REACH = 40  # letters of a mark that may stand before its sign, and more
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE_REACH = 40  # letters of a date that may stand before its year, and more
_ISO_REST = 7  # '-05-24' and the letter behind
_TODAY = re.compile(r"\b[Tt]oday,? (?:on )?\(?$")
_SEPARATOR = r"(?:--+|[-–—―]|//\s?--|/\s*--)"
# What may follow a dateline's date before the text begins.
_AFTER = re.compile(
    rf"\s*(?:[.,;:]|\)\s*{_SEPARATOR}|\d{{1,2}}:\d\d\s*(?:[ap]\.?m\.?)?\s*\(?(?:ET|EST|EDT|CE?S?T|GMT|UTC|PT|PST|PDT|BST|Eastern)?\b[^A-Za-z]{{0,3}}|"
    rf"\(|/|\[|{_SEPARATOR}|\*|$|regulated information|at \d|\|\s*\d{{1,2}}:\d\d|[A-Z][A-Z.& ]{{3,}})",
)
_SUBHEAD = 30  # characters before the city from which on they are more than marks
_CAPITALS = re.compile(
    r"(?<=[a-z-] )(?<!and )(?<!of )(?<!de )(?<!am )[A-Z][A-Z.’'-]{2,}(?=[ ,]|$)"
)  # '… in Cash THOUSAND OAKS, Calif.'
_HEAD_CHARS = 400  # behind the headline: so far down a site may print its own date; below, such a line heads a table
# What a site prints before its own date, on a line of its own.
_STAMP = re.compile(r"^\W*(?:Published|Posted|Released|Issued|Release date|Date)(?: on)?:?\s*$", re.I)
_TICKER_EXCHANGE = alternation("dateline", "exchanges")
_TICKER = re.compile(
    rf"[(\[]\s*(?:[“\"][^()\[\]\n]{{2,60}}?[”\"]?[;,][”\"]?\s*)?(?P<exchange>(?:{_TICKER_EXCHANGE})(?:\s*(?:[/,;&]|and)\s*(?:{_TICKER_EXCHANGE}))*)\s*(?:ticker\s*)?(?::|\s-\s|,?\s+(?:under\s+)?(?:the\s+)?(?:ticker|symbol)\s*:?)\s*[\"“”']?\$?(?P<ticker>[A-Za-z0-9]{{1,6}}(?:[.-][A-Za-z]{{1,3}})?)(?=[\s\"”'),;/\]]|$)",
    re.I,
)


_TAIL = re.compile(
    rf"(?:[,;]?\s*\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*\(?[A-Z]{{2,4}}\)?\b)?(?:;? ?(?:regulated|inside) information\s*[–-]?)*"
    rf"[\s)\]/.,:;*]*(?:{_SEPARATOR}\s*)*(?:#[\w-]+--|\$[A-Z]+--)?\s*",
    re.I,
)
# 'KENILWORTH, N.J.----Merck', 'INDIANAPOLIS,May 24, 2022// -- Eli': a place in capitals, then dashes without a blank.
_PROPER = re.compile(
    rf"(?P<city>[A-Z][A-Z.’' &-]{{3,60}}(?:, ?[A-Z][\w.]+)*(?:,? ?(?:and|&+) ?[A-Z][A-Z.’' -]{{3,60}}(?:, ?[A-Z][\w.]+)*)?)"
    rf",?\s*(?:{_DATE.pattern.replace('?P<', '?P<p_')})?\s*(?:[-–—]{{2,4}}|//\s?--)\s*"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the first lines say. ``body_start`` is the offset in the text where the story itself begins."""

    city: str | None
    published_on: date | None
    wire: Wire | None
    start: int
    body_start: int


@dataclass(frozen=True, slots=True)
class Ticker:
    """One '(Nasdaq: IMGN)': the offset of its bracket, the exchange as printed, the symbol in capitals."""

    char_start: int
    exchange: str
    ticker: str


def find_dateline(text: str, start: int) -> Dateline:
    """The dateline at or after ``start`` (the end of the headline); fields are null where nothing is printed."""
    zone = text[start : start + 4000]
    printed: date | None = None
    place = None
    for match in _dates(zone):
        if (when := _as_date(match)) and _is_dateline_date(zone, match):
            printed, place = when, match
            break
    if printed is None:
        said = next((m for m in _dates(zone) if _TODAY.search(zone, 0, m.start())), None)
        printed = _as_date(said) if said else None  # 'announced today, October 12, 2019,' says it in the story
    mark = _first_mark(zone)
    wire = next(
        (w for w, pattern in _WIRES.items() if mark and re.fullmatch(pattern, mark.group().strip(), re.I)), None
    )
    anchor = mark if mark and (place is None or mark.start() < place.end() + 60) else place
    if anchor is None:
        dash = re.match(rf"(?:[A-Z][\w.’'&, ]{{2,60}}?)\s?(?:----|{_SEPARATOR})\s?(?=[A-Z])", zone)
        end = start + dash.end() if dash else start
        return Dateline(_city(zone[: dash.end()]) if dash else None, printed, wire, start, end)
    line_start = max(zone.rfind("\n", 0, anchor.start()) + 1, 0)
    end = max(anchor.end(), place.end() if place and place.start() < anchor.end() + 60 else 0)
    tail = _TAIL.match(zone[end:])
    end += tail.end() if tail else 0
    # A site's own date comes first, then subheads, then the dateline proper with its dashes.
    proper = next((m for m in _PROPER.finditer(zone, end)), None)
    if proper:
        line_start = min(line_start, zone.rfind("\n", 0, proper.start()) + 1)
        return Dateline(_city(proper.group("city")), printed, wire, start + proper.start(), start + proper.end())
    ahead = zone[line_start : min(anchor.start(), place.start() if place else anchor.start())]
    city = _city(ahead)
    if city and (at := ahead.rfind(city)) > _SUBHEAD:
        line_start += at  # what stands before the city on its line is a subhead
    return Dateline(city, printed, wire, start + line_start, start + end)


def _dates(zone: str) -> Iterator[re.Match[str]]:
    """The calendar dates, looked for around the years."""
    free = 0
    for year in _YEAR.finditer(zone):
        for match in _DATE.finditer(zone, max(free, year.start() - _DATE_REACH), year.end() + _ISO_REST):
            free = match.end()
            yield match


def _first_mark(zone: str) -> re.Match[str] | None:
    """The first mark of a wire, looked for from the first of its signs on."""
    low = zone.lower()
    places = [place for sign in _MARK_SIGNS if (place := low.find(sign)) >= 0]
    return _MARK.search(zone, max(0, min(places) - _MARK_REACH)) if places else None


def find_tickers(text: str) -> list[Ticker]:
    """Every ticker symbol printed in brackets with its exchange, in order."""
    return [
        Ticker(m.start(), re.sub(r"\s+", " ", m.group("exchange")).strip(), m.group("ticker").upper())
        for m in _TICKER.finditer(text)
    ]


def read_date(words: str) -> date | None:
    """The first calendar date in some words ('September 13, 2023'), or null."""
    match = _DATE.search(words)
    return _as_date(match) if match else None


def _as_date(match: re.Match[str]) -> date | None:
    try:
        if match.group("iso"):
            return date.fromisoformat(match.group("iso"))
        month = (match.group("month") or match.group("month2")).lower()[:3]
        return date(
            int(match.group("year") or match.group("year2")),
            _MONTHS[month],
            int(match.group("day") or match.group("day2")),
        )
    except (ValueError, KeyError):
        return None


def _is_dateline_date(zone: str, match: re.Match[str]) -> bool:
    before, after = zone[: match.start()], zone[match.end() : match.end() + 60]
    line = _STAMP.sub("", before.rpartition("\n")[2])
    if re.search(
        r"\b(?:on|by|of|since|dated?|until|till|through|from|before|after|for|to|and|ended|ending|between|in)\s*$", line
    ):
        return False
    if not before.strip() and re.match(r"\s+[A-Z“\"•–-]", after):
        return True  # a site's date right under the headline, its line break lost
    if not line.strip() and after.startswith("\n") and len(before) < _HEAD_CHARS:
        return True  # a line of its own among the title and subheads
    if not _AFTER.match(after):
        return False
    alone = not line.strip() and (
        not after.strip()
        or after.startswith(("\n", " \n"))
        or bool(re.match(r"\s*(?:[|,]|at\b)?\s*\d{1,2}:\d\d|\s*\*", after))
    )
    if alone:
        return True
    if _MARK.search(line[-40:]) or _MARK.match(after.lstrip(" .,-–—(/")):
        return True
    near = line[-120:].strip()
    # A city in front (capitals, or 'City, State') and a dash, bracket or point behind.
    place = re.search(
        r"(?:^|[\s.*])[A-Z][\w.’'-]*(?:[ ,&/;]+(?:and |de |of |am )?[A-Z(][\w.)’'-]*)*\s*[,;–—-]*[\s,(]*(?:[-–—/]+\s*)?$",
        line,
    )
    dashed = re.match(rf"\s*(?:\d{{1,2}}:\d\d[^-–—]{{0,15}})?[)\].,;:]*\s*(?:{_SEPARATOR}|//|/)", after)
    if place and dashed:
        return True
    timed = re.match(r"[,;]?\s*(?:at\s)?\d{1,2}:\d\d", after)
    if timed and (place or not near):
        return True
    return bool(place and len(line) < 60 and re.match(r"\s*[.:]\s", after)) or bool(
        not near and re.match(r"\s*[.:–—-]", after)
    )


def _city(words: str) -> str | None:
    words = re.sub(r"[\s,–—\-/(*|]+$", "", words.rpartition("\n")[2])
    match = re.search(r"(?:[A-Z][\w.’'&-]*[ ,]*(?:and |de |of |am |& )?)+$", words)
    city = match.group().strip(" ,") if match else ""
    if capitals := _CAPITALS.search(city):
        city = city[capitals.start() :]
    return city if 2 < len(city) <= 90 else None
