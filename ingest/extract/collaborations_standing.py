"""Whether a release announces an agreement, and the state that it leaves it in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.extract.collaborations_kind import named_kind
from ingest.extract.collaborations_words import (
    LEAD_SENTENCES,
    only_announces,
    pattern,
    speaks_beside_the_issuer,
    words_near,
)
from ingest.extract.context import NEWS_SECTIONS
from ingest.extract.document import Document
from ingest.extract.parties import PartyHit
from ingest.records import CollaborationStatus, Statement

_OLD = re.compile(r"\bunder (?:a|an|the|its|their) (?:[\w-]+ )?previously announced\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the release announces an agreement, and the state that it leaves it in."""

    is_new: bool
    status: CollaborationStatus
    statement: Statement


def standing_of(doc: Document, hits: list[PartyHit]) -> Standing:
    """Whether the headline or the lead announces the agreement; its status and statement."""
    headline = doc.release.headline or ""
    is_deal = bool(pattern("sure_deal_headline").search(headline)) or (
        bool(pattern("deal_headline").search(headline)) and not pattern("no_deal_headline").search(headline)
    )
    is_deal = is_deal and not _is_of_two_others(doc, hits)
    goes_on = pattern("completed").search(headline) or pattern("amended").search(headline)
    is_old = bool(pattern("old_deal_headline").search(headline)) and not goes_on
    is_old = is_old or (only_announces(hits) and named_kind(headline) == "grant")
    is_new = not is_old and any(_announces(hit, is_deal) for hit in hits)
    words = " ".join(hit.masked.words for hit in hits[:4])
    is_amended = bool(pattern("amended").search(headline))
    if not is_amended and any(pattern("terminated").search(words_near(hit)) for hit in hits):
        return Standing(is_new, "terminated", "happened")
    if is_new:
        proposed = any(pattern("proposed").search(words_near(hit)) for hit in hits[:2])
        done = pattern("completed").search(headline + " " + words[:400])
        return Standing(
            True,
            "completed" if done else "amended" if is_amended else "announced",
            "expected" if proposed else "happened",
        )
    return Standing(False, "standing", "ongoing")


def _is_of_two_others(doc: Document, hits: list[PartyHit]) -> bool:
    """True when the headline names two companies, and this one comes up later only: their deal is the news."""
    first = doc.sentences[0] if doc.sentences else None
    if first is None or first.section != "headline" or hits[0].masked.sentence.index < LEAD_SENTENCES:
        return False
    named = {m.ref for m in doc.mentions_in(first, "company")}
    return len(named) > 1 and not named & {hit.company.ref for hit in hits}


def _announces(hit: PartyHit, is_deal: bool) -> bool:
    sentence = hit.masked.sentence
    if speaks_beside_the_issuer(hit):
        return False
    if sentence.section in ("headline", "subhead", "dateline"):
        return is_deal
    words = hit.masked.words
    if sentence.section not in NEWS_SECTIONS:
        return False
    is_sure = sentence.index < LEAD_SENTENCES and bool(pattern("sure_announces").search(words))
    if not is_sure and not (is_deal and pattern("announces").search(words) and pattern("agreement").search(words)):
        return False
    return not (pattern("standing").search(words_near(hit)) or _OLD.search(words))
