"""Our own lock on a home: one night at a time, released by the system when the process dies.

Dagster's pools do not hold for runs in one process and DuckDB's lock comes too late, so the night takes this one first.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ingest.errors import WarehouseBusy


@contextmanager
def hold_home(path: Path, note: str) -> Iterator[None]:
    """Holds ``<home>/lock`` while the block runs; ``note`` says to others what runs.

    Raises:
        WarehouseBusy: another process holds it; the sentence names the process and what it does.
    """
    with (path / "lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise WarehouseBusy(_tell_holder(path)) from None
        file.seek(0)
        file.truncate()
        file.write(json.dumps({"pid": os.getpid(), "note": note}))
        file.flush()
        yield


def read_holder(path: Path) -> dict[str, Any] | None:
    """Who holds the home now (``pid``, ``note``); None when it is free."""
    lock = path / "lock"
    if not lock.exists():
        return None
    with lock.open("r", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return _read_note(lock)
    return None


def _read_note(lock: Path) -> dict[str, Any]:
    try:
        note = json.loads(lock.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        note = None
    return note if isinstance(note, dict) else {}


def _tell_holder(path: Path) -> str:
    note = _read_note(path / "lock")
    who = f"process {note['pid']}, {note['note']}" if note.get("pid") else "another process"
    return f"The home {path} is busy ({who}): wait until that run has ended, or work in another --home."
