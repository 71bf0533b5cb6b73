"""One phase told of several compounds at once: 'positive Phase 3 results of X for gout and Y for lupus' are two trials."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ingest.extract.coordination import joined
from ingest.extract.document import Document, Mention
from ingest.extract.findings import OWNED, Found
from ingest.extract.frames import Frame
from ingest.extract.frames_diseases import diseases_in_order, diseases_respectively
from ingest.extract.trials_alike import disease_words

_JOINT = re.compile(r"(?:,|,?\s(?:and|as well as))\s(?:the\s|its\s|our\s)?")
_RESPECTIVELY = re.compile(r"\brespectively\b")
_THIS = re.compile(r"\b(?:[Tt]his|[Tt]he)\s(?:[\w-]+,?\s){0,4}$")
_BOTH = re.compile(r"\bare\s(?:both|each)\s(?:currently\s|now\s|being\s\w+\s)?in\s(?:[\w-]+\s){0,3}$")
_EACH = re.compile(r"\b(?:[Bb]oth|each|respective)\b")
_PLURAL_BEHIND = re.compile(
    r"[\s®™]*(?:phase\s\S+\s)?(?:\w+\s){0,2}(?:trials|studies|programs|programmes)\b", re.IGNORECASE
)
GIVEN_TOGETHER = re.compile(
    r"\b(?:combin\w+|regimens?|doublets?|triplets?|plus|together|alongside|add(?:ed|ing)?\sto|add-on|co-?administ\w+|co-?formulat\w+"
    r"|randomi[sz]\w*|either|or|cocktail|followed\sby|versus|compar\w+|with\sor\swithout|sequential\w*|concurrent\w*)\b|[A-Za-z0-9]\s?\+\s?[A-Za-z]",
    re.IGNORECASE,
)
_AT_MOST = 4
_NEAR = 60
_FOR = re.compile(r"(?:\s?\([^)]{1,40}\)|[®™])*\s(?:for|in|to treat|as a treatment for)\s(?:[\w-]+\s){0,6}$")


def shared_frames(doc: Document, found: Found, frames: list[Frame]) -> list[Frame]:
    """The further frames: one for each compound behind the first that has its own disease in the same list."""
    _link_ahead(doc, frames)
    _respectively(doc, found, frames)
    more = [*_both(doc, found, frames), *_side_by_side(doc, found, frames)]
    for frame in frames:
        pairs = _pairs(doc, frame) if frame.anchor.phase and not frame.anchor.name and not frame.anchor.nct else []
        if len({compound.ref for compound, _ in pairs}) < 2:
            continue
        primary = found.indications.full
        owner, first = pairs[0]
        frame.compound_ref, frame.linked_by = owner.ref, "sentence"
        frame.indication_refs = (str(first.ref),)
        frame.diseases = disease_words([primary.get(str(first.ref), "")])
        for compound, disease in pairs[1:]:
            refs = (str(disease.ref),)
            diseases = disease_words([primary.get(str(disease.ref), "")])
            more.append(replace(frame, compound_ref=compound.ref, indication_refs=refs, diseases=diseases))
    return more


def _link_ahead(doc: Document, frames: list[Frame]) -> None:
    """'Data come from SOLAR, a study of many partners. In this study, X …': the next sentence says whose the study is."""
    for frame, behind in pairwise(frames):
        if (
            frame.compound_ref is None
            and frame.anchor.name
            and behind.linked_by == "sentence"
            and not behind.anchor.name
        ):
            is_next = behind.sentence.index == frame.sentence.index + 1
            if is_next and _THIS.search(doc.text, behind.sentence.char_start, behind.anchor.char_start):
                frame.compound_ref, frame.linked_by = behind.compound_ref, "name"


def _respectively(doc: Document, found: Found, frames: list[Frame]) -> None:
    """'Doses patients with A and B in Phase 2 and Phase 1 trials, respectively': links each phase to its compound."""
    by_sentence: dict[int, list[Frame]] = {}
    for frame in frames:
        by_sentence.setdefault(frame.sentence.index, []).append(frame)
    for told in by_sentence.values():
        sentence = told[0].sentence
        if len(told) == 1 and (pairs := diseases_respectively(doc, sentence)):
            frame = told[0]
            own = [disease for compound, disease in pairs if compound == frame.compound_ref]
            frame.indication_refs = tuple(own)
            frame.diseases = disease_words(found.indications.full.get(ref, "") for ref in own)
        if len(told) < 2 or not _RESPECTIVELY.search(doc.text, told[-1].anchor.char_end, sentence.char_end):
            continue
        for frame, disease in zip(told, diseases_in_order(doc, sentence, len(told)), strict=False):
            frame.indication_refs = (disease,)
            frame.diseases = disease_words([found.indications.full.get(disease, "")])
        ahead = [m for m in doc.mentions_in(sentence, "compound") if m.char_end <= told[0].anchor.char_start and m.ref]
        refs = list(dict.fromkeys(str(m.ref) for m in ahead))
        if len(refs) == len(told):
            for frame, ref in zip(told, refs, strict=True):
                frame.compound_ref, frame.linked_by, frame.combination_refs = ref, "sentence", ()


def _both(doc: Document, found: Found, frames: list[Frame]) -> list[Frame]:
    """'A, our antibody, and B, our vaccine, are both in Phase 1 trials': one frame more for each further compound."""
    more: list[Frame] = []
    for frame in frames:
        start, anchor = frame.sentence.char_start, frame.anchor
        if not anchor.phase or anchor.name or anchor.nct or not _BOTH.search(doc.text, start, anchor.char_start):
            continue
        ahead = [m for m in doc.mentions_in(frame.sentence, "compound") if m.char_end <= anchor.char_start and m.ref]
        refs = list(dict.fromkeys(str(m.ref) for m in ahead))
        if len(refs) != 2 or any(found.compounds.by_ref[ref].role not in OWNED for ref in refs):
            continue
        frame.compound_ref, frame.linked_by, frame.combination_refs = refs[0], "sentence", ()
        more.append(replace(frame, compound_ref=refs[1]))
    return more


def _side_by_side(doc: Document, found: Found, frames: list[Frame]) -> list[Frame]:
    """'Phase 1 studies of A and B', 'both A and B showed': what is told of trials in the plural is told of each of the two."""
    more: list[Frame] = []
    for frame in frames:
        anchor = frame.anchor
        if anchor.name or anchor.nct or anchor.item or anchor.is_series or frame.sentence.section == "about_company":
            continue
        near = [m for m in doc.mentions_between(frame.char_start, frame.char_end, "compound") if m.ref]
        refs = joined(doc, near)
        if not 2 <= len(refs) <= _AT_MOST or set(refs) != {m.ref for m in near}:
            continue
        roles = {found.compounds.by_ref[ref].role for ref in refs}
        if len(roles) != 1 or not roles <= OWNED:
            continue
        words = doc.sentence_text(frame.sentence)
        is_several = anchor.is_plural or _PLURAL_BEHIND.match(doc.text, near[-1].char_end) or _EACH.search(words)
        if not is_several or GIVEN_TOGETHER.search(words) or _RESPECTIVELY.search(words):
            continue
        if _are_one_medicine(doc, set(refs)):
            continue
        frame.compound_ref, frame.linked_by, frame.combination_refs = refs[0], "sentence", ()
        more += [replace(frame, compound_ref=ref) for ref in refs[1:]]
    return more


def _are_one_medicine(doc: Document, refs: set[str]) -> bool:
    """True when another sentence gives the compounds together: 'X/Y', 'the fixed-dose combination of X and Y'."""
    for left, right in pairwise(m for m in doc.of_kind("compound") if m.ref in refs):
        if left.ref != right.ref and right.char_start - left.char_end < _NEAR:
            between = doc.text[left.char_end : right.char_start]
            ahead = doc.text[max(0, left.char_start - _NEAR // 2) : left.char_start]
            if between.strip(" ®™") in ("/", "+") or GIVEN_TOGETHER.search(f"{ahead}{between}".rpartition(". ")[2]):
                return True
    return False


def _pairs(doc: Document, frame: Frame) -> list[tuple[Mention, Mention]]:
    """The compounds behind the anchor, each with the disease right behind it, as far as the list goes."""
    compounds = [m for m in doc.mentions_between(frame.anchor.char_end, frame.sentence.char_end, "compound") if m.ref]
    pairs: list[tuple[Mention, Mention]] = []
    end = None
    for mention in compounds:
        if end is not None and not _JOINT.fullmatch(doc.text[end : mention.char_start]):
            break
        behind = doc.mentions_between(mention.char_end, mention.char_end + 90, "indication")
        if not behind or not behind[0].ref or not _FOR.fullmatch(doc.text[mention.char_end : behind[0].char_start]):
            break
        pairs.append((mention, behind[0]))
        end = behind[0].char_end
    return pairs
