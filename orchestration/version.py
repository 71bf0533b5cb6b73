"""Which code runs: the version of the package and, in a clone, its commit."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ingest.settings import PROJECT_FOLDER


@cache
def code_version() -> str:
    """Like ``0.1.0+1a2b3c4d5e6f``; read from files, so that no program named git need exist."""
    try:
        released = version("dateline")
    except PackageNotFoundError:
        released = "0"
    commit = _read_commit(PROJECT_FOLDER / ".git")
    return f"{released}+{commit[:12]}" if commit else released


def _read_commit(git: Path) -> str | None:
    head = git / "HEAD"
    if not head.is_file():
        return None
    words = head.read_text(encoding="utf-8").strip()
    if not words.startswith("ref: "):
        return words
    name = words.removeprefix("ref: ")
    if (git / name).is_file():
        return (git / name).read_text(encoding="utf-8").strip()
    packed = git / "packed-refs"
    lines = packed.read_text(encoding="utf-8").splitlines() if packed.is_file() else []
    return next((line.split()[0] for line in lines if line.endswith(" " + name)), None)
