"""On which molecular targets each compound acts: 'an anti-X antibody', 'the X-targeting conjugate', 'inhibits X and Y'.

The places that may name a target are masked in each sentence; rules/targets.yaml tells which words around them say that
a compound acts on them; the compound is the one that these words stand beside.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.context import PIPELINE_SECTIONS, in_scope
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import Drafted, Found, Quote
from ingest.extract.frames_links import main_subject, paragraph_topics
from ingest.extract.rulebook import RuleBook, read_rules, read_table
from ingest.extract.targets_spans import TargetSpan, find_target_spans, masked, with_receptor
from ingest.extract.tokens import Tokens
from ingest.records import TargetMention, hash_id

_VERSION = "rules-1"
_OF_OTHERS = re.compile(
    r"(?:\b(?:in\s+combination\s+with|combined\s+with|combination\s+of|plus|prior|previous(?:ly)?|treated\s+with|progress\w+\s+(?:on|after|following)|after|versus|compared\s+(?:to|with)|such\s+as|other"
    r"|standard|approved|and|with|received|resistan\w+\s+to|refractory\s+to|na[iï]ve\s+to|failed|unlike|existing|current|than|including|add-on\s+to)|\+)\s+(?:(?:an?|the|other|with|or|prior|and|existing|approved)\s+)*$",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(r"^[\s,(:–—-]*(?:[\w/-]+[\s,]+){0,4}[(“\"]?$")
_NEW_CLAUSE = re.compile(r";|\.\s|\s(?:while|whereas|but)\s")
_IT = re.compile(r"^\s*(?:[“\"]\s*)?(?:it|this|the|by|as|in|our|designed|both|like)\b", re.IGNORECASE)
_REACH = 260


@dataclass(frozen=True, slots=True)
class TargetHit:
    """One target of one compound, with the words that say so."""

    ref: str
    span: TargetSpan
    quote: Quote


def find_targets(doc: Document, found: Found, tokens: Tokens | None = None) -> tuple[Drafted[TargetMention], ...]:
    """One row per compound and target; ``names`` holds every form that the release prints of the target."""
    if not found.compounds.by_ref:
        return ()
    spans = find_target_spans(doc, tokens or Tokens(doc.text))
    if not spans:
        return ()
    forms: dict[str, dict[str, None]] = {}
    for span in spans:
        known = forms.setdefault(span.identity, {})
        known[span.text] = None
        longer = with_receptor(doc.text, span)
        if longer:
            known[longer] = None
    drafts: dict[tuple[str, str], Drafted[TargetMention]] = {}
    for hit in _hits(doc, found, spans):
        key = (hit.ref, hit.span.identity)
        if key in drafts:
            known_draft = drafts[key]
            drafts[key] = Drafted(known_draft.record, (*known_draft.quotes, hit.quote)[:3])
        else:
            drafts[key] = _draft(doc, hit, tuple(forms[hit.span.identity]))
    return tuple(drafts.values())


def target_rules() -> RuleBook:
    """The rules with their shared words filled in."""
    words = {f"{{{key}}}": str(value) for key, value in read_table("targets")["words"].items()}
    return read_rules("targets", words)


def _hits(doc: Document, found: Found, spans: list[TargetSpan]) -> Iterator[TargetHit]:
    topics = paragraph_topics(doc, found)
    subject = main_subject(found, doc)
    starts = [span.char_start for span in spans]
    for sentence in in_scope(doc, PIPELINE_SECTIONS):
        inside = spans[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
        if not inside:
            continue
        near = [m for m in doc.mentions_in(sentence, "compound") if m.ref in found.compounds.by_ref]
        fallback = None
        if not near and _IT.match(doc.sentence_text(sentence)):
            fallback = topics.get(sentence.index) or (subject if sentence.section == "about_compound" else None)
        if not near and not fallback:
            continue
        words = masked(doc, sentence, inside)
        for rule in target_rules():
            for match in rule.regex.finditer(words):
                start, end = sentence.char_start + match.start(), sentence.char_start + match.end()
                refs = _compounds_of(doc, sentence, near, start, end, str(rule.data["near"])) or (
                    [fallback] if fallback else []
                )
                left, right = sentence.char_start + match.start("t"), sentence.char_start + match.end("t")
                for ref in refs:
                    for span in inside:
                        if left <= span.char_start < right:
                            yield TargetHit(ref, span, (sentence.char_start, sentence.char_end, rule.id))


def _compounds_of(
    doc: Document, sentence: SentenceSpan, near: list[Mention], start: int, end: int, side: str
) -> list[str]:
    """The compound beside the words: right behind them, else the last one before; lists before share the words."""
    text = doc.text
    if side == "both":
        for mention in near:
            if mention.char_start >= end - 1 and _RIGHT_BEHIND.match(text[end : mention.char_start]):
                return [mention.ref] if mention.ref else []
    if _OF_OTHERS.search(text[max(sentence.char_start, start - 50) : start]):
        return []
    before = [m for m in near if m.char_end <= start]
    if not before:
        inside = [m for m in near if start <= m.char_start < end]
        return [inside[0].ref] if inside and inside[0].ref else []
    last = before[-1]
    gap = text[last.char_end : start]
    if len(gap) > _REACH or _NEW_CLAUSE.search(gap):
        return []
    return [last.ref] if last.ref else []


def _draft(doc: Document, hit: TargetHit, names: tuple[str, ...]) -> Drafted[TargetMention]:
    release_id = doc.release.release_id
    target_ref = hash_id("target", release_id, hit.span.identity)
    record = TargetMention(
        target_mention_id=hash_id("target_mention", release_id, hit.ref, target_ref),
        release_id=release_id,
        compound_ref=hit.ref,
        target_ref=target_ref,
        name=hit.span.text,
        names=names,
        vocabulary_key=hit.span.key,
        confidence=0.85 if hit.span.key else 0.7,
        extractor_version=_VERSION,
    )
    return Drafted(record, (hit.quote,))
