"""Planned trials that a regulator has let go ahead: the release says so of the compound, often in another sentence."""

from __future__ import annotations

from ingest.extract.context import NEWS_SECTIONS, Cue, find_cues
from ingest.extract.document import Document
from ingest.extract.findings import Found
from ingest.extract.frames_topics import main_subject, sentence_topic
from ingest.extract.status import is_future


def cleared_compounds(doc: Document, found: Found) -> dict[str, tuple[int, int, str]]:
    """compound_ref -> the quote that says its IND (or foreign clinical trial application) is active."""
    subject = main_subject(found, doc)
    cleared: dict[str, tuple[int, int, str]] = {}
    for sentence in doc.sentences:
        if sentence.section not in NEWS_SECTIONS:
            continue
        words = doc.sentence_text(sentence)
        if (
            " IND" not in words
            and "CTA" not in words
            and "linical trial" not in words
            and "nvestigational new" not in words.lower()
        ):
            continue
        cue = _first_cleared(doc, words, sentence.char_start)
        named = {m.ref for m in doc.mentions_in(sentence, "compound")}
        ref = sentence_topic(doc, sentence, found) or (None if named else subject)
        if cue and ref:
            cleared.setdefault(ref, (sentence.char_start, sentence.char_end, cue.rule))
    return cleared


def _first_cleared(doc: Document, words: str, offset: int) -> Cue | None:
    for cue in find_cues("status", words, offset):
        if cue.value == "cleared" and not is_future(doc, offset, cue):
            return cue
    return None
