"""A real HTTP server on the loopback that plays wires, and misbehaves on purpose.

``Wire({"/feed": page(b"..."), "/release/1": in_turn(status(500), page(b"..."))})`` is a context manager; routes may be
changed while it runs. A behaviour is a function that is given a ``Call`` and answers it. What was asked is in
``wire.asked``. A path without a route answers 404 (so does /robots.txt, which allows everything).
"""

from __future__ import annotations

import gzip
import http.server
import select
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import httpcore

from ingest.fetch.addresses import Network, dial_address

CERTIFICATE = Path(__file__).with_name("wire_example.pem")  # of wire.example; see there
MAX_DRIPS = 200  # no behaviour lasts longer than this many of its pauses


@dataclass(frozen=True)
class Asked:
    """One request as it came in; header names are in lower case."""

    path: str
    headers: dict[str, str]
    at: float  # time.monotonic()


class Call:
    """One request that waits for its answer; ``nth`` counts the requests for this route, from 1."""

    def __init__(self, handler: _Handler, nth: int, asked: Asked) -> None:
        self._handler = handler
        self.nth = nth
        self.asked = asked

    def answer(self, code: int, body: bytes = b"", headers: Mapping[str, str] | None = None) -> None:
        """A well-formed answer; a header given here wins over the ones that are set by themselves."""
        named = {"Content-Length": str(len(body)), **(headers or {})}
        self.head(code, named)
        self.send(body)

    def head(self, code: int, headers: Mapping[str, str]) -> None:
        self._handler.send_response(code)
        for name, value in headers.items():
            self._handler.send_header(name, value)
        self._handler.end_headers()

    def send(self, data: bytes) -> None:
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def hang_up(self) -> None:
        """The connection ends after this call."""
        self._handler.close_connection = True

    def reset(self) -> None:
        """The connection ends with a RST."""
        self.hang_up()
        self._handler.server.resets.add(self._handler.connection)


Behaviour = Callable[[Call], None]


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, wire: Wire) -> None:
        self.wire = wire
        self.resets: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        if request in self.resets:
            self.resets.discard(request)
            request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            request.close()
        else:
            super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up on us is what many tests are about."""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True  # else head and body, sent one after the other, wait 40 ms for each other
    server: _Server

    def do_GET(self) -> None:
        self.server.wire.handle(self)

    def do_CONNECT(self) -> None:
        """A proxy's tunnel, to this port of the loopback whatever the name; it lasts until either side ends."""
        self.server.wire.tunnels.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.close_connection = True
        with socket.create_connection(("127.0.0.1", int(self.path.rpartition(":")[2])), 5) as far:
            ends = {far: self.connection, self.connection: far}
            while ready := select.select(list(ends), [], [], 5)[0]:
                for end in ready:
                    data = end.recv(65536)
                    if not data:
                        return
                    ends[end].sendall(data)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


class Wire:
    """The server. ``routes`` maps a path (with its query, or without) to a behaviour."""

    def __init__(self, routes: Mapping[str, Behaviour] | None = None, *, is_tls: bool = False) -> None:
        self.routes: dict[str, Behaviour] = dict(routes or {})
        self.scheme = "https" if is_tls else "http"
        self.tunnels: list[str] = []  # what was asked by CONNECT
        self.asked: list[Asked] = []
        self._lock = threading.Lock()
        self._counts: dict[str, int] = {}

    def __enter__(self) -> Wire:
        self._server = _Server(self)
        self.port: int = self._server.server_address[1]
        if self.scheme == "https":
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            # The handshake waits for the first read, so that it happens in the request's own thread.
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked, in order, without robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def handle(self, handler: _Handler) -> None:
        asked = Asked(handler.path, {k.lower(): v for k, v in handler.headers.items()}, time.monotonic())
        route = handler.path if handler.path in self.routes else handler.path.partition("?")[0]
        with self._lock:
            self.asked.append(asked)
            self._counts[route] = nth = self._counts.get(route, 0) + 1
        self.routes.get(route, status(404))(Call(handler, nth, asked))


def public_network(addresses: Mapping[str, str], dialled: list[str] | None = None) -> Network:
    """A world in which these names have these (public) addresses, all of which lead to the loopback.

    Loopback addresses that a resolver gave are dialled as they are, so that a client that does not judge them arrives.
    """

    def dial(address: str, port: int, timeout: float | None) -> httpcore.NetworkStream:
        if dialled is not None:
            dialled.append(address)
        return dial_address("127.0.0.1", port, timeout)

    return Network(resolve=lambda host, port: [addresses.get(host, host)], dial=dial)


# Behaviours -----------------------------------------------------------------------------------------------------------


def page(body: bytes, media_type: str = "text/html; charset=utf-8", **headers: str) -> Behaviour:
    """A proper answer. Header names are given with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda call: call.answer(200, body, {"Content-Type": media_type, **named})


def unchanged_when_known(body: bytes, etag: str, media_type: str = "text/html") -> Behaviour:
    """The page with its ETag; 304 for a client that has it."""

    def behave(call: Call) -> None:
        if call.asked.headers.get("if-none-match") == etag:
            call.head(304, {"ETag": etag})
        else:
            call.answer(200, body, {"Content-Type": media_type, "ETag": etag})

    return behave


def status(code: int, body: bytes = b"", **headers: str) -> Behaviour:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda call: call.answer(code, body, named)


def in_turn(*behaviours: Behaviour) -> Behaviour:
    """The first request gets the first behaviour, and so on; the last one stays."""
    return lambda call: behaviours[min(call.nth, len(behaviours)) - 1](call)


def redirect_to(location: str, code: int = 302, **headers: str) -> Behaviour:
    return status(code, b"", Location=location, **headers)


def reset_in_mid_body(body: bytes) -> Behaviour:
    def behave(call: Call) -> None:
        call.head(200, {"Content-Type": "text/html", "Content-Length": str(len(body))})
        call.send(body[: len(body) // 2])
        call.reset()

    return behave


def wrong_length(body: bytes, off_by: int) -> Behaviour:
    """Content-Length is off by so many bytes; the connection is then closed properly."""

    def behave(call: Call) -> None:
        call.answer(200, body, {"Content-Type": "text/html", "Content-Length": str(len(body) + off_by)})
        call.hang_up()

    return behave


def slow_drip(body: bytes, pause: float = 0.05) -> Behaviour:
    """One byte at a time, quick enough for every read timeout."""

    def behave(call: Call) -> None:
        call.head(200, {"Content-Type": "text/html", "Content-Length": str(len(body))})
        for byte in body[:MAX_DRIPS]:
            call.send(bytes([byte]))
            time.sleep(pause)
        call.hang_up()

    return behave


def slow_head(pause: float = 0.05) -> Behaviour:
    """A head that never ends, one header at a time."""

    def behave(call: Call) -> None:
        call.send(b"HTTP/1.1 200 OK\r\n")
        for number in range(MAX_DRIPS):
            call.send(b"X-%d: y\r\n" % number)
            time.sleep(pause)
        call.hang_up()

    return behave


def gzip_bomb(unpacked_bytes: int) -> Behaviour:
    packed = gzip.compress(bytes(unpacked_bytes), 9)
    return page(packed, "text/html", Content_Encoding="gzip")


def endless(media_type: str = "text/html", chunk: bytes = b"x" * 65536, chunks: int = 1000) -> Behaviour:
    """A chunked body that goes on and on."""

    def behave(call: Call) -> None:
        call.head(200, {"Content-Type": media_type, "Transfer-Encoding": "chunked"})
        for _ in range(chunks):
            call.send(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        call.send(b"0\r\n\r\n")

    return behave
