"""What collections between two nights counted, kept with the source's memory until the night writes its row."""

from __future__ import annotations

import dataclasses
from typing import Any

from ingest.records import QuarantinedItem
from orchestration.stages.poll import Poll

_COUNTS = ("new_count", "changed_count", "vanished_count", "bytes")


def note_collected(poll: Poll) -> None:
    """Adds the counts of a collection to those since the last night."""
    sums: dict[str, Any] = poll.state.setdefault("collected", {})
    for name in _COUNTS:
        sums[name] = sums.get(name, 0) + getattr(poll, name)
    sums["has_gap"] = bool(sums.get("has_gap")) or poll.has_gap
    sums.setdefault("refused", []).extend(dataclasses.asdict(item) for item in poll.refused)
    poll.save()


def add_collected(poll: Poll) -> None:
    """Takes the counts of the collections since the last night into this night's poll.

    A failure in between is not taken over: the next poll that went well has made it good. A gap is.
    """
    sums: dict[str, Any] = poll.state.pop("collected", {})
    for name in _COUNTS:
        setattr(poll, name, getattr(poll, name) + int(sums.get(name, 0)))
    poll.had_gap = bool(sums.get("has_gap"))
    poll.refused += [QuarantinedItem(**fields) for fields in sums.get("refused", [])]
