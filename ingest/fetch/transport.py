"""Connections: made to judged addresses only, cut at the deadline, with a count of what came after the head.

Belongs here: sockets and proxies. Does not belong here: what an answer means.
"""

from __future__ import annotations

import logging
import ssl
import threading
import time
import urllib.request
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from ingest.errors import SettingsError
from ingest.fetch.addresses import Network, allowed_addresses
from ingest.fetch.limits import Limits
from ingest.fetch.urls import redact


class Exchange(threading.local):
    """What the running request of this thread goes by: its deadline, and how many bytes of body came so far."""

    deadline: float | None = None

    def __init__(self) -> None:
        self.restart()

    def begin(self, seconds: float) -> None:
        """Starts the clock and the count of one request."""
        self.deadline = time.monotonic() + seconds
        self.restart()

    def restart(self) -> None:
        """Forgets the count: what comes now begins with a head."""
        self._head: bytearray | None = bytearray()
        self.body_bytes = 0

    def count(self, data: bytes) -> None:
        """Counts received bytes behind the head (heads of 1xx answers do not end it)."""
        if self._head is None:
            self.body_bytes += len(data)
            return
        self._head += data
        while self._head is not None and (end := self._head.find(b"\r\n\r\n")) >= 0:
            rest = self._head[end + 4 :]
            if self._head[9:10] == b"1":
                self._head = rest
            else:
                self._head, self.body_bytes = None, len(rest)

    def left(self, timeout: float | None) -> float | None:
        """The seconds that the next step may take.

        Raises:
            httpcore.ReadTimeout: the deadline has passed.
        """
        if self.deadline is None:
            return timeout
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    """A stream whose every step ends at the deadline of the thread's request."""

    def __init__(self, inner: httpcore.NetworkStream, exchange: Exchange) -> None:
        self._inner = inner
        self._exchange = exchange

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._inner.read(max_bytes, self._exchange.left(timeout))
        self._exchange.count(data)
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._exchange.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        self._exchange.restart()
        inner = self._inner.start_tls(ssl_context, server_hostname, self._exchange.left(timeout))
        return _Stream(inner, self._exchange)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Opens connections; ``is_judged`` is off only for the way to a proxy, which the environment chose."""

    def __init__(self, network: Network, exchange: Exchange, *, is_local: bool, is_judged: bool) -> None:
        self._network = network
        self._exchange = exchange
        self._is_local = is_local
        self._is_judged = is_judged

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        if self._is_judged:
            addresses = allowed_addresses(self._network, host, port, is_local=self._is_local)
        else:
            addresses = list(self._network.resolve(host, port))
        until = time.monotonic() + (timeout if timeout is not None else 60.0)
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for tried, address in enumerate(addresses):
            # Each address gets its share, so that a dead IPv6 route leaves time for IPv4.
            share = max((until - time.monotonic()) / (len(addresses) - tried), 0.001)
            try:
                return _Stream(self._network.dial(address, port, self._exchange.left(share)), self._exchange)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class _Transport(httpx.HTTPTransport):
    """httpx's transport over a pool with our backend (httpx itself does not hand one on)."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool


class Transports:
    """One transport per kind of way: direct or by a proxy of the environment, local or not. Thread-safe."""

    def __init__(self, network: Network, exchange: Exchange, limits: Limits) -> None:
        self._network = network
        self._exchange = exchange
        self._limits = limits
        self._made: dict[tuple[str | None, bool], httpx.BaseTransport] = {}
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None
        # At DEBUG it writes every header of every answer into the log, cookies and addresses with keys included.
        logging.getLogger("httpcore").setLevel(logging.INFO)

    def way_to(self, url: httpx.URL, *, is_local: bool) -> tuple[httpx.BaseTransport, bool]:
        """The transport for this address, and whether it goes by a proxy."""
        proxy = _proxy_of_environment(url)
        with self._lock:
            key = (proxy, is_local)
            if key not in self._made:
                self._made[key] = _Transport(self._pool(proxy, is_local=is_local))
            return self._made[key], proxy is not None

    def close(self) -> None:
        """Closes every connection."""
        with self._lock:
            for transport in self._made.values():
                transport.close()
            self._made.clear()

    def _pool(self, proxy: str | None, *, is_local: bool) -> httpcore.ConnectionPool:
        backend = _Backend(self._network, self._exchange, is_local=is_local, is_judged=proxy is None)
        if self._tls is None:
            self._tls = _tls_of_environment()
        room = self._limits.connections
        if proxy is None:
            return httpcore.ConnectionPool(
                ssl_context=self._tls, max_connections=room, keepalive_expiry=20.0, network_backend=backend
            )
        chosen = httpx.Proxy(proxy)
        return httpcore.HTTPProxy(
            proxy_url=str(chosen.url),
            proxy_auth=chosen.raw_auth,
            ssl_context=self._tls,
            proxy_ssl_context=self._tls if chosen.url.scheme == "https" else None,
            max_connections=room,
            keepalive_expiry=20.0,
            network_backend=backend,
        )


def _tls_of_environment() -> ssl.SSLContext:
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise SettingsError(
            f"SSL_CERT_FILE or SSL_CERT_DIR cannot be read ({error.strerror or error}): set it to a file or folder of "
            "certificates, or unset it."
        ) from error


def _proxy_of_environment(url: httpx.URL) -> str | None:
    """The proxy that HTTP_PROXY, HTTPS_PROXY or ALL_PROXY name for this address, minding NO_PROXY."""
    proxies = urllib.request.getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    if not proxy or url.host in {"localhost", "127.0.0.1", "::1"} or urllib.request.proxy_bypass(url.host):
        return None  # a proxy's own loopback is never what was meant
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    if not proxy.startswith(("http://", "https://")):
        raise SettingsError(
            f"The proxy {redact(proxy)} of the environment is of a kind that is not supported: "
            "set an http:// or https:// proxy."
        )
    return proxy
