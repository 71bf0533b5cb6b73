"""JSON that strangers wrote -> values whose strings are text: JSON can escape halves of characters, which no file can hold."""

from __future__ import annotations

import json
from typing import Any


def read_json(text: str) -> Any:
    """The value; halves of characters in its strings become U+FFFD.

    Raises:
        ValueError: it is no JSON, or is nested deeper than any release.
    """
    try:
        value = json.loads(text)
        return _mend(value) if "\\ud" in text.lower() else value
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_mend(item) for item in value]
    if isinstance(value, dict):
        return {_mend(key): _mend(item) for key, item in value.items()}
    return value
