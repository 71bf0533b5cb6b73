"""The archive of a home: every body that ever arrived, by its hash, and one line per arrival. Never edited.

    archive/<2>/<sha256>.zst          one body, written aside and put in place by a rename
    archive/arrivals/<night>.jsonl    one line per document that arrived this night, appended after its body is safe
    archive/state/<source>.json       what the next poll of a source must remember

Killed at any moment, it reads back whole: a body without a line is found again by the next fetch, and a line that was
cut short is passed over and overwritten. Processes and threads may add at the same time.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import threading
import urllib.parse
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import compress
from pathlib import Path
from typing import Any

import zstandard

from ingest.errors import HomeUnusable
from ingest.fetch.answers import shown_headers
from ingest.fetch.arrival_lines import read_line, write_line
from ingest.records import RawPage

_LEVEL = 10


class Archive:
    """Bodies and arrivals of one home. Thread-safe."""

    def __init__(self, home: Path) -> None:
        self._root = home / "archive"
        self._arrivals = self._root / "arrivals"
        self._lock = threading.Lock()
        self._seen: set[bytes] = set()  # digests of addresses, and of addresses with their content
        self._read_up_to: dict[str, int] = {}
        self._count: bytes | None = None

    def put(self, body: bytes) -> str:
        """The hex SHA-256 under which the body now lies in the archive (and on the disk)."""
        sha256 = hashlib.sha256(body).hexdigest()
        path = self._body_path(sha256)
        if not path.exists():
            packed = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compress(body)
            with _named_failures(path):
                _write_whole(path, packed)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The body of this hash, checked against it.

        Raises:
            HomeUnusable: it is not there, or the disk gave back something else.
        """
        path = self._body_path(sha256)
        try:
            body = zstandard.ZstdDecompressor().decompress(path.read_bytes())
        except (OSError, zstandard.ZstdError) as error:
            raise HomeUnusable(f"{path} cannot be read ({error}): restore it from a copy of the archive.") from error
        if hashlib.sha256(body).hexdigest() != sha256:
            raise HomeUnusable(f"{path} does not hold what its name says: restore it from a copy of the archive.")
        return body

    def add_arrival(self, page: RawPage, headers: Mapping[str, str] | None = None) -> bool:
        """Whether the page is new: false when this address has arrived with this very content before, on any night.

        When it returns, body and line are on the disk.
        """
        return self.add_arrivals([page], headers) == [True]

    def add_arrivals(self, pages: Sequence[RawPage], headers: Mapping[str, str] | None = None) -> list[bool]:
        """For each page whether it is new, as ``add_arrival`` says; forced to the disk once for all pages of a night."""
        new = [not self._has(_keys(page.item.source_uri, page.sha256)[1]) for page in pages]
        for page in compress(pages, new):
            self.put(page.body)  # outside the lock: most of the time goes here
        if not any(new):
            return new
        with _named_failures(self._arrivals), self._locked(fcntl.LOCK_EX) as lock:
            self._catch_up(lock)
            lines: dict[Path, list[bytes]] = {}
            fresh: set[bytes] = set()
            for number, page in enumerate(pages):
                keys = _keys(page.item.source_uri, page.sha256)
                new[number] = keys[1] not in self._seen and keys[1] not in fresh
                if new[number]:
                    line = write_line(page, shown_headers(headers or {}))
                    lines.setdefault(self._night_path(page.night), []).append(line)
                    fresh.update(keys)
            for path, added in lines.items():
                # The count goes first: a kill between the two costs the others a look, and hides no line from them.
                self._set_count(lock)
                self._read_up_to[path.name] = _append_lines(path, added)
            self._seen |= fresh
        return new

    def arrivals(self, night: str) -> Iterator[RawPage]:
        """The pages that arrived this night, in order of arrival, exactly as they were added."""
        path = self._night_path(night)
        for number, line in enumerate(_whole_lines(path, 0), start=1):
            fields = _parsed(path, number, line)
            yield read_line(fields, self.get(fields["sha256"]), night)

    def arrival_count(self, night: str) -> int:
        """How many pages arrived this night."""
        return sum(1 for _ in _whole_lines(self._night_path(night), 0))

    def nights(self) -> list[str]:
        """The nights on which something arrived, in order."""
        found = sorted(self._arrivals.glob("*.jsonl"))
        return [path.stem for path in found if next(_whole_lines(path, 0), None) is not None]

    def knows(self, source_uri: str) -> bool:
        """Whether some version of this address has arrived."""
        return self._has(_digest(source_uri))

    def read_state(self, source_name: str) -> dict[str, Any]:
        """What was last written for this source; empty when nothing was (or it is damaged: the next poll reads all)."""
        try:
            state = json.loads(self._state_path(source_name).read_bytes())
        except (OSError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}

    def write_state(self, source_name: str, state: dict[str, Any]) -> None:
        """Replaces what is remembered for this source, whole or not at all."""
        path = self._state_path(source_name)
        with _named_failures(path):
            _write_whole(path, json.dumps(state, sort_keys=True).encode())

    def _has(self, key: bytes) -> bool:
        if not self._arrivals.is_dir():
            return False
        with _named_failures(self._arrivals), self._locked(fcntl.LOCK_SH) as lock:
            self._catch_up(lock)
            return key in self._seen

    @contextmanager
    def _locked(self, kind: int) -> Iterator[int]:
        """Holds the lock on all arrivals, of this process's threads and of other processes; gives its file."""
        self._arrivals.mkdir(parents=True, exist_ok=True)
        with self._lock:
            file = os.open(self._arrivals / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
            try:
                fcntl.flock(file, kind)
                yield file
            finally:
                os.close(file)

    def _catch_up(self, lock: int) -> None:
        """Reads the lines that others added since we last looked; the lock file's count says whether there are any."""
        count = os.pread(lock, 40, 0)
        if count and count == self._count:
            return
        for path in sorted(self._arrivals.glob("*.jsonl")):
            start = self._read_up_to.get(path.name, 0)
            if path.stat().st_size <= start:
                continue
            for number, line in enumerate(_whole_lines(path, start), start=1):
                fields = _parsed(path, number, line)
                self._seen.update(_keys(fields["item"]["source_uri"], fields["sha256"]))
                start += len(line)
            self._read_up_to[path.name] = start
        self._count = count

    def _set_count(self, lock: int) -> None:
        self._count = b"%020d" % (int(os.pread(lock, 40, 0) or b"0") + 1)
        os.pwrite(lock, self._count, 0)

    def _body_path(self, sha256: str) -> Path:
        return self._root / sha256[:2] / f"{sha256}.zst"

    def _night_path(self, night: str) -> Path:
        return self._arrivals / f"{date.fromisoformat(night).isoformat()}.jsonl"

    def _state_path(self, source_name: str) -> Path:
        name = urllib.parse.quote(source_name, safe=" ", errors="surrogatepass")
        if len(name) > 150 or name.startswith("."):
            name = hashlib.sha256(source_name.encode()).hexdigest()
        return self._root / "state" / f"{name}.json"


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _keys(source_uri: str, sha256: str) -> tuple[bytes, bytes]:
    return _digest(source_uri), _digest(f"{sha256}\x00{source_uri}")


def _whole_lines(path: Path, start: int) -> Iterator[bytes]:
    """The lines from this offset on that end; what a kill cut short has no end and is passed over."""
    if not path.exists():
        return
    with path.open("rb") as file:
        file.seek(start)
        for line in file:
            if line.endswith(b"\n"):
                yield line


def _parsed(path: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        fields: dict[str, Any] = json.loads(line)
    except ValueError as error:
        raise HomeUnusable(
            f"Line {number} of {path} is damaged ({error}): restore the file from a copy of the archive."
        ) from error
    return fields


def _append_lines(path: Path, lines: list[bytes]) -> int:
    """The size of the file with the lines behind its last whole one, on the disk."""
    is_new = not path.exists()
    with path.open("ab+") as file:
        size = file.seek(0, os.SEEK_END)
        whole = _end_of_whole_lines(file.fileno(), size)
        if whole < size:
            file.truncate(whole)  # cut short by a kill: nobody was told that it arrived
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        _sync_folder(path.parent)
    return whole + sum(map(len, lines))


def _end_of_whole_lines(file: int, size: int) -> int:
    end = size
    while end > 0:
        start = max(end - 65536, 0)
        at = os.pread(file, end - start, start).rfind(b"\n")
        if at >= 0:
            return start + at + 1
        end = start
    return 0


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    with aside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def _named_failures(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise HomeUnusable(f"Cannot write {path}: {error.strerror}; free space or mend the permissions.") from error
