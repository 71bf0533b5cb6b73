"""Agreements of a release. (Stub: the signature that the other finders rely on.)"""

from __future__ import annotations

from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found
from ingest.records import CollaborationMention, TermMention


def find_collaborations(
    doc: Document, found: Found
) -> tuple[tuple[Drafted[CollaborationMention], ...], tuple[Drafted[TermMention], ...]]:
    """(agreements, their money and royalty terms)."""
    return (), ()
