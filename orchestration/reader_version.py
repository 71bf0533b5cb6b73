"""Which reader read a fact: the extractor's name and a fingerprint of all that decides about facts."""

from __future__ import annotations

import hashlib
from functools import cache

from ingest.extract.extract import EXTRACTOR_VERSION
from ingest.settings import PROJECT_FOLDER

_READERS = ("parse", "extract", "validate", "vocabulary")
_KNOWLEDGE = {".py", ".yaml", ".csv", ".gz"}


@cache
def reader_version() -> str:
    """Like ``rules-1+1a2b3c4d``: another value whenever a rule, word or line that decides about facts has changed.

    Every fact carries it. A fact that is no longer found under another version has left because of the reader; under
    the same version its loss has no cause, and the night is refused.
    """
    digest = hashlib.sha256()
    for stage in _READERS:
        for path in sorted((PROJECT_FOLDER / "ingest" / stage).rglob("*")):
            if path.is_file() and path.suffix in _KNOWLEDGE:
                digest.update(str(path.relative_to(PROJECT_FOLDER)).encode())
                digest.update(path.read_bytes())
    return f"{EXTRACTOR_VERSION}+{digest.hexdigest()[:8]}"
