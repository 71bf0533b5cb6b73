"""Addresses of the web: read, followed, and shown to a person without user names, passwords and keys."""

from __future__ import annotations

import base64
import re

import httpx

from ingest.errors import SourceRefused

_HOST = re.compile(rb"[A-Za-z0-9._:-]+")  # names are IDNA by then; ':' is IPv6
_USERINFO = re.compile(r"(?<=://)[^/?#\s]*@")
_SECRET_VALUE = re.compile(
    r"(?i)([?&;#][^=&;#\s]*(?:token|key|secret|passw|pwd|auth|signature|sig|session|credential|sid)[^=&;#\s]*=)[^&;#\s]+"
)


def redact(url: str) -> str:
    """The address without userinfo and without the values of query fields that look like secrets."""
    return _SECRET_VALUE.sub(r"\1***", _USERINFO.sub("", url))


def read_address(text: str) -> tuple[httpx.URL, str | None]:
    """The address without userinfo, and the Authorization header that the userinfo asks for.

    Raises:
        SourceRefused: it is no http or https address.
    """
    try:
        url = httpx.URL(text.strip())
        url.host  # noqa: B018 - decodes the name, and fails on 'xn--' with nothing behind it
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceRefused(f"'{redact(text)[:200]}' is no address of the web ({error}).", "not_http") from None
    is_askable = _HOST.fullmatch(url.raw_host) is not None and (url.port is None or 0 < url.port < 65536)
    if url.scheme not in {"http", "https"} or not is_askable:
        raise SourceRefused(
            f"'{redact(text)[:200]}' is no http or https address, and nothing else is asked: correct the source.",
            reason="not_http",
        )
    login = None
    if url.userinfo:
        login = "Basic " + base64.b64encode(f"{url.username}:{url.password}".encode()).decode()
        url = url.copy_with(username=None, password=None)
    return url.copy_with(fragment=None), login


def next_address(url: httpx.URL, status: int, location: str) -> httpx.URL:
    """The address that a redirect leads to; a login in it is a stranger's, and dropped.

    Raises:
        SourceRefused: it names none, or none of the web.
    """
    if not location:
        raise SourceRefused(f"{redact(str(url))} answered {status} and names no address.", reason="bad_status")
    try:
        joined = str(url.join(location))
    except (httpx.InvalidURL, ValueError):
        joined = location
    return read_address(joined)[0]


def origin_of(url: httpx.URL) -> tuple[str, str, int | None]:
    """Scheme, host and port: who gets to see a login."""
    return url.scheme, url.host, url.port
