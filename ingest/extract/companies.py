"""Companies of a release. (Stub: the signature that the other finders rely on.)"""

from __future__ import annotations

from ingest.extract.document import Document
from ingest.extract.findings import CompanyFindings


def find_companies(doc: Document) -> CompanyFindings:
    """``CompanyFindings(names, mentions of kind 'company' with ref, issuer_ref)``; called first, before compounds."""
    return CompanyFindings()
