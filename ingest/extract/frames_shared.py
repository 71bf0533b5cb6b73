"""One phase told of several compounds at once: 'positive Phase 3 results of X for gout and Y for lupus' are two trials."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.extract.document import Document, Mention
from ingest.extract.findings import Found
from ingest.extract.frames import Frame
from ingest.extract.trials_alike import disease_words

_JOINT = re.compile(r"(?:,|,?\s(?:and|as well as))\s(?:the\s|its\s|our\s)?")
_FOR = re.compile(r"(?:\s?\([^)]{1,40}\)|[®™])*\s(?:for|in|to treat|as a treatment for)\s(?:[\w-]+\s){0,6}$")


def shared_frames(doc: Document, found: Found, frames: list[Frame]) -> list[Frame]:
    """The further frames: one for each compound behind the first that has its own disease in the same list."""
    more: list[Frame] = []
    for frame in frames:
        pairs = _pairs(doc, frame) if frame.anchor.phase and not frame.anchor.name and not frame.anchor.nct else []
        if len({compound.ref for compound, _ in pairs}) < 2:
            continue
        primary = found.indications.primary
        owner, first = pairs[0]
        frame.compound_ref, frame.linked_by = owner.ref, "sentence"
        frame.indication_refs = (str(first.ref),)
        frame.diseases = disease_words([primary.get(str(first.ref), "")])
        for compound, disease in pairs[1:]:
            refs = (str(disease.ref),)
            diseases = disease_words([primary.get(str(disease.ref), "")])
            more.append(replace(frame, compound_ref=compound.ref, indication_refs=refs, diseases=diseases))
    return more


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
