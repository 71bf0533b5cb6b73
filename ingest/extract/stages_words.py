"""The stage words of a release ('marketed', 'under review', 'preclinical') and the compound that each stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ingest.extract.context import PIPELINE_SECTIONS, Cue, find_cues, in_scope, lead_end, read_cues
from ingest.extract.coordination import joined
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import OWNED, Found, Quote
from ingest.extract.frames_diseases import listed_diseases
from ingest.extract.frames_topics import main_subject, paragraph_topics
from ingest.extract.milestones_context import context_cues, read_statement
from ingest.records import Stage

_HOLDS = frozenset({"happened", "historical", "ongoing"})
_BREAK = re.compile(r";|\.\s|\s(?:while|whereas|but|although)\s|\s[–—]\s|\s--\s")
_HEADS_LINE = re.compile(r"(?:\s?(?:®|™))?(?:\s\([^)]{1,60}\))?(?:\sprogram(?:me)?)?\s?[:–—]\s")
_IT = re.compile(
    r"^\s*(?:[“\"]\s*)?(?:it|the\s(?:drug|medicine|compound|product|vaccine|therapy|application|candidate|program)|this|currently|if)\b",
    re.I,
)
_CLASS = re.compile(
    r"(?:\s[\w-]+){0,2}?\s(?:programs|candidates|compounds|assets|medicines|products)\b(?!\sin\b)", re.IGNORECASE
)
_INDICATED = re.compile(
    r"\b(?:is|are) indicated\b|\bis an? (?:[\w-]+ ){0,2}prescription medicine\b|\bPrescribing Information\b"
)
_CLAUSE = re.compile(r"[,;.]\s")
_ANIMALS = re.compile(
    r"\bUSDA\b|\bveterinary\s(?:medicine|use|product|drug)\b|\b(?:in|for)\s(?:use\sin\s|the\streatment\sof\s)?(?:dogs|cats|horses|cattle|pigs|poultry|pets)\b"
)
_PEOPLE = re.compile(r"\b(?:FDA|EMA|EC|European\sCommission|PMDA|people|humans|adults|children)\b")
_OF_LABELS = ("stages.marketed_is", "stages.labelled")


@dataclass(frozen=True, slots=True)
class StageWord:
    """One place where words tell the stage of a compound."""

    ref: str
    stage: Stage
    indication_refs: tuple[str, ...]
    quote: Quote


def find_stage_words(doc: Document, found: Found, read: Sequence[tuple[int, int]] = ()) -> Iterator[StageWord]:
    """Every stage that words tell of a compound; what is hoped, conditional or denied is left out, and the spans already read."""
    topics = paragraph_topics(doc, found)
    subject, lead = main_subject(found, doc), lead_end(doc)
    for sentence in [*in_scope(doc, PIPELINE_SECTIONS), *_label_sentences(doc)]:
        hits = find_cues("stages", doc.sentence_text(sentence), sentence.char_start)
        if not hits:
            continue
        cues = context_cues(doc, sentence)
        near = [m for m in doc.mentions_in(sentence, "compound") if m.ref in found.compounds.by_ref]
        for hit in hits if sentence.section != "safety" else [h for h in hits if h.rule in _OF_LABELS]:
            rule = _data()[hit.rule]
            statement = read_statement(doc, sentence, cues, hit.char_start, hit.char_end)
            holds = statement in _HOLDS or rule.get("always") or (rule.get("holds") and statement != "denied")
            if not holds or _is_other(doc, hit, rule) or any(start <= hit.char_start < end for start, end in read):
                continue
            refs = _beside(doc, near, hit, rule)
            if not near and rule.get("topic") and sentence.section != "safety":
                refs = _meant(doc, found, sentence, hit, topics.get(sentence.index), subject, lead)
            stage: Stage = hit.value  # type: ignore[assignment]
            diseases = _diseases(doc, sentence, hit) if refs else ()
            for ref in refs:
                yield StageWord(ref, stage, diseases, (sentence.char_start, sentence.char_end, hit.rule))


def _label_sentences(doc: Document) -> list[SentenceSpan]:
    """The sentences of the label that say what a medicine is indicated for: nothing that is not approved has them."""
    if not any(words in doc.text for words in ("is indicated", "prescription medicine", "rescribing Information")):
        return []
    return [s for s in doc.sentences if s.section == "safety" and _INDICATED.search(doc.text, s.char_start, s.char_end)]


def _is_other(doc: Document, hit: Cue, rule: Any) -> bool:
    """True when the words before the hit make it tell something else ('royalties on net sales of')."""
    before = doc.text[max(0, hit.char_start - 100) : hit.char_start]
    behind = doc.text[hit.char_end : hit.char_end + 80]
    if hit.value == "approved" and is_of_animals(doc, hit.char_start, _clause_end(doc.text, hit.char_end)):
        return True
    return bool(
        ("not_before" in rule and re.search(rule["not_before"], before, re.IGNORECASE))
        or ("not_after" in rule and re.match(rule["not_after"], behind, re.IGNORECASE))
    )


def _clause_end(text: str, start: int) -> int:
    """Where the clause ends in which the words stand."""
    end = _CLAUSE.search(text, start, start + 100)
    return end.start() if end else min(len(text), start + 100)


def is_of_animals(doc: Document, start: int, end: int) -> bool:
    """True when words of a release about patients tell what animals may be given."""
    return (
        _ANIMALS.search(doc.text, start, end) is not None
        and _PEOPLE.search(doc.text, start, end) is None
        and "patients" in doc.text
    )


def _beside(doc: Document, near: list[Mention], hit: Cue, rule: Any) -> list[str]:
    """The compounds that the words stand beside, on the side that the rule reads."""
    inside = [m for m in near if hit.char_start < m.char_start and m.char_end < hit.char_end]
    if inside:
        return joined(doc, inside[:1])
    before = [m for m in near if m.char_end <= hit.char_start + 1][::-1]
    after = [m for m in near if m.char_start >= hit.char_end - 1]
    sides = []
    if rule["side"] != "after" and before:
        sides.append((hit.char_start - before[0].char_end, before[0].char_end, hit.char_start, before))
    if rule["side"] != "before" and after:
        sides.append((after[0].char_start - hit.char_end, hit.char_end, after[0].char_start, after))
    for gap, left, right, mentions in sorted(sides, key=lambda side: side[0]):
        between = doc.text[left:right]
        if gap > rule["within"] or (_BREAK.search(between) and not _is_listed_alone(doc, mentions)):
            continue
        if "not_between" in rule and re.search(rule["not_between"], between, re.IGNORECASE):
            continue
        if _is_of_another(doc, mentions[0], rule):
            continue
        if mentions is after and _CLASS.match(doc.text, hit.char_end):
            return [ref for ref in dict.fromkeys(m.ref for m in after) if ref]
        return joined(doc, mentions)
    return []


def _is_listed_alone(doc: Document, mentions: list[Mention]) -> bool:
    """True of the line of a list that begins with its only compound: 'NBX-4711: oral inhibitor; preclinical'."""
    first = mentions[0]
    sentence = doc.sentence_of(first.char_start)
    if sentence is None or not _HEADS_LINE.match(doc.text, first.char_end):
        return False
    return (
        first.char_start - sentence.char_start <= 3 and len({m.ref for m in doc.mentions_in(sentence, "compound")}) == 1
    )


def _is_of_another(doc: Document, name: Mention, rule: Any) -> bool:
    """True when the words speak of something of the compound: its trial, its patent, its factory."""
    ahead, behind = (
        doc.text[max(0, name.char_start - 50) : name.char_start],
        doc.text[name.char_end : name.char_end + 60],
    )
    return bool(
        ("not_ahead" in rule and re.search(rule["not_ahead"], ahead, re.IGNORECASE))
        or ("not_behind" in rule and re.match(rule["not_behind"], behind, re.IGNORECASE))
    )


def _diseases(doc: Document, sentence: SentenceSpan, hit: Cue) -> tuple[str, ...]:
    """The diseases named right behind the words ('approved for the treatment of A and B')."""
    end = min(sentence.char_end, hit.char_end + 160)
    named = doc.mentions_between(hit.char_end, end, "indication")
    return listed_diseases(doc, named) if named and hit.value in ("approved", "filed") else ()


def _meant(
    doc: Document, found: Found, sentence: SentenceSpan, hit: Cue, topic: str | None, subject: str | None, lead: int
) -> list[str]:
    """Whom a sentence without a compound's name means: its paragraph's compound; preclinical news means all own ones."""
    is_said = doc.text[hit.char_start : hit.char_end].lower().startswith(("pre", "non", "ind-"))
    if hit.value == "preclinical" and is_said and sentence.char_start < lead and not subject:
        return [e.ref for e in found.compounds.by_ref.values() if e.role in OWNED]
    if sentence.section == "about_company" or not _IT.match(doc.sentence_text(sentence)):
        is_news = hit.value == "filed" or (hit.value == "preclinical" and is_said)
        return [subject] if subject and is_news and sentence.char_start < lead else []
    ref = topic or subject
    return [ref] if ref else []


@cache
def _data() -> dict[str, Any]:
    return {cue.rule.id: cue.data for cue in read_cues("stages")}
