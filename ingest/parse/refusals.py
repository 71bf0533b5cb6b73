"""What is no release: patterns with reasons, kept as data in rules/refusals.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import ReleaseRefused

_RULES = Path(__file__).with_name("rules") / "refusals.yaml"
_HEAD = 700
# The commonest words of English prose; a text of 40 words and more with too few of them is in another language.
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "in", "for", "with", "a", "is", "that", "on", "as", "by", "an", "be", "are", "from", "at", "its", "this", "has", "will", "or", "it", "which"]
)


@dataclass(frozen=True, slots=True)
class RefusalReason:
    """One reason with its weighted patterns."""

    reason: str
    why: str
    head: tuple[tuple[re.Pattern[str], int], ...]
    text: tuple[tuple[re.Pattern[str], int], ...]
    positive: tuple[str, ...]
    negative: tuple[str, ...]


@cache
def read_refusals() -> tuple[int, tuple[RefusalReason, ...]]:
    """(threshold, reasons) from the rule file."""
    data: dict[str, Any] = yaml.safe_load(_RULES.read_text())

    def patterns(entries: list[dict[str, Any]]) -> tuple[tuple[re.Pattern[str], int], ...]:
        return tuple((re.compile(e["pattern"], re.I | re.S), int(e["weight"])) for e in entries)

    return int(data["threshold"]), tuple(
        RefusalReason(
            r["reason"], r["why"], patterns(r["head"]), patterns(r["text"]), tuple(r["positive"]), tuple(r["negative"])
        )
        for r in data["reasons"]
    )


def refuse_if_not_english(text: str) -> None:
    """Nothing, or ReleaseRefused('not_english'): too few of the words that English cannot do without."""
    letters = [ch for ch in text[:4000] if ch.isalpha()]
    if not letters:
        raise ReleaseRefused("not_text", "The document holds no words.")
    if sum(ch > "\u024f" for ch in letters) > len(letters) * 0.3:
        raise ReleaseRefused("not_english", "The text is not written in Latin letters; only English releases are read.")
    words = re.findall(r"[a-zà-ÿ]+", text[:6000].lower())
    if len(words) >= 40 and sum(w in _ENGLISH for w in words) / len(words) < 0.08:
        raise ReleaseRefused("not_english", "The text is not English; only English releases are read.")


def refuse_look_alikes(headline: str | None, text: str) -> None:
    """Nothing, or ReleaseRefused with the reason whose patterns reach the threshold first."""
    threshold, reasons = read_refusals()
    head = text[: max(_HEAD, len(headline or "") + 400)]
    for reason in reasons:
        from_head = sum(weight for pattern, weight in reason.head if pattern.search(head))
        if from_head and from_head + sum(w for p, w in reason.text if p.search(text)) >= threshold:
            raise ReleaseRefused(reason.reason, reason.why)
