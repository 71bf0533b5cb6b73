"""One pandera schema per noun: columns, nulls and closed lists from its record, the rest from ``rules.yaml``.

Belongs here: checks as vectors over a frame; the ``error`` of each check is the reason that quarantine shows. Does not
belong here: what happens to a row that fails (validate.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import pandera.pandas as pa

from ingest.validate.rules import ColumnRule, Rules, column_rules, read_rules

Quoted = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows of a night may lean on: texts by release_id, (fact table, fact id) with a good quote, good refs."""

    texts: Mapping[str, str]
    quoted: Quoted = field(default_factory=set)
    refs: dict[str, set[str]] = field(default_factory=dict)


def build_schema(noun: str, known: Known) -> pa.DataFrameSchema:
    """The schema of one noun on one night."""
    rules = read_rules()
    columns = {name: _column(name, rule, rules) for name, rule in column_rules(noun).items()}
    return pa.DataFrameSchema(columns, checks=list(_row_checks(noun, known, rules)), strict=True)


def _column(name: str, rule: ColumnRule, rules: Rules) -> pa.Column:
    checks = [pa.Check(partial(_has_type, kind=rule.kind), error="wrong_type")]
    if rule.allowed:
        checks.append(pa.Check.isin(rule.allowed, error="not_in_closed_list"))
    if name in rules.bounds:
        low, high = rules.bounds[name]
        checks.append(pa.Check(partial(_is_between, low=low, high=high), error="out_of_range"))
    if name in rules.forms:
        checks.append(pa.Check(partial(_has_form, form=re.compile(rules.forms[name])), error="bad_form"))
    if name in rules.needs_text:
        checks.append(pa.Check(_has_words, error="null_key"))
    return pa.Column(None, checks, nullable=rule.is_nullable)


def _row_checks(noun: str, known: Known, rules: Rules) -> list[pa.Check]:
    columns = column_rules(noun)
    checks = [pa.Check(partial(_is_first, column=rules.keys[noun]), error="duplicate_key")]
    for reason, pairs in rules.ranges.items():
        checks += [
            pa.Check(partial(_in_order, first=first, last=last), error=reason)
            for first, last in pairs
            if {first, last} <= columns.keys()
        ]
    if {"status", "statement"} <= columns.keys() and noun == "trial_mentions":
        pairs_allowed = {(status, said) for status, words in rules.statements.items() for said in words}
        checks.append(pa.Check(partial(_agree, allowed=pairs_allowed), error="statement_status_conflict"))
    if "confidence" in columns:
        checks.append(pa.Check(partial(_is_sure, threshold=rules.threshold(noun)), error="low_confidence"))
    for column, other in rules.refs.get(noun, {}).items():
        names = known.refs.get(other, set())
        checks.append(pa.Check(partial(_is_named, column=column, names=names), error="dangling_ref"))
    if noun in rules.quotes:
        ids = {fact_id for table, fact_id in known.quoted if table == rules.quotes[noun]}
        checks.append(pa.Check(partial(_is_named, column=rules.keys[noun], names=ids), error="no_quote"))
    if noun == "evidence":
        checks.append(pa.Check(partial(_is_quoted, texts=known.texts), error="quote_not_in_text"))
    return checks


def frame_of(noun: str, records: list[Any]) -> pd.DataFrame:
    """The records as a frame of Python objects (nothing is cast), a row per record in the same order."""
    return pd.DataFrame(
        {name: pd.Series([getattr(r, name) for r in records], dtype=object) for name in column_rules(noun)},
        index=range(len(records)),
    )


def _has_type(values: pd.Series, kind: type) -> pd.Series:
    allowed = (int, float) if kind is float else kind
    return values.map(lambda v: isinstance(v, allowed) and (kind is bool or not isinstance(v, bool)))


def _is_between(values: pd.Series, low: float, high: float) -> pd.Series:
    return values.map(lambda v: isinstance(v, int | float) and low <= v <= high)


def _has_form(values: pd.Series, form: re.Pattern[str]) -> pd.Series:
    return values.map(lambda v: isinstance(v, str) and bool(form.fullmatch(v)))


def _has_words(values: pd.Series) -> pd.Series:
    return values.map(lambda v: bool(str(v).strip()))


def _is_first(frame: pd.DataFrame, column: str) -> pd.Series:
    return ~frame[column].duplicated(keep="first")


def _in_order(frame: pd.DataFrame, first: str, last: str) -> pd.Series:
    pairs = zip(frame[first], frame[last], strict=True)
    return _flags(frame, [_may_precede(a, b) for a, b in pairs])


def _may_precede(first: Any, last: Any) -> bool:
    """False only for two values of one kind in the wrong order; what is of another kind is told as wrong_type."""
    kinds: tuple[type | tuple[type, ...], ...] = (date, (int, float))
    for kind in kinds:
        if isinstance(first, kind) and isinstance(last, kind):
            return bool(first <= last)
    return True


def _agree(frame: pd.DataFrame, allowed: Quoted) -> pd.Series:
    return _flags(frame, [pair in allowed for pair in zip(frame["status"], frame["statement"], strict=True)])


def _is_sure(frame: pd.DataFrame, threshold: float) -> pd.Series:
    return _flags(frame, [isinstance(v, int | float) and v >= threshold for v in frame["confidence"]])


def _is_named(frame: pd.DataFrame, column: str, names: set[str]) -> pd.Series:
    return _flags(frame, [_all_named(value, names) for value in frame[column]])


def _all_named(value: Any, names: set[str]) -> bool:
    return value is None or (all(v in names for v in value) if isinstance(value, tuple) else value in names)


def _is_quoted(frame: pd.DataFrame, texts: Mapping[str, str]) -> pd.Series:
    columns = (frame["release_id"], frame["char_start"], frame["char_end"], frame["quote"])
    return _flags(frame, [is_in_text(texts.get(i), a, b, quote) for i, a, b, quote in zip(*columns, strict=True)])


def is_in_text(text: str | None, start: Any, end: Any, quote: Any) -> bool:
    """Whether ``text[start:end]`` is the quote, character by character, and not empty."""
    if text is None or not (isinstance(start, int) and isinstance(end, int)):
        return False
    return 0 <= start < end <= len(text) and text[start:end] == quote


def _flags(frame: pd.DataFrame, values: list[bool]) -> pd.Series:
    return pd.Series(values, index=frame.index, dtype=bool)
