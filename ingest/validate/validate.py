"""The stage: rows of one night in, good rows and refusals out; every row that came in is in one of the two.

A night is checked noun by noun, quotes first, so that a row leans only on rows that are good themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandera.pandas as pa

from ingest.records import NOUNS, Evidence
from ingest.validate.rules import read_rules
from ingest.validate.schemas import Known, build_schema, frame_of

REASONS = (
    "quote_not_in_text",
    "wrong_type",
    "null_key",
    "not_in_closed_list",
    "duplicate_key",
    "bad_form",
    "out_of_range",
    "window_reversed",
    "statement_status_conflict",
    "no_quote",
    "dangling_ref",
    "low_confidence",
    "fact_refused",
)
"""Why a row is refused; of several reasons the first in this order is the row's."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that does not go on: the record, the key of the reason, a sentence, and the quotes that went with it."""

    record: Any
    reason: str
    detail: str
    quotes: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the rows of one noun."""

    good: list[Any]
    refused: list[Refusal]


def validate_tables(tables: Mapping[str, list[Any]], texts: Mapping[str, str]) -> dict[str, Verdict]:
    """The verdict of every noun of one night; ``tables`` holds its records by noun, ``texts`` the text by release_id.

    A quote whose fact is refused leaves with it: it is told in the fact's ``quotes`` and counted as ``fact_refused``.
    """
    rules = read_rules()
    quotes = validate_rows("evidence", tables.get("evidence", []), Known(texts))
    known = Known(texts, quoted={(row.fact_table, row.fact_id) for row in quotes.good})
    verdicts: dict[str, Verdict] = {}
    for noun in NOUNS:
        if noun == "evidence":
            continue
        verdicts[noun] = validate_rows(noun, tables.get(noun, []), known)
        if noun in rules.named_by:
            known.refs[noun] = {getattr(row, rules.named_by[noun]) for row in verdicts[noun].good}
    verdicts["evidence"] = _follow_facts(quotes, verdicts)
    return verdicts


def validate_rows(noun: str, records: list[Any], known: Known) -> Verdict:
    """The verdict of the rows of one noun, in their order."""
    if not records:
        return Verdict([], [])
    try:
        build_schema(noun, known).validate(frame_of(noun, records), lazy=True)
    except pa.errors.SchemaErrors as error:
        faults = _faults_by_row(error)
    else:
        return Verdict(records, [])
    good = [record for place, record in enumerate(records) if place not in faults]
    refused = [_refuse(noun, records[place], faults[place]) for place in sorted(faults)]
    return Verdict(good, refused)


def _faults_by_row(error: pa.errors.SchemaErrors) -> dict[int, list[tuple[str, str | None]]]:
    """Row -> (reason, column or None when the fault lies between columns).

    Raises:
        SchemaErrors: a fault lies in no row (a schema that cannot be applied): that is a bug, not a bad row.
    """
    faults: dict[int, list[tuple[str, str | None]]] = {}
    for case in error.failure_cases.itertuples():
        reason = "null_key" if case.check == "not_nullable" else str(case.check)
        if reason not in REASONS or case.index is None:
            raise error
        column = str(case.column) if case.schema_context == "Column" else None
        faults.setdefault(int(case.index), []).append((reason, column))
    return faults


def _refuse(noun: str, record: Any, faults: list[tuple[str, str | None]]) -> Refusal:
    faults = sorted(set(faults), key=lambda fault: (REASONS.index(fault[0]), fault[1] or ""))
    told = [
        f"{reason} ({column} is {getattr(record, column)!r:.80})" if column else reason for reason, column in faults
    ]
    key = getattr(record, read_rules().keys[noun])
    return Refusal(record, faults[0][0], f"The row {key} of {noun} breaks a rule: {'; '.join(dict.fromkeys(told))}.")


def _follow_facts(quotes: Verdict, verdicts: Mapping[str, Verdict]) -> Verdict:
    """The quotes that still have their fact; those of refused facts are refused with them."""
    rules = read_rules()
    kept: set[tuple[str, str]] = set()
    for noun, table in rules.quotes.items():
        kept |= {(table, getattr(row, rules.keys[noun])) for row in verdicts[noun].good}
    good = [row for row in quotes.good if (row.fact_table, row.fact_id) in kept]
    left = [row for row in quotes.good if (row.fact_table, row.fact_id) not in kept]
    by_fact: dict[tuple[str, str], list[Evidence]] = {}
    for row in left:
        by_fact.setdefault((row.fact_table, row.fact_id), []).append(row)
    for noun, table in rules.quotes.items():
        for place, refusal in enumerate(verdicts[noun].refused):
            gone = by_fact.get((table, getattr(refusal.record, rules.keys[noun])), [])
            verdicts[noun].refused[place] = Refusal(refusal.record, refusal.reason, refusal.detail, tuple(gone))
    told = {
        quote.evidence_id for verdict in verdicts.values() for refusal in verdict.refused for quote in refusal.quotes
    }
    gone_too = [
        Refusal(
            row, "fact_refused" if row.evidence_id in told else "dangling_ref", f"{row.fact_table} has no such row."
        )
        for row in left
    ]
    return Verdict(good, quotes.refused + gone_too)
