"""Asks one address of the world: politely, bounded in every way, and never where it must not go.

Belongs here: the course of one request (rules, turn, hops, reading, judging, asking again). The parts have their own
modules. Does not belong here: what the bytes say, and which addresses are worth asking.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType

import httpx

from ingest.errors import SourceRefused, SourceUnavailable
from ingest.fetch.addresses import OPEN_NETWORK, Network, allowed_addresses, why_refused
from ingest.fetch.answers import Answer, Fetched, Validators, judge_answer
from ingest.fetch.decoding import TooLarge, Undecodable, read_body
from ingest.fetch.failures import failures_named
from ingest.fetch.limits import Limits
from ingest.fetch.pacing import Pacer, site_of
from ingest.fetch.retries import ask_until_answered
from ingest.fetch.robots import ROBOTS_BYTES, Robots
from ingest.fetch.transport import Exchange, Transports
from ingest.fetch.urls import next_address, origin_of, read_address, redact

__all__ = ["Client", "Fetched", "Limits", "Validators"]

_ACCEPT = {
    "page": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
    "feed": "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5",
}
_EXPLAINED_BYTES = 300_000  # so much of an answer other than 200 is read, to tell a wall


@dataclass(frozen=True, slots=True)
class _Ask:
    """One request as it was asked for, the same over all hops and tries."""

    url: httpx.URL
    login: str | None  # Authorization for the first origin only
    validators: Validators
    is_local: bool
    expects: str
    heed_robots: bool
    per_second: float
    max_bytes: int
    is_cut: bool = False  # read max_bytes and leave the rest
    cookies: httpx.Cookies = field(default_factory=httpx.Cookies)  # of this request's own hops; forgotten with it


class Client:
    """Asks addresses. Thread-safe; use it as a context manager.

    ``user_agent`` names us and should carry a contact; ``now`` gives naive UTC. ``pace_home`` is a folder by which all
    processes of this machine share one rate per site and what they know of robots.txt. ``sleep`` and ``network`` are given by tests.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        now: Callable[[], datetime],
        limits: Limits = Limits(),  # noqa: B008 - frozen
        pace_home: Path | None = None,
        sleep: Callable[[float], None] = time.sleep,
        network: Network = OPEN_NETWORK,
    ) -> None:
        self._user_agent = user_agent
        self._now = now
        self._limits = limits
        self._sleep = sleep
        self._network = network
        self._exchange = Exchange()
        self._transports = Transports(network, self._exchange, limits)
        self._pacer = Pacer(limits, sleep, pace_home)
        # robots.txt speaks of product names: 'DatelineBot/0.1 (...)' is 'DatelineBot'.
        self._robots = Robots(user_agent.split("/")[0].split(" ")[0], self._read_robots, now, pace_home)
        self._failures: dict[str, int] = {}

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes every connection."""
        self._transports.close()

    def get(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        is_local: bool = False,
        expects: str = "page",
        heed_robots: bool = True,
        per_second: float | None = None,
        max_bytes: int | None = None,
    ) -> Fetched:
        """The document at this address, or a 304 when the given validators still hold.

        ``expects`` is 'page', 'feed' or 'data' (a web page is then no answer), or 'any' (walls are not looked for).

        Raises:
            SourceUnavailable: it failed in a way that may pass, after the retries; ``reason`` says how.
            SourceRefused: it will not be had: not_found, forbidden, robots, private_address, bot_wall, too_large,
                too_many_redirects, not_http, bad_status.
        """
        first, login = read_address(url)
        ask = _Ask(
            url=first,
            login=login,
            validators=validators or Validators(),
            is_local=is_local,
            expects=expects,
            heed_robots=heed_robots,
            per_second=per_second or self._limits.per_second,
            max_bytes=max_bytes or self._limits.body_bytes,
        )
        return self._ask_again(ask, lambda: judge_answer(self._follow(ask), ask.validators, ask.expects, self._now()))

    def _ask_again(self, ask: _Ask, once: Callable[[], Fetched]) -> Fetched:
        site = site_of(ask.url.host)
        # A site that is down costs minutes per address when every address is tried four times.
        is_down = self._failures.get(site, 0) >= self._limits.failures_before_haste
        attempts = 1 if is_down else self._limits.attempts

        def once_and_tell() -> Fetched:
            try:
                return once()
            except SourceUnavailable as error:
                if error.retry_after is not None and error.reason not in {"asked_to_wait", "robots_unreachable"}:
                    self._pacer.postpone(ask.url.host, error.retry_after)
                raise

        try:
            fetched = ask_until_answered(once_and_tell, self._limits, attempts, self._sleep)
        except SourceUnavailable:
            self._failures[site] = self._failures.get(site, 0) + 1
            raise
        self._failures.pop(site, None)
        return fetched

    def _read_robots(self, url: str, is_local: bool) -> tuple[int, bytes]:
        ask = _Ask(
            url=httpx.URL(url),
            login=None,
            validators=Validators(),
            is_local=is_local,
            expects="any",
            heed_robots=False,
            per_second=self._limits.per_second,
            max_bytes=ROBOTS_BYTES,
            is_cut=True,
        )
        status = 0

        def once() -> bytes:
            nonlocal status
            answer = self._follow(ask)
            status = answer.status
            if status == 429 or status >= 500:
                judge_answer(answer, ask.validators, ask.expects, self._now())
            return answer.body

        try:
            body = ask_until_answered(once, self._limits, self._limits.attempts, self._sleep)
        except SourceRefused:
            # It leads in circles or to where nothing is asked: as if there were none (RFC 9309, 2.3.1.2). Should the
            # host itself be forbidden, its page is refused next.
            return 404, b""
        return status, body

    def _follow(self, ask: _Ask) -> Answer:
        url = ask.url
        for _ in range(self._limits.redirects + 1):
            answer = self._hop(ask, url)
            if answer.status not in {301, 302, 303, 307, 308}:
                return answer
            url = next_address(url, answer.status, answer.headers.get("location", ""))
        raise SourceRefused(
            f"{redact(str(ask.url))} leads from one address to the next more than {self._limits.redirects} times, the "
            f"last being {redact(str(url))}: open it in a browser and give the address where it ends.",
            reason="too_many_redirects",
        )

    def _hop(self, ask: _Ask, url: httpx.URL) -> Answer:
        transport, is_proxied = self._transports.way_to(url, is_local=ask.is_local)
        self._check_host(url, is_local=ask.is_local, is_proxied=is_proxied)
        delay = self._robots.check(url, is_local=ask.is_local) if ask.heed_robots else None
        with self._pacer.turn(url.host, min(ask.per_second, 1 / delay) if delay else ask.per_second):
            started = time.monotonic()
            self._exchange.begin(self._limits.total_seconds)
            with failures_named(url):
                response = transport.handle_request(self._request(ask, url))
                try:
                    body = self._read(ask, url, response)
                finally:
                    response.close()
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(str(url), response.status_code, headers, body, time.monotonic() - started)

    def _request(self, ask: _Ask, url: httpx.URL) -> httpx.Request:
        limits = self._limits
        headers = {
            "User-Agent": self._user_agent,
            "Accept": _ACCEPT.get(ask.expects, "*/*"),
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "en-US,en;q=0.8",
            **ask.validators.as_headers(),
        }
        if ask.login is not None and origin_of(url) == origin_of(ask.url):
            headers["Authorization"] = ask.login
        seconds = {"connect": limits.connect_seconds, "read": limits.read_seconds, "write": limits.read_seconds}
        timeout = {**seconds, "pool": limits.total_seconds}
        # A user's name and a site's own cookie may hold any letter, and httpx would fail beyond ASCII.
        named = httpx.Headers(headers, encoding="utf-8")
        request = httpx.Request("GET", url, headers=named, extensions={"timeout": timeout})
        request.headers.encoding = "utf-8"
        ask.cookies.set_cookie_header(request)
        return request

    def _read(self, ask: _Ask, url: httpx.URL, response: httpx.Response) -> bytes:
        assert isinstance(response.stream, httpx.SyncByteStream)
        response.request = httpx.Request("GET", url)
        ask.cookies.extract_cookies(response)
        is_document = response.status_code == 200
        limit = ask.max_bytes if is_document else _EXPLAINED_BYTES
        length = response.headers.get("content-length", "")
        if is_document and not ask.is_cut and length.isdecimal() and int(length) > limit:
            raise TooLarge
        encodings = response.headers.get("content-encoding", "")
        body = read_body(response.stream, encodings, limit, cut=ask.is_cut or not is_document)
        if is_document and length.isdecimal() and "transfer-encoding" not in response.headers:
            extra = self._exchange.body_bytes - int(length)
            if extra > 0:
                raise Undecodable(f"{extra} bytes more than its Content-Length says")
        return body

    def _check_host(self, url: httpx.URL, *, is_local: bool, is_proxied: bool) -> None:
        """Refuses forbidden hosts before robots.txt or a proxy is asked; the connection checks what it resolves."""
        kind = why_refused(url.host, is_local=is_local)
        if is_proxied or kind not in {None, "malformed"}:
            # Behind a proxy, names of the world often have no address here: the proxy looks them up.
            with contextlib.suppress(SourceUnavailable):
                allowed_addresses(self._network, url.host, url.port or 0, is_local=is_local)
