"""The columns and types of every Parquet table of a home: landing, resolved and state.

The one place that says so in Python; dbt's staging models list the same columns and a test compares the two.
Landing schemas follow from the classes of ``ingest.records``.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import date, datetime

import pyarrow as pa

from ingest.records import NOUNS, PressRelease, Section

_ARROW: dict[object, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us"),
}


def _arrow_type(hint: object) -> pa.DataType:
    """The Arrow type of a field's hint: optional means nullable, a tuple of str is a list, a Literal is text."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _arrow_type(next(a for a in typing.get_args(hint) if a is not type(None)))
    if origin is typing.Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(pa.string())
    return _ARROW[hint]


def record_schema(record: type, without: frozenset[str] = frozenset()) -> pa.Schema:
    """The Arrow schema of a record class, fields in order."""
    hints = typing.get_type_hints(record)
    names = [f.name for f in dataclasses.fields(record) if f.name not in without]
    return pa.schema([(name, _arrow_type(hints[name])) for name in names])


LANDING: dict[str, pa.Schema] = {
    "press_releases": record_schema(PressRelease, frozenset({"sections", "sentences"})),
    "release_sections": pa.schema([("release_id", pa.string()), *record_schema(Section)]),
    **{noun: record_schema(record) for noun, record in NOUNS.items()},
}


def _text(*names: str) -> list[tuple[str, pa.DataType]]:
    return [(name, pa.string()) for name in names]


RESOLVED: dict[str, pa.Schema] = {
    "releases": pa.schema(
        [
            *_text("release_id", "canonical_release_id", "copy_of_release_id"),
            ("version", pa.int64()),
            ("is_current", pa.bool_()),
            ("supersedes_release_id", pa.string()),
            ("is_correction", pa.bool_()),
        ]
    ),
    "release_copies": pa.schema(
        [
            *_text("release_id", "wire", "source_uri"),
            ("published_at", pa.timestamp("us")),
            ("minutes_after_first", pa.int64()),
        ]
    ),
    "companies": pa.schema(_text("company_id", "company_name", "ticker", "exchange", "cik")),
    "company_refs": pa.schema(_text("company_ref", "company_id")),
    "company_aliases": pa.schema(_text("company_id", "alias")),
    "company_parents": pa.schema(
        [
            *_text("company_id", "parent_company_id"),
            ("valid_from", pa.date32()),
            ("valid_to", pa.date32()),
            ("evidence", pa.string()),
        ]
    ),
    "compounds": pa.schema(_text("compound_id", "compound_name", "code_name", "inn", "brand_name", "modality")),
    "compound_refs": pa.schema(_text("compound_ref", "compound_id")),
    "compound_aliases": pa.schema(_text("alias_id", "compound_id", "alias", "kind", "first_release_id")),
    "compound_alias_names": pa.schema(_text("name_id", "alias_id")),
    "indications": pa.schema(
        _text(
            "indication_id",
            "indication_name",
            "mondo_id",
            "mesh_id",
            "therapeutic_area",
            "parent_indication_id",
            "mapping_status",
        )
    ),
    "indication_refs": pa.schema(_text("indication_ref", "indication_id")),
    "indication_aliases": pa.schema(_text("indication_id", "alias")),
    "targets": pa.schema(_text("target_id", "symbol", "target_name", "mapping_status")),
    "target_refs": pa.schema(_text("target_ref", "target_id")),
    "target_aliases": pa.schema(_text("target_id", "alias")),
    "decisions": pa.schema(_text("decision_id", "kind", "left_key", "right_key", "verdict", "reason", "decided_on")),
}

ENTITY_IDS = pa.schema(_text("kind", "key", "entity_id"))
