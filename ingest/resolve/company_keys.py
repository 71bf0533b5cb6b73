"""Which company of the vocabulary a printed company is: by key, by name, by ticker.

The curated list and the table of the stock regulator overlap: one company may have a key in both ('own:…', 'cik:…').
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.records import CompanyName
from ingest.resolve.names import company_key
from ingest.resolve.rulebook import read_rules
from ingest.resolve.sightings import count_first
from ingest.vocabulary.vocabulary import Entity, Lexicon

_WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Lookup:
    """The companies of the vocabulary by key, by name without legal suffix, and by ticker."""

    lexicon: Lexicon
    ciks: dict[str, str]
    by_name: dict[str, str]
    by_ticker: dict[str, str]
    curated: dict[str, str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Lookup:
        """The lookup of a lexicon; a curated company and a regulator's entry of the same name are one."""
        by_name: dict[str, str] = {}
        tickers: dict[str, list[str]] = defaultdict(list)
        ciks: dict[str, str] = {}
        registered = {company_key(e.name): k for k, e in sorted(lexicon.entities.items()) if k.startswith("cik:")}
        by_symbol = {e.ticker: e for k, e in sorted(lexicon.entities.items()) if k.startswith("cik:") and e.ticker}
        for key, entity in sorted(lexicon.entities.items()):
            names = [company_key(name) for name in entity.names]
            cik = key if key.startswith("cik:") else next((registered[n] for n in names if n in registered), None)
            if (
                cik is None
                and (listed := by_symbol.get(entity.ticker or ""))
                and _share_a_word(entity.names, listed.names)
            ):
                cik = listed.key
            if cik:
                ciks[key] = cik
        for key, entity in sorted(lexicon.entities.items()):
            main = ciks.get(key, key)
            for name in entity.names:
                by_name.setdefault(company_key(name), main)
            if entity.ticker and main not in tickers[entity.ticker]:
                tickers[entity.ticker].append(main)
        unique = {ticker: keys[0] for ticker, keys in tickers.items() if len(keys) == 1}
        curated = {cik: key for key, cik in sorted(ciks.items()) if key != cik}
        return cls(lexicon, ciks, by_name, unique, curated)

    def same(self, key: str) -> str:
        """The one key of a company that has two."""
        return self.ciks.get(key, key)

    def cik_of(self, key: str) -> str | None:
        """The regulator's number of a company, as the vocabulary writes it."""
        return key.removeprefix("cik:") if key.startswith("cik:") else None

    def entity(self, key: str) -> Entity | None:
        """What is known of a company: the curated entry before the regulator's."""
        return self.lexicon.entity(self.curated.get(key, key))

    def is_curated(self, key: str) -> bool:
        """Whether the name of the entity is written as one reads it, not in the regulator's capitals."""
        return not key.startswith("cik:") or key in self.curated

    def key_of(self, names: Sequence[CompanyName]) -> str | None:
        """The vocabulary's key for the names of one reference."""
        given = count_first(name.vocabulary_key for name in names)
        if given:
            return self.same(given)
        main = next((name for name in names if name.is_primary), names[0])
        known = self.by_name.get(company_key(main.name))
        if known:
            return known
        ticker = count_first(name.ticker for name in names)
        key = self.by_ticker.get(ticker) if ticker else None
        entity = self.entity(key) if key else None
        return key if entity and _share_a_word([main.name], entity.names) else None


def _share_a_word(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a printed name has a word of the company's own name, words of the trade apart; a ticker alone may stand behind a wrong name."""
    left, right = ({word for name in side for word in _WORD.findall(name.lower())} for side in (names, others))
    return bool((left & right) - set(read_rules("names")["trade_words"]))
