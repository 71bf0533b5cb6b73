"""Whether an application for a compound is supplemental: then the compound is approved already.

One sentence may tell of a new application for one product and a supplemental one for another.
"""

from __future__ import annotations

import re

from ingest.extract.document import Document

_SUPPLEMENTAL = re.compile(
    r"\b(?:sNDAs?|sBLAs?|[Ss]upplemental\s(?:[Nn]ew\s[Dd]rug|[Bb]iologics?\s[Ll]icen[sc]e|NDA|BLA|MAA)|Type\sII\s[Vv]ariation)"
)
_APPLICATION = re.compile(
    r"\b(?P<more>sNDA|sBLA|(?i:supplemental|type\sII)\s(?:(?i:new\sdrug|biologics?\slicen[sc]e|variation)|NDA|BLA|MAA))"
    r"(?:\s(?i:applications?)\b)?(?:\s\(s?(?:NDA|BLA|MAA)s?\))?"
    r"|\b(?:NDAs?|BLAs?|MAAs?|(?i:new\sdrug|biologics?\slicen[sc]e|marketing\sauthori[sz]ation)\s(?i:applications?))\b"
)
_OF_NAME = re.compile(r"(?:®|™)?(?:\s\([^)]{1,40}\))?(?:[’']s)?\s$")


def is_supplemental(doc: Document, ref: str, start: int, end: int) -> bool:
    """True when the application that the words of a span tell for this compound is a supplemental one."""
    if not _SUPPLEMENTAL.search(doc.text, start, end):
        return False
    told = list(_APPLICATION.finditer(doc.text, start, end))
    places = [m for m in doc.mentions_between(start, end, "compound") if m.ref == ref]
    if not places or not told:
        return True
    return any(_of(doc, place.char_start, place.char_end, told)["more"] for place in places)


def _of(doc: Document, start: int, end: int, told: list[re.Match[str]]) -> re.Match[str]:
    """The application that a name belongs to: the one right behind it ('the NBX-1 sNDA'), else the last ahead of it."""
    behind = next((m for m in told if m.start() >= end), None)
    if behind and _OF_NAME.match(doc.text, end, behind.start()):
        return behind
    ahead = [m for m in told if m.end() <= start]
    return ahead[-1] if ahead else behind or told[0]
