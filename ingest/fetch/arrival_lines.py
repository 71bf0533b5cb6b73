"""One page of the archive as one line of JSON, and back: every field exactly, but the body, which lies by its hash."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ingest.records import ListingItem, RawPage

_KEPT_ELSEWHERE = frozenset({"item", "body", "night"})  # in its own object, in the body's file, in the file's name


def write_line(page: RawPage, headers: Mapping[str, str]) -> bytes:
    """The line, ASCII only and with its end."""
    fields = {
        "sha256": page.sha256,
        "item": _plain(page.item, frozenset()),
        **_plain(page, _KEPT_ELSEWHERE),
        "byte_count": len(page.body),
        "headers": dict(headers),
    }
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def read_line(fields: Mapping[str, Any], body: bytes, night: str) -> RawPage:
    """The page again. Fields that a later version dropped are ignored, fields that it added have their defaults."""
    item = ListingItem(**_typed(ListingItem, fields["item"]))
    return RawPage(item=item, body=body, night=night, **_typed(RawPage, fields))


def _plain(record: Any, without: frozenset[str]) -> dict[str, Any]:
    found = {f.name: getattr(record, f.name) for f in dataclasses.fields(record) if f.name not in without}
    return {k: v.isoformat() if isinstance(v, datetime) else v for k, v in found.items() if v is not None}


def _typed(record: type, fields: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for f in dataclasses.fields(record):
        if f.name in _KEPT_ELSEWHERE:
            continue
        value = fields.get(f.name)
        if value is not None and "datetime" in str(f.type):
            value = datetime.fromisoformat(value)
        if value is not None or f.default is dataclasses.MISSING:
            found[f.name] = value
    return found
