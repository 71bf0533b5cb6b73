"""Money in another currency -> US dollars by the European Central Bank's reference rate of the day.

No network: the rates come in the package ``currencyconverter``, up to the day of its release.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from currency_converter import CurrencyConverter, RateNotFoundError

_DAYS_BACK = 7  # the bank sets no rate on weekends and holidays: the last one before counts


def usd_on(amount: float, currency: str, day: date | None) -> tuple[float | None, date | None]:
    """(dollars, day of the rate); (amount, null) for dollars; nulls when no rate of that week is on file."""
    if currency == "USD":
        return amount, None
    if day is None:
        return None, None
    rates = _rates()
    if currency not in (rates.currencies or ()):
        return None, None
    for back in range(_DAYS_BACK + 1):
        when = day - timedelta(days=back)
        try:
            return round(float(rates.convert(amount, currency, "USD", date=when)), 2), when
        except RateNotFoundError:
            continue
    return None, None


@cache
def _rates() -> CurrencyConverter:
    return CurrencyConverter()
