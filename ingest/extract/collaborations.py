"""Agreements of a release: who with whom, of which kind, new or standing, on which compounds. Terms are terms.py.

One row per partner: all signs of one partner in a release speak of one agreement.
"""

from __future__ import annotations

import math
import re

from ingest.extract.collaborations_kind import kind_of, parts_of, without_joint_news
from ingest.extract.collaborations_scope import scope_of
from ingest.extract.collaborations_standing import standing_of
from ingest.extract.context import NEWS_SECTIONS
from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found
from ingest.extract.parties import PartyHit, find_parties
from ingest.extract.terms import find_terms
from ingest.records import CollaborationMention, TermMention, hash_id

EXTRACTOR = "rules-1"
_SURE = 0.9
# A company that does something: no owner of a drug ('for Acme's drugs'), nobody that something is done with.
_ACTING = re.compile(
    r"(?<!for )(?<!with )(?<!of )(?<!by )(?<!from )(?<!to )⟨C(?P<C>\d+)⟩(?![’']s? (?!deal|acquisition|merger|purchase|bid|offer))"
)


def find_collaborations(
    doc: Document, found: Found
) -> tuple[tuple[Drafted[CollaborationMention], ...], tuple[Drafted[TermMention], ...]]:
    """(agreements, their money and royalty terms)."""
    hits = find_parties(doc, found.companies.issuer_ref)
    by_partner: dict[str, list[PartyHit]] = {}
    for hit in hits:
        if hit.company.ref:
            by_partner.setdefault(hit.company.ref, []).append(hit)
    drafts = []
    pairs: set[frozenset[str]] = set()
    for ref, signs in by_partner.items():
        if all(hit.rule.data.get("weak") for hit in signs) and len({h.rule.id for h in signs}) < 2:
            continue
        company = found.companies.issuer_ref or _other_party(doc, ref, signs)
        if company is None or company == ref:
            continue  # nobody agrees with itself
        pair = frozenset((company, ref))
        if found.companies.issuer_ref is None and pair in pairs:
            continue  # third-party news names both sides of one agreement
        pairs.add(pair)
        drafts.append(_draft(doc, company, ref, signs))
    return find_terms(doc, tuple(drafts), found.companies.issuer_ref)


def _draft(doc: Document, company: str, ref: str, signs: list[PartyHit]) -> Drafted[CollaborationMention]:
    release_id = doc.release.release_id
    standing = standing_of(doc, signs)
    kind = kind_of(doc, signs, standing.is_new)
    company_role, partner_role = parts_of(kind, signs)
    scope = scope_of(doc, signs, standing.is_new)
    record = CollaborationMention(
        collaboration_fact_id=hash_id("collaboration", release_id, ref),
        release_id=release_id,
        company_ref=company,
        partner_company_ref=ref,
        company_role=company_role,
        partner_role=partner_role,
        collaboration_type=kind,
        statement=standing.statement,
        is_new=standing.is_new,
        status=standing.status,
        compound_refs=compounds_of(signs if standing.is_new else without_joint_news(signs)),
        platform=scope.platform,
        territory=scope.territory,
        upfront_usd=None,
        milestones_usd=None,
        total_usd=None,
        confidence=confidence_of(signs),
        extractor_version=EXTRACTOR,
    )
    quotes = tuple({(h.masked.sentence.char_start, h.masked.sentence.char_end, h.rule.id): None for h in signs})
    return Drafted(record, quotes)


def _other_party(doc: Document, ref: str, signs: list[PartyHit]) -> str | None:
    """Who acts in the sentences that tell of an agreement, else who the headline is about, else the first one named."""
    told = [m for hit in signs for m in hit.masked.companies]
    acting = [
        hit.masked.companies[int(mark.group("C"))]
        for hit in signs
        for mark in _ACTING.finditer(hit.masked.words, 0, hit.char_in_words + len(hit.match_words))
    ]
    news = [m for s in doc.sentences if s.section in NEWS_SECTIONS for m in doc.mentions_in(s, "company")]
    about = [m for m in news if m.char_end <= len(doc.release.headline or "")]
    return next((m.ref for m in (*acting, *about, *told, *news) if m.ref and m.ref != ref), None)


def compounds_of(signs: list[PartyHit]) -> tuple[str, ...]:
    """Refs of the compounds named in the sentences that tell of the agreement, in the order named."""
    refs = [m.ref for hit in signs for m in hit.masked.compounds if m.ref]
    return tuple(dict.fromkeys(refs))


def confidence_of(signs: list[PartyHit]) -> float:
    """How sure an agreement is: each kind of sign leaves some doubt, different kinds and sentences reduce it.

    The doubts are those of the rules (``sure``), as counted on releases read by hand. A name that only its context
    makes a company keeps a little more.
    """
    doubts = {hit.rule.id: 1.0 - float(hit.rule.data.get("sure", _SURE)) for hit in signs}
    doubt = math.prod(max(d, 0.3) if rank else d for rank, d in enumerate(sorted(doubts.values())))
    if len({hit.masked.sentence.index for hit in signs}) > 1:
        doubt *= 0.7
    if all(hit.company.key is None for hit in signs):
        doubt = min(1.0, doubt + 0.04)
    return round(min(0.98, 1.0 - doubt), 2)
