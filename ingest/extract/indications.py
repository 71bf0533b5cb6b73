"""Diseases of a release."""

from __future__ import annotations

from ingest.extract.document import Document
from ingest.extract.findings import IndicationFindings


def find_indications(doc: Document) -> IndicationFindings:
    """All diseases of the document. (First shape; the finders follow.)"""
    return IndicationFindings()
