"""How names are printed: with a form of release ('gepirone ER'), the letters of a maker or a number behind them, in short, glued to a word."""

from __future__ import annotations

import re

from ingest.vocabulary.vocabulary import TermHit, Vocabulary

_RELEASE_FORM = re.compile(r"\s?[®™]?\s(?:ER|XR|SR|XL|LAR|ODT)(?![\w-])")
_MAKERS = re.compile(
    r"-(?!(?:like|free|only|dose|plus|type|load|drug|cell|arms?|refr|naiv|mono|vial)\b)[a-z]{4}(?![\w-])"
)
_BIOLOGICAL = re.compile(
    r"[a-z](?:mab|cept|stim|kin|ase|tropin|parin|gene|cel|vec|glargine|lispro|aspart|poetin|dotin|tansine|tecan)$"
)
_MARKED_NUMBER = re.compile(r"\s?[®™]\s?(\d{1,2})(?![\w%-]|[.,]\d)")
_GLUED_WORD = re.compile(r"([A-Z][a-z]{3,})[A-Z]{2,6}[-‑]?\d{2}")


def is_glued(printed: str, vocabulary: Vocabulary) -> bool:
    """True for 'ProgramsNBX4711' of a table without lines."""
    glued = _GLUED_WORD.match(printed)
    return glued is not None and glued[1].lower() in vocabulary.words


def is_listed_short(printed: str, hit: TermHit, vocabulary: Vocabulary) -> bool:
    """True for a short name that the curated vocabulary lists, in its very letters ('T-DXd')."""
    entity = vocabulary.compounds.entity(hit.key)
    return entity is not None and printed in entity.abbreviations


def release_form_end(text: str, end: int) -> int:
    """The end of a name with the letters for its slow release, else the end that was given."""
    form = _RELEASE_FORM.match(text, end)
    return form.end() if form else end


def suffix_end(text: str, end: int, printed: str) -> int:
    """The end of the INN of a biological with the four letters that tell its maker ('infliximab-atha')."""
    suffix = _MAKERS.match(text, end) if _BIOLOGICAL.search(printed) else None
    return suffix.end() if suffix else end


def numbered_brand(text: str, end: int, printed: str, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """(end, key) of a brand whose number stands behind its mark ('BRAND®9'), when the vocabulary knows it with it."""
    number = _MARKED_NUMBER.match(text, end)
    known = vocabulary.compounds.lookup(f"{printed} {number[1]}") if number else None
    return (number.end(), known.key) if number and known else None
