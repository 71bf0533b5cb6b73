"""The page at an address that a person typed, as ``dateline try`` reads it; nothing is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from ingest.fetch.addresses import why_refused
from ingest.fetch.client import Client
from ingest.records import ListingItem, RawPage
from ingest.settings import read_settings
from orchestration.stages.fetch import user_agent


def fetch_page(url: str) -> RawPage:
    """The bytes of one page. An address of this machine or network is asked, because it was typed and not followed.

    Raises:
        SourceUnavailable, SourceRefused: it cannot be had; the sentence says why.
    """
    settings = read_settings()
    host = urlsplit(url).hostname or ""
    is_local = host == "localhost" or why_refused(host, is_local=False) in {"loopback", "private"}
    with Client(user_agent=user_agent(settings), now=settings.now) as client:
        answer = client.get(url, is_local=is_local)
    now = datetime.now(UTC).replace(tzinfo=None)
    return RawPage(
        item=ListingItem("try", answer.url, url=answer.url),
        body=answer.body,
        media_type=answer.media_type,
        charset=answer.charset,
        fetched_at=now,
        night=now.date().isoformat(),
    )
