"""The statement of a trial: expected or conditional while it is planned, denied when it will not run, else as it went."""

from __future__ import annotations

import re

from ingest.extract.document import Document
from ingest.extract.milestones_context import by_date
from ingest.extract.status import Evidence
from ingest.records import Statement, TrialStatus

_CONDITION = re.compile(
    r"\b(?:if|pending|subject to|contingent (?:up)?on|assuming|provided that|should|depending on|could|(?-i:may)|might)\b",
    re.IGNORECASE,
)
_ON_CONDITION = "status.planned_condition"
_AROUND = 70


def statement_of(doc: Document, status: TrialStatus, decided: Evidence | None) -> Statement:
    """What the words that decided the status say of it; long-past dates beside them make it historical."""
    if status == "ongoing":
        return "ongoing"
    if status == "planned":
        if decided is None:
            return "expected"
        if decided.value == "denied":
            return "denied"
        return "conditional" if _is_conditional(doc, decided) else "expected"
    if decided is None:
        return "happened"
    frame = decided.frame
    return "historical" if by_date(doc, decided.cue, frame.char_start, frame.char_end) == "historical" else "happened"


def _is_conditional(doc: Document, decided: Evidence) -> bool:
    sentence, cue = decided.frame.sentence, decided.cue
    if cue.rule == _ON_CONDITION:
        return True
    start, end = max(sentence.char_start, cue.char_start - _AROUND), min(sentence.char_end, cue.char_end + _AROUND)
    return bool(_CONDITION.search(doc.text, start, end))
