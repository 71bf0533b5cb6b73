"""Kind ``page``: a company's news listing or sitemap, described by selectors and patterns, with a way back in time."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.sources.entry import Entry

PAGE_KEYS = ("url", "link", "match", "older", "first_page", "page_limit", "company", "ticker")


@dataclass(frozen=True, slots=True)
class PageListing:
    """A news page.

    ``link`` is the CSS selector of the links to releases; ``match`` a pattern that their addresses must hold; ``older``
    the address of older pages with ``{page}`` in it, numbered from ``first_page``, at most ``page_limit`` of them.
    """

    url: str
    link: str | None = None
    match: str | None = None
    older: str | None = None
    first_page: int = 2
    page_limit: int = 200
    company: str | None = None
    ticker: str | None = None


def read_page_listing(entry: Entry) -> PageListing:
    """The news page that an entry declares; raises SettingsError."""
    url, older = entry.address("url"), entry.address("older")
    if url is None:
        raise entry.mistake("url", "is missing")
    if older is not None and "{page}" not in older:
        raise entry.mistake("older", "must hold {page} where the page's number goes")
    return PageListing(
        url=url,
        link=entry.text("link"),
        match=entry.pattern("match"),
        older=older,
        first_page=int(entry.number("first_page", 2)),
        page_limit=int(entry.number("page_limit", 200)),
        company=entry.text("company"),
        ticker=entry.text("ticker"),
    )
