"""Builds small releases of our own for the tests of companies, agreements and terms."""

from __future__ import annotations

from datetime import datetime

from ingest.extract.extract import extract_facts
from ingest.parse.release import parse_release
from ingest.records import CollaborationMention, Extraction, ListingItem, PressRelease, RawPage, TermMention

_ARRIVED = datetime(2026, 3, 2, 6, 0)


def release_of(
    headline: str, *paragraphs: str, city: str = "BASEL, Switzerland, March 2, 2026 (GLOBE NEWSWIRE) -- "
) -> PressRelease:
    """The release that a page with these paragraphs is; the first follows the dateline."""
    text = "\n\n".join([headline, city + paragraphs[0], *paragraphs[1:]])
    page = RawPage(ListingItem("folder", "own.txt"), text.encode(), "text/plain", None, _ARRIVED, "2026-03-02")
    return parse_release(page)


def facts_of(headline: str, *paragraphs: str) -> Extraction:
    """Every fact of such a release."""
    return extract_facts(release_of(headline, *paragraphs))


def name_of(facts: Extraction, ref: str) -> str:
    """The main name of a company."""
    return next(n.name for n in facts.company_names if n.company_ref == ref and n.is_primary)


def agreement_with(facts: Extraction, partner: str) -> CollaborationMention:
    """The one agreement with a partner whose name begins with these letters."""
    (row,) = [c for c in facts.collaboration_mentions if name_of(facts, c.partner_company_ref).startswith(partner)]
    return row


def partners_of(facts: Extraction) -> set[str]:
    """The main names of all partners."""
    return {name_of(facts, c.partner_company_ref) for c in facts.collaboration_mentions}


def terms_of(facts: Extraction, row: CollaborationMention) -> list[TermMention]:
    """The terms of one agreement in the order told."""
    return [t for t in facts.term_mentions if t.collaboration_fact_id == row.collaboration_fact_id]
