"""On which molecular targets each compound acts: 'an anti-X antibody', 'the X-targeting conjugate', 'inhibits X and Y'.

The places that may name a target are masked in each sentence; rules/targets.yaml tells which words around them say that
a compound acts on them; the compound is the one that these words stand beside.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.extract.anchors import Anchored
from ingest.extract.context import PIPELINE_SECTIONS, in_scope
from ingest.extract.coordination import joined
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import Drafted, Found, Quote
from ingest.extract.frames_topics import main_subject, paragraph_topics
from ingest.extract.rulebook import Rule, RuleBook, read_rules, read_table
from ingest.extract.targets_spans import (
    TargetSpan,
    find_target_spans,
    in_brackets,
    masked,
    shorter_names,
    with_receptors,
)
from ingest.extract.tokens import Tokens
from ingest.records import TargetMention, hash_id, name_key

_VERSION = "rules-1"
_OF_OTHERS = re.compile(
    r"(?:\b(?:in\s+combination\s+with|combined\s+with|combination\s+of|plus|prior|previous(?:ly)?|treated\s+with|progress\w+\s+(?:on|after|following)|after|versus|compared\s+(?:to|with)|such\s+as|other"
    r"|standard|approved|and|and/or|or|to|with|received|resistan\w+\s+to|refractory\s+to|na[iï]ve\s+to|failed|unlike|existing|current|than|including|add-on\s+to)|\+)\s+(?:(?:an?|the|other|with|or|prior|and|existing|approved)\s+)*$",
    re.IGNORECASE,
)
_RIGHT_BEHIND = re.compile(
    r"^[\s,(:–—-]*(?:(?!(?:in|with|and|or|plus|versus|vs|to|than|of|for|after|on)\b)[\w/-]+[®™]?[\s,]+){0,4}[(“\"]?$",
    re.IGNORECASE,
)
_LISTED_CLASS = re.compile(r"s\s*(?:,|and\b|or\b|\(such|such\b)")
_PREDICATE = re.compile(
    r"(?:,|\(|:|--|[–—]|(?<=\s)-(?=\s)|\b(?:is|are|was|as|being|called|represents|contains|comprises|joins|links|carries|couples|combines|consists\s+of|composed\s+of)\b)\s*(?:(?!(?:in|to|with|who|patients|after|than)\b)[\w/®™’'()-]+[\s,]+){0,14}(?:anti[-‑–\s]?)?\(?$",
    re.IGNORECASE,
)
_PAYLOAD = re.compile(r"\b(?:payload|attached|conjugated|linked|derivative|warhead|cytotoxic)\b", re.IGNORECASE)
_ATTACHED = re.compile(r"\b(?:attached|conjugated|linked|fused)\s+to\s", re.IGNORECASE)
_MEMBERS = re.compile(
    r"^.[^.;]{0,90}?(?:\b(?:such\s+as|like|including|includes?|namely|e\.g\.,?)\s|[–:]\s|--\s)(?:(?:an?|the|two|three|its|our|both|[A-Z][\w&.-]*|[A-Z][\w&.-]*\s[A-Z][\w&.-]*)(?:[’'][s]?)?\s(?:\([^)]{1,20}\)\s)?){0,4}$"
)
_THE = re.compile(r"\b(?:the|this|its|our)\s(?:\w+\s)?$|,\sit\s(?:also\s|\w+ly\s)?$", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r";|\.\s|\s(?:while|whereas|but)\s")
_IT = re.compile(r"^\s*(?:[“\"]\s*)?(?:it|by|as\san?|designed)\b", re.IGNORECASE)
_TIGHT = re.compile(
    r"(?:hibitors?|agonists?|^\uE000+is?|ntibod(?:y|ies)|degraders?|blockers?|modulators?|directed|targeted|targeting|specific|binding|blocking|activators?)$|^anti"
)
_REACH = 260
_NOT_ON = re.compile(
    r"\b(?:without|no|not|spar(?:es|ing)|lacks?|lacking|minimal|little|over|than)\s(?:(?:any|significant|the|its|substantial|meaningful|relevant|off-target)\s){0,2}(?:\w+(?:ing|ion|ly|s)?\s(?:of|to|on|for|against)\s)?$"
)
_IS_SYMBOL = re.compile(r"^[A-Z][A-Za-z0-9-]{1,9}$(?<![a-z]{4})")
_SPEAKING = (
    "inhibit agonis agoniz antibod nanobod anti- anti‑ anti– target direct bind block degrad modulat activat specific adc "
    "selective car encod stimulat silenc suppress neutrali mimetic analog against antisense sirna engager corrector "
    "potentiator vaccine increas interact reduc express antigen ligand engaging stabili mutein trap knockdown serd "
    "protac lower fusion deplet knock opener inducer glue "
    "pathway signal restor replac remov clear deliver affinity potency amount production partial nam pam conjugate"
)
_SPEAKING_PAIRS = "gene therap|anti |act on|acts on|acting on|act at|acts at|acting at"
_SPEAKS = Anchored([(True, [*_SPEAKING.split(), *_SPEAKING_PAIRS.split("|")])])
_ANTIBODY = re.compile(r"mab\b")
_SHORT_CLASS = re.compile(r"i(?<=[A-Z0-9]i)s?\b|A(?<=\b[PN]A)Ms?\b")  # 'a PARPi'


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
    speaking = [s for s in in_scope(doc, PIPELINE_SECTIONS) if _speaks(doc.sentence_text(s))]
    spans = find_target_spans(doc, tokens or Tokens(doc.text), speaking) if speaking else []
    if not spans:
        return ()
    forms: dict[str, dict[str, None]] = {}
    for span, longer in zip(spans, with_receptors(doc.text, spans), strict=True):
        known = forms.setdefault(span.identity, {})
        known[span.text] = None
        if longer:
            known[longer] = None
        known.update(dict.fromkeys(shorter_names(span)))
    drafts: dict[tuple[str, str], Drafted[TargetMention]] = {}
    for hit in [*_hits(doc, found, spans, speaking), *_named_by(found, spans, doc)]:
        key = (hit.ref, hit.span.identity)
        if key in drafts:
            known_draft = drafts[key]
            drafts[key] = Drafted(known_draft.record, (*known_draft.quotes, hit.quote)[:3])
        else:
            drafts[key] = _draft(doc, hit, tuple(forms[hit.span.identity]))
    return tuple(drafts.values())


def _speaks(words: str) -> bool:
    """True for a sentence with a word that may tell of a target."""
    low = words.lower()
    return bool(_SPEAKS.standing_in(low) or _ANTIBODY.search(low) or _SHORT_CLASS.search(words))


def target_rules() -> RuleBook:
    """The rules with their shared words filled in."""
    words = {f"{{{key}}}": str(value) for key, value in read_table("targets")["words"].items()}
    return read_rules("targets", words)


@cache
def _anchored() -> Anchored[Rule]:
    return Anchored((rule, rule.data.get("anchor", ())) for rule in target_rules())


def _named_by(found: Found, spans: list[TargetSpan], doc: Document) -> Iterator[TargetHit]:
    """A code name that spells its target ('XYZ-ANGPTL3-LRx')."""
    known = {name_key(span.text): span for span in spans if span.key}
    for mention in found.compounds.mentions:
        parts = re.split(r"[-‑\s]", mention.text) if mention.value == "name" and mention.ref else []
        for part in parts if len(parts) > 1 else []:
            span = known.get(name_key(part))
            if span and len(part) >= 4 and mention.ref:
                yield TargetHit(mention.ref, span, (mention.char_start, mention.char_end, "target/in_name"))
        if mention.value == "name" and mention.ref and any(c.isdigit() for c in mention.text):
            for span in in_brackets(doc.text, mention.char_end, spans):
                yield TargetHit(mention.ref, span, (mention.char_start, span.char_end, "target/in_brackets"))


def _hits(doc: Document, found: Found, spans: list[TargetSpan], speaking: list[SentenceSpan]) -> Iterator[TargetHit]:
    topics = paragraph_topics(doc, found)
    subject = main_subject(found, doc)
    starts = [span.char_start for span in spans]
    for sentence in speaking:
        inside = spans[bisect_left(starts, sentence.char_start) : bisect_left(starts, sentence.char_end)]
        if not inside:
            continue
        near = [m for m in doc.mentions_in(sentence, "compound") if m.ref in found.compounds.by_ref]
        fallback = topics.get(sentence.index) or subject
        if not near and not fallback:
            continue
        is_it = bool(_IT.match(doc.sentence_text(sentence)))
        words = masked(doc, sentence, inside)
        for rule in _anchored().standing_in(words.lower()):
            for match in rule.regex.finditer(words):
                start, end = sentence.char_start + match.start(), sentence.char_start + match.end()
                refs = _compounds_of(doc, sentence, near, start, end, rule)
                if not refs and not near and (is_it or _THE.search(doc.text[max(0, start - 20) : start])):
                    refs = [fallback] if fallback else []
                left, right = sentence.char_start + match.start("t"), sentence.char_start + match.end("t")
                for ref in refs:
                    for span in inside:
                        if left <= span.char_start < right and (span.key or _is_tight(rule, match)):
                            yield TargetHit(ref, span, (sentence.char_start, sentence.char_end, rule.id))


def _compounds_of(
    doc: Document, sentence: SentenceSpan, near: list[Mention], start: int, end: int, rule: Rule
) -> list[str]:
    """The compounds beside the words: right behind them, listed behind a class, else the last ones before."""
    text = doc.text
    if _NOT_ON.search(text[max(sentence.char_start, start - 60) : start]):
        return []
    either_side = rule.data["near"] == "both"
    after = [m for m in near if m.char_start >= end - 1]
    if either_side and after:
        behind = text[end - 1 : after[0].char_start]
        if _MEMBERS.match(behind):
            return joined(doc, after)
        if not _LISTED_CLASS.match(behind) and _RIGHT_BEHIND.match(behind[1:]):
            return joined(doc, after if behind.startswith("s ") else after[:1])
    if either_side and _OF_OTHERS.search(text[max(sentence.char_start, start - 50) : start]):
        return []
    if rule.data.get("not_behind_payload") and _PAYLOAD.search(text[max(sentence.char_start, start - 90) : start]):
        return []
    before = [m for m in near if m.char_end <= start]
    if not before:
        return [m.ref for m in near if start <= m.char_start < end and m.ref][:1]
    gap = text[before[-1].char_end : start]
    if len(gap) > _REACH or _NEW_CLAUSE.search(gap):
        return []
    if before[-1].ref and gap.lstrip(" ®™").startswith("(") and ")" not in gap:
        return [before[-1].ref]  # what stands in the brackets of one is told of it alone
    if either_side and len(gap) > 3 and not _PREDICATE.search(_ATTACHED.sub("", gap)):
        return []
    return joined(doc, before[::-1])


def _is_tight(rule: Rule, match: re.Match[str]) -> bool:
    """A name that no vocabulary knows is a target only right beside words that nothing else has."""
    words, rest = match.group(), len(match.group()) - len(match["t"])
    if rule.id == "target/of":
        return rest < 20
    return bool(rule.data.get("takes_unknown") and rest < 26 and _TIGHT.search(words))


def _draft(doc: Document, hit: TargetHit, names: tuple[str, ...]) -> Drafted[TargetMention]:
    release_id = doc.release.release_id
    target_ref = hash_id("target", release_id, hit.span.identity)
    record = TargetMention(
        target_mention_id=hash_id("target_mention", release_id, hit.ref, target_ref),
        release_id=release_id,
        compound_ref=hit.ref,
        target_ref=target_ref,
        name=next((name for name in names if _IS_SYMBOL.match(name)), hit.span.text),
        names=names,
        vocabulary_key=hit.span.key,
        confidence=0.85 if hit.span.key else 0.7,
        extractor_version=_VERSION,
    )
    return Drafted(record, (hit.quote,))
