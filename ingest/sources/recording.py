"""A recorded wire: a folder whose files answer in place of the network, night by night.

``index.yaml`` says which file answers an address; ``calendar.yaml`` says in which night each release became visible.
Before that night its address is unknown and listings do not name it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import SettingsError


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """What a recorded address answers; ``media_type`` may carry a charset, as the header would."""

    body: bytes
    media_type: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recording:
    """A recorded wire. ``arrivals``: address (or file, for files that nobody lists) -> ISO night."""

    folder: Path
    answers: dict[str, dict[str, Any]]
    arrivals: dict[str, str]

    @property
    def nights(self) -> list[str]:
        """The nights on which something arrives."""
        return sorted(set(self.arrivals.values()))

    def has_arrived(self, address: str, night: str) -> bool:
        """Whether a release is visible on that night; what the calendar does not name always was."""
        return self.arrivals.get(address, "") <= night

    def answer(self, address: str, night: str) -> RecordedAnswer | None:
        """What the address answers on that night; null for an address that is unknown or not visible yet."""
        entry = self.answers.get(address)
        if entry is None or not self.has_arrived(address, night):
            return None
        body = (self.folder / entry["file"]).read_bytes()
        hidden = [place for place in self.arrivals if not self.has_arrived(place, night)]
        if "entry" in entry:
            body = _leave_out_entries(body, entry["entry"], hidden)
        elif entry.get("list") == "submissions":
            body = _leave_out_filings(body, hidden)
        return RecordedAnswer(body, entry["media_type"], {k: str(v) for k, v in entry.get("headers", {}).items()})


@cache
def read_recording(folder: Path) -> Recording:
    """The recording in a folder.

    Raises:
        SettingsError: the folder holds none.
    """
    try:
        index = yaml.safe_load((folder / "index.yaml").read_text(encoding="utf-8"))
        calendar = yaml.safe_load((folder / "calendar.yaml").read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise SettingsError(
            f"The recording {folder} cannot be read ({error}): it needs index.yaml and calendar.yaml."
        ) from error
    answers = {entry["address"]: entry for entry in index["answers"]}
    arrivals = {place: str(night) for night, places in calendar["nights"].items() for place in places}
    return Recording(folder, answers, arrivals)


def _leave_out_entries(body: bytes, pattern: str, hidden: list[str]) -> bytes:
    """The listing without the entries that name a hidden address; an address may be printed escaped or relative."""
    text = body.decode("utf-8")

    def keep(match: re.Match[str]) -> str:
        entry = match.group().replace("&amp;", "&")
        return "" if any(place in entry or _path(place) in entry for place in hidden) else match.group()

    return re.sub(pattern, keep, text, flags=re.S).encode()


def _leave_out_filings(body: bytes, hidden: list[str]) -> bytes:
    data = json.loads(body)
    recent = data["filings"]["recent"]
    shown = [n for n, a in enumerate(recent["accessionNumber"]) if not any(a in place for place in hidden)]
    data["filings"]["recent"] = {key: [values[n] for n in shown] for key, values in recent.items()}
    return json.dumps(data).encode()


def _path(address: str) -> str:
    """The path of an address with its closing quote, so that one address is not taken for the start of another."""
    return "/" + address.split("/", 3)[-1] + '"'
