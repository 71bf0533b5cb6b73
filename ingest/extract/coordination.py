"""Compounds named side by side ('X, Y and Z'): what is said of the one beside the words is said of all."""

from __future__ import annotations

import re
from itertools import pairwise

from ingest.extract.document import Document, Mention

_AND = re.compile(
    r"^\)?(?:®|™)?(?:(?:\s(?:Nasal|Oral|Topical|Ophthalmic|Eye|nasal|oral|topical|ophthalmic|eye))?\s(?:[Ss]pray|[Cc]ream|[Gg]el|[Oo]intment|[Tt]ablets|[Cc]apsules"
    r"|[Ii]njection|[Pp]atch|[Ll]otion|[Ff]oam|[Dd]rops|[Ss]olution|[Ss]uspension|[Ii]nhaler))?(?:\s?\([^)]{1,60}\))?(?:\s\d[\d.]*\s?(?:m?c?g|%))?\s?(?:,|,?\s?and|&|or|/|,?\s?as\s+well\s+as)\s?(?:and\s)?(?:the\s)?(?:[A-Z0-9][\w.&]*(?:\s[A-Z][\w.&]*){0,3}[’']s?\s)?(?:\([^)]{1,20}\)\s)?$"
)


def joined(doc: Document, mentions: list[Mention]) -> list[str]:
    """The ref of the first mention and of those joined to it by commas and 'and', whichever way the list runs."""
    refs = [mentions[0].ref] if mentions else []
    for one, other in pairwise(mentions):
        left, right = sorted((one, other))
        if one.ref != other.ref and not _AND.match(doc.text[left.char_end : right.char_start]):
            break
        refs.append(other.ref)
    return [ref for ref in dict.fromkeys(refs) if ref]
