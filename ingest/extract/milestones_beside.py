"""Whether an event whose rule asks for a medicine's name has one where it must stand.

``beside: name`` in rules/milestones.yaml: words of a headline right behind the name; ``beside: sentence``: the name
stands in the same sentence, the topic of the paragraph does not do; ``beside: next``: the words stand right before the
name; ``beside: product``: what the words speak of is a
medicine or a form of one ('a new pen'), no paper about it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ingest.extract.context import Cue, read_cues
from ingest.extract.coordination import joined
from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.findings import OWNED, Found
from ingest.extract.frames_shared import GIVEN_TOGETHER

_HEADED = frozenset({"headline", "subhead", "dateline"})
_TOGETHER = re.compile(
    r"\b(?:(?P<two>both|the two|all two)|(?P<three>all three|the three)|(?P<four>all four|the four)) (?:of (?:its|our|these) )?"
    r"(?:new |investigational )?(?:programs|candidates|compounds|molecules|medicines|agents|assets|antibodies|vaccines|drugs)\b",
    re.IGNORECASE,
)
_ONE_FOR_ALL = frozenset(
    {"application_submitted", "application_accepted", "ind_submitted", "ind_active", "trial_started"}
)
_SEVERAL = re.compile(
    r"\b(?:inds|ctas|s?ndas|s?blas|maas|applications|submissions|filings|trials|studies|approvals|both|each|respective\w*)\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"(?!.*\b(?:with|plus|versus|vs|compar\w+|than|after|who|that|which|is|are|was|were|will|has|have|combin\w+|patients"
    r"|treated|received|receiving|or|to)\b)[^.;:]{0,120}",
    re.IGNORECASE,
)
_LISTED = re.compile(r",|\band\b|\bas well as\b", re.IGNORECASE)
_AND_THING = re.compile(r",?\s(?:and|while|but|as well as)\s(?:the|its|our|an?|positive|new)\s", re.IGNORECASE)
_AT_MOST = 4
_LISTED_AT_MOST = 8
_CLOSE = 70
_QUOTED = 4  # letters of a blank and a mark of quotation
_EACH_FOR = re.compile(  # 'to A for gout and to B for lupus'
    r"[®™)]? (?:for|in) (?!combination)[\w'’.()/ -]{3,80}?,? and (?:to |for |of )?(?:the )?(?:[a-z-]+ ){0,2}",
    re.IGNORECASE,
)
_DOSED_TOGETHER = re.compile(r"\b(?:administered|given|used|dosed) together\b(?! with)", re.IGNORECASE)
_FILINGS = re.compile(
    r"\b(?:(?P<two>both|the two)|(?P<three>all three|the three)|the|these|its|our|those) (?:[\w-]+ ){0,2}?"
    r"(?:applications|s?ndas|s?blas|maas|filings|submissions)\b",
    re.IGNORECASE,
)
_FILED = re.compile(r"\b(?:applications?|s?NDAs?|s?BLAs?|MAAs?|submi\w+|filings?|filed)\b", re.IGNORECASE)
_BACK = 3
_TOGETHER_BEHIND = 45
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
    if need == "next":
        return any(0 <= m.char_start - hit.char_end < _QUOTED for m in named)
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


@cache
def _of_lists() -> frozenset[str]:
    """Rules whose words open a list: what they tell is told of each medicine named behind them."""
    return frozenset(c.rule.id for c in read_cues("milestones") if c.data.get("each") == "listed")


def _is_owned(found: Found, mention: Mention) -> bool:
    entry = found.compounds.by_ref.get(mention.ref or "")
    return entry is not None and entry.role in OWNED


def stands_beside(doc: Document, hit: Cue, start: int, end: int) -> bool:
    """True for a name that nothing but 'of' or 'for' parts from the words of an event."""
    if -3 < hit.char_start - end < 3 or -3 < start - hit.char_end < 3:
        return True
    return 2 < start - hit.char_end < 6 and doc.text[hit.char_end : start].strip(' (“"') in ("of", "for")


def in_its_clause(doc: Document, found: Found, hit: Cue, near: list[Mention]) -> str | None:
    """'The BLA for X under priority review and the data for Y': what stands ahead of the words is theirs, behind it begins another thing."""
    ahead = [m for m in near if m.char_end <= hit.char_start]
    behind = [m for m in near if m.char_start >= hit.char_end]
    if hit.value == "data_reported" or not ahead or not behind or len({m.ref for m in ahead}) > 1:
        return None
    if found.compounds.by_ref[str(ahead[-1].ref)].role not in OWNED or _AND_THING.search(
        doc.text, ahead[-1].char_end, hit.char_start
    ):
        return None
    return str(ahead[-1].ref) if _AND_THING.match(doc.text, hit.char_end, behind[0].char_start) else None


def meant_together(doc: Document, found: Found, sentence: SentenceSpan) -> list[str]:
    """The compounds of 'both programs' in a sentence that names none: what the release is about, if it is no more than that."""
    if doc.mentions_in(sentence, "compound"):
        return []
    match = _TOGETHER.search(doc.sentence_text(sentence))
    if match is None:
        filings = _FILINGS.search(doc.sentence_text(sentence))
        return _filed_before(doc, found, sentence, str(filings.lastgroup)) if filings else []
    entries = found.compounds.by_ref.values()
    meant = [e.ref for e in entries if e.role == "subject"] or [e.ref for e in entries if e.role == "own"]
    return meant if 2 <= len(meant) <= _HOW_MANY[str(match.lastgroup)] else []


def _filed_before(doc: Document, found: Found, sentence: SentenceSpan, number: str) -> list[str]:
    """The compounds of 'both applications': those of the last sentence that names some, when it tells of their filing."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        before = doc.sentences[index]
        named = doc.mentions_in(before, "compound")
        refs = list(dict.fromkeys(str(m.ref) for m in named if m.ref in found.compounds.by_ref))
        if not refs:
            continue
        is_owned = all(found.compounds.by_ref[ref].role in OWNED for ref in refs)
        is_many = 2 <= len(refs) <= _HOW_MANY.get(number, _AT_MOST)
        return refs if is_owned and is_many and _FILED.search(doc.sentence_text(before)) else []
    return []


def told_of_each(
    doc: Document, found: Found, sentence: SentenceSpan, hit: Cue, left: int, right: int, ref: str | None
) -> list[str]:
    """The compounds of 'orphan designation for A and B' when the event is that of each; none for a combination of them.

    ``ref`` is the one that the event is linked to already, and must be among them.
    """
    if hit.rule in _of_lists():
        listed = doc.mentions_between(hit.char_start, sentence.char_end, "compound")
        owned = dict.fromkeys(str(m.ref) for m in listed if _is_owned(found, m))
        return list(owned)[:_LISTED_AT_MOST]
    near = [m for m in doc.mentions_between(left, right, "compound") if m.ref in found.compounds.by_ref]
    refs = list(dict.fromkeys(str(m.ref) for m in near))
    is_data = hit.value == "data_reported"
    if len(refs) > 1 and set(joined(doc, near)) != set(refs) and not (is_data and _are_listed(doc, near)):
        refs = _chain(doc, near, hit, ref)
    if not 2 <= len(refs) <= _AT_MOST * (1 + is_data) or (ref is not None and ref not in refs):
        return []
    if any(found.compounds.by_ref[r].role not in OWNED for r in refs):
        return []
    words = doc.sentence_text(sentence)
    if _SEVERAL.search(words) and near:  # what stands far behind 'the NDAs for A and B' is of the patients
        words = doc.text[sentence.char_start : min(sentence.char_end, near[-1].char_end + _TOGETHER_BEHIND)]
    if hit.value == "approval":
        words = _DOSED_TOGETHER.sub("", words)  # 'A 700 mg and B 1400 mg administered together': each is approved
    if GIVEN_TOGETHER.search(words) or (hit.value in _ONE_FOR_ALL and not _SEVERAL.search(doc.sentence_text(sentence))):
        return []
    return refs


def _chain(doc: Document, near: list[Mention], hit: Cue, ref: str | None) -> list[str]:
    """The names side by side that hold ``ref``, or those that follow the event: others of the sentence are of another clause."""
    chains: list[list[Mention]] = []
    for mention in near:
        if chains and _is_next(doc, chains[-1][-1], mention):
            chains[-1].append(mention)
        else:
            chains.append([mention])
    for chain in chains:
        gap = chain[0].char_start - hit.char_end
        if (ref is not None and any(m.ref == ref for m in chain)) or (ref is None and 0 <= gap < _CLOSE):
            return list(dict.fromkeys(str(m.ref) for m in chain))
    return []


def _is_next(doc: Document, one: Mention, other: Mention) -> bool:
    return (
        one.ref == other.ref
        or len(joined(doc, [one, other])) > 1
        or bool(_EACH_FOR.fullmatch(doc.text, one.char_end, other.char_start))
    )


def _are_listed(doc: Document, near: list[Mention]) -> bool:
    """'Data for A, our antibody, as well as from the company's medicines B and C': other words, none of them a deed, stand between."""
    gaps = [doc.text[one.char_end : other.char_start] for one, other in pairwise(near) if one.ref != other.ref]
    return all(_LOOSE.fullmatch(gap) and _LISTED.search(gap) for gap in gaps)
