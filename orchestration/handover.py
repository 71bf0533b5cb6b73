"""What one verb hands to the next: records as JSON lines under ``work/<night>/<verb>/``, one file per noun.

Belongs here: records to text and back, exactly. Does not belong here: Parquet (that is ``ingest.load``).
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from ingest.errors import PermanentError
from orchestration.home import Home, write_whole

R = TypeVar("R")


def hand_over(home: Home, night: str, verb: str, noun: str, rows: Iterable[Any]) -> int:
    """Writes the rows of one verb, whole or not at all; gives their number."""
    return write_whole(home.handover(night, verb, noun), (encode_record(row) for row in rows))


def take_over(home: Home, night: str, verb: str, noun: str, record: type[R]) -> Iterator[R]:
    """The rows that an earlier verb of this night handed over, one by one.

    Raises:
        PermanentError: that verb has not run for this night.
    """
    path = home.handover(night, verb, noun)
    if not path.exists():
        raise PermanentError(
            f"The {verb} rows of {noun} for the night {night} are not there: run the whole night, or {verb}/{noun} "
            "first."
        )
    read = _reader_of(record)  # type: ignore[arg-type] # a class is hashable
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield read(json.loads(line))


def encode_record(record: Any) -> str:
    """One record as one line of JSON; dates as ISO text, nested records as objects."""
    return json.dumps(_plain(record), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _reader_of(record: type) -> Callable[[dict[str, Any]], Any]:
    readers = {name: _value_reader(hint) for name, hint in typing.get_type_hints(record).items()}

    def read(row: dict[str, Any]) -> Any:
        return record(**{name: value if value is None else readers[name](value) for name, value in row.items()})

    return read


def _value_reader(hint: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = [part for part in typing.get_args(hint) if part is not type(None)]
        return _value_reader(inner[0])
    if origin is tuple:
        read = _value_reader(typing.get_args(hint)[0])
        return lambda values: tuple(read(value) for value in values)
    if hint is datetime:
        return datetime.fromisoformat
    if hint is date:
        return date.fromisoformat
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _reader_of(hint)
    return _same


def _same(value: Any) -> Any:
    return value
