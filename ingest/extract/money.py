"""Amounts of money and percentages in a text, with what bounds them ('up to $1.2 billion', '6% to 8%').

Amounts come in units of the currency, not in millions. Closed forms only: what is not recognised is not guessed.
Signs, scales and bounds are data (rules/money.yaml).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.extract.openings import Letters
from ingest.extract.rulebook import read_rules, read_table
from ingest.extract.starts import find_from
from ingest.records import Bound

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# A scale in words may be glued to what follows ('$25 millionupfront', from pages with lost markup); a letter may not.
_SCALE = (
    r"(?:\s?-?\s?(?:(?P<word{n}>(?i:thousand|millions?|billions?|trillion))"
    r"|(?P<letter{n}>(?i:mln|mio\.?|mm|mn|bn|m|b|k))(?![A-Za-z])))"
)
_BEFORE = (
    r"U\.S\.\s?\$|US\s?\$|USD\s?\$?|AUS?\$|CAD?\$|CDN\$|HK\$|NT\$|(?<![A-Za-z])[ACS]\$|[$€£¥₩₹]"
    r"|(?<![A-Za-z])(?:EUR|GBP|CHF|JPY|RMB|CNY|SEK|DKK|NOK|KRW|AUD|CAD|NIS|ILS|HKD|SGD|INR)"
)
_AFTER = r"USD|US\s+dollars|U\.S\.\s+dollars|dollars|euros?|EUR|€|CHF|yen|JPY|SEK|DKK|NOK|RMB|yuan|GBP|pounds|KRW|won"
_MONEY = re.compile(
    rf"(?<![\d$])(?P<before>{_BEFORE})\s?(?P<number1>{_NUMBER})" + _SCALE.format(n=1) + "?"
    rf"|(?<![\w$.,-])(?P<number2>{_NUMBER})" + _SCALE.format(n=2) + rf"?\s?(?P<after>{_AFTER})(?![A-Za-z])"
)
_STARTS = re.compile(rf"[$€£¥₩₹UACHNEGJRSDKI\d](?<=(?=(?<![\d$])(?:{_BEFORE})\s?\d|(?<![\w$.,-])\d).)")
_SIGN = re.compile(r"[$€£¥₩₹]")
_CURRENCIES = "eur gbp chf jpy rmb cny sek dkk nok krw aud cad nis ils hkd sgd inr usd dollars yen yuan pounds won"
_IN_MONEY = Letters(*_CURRENCIES.split())
_IN_PERCENT = Letters("%", "percent", "per cent", "per\u00a0cent", "per\ncent")
# '$3 to $5 million', '$1.2-1.4 billion': the first number has the scale of the second.
_RANGE_AFTER = re.compile(rf"\s?(?:to|[-–—])\s?(?:[$€£¥]\s?)?(?:{_NUMBER})" + _SCALE.format(n=9))
_DIGITS = re.compile(r"\d(?<![\w.]\d)")
_PERCENT = re.compile(
    r"(?<![\w.])(?:(?P<low>\d+(?:\.\d+)?)\s?(?:%|percent|per\s+cent)?\s?(?:to|[-–—]|and)\s?)?(?P<high>\d+(?:\.\d+)?)\s?(?:%|percent\b|per\s+cent\b)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Money:
    """One amount: in units of an ISO 4217 currency, with its bound."""

    char_start: int
    char_end: int
    amount: float
    currency: str
    bound: Bound
    text: str


@dataclass(frozen=True, slots=True)
class Percent:
    """One percentage or range of percentages, in percent."""

    char_start: int
    char_end: int
    low: float
    high: float
    text: str


def find_money(text: str) -> list[Money]:
    """All amounts of a text in order."""
    found: list[Money] = []
    if _SIGN.search(text) is None and not _IN_MONEY.stand_in(text, 0, len(text)):
        return found
    for match in find_from(_STARTS, _MONEY, text):
        currency = _signs().get(re.sub(r"\s+", "", match["before"] or match["after"]).upper())
        if currency is None:
            continue
        number = float((match["number1"] or match["number2"]).replace(",", ""))
        amount = round(number * _scale(text, match), 2)
        found.append(
            Money(match.start(), match.end(), amount, currency, bound_before(text, match.start()), match.group())
        )
    return found


def bound_before(text: str, at: int) -> Bound:
    """What the words that end at an offset say of the amount that begins there."""
    ahead = text[max(0, at - 70) : at]
    for rule in read_rules("money"):
        if rule.regex.search(ahead):
            return rule.data["value"]  # type: ignore[no-any-return]
    return "exact"


def _scale(text: str, match: re.Match[str]) -> float:
    """The factor of an amount; the first of a range takes it from the second."""
    words = match["word1"] or match["letter1"] or match["word2"] or match["letter2"]
    if words is None and (behind := _RANGE_AFTER.match(text, match.end())):
        words = behind["word9"] or behind["letter9"]
    return _scales().get((words or "").rstrip(".").lower(), 1.0)


@cache
def _signs() -> dict[str, str]:
    return {str(sign): str(code) for sign, code in read_table("money")["signs"].items()}


@cache
def _scales() -> dict[str, float]:
    return {str(word): float(factor) for word, factor in read_table("money")["scales"].items()}


def find_percents(text: str) -> list[Percent]:
    """All percentages of a text in order; a range is one ('6% to 8%')."""
    found: list[Percent] = []
    for match in find_from(_DIGITS, _PERCENT, text) if _IN_PERCENT.stand_in(text, 0, len(text)) else ():
        high = float(match["high"])
        low = float(match["low"]) if match["low"] else high
        if low > high:
            low = high
        found.append(Percent(match.start(), match.end(), low, high, match.group()))
    return found
