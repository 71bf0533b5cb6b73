"""The rules of ``rules.yaml``, read once and checked against the records, so that a rule for no column is an error."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import VocabularyError
from ingest.records import NOUNS, field_names

RULES_FILE = Path(__file__).with_name("rules.yaml")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a row must keep; each field is one part of ``rules.yaml``."""

    keys: dict[str, str]
    quotes: dict[str, str]
    refs: dict[str, dict[str, str]]
    named_by: dict[str, str]
    statements: dict[str, list[str]]
    ranges: dict[str, list[list[str]]]
    bounds: dict[str, list[float]]
    forms: dict[str, str]
    needs_text: list[str]
    publishing_threshold: dict[str, float]

    def threshold(self, noun: str) -> float:
        """The confidence below which a fact of this noun is not published."""
        return self.publishing_threshold.get(noun, self.publishing_threshold["default"])


@cache
def read_rules() -> Rules:
    """The rules.

    Raises:
        VocabularyError: the file names a noun or a column that no record has, or leaves a part out.
    """
    try:
        rules = Rules(**yaml.safe_load(RULES_FILE.read_text(encoding="utf-8")))
    except TypeError as error:
        raise VocabularyError(f"{RULES_FILE.name} of validate has a part too many or too few: {error}.") from error
    known = {noun: set(field_names(record)) for noun, record in NOUNS.items()}
    columns = set().union(*known.values())
    said = {*rules.bounds, *rules.forms, *rules.needs_text}
    said |= {name for pairs in rules.ranges.values() for pair in pairs for name in pair}
    strange = [name for name in said if name not in columns]
    of_nouns = [*rules.keys.items(), *rules.named_by.items()]
    of_nouns += [(noun, column) for noun, refs in rules.refs.items() for column in refs]
    strange += [f"{noun}.{column}" for noun, column in of_nouns if column not in known.get(noun, set())]
    if strange or set(rules.keys) != set(NOUNS):
        raise VocabularyError(f"{RULES_FILE.name} of validate names what no record has: {', '.join(sorted(strange))}.")
    return rules


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """What a record class says of one column: its Python type, whether it may be null, its closed list if any."""

    kind: type
    is_nullable: bool
    allowed: tuple[str, ...] | None


@cache
def column_rules(noun: str) -> dict[str, ColumnRule]:
    """Column -> its rule, in the order of the record's fields."""
    hints = typing.get_type_hints(NOUNS[noun])
    return {name: _column_rule(hints[name]) for name in field_names(NOUNS[noun])}


def _column_rule(hint: Any) -> ColumnRule:
    is_nullable = False
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        (hint,) = (part for part in typing.get_args(hint) if part is not type(None))
        is_nullable = True
    if typing.get_origin(hint) is typing.Literal:
        return ColumnRule(str, is_nullable, typing.get_args(hint))
    if typing.get_origin(hint) is tuple:
        return ColumnRule(tuple, is_nullable, None)
    return ColumnRule(hint, is_nullable, None)
