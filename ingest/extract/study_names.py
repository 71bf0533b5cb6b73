"""Tells a study name ('FIGHT-202', 'ADVANCE') from a code name by the words around it and by its shape."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.candidates import Candidate
from ingest.extract.candidates_brands import not_compounds
from ingest.extract.stems import stem_of
from ingest.vocabulary.terms import term_key

_AFTER = re.compile(
    r"^(?:\s\([^)]{1,60}\))?[’']?s?\s(?:(?:pivotal|registrational|clinical|extension|open[- ]label|randomi[sz]ed|"
    r"global|Phase\s\S+|phase\s\S+|long[- ]term|ongoing|"
    r"double[- ]blind|placebo[- ]controlled|confirmatory|adjuvant|head-to-head)[\s,]+){0,4}(?:trials?|stud(?:y|ies)|OLE|program)\b",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:trials?(?<!s(?=,))|stud(?:y|ies(?!,))|(?:clinical|trial|extension|phase\s\S{1,4})\s(?:development\s)?program|extension)"
    r"[,:]? (?:(?:called|named|known\sas|dubbed|entitled|titled)\s)?[(“\"]?$|(?:trials?|stud(?:y|ies))\s\((?:[A-Z][\w-]+(?:,|\sand|;)\s)*$"
    r"|(?:trials?|stud(?:y|ies))\sin\s(?!combination)(?:[a-z][\w-]*\s){1,3}\($",
    re.I,
)
_MARK = re.compile(r"\s?(?:®|™|\(R\)|\(TM\)|℠|TM\b)")
_SLASHED = re.compile(r"^/(?P<word>[A-Z]{4,})[-‑ ]?\d{1,4}\b")
_BESIDE = re.compile(r"/|,\s(?:and\s)?|\sand\s")
_STEM = re.compile(r"[-‑ ]?(?:[A-Z]{0,2}\d{1,3}|I{1,3})$")
_GETS = re.compile(
    r"\b(?:treated with|doses? of|dosed with|efficacy of|administration of|infusions? of|(?:received|receiving|given)(?: either)?) $"
)
_IS_LEAD = re.compile(
    r"\blead (?:(?:drug|product|clinical|therapeutic|investigational) )?(?:candidate,? |asset,? )?$", re.I
)
_IS_KIND = re.compile(
    r"(?:®|™)?(?:\s\([A-Z][\w-]{2,12}\))?(?:,| is) (?:an?|our|its) (?:(?!trial|stud|phase)[\w-]+,? ){0,5}?"
    r"(?:antibody|inhibitor|agonist|antagonist|vaccine|small molecule|gene therapy|cell therapy|peptide)\b(?! (?:trial|stud))",
    re.I,
)
_PROTOCOL_CODE = re.compile(r"^[A-Z]{2,6}-[A-Z]{2,5}-\d{2,5}$")
_TAILS = "(?:GHT|NG?TH|RS?T[HS]?|[LR]TH|[LNRT]CH|RSH|[CNPR]TS|[NR]DS|CKS|LLS|NGS|RMS|RNS|RKS|STS)"  # three consonants at the end of a word
_WORD_LIKE = re.compile(r"^(?P<word>[A-Z][A-Za-z]{3,})[-‑ ]?(?P<number>[A-Z]{0,3}\d{1,4}[A-Z]?|[IV]{1,3})?$")


def trial_names(text: str, names: list[list[Candidate]]) -> set[str]:
    """The term keys of names that are used as names of studies, and of those that differ from one by a number only."""
    shown = [places for places in names if is_trial_name(text, places)]
    stems = {stem for places in shown if (stem := _STEM.sub("", places[0].text)) and len(stem) >= 4}
    family = [p for p in names if not any(c.key for c in p) and _STEM.sub("", p[0].text) in stems]
    found = {term_key(places[0].text) for places in [*shown, *family]}
    places = sorted((p for name in names for p in name), key=lambda p: p.char_start)
    for _ in range(2):
        for one, other in pairwise(places):
            if _BESIDE.fullmatch(text[one.char_end : other.char_start]):
                ends = (term_key(one.text), term_key(other.text))
                if (ends[0] in found) != (ends[1] in found) and not one.key and not other.key:
                    found.update(ends)
    return found


def is_trial_name(text: str, places: list[Candidate]) -> bool:
    """True when a name that no vocabulary knows is used as the name of a study."""
    if _is_given(text, places) or any(
        place.key or (place.basis == "mark" and place.weight >= 2) or _MARK.match(text, place.char_end)
        for place in places
    ):
        return False
    shape = _WORD_LIKE.match(places[0].text)
    shown_after = sum(bool(_AFTER.match(text[p.char_end : p.char_end + 110])) for p in places)
    shown_before = sum(bool(_BEFORE.search(text[max(0, p.char_start - 60) : p.char_start])) for p in places)
    if shape and is_speakable(shape["word"]) and len(shape["number"] or "1") < 4:
        is_word = len(shape["word"]) >= 5 or shape["word"].lower() in not_compounds()
        return bool(shown_after or shown_before) or (shape["word"].isupper() and is_word)
    joined_after = sum(_is_slashed(text[p.char_end : p.char_end + 40]) for p in places)
    return (
        shown_before * 2 > len(places)
        or (shown_after == len(places) and (shown_before > 0 or bool(_PROTOCOL_CODE.match(places[0].text))))
        or (joined_after > 0 and joined_after + shown_after == len(places))
    )


def _is_given(text: str, places: list[Candidate]) -> bool:
    """An INN by its stem, or what patients get and what is said to be a kind of medicine: compounds are said 'the X trial' too."""
    name = places[0].text
    is_word = name.isalpha() and not name.isupper()
    if is_word and stem_of(name.lower()) and name.lower() not in not_compounds():
        return True
    if any(_IS_LEAD.search(text, max(0, p.char_start - 50), p.char_start) for p in places):
        return True  # 'its lead NBX-101 program': no company has a lead study
    given = sum(
        bool(_GETS.search(text, max(0, p.char_start - 30), p.char_start) or _IS_KIND.match(text, p.char_end))
        for p in places
    )
    return given > 0 if is_word else given > 1  # 'ABCD-EF3' may be either: once may be a slip of the pen


def _is_slashed(behind: str) -> bool:
    """'EORTC1325/KEYNOTE-054': one study with two names."""
    match = _SLASHED.match(behind)
    return bool(match and is_speakable(match["word"]))


def is_speakable(word: str) -> bool:
    """Could a person say it as a word: vowels between few consonants."""
    return bool(re.fullmatch(rf"(?:[^AEIOUY]{{0,3}}[AEIOUY]{{1,2}}){{1,5}}(?:[^AEIOUY]{{0,2}}|{_TAILS})", word.upper()))
