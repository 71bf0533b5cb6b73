"""Diseases of a release: the vocabulary's names with the words that belong to them, and their abbreviations.

'patients with previously treated metastatic HER2-positive breast cancer' gives 'HER2-positive breast cancer'. Spellings of
one disease share a ref; an abbreviation counts when the text introduces it or when the curated list trusts it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ingest.extract.document import Document
from ingest.extract.findings import IndicationFindings
from ingest.extract.indications_abbreviated import guarded_told, initials_told, introduced_behind, places_of
from ingest.extract.indications_findings import FoundDisease as _Found
from ingest.extract.indications_findings import group_diseases, is_short, key_of
from ingest.extract.indications_joined import (
    CAUSE,
    halves,
    is_vehicle,
    known_beyond,
    means_another,
    route_ahead,
    with_cause_spelled_out,
    without_stage,
)
from ingest.extract.indications_lists import is_in_a_name, shared_heads, without_classes
from ingest.extract.indications_subtype import Subtype, in_one_spelling, subtype_ahead, subtype_behind
from ingest.extract.openings import Openings
from ingest.extract.rulebook import read_table
from ingest.extract.starts import lowered
from ingest.extract.tokens import Tokens
from ingest.vocabulary.terms import term_key
from ingest.vocabulary.vocabulary import Vocabulary, load

_SPLIT_NAME = re.compile(r"(?<![\w-])([A-Za-z][a-z-]{3,})\s\([A-Za-z]{2,8}\)\s$")
_MOLECULAR = re.compile(r"[A-Z]{2}|\d|\+|[a-z] receptor")
_NO_NAME = re.compile(r",|\b(?:the|people|develop|mutations?)\b")  # 'develop the disease'
_REACHES_ON = (" with ", " and ", " (", ",", " ,")
_NUMBERED = re.compile(r"[-‑]\d")  # 'EPCORE NHL-1' is a study
_SCOPE = frozenset({"headline", "subhead", "dateline", "body", "quote", "about_compound", "about_company"})


def find_indications(doc: Document, tokens: Tokens | None = None) -> IndicationFindings:
    """All diseases of the document; ``primary`` is the form printed most fully and often."""
    vocabulary = load()
    tokens = tokens or Tokens(doc.text)
    compounds = [(m.char_start, m.char_end) for m in doc.of_kind("compound")]
    found = [f for f in _from_vocabulary(doc, tokens, vocabulary, compounds) if not _inside(f.start, f.end, compounds)]
    found += _from_grammar(doc, found, vocabulary)
    found = _with_shared_heads(doc, found, vocabulary)
    found = _with_causes(doc.text, sorted(found, key=lambda f: f.start), vocabulary)
    found = _abbreviations(doc, compounds, found, vocabulary)
    found = without_classes(doc.text, sorted(found, key=lambda f: f.start))
    return group_diseases(doc, found)


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)


def _in_scope(doc: Document, offset: int) -> bool:
    sentence = doc.sentence_of(offset)
    return sentence is not None and sentence.section in _SCOPE


def _from_vocabulary(
    doc: Document, tokens: Tokens, vocabulary: Vocabulary, compounds: list[tuple[int, int]]
) -> list[_Found]:
    text = doc.text
    found: list[_Found] = []
    for span in tokens.scan(vocabulary.diseases):
        if found and span.char_end <= found[-1].end:
            continue  # a part of 'amyloidosis with cardiomyopathy'
        printed = text[span.char_start : span.char_end]
        if printed.lower() in _not_diseases() or not _in_scope(doc, span.char_start):
            continue
        if is_in_a_name(text, span.char_start, span.char_end) or _is_vehicle(text, span.char_start, span.char_end):
            continue
        if two := halves(printed, span.hit.key, vocabulary) if "/" in printed else None:
            found += _each(span.char_start, two, vocabulary)
            continue
        if span.hit.kind == "symbol":
            if _NUMBERED.match(text, span.char_end) or printed not in _own_abbreviations():
                continue
            if means_another(text, printed, span.hit.key, vocabulary):
                continue
        elif (len(printed) < 6 and not (printed.isupper() or printed.lower() in _short_names())) or "\n" in printed:
            continue
        if whole := _around_brackets(text, span.char_start, span.char_end, vocabulary):
            found = [f for f in found if f.end <= whole.start]
            found.append(_whole(doc, compounds, whole, vocabulary))
            continue
        if text.startswith(_REACHES_ON, span.char_end) and (
            longer := known_beyond(text, span.char_start, span.char_end, vocabulary)
        ):
            found.append(longer)  # 'chronic heart failure with reduced ejection fraction'
            continue
        item = _Found(span.char_start, span.char_end, printed, span.hit.key)
        if cut := without_stage(printed, vocabulary) or route_ahead(text, span.char_start, span.char_end):
            known = vocabulary.diseases.lookup(printed[cut:])
            item = _Found(span.char_start + cut, span.char_end, printed[cut:], known.key if known else None)
        found.append(_whole(doc, compounds, item, vocabulary))
    guarded = [item for item in guarded_told(text, vocabulary) if _in_scope(doc, item.start)]
    return found + [_whole(doc, compounds, item, vocabulary) for item in guarded]


def _each(start: int, two: tuple[str, str], vocabulary: Vocabulary) -> list[_Found]:
    """'CLL/SLL': both diseases, when their abbreviations are trusted."""
    found = []
    for half in two:
        hit = vocabulary.diseases.lookup(half)
        if hit and (hit.kind != "symbol" or half in _own_abbreviations()):
            found.append(_Found(start, start + len(half), half, hit.key))
        start += len(half) + 1
    return found


def _is_vehicle(text: str, start: int, end: int) -> bool:
    return ("vir" in text[start : end + 6].lower() or "stomatitis" in text[start:end]) and is_vehicle(text, start, end)


def _around_brackets(text: str, start: int, end: int, vocabulary: Vocabulary) -> _Found | None:
    """'transthyretin (ATTR) amyloidosis' is transthyretin amyloidosis."""
    match = _SPLIT_NAME.search(text, max(0, start - 40), start)
    hit = vocabulary.diseases.lookup(f"{match[1]} {text[start:end]}") if match and match.end() == start else None
    return _Found(match.start(), end, f"{match[1]} {text[start:end]}", hit.key) if match and hit else None


def _whole(doc: Document, compounds: list[tuple[int, int]], item: _Found, vocabulary: Vocabulary) -> _Found:
    """The disease with the words around it that keep a subtype ('HER2-positive', 'acute', 'with FGFR3 mutations')."""
    ahead = _ahead(doc, compounds, item.start)
    end = subtype_behind(doc.text, item.end)
    if ahead.start == item.start and end == item.end:
        return item
    return _subtype(item, ahead, doc.text[item.end : end], vocabulary)


def _ahead(doc: Document, compounds: list[tuple[int, int]], start: int) -> Subtype:
    sentence = doc.sentence_of(start)
    floor = max([sentence.char_start if sentence else 0, *(b for _, b in compounds if b <= start)])
    return subtype_ahead(doc.text, floor, start)


def _subtype(item: _Found, ahead: Subtype, behind: str, vocabulary: Vocabulary) -> _Found:
    """The disease with the markers of its subtype as part of its name; spellings of one subtype share an identity."""
    spelled = with_cause_spelled_out(in_one_spelling(f"{ahead.words} ").strip(), vocabulary)
    identity = f"{term_key(spelled)} {item.key or term_key(item.name)} {term_key(behind)}".strip()
    entity = vocabulary.diseases.entities.get(item.key or "")
    full = f"{spelled} {entity.name if entity and is_short(item.name) else item.name}{behind}".strip()
    name, key = f"{ahead.words} {item.name}{behind}".strip(), key_of(f"{spelled} {item.name}{behind}")
    return _Found(min(ahead.start, item.start), item.end + len(behind), name, key, identity, item.key, full)


def _from_grammar(doc: Document, known: list[_Found], vocabulary: Vocabulary) -> list[_Found]:
    """'… syndrome', '… cancer' behind words that no vocabulary joins to it; only after 'patients with', 'treatment of'."""
    taken = [(f.start, f.end) for f in known] + [(m.char_start, m.char_end) for m in doc.of_kind("compound")]
    found = []
    for match in _grammar().find(doc.text, lowered(doc.text)):
        start, end = match.span("name")
        start = _stripped_left(doc.text, start, end)
        name = doc.text[start:end]
        if start >= end or (" " not in name and "-" not in name) or name.lower() in _not_diseases():
            continue
        if _inside(start, end, taken) or not _in_scope(doc, start):
            continue
        if _NO_NAME.search(name):
            continue
        found.append(_Found(start, end, name, key_of(name)))
    return found


def _with_causes(text: str, found: list[_Found], vocabulary: Vocabulary) -> list[_Found]:
    """'von Hippel-Lindau disease-associated renal cell carcinoma' is one disease."""
    out: list[_Found] = []
    for item in found:
        between = CAUSE.fullmatch(text, out[-1].end, item.start) if out and out[-1].end < item.start else None
        if between:
            cause = out.pop()
            entity = vocabulary.diseases.entities.get(cause.key or "")
            words = f"{entity.name if entity else cause.name} {between['cause']}"
            name = f"{text[cause.start : item.start]}{item.name}"
            identity = f"{term_key(words)} {item.key or term_key(item.name)}"
            item = _Found(cause.start, item.end, name, None, identity, item.key, f"{words} {item.full or item.name}")
        out.append(item)
    return out


def _with_shared_heads(doc: Document, known: list[_Found], vocabulary: Vocabulary) -> list[_Found]:
    """The diseases with those added that share a head noun: 'lung, liver and endometrial cancers' are three."""
    taken = [(m.char_start, m.char_end) for m in doc.of_kind("compound")]
    for member in shared_heads(doc.text):
        if not _in_scope(doc, member.start) or _inside(member.start, member.end, taken):
            continue
        inside = [f for f in known if member.start < f.end and f.start < member.end]
        ahead = _ahead(doc, taken, member.first)
        is_marked = bool(_MOLECULAR.search(ahead.words))  # such a marker holds for every member
        if any(f.end - f.start >= member.end - member.start + is_marked for f in inside):
            continue
        known = [f for f in known if f not in inside]
        item = _Found(member.start, member.end, member.name, key_of(member.name))
        if is_marked:
            item = _subtype(
                item, ahead if member.start == member.first else replace(ahead, start=item.start), "", vocabulary
            )
        known.append(item)
    return known


def _stripped_left(text: str, start: int, end: int) -> int:
    strip = _strip_words()
    while start < end:
        word = re.match(r"[\w’'+/-]+[\s,]+", text[start:end])
        if word is None:
            return start
        plain = word.group().strip(" ,\n").lower()
        if plain not in strip and not all(part in strip for part in plain.split("-")):
            return start
        start += word.end()
    return start


def _abbreviations(
    doc: Document, compounds: list[tuple[int, int]], known: list[_Found], vocabulary: Vocabulary
) -> list[_Found]:
    """The diseases with the places of abbreviations that the text introduces behind one ('… (NSCLC)')."""
    introduced: dict[str, _Found] = {}
    for item in known:
        short = introduced_behind(doc.text, item)
        if short and not _stands_for_base(short, item, vocabulary):
            introduced.setdefault(short, item)
    places = [*places_of(doc.text, introduced), *initials_told(doc.text, known, {*introduced, *_own_abbreviations()})]
    found = []
    for start, end, full in places:
        if _in_scope(doc, start) and not _inside(start, end, compounds):
            identity = full.identity or (None if full.key else f"name {term_key(full.name)}")
            item = _Found(start, end, doc.text[start:end], full.key, identity, full.base, full.full)
            found.append(item if identity else _as_introduced(_whole(doc, compounds, item, vocabulary), full))
    taken = [(f.start, f.end) for f in found]
    return [f for f in known if not _inside(f.start, f.end, taken)] + found


def _as_introduced(item: _Found, full: _Found) -> _Found:
    """'congenital HI' is congenital hyperinsulinism (HI) itself, no subtype of it."""
    words = set(term_key(item.name).split()[:-1])
    return replace(item, key=full.key, identity=None, base=None) if words < set(term_key(full.name).split()) else item


def _stands_for_base(short: str, item: _Found, vocabulary: Vocabulary) -> bool:
    """'chronic GVHD (GVHD)': the curated abbreviation means the disease, not the subtype that stands before it."""
    hit = vocabulary.diseases.lookup(short) if short in _own_abbreviations() else None
    return hit is not None and hit.key in (item.key, item.base)


# --- tables -----------------------------------------------------------------------------------------------------------


@cache
def _not_diseases() -> frozenset[str]:
    return frozenset(str(w).lower() for w in read_table("indications")["not_diseases"])


@cache
def _strip_words() -> frozenset[str]:
    return frozenset(str(w).lower() for w in read_table("indications")["strip_left"])


@cache
def _grammar() -> Openings:
    nouns = re.sub(r"\s+", "", str(read_table("indications")["head_nouns"]))
    pattern = re.compile(
        r"\b(?:(?:patients?|people|adults?|children|individuals|participants|subjects|men|women|those|persons|living|diagnosed)\s+(?:\w+\s+)?with|(?:treatment|treat|treating|therapy|prevention|management|indication|indicated|indications|trial|study|therapies|drugs?)\s+(?:of|for|in))\s+"
        rf"(?P<name>(?:[A-Za-z][\w’'+/-]*,?\s){{0,6}}?(?:[A-Za-z-]*(?:{nouns})))\b"
    )
    begins = "patient people adult child individual participant subject men women those person living diagnosed"
    begins += " treat therap prevention management indicat trial study drug"
    return Openings([(pattern, begins.split())])


@cache
def _short_names() -> frozenset[str]:
    return frozenset(
        {"gout", "acne", "burns", "mpox", "flu", "obese", "lupus", "polio", "hiv", "ebola", "zika", "stroke"}
    )


@cache
def _own_abbreviations() -> frozenset[str]:
    """The abbreviations of the curated diseases, in exact letters; others count only when the text introduces them."""
    return frozenset(load().diseases.abbreviations)
