"""A stage in the brackets behind a name, as pipelines are listed: 'CH-101 (Claudin 18.2 ADC, Phase I)', 'KGT-202 (preclinical)'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.context import PIPELINE_SECTIONS, in_scope
from ingest.extract.document import Document
from ingest.extract.findings import Found, Quote
from ingest.records import Stage

_BRACKET = re.compile(
    r"(?:\s?(?:®|™))?(?:\s(?:for|in)\s[^().,;:]{3,60}?|,\s(?:an?|the|its|our)\s[^().,;:]{3,90}?)?\s\(([^()]{3,90}(?:\([^()]{1,20}\)[^()]{0,40})?)\)"
)
_PARTS = re.compile(r"[,;]\s|\s[–—/-]\s")
_PHASE = re.compile(
    r"(?:(?:currently|now|in|a|global|ongoing|pivotal)\s)*(?:phase|ph\.?)[\s-]?(?P<phase>(?:[1-4]|I{1,3}V?|IV)[abc]?(?:\s?/\s?(?:[1-4]|I{1,3})[abc]?)?)(?:[\s-](?:stage|ongoing|trial|study|clinical|development|asset|program|underway|completed))*",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[re.Pattern[str], Stage], ...] = (
    (re.compile(r"(?:in\s)?(?:pre-?clinical|ind[- ]enabling)(?:\s(?:stage|development|studies|research|asset|program))?", re.I), "preclinical"),
    (re.compile(r"(?:in\s)?(?:early\s)?(?:discovery|lead\soptimi[sz]ation|research)(?:[\s-](?:stage|phase|program))?", re.I), "discovery"),
    (re.compile(r"(?:ind|cta)[\s-](?:cleared|approved|active|open|accepted)", re.I), "ind_active"),
    (re.compile(r"(?:ind|cta)[\s-](?:filed|submitted)", re.I), "ind_filed"),
    (re.compile(r"(?:s?(?:nda|bla|maa)s?[\s-](?:filed|submitted|accepted|under\sreview)|filed|under\sreview|(?:pre-?)?registration)", re.I), "filed"),
    (re.compile(r"(?:approved|marketed|commercial|launched|on\sthe\smarket)(?:\s(?:product|stage|in\s[\w.\s]{2,20}))?", re.I), "approved"),
    (re.compile(r"(?:discontinued|terminated)", re.I), "discontinued"),
)  # fmt: skip
_OF_NUMBER: dict[str, Stage] = {
    "1": "phase_1",
    "12": "phase_1_2",
    "2": "phase_2",
    "23": "phase_2_3",
    "3": "phase_3",
    "4": "approved",
}


@dataclass(frozen=True, slots=True)
class BracketStage:
    """One compound and the stage that stands in brackets behind its name."""

    ref: str
    stage: Stage
    quote: Quote
    char_start: int
    char_end: int  # of the bracket


def find_bracket_stages(doc: Document, found: Found) -> Iterator[BracketStage]:
    """Every stage told in brackets right behind a compound's name, as a part of its own between commas."""
    for sentence in in_scope(doc, PIPELINE_SECTIONS):
        if "(" not in doc.sentence_text(sentence):
            continue
        names = doc.mentions_in(sentence, "compound")
        for mention in names:
            bracket = _BRACKET.match(doc.text, mention.char_end) if mention.ref in found.compounds.by_ref else None
            if bracket is None or any(mention.char_end < name.char_start < bracket.start(1) for name in names):
                continue
            stages = [stage for part in _PARTS.split(bracket[1]) if (stage := _stage_of(part.strip()))]
            if stages and mention.ref:
                quote = (sentence.char_start, sentence.char_end, "stages.brackets")
                yield BracketStage(mention.ref, stages[-1], quote, *bracket.span(1))


def _stage_of(part: str) -> Stage | None:
    if match := _PHASE.fullmatch(part):
        letters = match["phase"].upper().replace("IV", "4").replace("III", "3").replace("II", "2").replace("I", "1")
        return _OF_NUMBER.get("".join(dict.fromkeys(letter for letter in letters if letter.isdigit())))
    return next((stage for pattern, stage in _WORDS if pattern.fullmatch(part)), None)
