"""Reads rule files: YAML data with id, pattern, reason and examples, checked when read.

A rule file is ``rules/<name>.yaml``: a mapping with ``rules:`` (a list) and anything else the owner needs as header.
Each rule has ``id``, ``pattern`` (a Python regular expression, case-blind unless ``case: exact``), ``reason``,
``positive`` and ``negative`` examples; every other key is the owner's own data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import VocabularyError
from ingest.extract.alternatives import factored

_FOLDER = Path(__file__).parent / "rules"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its compiled pattern, and ``data`` with every key of its entry."""

    id: str
    regex: re.Pattern[str]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of one file in order, and the file's other keys as ``header``."""

    name: str
    rules: tuple[Rule, ...]
    header: Mapping[str, Any]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)


_books: dict[tuple[str, bool, tuple[tuple[str, str], ...]], RuleBook] = {}


def read_rules(name: str, placeholders: Mapping[str, str] | None = None, is_lower: bool = False) -> RuleBook:
    """The rules of ``rules/<name>.yaml``, ``{PLACEHOLDER}`` filled in. Raises VocabularyError for a broken file.

    ``is_lower``: only lower-case words are read by them, so they need not be blind to case, which is slow.
    """
    key = (name, is_lower, tuple(sorted((placeholders or {}).items())))
    if key not in _books:
        content = read_table(name)
        rules = tuple(_compiled(name, entry, placeholders or {}, is_lower) for entry in content.get("rules", []))
        ids = [rule.id for rule in rules]
        if len(set(ids)) != len(ids):
            raise VocabularyError(f"rules/{name}.yaml names a rule twice: give each rule its own id")
        _books[key] = RuleBook(name, rules, {k: v for k, v in content.items() if k != "rules"})
    return _books[key]


@cache
def read_table(name: str) -> dict[str, Any]:
    """The plain content of ``rules/<name>.yaml``."""
    path = _FOLDER / f"{name}.yaml"
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"rule file {path.name} cannot be read ({error}): correct it") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"rule file {path.name} must be a mapping with 'rules:'")
    return content


def _compiled(name: str, entry: dict[str, Any], placeholders: Mapping[str, str], is_lower: bool) -> Rule:
    pattern = str(entry.get("pattern", ""))
    for placeholder, value in placeholders.items():
        pattern = pattern.replace(placeholder, value)
    try:
        regex = re.compile(factored(pattern), 0 if is_lower or entry.get("case") == "exact" else re.IGNORECASE)
    except re.error as error:
        raise VocabularyError(f"rules/{name}.yaml: pattern of {entry.get('id')} is broken: {error}") from error
    return Rule(str(entry["id"]), regex, entry)


def named_groups_removed(pattern: str) -> str:
    """The pattern with its named groups made plain, so that many patterns fit into one alternation."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)
