"""In a newspaper's story nobody issues: the products of the firms that the headline does not name are background."""

from __future__ import annotations

import re

from ingest.extract.document import Document, Mention

_FIRM = r"(?P<firm>[A-Z][\w&]+(?:-[A-Z]\w+)?)"
_OF_A_FIRM = re.compile(
    rf"{_FIRM}[’']s?\s(?:(?!and\b|or\b)[a-z][\w-]*\s){{0,4}}$"
    rf"|{_FIRM.replace('firm', 'seller')}(?:,\swhich)?\s(?:also\s)?(?:markets|sells|makes)\s(?:[a-z][\w-]*\s){{0,3}}(?:[A-Z]\w+\sand\s)?$"
)
_REACH = 80


def is_of_another(doc: Document, places: list[Mention]) -> bool:
    """True when each firm that the words ahead of a compound give it to is another than those of the headline."""
    headlines = " ".join(doc.sentence_text(s) for s in doc.sentences if s.section == "headline")
    firms = set()
    for place in places:
        owner = _OF_A_FIRM.search(doc.text, max(0, place.char_start - _REACH), place.char_start)
        if owner:
            firms.add(owner["firm"] or owner["seller"])
    return bool(firms) and not any(firm in headlines for firm in firms)
