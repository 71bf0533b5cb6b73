"""What an asset shows of itself: its description from the record's docstring, its columns, its counts, a preview."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
import typing
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import dagster as dg

from ingest.records import NOUNS
from orchestration.home import Home

PREVIEW_ROWS = 5


def describe_record(record: type) -> str:
    """The first sentence of a record's docstring."""
    return (inspect.getdoc(record) or "").split("\n")[0]


def record_columns(record: type) -> dg.TableSchema:
    """The columns of a record class, as Dagster shows them."""
    hints = typing.get_type_hints(record)
    return dg.TableSchema(
        columns=[
            dg.TableColumn(name=f.name, type=_type_word(hints[f.name]), constraints=_nullability(hints[f.name]))
            for f in dataclasses.fields(record)
        ]
    )


def noun_specs(verb: str, group: str, dep_verb: str, words: str) -> list[dg.AssetSpec]:
    """One asset per noun under ``verb/``, depending on the same noun of the verb before."""
    return [
        dg.AssetSpec(
            key=[verb, noun],
            group_name=group,
            deps=[[dep_verb, noun] if dep_verb != "parsed" else ["parsed", "press_releases"]],
            description=f"{describe_record(record)} {words}",
            metadata={"dagster/column_schema": record_columns(record)},
            kinds={"python"},
        )
        for noun, record in NOUNS.items()
    ]


def preview_handover(home: Home, night: str, verb: str, noun: str) -> dg.MarkdownMetadataValue:
    """The first rows that a verb handed over, cut to what a page can show; columns that are empty in all are left out."""
    path = home.handover(night, verb, noun)
    if not path.exists():
        return dg.MetadataValue.md("_no rows_")
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in islice(file, PREVIEW_ROWS)]
    columns = [name for name in (rows[0] if rows else {}) if any(row[name] not in (None, [], "") for row in rows)]
    return preview_rows(columns, [[row[name] for name in columns] for row in rows])


def preview_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> dg.MarkdownMetadataValue:
    """A Markdown table of some rows."""
    head = f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}"
    body = "\n".join(f"| {' | '.join(_cell(value) for value in row)} |" for row in rows)
    return dg.MetadataValue.md(f"{head}\n{body}" if body else "_no rows_")


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return re.sub(r"[|\s]+", " ", text)[:80]


def _nullability(hint: Any) -> dg.TableColumnConstraints:
    return dg.TableColumnConstraints(nullable=type(None) in typing.get_args(hint))


def _type_word(hint: Any) -> str:
    parts = [part for part in typing.get_args(hint) if part is not type(None)]
    if typing.get_origin(hint) is tuple:
        return f"list of {_type_word(parts[0])}"
    if typing.get_origin(hint) is typing.Literal:
        return "text (closed list)"
    if type(None) in typing.get_args(hint):
        return _type_word(parts[0])
    return {"str": "text"}.get(hint.__name__, str(hint.__name__))
