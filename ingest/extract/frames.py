"""Trial frames: each place where a sentence speaks of one trial, with its share of the sentence and its cues.

A sentence that names a phase, a study name or a registry number is divided among them: first things that name the
same trial are joined ('the Phase 3 SHIMMER study (NCT…)'), then the sentence is cut between different trials.
A sentence that only says 'the study' gives an anaphoric frame. Linking frames to compounds is frames_links.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.extract.context import Cue, cut_between, find_cues
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.phases import PhaseValue
from ingest.records import Phase

_TRIAL_NOUN = re.compile(
    r"\b(?P<the>(?:the|this|these|our|its|each|both|such|current)\s+(?:\w+[- ]){0,2}?)?"
    r"(?P<noun>(?:clinical (?:trials?|stud(?:y|ies)|development|testing|evaluation|program(?:me)?s?)|trials?|stud(?:y|ies)))\b(?!['’]s? (?:team|author))",
    re.IGNORECASE,
)
_ENROLS = re.compile(r"\b(?:enrol\w*|randomi[sz]ed|recruited)\b", re.IGNORECASE)
_NOT_CLINICAL = re.compile(
    r"\b(?:pre-?clinical|non-?clinical|in vitro|in vivo|animal|mouse|mice|murine|toxicology|retrospective|in silico|ind-enabling|nonhuman|non-human)\b",
    re.IGNORECASE,
)
_SAME_TRIAL_GAP = 90
_LIST_JOINT = re.compile(
    r"^(?:\s?\([^)]{0,40}\))?\s?(?:,|,?\s?and|&|/|or|,?\s?as well as)\s?(?:the\s|its\s|our\s)?(?:\(|$)?\s?$"
)
_PART = re.compile(
    r"^[\s-]*(?:dose[- ]\w+\s|safety\s|expansion\s|escalation\s)?(?:portion|part|component|segment|stage|cohorts?|arm)\b",
    re.I,
)


@dataclass(slots=True)
class Anchor:
    """What names one trial in one sentence. ``is_part``: 'the Phase 1 portion' of a larger trial."""

    char_start: int
    char_end: int
    phase: Phase | None = None
    phase_label: str | None = None
    name: str | None = None
    nct: str | None = None
    is_anaphor: bool = False
    is_noun: bool = False
    is_part: bool = False
    is_plural: bool = False


@dataclass(slots=True)
class Frame:
    """One anchor with its share [char_start, char_end) of its sentence, the cues there, and (later) its links."""

    anchor: Anchor
    sentence: SentenceSpan
    char_start: int
    char_end: int
    cues: list[Cue] = field(default_factory=list)
    compound_ref: str | None = None
    linked_by: str = ""
    indication_refs: tuple[str, ...] = ()
    combination_refs: tuple[str, ...] = ()
    is_lead: bool = False


def find_frames(doc: Document, sentences: Iterable[SentenceSpan], lead: int) -> list[Frame]:
    """The frames of the sentences in text order, with cues, not yet linked; ``lead`` is where the news lead ends."""
    frames: list[Frame] = []
    for sentence in sentences:
        anchors = _anchors(doc, sentence)
        if not anchors:
            continue
        words = doc.sentence_text(sentence)
        if _NOT_CLINICAL.search(words) and not any(a.phase or a.name for a in anchors):
            continue
        cues = find_cues("status", words, sentence.char_start)
        shares = _shares(doc.text, sentence, anchors)
        for anchor, (start, end) in zip(anchors, shares, strict=True):
            frame = Frame(anchor, sentence, start, end, is_lead=sentence.char_start < lead)
            frame.cues = [c for c in cues if c.char_start < end and c.char_end > start]
            if len(anchors) == 1:
                frame.cues = cues
            frames.append(frame)
    return frames


def _anchors(doc: Document, sentence: SentenceSpan) -> list[Anchor]:
    things: list[Mention] = sorted(
        m
        for kind in ("phase", "trial_name", "nct")
        for m in doc.mentions_in(sentence, kind)  # type: ignore[arg-type]
    )
    anchors: list[Anchor] = []
    for thing in things:
        if anchors and _joins(doc.text, anchors[-1], thing):
            _add(anchors[-1], thing)
            continue
        fresh = Anchor(thing.char_start, thing.char_end)
        _add(fresh, thing)
        if thing.kind == "phase":
            fresh.is_part = bool(_PART.match(doc.text[thing.char_end : thing.char_end + 40]))
            fresh.is_plural = doc.text[thing.char_start : thing.char_start + 6].lower() == "phases"
        if anchors and fresh.name and not fresh.phase:
            _inherit(doc.text, anchors, fresh)
        anchors.append(fresh)
    anchors = [a for a in anchors if a.phase or a.name or a.nct or len(things) == 1] or anchors[:1]
    return anchors or _noun_anchor(doc, sentence)


def _add(anchor: Anchor, thing: Mention) -> None:
    anchor.char_start = min(anchor.char_start, thing.char_start)
    anchor.char_end = max(anchor.char_end, thing.char_end)
    if isinstance(thing.value, PhaseValue):
        anchor.phase = anchor.phase or thing.value.phase
        anchor.phase_label = thing.value.label if thing.value.phase else anchor.phase_label or thing.value.label
    elif thing.kind == "trial_name":
        anchor.name = anchor.name or thing.key
    else:
        anchor.nct = anchor.nct or thing.key


def _joins(text: str, anchor: Anchor, thing: Mention) -> bool:
    """True when the thing names the trial that the anchor names already."""
    gap = text[anchor.char_end : thing.char_start]
    if (
        len(gap) > _SAME_TRIAL_GAP
        or ";" in gap
        or re.search(r"\b(?:and|or|in addition|as well as|followed by|while|after|before)\b", gap[-12:])
    ):
        return False
    if isinstance(thing.value, PhaseValue):
        if thing.value.phase and anchor.phase:
            return thing.value.phase == anchor.phase and len(gap) < 3
        # 'SHIMMER, a Phase 3 study' / 'SHIMMER (NCT…) is a randomized Phase 3 study' / 'pivotal Phase 3'
        return (anchor.phase_label is not None and len(gap) < 4) or bool(
            re.fullmatch(
                r"\s?(?:\(?NCT\d+\)?)?\)?,?\s?(?:(?:is|was|are|were|will be)\s)?(?:(?:an?|the|our|its|ongoing|currently|in)\s)?(?:[\w/-]+,?\s?){0,10}",
                gap,
            )
            and not re.search(r"\b(?:to|for|of|from|met|showed|than|evaluating)\b", gap)
        )
    if thing.kind == "trial_name":
        if anchor.name:
            return anchor.name == thing.key and len(gap) < 40
        return not re.search(r"\b(?:in addition|including|includes|consists?|and|or)\b|:", gap) and len(gap) < 60
    return anchor.nct is None and (len(gap) < 60)


def _inherit(text: str, anchors: list[Anchor], fresh: Anchor) -> None:
    """'Phase 3 trials LUNAR-1 and LUNAR-2': the second name has the phase of the first."""
    last = anchors[-1]
    gap = text[last.char_end : fresh.char_start]
    if last.phase and (
        _LIST_JOINT.match(gap)
        or re.fullmatch(r"[\s\w-]{0,40}?(?:trials|studies)[\s(:,–-]*(?:including|namely|called)?[\s:]*", gap)
    ):
        fresh.phase, fresh.phase_label = last.phase, last.phase_label


def _noun_anchor(doc: Document, sentence: SentenceSpan) -> list[Anchor]:
    words = doc.sentence_text(sentence)
    match = None
    for found in _TRIAL_NOUN.finditer(words):
        if match is None or (found["the"] and not match["the"]):
            match = found
    if match is not None:
        start = sentence.char_start + match.start("noun")
        plain = match["noun"].lower()
        return [
            Anchor(
                start,
                start + len(match["noun"]),
                is_noun=True,
                is_anaphor=bool(match["the"]) and not plain.startswith("clinical d"),
                is_plural=plain.endswith("s") and not plain.endswith("sis"),
            )
        ]
    if doc.mentions_in(sentence, "count") and (enrols := _ENROLS.search(words)):
        start = sentence.char_start + enrols.start()
        return [Anchor(start, start + len(enrols.group()), is_noun=True, is_anaphor=True)]
    return []


def _shares(text: str, sentence: SentenceSpan, anchors: list[Anchor]) -> list[tuple[int, int]]:
    cuts = [sentence.char_start]
    for left, right in zip(anchors, anchors[1:], strict=False):
        cuts.append(cut_between(text, left.char_end, right.char_start))
    cuts.append(sentence.char_end)
    return list(zip(cuts, cuts[1:], strict=False))
