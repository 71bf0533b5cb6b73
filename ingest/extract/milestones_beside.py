"""Whether an event whose rule asks for a medicine's name has one where it must stand.

``beside: name`` in rules/milestones.yaml: words of a headline right behind the name; ``beside: sentence``: the name
stands in the same sentence, the topic of the paragraph does not do; ``beside: product``: what the words speak of is a
medicine or a form of one ('a new pen'), no paper about it.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.extract.context import Cue, read_cues
from ingest.extract.document import Document, SentenceSpan
from ingest.extract.findings import Found

_HEADED = frozenset({"headline", "subhead", "dateline"})
_TOGETHER = re.compile(
    r"\b(?:(?P<two>both|the two|all two)|(?P<three>all three|the three)|(?P<four>all four|the four)) (?:of (?:its|our|these) )?"
    r"(?:new |investigational )?(?:programs|candidates|compounds|molecules|medicines|agents|assets|antibodies|vaccines|drugs)\b",
    re.IGNORECASE,
)
_HOW_MANY = {"two": 2, "three": 3, "four": 4}
_PAPER = (
    r"(?:abstracts?|posters?|slides?|presentations?|manuscripts?|articles?|publications?|papers?|preprints?|guidelines?"
    r"|guides?|brochures?|leaflets?|documents?|briefings?|materials?|information|reports?|data|results|findings|recordings?"
    r"|replays?|webcasts?|transcripts?|videos?|podcasts?|websites?|portals?|apps?|surveys?|resources?|prospectus"
    r"|circular|statements?|filings?|applications?|kits?|programs?|services?)\b"
)
_ALONG = rf"(?:(?!(?:on|about|for|regarding|from|at|in|with|to|describing|supporting|related|and|that|which|{_PAPER})\b)[\w®™’'.,/%()-]+\s){{0,6}}?"
_PRODUCT = re.compile(
    rf"\s{_ALONG}(?:drug|medicine|treatment|therapy|pen|(?:auto-?)?injector|tablet|capsule|dose|strength|vial|syringe"
    r"|formulation|generic|vaccine|version|product|inhaler|spray|patch|gel|cream|ointment|solution|suspension|injection"
    rf"|powder|biosimilar|pack|dosage)s?\b(?!\s(?:[\w-]+\s)?{_PAPER})",
    re.IGNORECASE,
)
_TO_NAME = re.compile(rf"\s{_ALONG}[(“\"]?", re.IGNORECASE)
_PAPER_BEHIND = re.compile(rf"[®™]?(?:\s\([^()]{{1,40}}\))?[’']?s?\s(?:[\w-]+\s){{0,3}}?{_PAPER}", re.IGNORECASE)
_OF_PAPERS = re.compile(rf"\b{_PAPER}[^,;.]*$", re.IGNORECASE)
_ONLY_MARKS = re.compile(r"[\s®™)\]*]*(?:\([^()]{1,40}\)[®™]?\s*)?")


def has_its_name(doc: Document, sentence: SentenceSpan, hit: Cue) -> bool:
    """False for an event that needs the name of a medicine beside it and has none."""
    need = _beside().get(hit.rule)
    if need is None:
        return hit.value != "launch" or not _is_of_papers(doc, sentence, hit)
    named = doc.mentions_in(sentence, "compound")
    if need == "product":
        return bool(_PRODUCT.match(doc.text, hit.char_end)) or any(
            _TO_NAME.fullmatch(doc.text, hit.char_end, m.char_start) and not _PAPER_BEHIND.match(doc.text, m.char_end)
            for m in named
        )
    if need == "sentence":
        return bool(named)
    ahead = [m for m in named if m.char_end <= hit.char_start]
    return (
        bool(ahead)
        and sentence.section in _HEADED
        and bool(_ONLY_MARKS.fullmatch(doc.text[ahead[-1].char_end : hit.char_start]))
    )


def _is_of_papers(doc: Document, sentence: SentenceSpan, hit: Cue) -> bool:
    """True for 'the slides are now available': what stands before the words is a paper."""
    if "availab" not in doc.text[hit.char_start : hit.char_end].lower():
        return False
    return bool(_OF_PAPERS.search(doc.text, max(sentence.char_start, hit.char_start - 80), hit.char_start))


@cache
def _beside() -> dict[str, str]:
    return {c.rule.id: str(c.data["beside"]) for c in read_cues("milestones") if "beside" in c.data}


def stands_beside(doc: Document, hit: Cue, start: int, end: int) -> bool:
    """True for a name that nothing but 'of' or 'for' parts from the words of an event."""
    if -3 < hit.char_start - end < 3 or -3 < start - hit.char_end < 3:
        return True
    return 2 < start - hit.char_end < 6 and doc.text[hit.char_end : start].strip(' (“"') in ("of", "for")


def meant_together(doc: Document, found: Found, sentence: SentenceSpan) -> list[str]:
    """The compounds of 'both programs' in a sentence that names none: what the release is about, if it is no more than that."""
    match = _TOGETHER.search(doc.sentence_text(sentence))
    if match is None or doc.mentions_in(sentence, "compound"):
        return []
    entries = found.compounds.by_ref.values()
    meant = [e.ref for e in entries if e.role == "subject"] or [e.ref for e in entries if e.role == "own"]
    return meant if 2 <= len(meant) <= _HOW_MANY[str(match.lastgroup)] else []
