"""``sources.yaml`` -> frozen ``Source`` records, read strictly: a key that no kind knows is an error, never ignored.

Belongs here: what an entry may say. Does not belong here: fetching what it names (``ingest.fetch``, ``orchestration``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from ingest.errors import SettingsError
from ingest.sources.edgar import EDGAR_KEYS, EdgarListing, read_edgar
from ingest.sources.entry import Entry
from ingest.sources.folder import FOLDER_KEYS, FolderListing, read_folder
from ingest.sources.page import PAGE_KEYS, PageListing, read_page_listing
from ingest.sources.rss import RSS_KEYS, RssListing, read_rss

Kind = Literal["rss", "edgar", "page", "folder"]
Listing = RssListing | EdgarListing | PageListing | FolderListing

DEFAULT_SOURCES = Path(__file__).with_name("sources.yaml")
_SHARED_KEYS = ("kind", "enabled", "is_local", "every_hours", "recording")
_KINDS: dict[str, tuple[tuple[str, ...], Callable[[Entry], Listing]]] = {
    "rss": (RSS_KEYS, read_rss),
    "edgar": (EDGAR_KEYS, read_edgar),
    "page": (PAGE_KEYS, read_page_listing),
    "folder": (FOLDER_KEYS, read_folder),
}


@dataclass(frozen=True, slots=True)
class Source:
    """One place from which releases come.

    ``is_local`` lets its addresses lead into a private network; ``every_hours`` is the least time between two polls;
    ``recording`` names a folder beside ``sources.yaml`` whose files answer in place of the network.
    """

    name: str
    kind: Kind
    listing: Listing
    is_enabled: bool = True
    is_local: bool = False
    every_hours: float = 0.0
    recording: Path | None = None


def read_sources(path: Path | None = None) -> tuple[Source, ...]:
    """All sources of a file in the order written; null means the file that comes with Dateline.

    Raises:
        SettingsError: the file is missing, is no YAML, or an entry says something that its kind does not know.
    """
    file = path or DEFAULT_SOURCES
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(f"The sources file {file} does not exist: mend DATELINE_SOURCES or unset it.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The sources file {file} cannot be read ({error}): mend DATELINE_SOURCES.") from error
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a day that no calendar has
        raise SettingsError(f"The sources file {file} is no valid YAML ({_where(error)}): mend it there.") from error
    entries = data.get("sources") if isinstance(data, dict) else None
    if not isinstance(entries, dict) or set(data) != {"sources"}:
        raise SettingsError(f"The sources file {file} needs one key 'sources' with an entry per source under it.")
    return tuple(_read_source(file, str(name), raw) for name, raw in entries.items())


def choose_sources(sources: Iterable[Source], names: Iterable[str]) -> list[Source]:
    """The sources of these names, in that order; without names the enabled ones.

    Raises:
        SettingsError: a name is not in the file; the sentence says which there are.
    """
    known = {source.name: source for source in sources}
    wanted = list(dict.fromkeys(names))
    missing = [name for name in wanted if name not in known]
    if missing:
        raise SettingsError(f"There is no source named '{missing[0]}'; sources.yaml has: {', '.join(known)}.")
    return [known[name] for name in wanted] if wanted else [s for s in known.values() if s.is_enabled]


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    words = " ".join(str(getattr(error, "problem", None) or error).split())
    return f"line {mark.line + 1}, column {mark.column + 1}: {words}" if mark else words


def _read_source(file: Path, name: str, raw: Any) -> Source:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name):
        raise SettingsError(f"{file}: the source name '{name}' may hold only small letters, digits, '_' and '-'.")
    if not isinstance(raw, dict):
        raise SettingsError(f"{file}, source '{name}': write its keys under it, 'kind' first.")
    kind: Any = raw.get("kind")
    if str(kind) not in _KINDS:
        raise SettingsError(f"{file}, source '{name}': kind is '{kind}', but there are only {', '.join(_KINDS)}.")
    keys, read = _KINDS[kind]
    entry = Entry(str(file), name, {str(key): value for key, value in raw.items()})
    entry.allow_only((*_SHARED_KEYS, *keys))
    recording = entry.text("recording")
    return Source(
        name=name,
        kind=kind,
        listing=read(entry),
        is_enabled=entry.flag("enabled", True),
        is_local=entry.flag("is_local", False),
        every_hours=entry.number("every_hours", 0.0),
        recording=(file.parent / recording) if recording else None,
    )
