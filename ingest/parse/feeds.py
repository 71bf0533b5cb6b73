"""A feed (RSS 0.9-2.0, RDF, Atom, JSON Feed) -> listing items. Never follows a link, never expands an entity."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser

from ingest.errors import ReleaseRefused
from ingest.parse.encoding import decode
from ingest.parse.json_text import read_json
from ingest.parse.markup import clean, read_fragment
from ingest.records import ListingItem, Wire

_WIRE_HOSTS: tuple[tuple[str, Wire], ...] = (
    ("globenewswire.com", "globe_newswire"),
    ("prnewswire.com", "pr_newswire"),
    ("businesswire.com", "business_wire"),
    ("accesswire.com", "accesswire"),
    ("accessnewswire.com", "accesswire"),
    ("newmediawire.com", "newmediawire"),
    ("sec.gov", "sec"),
)


def looks_like_feed(body: bytes) -> bool:
    """The bytes begin like a feed."""
    head = body[:1500].lstrip().lower()
    if head.startswith(b"{"):
        return b"jsonfeed.org" in head
    return any(tag in head for tag in (b"<rss", b"<feed", b"<rdf:rdf")) and b"<html" not in head


def read_feed(body: bytes, source_name: str, base_uri: str) -> list[ListingItem]:
    """The items of a feed, first to last; an item's ``source_uri`` is its link, else ``base_uri#guid``.

    Raises:
        ReleaseRefused: 'not_a_feed', or 'entity_bomb' when the document declares entities of its own.
    """
    if body.lstrip().startswith(b"{"):
        return _read_json_feed(body, source_name, base_uri)
    if re.search(rb"<!ENTITY", body[:4096], re.I):
        raise ReleaseRefused("entity_bomb", "The feed declares XML entities, which no real feed does; it is not read.")
    parsed: Any = feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries and parsed.bozo and not re.search(rb"<(?:channel|feed)\b", body[:20000], re.I):
        raise ReleaseRefused("not_a_feed", "The document cannot be read as a feed.")
    return [_item(entry, source_name, base_uri) for entry in parsed.entries]


def wire_of(url: str | None) -> Wire | None:
    """The wire that a web address belongs to, or null."""
    return next((wire for host, wire in _WIRE_HOSTS if url and host in url), None)


def parse_time(words: str | None) -> datetime | None:
    """A feed's time as naive UTC; the zone 'UT' and a time without seconds are understood; null when nothing is."""
    if not words or not (words := words.strip()):
        return None
    try:
        if re.match(r"\d{4}-\d\d-\d\d", words):
            when = datetime.fromisoformat(words.replace("Z", "+00:00"))
        else:
            when = parsedate_to_datetime(re.sub(r"\bUTC?$", "+0000", words))
    except (ValueError, TypeError):
        return None
    return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when


def _item(entry: Any, source_name: str, base_uri: str) -> ListingItem:
    link = (entry.get("link") or "").strip() or None
    guid = (entry.get("id") or "").strip() or link
    content = entry.get("content") or []
    excerpt = max([entry.get("summary") or "", *(c.get("value") or "" for c in content)], key=len)
    authors = [entry.get("dc_contributor"), *(c.get("name") for c in entry.get("contributors") or [])]
    ticker = next((t.get("term") for t in entry.get("tags") or [] if "stock" in str(t.get("scheme") or "")), None)
    return ListingItem(
        source_name=source_name,
        source_uri=link or f"{base_uri}#{guid}",
        url=link,
        guid=guid,
        title=clean(" ".join(read_fragment(entry.get("title") or ""))) or None,
        published_at=parse_time(entry.get("published") or entry.get("updated")),
        excerpt_html=excerpt or None,
        wire=wire_of(link),
        company_name=next((a.strip() for a in authors if a and a.strip()), None),
        ticker=ticker.rpartition(":")[2].strip() or None if ticker else None,
    )


def _read_json_feed(body: bytes, source_name: str, base_uri: str) -> list[ListingItem]:
    try:
        entries = read_json(decode(body))["items"]
    except (ValueError, KeyError, TypeError) as error:
        raise ReleaseRefused("not_a_feed", "The document cannot be read as a JSON feed.") from error
    return [
        ListingItem(
            source_name=source_name,
            source_uri=e.get("url") or f"{base_uri}#{e.get('id')}",
            url=e.get("url"),
            guid=str(e.get("id") or e.get("url")),
            title=e.get("title"),
            published_at=parse_time(e.get("date_published")),
            excerpt_html=e.get("content_html") or e.get("content_text") or e.get("summary"),
            wire=wire_of(e.get("url")),
        )
        for e in entries
    ]
