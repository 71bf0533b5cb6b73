"""What the words around the parties say of an agreement: its kind, and who plays which part. Its news: collaborations_standing.py."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from ingest.extract.anchors import Anchored
from ingest.extract.collaborations_words import (
    LEAD_SENTENCES,
    NEWS_SENTENCES,
    clause_of,
    compiled,
    is_lead,
    only_announces,
    pattern,
    speaks_beside_the_issuer,
    words_near,
)
from ingest.extract.companies_words import company_words
from ingest.extract.context import NEWS_SECTIONS
from ingest.extract.document import Document
from ingest.extract.parties import PartyHit
from ingest.extract.rulebook import Rule, read_rules, read_table
from ingest.records import CollaborationType, PartyRole

_NAMED = 12
_BEFORE = 3
_NAMED_WITHIN = 220
_ELSEWHERE = 4


def kind_of(doc: Document, hits: list[PartyHit], is_new: bool) -> CollaborationType:
    """The kind that most hits tell, the words of a hit before those of its sentence; 'unspecified' when none does.

    An agreement called by its kind where it is announced outvotes everything else.
    """
    votes: Counter[str] = Counter()
    hits = [hit for hit in hits if not speaks_beside_the_issuer(hit)] or hits
    hits = hits if is_new else without_joint_news(hits)
    gives_none = _give_no_grants(hits)
    for rank, hit in enumerate(hits):
        near = pattern("division").sub(" ", words_near(hit))
        kind = hit.kind if hit.rule.data.get("decides") else None
        kind = kind or (None if is_new else named_kind(near))
        kind = kind or _looking_back(doc, hit) or _first_kind(near, "hit") or hit.kind
        kind = kind or _first_kind(pattern("division").sub(" ", clause_of(hit)), "sentence")
        if kind == "grant" and gives_none:
            kind = None if hit.kind == "grant" else hit.kind
        if kind:
            votes[kind] += 3 if rank == 0 else 2 if hit.masked.sentence.section in NEWS_SECTIONS else 1
    if is_new:
        votes += _named_by(doc, hits)
    told = _told_elsewhere(doc, hits, is_new) if is_new or not votes else Counter()
    votes += told
    if gives_none:
        del votes["grant"]
    if not votes and (kind := _told_before(doc, hits[0])):
        votes[kind] += 1
    if not votes and (kind := _told_behind(doc, hits[0])):
        votes[kind] += 1
    if not votes:
        words = " ".join(words_near(hit, _NAMED_WITHIN) for hit in hits[:2])
        if pattern("intended").search(words) or (
            hits[0].company.value != "university" and pattern("together").search(words)
        ):
            return "unspecified"
        table = "by_new_partner" if is_new else "by_partner"
        return read_table("collaborations")[table].get(str(hits[0].company.value), "unspecified")  # type: ignore[no-any-return]
    best: CollaborationType = max(votes, key=lambda k: votes[k])  # type: ignore[arg-type]
    if best == "grant" and only_announces(hits):
        return "research" if hits[0].company.value == "university" else "unspecified"
    return best


def _give_no_grants(hits: list[PartyHit]) -> bool:
    """True for a company by one of its names or on file, and for a university that no rule tells to pay."""
    if hits[0].company.value == "university":
        return all(hit.kind != "grant" for hit in hits)
    trade = company_words().industry | company_words().legal
    lasts = {hit.company.text.rstrip(".").replace(",", " ").split()[-1] for hit in hits}
    return hits[0].company.value == "company" and (hits[0].company.key is not None or bool(lasts & trade))


def _named_by(doc: Document, hits: list[PartyHit]) -> Counter[str]:
    """The kind that headline and lead call the agreement by; where they differ, the one that the table names first."""
    own = {hit.company.ref for hit in hits}
    told = [words_near(h, _NAMED_WITHIN) for h in hits if is_lead(h.masked.sentence.index, h.masked.words)]
    for sentence in doc.sentences[:LEAD_SENTENCES]:
        words = doc.sentence_text(sentence)
        named = {m.ref for m in doc.mentions_in(sentence, "company")}
        if sentence.section == "body" and len(named - own) < 2 and pattern("sure_announces").search(words):
            told.append(words)
        if (
            sentence.section == "headline"
            and not named & own
            and len(named) < 2
            and pattern("sure_deal_headline").search(words)
        ):
            told.append(words)  # 'Acme Announces Partnership to Develop Vaccines'
    ranks = [rank for words in told if (rank := _named_rank(words)) is not None]
    return Counter({_named_value(min(ranks)): _NAMED * len(ranks)}) if ranks else Counter()


def without_joint_news(hits: list[PartyHit]) -> list[PartyHit]:
    """The hits without 'Acme and Betamed announce data': what an agreement is, is told elsewhere, if at all."""
    return [hit for hit in hits if not hit.rule.id.startswith("party/pair_announces")] or hits


def _told_elsewhere(doc: Document, hits: list[PartyHit], is_new: bool) -> Counter[str]:
    """Kinds told by news sentences that name no third company ('The agreement gives ... an exclusive license')."""
    votes: Counter[str] = Counter()
    own = {hit.company.ref for hit in hits}
    seen = {hit.masked.sentence.index for hit in hits}
    for sentence in doc.sentences[:NEWS_SENTENCES]:
        if sentence.index in seen or sentence.section not in NEWS_SECTIONS:
            continue
        words = doc.sentence_text(sentence)
        named = {m.ref for m in doc.mentions_in(sentence, "company")}
        if len(named - own) > 1 or not (is_new or named & own) or not pattern("agreement").search(words):
            continue
        kind = named_kind(words) or (None if is_new else _first_kind(words, "hit"))
        if kind:
            votes[kind] += _ELSEWHERE
    return Counter({kind: min(count, 2 * _ELSEWHERE) for kind, count in votes.items()})


def named_kind(words: str) -> str | None:
    """The kind that an agreement is called by; of several the one that the table names first."""
    rank = _named_rank(words)
    return None if rank is None else _named_value(rank)


@lru_cache(maxsize=64)
def _named_rank(words: str) -> int | None:
    """The place in the table of the name that words call an agreement by; the partners of one release share sentences."""
    tried = _anchored_names().standing_in(words.lower())
    return next((rank for rank, pattern in tried if pattern.search(words)), None)


@cache
def _anchored_names() -> Anchored[tuple[int, re.Pattern[str]]]:
    entries = read_table("collaborations")["named"]
    return Anchored(((rank, compiled(entry["pattern"])), entry.get("anchor", ())) for rank, entry in enumerate(entries))


def _named_value(rank: int) -> str:
    return str(read_table("collaborations")["named"][rank]["value"])


def _told_before(doc: Document, hit: PartyHit) -> str | None:
    """The kind that the sentences before tell of a project that several share ('The partners are ...')."""
    index = hit.masked.sentence.index
    for sentence in reversed(doc.sentences[max(0, index - _BEFORE) : index]):
        words = doc.sentence_text(sentence)
        if pattern("shared").search(words) and (kind := _first_kind(words, "hit")):
            return kind
    return None


def _told_behind(doc: Document, hit: PartyHit) -> str | None:
    """The kind that the sentence behind tells when it goes on ('The companies co-promote ...') and names nobody."""
    for sentence in doc.sentences[hit.masked.sentence.index + 1 : hit.masked.sentence.index + 3]:
        words = doc.sentence_text(sentence)
        if pattern("behind").search(words) and not doc.mentions_in(sentence, "company"):
            return _first_kind(words, "hit")
    return None


def _looking_back(doc: Document, hit: PartyHit) -> str | None:
    """The kind that the sentence before tells when both speak of the same thing ('its network of institutions')."""
    word = hit.rule.data.get("looks_back")
    index = hit.masked.sentence.index
    if not word or index == 0:
        return None
    before = doc.sentence_text(doc.sentences[index - 1])
    return _first_kind(before, "hit") if re.search(rf"\b{word}\b", before, re.IGNORECASE) else None


def _first_kind(words: str, scope: str) -> str | None:
    tried = _anchored_rules(scope).standing_in(words.lower())
    return next((str(rule.data["value"]) for rule in tried if rule.regex.search(words)), None)


@cache
def _anchored_rules(scope: str) -> Anchored[Rule]:
    return Anchored((r, r.data.get("anchor", ())) for r in read_rules("collaborations") if r.data["scope"] == scope)


def parts_of(kind: CollaborationType, hits: list[PartyHit]) -> tuple[PartyRole, PartyRole]:
    """(the company's part, the partner's part)."""
    near = [words_near(hit) for hit in hits]
    for part in read_table("collaborations")["parts"]:
        if part["kind"] == kind and any(map(compiled(part["pattern"]).search, near)):
            return part["company"], part["partner"]
    return "partner", "partner"
