"""The stage: one page in, one PressRelease out, or a refusal with its reason. Puts the readers in order."""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ingest.errors import ReleaseRefused
from ingest.parse.anatomy import find_anatomy, join_blocks
from ingest.parse.dateline import find_dateline, find_tickers, read_date
from ingest.parse.documents import split_documents
from ingest.parse.encoding import decode
from ingest.parse.feeds import wire_of
from ingest.parse.issuer import find_issuer
from ingest.parse.mail import read_message
from ingest.parse.markup import clean, read_fragment, read_page
from ingest.parse.plain import drop_repeated_headline, read_plain, split_inline_headings
from ingest.parse.refusals import refuse_if_not_english, refuse_look_alikes
from ingest.records import PressRelease, PublishedBasis, RawPage, hash_id

__all__ = ["PARSER_VERSION", "parse_release", "split_documents"]

PARSER_VERSION = "1"
_EASTERN = ZoneInfo("America/New_York")
_CORRECTION = re.compile(
    r"CORRECT(?:ING|ION)\s+and\s+REPLACING|/?\bC\s?O\s?R\s?R\s?E\s?C\s?T\s?I\s?O\s?N\b\s?(?:--|/|:|\.\.\.|—|–)|^\s*(?:CORRECTION|Correction|CORRECTED|Corrected)\b\s*[:/–—-]"
)
_SITE_SUFFIX = re.compile(r"\s+[|–—]\s+[^|–—]{2,60}$|\s+-\s+(?:Business Wire|BioSpace|[\w ]{2,30}\.com)$")
_PLAIN_EXHIBIT = re.compile(
    r"^(?:EX(?:HIBIT)?[- ]?\s*99(?:\.\d+)?|FOR IMMEDIATE RELEASE|(?:PRESS|NEWS) RELEASE)\W*(?P<stamp>.{8,24}\d)?\W*$",
    re.I,
)
_MIN_WORDS = 15
TEXT_LIMIT = 1_000_000
"""Characters of one release; the longest real one that was seen has 0.4 million, a book has one."""


def parse_release(page: RawPage) -> PressRelease:
    """The release that a page holds: canonical text with true offsets, anatomy, issuer, date.

    The id hashes the text alone, so the same text has the same id on any night and wire, and a changed text another.
    Containers (feeds, filings, mailboxes) go through ``split_documents`` first.

    Raises:
        ReleaseRefused: the page is no release that we load; ``reason`` says why.
    """
    if page.media_type == "application/json":  # split_documents opens those that can be read
        raise ReleaseRefused("broken_json", "This is no JSON object with a text.")
    if page.media_type == "message/rfc822" or page.item.source_uri.lower().endswith(".eml"):
        page = read_message(page)
    headline, blocks, printed = _read_blocks(page)
    text, spans = join_blocks(headline, blocks)
    _refuse_if_long(text)
    refuse_if_not_english(text)  # before words are counted: not every script puts blanks between them
    if len(text.split(maxsplit=_MIN_WORDS)) < _MIN_WORDS:
        raise ReleaseRefused("not_a_release", f"The document has fewer than {_MIN_WORDS} words.")
    refuse_look_alikes(headline, text)
    dateline = find_dateline(text, len(headline or ""))
    tickers = find_tickers(text)
    issuer, ticker = find_issuer(text, headline, dateline.body_start, tickers, page.item.company_name)
    anatomy = find_anatomy(text, spans, headline is not None, dateline, issuer)
    published_on, basis = _published(page, dateline.published_on, printed)
    sha = hashlib.sha256(text.encode()).hexdigest()
    return PressRelease(
        release_id=hash_id("release", sha),
        night=page.night,
        source_name=page.item.source_name,
        source_uri=page.item.source_uri,
        url=page.item.url,
        guid=page.item.guid,
        wire=dateline.wire or page.item.wire or wire_of(page.item.url) or "other",
        headline=headline,
        text=text,
        text_sha256=sha,
        language="en",
        is_excerpt=page.is_excerpt,
        is_correction=bool(_CORRECTION.search(text[:300])) or (page.item.form or "").upper().endswith("K/A"),
        published_on=published_on,
        published_at=page.item.published_at,
        published_basis=basis,
        dateline_city=dateline.city,
        issuer_name=issuer,
        issuer_ticker=ticker.ticker if ticker else page.item.ticker,
        issuer_exchange=ticker.exchange if ticker else None,
        arrived_at=page.fetched_at,
        page_sha256=page.sha256,
        sections=anatomy.sections,
        sentences=anatomy.sentences,
    )


def _read_blocks(page: RawPage) -> tuple[str | None, list[str], date | None]:
    """(headline, blocks, date printed by the site beside the text)."""
    text = decode(page.body, page.charset)
    printed: date | None = None
    title = clean(" ".join(read_fragment(page.item.title))) if page.item.title else None
    if page.is_excerpt:
        headline, blocks = title, read_fragment(text)
    elif page.media_type in ("text/html", "application/xhtml+xml") or re.match(r"\s*<(?:!doctype|html)", text, re.I):
        found = read_page(text)
        printed = read_date(found.printed_date) if found.printed_date else None
        headline = found.headline or title or found.title
        blocks = list(found.blocks)
        if page.item.wire == "sec" or (found.headline is None and blocks and _is_label(blocks[0])):
            headline, blocks, stamp = _exhibit_headline(blocks)
            printed = printed or stamp
    else:
        _refuse_if_long(text)
        headline, blocks = read_plain(text)
        if page.item.wire == "sec" or _is_label(headline or ""):
            headline, blocks, printed = _exhibit_headline([headline, *blocks] if headline else blocks)
        if title and page.item.wire != "sec":
            blocks = [headline, *blocks] if headline and headline != title else blocks
            headline = title
    if headline:
        headline = _SITE_SUFFIX.sub("", headline).strip()
        blocks = drop_repeated_headline(headline, blocks)
    return headline or None, [part for block in blocks for part in split_inline_headings(block)], printed


def _refuse_if_long(text: str) -> None:
    if len(text) > TEXT_LIMIT:
        raise ReleaseRefused("too_large", f"The text has {len(text):,} characters; the limit is {TEXT_LIMIT:,}.")


def _exhibit_headline(blocks: list[str]) -> tuple[str | None, list[str], date | None]:
    """An exhibit's first short line that is no label ('Exhibit 99.1', 'For immediate release: May 4, 2026') is its headline.

    The labels go; a date on one of them, or on a line of its own among them, comes back as the last value.
    """
    rest, stamp = list(blocks), None
    while rest and (_is_label(rest[0]) or len(rest[0]) < 12 or _is_date_line(rest[0])):
        label = rest.pop(0)
        stamp = stamp or read_date(label)
    if rest and len(rest[0]) < 300 and not re.search(r"(?:--|—|–) .{60,}", rest[0]):
        return rest[0], rest[1:], stamp
    return None, rest, stamp


def _is_label(line: str) -> bool:
    match = _PLAIN_EXHIBIT.match(line)
    return match is not None and (match["stamp"] is None or read_date(match["stamp"]) is not None)


def _is_date_line(line: str) -> bool:
    return len(line) < 30 and read_date(line) is not None


def _published(page: RawPage, printed: date | None, stamped: date | None) -> tuple[date | None, PublishedBasis]:
    """The day of publication and where it comes from: a printed dateline beats what the source says; never guessed."""
    if printed:
        return printed, "dateline"
    if page.item.published_at:
        when: datetime = page.item.published_at.replace(tzinfo=ZoneInfo("UTC"))
        basis: PublishedBasis = "filing" if page.item.wire == "sec" else "feed"
        return when.astimezone(_EASTERN).date(), basis
    if stamped:
        return stamped, "metadata"
    return None, "unknown"
