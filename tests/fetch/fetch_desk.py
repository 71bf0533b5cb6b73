"""One client and one archive, as a night uses them; its fixtures stand in conftest.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ingest.fetch.archive import Archive
from ingest.fetch.client import Client
from ingest.records import ListingItem, RawPage

NIGHT = "2026-11-24"
NOW = datetime(2026, 11, 24, 3, 0, 0)


@dataclass
class Desk:
    """One client and one archive, as a night uses them; ``slept`` are the waits that the client asked for."""

    client: Client
    archive: Archive
    slept: list[float] = field(default_factory=list)

    def bring(self, url: str, night: str = NIGHT, **how: Any) -> bool:
        """Fetches the page and archives it; whether it was new."""
        got = self.client.get(url, is_local=True, **how)
        page = RawPage(ListingItem("wire", url, url=url), got.body, got.media_type, got.charset, got.fetched_at, night)
        return self.archive.add_arrival(page, got.headers)

    def bodies(self, night: str = NIGHT) -> list[bytes]:
        return [page.body for page in self.archive.arrivals(night)]
