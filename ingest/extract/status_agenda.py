"""Steps on an agenda: 'objectives for the year: initiating a Phase 3 trial …; reporting data …' tells what is to come."""

from __future__ import annotations

import re

from ingest.extract.context import Cue
from ingest.extract.document import Document
from ingest.extract.frames import Frame

_AGENDA = re.compile(
    r"\b(?:objectives|goals|milestones|catalysts|priorities|next steps)\b[^.:;]{0,80}(?::|\binclude\b)", re.IGNORECASE
)
_ACHIEVED = re.compile(r"\b(?:achiev|accomplish|recent|past|met\b|reached|highlights)\w*[^.;]{0,60}$", re.IGNORECASE)
_STEP = re.compile(
    r"\b(?:(?P<start>(?:initiat|start|commenc|launch|beginn|dos)ing)|(?P<data>(?:report|announc|present|shar|releas|obtain)ing)"
    r"|(?P<enrol>complet(?:ing|ion of)\s(?:[\w-]+\s){0,2}?(?:enrol|recruit)\w*)|(?P<end>completing))\b",
    re.IGNORECASE,
)
_SAYS = {
    "start": ("planned", "status.planned_to_begin"),
    "data": ("awaited", "status.awaited_expected"),
    "enrol": ("enrolling", "status.enrolment_awaited"),
    "end": ("finishing", "status.finishing"),
}
_DONE = frozenset({"started", "enrolled", "completed", "reported"})


def of_agenda(doc: Document, frame: Frame, cues: list[Cue]) -> list[Cue]:
    """The cues of a frame; behind the head of an agenda, its step to come stands for what would be done."""
    start, at = frame.sentence.char_start, frame.anchor.char_start
    head = _AGENDA.search(doc.text, start, at)
    if head is None or _ACHIEVED.search(doc.text[start : head.end()]):
        return cues
    kept = [c for c in cues if c.value not in _DONE]
    if step := _STEP.search(doc.text, max(head.end(), frame.char_start), frame.char_end):
        value, rule = _SAYS[str(step.lastgroup)]
        kept.append(Cue(step.start(), step.end(), value, rule))
    return kept
