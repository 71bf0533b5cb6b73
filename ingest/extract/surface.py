"""Where the accepted names of a release stand, and whether a word in brackets may be such a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.extract.aliases import AliasPair
from ingest.extract.candidates_brands import may_be_substance, not_compounds
from ingest.extract.codes import is_lookalike
from ingest.extract.document import Document
from ingest.extract.starts import lowered
from ingest.extract.stems import stem_of
from ingest.vocabulary.vocabulary import Vocabulary

_DESCRIBES = re.compile(
    r"\s(?:targeting|targeted|directed|specific|inhibitor|agonist|antagonist|antibody|degrader|conjugate|vaccine|bispecific)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?:\s(?:tablets?|capsules?|injection|cream|gel|ointment|implant|patch|spray|solution|suspension|lotion|foam|film|emulsion))?\)"
)
_CODE_WITH_BLANK = re.compile(r"[A-Z][A-Za-z-]{0,5}\s\d{2,}|[A-Z][a-z]+(?:\s[A-Z][a-z]*)?\s\d{1,2}$")
_DIGIT = re.compile(r"\d")


_DASHES_AND_BLANK = "-‑– "
_PARTED = re.compile("[-‑– ]")
_MAY_BEGIN = re.compile(r"(?<![^\W\d])(?<![@.])(?<!\w\d)(?<!\.com/)(?<!\.org/)(?<!\.gov/)(?<!\.net/)(?<!\.me/)(?<!//)")
_MAY_END = re.compile(r"(?![-‑][A-Z]{1,4}\d)(?![\w@]|\.(?:com|net|org))")


def find_surface(doc: Document, names: list[str]) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of each place of each name, longest first; short names and codes in exact case."""
    text, low = doc.text, lowered(doc.text)
    found: list[tuple[int, int, int]] = []
    for order, name in enumerate(sorted(set(names), key=len, reverse=True)):
        exact = len(name) < 6 or any(c.isdigit() for c in name)
        is_small = name.islower() or (name.istitle() and f"{name.lower()}®" in text)
        spellings = {name if exact else name.lower()}
        if exact and name.isalpha() and is_small:
            spellings = {name[0].lower() + name[1:], name[0].upper() + name[1:]}
        for spelling in spellings:
            found += [(start, order, end) for start, end in _places(text if exact else low, spelling)]
    free = 0
    for start, _, end in sorted(found):
        if start >= free and _MAY_BEGIN.match(text, start) and _MAY_END.match(text, end):
            yield start, end, text[start:end]
            free = end


def _places(words: str, name: str) -> Iterator[tuple[int, int]]:
    """Where a name stands, whichever dash or blank, or none, stands between its parts."""
    first, *others = _PARTED.split(name)
    start = words.find(first)
    while start >= 0:
        end = start + len(first)
        for part in others:
            end += words[end : end + 1] in _DASHES_AND_BLANK and end < len(words)
            if not words.startswith(part, end):
                break
            end += len(part)
        else:
            yield start, end
        start = words.find(first, start + 1)


def is_plausible_alias(doc: Document, first: str, pair: AliasPair, vocabulary: Vocabulary) -> bool:
    """True when a word beside a compound's name reads like another name of it."""
    name = pair.text
    lower = name.lower()
    if lower in not_compounds() or is_lookalike(name) or (" " in name and (name.islower() or _DESCRIBES.search(name))):
        return False
    if any(c.isdigit() for c in name):
        if lower.startswith("anti-") or (" " in name and not _CODE_WITH_BLANK.match(name)):
            return False
        halves = re.split(r"[x×/]", name)
        if len(halves) == 2 and all(vocabulary.targets.lookup(half) for half in halves):
            return False  # 'NBX-4711 (CD47xCD20)' tells what it acts on
        return (
            any(c.isupper() for c in name)
            and not vocabulary.targets.lookup(name)
            and not vocabulary.diseases.lookup(name)
        )
    if name.islower() and len(name) >= 4 and first.lower().startswith(name):
        return True
    is_alone = doc.text[pair.char_start - 1] == "(" and _CLOSES.match(doc.text, pair.char_end) is not None
    is_unsaid = _DIGIT.search(first) or (first[0].isupper() and first.isalpha() and not stem_of(first.lower()))
    if name.islower() and is_alone and is_unsaid and " " not in name and len(name) >= 7:
        return (
            may_be_substance(name, vocabulary)
            or stem_of(lower) is not None
            or vocabulary.compounds.lookup(name) is not None
        )
    if pair.rule == "alias/named" and " " not in name and len(name) >= 4 and not any(c.isdigit() for c in name):
        return may_be_substance(name, vocabulary) if name.islower() else lower not in vocabulary.words
    if name.islower():
        return lower not in vocabulary.words and (
            stem_of(lower.partition("-")[0]) is not None or vocabulary.compounds.lookup(name) is not None
        )
    is_beside_slash = "/" in (doc.text[pair.char_start - 1], doc.text[pair.char_end : pair.char_end + 1])
    if is_beside_slash and name.isupper() and len(name) >= 6 and _DIGIT.search(first):
        return lower not in vocabulary.words and not vocabulary.companies.lookup(name)
    if is_alone and name.isupper() and len(name) >= 6 and stem_of(first.lower()) and not is_used_for_a_study(doc, name):
        return lower not in vocabulary.words and not vocabulary.companies.lookup(name)
    if pair.rule == "alias/known_as" and len(name) >= 4 and not name.isalpha() and any(c.isupper() for c in name):
        return True
    if name.isupper() and len(name) <= 6:
        is_taken = vocabulary.diseases.lookup(name) or vocabulary.targets.lookup(name)
        return _abbreviates(name, first) and (not is_taken or _abbreviates(name, first, strict=True))
    if pair.rule == "alias/known_as":
        return lower not in vocabulary.words
    return (
        len(name) >= 5
        and " " not in name
        and lower not in vocabulary.words
        and not vocabulary.targets.lookup(name)
        and (
            vocabulary.compounds.lookup(name) is not None
            or bool(re.match(r"\s?[®™]", doc.text[pair.char_end : pair.char_end + 2]))
        )
    )


def is_used_for_a_study(doc: Document, name: str) -> bool:
    """True when the text calls a study by the name."""
    return (
        re.search(
            rf"\b{re.escape(name)}\s(?:Phase\s\S+\s|clinical\s|pivotal\s)?(?:trial|study|program)\b", doc.text, re.I
        )
        is not None
    )


def _abbreviates(short: str, full: str, strict: bool = False) -> bool:
    """Letters of ``short`` appear in ``full`` in order, the first at its start ('EFX' of 'efruxifermin')."""
    letters, words = short.lower(), full.lower()
    if not words or letters[0] != words[0]:
        return False
    initials = [w[0] for w in re.split(r"[\s-]+", words) if w]
    if strict and len(initials) > 1 and letters[-1] == initials[-1] and len(letters) > len(initials):
        return _abbreviates(short, full)
    if strict:
        return letters == "".join(w[0] for w in re.split(r"[\s-]+", words) if w)
    position = 0
    for letter in letters:
        position = words.find(letter, position) + 1
        if position == 0:
            return False
    return True
