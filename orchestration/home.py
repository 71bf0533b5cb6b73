"""The home folder: where each thing lies, made when missing, refused in one sentence when it cannot be used.

Belongs here: paths, folders, and the moves that must be atomic. Does not belong here: what is in the files.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import HomeUnusable

FOLDERS = ("archive", "landing", "resolved", "ledger", "work", "published", "dagster")

_PATTERN = set("*?[]{}")


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds one warehouse: archive, landing, ledgers, the build and what was published."""

    path: Path

    @property
    def work(self) -> Path:
        """What the running night writes; nothing in it outlives the night."""
        return self.path / "work"

    @property
    def warehouse(self) -> Path:
        """The build that dbt writes; readers never open it."""
        return self.work / "warehouse.duckdb"

    @property
    def state(self) -> Path:
        """The memory of the last good file, laid out for the build."""
        return self.work / "state"

    @property
    def running(self) -> Path:
        """The note of the night that runs; one that is found at the start tells of a killed run."""
        return self.work / "running.json"

    @property
    def published(self) -> Path:
        """The folder of builds."""
        return self.path / "published"

    @property
    def latest(self) -> Path:
        """The symlink to the last good build."""
        return self.published / "latest"

    @property
    def published_file(self) -> Path:
        """The database that readers open."""
        return self.latest / "dateline.duckdb"

    def handover(self, night: str, verb: str, noun: str) -> Path:
        """The file by which one verb hands rows to the next."""
        return self.work / night / verb / f"{noun}.jsonl"

    def arrivals(self, night: str) -> Path:
        """What arrived in a night: one JSON line per document; only ever appended."""
        return self.path / "archive" / "arrivals" / f"{night}.jsonl"

    def read_mark(self, night: str) -> Path:
        """The note of how many arrivals of a night the landing files hold."""
        return self.path / "landing" / "read" / f"{night}.json"

    def ledger(self, name: str) -> Path:
        """An append-only ledger of JSON lines."""
        return self.path / "ledger" / f"{name}.jsonl"

    def prepare(self) -> Home:
        """The same home with its folders made.

        Raises:
            HomeUnusable: it is a file, cannot be created or written, or DuckDB would read its name as a pattern.
        """
        if set(str(self.path)) & _PATTERN:
            raise HomeUnusable(
                f"The home {self.path} has one of {' '.join(sorted(_PATTERN))} in its path: name another."
            )
        try:
            for folder in FOLDERS:
                (self.path / folder).mkdir(parents=True, exist_ok=True)
            probe = self.path / "work" / f".probe-{os.getpid()}"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise HomeUnusable(
                f"The home {self.path} cannot be written ({error.strerror}): "
                "make it writable, or name another with --home or DATELINE_HOME."
            ) from error
        return self

    def discard_work(self) -> None:
        """Removes what a former night left half written."""
        for entry in self.work.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    def discard_unfinished(self) -> None:
        """Removes files that a killed run was writing aside; the lock is held, so nobody writes them now."""
        for folder in ("landing", "resolved", "ledger"):
            for aside in (self.path / folder).rglob(".*.tmp"):
                aside.unlink()


def write_whole(path: Path, lines: Iterable[str]) -> int:
    """Writes lines to a file that appears whole or not at all; gives their number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    count = 0
    with aside.open("w", encoding="utf-8") as file:
        for line in lines:
            file.write(line + "\n")
            count += 1
    aside.replace(path)
    return count


def sync_tree(folder: Path) -> None:
    """Forces all files of a folder, and the folder itself, to the disk."""
    for path in [*sorted(folder.rglob("*")), folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
