"""Diseases of a release: the vocabulary's names with the words that belong to them, and their abbreviations.

'patients with previously treated metastatic HER2-positive breast cancer' gives 'HER2-positive breast cancer'. Spellings of
one disease share a ref; an abbreviation counts when the text introduces it or when the curated list trusts it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ingest.extract.document import Document, Mention
from ingest.extract.findings import IndicationFindings
from ingest.extract.indications_lists import is_in_a_name, shared_heads, without_classes
from ingest.extract.indications_subtype import in_one_spelling, subtype_ahead, subtype_behind
from ingest.extract.rulebook import read_table
from ingest.extract.tokens import Tokens
from ingest.records import IndicationName, hash_id
from ingest.vocabulary.terms import term_key
from ingest.vocabulary.vocabulary import Vocabulary, load

_IN_BRACKETS = re.compile(
    r"\s?\(\s?(?:[“\"]|or\s|also known as\s)?([A-Za-z][\w/’'-]{1,11}|[A-Z][\w/-]+\s[A-Z]\w+)[”\"]?\s?[);,]"
)
_SPLIT_NAME = re.compile(r"(?<![\w-])([A-Za-z][a-z-]{3,})\s\([A-Za-z]{2,8}\)\s$")
_NUMBERED = re.compile(r"[-‑]\d")  # 'EPCORE NHL-1' is a study
_PLURAL = re.compile(r"(?<=[a-z])s$")
_SCOPE = frozenset({"headline", "subhead", "dateline", "body", "quote", "about_compound", "about_company"})
_ABBREVIATION_NOISE = frozenset(
    ("US", "USA", "EU", "UK", "FDA", "EMA", "IND", "BLA", "NDA", "CEO", "CFO", "AI", "IT", "ET", "PT", "AM",
     "PM", "II", "III", "IV", "OR", "IN", "AND", "SOC")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    name: str
    key: str | None
    identity: str | None = None  # of a subtype: its markers and the disease that it is a subtype of
    base: str | None = None  # the key of that disease
    full: str | None = None  # the name of a subtype with its abbreviation spelled out


def find_indications(doc: Document, tokens: Tokens | None = None) -> IndicationFindings:
    """All diseases of the document; ``primary`` is the form printed most fully and often."""
    vocabulary = load()
    tokens = tokens or Tokens(doc.text)
    compounds = [(m.char_start, m.char_end) for m in doc.of_kind("compound")]
    found = [f for f in _from_vocabulary(doc, tokens, vocabulary, compounds) if not _inside(f.start, f.end, compounds)]
    found += _from_grammar(doc, found, vocabulary)
    found = _with_shared_heads(doc, found, vocabulary)
    found = _abbreviations(doc, compounds, found, vocabulary)
    found = without_classes(doc.text, sorted(found, key=lambda f: f.start))
    return _findings(doc, found)


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
        printed = text[span.char_start : span.char_end]
        if printed.lower() in _not_diseases() or not _in_scope(doc, span.char_start):
            continue
        if is_in_a_name(text, span.char_start, span.char_end):
            continue
        if span.hit.kind == "symbol":
            if _NUMBERED.match(text, span.char_end) or not _is_trusted_abbreviation(printed, span.hit.key, vocabulary):
                continue
        elif (len(printed) < 6 and not (printed.isupper() or printed.lower() in _short_names())) or "\n" in printed:
            continue
        if whole := _around_brackets(text, span.char_start, span.char_end, vocabulary):
            found = [f for f in found if f.end <= whole.start]
            found.append(whole)
            continue
        found.append(_whole(doc, compounds, _Found(span.char_start, span.char_end, printed, span.hit.key), vocabulary))
    return found


def _around_brackets(text: str, start: int, end: int, vocabulary: Vocabulary) -> _Found | None:
    """'transthyretin (ATTR) amyloidosis' is transthyretin amyloidosis."""
    match = _SPLIT_NAME.search(text, max(0, start - 40), start)
    hit = vocabulary.diseases.lookup(f"{match[1]} {text[start:end]}") if match and match.end() == start else None
    return _Found(match.start(), end, f"{match[1]} {text[start:end]}", hit.key) if match and hit else None


def _whole(doc: Document, compounds: list[tuple[int, int]], item: _Found, vocabulary: Vocabulary) -> _Found:
    """The disease with the words around it that keep a subtype ('HER2-positive', 'acute', 'with FGFR3 mutations')."""
    sentence = doc.sentence_of(item.start)
    floor = max([sentence.char_start if sentence else 0, *(b for _, b in compounds if b <= item.start)])
    ahead, end = subtype_ahead(doc.text, floor, item.start), subtype_behind(doc.text, item.end)
    if ahead.start == item.start and end == item.end:
        return item
    behind = doc.text[item.end : end]
    name = f"{ahead.words} {item.name}{behind}".strip()
    spelled = in_one_spelling(f"{ahead.words} ").strip()
    hit = vocabulary.diseases.lookup(f"{spelled} {item.name}{behind}")
    identity = f"{term_key(spelled)} {item.key or term_key(item.name)} {term_key(behind)}".strip()
    entity = vocabulary.diseases.entities.get(item.key or "")
    full = f"{spelled} {entity.name if entity and _is_short(item.name) else item.name}{behind}".strip()
    return _Found(ahead.start, end, name, hit.key if hit else None, identity, item.key, full)


def _from_grammar(doc: Document, known: list[_Found], vocabulary: Vocabulary) -> list[_Found]:
    """'… syndrome', '… cancer' behind words that no vocabulary joins to it; only after 'patients with', 'treatment of'."""
    taken = [(f.start, f.end) for f in known] + [(m.char_start, m.char_end) for m in doc.of_kind("compound")]
    found = []
    for match in _grammar().finditer(doc.text):
        start, end = match.span("name")
        start = _stripped_left(doc.text, start, end)
        name = doc.text[start:end]
        if start >= end or (" " not in name and "-" not in name) or name.lower() in _not_diseases():
            continue
        if _inside(start, end, taken) or not _in_scope(doc, start):
            continue
        hit = vocabulary.diseases.lookup(name)
        found.append(_Found(start, end, name, hit.key if hit else None))
    return found


def _with_shared_heads(doc: Document, known: list[_Found], vocabulary: Vocabulary) -> list[_Found]:
    """The diseases with those added that share a head noun: 'lung, liver and endometrial cancers' are three."""
    taken = [(m.char_start, m.char_end) for m in doc.of_kind("compound")]
    for member in shared_heads(doc.text):
        if not _in_scope(doc, member.start) or _inside(member.start, member.end, taken):
            continue
        hit = vocabulary.diseases.lookup(member.name)
        inside = [f for f in known if member.start < f.end and f.start < member.end]
        if any(f.end - f.start >= member.end - member.start for f in inside):
            continue
        known = [f for f in known if f not in inside]
        known.append(_Found(member.start, member.end, member.name, hit.key if hit else None))
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
        match = _IN_BRACKETS.match(doc.text, item.end)
        if match and _is_abbreviation_of(match[1], item.name) and not _stands_for_base(match[1], item, vocabulary):
            introduced.setdefault(match[1], item)
    if not introduced:
        return known
    regex = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(a) for a in introduced) + r")(?![\w])")
    found = []
    for match in regex.finditer(doc.text):
        if _in_scope(doc, match.start()):
            full = introduced[match.group()]
            identity = full.identity or (None if full.key else f"name {term_key(full.name)}")
            item = _Found(match.start(), match.end(), match.group(), full.key, identity, full.base, full.full)
            found.append(item if identity else _whole(doc, compounds, item, vocabulary))
    places = [(f.start, f.end) for f in found]
    longer = [f for f in known if not _inside(f.start, f.end, places)]
    return longer + found


def _stands_for_base(short: str, item: _Found, vocabulary: Vocabulary) -> bool:
    """'chronic GVHD (GVHD)': the curated abbreviation means the disease, not the subtype that stands before it."""
    hit = vocabulary.diseases.lookup(short) if short in _own_abbreviations() else None
    return hit is not None and hit.key in (item.key, item.base)


def _is_abbreviation_of(short: str, full: str) -> bool:
    if sum(c.isupper() for c in short) < 2 or short in _ABBREVIATION_NOISE:
        return False
    letters = [c for c in short.lower() if c.isalpha()]
    position, lower = 0, full.lower()
    for letter in letters[:-1] if letters[-1] == "s" else letters:
        position = lower.find(letter, position) + 1
        if position == 0:
            return False
    return True


def _findings(doc: Document, found: list[_Found]) -> IndicationFindings:
    release_id = doc.release.release_id
    identities: dict[str, str] = {}
    groups: dict[str, list[_Found]] = {}
    for item in found:
        term = " ".join(_PLURAL.sub("", word) for word in term_key(item.name).split())
        identity = item.key or item.identity or identities.get(term) or f"name {term_key(item.name)}"
        identities.setdefault(term, identity)
        groups.setdefault(identity, []).append(item)
    names: list[IndicationName] = []
    mentions: list[Mention] = []
    primary: dict[str, str] = {}
    full: dict[str, str] = {}
    keys: dict[str, str] = {}
    entities = load().diseases.entities
    for identity, items in groups.items():
        ref = hash_id("indication", release_id, identity)
        forms = Counter(item.name for item in items)
        primary[ref] = max(forms, key=lambda form: (not _is_short(form), forms[form], -len(form)))
        key = next((item.key for item in items if item.key and ":" in item.key), None)
        spelled = next((item.full for item in items if item.full), None)
        entity = entities.get(key or "") if _is_short(primary[ref]) else None
        full[ref] = spelled or (entity.name if entity else primary[ref])
        if known := key or next((item.base for item in items if item.base), None):
            keys[ref] = known
        for form in {term_key(f): f for f in reversed(list(forms))}.values():
            names.append(
                IndicationName(
                    name_id=hash_id("indication_name", release_id, ref, form),
                    release_id=release_id,
                    indication_ref=ref,
                    name=form,
                    is_primary=term_key(form) == term_key(primary[ref]),
                    vocabulary_key=key,
                )
            )
        mentions += [Mention(i.start, i.end, "indication", doc.text[i.start : i.end], key, ref, None) for i in items]
    return IndicationFindings(tuple(names), primary, tuple(sorted(mentions)), full, keys)


def _is_short(form: str) -> bool:
    """True for an abbreviation, with markers or without ('mCRPC', 'HER2-positive NSCLC')."""
    last = form.rsplit(" ", 1)[-1]
    return sum(c.isupper() for c in last) > 1 and not last.isdigit()


def _is_trusted_abbreviation(printed: str, key: str, vocabulary: Vocabulary) -> bool:
    """Curated abbreviations count in their exact letters; those of the ontology only when the text introduces them."""
    return printed in _own_abbreviations()


# --- tables -----------------------------------------------------------------------------------------------------------


@cache
def _not_diseases() -> frozenset[str]:
    return frozenset(str(w).lower() for w in read_table("indications")["not_diseases"])


@cache
def _strip_words() -> frozenset[str]:
    return frozenset(str(w).lower() for w in read_table("indications")["strip_left"])


@cache
def _grammar() -> re.Pattern[str]:
    nouns = re.sub(r"\s+", "", str(read_table("indications")["head_nouns"]))
    return re.compile(
        r"\b(?:(?:patients?|people|adults?|children|individuals|participants|subjects|men|women|those|persons|living|diagnosed)\s+(?:\w+\s+)?with|(?:treatment|treat|treating|therapy|prevention|management|indication|indicated|indications|trial|study|therapies|drugs?)\s+(?:of|for|in))\s+"
        rf"(?P<name>(?:[A-Za-z][\w’'+/-]*,?\s){{0,6}}?(?:[A-Za-z-]*(?:{nouns})))\b"
    )


@cache
def _short_names() -> frozenset[str]:
    return frozenset(
        {"gout", "acne", "burns", "mpox", "flu", "obese", "lupus", "polio", "hiv", "ebola", "zika", "stroke"}
    )


@cache
def _own_abbreviations() -> frozenset[str]:
    """The abbreviations of the curated diseases, in exact letters."""
    return frozenset(load().diseases.abbreviations)
