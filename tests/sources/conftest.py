from __future__ import annotations

import functools
from collections.abc import Iterator

import pytest
from sources_server import Wire, play_wire

from ingest.fetch.client import Client, Limits
from orchestration.stages import fetch


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    """A wire on this machine, and a client that does not wait between its requests."""
    hasty = functools.partial(Client, limits=Limits(attempts=1, per_second=1000, at_once=4), sleep=lambda seconds: None)
    monkeypatch.setattr(fetch, "NetworkClient", hasty)
    with play_wire() as playing:
        yield playing
