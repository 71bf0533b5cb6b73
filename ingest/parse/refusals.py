"""What is no release: patterns with reasons, kept as data in rules/refusals.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.errors import ReleaseRefused
from ingest.parse.rulefiles import read_rulefile

_HEAD = 700
# The commonest words of English prose; a text of 40 words and more with too few of them is in another language.
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "in", "for", "with", "a", "is", "that", "on", "as", "by", "an", "be", "are", "from", "at", "its",
     "this", "has", "will", "or", "it", "which"]
)  # fmt: skip


_FOREIGN = frozenset(
    ["der", "die", "das", "und", "eine", "mit", "les", "des", "et", "une", "dans", "el", "los", "las", "para", "una",
     "het", "een", "van", "voor", "och", "og", "med", "til", "della", "che", "con", "uma"]
)  # fmt: skip
_BEYOND_LATIN = re.compile(r"[^\x00-\u024f]")
Weighted = tuple[tuple[re.Pattern[str], int, tuple[str, ...]], ...]
"""Patterns with their weights, and the small letters of which some stand in all that the pattern finds; none: not known."""


@dataclass(frozen=True, slots=True)
class RefusalReason:
    """One reason with its weighted patterns, by where they are looked for."""

    reason: str
    why: str
    headline: Weighted
    head: Weighted
    text: Weighted
    against: Weighted
    against_head: Weighted
    positive: tuple[str, ...]
    negative: tuple[str, ...]


@cache
def read_refusals() -> tuple[int, tuple[RefusalReason, ...]]:
    """(threshold, reasons) from the rule file."""
    data = read_rulefile("refusals")

    def patterns(entry: dict[str, Any], scope: str) -> Weighted:
        return tuple(
            (re.compile(e["pattern"], re.I | re.S), int(e["weight"]), tuple(e.get("anchor", ())))
            for e in entry.get(scope, [])
        )

    return int(data["threshold"]), tuple(
        RefusalReason(
            reason=r["reason"],
            why=r["why"],
            headline=patterns(r, "headline"),
            head=patterns(r, "head"),
            text=patterns(r, "text"),
            against=patterns(r, "against"),
            against_head=patterns(r, "against_head"),
            positive=tuple(r["positive"]),
            negative=tuple(r["negative"]),
        )
        for r in data["reasons"]
    )


def refuse_if_not_english(text: str) -> None:
    """Nothing, or ReleaseRefused('not_english'): too few of the words that English cannot do without."""
    head = text[:4000]
    if not any(map(str.isalpha, head)):
        raise ReleaseRefused("not_text", "The document holds no words.")
    beyond = sum(map(str.isalpha, _BEYOND_LATIN.findall(head)))
    if beyond and beyond > sum(map(str.isalpha, head)) * 0.3:
        raise ReleaseRefused("not_english", "The text is not written in Latin letters; only English releases are read.")
    words = re.findall(r"[a-zà-ÿ]+", text[:6000].lower())
    english, foreign = (sum(map(known.__contains__, words)) for known in (_ENGLISH, _FOREIGN))
    if len(words) >= 40 and (english < 0.08 * len(words) or foreign * 2 > english):
        raise ReleaseRefused("not_english", "The text is not English; only English releases are read.")


def refuse_look_alikes(headline: str | None, text: str) -> None:
    """Nothing, or ReleaseRefused with the first reason whose patterns reach the threshold."""
    threshold, reasons = read_refusals()
    title = headline or text[:200]
    head = text[: max(_HEAD, len(headline or "") + 400)]
    for reason in reasons:
        first = _weight(reason.headline, title) + _weight(reason.head, head)
        if not first:
            continue
        said = first + _weight(reason.text, text)
        if said < threshold:
            continue
        if said - _weight(reason.against, text) - _weight(reason.against_head, head) >= threshold:
            raise ReleaseRefused(reason.reason, reason.why)


def _weight(patterns: Weighted, words: str) -> int:
    low = words.lower()
    return sum(
        weight
        for pattern, weight, anchors in patterns
        if (not anchors or any(anchor in low for anchor in anchors)) and pattern.search(words)
    )
