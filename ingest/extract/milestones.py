"""Milestones of a release. (Stub: the signature that the other finders rely on.)"""

from __future__ import annotations

from ingest.extract.document import Document
from ingest.extract.findings import Drafted, Found
from ingest.records import MilestoneMention, TrialMention


def find_milestones(
    doc: Document, found: Found, trials: tuple[Drafted[TrialMention], ...]
) -> tuple[Drafted[MilestoneMention], ...]:
    """The milestones; ``trials`` is what find_trials gave, for trial_fact_id."""
    return ()
