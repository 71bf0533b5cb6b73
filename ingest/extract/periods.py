"""Words for a stretch of time, as days: 'mid-2012' is May 1 to August 31, 2012.

The forms and what they mean are data (rules/periods.yaml); the arithmetic is here. What the text leaves open stays
null: a fiscal year, 'the coming months', a month without a year in a release without a date.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from ingest.extract.rulebook import Rule, named_groups_removed, read_rules
from ingest.extract.starts import find_behind
from ingest.records import Precision

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_QUARTER_WORD = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
_PLACEHOLDERS = {
    "{MONTH}": r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)",
    "{DAY}": r"(?:3[01]|[12]\d|0?[1-9])",
    "{YEAR}": r"(?:19[89]\d|20[0-6]\d)",
    "{TH}": r"(?:st|nd|rd|th)?",
    "{QUARTER}": r"(?:Q[1-4]|[1-4]Q|" + _QUARTER_WORD + r"(?=[\s-]+(?:or|and|to)\s+(?:the\s+)?" + _QUARTER_WORD
    + r"[\s-]+quarter)|" + _QUARTER_WORD + r"[\s-]+(?:calendar\s+)?quarters?)",
    "{HALF}": r"(?:H[12]|[12]H|1st[\s-]+half|2nd[\s-]+half|(?:first|second|back|latter|front)[\s-]+half)",
}  # fmt: skip
_BY = re.compile(
    r"\b(?:by|before|no later than|not later than|prior to|until|on or before)\s+(?:or\s+before\s+)?(?:approximately\s+|about\s+)?"
    r"(?:the\s+)?(?:(?:end|close)\s+of\s+)?(?:the\s+)?$",
    re.I,
)
_AROUND = re.compile(r"\b(?:around|approximately|about|circa)\s+(?:the\s+)?$", re.I)
_JOINT = re.compile(r"^\s?(?:or|to|through|[-–—/])\s?(?:in\s+|the\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time the text names. Null windows: the words give no days. Start null: 'by' that day."""

    char_start: int
    char_end: int
    window_start: date | None
    window_end: date | None
    precision: Precision
    text: str


Window = tuple[date | None, date | None]
_NONE: Window = (None, None)


def find_periods(text: str, published_on: date | None) -> list[Period]:
    """All periods of a text in order, not overlapping; ``published_on`` anchors 'this year' and bare months."""
    rules, scan, gaps = _rules()
    found: list[Period] = []
    for hit in find_behind(gaps, scan, text):
        rule = rules[hit.lastgroup or ""]
        match = rule.regex.match(text, hit.start())
        if match is None:
            continue
        groups = {name: value for name, value in match.groupdict().items() if value}
        window = _WINDOWS[rule.data["window"]](groups, published_on)
        start, precision = hit.start(), _precision(rule)
        ahead = text[max(0, start - 48) : start]
        if by := _BY.search(ahead):
            window, precision, start = (None, window[1]), "by", start - (len(ahead) - by.start())
        elif groups.get("lead", "").lower() in ("by", "before"):
            window, precision = (None, window[1]), "by"
        elif around := _AROUND.search(ahead):
            precision, start = "around", start - (len(ahead) - around.start())
        found.append(Period(start, match.end(), *window, precision, text[start : match.end()]))
    return _joined(found, text)


def _precision(rule: Rule) -> Precision:
    value: Precision = rule.data["precision"]
    return value


def _joined(periods: list[Period], text: str) -> list[Period]:
    """'late 2023 or early 2024' is one window; a list with 'and' stays two."""
    out: list[Period] = []
    for period in periods:
        last = out[-1] if out else None
        if (
            last
            and last.window_end
            and period.window_end
            and period.precision != "by"
            and (last.window_end < period.window_end)
            and _JOINT.match(text[last.char_end : period.char_start])
        ):
            end = period.char_end
            joined = text[last.char_start : end]
            out[-1] = replace(last, char_end=end, window_end=period.window_end, text=joined)
        elif not last or period.char_start >= last.char_end:
            out.append(period)
    return out


@cache
def _rules() -> tuple[dict[str, Rule], re.Pattern[str], re.Pattern[str]]:
    """(rules by group, all of them as one pattern, what stands before a word that may begin a period)."""
    rules, options = {}, []
    for number, rule in enumerate(read_rules("periods", _PLACEHOLDERS)):
        group = f"r{number}"
        rules[group] = rule
        options.append(f"(?P<{group}>{named_groups_removed(rule.regex.pattern)})")
    scan = re.compile(r"(?<![\w$€£.,-])(?:" + "|".join(options) + r")(?!(?!(?:in|at)(?-i:[A-Z0-9]))[A-Za-z0-9])", re.I)
    return rules, scan, re.compile(rf"[^\w$€£.,-](?={_starts()})")


def _starts() -> str:
    """How the words of a period may begin, as one pattern with a branch for each first letter."""
    header = read_rules("periods", _PLACEHOLDERS).header
    by_letter: dict[str, list[str]] = {}
    for start in header["starts"]:
        letter = start[0] if start[0].isalpha() else ""
        by_letter.setdefault(letter, []).append(start.removeprefix(letter))
    starts = "|".join(rf"{letter}(?:{'|'.join(ends)})" for letter, ends in by_letter.items())
    for name, words in header["start_words"].items():
        starts = starts.replace(f"{{{name}}}", words)
    return starts


# --- words to days ----------------------------------------------------------------------------------------------------


def _year(words: str | None, published_on: date | None) -> int | None:
    if words is None:
        return None
    if len(words) >= 4 and words[-4:].isdigit():
        return int(words[-4:])
    if words[-2:].isdigit():
        return 2000 + int(words[-2:])
    if published_on is None:
        return None
    return published_on.year + (1 if "next" in words.lower() or "following" in words.lower() else 0)


def _month(name: str) -> int:
    key = name.lower()[:3]
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(key))


def _months(year: int, first: int, last: int) -> Window:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _next(make: Callable[[int], Window], published_on: date | None, slack_days: int = 0) -> Window:
    """The first such window that is not over at publication (``slack_days`` before it still count)."""
    if published_on is None:
        return _NONE
    this = make(published_on.year)
    over = this[1] is not None and this[1] < published_on - timedelta(days=slack_days)
    return make(published_on.year + 1) if over else this


def _of_month(groups: dict[str, str], published_on: date | None) -> Window:
    month = _month(groups["month"])
    year = _year(groups.get("year"), published_on)
    if year is None and (groups.get("lead", "").lower() in ("last", "since")) and published_on:
        back = 0 if month <= published_on.month else 1
        return _months(published_on.year - back, month, month)
    return _months(year, month, month) if year else _next(lambda y: _months(y, month, month), published_on)


def _of_months(groups: dict[str, str], published_on: date | None) -> Window:
    year = _year(groups["year"], published_on)
    first, last = _month(groups["month"]), _month(groups["month2"])
    return _months(year, first, last) if year and first <= last else _NONE


def _of_day(groups: dict[str, str], published_on: date | None) -> Window:
    month = int(groups["monthnumber"]) if "monthnumber" in groups else _month(groups["month"])
    first = int(groups["day"])
    last, last_month = int(groups.get("day2", first)), month
    if "month2" in groups:
        last_month = _month(groups["month2"])

    def make(year: int) -> Window:
        try:
            return date(year, month, first), date(year, last_month, last)
        except ValueError:  # February 30
            return _NONE

    year = _year(groups.get("year"), published_on)
    # A day without a year that has just passed is told of the past, not of next year.
    return make(year) if year else _next(make, published_on, slack_days=60)


def _of_quarter(groups: dict[str, str], published_on: date | None) -> Window:
    first = _quarter(groups["quarter"])
    last = _quarter(groups["quarter2"]) if "quarter2" in groups else first
    if last < first:
        return _NONE

    def make(year: int) -> Window:
        return _months(year, first * 3 - 2, last * 3)

    year = _year(groups.get("year"), published_on)
    if year:
        return make(year)
    return _NONE if "year" in groups else _next(make, published_on)


def _quarter(words: str) -> int:
    if digit := re.search(r"[1-4]", words):
        return int(digit.group())
    return ("first", "second", "third", "fourth").index(words.lower().split()[0].split("-")[0]) + 1


def _of_half(groups: dict[str, str], published_on: date | None) -> Window:
    second = re.search(r"2|second|back|latter", groups["half"], re.IGNORECASE) is not None

    def make(year: int) -> Window:
        return _months(year, 7, 12) if second else _months(year, 1, 6)

    year = _year(groups.get("year"), published_on)
    if year:
        return make(year)
    return _NONE if "year" in groups else _next(make, published_on)


def _of_unit(groups: dict[str, str], published_on: date | None) -> Window:
    """'Next month', 'this quarter', counted from the day of publication."""
    if published_on is None:
        return _NONE
    length = 1 if groups["unit"].lower() == "month" else 3
    first = (published_on.month - 1) // length * length + 1
    first += length if groups["which"].lower() != "this" else 0
    year, first = (published_on.year + 1, first - 12) if first > 12 else (published_on.year, first)
    return _months(year, first, first + length - 1)


_PART_OF = {"beginning": "early", "start": "early", "early": "early", "mid": "mid", "middle": "mid", "late": "late",
            "end": "late", "latter": "late", "later": "late", "year": "late"}  # fmt: skip


def _of_third(groups: dict[str, str], published_on: date | None) -> Window:
    year = _year(groups.get("year") or groups.get("year3") or "the year", published_on)
    if year is None:
        return _NONE
    parts = _parts()
    words = (groups.get("part") or groups.get("part3") or "").lower()
    first = parts[_PART_OF[re.split(r"[\s-]", words)[0]]]
    last = parts[_PART_OF[re.split(r"[\s-]", groups["part2"].lower())[-1]]] if "part2" in groups else first
    return date.fromisoformat(f"{year}-{first[0]}"), date.fromisoformat(f"{year}-{last[1]}")


@cache
def _parts() -> dict[str, list[str]]:
    parts: dict[str, list[str]] = read_rules("periods", _PLACEHOLDERS).header["parts"]
    return parts


def _of_year(groups: dict[str, str], published_on: date | None) -> Window:
    year = _year(next(iter(groups.values())), published_on)
    last = _year(groups["year2"], published_on) if "year" in groups and "year2" in groups else year
    return (date(year, 1, 1), date(last, 12, 31)) if year and last and year <= last else _NONE


_WINDOWS: dict[str, Callable[[dict[str, str], date | None], Window]] = {
    "day": _of_day,
    "day_range": _of_day,
    "month": _of_month,
    "month_range": _of_months,
    "quarter": _of_quarter,
    "half": _of_half,
    "third": _of_third,
    "year": _of_year,
    "year_range": _of_year,
    "unit": _of_unit,
    "none": lambda groups, published_on: _NONE,
}
