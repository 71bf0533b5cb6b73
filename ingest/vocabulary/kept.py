"""The vocabulary as it was read last, kept as plain data beside the compiled modules, so that a start need not parse it.

What is kept is believed only when it was made of the same files by the same code; else it is made anew. A folder that
cannot be written is no error: then nothing is kept.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_FILES = ("data/*.tsv.gz", "own_*.yaml", "vocabulary.py", "lexicon.py", "terms.py", "snapshot.py")


def source_key() -> bytes:
    """What the vocabulary is made of, as one hash: tables, curated files, the code that reads them, the interpreter."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(path for pattern in _FILES for path in _FOLDER.glob(pattern)):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.digest()


def places() -> list[Path]:
    """Where it may be kept, best first: beside the compiled modules if those may be written, the user's cache folder."""
    user = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    beside = [] if sys.dont_write_bytecode else [Path(cache_from_source(str(_FOLDER / "vocabulary.py"))).parent]
    return [*beside, user / "dateline"]


def read_kept(key: bytes, folders: list[Path]) -> Any | None:
    """What was kept under a key; None when there is nothing, or nothing that can be believed."""
    for folder in folders:
        try:
            content = _file(folder).read_bytes()
        except OSError:
            continue
        body = memoryview(content)[64:]
        if content[:32] == key and content[32:64] == hashlib.sha256(body).digest():
            return marshal.loads(body)
    return None


def keep(key: bytes, plain: Any, folders: list[Path]) -> Path | None:
    """Keeps plain data under a key in the first folder that can be written; returns where, or None."""
    body = marshal.dumps(plain)
    for folder in folders:
        fresh = folder / f"vocabulary.{os.getpid()}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(key + hashlib.sha256(body).digest() + body)
            fresh.replace(_file(folder))
        except OSError:
            continue
        return _file(folder)
    return None


def _file(folder: Path) -> Path:
    return folder / "vocabulary.kept"
