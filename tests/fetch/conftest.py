"""A desk to fetch from, and no proxies of this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fetch_desk import NOW, Desk

from ingest.fetch.archive import Archive
from ingest.fetch.client import Client, Limits


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
