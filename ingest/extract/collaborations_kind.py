"""What the words around the parties say of an agreement: its kind, its news, its state, and who plays which part."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ingest.extract.context import NEWS_SECTIONS
from ingest.extract.document import Document
from ingest.extract.parties import PartyHit
from ingest.extract.rulebook import read_rules, read_table
from ingest.records import CollaborationStatus, CollaborationType, PartyRole, Statement

_LEAD_SENTENCES = 5
_AROUND = 70


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether the release announces an agreement, and the state that it leaves it in."""

    is_new: bool
    status: CollaborationStatus
    statement: Statement


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(read_table("collaborations")[name]), re.IGNORECASE)


def kind_of(hits: list[PartyHit], is_new: bool) -> CollaborationType:
    """The kind that most hits tell, the words of a hit before those of its sentence; 'unspecified' when none does."""
    votes: Counter[str] = Counter()
    for rank, hit in enumerate(hits):
        near = _words_near(hit)
        kind = hit.kind if hit.rule.data.get("decides") else None
        kind = kind or _first_kind(near, "hit") or hit.kind or _first_kind(hit.masked.words, "sentence")
        if kind:
            votes[kind] += 3 if rank == 0 else 2 if hit.masked.sentence.section in NEWS_SECTIONS else 1
    if not votes:
        return read_table("collaborations")["by_partner"].get(str(hits[0].company.value), "unspecified")  # type: ignore[no-any-return]
    best: CollaborationType = max(votes, key=lambda k: votes[k])  # type: ignore[arg-type]
    return best


def _words_near(hit: PartyHit) -> str:
    words, at = hit.masked.words, hit.char_in_words
    start = max(0, at - _AROUND)
    return words[start : at + len(hit.match_words) + 20]


def _first_kind(words: str, scope: str) -> str | None:
    for rule in read_rules("collaborations"):
        if rule.data["scope"] == scope and rule.regex.search(words):
            return str(rule.data["value"])
    return None


def standing_of(doc: Document, hits: list[PartyHit]) -> Standing:
    """Whether the headline or the lead announces the agreement; its status and statement."""
    headline = doc.release.headline or ""
    is_deal = bool(_pattern("deal_headline").search(headline)) and not _pattern("no_deal_headline").search(headline)
    is_new = any(_announces(hit, is_deal) for hit in hits)
    words = " ".join(hit.masked.words for hit in hits[:4])
    if any(_pattern("terminated").search(_words_near(hit)) for hit in hits):
        return Standing(is_new, "terminated", "happened")
    if is_new:
        proposed = any(_pattern("proposed").search(_words_near(hit)) for hit in hits[:2])
        done = _pattern("completed").search(headline + " " + words[:400])
        amended = _pattern("amended").search(headline) and not done
        return Standing(
            True, "completed" if done else "amended" if amended else "announced", "expected" if proposed else "happened"
        )
    return Standing(False, "standing", "ongoing")


def _announces(hit: PartyHit, is_deal: bool) -> bool:
    sentence = hit.masked.sentence
    if sentence.section in ("headline", "subhead", "dateline"):
        return is_deal
    if sentence.section not in NEWS_SECTIONS or not is_deal:
        return False
    words = hit.masked.words
    if not (_pattern("announces").search(words) and _pattern("agreement").search(words)):
        return False
    return not _pattern("standing").search(_words_near(hit))


def parts_of(kind: CollaborationType, hits: list[PartyHit]) -> tuple[PartyRole, PartyRole]:
    """(the company's part, the partner's part)."""
    for part in read_table("collaborations")["parts"]:
        if part["kind"] == kind and any(re.search(part["pattern"], _words_near(hit), re.I) for hit in hits):
            return part["company"], part["partner"]
    return "partner", "partner"
