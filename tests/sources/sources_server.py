"""A real server on 127.0.0.1 that plays a wire: addresses answer what the test last told them to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Wire:
    """What the server answers (path -> status, media type, body) and what it was asked."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.answers: dict[str, tuple[int, str, bytes]] = {}
        self.asked: list[str] = []

    def put(self, path: str, body: str | bytes, media_type: str = "text/html; charset=utf-8", status: int = 200) -> str:
        self.answers[path] = (status, media_type, body.encode() if isinstance(body, str) else body)
        return self.base + path

    def put_feed(self, items: list[dict[str, str]], path: str = "/feed.xml") -> str:
        """A feed of these items; keys title, path (of its page), guid, date, text."""
        entries = "".join(
            f"<item><title>{item['title']}</title>"
            + (f"<link>{self.base}{item['path']}</link>" if "path" in item else "")
            + f"<guid isPermaLink='false'>{item.get('guid', item['title'])}</guid>"
            f"<pubDate>{item.get('date', 'Mon, 04 Nov 2024 12:00:00 GMT')}</pubDate>"
            f"<description>{item.get('text', '')}</description></item>"
            for item in items
        )
        return self.put(
            path, f"<rss version='2.0'><channel><title>Wire</title>{entries}</channel></rss>", "application/rss+xml"
        )


def page(name: str, words: str = "") -> str:
    """A release that parses, about a compound of this name."""
    return (
        f"<html><body><main><h1>Aldora Starts Phase 2 Trial of {name}</h1><article>"
        f"<p>BOSTON, Nov. 4, 2024 -- Aldora Therapeutics, Inc. (Nasdaq: ALDX) today announced that the first patient has been "
        f"dosed in a Phase 2 trial of {name} in people with ulcerative colitis. The trial will enroll 120 patients and the "
        f"company expects to report data in the second half of 2025. {words}</p></article></main></body></html>"
    )


@contextmanager
def play_wire() -> Iterator[Wire]:
    """The running wire."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            wire.asked.append(self.path)
            status, media_type, body = wire.answers.get(self.path, (404, "text/plain", b"nothing here"))
            tag = f'"{hashlib.sha256(body).hexdigest()[:12]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("ETag", tag)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    wire = Wire(f"http://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield wire
    finally:
        server.shutdown()
        server.server_close()
