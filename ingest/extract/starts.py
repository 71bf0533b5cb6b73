"""A slow pattern is tried only where a quick one says that it may begin.

A pattern that opens with a look behind is tried at each letter of a text. One that opens with a letter of a small set is
not: its engine passes over all others at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache


def find_from(starts: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of ``pattern.finditer(text)``, when each begins where one of ``starts`` begins."""
    free = 0
    for start in starts.finditer(text):
        if start.start() >= free and (match := pattern.match(text, start.start())):
            free = max(match.end(), match.start() + 1)
            yield match


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """The text of a release in lower case, each letter in its place; the finders ask for it in turn."""
    return in_lower_case(text)


def in_lower_case(words: str) -> str:
    """The words in lower case, each letter in its place; a letter whose lower case is longer stays as it is."""
    low = words.lower()
    return low if len(low) == len(words) else "".join(c if len(c.lower()) > 1 else c.lower() for c in words)


def find_behind(gaps: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of ``pattern.finditer(text)``, when each begins the text or where one of ``gaps`` ends.

    The gaps are looked for in lower case, which is quicker than to be blind to case.
    """
    free = 0
    if match := pattern.match(text):
        free = match.end()
        yield match
    for gap in gaps.finditer(lowered(text)):
        if gap.end() >= free and (match := pattern.match(text, gap.end())):
            free = max(match.end(), match.start() + 1)
            yield match
