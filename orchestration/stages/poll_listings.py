"""Polls of feeds and of news pages: the listing, what is new in it, then the linked pages.

What a listing printed last time is remembered as address -> fingerprint, so that a poll can tell what is new, what was
edited, what the source took away, and whether so much came in between that items were missed.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from datetime import timedelta

from ingest.errors import ReleaseRefused, SourceRefused, SourceUnavailable
from ingest.fetch.client import Fetched, Validators
from ingest.parse.listing import parse_listing, read_sitemap_index
from ingest.records import ListingItem, RawPage, hash_id
from ingest.sources.page import PageListing
from ingest.sources.rss import RssListing
from orchestration.stages.poll import Poll, encode_item, excerpt_page, fetch_pending, page_of

SITEMAPS = 100
"""So many sitemaps of one index are read; the index of a whole year's news has about a dozen."""


def poll_feed(poll: Poll, listing: RssListing) -> None:
    """Brings what is new in a feed into the archive."""
    items = _read_listing(poll, listing.url, "rss", None, conditional=True)
    if items is not None:
        wanted = _compare(poll, items)
        if listing.is_excerpt_only:
            _take_printed(poll, wanted)
        else:
            _take_printed(poll, [item for item in wanted if item.url is None])
            _note_pending(poll, [item for item in wanted if item.url is not None])
    _finish(poll)


def poll_page(poll: Poll, listing: PageListing) -> None:
    """Brings what is new on a news page into the archive; the first time, all its older pages too."""
    is_history_read = listing.older is None or bool(poll.state.get("is_history_read"))
    items = _read_page(poll, listing, listing.url, conditional=is_history_read)
    if items is not None:
        wanted = _compare(poll, items)
        _note_pending(poll, wanted)
        if listing.older and (wanted or not is_history_read):
            _page_back(poll, listing, {item.source_uri for item in items})
            poll.has_gap = poll.has_gap and not items  # what the first page no longer shows was found on the older ones
    _finish(poll)


def _finish(poll: Poll) -> None:
    poll.save()
    fetch_pending(poll, _fetch_page)
    poll.state["polled_at"] = poll.settings.now().isoformat()
    poll.save()


def _fetch_page(poll: Poll, item: ListingItem) -> list[tuple[RawPage, dict[str, str]]]:
    answer = poll.ask(item.url or item.source_uri, expects="page")
    if item.excerpt_html and _is_no_text(answer):
        raise SourceRefused(f"{item.source_uri} is a {answer.media_type}, not a text; its excerpt is read.", "not_text")
    return [(page_of(poll, item, answer), dict(answer.headers))]


def _is_no_text(answer: Fetched) -> bool:
    kinds = ("application/pdf", "image/", "video/", "audio/", "application/zip")
    return answer.body.startswith(b"%PDF-") or answer.media_type.startswith(kinds)


def _read_listing(
    poll: Poll, url: str, kind: str, selector: str | None, *, conditional: bool, may_end: bool = False
) -> list[ListingItem] | None:
    """The items printed now; null when there is nothing to compare: unchanged since the last poll, or not to be had.

    ``may_end``: an address that is not there stands behind the last page, so it has no items.
    """
    known: dict[str, dict[str, str | None]] = poll.state.setdefault("validators", {})
    last = Validators(**known.get(url, {})) if conditional else None
    try:
        answer = _ask_listing(poll, url, last, "feed" if kind == "rss" else "page")
        if answer.status == 304:
            poll.item_count += len(poll.state.get("seen", {}))
            return None
        inner = read_sitemap_index(answer.body, url)[:SITEMAPS] if kind != "sitemap" else []  # never in circles
        if inner:
            return _read_sitemaps(poll, inner)
        items = parse_listing(answer.body, kind, url, poll.source.name, selector)
    except (SourceUnavailable, SourceRefused) as error:
        if may_end and isinstance(error, SourceRefused) and error.reason == "not_found":
            return []
        poll.note_trouble(error)
        return None
    except ReleaseRefused as error:
        poll.note_trouble(SourceRefused(f"{url} cannot be read as a listing: {error.detail}", error.reason))
        return None
    except ValueError as error:  # a stranger's listing: the parser's trouble must not cost the other sources
        words = f"{url} cannot be read as a listing ({type(error).__name__}: {error}); please report it."
        poll.note_trouble(SourceRefused(words, "parser_stopped"))
        return None
    items = [_without_false_time(poll, item) for item in items]
    if conditional:
        known[url] = {"etag": answer.validators.etag, "last_modified": answer.validators.last_modified}
    return items


def _read_sitemaps(poll: Poll, urls: list[str]) -> list[ListingItem] | None:
    """The items of all sitemaps of an index; null when one could not be had, because then nothing can be compared."""
    items: list[ListingItem] = []
    for url in urls:
        found = _read_listing(poll, url, "sitemap", None, conditional=False)
        if found is None:
            return None
        items += found
    return items


def _ask_listing(poll: Poll, url: str, last: Validators | None, expects: str) -> Fetched:
    """The listing's answer. One that is 'not there' is asked for once more: a wire's servers do not always agree."""
    try:
        return poll.ask(url, validators=last, expects=expects)
    except SourceRefused as error:
        if error.reason != "not_found":
            raise
    return poll.ask(url, validators=last, expects=expects)


def _without_false_time(poll: Poll, item: ListingItem) -> ListingItem:
    """A release cannot have come out after we saw it: a time that is more than a day ahead is the work of a wrong clock."""
    is_ahead = item.published_at is not None and item.published_at > poll.settings.now() + timedelta(days=1)
    return dataclasses.replace(item, published_at=None) if is_ahead else item


def _read_page(
    poll: Poll, listing: PageListing, url: str, *, conditional: bool, may_end: bool = False
) -> list[ListingItem] | None:
    items = _read_listing(poll, url, "page", listing.link, conditional=conditional, may_end=may_end)
    if items is None:
        return None
    return [
        _with_company(item, listing)
        for item in items
        if listing.match is None or (item.url and re.search(listing.match, item.url))
    ]


def _with_company(item: ListingItem, listing: PageListing) -> ListingItem:
    fields = encode_item(item) | {"company_name": listing.company, "ticker": listing.ticker}
    return ListingItem(**{**fields, "published_at": item.published_at})


def _page_back(poll: Poll, listing: PageListing, before: set[str]) -> None:
    """Reads older pages: all of them until the history was read once, later up to the first without anything new."""
    is_history_read = bool(poll.state.get("is_history_read"))
    for number in range(listing.first_page, listing.first_page + listing.page_limit):
        url = str(listing.older).replace("{page}", str(number))
        items = _read_page(poll, listing, url, conditional=False, may_end=True)  # what stands where shifts all the time
        if items is None:
            return  # not to be had this time: the history counts as unread
        fresh = [item for item in items if item.source_uri not in before]
        if not fresh:
            break  # an empty page, or the last page printed again
        before |= {item.source_uri for item in fresh}
        poll.item_count += len(fresh)
        wanted = [item for item in fresh if not poll.archive.knows(item.source_uri)]
        _note_pending(poll, wanted)
        poll.save()
        if is_history_read and not wanted:
            break
    poll.state["is_history_read"] = True


def _compare(poll: Poll, items: list[ListingItem]) -> list[ListingItem]:
    """The items to be fetched: new ones and edited ones. Counts what was printed, taken away, and missed."""
    last: dict[str, str] = poll.state.get("seen", {})
    now = {item.source_uri: _fingerprint(item) for item in items}
    poll.item_count += len(items)
    poll.has_gap = bool(last) and last.keys().isdisjoint(now.keys())
    poll.vanished_count += len(_taken_away(poll, last.keys() - now.keys(), items))
    wanted = [item for item in items if last.get(item.source_uri) != _fingerprint(item)]
    wanted = [item for item in wanted if item.source_uri in last or not poll.archive.knows(item.source_uri)]
    if now:  # an empty answer is no memory: the next poll is compared with the last one that said something
        poll.state["seen"] = now
        poll.state["dates"] = {i.source_uri: i.published_at.isoformat() for i in items if i.published_at}
    return wanted


def _taken_away(poll: Poll, gone: Iterable[str], items: list[ListingItem]) -> list[str]:
    """Those that the source dropped: not the ones that only made room at the listing's end for newer ones."""
    gone = list(gone)
    if not items:
        return gone
    dates: dict[str, str] = poll.state.get("dates", {})
    oldest = min((item.published_at.isoformat() for item in items if item.published_at), default=None)
    return [uri for uri in gone if oldest and dates.get(uri, "") > oldest]


def _fingerprint(item: ListingItem) -> str:
    return hash_id("item", item.title, item.excerpt_html, item.published_at)


def _note_pending(poll: Poll, items: list[ListingItem]) -> None:
    for item in items:
        poll.pending[item.source_uri] = encode_item(item)


def _take_printed(poll: Poll, items: list[ListingItem]) -> None:
    """The listing's own text of these items is all there is."""
    for item in items:
        poll.take(excerpt_page(poll, item))
