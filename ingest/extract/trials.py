"""Trials of a release. (Stub: the signature that the other finders rely on.)"""

from __future__ import annotations

from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found
from ingest.records import TrialMention


def find_trials(doc: Document, found: Found) -> tuple[Drafted[TrialMention], ...]:
    """The trials; ``doc`` carries mentions of every kind, compounds, indications and companies with their refs."""
    return ()
