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
from ingest.extract.rulebook import read_table
from ingest.extract.tokens import Tokens
from ingest.records import IndicationName, hash_id
from ingest.vocabulary.terms import term_key
from ingest.vocabulary.vocabulary import Vocabulary, load

_IN_BRACKETS = re.compile(
    r"\s?\(\s?(?:[“\"]|or\s|also known as\s)?([A-Za-z][\w/’'-]{1,11}|[A-Z][\w/-]+\s[A-Z]\w+)[”\"]?\s?[);,]"
)
_ROMAN = re.compile(r"[IVX]+[A-C]?\d?(?:[/–-][IVX]+[A-C]?\d?)*")
_BETWEEN = re.compile(
    r"(?<![\w-])(?P<marker>[A-Z][A-Za-z0-9]*[-+–](?:positive|negative|mutant|mutated|mutation-positive|amplified|altered|low|high|driven|rearranged)|HR\+\s?[,/]\s?HER2[-–−]|[A-Z][A-Z0-9]+\+)\s(?:metastatic|advanced|recurrent|refractory|relapsed|early)\s$"
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


def find_indications(doc: Document, tokens: Tokens | None = None) -> IndicationFindings:
    """All diseases of the document; ``primary`` is the form printed most fully and often."""
    vocabulary = load()
    tokens = tokens or Tokens(doc.text)
    compounds = [(m.char_start, m.char_end) for m in doc.of_kind("compound")]
    found = [f for f in _from_vocabulary(doc, tokens, vocabulary) if not _inside(f.start, f.end, compounds)]
    found += _from_grammar(doc, found, vocabulary)
    found = _with_shared_heads(doc, found, vocabulary)
    found += _abbreviations(doc, found)
    found = without_classes(doc.text, sorted(found, key=lambda f: f.start))
    return _findings(doc, found)


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)


def _in_scope(doc: Document, offset: int) -> bool:
    sentence = doc.sentence_of(offset)
    return sentence is not None and sentence.section in _SCOPE


def _from_vocabulary(doc: Document, tokens: Tokens, vocabulary: Vocabulary) -> list[_Found]:
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
        start = _extended_left(text, span.char_start, doc)
        if whole := _around_brackets(text, span.char_start, span.char_end, vocabulary):
            found = [f for f in found if f.end <= whole.start]
            found.append(whole)
            continue
        found.append(
            _Found(start, span.char_end, text[start : span.char_end], _key_of(span.hit.key, start == span.char_start))
        )
    return found


def _around_brackets(text: str, start: int, end: int, vocabulary: Vocabulary) -> _Found | None:
    """'transthyretin (ATTR) amyloidosis' is transthyretin amyloidosis."""
    match = _SPLIT_NAME.search(text, max(0, start - 40), start)
    hit = vocabulary.diseases.lookup(f"{match[1]} {text[start:end]}") if match and match.end() == start else None
    return _Found(match.start(), end, f"{match[1]} {text[start:end]}", hit.key) if match and hit else None


def _key_of(key: str, is_whole: bool) -> str | None:
    return key if is_whole else None


def _extended_left(text: str, start: int, doc: Document) -> int:
    """The start with the words before it that keep a subtype ('HER2-positive', 'acute')."""
    sentence = doc.sentence_of(start)
    floor = sentence.char_start if sentence else 0
    pattern = _keep_left()
    for _ in range(3):
        match = pattern.search(text, max(floor, start - 60), start)
        if match is None or match.end() != start or not _keeps(match["kept"]):
            break
        start = match.start("kept")
    marker = _BETWEEN.search(text, max(floor, start - 60), start)
    return marker.start("marker") if marker else start


def _keeps(word: str) -> bool:
    """A bare capitalised word is kept only when it carries a marker of a subtype (a digit, '+', '-positive')."""
    if _ROMAN.fullmatch(word):
        return False
    return not re.fullmatch(r"[A-Z][A-Za-z]*", word) and word.lower() not in _strip_words()


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


def _abbreviations(doc: Document, known: list[_Found]) -> list[_Found]:
    """The places of abbreviations that the text introduces behind a disease ('… (NSCLC)')."""
    introduced: dict[str, _Found] = {}
    for item in known:
        match = _IN_BRACKETS.match(doc.text, item.end)
        if match and _is_abbreviation_of(match[1], item.name):
            introduced.setdefault(match[1], item)
    if not introduced:
        return []
    taken = {f.start for f in known}
    regex = re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(a) for a in introduced) + r")(?![\w])")
    found = []
    for match in regex.finditer(doc.text):
        if match.start() not in taken and _in_scope(doc, match.start()):
            full = introduced[match.group()]
            found.append(_Found(match.start(), match.end(), match.group(), full.key or f"name {term_key(full.name)}"))
    return found


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
        identity = item.key or identities.get(term) or f"name {term_key(item.name)}"
        identities.setdefault(term, identity)
        groups.setdefault(identity, []).append(item)
    names: list[IndicationName] = []
    mentions: list[Mention] = []
    primary: dict[str, str] = {}
    for identity, items in groups.items():
        ref = hash_id("indication", release_id, identity)
        forms = Counter(item.name for item in items)
        primary[ref] = max(forms, key=lambda form: (not form.isupper(), forms[form], -len(form)))
        key = next((item.key for item in items if item.key and ":" in item.key), None)
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
    return IndicationFindings(tuple(names), primary, tuple(sorted(mentions)))


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
def _keep_left() -> re.Pattern[str]:
    words = re.sub(r"\n\s*", "", str(read_table("indications")["keep_left"])).replace(" |", "|").strip()
    return re.compile(rf"(?<![\w-])(?P<kept>{words})[\s-](?:\s)?")


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
