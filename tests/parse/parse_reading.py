"""A plain text in, its release out, for the tests of parse."""

import datetime

from ingest.parse.release import parse_release, split_documents
from ingest.records import ListingItem, PressRelease, RawPage

_NIGHT = datetime.datetime(2026, 11, 20)


def parsed(text: str) -> PressRelease:
    """The release that a plain text holds."""
    page = RawPage(ListingItem("folder", "own.txt"), text.encode(), "text/plain", None, _NIGHT, "2026-11-20")
    (part,) = split_documents(page)
    return parse_release(part)


def section_of(release: PressRelease, words: str) -> str:
    """The section of the one sentence that holds these words."""
    (sentence,) = [s for s in release.sentences if words in release.text[s.char_start : s.char_end]]
    return sentence.section
