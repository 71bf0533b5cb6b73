"""The sample wire over real HTTP, night by night: the network gives what the recording gives."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from sources_night import run_night

from ingest.fetch.client import Client, Limits
from ingest.records import PressRelease
from ingest.sources.recording import read_recording
from ingest.sources.registry import DEFAULT_SOURCES, RssListing, choose_sources, read_sources
from orchestration.stages import fetch

NAMES = ("sample_globe_newswire", "sample_pr_newswire", "sample_business_wire", "sample_genmab")


class PlayedWire:
    """A server that answers ``/<host>/<path>`` as the recording answers ``https://<host>/<path>`` on its night."""

    def __init__(self) -> None:
        self.night = ""
        self.recording = read_recording(DEFAULT_SOURCES.with_name("sample_wire"))
        self.base = ""

    def answer(self, path: str) -> tuple[int, str, bytes]:
        found = self.recording.answer("https:/" + path, self.night)
        if found is None:
            return 404, "text/plain", b"not here"
        return 200, found.media_type, found.body.replace(b"https://", self.base.encode() + b"/")


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> Iterator[PlayedWire]:
    wire = PlayedWire()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, media_type, body = wire.answer(self.path)
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    wire.base = f"http://127.0.0.1:{server.server_port}"
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    hasty = functools.partial(Client, limits=Limits(attempts=1, per_second=1000, at_once=4), sleep=lambda seconds: None)
    monkeypatch.setattr(fetch, "NetworkClient", hasty)
    yield wire
    server.shutdown()
    server.server_close()


def write_sources(path: Path, base: str) -> Path:
    lines = ["sources:"]
    for source in choose_sources(read_sources(), NAMES):
        assert isinstance(source.listing, RssListing)
        url = source.listing.url.replace("https:/", base)
        lines.append(f"  {source.name}: {{kind: rss, is_local: true, url: '{url}'}}")
    path.write_text("\n".join(lines))
    return path


def told(release: PressRelease, base: str) -> tuple[object, ...]:
    """What must be the same over the network: all that is read, with the addresses as they are in the world."""
    fields = dataclasses.asdict(release)
    names = (
        "release_id",
        "headline",
        "text",
        "is_excerpt",
        "issuer_name",
        "issuer_ticker",
        "published_at",
        "is_correction",
    )
    uri = release.source_uri.replace(base + "/", "https://")
    return (uri, release.source_name, *(fields[name] for name in names))


def test_over_http_each_night_brings_what_the_recording_brings(played: PlayedWire, tmp_path: Path) -> None:
    sources = write_sources(tmp_path / "sources.yaml", played.base)
    for night in played.recording.nights[1::3]:
        played.night = night
        recorded = run_night(tmp_path / "recorded", night, sources=NAMES)
        over_http = run_night(tmp_path / "http", night, sources)
        want = sorted((told(r, "none") for r in recorded.releases), key=str)
        assert sorted((told(r, played.base) for r in over_http.releases), key=str) == want
        counts = ("state", "item_count", "new_count", "vanished_count")
        assert {n: [row[c] for c in counts] for n, row in over_http.rows.items()} == {
            n: [row[c] for c in counts] for n, row in recorded.rows.items()
        }
