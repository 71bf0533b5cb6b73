"""Reads the word lists and patterns of parse: the YAML files in ``rules/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FOLDER = Path(__file__).with_name("rules")


@cache
def read_rulefile(name: str) -> dict[str, Any]:
    """The content of ``rules/<name>.yaml``."""
    content = yaml.load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=_Loader)
    assert isinstance(content, dict)
    return content


def word_list(name: str, key: str) -> list[str]:
    """The words of one entry of a rule file, parted by ' | '."""
    return [word.strip() for word in str(read_rulefile(name)[key]).split(" | ")]


def alternation(name: str, key: str) -> str:
    """The words of one entry of a rule file as one group of a pattern, in their order."""
    return "(?:" + "|".join(word_list(name, key)) + ")"
