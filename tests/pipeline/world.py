"""The world as a real HTTP server: it plays the wires and EDGAR from the sample wire, and misbehaves where a test says so.

``https://<host>/<path>`` of the recording is ``<world>/<host>/<path>`` here, so one server plays all of them. ``routes``
(of ``misbehaving.Wire``) may be changed at any time; ``night`` says what has been released yet.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path
from typing import Any

import misbehaving
import yaml
from misbehaving import Behaviour, Call, Wire

from ingest.sources.recording import read_recording
from ingest.sources.registry import DEFAULT_SOURCES

SEC = "www.sec.gov"


class World(Wire):
    """The running server; ``base`` is where it is."""

    def __init__(self, night: str = "9999-12-31") -> None:
        super().__init__()
        self.night = night
        self.recording = read_recording(DEFAULT_SOURCES.with_name("sample_wire"))

    def __enter__(self) -> World:
        super().__enter__()
        self.behave()
        return self

    @property
    def base(self) -> str:
        return self.url("")

    def behave(self) -> None:
        """Every address answers as its wire does; what a test has changed is as it was."""
        self.routes.clear()
        for address in self.recording.answers:
            self.routes[path_of(address)] = self.play(address)
            if address.startswith(f"https://{SEC}/"):  # the SEC's pages link to each other by paths
                self.routes[path_of(address).removeprefix(f"/{SEC}")] = self.play(address)

    def play(self, address: str) -> Behaviour:
        """As the wire answers: 404 before its night, 304 to whom knows the page."""

        def behave(call: Call) -> None:
            found = self.recording.answer(address, self.night)
            if found is None:
                call.answer(404, b"not here")
                return
            body = self.here(found.body)
            tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
            misbehaving.unchanged_when_known(body, tag, found.media_type)(call)

        return behave

    def here(self, body: bytes) -> bytes:
        """The bytes with their links leading here instead of into the world."""
        return body.replace(b"https://", f"{self.base}/".encode())

    def address(self, words: str) -> str:
        """The one recorded page whose address holds these words."""
        (found,) = [a for a in self.recording.answers if words in a and "entry" not in self.recording.answers[a]]
        return found

    def page(self, words: str) -> bytes:
        """The bytes of that page, as they are played here."""
        found = self.recording.answer(self.address(words), self.night)
        assert found is not None
        return self.here(found.body)

    def items(self, *words: str) -> list[str]:
        """The entries of those pages in the wires' own feeds, as they are played here."""
        feeds = [
            self.recording.answer(a, self.night)
            for a, e in self.recording.answers.items()
            if "<item>" in e.get("entry", "")
        ]
        entries = [e for feed in feeds if feed for e in re.findall(r"<item>.*?</item>", feed.body.decode(), re.S)]
        return [
            self.here(e.encode()).decode() for w in words for e in entries if f"<link>{self.address(w)}</link>" in e
        ]


def path_of(address: str) -> str:
    """Where the world plays an address."""
    return address.removeprefix("https:/")


def feed(items: Iterable[str]) -> Behaviour:
    """A feed of these entries, which knows who has it already."""
    body = f"<rss version='2.0'><channel><title>A wire</title>{''.join(items)}</channel></rss>".encode()
    return misbehaving.unchanged_when_known(body, f'"{hashlib.sha256(body).hexdigest()[:12]}"', "application/rss+xml")


def moody(behaviour: Behaviour) -> Behaviour:
    """Every other request goes wrong, each time in another way; the next one is answered."""
    moods = cycle(
        (
            misbehaving.status(500, b"oops"),
            misbehaving.reset_in_mid_body(b"<html>" + b"x" * 5000),
            misbehaving.status(429, b"slow down", Retry_After="0"),
            misbehaving.wrong_length(b"<html>half", 50),
            misbehaving.page(b""),
        )
    )

    def behave(call: Call) -> None:
        (behaviour if call.nth % 2 == 0 else next(moods))(call)

    return behave


def write_sources(path: Path, sources: dict[str, dict[str, Any]]) -> Path:
    """A sources.yaml with these entries, each of this machine."""
    entries = {name: {"is_local": True, **entry} for name, entry in sources.items()}
    path.write_text(yaml.safe_dump({"sources": entries}, sort_keys=False), encoding="utf-8")
    return path


def wires(world: World) -> dict[str, dict[str, Any]]:
    """The three wires and EDGAR, as sources."""
    feeds = yaml.safe_load(DEFAULT_SOURCES.read_text(encoding="utf-8"))["sources"]
    names = ("globe_newswire", "pr_newswire", "business_wire")
    rss = {name: {"kind": "rss", "url": world.base + path_of(feeds[f"sample_{name}"]["url"])} for name in names}
    edgar = {key: feeds["sample_edgar"][key] for key in ("kind", "ciks", "since")}
    return {**rss, "edgar": edgar}
