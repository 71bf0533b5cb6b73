"""Which diseases a trial frame speaks of: those behind the trial in its share of the sentence, else the list right before it."""

from __future__ import annotations

import re

from ingest.extract.document import Document, Mention, SentenceSpan
from ingest.extract.frames import Frame

_SOCIETY = re.compile(
    r"(?:College|Society|Academy|Association|Congress|Foundation|Institute|Committee|Federation"
    r"|Organi[sz]ation|Alliance|Center|Conference|Journal|Meeting)"
    r"(?:\s(?:for|of|on|and|the|&|in|[A-Z][\w-]*,?))*\s$"
)
_TITLED = re.compile(
    r"(?:\s[A-Z][\w-]*){0,2}\s(?:Cent(?:er|re)|Institute|Society|Foundation|Congress|Meeting|Symposium|Conference|Network|Hospital"
    r"|Index|Score|Scale|Questionnaire|Program(?:me)?|Research|Group|Alliance|Association|Clinic|Council|Journal)\b"
)
_A_COMPANY = re.compile(
    r"[,)]\s(?:an?|the)\s(?:[\w/,’'-]+\s){0,6}?(?:company|biotech|pharma|firm|leader|biopharma)\b(?:(?!\btoday\b|\bannounce|[.;]).)*$",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r",?\s(?:today|has|have|announce[sd]?|reports?|reported|is pleased)\b.{0,40}?\b(?:announc|report|present|provid|initiat|publish)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:\s?\([^)]{1,12}\))?(?:\swith\s[\w/+-]+\s[\w-]*mutations?\b)?(?:\s|,|and|or|&|/|other|as well as"
    r"|with|the|for|in|treatment of|patients|people|adults"
    r"|advanced|severe|moderate|to|early|chronic|relapsed|refractory|recurrent|metastatic|locally"
    r"|unresectable|resistant|previously|newly|diagnosed|untreated|treated"
    r"|adult|pediatric|high-risk|stage|certain|r/r|active|\(|\))+"
)
_VACCINE = re.compile(r"\s(?:mRNA\s|conjugate\s)?(?:vaccine|immunization)", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"\bsuch as\b(?!\sthose\s(?:with|suffering|living|who))[^,;]*$|\b(?:progressed on|history of|secondary to|due to|associated with)\b[^,;]{0,30}$",
    re.IGNORECASE,
)


def diseases_near(doc: Document, frame: Frame) -> tuple[str, ...]:
    """Diseases in the frame's share, in order; those before the anchor count when none follow it."""
    start, end = frame.char_start, frame.char_end
    named = doc.mentions_between(start, end, "indication")
    inside = [m for m in named if m.ref and not _in_society(doc, m) and not is_of_company(doc, m)]
    after = [m for m in inside if m.char_start >= frame.anchor.char_end]
    before = [m for m in inside if m.char_end <= frame.anchor.char_start]
    vaccine = [m for m in doc.mentions_in(frame.sentence, "indication") if _VACCINE.match(doc.text, m.char_end)]
    return listed_diseases(doc, after or _last_list(doc, before), vaccine[:1])


def _last_list(doc: Document, before: list[Mention]) -> list[Mention]:
    """The diseases right before the trial: the last one and those joined to it."""
    chosen = before[-1:]
    for mention in reversed(before[:-1]):
        if not _LISTED.fullmatch(doc.text[mention.char_end : chosen[0].char_start]):
            break
        chosen.insert(0, mention)
    return chosen


def _in_society(doc: Document, mention: Mention) -> bool:
    """'American College of Allergy, Asthma & Immunology' names a society, not a disease under trial.

    So do 'Shanghai Cancer Center' and 'Colitis Activity Index' (a score).
    """
    if mention.text[:1].isupper() and _TITLED.match(doc.text, mention.char_end):
        return True
    return bool(_SOCIETY.search(doc.text[max(0, mention.char_start - 70) : mention.char_start]))


def is_of_company(doc: Document, mention: Mention) -> bool:
    """'Acme, a company developing drugs for cancer, today announced …': that is its line of business, not the trial."""
    sentence = doc.sentence_of(mention.char_start)
    if sentence is None:
        return False
    ahead = _A_COMPANY.search(doc.text, sentence.char_start, mention.char_start)
    return bool(ahead) and bool(_ANNOUNCES.search(doc.text, mention.char_end, sentence.char_end))


def listed_diseases(doc: Document, mentions: list[Mention], first: list[Mention] | None = None) -> tuple[str, ...]:
    """The first disease and those joined to it as one list ('ovarian cancer, NSCLC and other solid tumors')."""
    chosen: list[Mention] = list(first or [])
    for mention in mentions:
        if _EXAMPLE.search(doc.text[max(0, mention.char_start - 40) : mention.char_start]) and chosen:
            continue
        if chosen and chosen[-1] not in (first or []):
            between = doc.text[chosen[-1].char_end : mention.char_start]
            if mention.ref == chosen[-1].ref or re.fullmatch(r"\s?\(.{0,3}", between):
                continue
            if not _LISTED.fullmatch(between):
                break
        chosen.append(mention)
    return tuple(dict.fromkeys(m.ref for m in chosen if m.ref))


def diseases_respectively(doc: Document, sentence: SentenceSpan) -> list[tuple[str, str]]:
    """'A and B are tested in gout and lupus, respectively': each compound with its disease; else nothing."""
    if "respectively" not in doc.sentence_text(sentence):
        return []
    compounds = list(dict.fromkeys(str(m.ref) for m in doc.mentions_in(sentence, "compound") if m.ref))
    diseases = list(dict.fromkeys(str(m.ref) for m in doc.mentions_in(sentence, "indication") if m.ref))
    return list(zip(compounds, diseases, strict=True)) if len(compounds) == len(diseases) > 1 else []
