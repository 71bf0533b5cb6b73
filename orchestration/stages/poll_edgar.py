"""A poll of EDGAR: lists of filings -> filings that may hold a release -> their index pages -> exhibits 99.

By company the submissions list is read; by industry the daily indexes, day by day, from where the last poll stopped.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ingest.errors import ReleaseRefused, SettingsError, SourceRefused, SourceUnavailable
from ingest.fetch.client import Fetched
from ingest.parse.filing_lists import (
    Filing,
    FilingIndex,
    read_day_folder,
    read_day_index,
    read_filing_index,
    read_submissions,
)
from ingest.records import ListingItem, RawPage
from ingest.sources.edgar import (
    DAYS_BACK,
    FIRST_DAY,
    REQUESTS_PER_SECOND,
    SUBMISSIONS,
    EdgarListing,
    day_folder_url,
    filing_index_url,
    may_hold_release,
    submission_url,
)
from orchestration.stages.poll import Poll, encode_item, fetch_pending, page_of

_EASTERN = ZoneInfo("America/New_York")


def poll_edgar(poll: Poll, listing: EdgarListing) -> None:
    """Brings the releases of new filings into the archive.

    Raises:
        SettingsError: nobody said whom the SEC may write to.
    """
    if poll.settings.contact is None and poll.source.recording is None:
        raise SettingsError(
            f"The source '{poll.source.name}' is off: the SEC wants to know who asks, "
            "so set DATELINE_CONTACT to your e-mail address."
        )
    first, last = _span(poll, listing)
    for cik in listing.ciks:
        _list_company(poll, listing, cik, first, last)
    poll.save()
    fetch_pending(poll, lambda poll, item: _fetch_filing(poll, item, listing))
    if listing.sics:
        _read_days(poll, listing, first, last)
    poll.state["polled_at"] = poll.settings.now().isoformat()
    poll.save()


def _span(poll: Poll, listing: EdgarListing) -> tuple[date, date]:
    """(first, last) day of filing that is wanted: what the user asked of this run, else what the entry says.

    Where neither says ``since``, it is a month before the first poll: the past is read when somebody asks for it.
    """
    asked_first, asked_last = poll.days
    today = poll.settings.now().replace(tzinfo=UTC).astimezone(_EASTERN).date()
    month_ago = poll.state.setdefault("first_day", (today - timedelta(days=DAYS_BACK)).isoformat())
    first = date.fromisoformat(asked_first or month_ago) if asked_first or not listing.since else listing.since
    last = date.fromisoformat(asked_last) if asked_last else listing.until or today
    return max(first, FIRST_DAY), min(last, today)


def _ask(poll: Poll, url: str, expects: str) -> Fetched:
    # The SEC's robots.txt speaks of its search pages; for these addresses its fair-access rule is the pace and the name.
    return poll.ask(url, expects=expects, per_second=REQUESTS_PER_SECOND, heed_robots=False)


# ----------------------------------------------------------------------------------------------------------------------
# By company
# ----------------------------------------------------------------------------------------------------------------------


def _list_company(poll: Poll, listing: EdgarListing, cik: str, first: date, last: date) -> None:
    """Notes the filings of one company that are not done yet as pending."""
    done: dict[str, list[str]] = poll.state.setdefault("done", {})
    try:
        filings, older = read_submissions(_ask(poll, listing.submissions_url(cik), "data").body)
        company = filings[0].company_name if filings else ""
        for name, until in older:
            if until >= first:
                more, _ = read_submissions(_ask(poll, f"{SUBMISSIONS}/{name}", "data").body)
                filings += [dataclasses.replace(filing, cik=cik, company_name=company) for filing in more]
    except (SourceUnavailable, SourceRefused) as error:
        poll.note_trouble(error)
        return
    except ReleaseRefused as error:
        poll.note_trouble(SourceRefused(f"The filings of CIK {cik} cannot be read: {error.detail}", error.reason))
        return
    wanted = _wanted(filings, first, last)
    poll.item_count += len(wanted)
    known = set(done.get(cik, []))
    for filing in wanted:
        if filing.accession not in known:
            _note_filing(poll, dataclasses.replace(filing, cik=cik))
    done[cik] = sorted({filing.accession for filing in wanted} | known)


def _wanted(filings: Iterable[Filing], first: date, last: date) -> list[Filing]:
    return [f for f in filings if first <= f.filed_on <= last and may_hold_release(f.form, f.items)]


def _note_filing(poll: Poll, filing: Filing) -> None:
    url = filing_index_url(filing.cik, filing.accession)
    item = ListingItem(
        source_name=poll.source.name,
        source_uri=url,
        url=url,
        guid=filing.accession,
        wire="sec",
        company_name=filing.company_name or None,
        cik=filing.cik,
        form=filing.form,
    )
    poll.pending[url] = encode_item(item)


# ----------------------------------------------------------------------------------------------------------------------
# By industry
# ----------------------------------------------------------------------------------------------------------------------


def _read_days(poll: Poll, listing: EdgarListing, first: date, last: date) -> None:
    """Reads the daily indexes that were not read yet; a day counts as read when all its filings are pending or done."""
    done: dict[str, Any] = poll.state.setdefault("days", {})
    for day, url in _day_indexes(poll, first, last, set(done)):
        try:
            filings = _wanted(read_day_index(_ask(poll, url, "data").body), first, last)
        except (SourceUnavailable, SourceRefused) as error:
            poll.note_trouble(error)
            return
        for filing in filings:
            if filing.cik not in _others(poll) and filing.cik not in listing.ciks:
                _note_filing(poll, filing)
        poll.item_count += len(filings)
        done[day.isoformat()] = len(filings)
        poll.save()
        if poll.is_look:
            return  # one day shows what the others would
        fetch_pending(poll, lambda poll, item: _fetch_filing(poll, item, listing))
        poll.save()


def _day_indexes(poll: Poll, first: date, last: date, done: set[str]) -> Iterator[tuple[date, str]]:
    """(day, address of its index) of the days in the span that the SEC has an index of and we have not read."""
    quarters = {day_folder_url(day): None for day in _days(first, last) if day.isoformat() not in done}
    for folder in quarters:
        try:
            names = read_day_folder(_ask(poll, folder + "index.json", "data").body)
        except (SourceUnavailable, SourceRefused) as error:
            poll.note_trouble(error)
            return
        except ReleaseRefused as error:
            poll.note_trouble(SourceRefused(f"{folder} cannot be read: {error.detail}", error.reason))
            return
        for day, name in sorted(names.items()):
            if first <= day <= last and day.isoformat() not in done:
                yield day, folder + name


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


# ----------------------------------------------------------------------------------------------------------------------
# One filing
# ----------------------------------------------------------------------------------------------------------------------


def _others(poll: Poll) -> dict[str, str]:
    """CIK -> industry of companies that are of none of the wanted industries: their filings need not be looked at."""
    others: dict[str, str] = poll.state.setdefault("other_industries", {})
    return others


def _fetch_filing(poll: Poll, item: ListingItem, listing: EdgarListing) -> list[tuple[RawPage, dict[str, str]]]:
    """The exhibits 99 of one filing; none when it holds none, or is of another industry."""
    url = item.source_uri
    try:
        index = read_filing_index(_ask(poll, url, "page").body, url)
    except ReleaseRefused as error:
        raise SourceRefused(f"{url}: {error.detail}", error.reason) from error
    if item.cik not in listing.ciks and index.sic is not None and index.sic not in listing.sics:
        with poll.lock:
            _others(poll)[item.cik or ""] = index.sic
        return []
    if index.items and not may_hold_release(item.form or "", index.items):
        return []
    return [_fetch_document(poll, item, index, place) for place in _documents(item, index)]


def _documents(item: ListingItem, index: FilingIndex) -> tuple[str, ...]:
    """The addresses to fetch: the exhibits; for an old filing that lists none of its parts, the all-in-one text."""
    if index.exhibits:
        return index.exhibits
    if index.is_all_in_one:
        return (index.submission_url or submission_url(item.cik or "0", item.guid or ""),)
    return ()


def _fetch_document(poll: Poll, item: ListingItem, index: FilingIndex, place: str) -> tuple[RawPage, dict[str, str]]:
    answer = _ask(poll, place, "page")
    of_document = dataclasses.replace(
        item, source_uri=place, url=place, published_at=index.accepted_at or item.published_at
    )
    return page_of(poll, of_document, answer), dict(answer.headers)
