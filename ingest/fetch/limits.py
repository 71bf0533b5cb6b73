"""How much one request may take: seconds, bytes, hops, attempts. Numbers only; nothing is decided here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of every request of one client.

    ``total_seconds`` bounds one attempt from the first byte sent to the last byte read, which cuts a slow drip that
    never trips ``read_seconds``. ``body_bytes`` bounds what goes over the wire and what it unpacks to.
    ``longest_wait_seconds`` is the longest Retry-After that a run sits out; a longer one is left to the next run.
    """

    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    total_seconds: float = 90.0
    body_bytes: int = 32_000_000
    redirects: int = 6
    attempts: int = 4
    first_wait_seconds: float = 1.0
    longest_wait_seconds: float = 120.0
    per_second: float = 2.0  # requests per second to one site
    at_once: int = 2  # open requests to one site
    connections: int = 64  # open connections to all sites together
    failures_before_haste: int = 5  # after so many addresses of a site failed in a row, the next are tried once only
