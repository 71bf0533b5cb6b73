"""Bytes of a listing -> the items that it offers: feeds, company news pages, sitemaps."""

from __future__ import annotations

import dataclasses
import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from ingest.errors import ReleaseRefused
from ingest.parse.encoding import decode
from ingest.parse.feeds import looks_like_feed, parse_time, read_feed
from ingest.parse.markup import clean
from ingest.records import ListingItem, hash_id

_WORDY = 20  # characters: what is shorter is a menu's


def parse_listing(
    body: bytes, source_kind: str, base_url: str, source_name: str, link_selector: str | None = None
) -> list[ListingItem]:
    """The items of one listing, in the order printed; repeated addresses are given once.

    Feeds repeat guids: an item without a link whose guid another item has, but not its words, gets an address of its own.

    ``source_kind`` is 'rss', 'page' or 'sitemap'. A news page gives every link that ``link_selector`` finds.

    Raises:
        ReleaseRefused: the body is nothing of that kind.
    """
    if source_kind == "rss" or looks_like_feed(body):
        items = read_feed(body, source_name, base_url)
    elif b"<urlset" in body[:2000] or b"<sitemapindex" in body[:2000]:
        items = _read_sitemap(decode(body), base_url, source_name)
    else:
        items = _read_news_page(decode(body), base_url, source_name, link_selector)
    unique: dict[str, ListingItem] = {}
    for item in items:
        first = unique.setdefault(item.source_uri, item)
        if item.url is None and (item.title, item.excerpt_html) != (first.title, first.excerpt_html):
            own = f"{item.source_uri}~{hash_id('item', item.title, item.excerpt_html)[-8:]}"
            unique.setdefault(own, dataclasses.replace(item, source_uri=own))
    return list(unique.values())


def read_sitemap_index(body: bytes, base_url: str) -> list[str]:
    """The addresses of the sitemaps that a sitemap index names; empty for any other body."""
    if b"<sitemapindex" not in body[:2000]:
        return []
    return [item.source_uri for item in _read_sitemap(decode(body), base_url, "")]


def _read_sitemap(text: str, base_url: str, source_name: str) -> list[ListingItem]:
    items = []
    for entry in re.findall(r"<(?:url|sitemap)>(.*?)</(?:url|sitemap)>", text, re.S):
        place = re.search(r"<loc>\s*([^<\s]+)\s*</loc>", entry)
        if place:
            url = urljoin(base_url, place.group(1).replace("&amp;", "&"))
            changed = re.search(r"<lastmod>\s*([^<]+?)\s*</lastmod>", entry)
            when = parse_time(changed.group(1)) if changed else None
            items.append(ListingItem(source_name, url, url=url, guid=url, published_at=when))
    return items


def _read_news_page(text: str, base_url: str, source_name: str, selector: str | None) -> list[ListingItem]:
    """The links that the selector finds; without one, all that have words enough for a headline on or beside them."""
    items = []
    try:
        links = LexborHTMLParser(text).css(selector or "a[href]")
    except SelectolaxError as error:
        raise ReleaseRefused("bad_selector", f"the key 'link' is '{selector}', which is no CSS selector.") from error
    for link in links:
        href = link.attributes.get("href")
        words = _words_of(link)
        if not href or href.startswith(("#", "mailto:", "javascript:")) or (selector is None and len(words) < _WORDY):
            continue
        url = urljoin(base_url, href)
        items.append(ListingItem(source_name, url, url=url, guid=url, title=words or None, wire="company"))
    return items


def _words_of(link: LexborNode) -> str:
    """A link's own words; for a bare link that covers a card, the heading of the card."""
    words, card = clean(link.text(deep=True)), link.parent
    if len(words) >= _WORDY or card is None or len(card.css("a")) > 1:
        return words
    heading = card.css_first("h1, h2, h3, h4, h5, h6")
    return clean(heading.text(deep=True)) if heading is not None else words
