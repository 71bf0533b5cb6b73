"""Kind ``rss``: a feed of any make (RSS 0.9-2.0, RDF, Atom, JSON Feed) whose items link to the full text."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.sources.entry import Entry

RSS_KEYS = ("url", "excerpt_only")


@dataclass(frozen=True, slots=True)
class RssListing:
    """A feed. ``is_excerpt_only``: its linked pages are not fetched, the feed's own text is what there is."""

    url: str
    is_excerpt_only: bool = False


def read_rss(entry: Entry) -> RssListing:
    """The feed that an entry declares; raises SettingsError."""
    url = entry.address("url")
    if url is None:
        raise entry.mistake("url", "is missing")
    return RssListing(url, entry.flag("excerpt_only", False))
