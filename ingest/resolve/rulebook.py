"""Reads the rule tables of ``rules/``: knowledge about names and release texts, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import VocabularyError


@cache
def read_rules(name: str) -> dict[str, Any]:
    """The content of ``rules/<name>.yaml``.

    Raises:
        VocabularyError: the file does not hold together.
    """
    path = Path(__file__).parent / "rules" / f"{name}.yaml"
    try:
        rules = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"The rule file {path.name} of resolve cannot be read ({error}): correct it.") from error
    if not isinstance(rules, dict):
        raise VocabularyError(f"The rule file {path.name} of resolve must be a mapping.")
    return rules
