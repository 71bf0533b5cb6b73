"""What a release, a paragraph and a sentence are about: the compound that words without a name speak of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from ingest.extract.document import Document, SentenceSpan
from ingest.extract.findings import OWNED, Found
from ingest.extract.frames import Frame
from ingest.extract.frames_owned import is_given_with, owned_compounds

_DEFINED = re.compile(
    r"[®™]?(?:\s?\([^)]{1,60}\))?\s(?:is|was)\s(?:an?|the)\s(?![^.;]*\b(?:trial|study)\b)"
)  # 'X is a mixture of Y and Z.'


def main_subject(found: Found, doc: Document) -> str | None:
    """The one compound that the release is about: the only subject, else the only owned one, else the headline's.

    Of 'X in combination with Y' in a headline it is X.
    """
    subjects = [e.ref for e in found.compounds.by_ref.values() if e.role == "subject"]
    if len(subjects) == 1:
        return subjects[0]
    owned = [ref for ref in owned_compounds(found, doc) if found.compounds.by_ref[ref].role in OWNED]
    if not subjects and len(owned) == 1:
        return owned[0]
    headline = [s for s in doc.sentences if s.section == "headline"]
    named = [m for s in headline for m in doc.mentions_in(s, "compound") if m.ref in (subjects or owned)]
    alone = {m.ref for m in named if not is_given_with(doc.text, m.char_start)}
    return next(iter(alone)) if len(alone) == 1 else None


def paragraph_topics(doc: Document, found: Found) -> Mapping[int, str]:
    """Sentence index -> the compound last named in its paragraph (at most four sentences back)."""
    owned = (ref for ref in owned_compounds(found, doc) if found.compounds.by_ref[ref].role in OWNED)
    return _topics(doc, frozenset(owned))


@lru_cache(maxsize=2)
def _topics(doc: Document, owned: frozenset[str]) -> Mapping[int, str]:
    topics: dict[int, str] = {}
    topic: str | None = None
    age, section = 0, ""
    for sentence in doc.sentences:
        if sentence.section != section:
            topic, section = None, sentence.section
        if topic and age < 4:
            topics[sentence.index] = topic
        age += 1
        named = [m for m in doc.mentions_in(sentence, "compound") if m.ref in owned]
        refs = [m.ref for m in named]
        if len(set(refs)) == 1 or (named and _DEFINED.match(doc.text, named[0].char_end)):
            topic, age = refs[0], 0
        elif refs:
            topic = None
    return topics


def told_between(doc: Document, owned: Collection[str], last: int, frame: Frame) -> str | None:
    """The one compound of the sentence right before, when no trial is told there: 'The NDA for X was filed. Data from LUNAR …'."""
    if frame.sentence.index - last < 2:
        return None
    before = doc.sentences[frame.sentence.index - 1]
    if before.section != frame.sentence.section:
        return None
    refs = {m.ref for m in doc.mentions_in(before, "compound") if m.ref}
    return next(iter(refs)) if len(refs) == 1 and refs <= set(owned) else None


def sentence_topic(doc: Document, sentence: SentenceSpan, found: Found) -> str | None:
    """The only owned compound of a sentence."""
    refs = {
        m.ref for m in doc.mentions_in(sentence, "compound") if m.ref and found.compounds.by_ref[m.ref].role in OWNED
    }
    return next(iter(refs)) if len(refs) == 1 else None
