"""Bytes -> text: what the document declares is tried first, and believed only when the bytes agree."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from ingest.errors import ReleaseRefused

SIZE_LIMIT = 10 * 1024 * 1024  # bytes; the longest real release seen is 0.4 MB, a whole filing 9 MB
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._-]+)""", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(body: bytes, charset: str | None = None) -> str:
    r"""The text of ``body`` with line ends as '\n'.

    UTF-8 that is broken in a few places keeps its good parts (U+FFFD marks the others). A declared charset that does not
    fit the bytes is not believed.

    Raises:
        ReleaseRefused: empty, binary or too_large.
    """
    if not body.strip():
        raise ReleaseRefused("empty", "The document holds no text.")
    if len(body) > SIZE_LIMIT:
        raise ReleaseRefused("too_large", f"The document has {len(body):,} bytes; the limit is {SIZE_LIMIT:,}.")
    return _decode(body, charset).replace("\r\n", "\n").replace("\r", "\n")


def _decode(body: bytes, charset: str | None) -> str:
    for bom, encoding in _BOMS.items():
        if body.startswith(bom):
            return body.decode(encoding, errors="replace")
    if b"\x00" in body[:4096] or body[:4] in (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff\xe0"):
        raise ReleaseRefused(
            "binary", "The document is no text (it holds NUL bytes or starts like a PDF, ZIP or image)."
        )
    declared = _DECLARED.search(body[:2048])
    for codec in ("utf-8", charset, declared.group(1).decode("ascii") if declared else None):
        try:
            if codec and (text := body.decode(codec)) and not _is_mojibake(text):
                return text
        except (UnicodeDecodeError, LookupError):
            continue
    text = body.decode("utf-8", errors="replace")
    if text.count("\ufffd") <= max(3, len(text) // 200):
        return _decode_western(body) if not any(ch > "\x7f" and ch != "\ufffd" for ch in text) else text
    best = from_bytes(body[:200_000], threshold=0.4).best()
    if best is None:
        raise ReleaseRefused("binary", "The bytes fit no known text encoding.")
    return body.decode(best.encoding, errors="replace")


def _decode_western(body: bytes) -> str:
    """A few bytes are no UTF-8 and none is: then all of them are Windows-1252, whatever was declared."""
    try:
        return body.decode("cp1252")
    except UnicodeDecodeError:
        return body.decode("utf-8", errors="replace")


def _is_mojibake(text: str) -> bool:
    """More than a few control characters: a charset that decodes anything was declared for bytes of another kind."""
    head = text[:4096]
    return len(_CONTROL.findall(head)) > len(head) // 50
