"""What a release, a paragraph and a sentence are about: the compound that words without a name speak of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from ingest.extract.anaphora import disease_key, told_for
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.findings import OWNED, Found
from ingest.extract.frames import Frame
from ingest.extract.frames_owned import is_given_with, owned_compounds

_DEFINED = re.compile(
    r"[®™]?(?:\s?\([^)]{1,60}\))?\s(?:is|was)\s(?:an?|the)\s(?![^.;]*\b(?:trial|study)\b)"
)  # 'X is a mixture of Y and Z.'

_ITEM = re.compile(r"(?P<mark>[*•▪●○◦·➢–—-]|o(?=\s+[A-Z]))\s+")
_HEADED = re.compile(r"(?:[\w’'/®™.-]+ ){0,5}?[\w’'/®™.-]+(?:\s?\([^()]{1,60}\))?(?::|\s[–—-])\s")
_POINTS_BACK = re.compile(
    r"(?:It|Its|They|Their|These|Those|This|Both|In (?:this|the|that|these)|The (?:[\w-]+ )?(?:drug|medicine|compound|candidate|product"
    r"|therapy|treatment|vaccine|antibody|agent|molecule|trial|study|company[’']s lead))\b"
)
_LONGEST = 4  # sentences that a topic lasts
_AT_HEAD = 3
_EARLY = 60  # letters of a sentence before the name of what it is about


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
    """Sentence index -> the compound that its paragraph or list speaks of; "" for an item with a name of its own that was not read."""
    return _read_topics(doc, _owned(doc, found))[0]


def owner_of(doc: Document, found: Found, diseases: Collection[str], spoken_of: str | None) -> str | None:
    """The compound that words without a name speak of: another than the one spoken of when it alone is told to be for their disease."""
    if not diseases or not spoken_of:
        return spoken_of
    told = told_for(doc, found)
    owners = [told.get(disease_key(found, ref), set()) for ref in diseases]
    is_anothers = all(owners) and len(set().union(*owners)) == 1 and spoken_of not in owners[0]
    return next(iter(owners[0])) if is_anothers else spoken_of


def turns(doc: Document, found: Found) -> frozenset[int]:
    """The sentences with which something new begins, so that nothing said before them tells what they are about."""
    return _read_topics(doc, _owned(doc, found))[1]


def _owned(doc: Document, found: Found) -> frozenset[str]:
    return frozenset(ref for ref in owned_compounds(found, doc) if found.compounds.by_ref[ref].role in OWNED)


@lru_cache(maxsize=2)
def _read_topics(doc: Document, owned: frozenset[str]) -> tuple[Mapping[int, str], frozenset[int]]:
    reader = _Reader(doc, owned)
    for sentence in doc.sentences:
        reader.read(sentence)
    return reader.topics, frozenset(reader.turns)


class _Reader:
    """Goes through the sentences and keeps what is spoken of: by the paragraph, and ahead of the list that runs."""

    def __init__(self, doc: Document, owned: frozenset[str]) -> None:
        self.doc, self.owned = doc, owned
        self.topics: dict[int, str] = {}
        self.turns: set[int] = set()
        self.topic: str | None = None
        self.age = 0
        self.section = ""
        self.mark = ""  # of the list that runs
        self.lead: str | None = None  # what was spoken of ahead of the list
        self.named_by = ""  # the mark of the item that named the topic
        self.was_headed = False  # the item before opened with a medicine

    def read(self, sentence: SentenceSpan) -> None:
        """Tells what a sentence is about, and what those behind it are about from here on."""
        if sentence.section != self.section:
            self.topic, self.section, self.mark = None, sentence.section, ""
        refs = [str(m.ref) for m in self.doc.mentions_in(sentence, "compound") if m.ref in self.owned]
        is_head = sentence.index == 0 or "\n" in self.doc.text[sentence.char_start - 2 : sentence.char_start]
        item = _ITEM.match(self.doc.text, sentence.char_start, sentence.char_end) if is_head else None
        if item:
            self._open_item(sentence, item)
        elif is_head and self.mark:
            self.topic, self.mark, self.named_by, self.was_headed = self.lead or self.topic, "", "", False
        if not refs and is_head and (named := self._named_next(sentence)):
            self.topic, self.age = named, 0
            self.turns.add(sentence.index)
        if self.topic and self.age < _LONGEST:
            self.topics.setdefault(sentence.index, self.topic)
        self.age += not self.mark
        self._hear(sentence, refs)

    def _open_item(self, sentence: SentenceSpan, item: re.Match[str]) -> None:
        named = self.doc.mentions_in(sentence, "compound")
        is_sub = self.mark not in ("", item["mark"])
        if not self.mark:
            self.lead = self.topic if self.age <= 1 else None
        elif self.named_by == item["mark"]:
            self.topic, self.named_by = self.lead, ""
            self.turns.add(sentence.index)
        self.mark = item["mark"]
        if is_sub:
            return
        if self.was_headed and not named and _HEADED.match(self.doc.text, item.end(), sentence.char_end):
            self.topics[sentence.index] = ""
            self.turns.add(sentence.index)
        self.was_headed = bool(named) and named[0].char_start - item.end() < _AT_HEAD

    def _named_next(self, sentence: SentenceSpan) -> str | None:
        """'Data of a Phase 2 trial in gout were positive. Patients treated with X …': the medicine comes with the second sentence."""
        behind = self.doc.sentences[sentence.index + 1 : sentence.index + 2]
        if not behind or sentence.section != "body" or _POINTS_BACK.match(self.doc.text, sentence.char_start):
            return None
        if "\n" in self.doc.text[sentence.char_end : behind[0].char_start]:
            return None
        if self.doc.mentions_in(sentence, "compound"):
            return None
        named = [m for m in self.doc.mentions_in(behind[0], "compound") if m.value == "name"]
        if not named or named[0].char_start - behind[0].char_start > _EARLY:
            return None
        ref = named[0].ref if len({m.ref for m in named}) == 1 else None
        return ref if ref in self.owned and ref != self.topic else None

    def _hear(self, sentence: SentenceSpan, refs: list[str]) -> None:
        named = [m for m in self.doc.mentions_in(sentence, "compound") if m.ref in self.owned]
        if len(set(refs)) == 1 or (named and _DEFINED.match(self.doc.text, named[0].char_end)):
            self.topic, self.age, self.named_by = refs[0], 0, self.mark
        elif refs:
            self.topic = None


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
