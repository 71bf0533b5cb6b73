"""Rows in, Parquet files out, each put in place by one rename; and back again.

Belongs here: files of a home and their atomicity. Does not belong here: which rows are good.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ingest.errors import HomeUnusable
from ingest.load.tables import ENTITY_IDS, LANDING, RESOLVED
from ingest.records import NOUNS, PressRelease, Section


def write_table(path: Path, rows: Sequence[dict[str, Any]], schema: pa.Schema) -> Path:
    """The path, now holding ``rows`` (possibly none) as Parquet; readers see the old file or the new one, never half.

    Raises:
        HomeUnusable: the folder cannot be written.
    """
    columns = {name: [row.get(name) for row in rows] for name in schema.names}
    table = pa.table({n: pa.array(v, type=schema.field(n).type) for n, v in columns.items()}, schema=schema)
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(table, aside, compression="zstd")
        with aside.open("rb") as handle:
            os.fsync(handle.fileno())
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise HomeUnusable(f"Cannot write {path}: {error.strerror}; free space or mend the permissions.") from error
    return path


def write_landing(home: Path, noun: str, night: str, rows: Iterable[Any]) -> Path:
    """The landing file of one table and night, replaced whole by ``rows`` (records, or dicts of the same columns)."""
    schema = LANDING[noun]
    dicts = [row if isinstance(row, dict) else _row(row, schema.names) for row in rows]
    return write_table(home / "landing" / noun / f"{night}.parquet", dicts, schema)


def write_releases(home: Path, night: str, releases: Sequence[PressRelease]) -> None:
    """The landing files ``press_releases`` and ``release_sections`` of one night."""
    write_landing(home, "press_releases", night, releases)
    sections = [
        {"release_id": release.release_id, **dataclasses.asdict(section)}
        for release in releases
        for section in release.sections
    ]
    write_landing(home, "release_sections", night, sections)


def write_resolved(home: Path, tables: dict[str, list[dict[str, Any]]]) -> None:
    """Every file of ``resolved/``, each replaced whole."""
    for name, schema in RESOLVED.items():
        write_table(home / "resolved" / f"{name}.parquet", tables[name], schema)


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of one Parquet file; an empty list where there is none.

    Raises:
        HomeUnusable: it is damaged.
    """
    if not path.exists():
        return []
    try:
        rows: list[dict[str, Any]] = pq.ParquetFile(path).read().to_pylist()
    except (OSError, pa.ArrowException) as error:
        raise HomeUnusable(
            f"{path} is damaged ({error}): restore it from a copy of the home; what lies under landing/ "
            "may be deleted, the next night reads it anew."
        ) from error
    return rows


def is_landed(home: Path, night: str) -> bool:
    """Whether every landing table has a file of this night that can be read and has today's columns."""
    for noun, schema in LANDING.items():
        try:
            found = pq.read_schema(home / "landing" / noun / f"{night}.parquet")
        except (OSError, pa.ArrowException):
            return False
        if found.names != schema.names:
            return False
    return True


def landed_nights(home: Path, noun: str = "press_releases") -> list[str]:
    """The nights that have a landing file of this table, in order."""
    return sorted(path.stem for path in (home / "landing" / noun).glob("*.parquet"))


def read_landing(home: Path, noun: str) -> Iterator[Any]:
    """The records of one landing table over all nights, in order of nights (sections of releases are not read back).

    Raises:
        HomeUnusable: a file is damaged, or another version wrote it and no night has read its documents anew.
    """
    record: type = PressRelease if noun == "press_releases" else NOUNS[noun]
    for night in landed_nights(home, noun):
        path = home / "landing" / noun / f"{night}.parquet"
        for row in read_rows(path):
            if row.keys() != set(LANDING[noun].names):
                raise HomeUnusable(
                    f"{path} has the columns of another version, and the documents of {night} are not in the archive to be "
                    f"read anew: restore archive/arrivals/{night}.jsonl, or move the files {night}.parquet out of landing/."
                )
            yield record(**{k: tuple(v) if isinstance(v, list) else v for k, v in row.items()})


def read_sections(home: Path, night: str) -> dict[str, tuple[Section, ...]]:
    """The sections of one night's releases, by release_id."""
    found: dict[str, list[Section]] = {}
    for row in read_rows(home / "landing" / "release_sections" / f"{night}.parquet"):
        found.setdefault(row.pop("release_id"), []).append(Section(**row))
    return {release_id: tuple(sections) for release_id, sections in found.items()}


def read_entity_ids(home: Path) -> list[dict[str, Any]]:
    """The minted ids: rows of kind, key, entity_id."""
    return read_rows(home / "ledger" / "entity_ids.parquet")


def write_entity_ids(home: Path, rows: Sequence[dict[str, Any]]) -> None:
    """The ledger of minted ids, replaced whole (it only grows)."""
    write_table(home / "ledger" / "entity_ids.parquet", rows, ENTITY_IDS)


def _row(record: Any, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(record, name) for name in names}
