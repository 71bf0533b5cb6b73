from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sources_server import Wire, play_wire

from ingest.fetch.client import Client, Limits
from orchestration.stages import fetch

# The server that misbehaves is written once, beside the tests of the client.
sys.path.append(str(Path(__file__).parents[1] / "fetch"))


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    """A wire on this machine, and a client that does not wait between its requests."""
    hasty = functools.partial(Client, limits=Limits(attempts=1, per_second=1000, at_once=4), sleep=lambda seconds: None)
    monkeypatch.setattr(fetch, "NetworkClient", hasty)
    with play_wire() as playing:
        yield playing
