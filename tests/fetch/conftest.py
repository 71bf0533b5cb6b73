"""A client that does not wait, an archive, and a way to bring pages from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from ingest.fetch.archive import Archive
from ingest.fetch.client import Client, Limits
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


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def make_desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Makes desks; keyword arguments ending in a field of Limits set it, the others go to the client."""
    clients: list[Client] = []

    def make(*, home: Path = tmp_path, user_agent: str = "Dateline/0.1 (test@example.org)", **how: Any) -> Desk:
        limits = {k: how.pop(k) for k in list(how) if k in Limits.__dataclass_fields__}
        slept: list[float] = []
        client = Client(
            user_agent=user_agent,
            now=how.pop("now", lambda: NOW),
            limits=Limits(**{"per_second": 1e6, **limits}),
            **{"sleep": slept.append, **how},
        )
        clients.append(client)
        return Desk(client, Archive(home), slept)

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def desk(make_desk: Callable[..., Desk]) -> Desk:
    return make_desk()
