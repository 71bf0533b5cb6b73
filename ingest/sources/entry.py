"""One entry of ``sources.yaml``, read key by key; every mistake is named with file, entry, key and the way out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ingest.errors import SettingsError

_ENDLESS = 1e9  # no number of hours or pages; YAML knows infinities


@dataclass(frozen=True, slots=True)
class Entry:
    """The raw keys of one source; its methods give checked values or raise SettingsError."""

    file: str
    name: str
    values: dict[str, Any]

    def allow_only(self, keys: Sequence[str]) -> None:
        """Nothing, when no other key was written."""
        for key in self.values:
            if key not in keys:
                raise self.mistake(key, f"is not known; allowed are {', '.join(sorted(keys))}")

    def text(self, key: str) -> str | None:
        """A text; null when it is not written."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.mistake(key, f"is {value!r}, but must be a text")
        return value.strip()

    def need_text(self, key: str) -> str:
        """A text that must be there."""
        value = self.text(key)
        if value is None:
            raise self.mistake(key, "is missing")
        return value

    def address(self, key: str) -> str | None:
        """A web address; null when it is not written."""
        value = self.text(key)
        if value is not None and not re.match(r"https?://[^\s/]+", value):
            raise self.mistake(key, f"is '{value}', but must be an address that starts with https:// or http://")
        return value

    def flag(self, key: str, default: bool) -> bool:
        """Whether the key says true."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.mistake(key, f"is {value!r}, but must be true or false")
        return value

    def number(self, key: str, default: float) -> float:
        """A number that is not negative."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < _ENDLESS:
            raise self.mistake(key, f"is {value!r}, but must be a number from 0 on")
        return float(value)

    def day(self, key: str) -> date | None:
        """A day like 2024-11-24; null when it is not written."""
        value = self.values.get(key)
        if value is None:
            return None
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            raise self.mistake(key, f"is '{value}', but must be a day like 2024-11-24") from None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts (numbers are taken as written); empty when it is not written."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(v, str | int) and str(v).strip() for v in value):
            raise self.mistake(key, "must be a list")
        return tuple(str(v).strip() for v in value)

    def pattern(self, key: str) -> str | None:
        """A regular expression; null when it is not written."""
        value = self.text(key)
        try:
            re.compile(value or "")
        except re.error as error:
            raise self.mistake(key, f"is no regular expression ({error})") from error
        return value

    def mistake(self, key: str, words: str) -> SettingsError:
        """The error to raise for one key."""
        return SettingsError(f"{self.file}, source '{self.name}': the key '{key}' {words}.")
