"""Answers that only look like answers: bot walls, throttling notes, pages that are empty without a script.

The patterns are data (``walls.yaml``, each with its reason and examples); here is only how one is matched. A wall is
matched narrowly: a press release that speaks of access denied is not one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import VocabularyError
from ingest.fetch.kinds import is_data

WALLS_FILE = Path(__file__).with_name("walls.yaml")
_SEARCHED_BYTES = 200_000
_SILENT = re.compile(r"(?is)<!--.*?-->|<(script|style|noscript|template|svg)\b.*?</\1\s*>|<[^>]*>")


@dataclass(frozen=True, slots=True)
class Wall:
    """One kind of wall. All that is given must match; ``lasts_seconds`` is set when it goes away by itself."""

    wall: str
    reason: str
    way_out: str
    all_of: tuple[re.Pattern[str], ...] = ()
    headers: tuple[tuple[str, re.Pattern[str]], ...] = ()
    statuses: frozenset[int] = frozenset()
    visible_below: int | None = None  # characters of visible text; a release says more than a wall
    lasts_seconds: float | None = None
    examples: dict[str, list[dict[str, Any]]] = field(default_factory=dict, compare=False)


@cache
def read_walls(path: Path = WALLS_FILE) -> tuple[Wall, ...]:
    """Every wall of the file, in order.

    Raises:
        VocabularyError: an entry lacks its reason, way out or anything to match, or a pattern is no pattern.
    """
    walls = []
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        try:
            walls.append(_read_wall(entry))
        except (KeyError, TypeError, ValueError, re.error) as error:
            raise VocabularyError(f"{path.name}: the entry {entry!r:.80} does not hold together ({error}).") from error
    return tuple(walls)


def find_wall(status: int, headers: Mapping[str, str], body: bytes) -> Wall | None:
    """The wall that this answer is, null when it is none. ``headers`` have lower-case names."""
    # A wall is a web page: what a feed or JSON says of walls is its own news.
    text = "" if is_data(body) else body[:_SEARCHED_BYTES].decode("latin-1")
    return next((wall for wall in read_walls() if _matches(wall, status, headers, text)), None)


def visible_length(text: str) -> int:
    """About how many characters of a page a person would see."""
    return len(re.sub(r"\s+", " ", _SILENT.sub(" ", text)).strip())


def _matches(wall: Wall, status: int, headers: Mapping[str, str], text: str) -> bool:
    if wall.statuses and status not in wall.statuses:
        return False
    if not all(pattern.search(headers.get(name, "")) for name, pattern in wall.headers):
        return False
    if not all(pattern.search(text) for pattern in wall.all_of):
        return False
    return wall.visible_below is None or visible_length(text) < wall.visible_below


def _read_wall(entry: dict[str, Any]) -> Wall:
    wall = Wall(
        wall=entry["wall"],
        reason=entry["reason"],
        way_out=entry["way_out"],
        all_of=tuple(re.compile(text, re.IGNORECASE | re.DOTALL) for text in entry.get("all_of", ())),
        headers=tuple((k.lower(), re.compile(v, re.IGNORECASE)) for k, v in entry.get("headers", {}).items()),
        statuses=frozenset(entry.get("statuses", ())),
        visible_below=entry.get("visible_below"),
        lasts_seconds=entry.get("lasts_seconds"),
        examples=entry["examples"],
    )
    if not wall.all_of and not wall.headers:
        raise ValueError("nothing to match")
    return wall
