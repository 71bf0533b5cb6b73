"""What kind of medicine a compound is, told by the words beside it, its INN stem or the vocabulary."""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.candidates import stem_of
from ingest.extract.document import Document, Mention
from ingest.extract.findings import Quote
from ingest.extract.groups import Group
from ingest.extract.rulebook import Rule, read_rules
from ingest.records import Modality

_APPOSED = re.compile(
    r"^(?:\s?(?:®|™|\(R\)|\(TM\)))?(?:\s*\([^)]{1,80}\))?\s*(?:,|--|–|—|:)?\s*(?:which\s+)?(?:is|was|are|as|comprises|consists\s+of|contains|represents)?\s*(?:being\s+developed\s+as\s+)?(?:also\s+)?(?:an?|the|its|our|their|[A-Z]\w+[’']s?)\s(?P<words>[^.;]{3,170})"
)
_TIGHT = re.compile(r"^(?:\s?(?:®|™))?(?:[’']s)?\s(?P<words>[^.;,]{3,30})")
_BEFORE = re.compile(r"(?P<words>(?:[\w/+’'-]+\s+){0,9}[\w/+’'-]+,?\s*[(“\"]?)$")
_ASIDE = re.compile(
    r"\b(?:in\s+(?:adults?|patients?|people|subjects|children|combination|healthy)|for\s+(?:the\s+)?(?:treatment|prevention|patients|use|people|adults)|who\b|with\s+(?!a\s+linker)|that\s|which\s|designed\s|being\s|currently\s|intended\s)",
    re.IGNORECASE,
)


def find_modality(doc: Document, group: Group, mentions: list[Mention]) -> tuple[Modality | None, Quote | None]:
    """(modality, the words that tell it); words beside the name beat the stem, the stem beats the vocabulary."""
    for reader in (_from_name, _from_apposition, _from_words_before, _from_tight_words):
        for mention in mentions:
            found = reader(doc, mention)
            if found:
                return found
    for name in group.names:
        for word in re.findall(r"[a-z]{6,}", name.lower()):
            stem = stem_of(word)
            if stem and stem.modality:
                place = next((m for m in mentions if word in m.text.lower()), mentions[0])
                return stem.modality, (place.char_start, place.char_end, f"stem/{stem.stem}")
    return group.modality, None


def _from_name(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    """'mRNA-1234' and 'X-nanobody' say it in the name."""
    return _read(doc, mention, mention.text, mention.char_start) if mention.value == "name" else None


def _from_apposition(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    match = _APPOSED.match(doc.text[mention.char_end : mention.char_end + 300])
    if not match:
        return None
    offset = mention.char_end + match.start("words")
    aside = _ASIDE.search(match["words"])
    if aside and (found := _read(doc, mention, match["words"][: aside.start()], offset)):
        return found
    return _read(doc, mention, match["words"], offset)


def _from_words_before(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    start = max(0, mention.char_start - 90)
    sentence = doc.sentence_of(mention.char_start)
    if sentence:
        start = max(start, sentence.char_start)
    match = _BEFORE.search(doc.text[start : mention.char_start])
    if not match:
        return None
    return _read(doc, mention, match["words"], start + match.start("words"), last=True)


def _from_tight_words(doc: Document, mention: Mention) -> tuple[Modality, Quote] | None:
    match = _TIGHT.match(doc.text[mention.char_end : mention.char_end + 40])
    return _read(doc, mention, match["words"], mention.char_end + match.start("words")) if match else None


def _read(
    doc: Document, mention: Mention, words: str, offset: int, last: bool = False
) -> tuple[Modality, Quote] | None:
    """The first rule of the table (most specific first) that fires in the words, unless another compound stands there."""
    others = doc.mentions_between(offset, offset + len(words), "compound")
    cut = min((m.char_start - offset for m in others if m.ref != mention.ref), default=len(words))
    words = words[: max(cut, 0)]
    for rule in _rules():
        found = rule.regex.search(words)
        if found:
            start, end = sorted((mention.char_start, mention.char_end, offset + found.start(), offset + found.end()))[
                ::3
            ]
            return rule.data["modality"], (start, end, rule.id)
    return None


@cache
def _rules() -> tuple[Rule, ...]:
    return read_rules("modality").rules
