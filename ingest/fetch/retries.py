"""Whether and when to ask again: a growing, jittered wait, or what the server asked for."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

import tenacity

from ingest.errors import SourceUnavailable
from ingest.fetch.limits import Limits

_T = TypeVar("_T")

# Transient, but the same again a few seconds later.
NOT_IN_THIS_RUN = frozenset({"certificate", "robots_unreachable", "asked_to_wait"})


def read_retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that ``Retry-After`` asks for, never negative; null when it is missing or no sense can be made of it.

    A date is measured against the answer's own ``Date``, so that a server whose clock is wrong does not make us wait
    for years; without one against ``now`` (naive UTC).
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return float(text)
    until = _read_date(text)
    if until is None:
        return None
    since = _read_date(headers.get("date", "")) or now
    return max((until - since).total_seconds(), 0.0)


def ask_until_answered(ask: Callable[[], _T], limits: Limits, attempts: int, sleep: Callable[[float], None]) -> _T:
    """What ``ask`` gives, after at most ``attempts`` tries.

    Raises:
        SourceUnavailable: the last failure, when all tries failed or the server wants to be left alone for too long.
    """

    def is_enough(state: tenacity.RetryCallState) -> bool:
        asked = _failure(state).retry_after
        return state.attempt_number >= attempts or (asked is not None and asked > limits.longest_wait_seconds)

    def next_wait(state: tenacity.RetryCallState) -> float:
        grown = limits.first_wait_seconds * 2 ** (state.attempt_number - 1)
        jittered = min(grown, limits.longest_wait_seconds) * random.uniform(0.5, 1.5)
        return float(max(jittered, _failure(state).retry_after or 0.0))

    retrying = tenacity.Retrying(
        retry=tenacity.retry_if_exception(_is_worth_retrying),
        stop=is_enough,
        wait=next_wait,
        sleep=sleep,
        reraise=True,
    )
    return retrying(ask)


def _is_worth_retrying(error: BaseException) -> bool:
    return isinstance(error, SourceUnavailable) and error.reason not in NOT_IN_THIS_RUN


def _failure(state: tenacity.RetryCallState) -> SourceUnavailable:
    error = state.outcome.exception() if state.outcome is not None else None
    assert isinstance(error, SourceUnavailable)
    return error


def _read_date(text: str) -> datetime | None:
    try:
        read = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return read.astimezone(UTC).replace(tzinfo=None) if read.tzinfo else read
