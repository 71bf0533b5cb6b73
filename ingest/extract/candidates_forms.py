"""What stands behind a known name and belongs to it: the form of release ('gepirone ER'), the number of a vaccine."""

from __future__ import annotations

import re

from ingest.vocabulary.vocabulary import Vocabulary

_RELEASE_FORM = re.compile(r"\s?[®™]?\s(?:ER|XR|SR|XL|LAR|ODT)(?![\w-])")
_MARKED_NUMBER = re.compile(r"\s?[®™]\s?(\d{1,2})(?![\w%-]|[.,]\d)")


def release_form_end(text: str, end: int) -> int:
    """The end of a name with the letters for its slow release, else the end that was given."""
    form = _RELEASE_FORM.match(text, end)
    return form.end() if form else end


def numbered_brand(text: str, end: int, printed: str, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """(end, key) of a brand whose number stands behind its mark ('BRAND®9'), when the vocabulary knows it with it."""
    number = _MARKED_NUMBER.match(text, end)
    known = vocabulary.compounds.lookup(f"{printed} {number[1]}") if number else None
    return (number.end(), known.key) if number and known else None
