"""Trials that only their data tell of: 'presents longer-term results of X in gout', 'X shows durable responses in gout'.

Data of people come from a trial, whether or not the release says the word. That they are of people is told by the
sentence, or by what stands at the head of the release; words of the laboratory say the opposite. The words stand in
``data_news`` of rules/trials.yaml, the verbs of the news in rules/status.yaml (``only: head``).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ingest.extract.context import find_cues, tells_news
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.milestones_ahead import is_at_congress
from ingest.extract.openings import Letters
from ingest.extract.rulebook import read_table

_IN_DATA = Letters("data", "results", "findings")
_HEAD = 3  # sentences behind the headline and its subheads that say of whom the data are


def told_data(doc: Document, sentence: SentenceSpan, words: str) -> tuple[int, int] | None:
    """Where a sentence tells data of people treated with a compound that it names; None where it does not."""
    if _IN_DATA.stand_in(doc.text, sentence.char_start, sentence.char_end):
        told = _words("clinical").search(words)
        if told and _words("told").search(words):
            return sentence.char_start + told.start(), sentence.char_start + told.end()
    if not _is_at_head(doc, sentence):
        return None
    cues = [c for c in find_cues("status", words, sentence.char_start) if tells_news(c.rule)]
    return (cues[0].char_start, cues[0].char_end) if cues and _may_be_told(doc, words) else None


def _may_be_told(doc: Document, words: str) -> bool:
    """True where the words, or else the head of the release, speak of people and of nothing that rules them out."""
    if any(_words(kind).search(words) for kind in ("of_laboratory", "of_other_deeds", "to_come")):
        return False
    head = _head(doc)
    if _words("outside_trials").search(head):
        return False
    if _words("of_people").search(words):
        return True
    is_of_people = _words("of_people").search(head) or is_at_congress(doc, 0, _head_end(doc))
    return bool(is_of_people) and not _words("of_laboratory").search(head)


def _is_at_head(doc: Document, sentence: SentenceSpan) -> bool:
    return sentence.section in ("headline", "subhead") or sentence.char_end <= _head_end(doc)


@lru_cache(maxsize=2)
def _head_end(doc: Document) -> int:
    body = [s for s in doc.sentences if s.section in ("dateline", "body", "quote")][:_HEAD]
    return body[-1].char_end if body else 0


@lru_cache(maxsize=2)
def _head(doc: Document) -> str:
    return " ".join(doc.sentence_text(s) for s in doc.sentences if _is_at_head(doc, s))


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(str(read_table("trials")["data_news"][kind]), re.IGNORECASE)
