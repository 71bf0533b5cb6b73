"""Whether an event happened, is expected, hangs on something, was denied or is long past: the words around it decide."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.context import Cue, find_cues, read_cues
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.periods import Period
from ingest.records import Statement

_BREAK = re.compile(
    r";|\s--\s|\s[–—]\s|,\s(?:and|while|but|whereas)\s|\.\s|\bwith\s(?:an?\s|the\s)?(?:decision|action|data|results|target)\b"
)
_BESIDE = 60
_LONG_AGO = 400  # days
_ORDER: tuple[Statement, ...] = ("denied", "conditional", "expected", "historical")


def read_statement(doc: Document, sentence: SentenceSpan, cues: list[Cue], start: int, end: int) -> Statement:
    """The statement of the event at [start, end); ``cues`` are the sentence's hits of rules/context.yaml."""
    held = held_values(doc, cues, start, end)
    return next((value for value in _ORDER if value in held), "happened")


def held_values(doc: Document, cues: list[Cue], start: int, end: int) -> set[str]:
    """All that the words around the event say: 'subject to validation, it anticipates …' is conditional and expected."""
    held: set[str] = set()
    for cue in cues:
        if cue.value in held:
            continue
        direction, within = _reaches()[cue.rule]
        if (
            (direction != "after" and cue.char_start < start and _near(doc, cue.char_end, start, within))
            or (
                direction != "after"
                and start <= cue.char_start < end
                and cue.value in ("expected", "denied")
                and cue.char_start - start < 12
            )
            or (direction != "before" and cue.char_end > end and _near(doc, end, cue.char_start, within))
        ):
            held.add(cue.value)
    return held


def by_date(doc: Document, hit: Cue, left: int, right: int) -> Statement:
    """What a date beside an event told in the past says: a day to come makes it expected, one long ago historical."""
    published = doc.release.published_on
    for mention in doc.mentions_between(left, right, "period"):
        period = mention.value
        gap = (
            mention.char_start - hit.char_end
            if mention.char_start >= hit.char_end
            else hit.char_start - mention.char_end
        )
        if not isinstance(period, Period) or gap > _BESIDE or published is None:
            continue
        if period.window_start and period.window_start > published and mention.char_start > hit.char_start:
            return "expected"
        if period.window_end and (published - period.window_end).days > _LONG_AGO:
            return "historical"
    return "happened"


def context_cues(doc: Document, sentence: SentenceSpan) -> list[Cue]:
    """All hits of the context table in a sentence."""
    return find_cues("context", doc.sentence_text(sentence), sentence.char_start)


@cache
def _reaches() -> dict[str, tuple[str, int]]:
    return {c.rule.id: (str(c.data["direction"]), int(c.data["within"])) for c in read_cues("context")}


def _near(doc: Document, left: int, right: int, within: int) -> bool:
    return right - left <= within and not _BREAK.search(doc.text[min(left, right) : right])
