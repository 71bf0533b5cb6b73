"""Which part of a sentence belongs to which of its events, and which events are one told twice."""

from __future__ import annotations

from ingest.extract.context import Cue, cut_between
from ingest.extract.document import Document, SentenceSpan


def longest(hits: list[Cue]) -> list[Cue]:
    """Hits in text order; of two that overlap with the same value the longer stays."""
    ordered = sorted(hits, key=lambda h: (h.char_start, -h.char_end))
    kept: list[Cue] = []
    for hit in ordered:
        if any(_covers(k, hit) for k in kept):
            continue
        kept.append(hit)
    return kept


def _covers(kept: Cue, hit: Cue) -> bool:
    """The same event told twice; an accepted application needs no row for having been filed."""
    if kept.value == "application_accepted" and hit.value == "application_submitted":
        return hit.char_start < kept.char_end + 60
    if kept.value == "hold_lifted" and hit.value == "clinical_hold":
        return hit.char_start < kept.char_end
    overlap = kept.char_start < hit.char_end and hit.char_start < kept.char_end
    if kept.value == "pdufa_date" and hit.value == "approval":
        return overlap
    return kept.value == hit.value and overlap


def shares_of(doc: Document, sentence: SentenceSpan, hits: list[Cue]) -> list[tuple[int, int]]:
    """The part of the sentence around each hit: up to a break between it and a hit of another kind."""
    shares = []
    for hit in hits:
        left, right = sentence.char_start, sentence.char_end
        for other in hits:
            if (other.value == hit.value and other.rule == hit.rule and other is not hit) or other.value != hit.value:
                if other.char_end <= hit.char_start:
                    left = max(left, _cut(doc, other.char_end, hit.char_start, hit.char_start))
                elif other.char_start >= hit.char_end:
                    right = min(right, _cut(doc, hit.char_end, other.char_start, other.char_start))
        shares.append((left, right))
    return shares


def _cut(doc: Document, left: int, right: int, default: int) -> int:
    cut = cut_between(doc.text, left, right)
    return cut if cut < right else default
