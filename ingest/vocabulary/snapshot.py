"""Reads the files of this package: gzipped tables of ``data/`` and the curated ``own_*.yaml``."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import VocabularyError

_FOLDER = Path(__file__).parent
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_lines(name: str) -> list[str]:
    """The lines of ``data/<name>.tsv.gz``; raises VocabularyError when it is missing or broken."""
    path = _FOLDER / "data" / f"{name}.tsv.gz"
    try:
        return gzip.decompress(path.read_bytes()).decode().splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise VocabularyError(
            f"vocabulary table {path.name} cannot be read ({error}): run `make vocabulary`"
        ) from error


@cache
def read_own(name: str) -> dict[str, Any]:
    """The content of ``own_<name>.yaml``."""
    path = _FOLDER / f"own_{name}.yaml"
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"vocabulary file {path.name} cannot be read ({error}): correct it") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"vocabulary file {path.name} must be a mapping")
    return content
