"""Compounds of a release: which substances it names, and where each is named or meant."""

from __future__ import annotations

from ingest.extract.document import Document
from ingest.extract.findings import CompanyFindings, CompoundFindings


def find_compounds(doc: Document, companies: CompanyFindings) -> CompoundFindings:
    """All compounds of the document. (First shape; the finders follow.)"""
    return CompoundFindings()
