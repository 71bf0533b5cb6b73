"""What an answer means: a document, a failure that may pass, or a refusal. Decided here, once, by the one who saw it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ingest.errors import SourceRefused, SourceUnavailable
from ingest.fetch.kinds import is_web_page
from ingest.fetch.retries import read_retry_after
from ingest.fetch.urls import redact
from ingest.fetch.walls import find_wall

_UNKNOWN = "application/octet-stream"
_PASSING = frozenset({408, 425, 429})  # and every 5xx
_KEPT_OUT = re.compile(r"cookie|^(www-|proxy-)?auth", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server gave to ask 'has it changed since?' with."""

    etag: str | None = None
    last_modified: str | None = None

    def as_headers(self) -> dict[str, str]:
        """The request headers of a conditional request; empty when there is nothing to compare with."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer that is a document, or (304, empty body) says that the one we have is still good."""

    url: str  # final address after redirects, without userinfo
    status: int
    body: bytes  # decoded
    media_type: str  # without parameters; application/octet-stream when the server did not say
    charset: str | None  # as declared, null when none or unknown to Python; a claim, not the truth
    headers: dict[str, str]  # lower-case names; no cookies, no authorization
    fetched_at: datetime  # naive UTC, by our clock
    validators: Validators
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, not yet judged. ``headers`` have lower-case names and are complete."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float


def judge_answer(answer: Answer, asked: Validators, expects: str, now: datetime) -> Fetched:
    """The answer as a document.

    Raises:
        SourceUnavailable: it may be better later (429, 5xx, an empty body, a page where a feed was asked for ...).
        SourceRefused: it will not (404, 403, a bot wall ...).
    """
    shown = redact(answer.url)
    if expects != "any":
        _refuse_wall(answer, shown)
    if answer.status == 304 and asked.as_headers():
        return _fetched(answer, b"", _validators(answer.headers, asked), now)
    if answer.status != 200:
        _refuse_status(answer, shown, now)
    if not answer.body.strip():
        raise SourceUnavailable(f"{shown} answered with nothing at all; the next run asks again.", reason="empty")
    if expects in {"feed", "data"} and is_web_page(answer.body):
        raise SourceUnavailable(
            f"{shown} should be a feed or data and answered with a web page; look at it in a browser and mend the "
            "source's address if it has moved.",
            reason="wrong_kind",
        )
    return _fetched(answer, answer.body, _validators(answer.headers, None), now)


def read_content_type(text: str) -> tuple[str, str | None]:
    """Media type and charset of a Content-Type; a charset that Python does not know is null."""
    media_type, *parameters = (part.strip() for part in text.split(";"))
    found = re.fullmatch(r"[\w.+-]+/[\w.+-]+", media_type)
    charset = None
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and charset is None:
            charset = _known_charset(value.strip().strip("'\""))
    return (media_type.lower() if found else _UNKNOWN), charset


def shown_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that may be kept: no cookies and nothing of authorization, names in lower case."""
    return {name.lower(): value for name, value in headers.items() if not _KEPT_OUT.search(name)}


def _refuse_wall(answer: Answer, shown: str) -> None:
    wall = find_wall(answer.status, answer.headers, answer.body)
    if wall is None:
        return
    text = f"{shown} answered {answer.status} with a wall instead of the document: {wall.reason}; {wall.way_out}."
    if wall.lasts_seconds is not None:
        raise SourceUnavailable(text, reason=wall.wall, retry_after=wall.lasts_seconds)
    raise SourceRefused(text, reason="bot_wall")


def _refuse_status(answer: Answer, shown: str, now: datetime) -> None:
    status = answer.status
    if status in _PASSING or status >= 500:
        raise SourceUnavailable(
            f"{shown} answered {status}; the next run asks again.",
            reason="too_many_requests" if status == 429 else "server_error",
            retry_after=read_retry_after(answer.headers, now),
        )
    if status < 300 or status == 304:
        # 202 and 204 promise a document for later; 206 and an unasked 304 are a cache gone wrong.
        raise SourceUnavailable(f"{shown} answered {status} and no document; the next run asks again.", reason="empty")
    if status in {404, 410}:
        raise SourceRefused(f"{shown} is not there ({status}): the document was taken down or moved.", "not_found")
    if status in {401, 402, 403, 407, 451}:
        raise SourceRefused(
            f"{shown} is closed to us ({status}): it wants a login, a licence or a person.", "forbidden"
        )
    raise SourceRefused(f"{shown} answered {status}, which is no document: check the address.", reason="bad_status")


def _fetched(answer: Answer, body: bytes, validators: Validators, now: datetime) -> Fetched:
    media_type, charset = read_content_type(answer.headers.get("content-type", ""))
    return Fetched(
        url=answer.url,
        status=answer.status,
        body=body,
        media_type=media_type,
        charset=charset,
        headers=shown_headers(answer.headers),
        fetched_at=now,
        validators=validators,
        seconds=answer.seconds,
    )


def _validators(headers: Mapping[str, str], asked: Validators | None) -> Validators:
    def usable(name: str) -> str | None:
        value = headers.get(name, "").strip()
        return value if value and value.isascii() and value.isprintable() and len(value) < 1000 else None

    etag, modified = usable("etag"), usable("last-modified")
    if asked is not None:  # a 304 need not repeat what we sent
        etag, modified = etag or asked.etag, modified or asked.last_modified
    return Validators(etag, modified)


def _known_charset(name: str) -> str | None:
    try:
        b"ab".decode(name, "replace")  # unlike codecs.lookup, this knows 'hex' and 'zlib' for what they are
    except (LookupError, ValueError):
        return None
    return name.lower() or None
