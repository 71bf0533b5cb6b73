"""Whether bytes are a web page or data, by their first kilobytes; the Content-Type of the world is often wrong."""

from __future__ import annotations

import re

_WEB_PAGE = re.compile(rb"(?is)(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b")
_FEED = re.compile(rb"(?i)<(?:[a-z]+:)?(?:rss|feed|rdf|urlset|sitemapindex)\b")


def is_web_page(body: bytes) -> bool:
    """Whether the body begins as HTML does."""
    return _WEB_PAGE.match(_head(body)) is not None


def is_data(body: bytes) -> bool:
    """Whether the body is a feed, a sitemap or JSON."""
    head = _head(body)
    return head[:1] in {b"{", b"["} or (_FEED.search(head) is not None and not is_web_page(body))


def _head(body: bytes) -> bytes:
    return body[:4000].removeprefix(b"\xef\xbb\xbf").lstrip()
