"""Combinations by their first letters: 'ZEL/REL' is zelopenem with relobactam when the text names just one of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.extract.document import Mention
from ingest.extract.groups import Group

_SHORTENED = re.compile(r"(?<![\w/-])[A-Z]{3,4}(?:/[A-Z]{3,4}){1,3}(?![\w/-])")
_FEWEST = 6  # letters of a name that three letters may stand for


def find_shortened(text: str, groups: Sequence[Group], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A mention for each such short form: of the substance of it that is told most, of the last one among equals.

    Where 'DOR/ISL' stands, 'ISL' alone is one of the two.
    """
    parts: dict[str, str] = {}
    for short in _SHORTENED.finditer(text):
        if any(m.char_start < short.end() and short.start() < m.char_end for m in mentions):
            continue
        meant = {part: _begin_with(part.lower(), groups) for part in short.group().split("/")}
        if any(len(found) != 1 for found in meant.values()):
            continue
        refs = {part: found[0].ref for part, found in meant.items()}
        told = max(reversed(refs.values()), key=lambda ref: sum(m.ref == ref for m in mentions))
        yield Mention(short.start(), short.end(), "compound", short.group(), None, told, "name")
        parts |= refs
    for part, ref in parts.items():
        for alone in re.finditer(rf"(?<![\w/-]){part}(?![\w/-])", text):
            yield Mention(alone.start(), alone.end(), "compound", part, None, ref, "name")


def _begin_with(letters: str, groups: Sequence[Group]) -> list[Group]:
    """The substances of which a name begins with the letters."""
    return [
        group
        for group in groups
        if any(
            len(word) >= _FEWEST and word.lower().startswith(letters)
            for name in group.names
            for word in re.split(r"[\s/]", name)
        )
    ]
