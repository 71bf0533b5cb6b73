"""The operations ledger: JSON lines that are only ever appended, read by dbt into schema ``ops``.

A failed night publishes nothing but leaves its lines here, so the next good file tells of it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ingest.errors import HomeUnusable

LEDGERS = ("nights", "source_runs", "quarantine", "scorecard")


def append_lines(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Appends rows as JSON lines and forces them to the disk; gives their number.

    A line that a killed run left half written is closed first, so that it spoils only itself.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows)
    with path.open("ab+") as file:
        if file.tell():
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                text = "\n" + text
        file.write(text.encode(errors="replace"))  # words of the system may hold what is no text
        file.flush()
        os.fsync(file.fileno())
    return text.strip().count("\n") + 1 if text.strip() else 0


def read_lines(path: Path) -> list[dict[str, Any]]:
    """All whole lines of a ledger, oldest first; what a killed run left half written is passed over."""
    if not path.exists():
        return []
    rows = []
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict):
            rows.append(row)
    return rows


def mend_ledger(path: Path) -> None:
    """Leaves a ledger that dbt can read: it exists, and half-written lines of a killed run are gone.

    Raises:
        HomeUnusable: it cannot be read or written.
    """
    try:
        _mend(path)
    except OSError as error:
        raise HomeUnusable(
            f"The ledger {path} cannot be read or written ({error.strerror}): make it a file that you may write, "
            "or move it away; without it the home forgets what it tells of past nights."
        ) from error


def _mend(path: Path) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return
    text = path.read_text(encoding="utf-8", errors="replace")
    whole = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in read_lines(path))
    if text.count("\n") != whole.count("\n") or (text and not text.endswith("\n")):
        aside = path.with_suffix(".mended")
        aside.write_text(whole, encoding="utf-8")
        aside.replace(path)
