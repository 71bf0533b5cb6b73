"""Every span of a text that may name a compound, with what speaks for it: vocabulary, shape, stem, brand mark.

Whether a candidate *is* a compound is decided by its context (contexts.py) over all its places; this module only finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.extract.candidates_brands import MARKS, brands_of, not_compounds
from ingest.extract.candidates_forms import is_glued, is_listed_short, numbered_brand, release_form_end, suffix_end
from ingest.extract.codes import find_code_words, is_lookalike
from ingest.extract.context import in_scope
from ingest.extract.document import Document
from ingest.extract.rulebook import read_table
from ingest.extract.stems import LEAST_INN, stem_of, tail_of
from ingest.extract.tokens import Tokens
from ingest.records import Modality
from ingest.vocabulary.vocabulary import TermHit, Vocabulary

Basis = Literal["code", "inn", "brand", "name", "shape", "stem", "mark", "proper"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place of one possible name. ``weight``: 2 is a compound without any context."""

    char_start: int
    char_end: int
    text: str
    basis: Basis
    weight: float
    key: str | None = None
    modality: Modality | None = None


_INN_WORD = re.compile(r"(?<![\w@.-])[A-Za-z][a-z]{6,24}(?![\w@])")
_SECOND_WORD = re.compile(r"\s([A-Za-z][a-z]{5,14})(?!\w)")
_MARKED = re.compile(r"([A-Z](?<![\w@-][A-Z])[\w‑-]{2,24}(?:\s[A-Z][\w-]{1,15})?)\s?(?:®|™|\(R\)|\(TM\)|℠)")
_MARKED_SMALL = re.compile(r"(?<![\w@./-])([a-z]{4,20})\s?(?:®|™|\(R\)|\(TM\))")
_GENE_WORD = re.compile(r"(?<![\w@-])[A-Za-z][a-z]{3,18}gene\s$")  # 'zelotamglogene' of 'zelotamglogene autotemcel'
_OF_GENES = frozenset({"leucel", "temcel", "cel", "parvovec", "repvec"})
_SHORT_ENDING = re.compile(r"-(?:[Cc]el|[Vv]ec)\b")
_SHORT_FORM = re.compile(r"(?<![\w@./-])[A-Za-z][a-z]{2,7}-(?:[Cc]el|[Vv]ec)(?![\w-])")
_GREEK_WORD = re.compile(r"\s(?:alfa|alpha|beta|gamma|delta|epsilon|zeta|pegol)(?![\w-])")
_OF_ANOTHER = re.compile(
    r"-(?:[Ll]ike|[Cc]lass|[Tt]ype|[Ss]paring|[Ss]tyle|[Ll]oaded|[Ee]luting|[Ff]illed|[Rr]eleasing|[Ii]mpregnated|[Cc]oated)\b|[\s-](?:[Hh]ormone[\s-])?[Rr]eceptors?\b|\s(?:[Ii]nhibitors?|[Aa]ntagonists?|[Bb]lockers?|[Dd]egraders?)\b"
)
_DISEASE_NUMBER = re.compile(r"^([A-Z]{3,6})-\d{1,3}$")
_MARKED_REACH = 60  # letters of a marked name and more
_ANY_MARK = re.compile("|".join(map(re.escape, MARKS)))
_LONGER_CODE = re.compile(r"[-‑][A-Z]{1,4}\d")
_GLUED_MARK = re.compile(r"([A-Z](?<![\w@-][A-Z])(?:[A-Z]{3,19}|[A-Za-z]{2,18}[a-z]))TM(?=[\s,.;)(]|$)")
_ORGANISM = re.compile(
    r"^[A-Z][a-z]+(?:coccus|bacter|bacterium|ella|monas|bacillus|spora|myces|plasma|ridium)\s[a-z]+$|^[A-Z]\.\s[a-z]+$|virus$|viruses$",
    re.IGNORECASE,
)
_LABEL_PARTNER = re.compile(
    r"^.{0,90}\bin\s+combination\s+with\s.{0,120}?\b(?:is|are)\s+indicated\s+(?:for|in|as|to)\b", re.DOTALL
)


def find_candidates(doc: Document, tokens: Tokens, vocabulary: Vocabulary) -> list[Candidate]:
    """All candidates in the sections that count, longest first at each place, not overlapping."""
    found = [*_from_vocabulary(doc.text, tokens, vocabulary), *_from_shapes(doc.text, vocabulary)]
    found += _from_stems(doc.text, tokens, vocabulary)
    found += [*_from_marks(doc.text, vocabulary), *_from_short_forms(doc.text)]
    counting = {sentence.index for sentence in in_scope(doc)}
    return _longest(candidate for candidate in found if _counts(doc, candidate.char_start, counting))


def _counts(doc: Document, offset: int, counting: set[int]) -> bool:
    """False in safety, risk and contact text, and for partners in the label's words ('X, in combination with Y, is indicated')."""
    sentence = doc.sentence_of(offset)
    if sentence is None or sentence.index not in counting:
        return False
    words = doc.text[max(sentence.char_start, offset - 90) : sentence.char_end]
    return "indicated" not in words or not _LABEL_PARTNER.search(words)


def _longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    order = sorted(candidates, key=lambda c: (c.char_start, -c.char_end, -c.weight))
    kept: list[Candidate] = []
    for candidate in order:
        if kept and candidate.char_start < kept[-1].char_end:
            last = kept[-1]
            if candidate.char_end > last.char_end and candidate.char_start == last.char_start:
                kept[-1] = candidate
            continue
        kept.append(candidate)
    return kept


# --- vocabulary -------------------------------------------------------------------------------------------------------


def _from_vocabulary(text: str, tokens: Tokens, vocabulary: Vocabulary) -> list[Candidate]:
    found = []
    refused = not_compounds()
    for span in tokens.scan(vocabulary.compounds):
        printed = text[span.char_start : span.char_end]
        if _LONGER_CODE.match(text, span.char_end) or printed.lower() in refused or _ORGANISM.search(printed):
            continue
        if span.hit.kind != "code" and _OF_ANOTHER.match(text, span.char_end):
            continue
        if numbered := numbered_brand(text, span.char_end, printed, vocabulary):
            number = text[span.char_start : numbered[0]]
            found.append(Candidate(span.char_start, numbered[0], number, "brand", 2.0, numbered[1]))
            continue
        weight = _vocabulary_weight(printed, span.hit, vocabulary)
        if weight is not None:
            weight += 0.5 if text[span.char_end : span.char_end + 2].strip()[:1] in ("®", "™") else 0.0
            entity = vocabulary.compounds.entity(span.hit.key)
            kind: Modality | None = entity.modality if entity else None  # type: ignore[assignment]
            greek = _GREEK_WORD.match(text, span.char_end) if stem_of(printed.lower()) else None
            end = greek.end() if greek else release_form_end(text, suffix_end(text, span.char_end, printed))
            name = text[span.char_start : end]
            found.append(Candidate(span.char_start, end, name, _basis(span.hit), weight, span.hit.key, kind))
    return found


def _basis(hit: TermHit) -> Basis:
    return {"code": "code", "inn": "inn", "brand": "brand"}.get(hit.kind, "name")  # type: ignore[return-value]


def _vocabulary_weight(printed: str, hit: TermHit, vocabulary: Vocabulary) -> float | None:
    """What a vocabulary hit is worth as printed; None when the spelling says that it is an ordinary word."""
    has_digit = any(c.isdigit() for c in printed)
    letters = sum(c.isalpha() for c in printed)
    if hit.kind == "symbol":
        return 1.5 if is_listed_short(printed, hit, vocabulary) else None
    if has_digit:
        is_chemical = hit.kind == "full" and letters >= 8  # '5-fluorouracil'
        if not (printed[0].isupper() or is_chemical) or is_lookalike(printed) or len(printed) < 4 or "\n" in printed:
            return None
        digits = sum(c.isdigit() for c in printed)
        if hit.kind in ("full", "brand") and letters >= 6:
            return 2.0
        return 2.0 if letters >= 2 and digits >= 3 and " " not in printed else 1.0
    if hit.kind in ("brand", "code"):
        if printed.isupper() and letters < 7 and vocabulary.diseases.lookup(printed):
            return None
        if (
            letters < 4
            or not printed[0].isupper()
            or printed.lower() in vocabulary.words
            or (" " in printed and printed.islower())
        ):
            return None
        return (2.0 if letters >= 6 else 1.5) if hit.kind == "brand" else 1.0
    if letters < 5:
        return None
    if hit.kind == "inn" or hit.kind == "full":
        return 2.0 if printed.lower() not in vocabulary.words or stem_of(printed.lower()) else 1.5
    if printed.lower() in vocabulary.words and not stem_of(printed.lower()):
        return None
    if letters >= 8 or (letters >= 7 and stem_of(printed.lower())):
        return 2.0
    return 1.5 if letters >= 7 else 0.5


# --- shapes, stems, marks ---------------------------------------------------------------------------------------------


def _from_shapes(text: str, vocabulary: Vocabulary) -> list[Candidate]:
    found = []
    for word in find_code_words(text):
        printed = text[word.char_start : word.char_end]
        weight = word.weight
        if is_glued(printed, vocabulary):
            continue
        gene = vocabulary.targets.lookup(printed)
        if gene is not None:
            weight = min(weight, 1.0) - 2.0
        if vocabulary.diseases.lookup(printed):
            continue
        if (prefix := _DISEASE_NUMBER.match(printed)) and vocabulary.diseases.lookup(prefix[1]):
            weight -= 1.5  # 'BRUIN CLL-321' is a study
        found.append(Candidate(word.char_start, word.char_end, printed, "shape", weight))
    return found


def _from_stems(text: str, tokens: Tokens, vocabulary: Vocabulary) -> list[Candidate]:
    words = {word for word in tokens.distinct if len(word) >= LEAST_INN} - vocabulary.words - not_compounds()
    stems = {word: stem for word in words if (stem := stem_of(word))}
    found = []
    for number in [number for number, word in enumerate(tokens.folded) if word in stems]:
        match = _INN_WORD.match(text, tokens.starts[number])
        stem = stems[tokens.folded[number]]
        if match is None or _OF_ANOTHER.match(text, match.end()):
            continue
        end, modality = match.end(), stem.modality
        second = _SECOND_WORD.match(text, end)
        if second and (tail := tail_of(second[1].lower())):
            end, modality = second.end(), tail.modality
        elif greek := _GREEK_WORD.match(text, end):
            end = greek.end()
        weight = 2.0 if len(stem.stem) >= 5 or stem.stem == "mab" else 1.5
        first = _GENE_WORD.search(text, max(0, match.start() - 26), match.start()) if stem.stem in _OF_GENES else None
        start = first.start() if first else match.start()
        found.append(Candidate(start, end, text[start:end], "stem", weight, None, modality))
    return found


def _from_short_forms(text: str) -> list[Candidate]:
    """'ide-cel' and 'ofra-vec': the usual short names of medicines made of cells or carried by viruses."""
    if not _SHORT_ENDING.search(text):
        return []
    return [Candidate(m.start(), m.end(), m.group(), "stem", 2.0) for m in _SHORT_FORM.finditer(text)]


def _from_marks(text: str, vocabulary: Vocabulary) -> list[Candidate]:
    found = []
    kinds = (
        (0.5, _before_marks(_MARKED, text)),
        (1.0, _before_marks(_MARKED_SMALL, text)),
        (1.0, _GLUED_MARK.finditer(text) if "TM" in text else ()),
        (2.0, brands_of(text, vocabulary)),
    )
    for weight, matches in kinds:
        for match in matches:
            start, name = _without_verb(match.start(1), match[1], vocabulary)
            if name.endswith("TM") and len(name) > 6:
                name = name[:-2]
            hit = vocabulary.compounds.lookup(name)
            if name.lower() in not_compounds() or (name.islower() and name in vocabulary.words and not hit):
                continue
            found.append(Candidate(start, start + len(name), name, "mark", weight, hit.key if hit else None))
    return found


def _before_marks(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that ends with a mark."""
    free = 0
    for mark in _ANY_MARK.finditer(text) if any(mark in text for mark in MARKS) else ():
        yield from pattern.finditer(text, max(free, mark.start() - _MARKED_REACH), mark.end())
        free = mark.end()


def _without_verb(start: int, name: str, vocabulary: Vocabulary) -> tuple[int, str]:
    """'Approves Vosevi' of a headline is Vosevi: an everyday word before the marked one is no part of the name."""
    first, blank, rest = name.partition(" ")
    is_word = first.lower() in vocabulary.words or first.lower().rstrip("s") in vocabulary.words
    is_word = is_word or vocabulary.compounds.lookup(rest) is not None
    if blank and is_word and rest.lower() not in vocabulary.words:
        return start + len(first) + 1, rest
    return start, name


def compound_nouns() -> str:
    """The alternation of nouns that say 'this is a medicine'."""
    return str(read_table("compounds")["nouns"]).replace("\n", "").replace(" ", "")
