"""Amounts of money and percentages in a text, with what bounds them ('up to $1.2 billion', 'mid-teens percent').

Amounts come in units of the currency, not in millions. Closed forms only: what is not recognised is not guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.records import Bound

_SYMBOLS = {"$": "USD", "US$": "USD", "USD": "USD", "U.S.$": "USD", "US dollars": "USD", "€": "EUR", "EUR": "EUR",
            "EURO": "EUR", "EUROS": "EUR", "£": "GBP", "GBP": "GBP", "¥": "JPY", "JPY": "JPY", "YEN": "JPY",
            "CHF": "CHF", "C$": "CAD", "CAD": "CAD", "CAD$": "CAD", "A$": "AUD", "AUD": "AUD", "AU$": "AUD",
            "RMB": "CNY", "CNY": "CNY", "HK$": "HKD", "HKD": "HKD", "SEK": "SEK", "DKK": "DKK", "NOK": "NOK",
            "KRW": "KRW", "₩": "KRW", "NIS": "ILS", "ILS": "ILS", "DOLLARS": "USD"}  # fmt: skip
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6, "million": 1e6,
           "millions": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9, "trillion": 1e12}  # fmt: skip
_SCALE = r"(?:\s?-?\s?(?P<scale{n}>thousand|millions?|billion|trillion|mln|mio\.?|mm|mn|bn|[MBKmbk])(?![A-Za-z]))"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = re.compile(
    r"(?<![\w$])(?P<before>U\.S\.\s?\$|US\s?\$|USD\s?\$?|AU\$|CAD\$|HK\$|A\$|C\$|EUR|GBP|CHF|JPY|RMB|CNY|SEK|DKK|NOK|KRW|AUD|CAD|[$€£¥₩])"
    rf"\s?(?P<number1>{_NUMBER})" + _SCALE.format(n=1) + "?"
    rf"|(?<![\w$.,-])(?P<number2>{_NUMBER})" + _SCALE.format(n=2) + r"?\s?"
    r"(?P<after>USD|US\s+dollars|U\.S\.\s+dollars|dollars|euros?|EUR|€|CHF|yen|JPY|SEK|DKK|NOK|RMB|GBP|KRW)(?![A-Za-z])"
)
_UP_TO = re.compile(r"(?:up\s+to|as\s+much\s+as|a\s+maximum\s+of|not\s+exceed(?:ing)?)\s+(?:an?\s+)?(?:additional|aggregate|another|total|further)?"
                    r"(?:\s+(?:of|additional))?\s*(?:approximately\s+|about\s+)?$", re.I)  # fmt: skip
_MORE = re.compile(r"(?:more\s+than|over|in\s+excess\s+of|exceeding|at\s+least|greater\s+than|north\s+of)\s+$", re.I)
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
    found = []
    for match in _MONEY.finditer(text):
        sign = re.sub(r"\s+", " ", (match["before"] or match["after"]))
        currency = _currency(sign)
        if currency is None:
            continue
        number = float((match["number1"] or match["number2"]).replace(",", ""))
        scale = (match["scale1"] or match["scale2"] or "").rstrip(".").lower()
        amount = round(number * _SCALES.get(scale, 1.0), 2)
        ahead = text[max(0, match.start() - 60) : match.start()]
        bound: Bound = "up_to" if _UP_TO.search(ahead) else "more_than" if _MORE.search(ahead) else "exact"
        found.append(Money(match.start(), match.end(), amount, currency, bound, match.group()))
    return found


def _currency(sign: str) -> str | None:
    plain = sign.strip().upper()
    if plain.endswith("$") and plain[:2] in ("US", "U."):
        return "USD"
    if plain.endswith("DOLLARS"):
        return "USD"
    return _SYMBOLS.get(plain)


def find_percents(text: str) -> list[Percent]:
    """All percentages of a text in order; a range is one ('6% to 8%')."""
    found = []
    for match in _PERCENT.finditer(text):
        high = float(match["high"])
        low = float(match["low"]) if match["low"] else high
        if low > high:
            low = high
        found.append(Percent(match.start(), match.end(), low, high, match.group()))
    return found
