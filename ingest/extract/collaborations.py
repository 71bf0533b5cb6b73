"""Agreements of a release: who with whom, of which kind, new or standing, on which compounds. Terms are terms.py.

One row per partner: all signs of one partner in a release speak of one agreement.
"""

from __future__ import annotations

from ingest.extract.collaborations_kind import kind_of, parts_of, standing_of
from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found
from ingest.extract.parties import PartyHit, find_parties
from ingest.extract.terms import find_terms
from ingest.records import CollaborationMention, TermMention, hash_id

EXTRACTOR = "rules-1"


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
    for ref, signs in by_partner.items():
        if all(hit.rule.data.get("weak") for hit in signs) and len({h.rule.id for h in signs}) < 2:
            continue
        drafts.append(_draft(doc, found, ref, signs))
    return find_terms(doc, tuple(drafts), found.companies.issuer_ref)


def _draft(doc: Document, found: Found, ref: str, signs: list[PartyHit]) -> Drafted[CollaborationMention]:
    release_id = doc.release.release_id
    standing = standing_of(doc, signs)
    kind = kind_of(doc, signs, standing.is_new)
    company_role, partner_role = parts_of(kind, signs)
    record = CollaborationMention(
        collaboration_fact_id=hash_id("collaboration", release_id, ref),
        release_id=release_id,
        company_ref=found.companies.issuer_ref or ref,
        partner_company_ref=ref,
        company_role=company_role,
        partner_role=partner_role,
        collaboration_type=kind,
        statement=standing.statement,
        is_new=standing.is_new,
        status=standing.status,
        compound_refs=compounds_of(signs),
        platform=None,
        territory=None,
        upfront_usd=None,
        milestones_usd=None,
        total_usd=None,
        confidence=0.9 if len(signs) > 1 else 0.8,
        extractor_version=EXTRACTOR,
    )
    quotes = tuple({(h.masked.sentence.char_start, h.masked.sentence.char_end, h.rule.id): None for h in signs})
    return Drafted(record, quotes)


def compounds_of(signs: list[PartyHit]) -> tuple[str, ...]:
    """Refs of the compounds named in the sentences that tell of the agreement, in the order named."""
    refs = [m.ref for hit in signs for m in hit.masked.compounds if m.ref]
    return tuple(dict.fromkeys(refs))
