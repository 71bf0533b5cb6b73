"""Who owned whom and when, from the curated list of companies."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ingest.errors import VocabularyError
from ingest.vocabulary.vocabulary import Lexicon

_EVIDENCE = "curated list of companies (ingest/vocabulary/own_companies.yaml)"


@dataclass(frozen=True, slots=True)
class Parenthood:
    """One span of time in which one company (by vocabulary key) belonged to another."""

    key: str
    parent_key: str
    valid_from: date | None
    valid_to: date | None
    evidence: str = _EVIDENCE


def read_parents(entries: Iterable[Mapping[str, Any]], lexicon: Lexicon) -> list[Parenthood]:
    """The parents that the curated entries tell.

    Raises:
        VocabularyError: a date is none.
    """
    found = []
    for entry in entries:
        if not entry.get("parent"):
            continue
        child, parent = lexicon.lookup(str(entry["name"])), lexicon.lookup(str(entry["parent"]))
        if child is None or parent is None:  # an owner that no release can name, such as a holding or a fund
            continue
        found.append(
            Parenthood(child.key, parent.key, _day(entry.get("parent_from")), _day(entry.get("parent_to"), last=True))
        )
    return found


def _day(value: object, last: bool = False) -> date | None:
    """A day from 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD': the first of the span, or its ``last``."""
    if value is None or value == "":
        return None
    try:
        parts = [int(part) for part in str(value).split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
        return date(year, month, parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if last else 1))
    except ValueError as error:
        raise VocabularyError(f"own_companies.yaml: '{value}' is no date: write 2019-07 or 2019-07-31.") from error
