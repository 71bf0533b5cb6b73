"""What a broken connection means: transient or permanent, in a sentence for a person."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import httpx

from ingest.errors import SourceRefused, SourceUnavailable
from ingest.fetch.decoding import TooLarge, Undecodable
from ingest.fetch.urls import redact


@contextmanager
def failures_named(url: httpx.URL) -> Iterator[None]:
    """Turns what the network throws while this address is asked into errors of the house.

    Raises:
        SourceUnavailable: it may be better later.
        SourceRefused: it will not.
    """
    shown = redact(str(url))
    try:
        yield
    except TooLarge:
        raise SourceRefused(
            f"{shown} is larger than the limit, or unpacks to more, and was not read to its end: "
            "if it is really wanted, save it yourself and read its folder with --releases.",
            "too_large",
        ) from None
    except Undecodable as error:
        _unavailable(f"{shown} came damaged ({error})", "damaged", error)
    except httpx.TimeoutException as error:
        _unavailable(f"{shown} took too long ({type(error).__name__})", "timeout", error)
    except (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.InvalidURL) as error:
        raise SourceRefused(f"{shown} cannot be asked ({error}): correct the address.", "not_http") from error
    except httpx.HTTPError as error:
        if _is_certificate(error):
            raise SourceUnavailable(
                f"The certificate of {url.host} is not trusted: wait for its owner to renew it, or name your own "
                "authority in SSL_CERT_FILE.",
                reason="certificate",
            ) from error
        reason = "unreachable" if isinstance(error, httpx.ConnectError | httpx.ProxyError) else "reset"
        _unavailable(f"{shown} broke off ({type(error).__name__}: {error})", reason, error)


def _unavailable(text: str, reason: str, error: Exception) -> NoReturn:
    raise SourceUnavailable(f"{text}; the next run asks again.", reason=reason) from error


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
