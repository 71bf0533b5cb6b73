"""Bytes of the wire -> bytes of the document, never more than allowed.

A few kilobytes of gzip can unpack to gigabytes, so nothing is unpacked further than the limit plus one byte.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

PLAIN = frozenset(
    {"", "identity", "none", "binary", "utf-8", "iso-8859-1"}
)  # the last two: servers that mix up headers
PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class TooLarge(Exception):
    """The body goes on past the limit."""


class Undecodable(Exception):
    """The body is not in the encoding that its header names, or ends before it is whole."""


def read_body(chunks: Iterable[bytes], encodings: str, limit: int, *, cut: bool = False) -> bytes:
    """The decoded body, at most ``limit`` bytes on the wire and unpacked; with ``cut`` the rest is left unread.

    Raises:
        TooLarge: there is more than ``limit`` and ``cut`` is off.
        Undecodable: an encoding that we did not ask for, or a packed body that is broken or ends early.
    """
    names = [name for part in encodings.lower().split(",") if (name := part.strip()) not in PLAIN]
    if len(names) > 2 or any(name not in PACKED for name in names):
        raise Undecodable(f"Content-Encoding '{encodings}'")
    wire, whole = _gather(chunks, limit, cut=cut)
    for name in reversed(names):
        wire = _unpack(name, wire, limit, cut=cut, whole=whole)
    return wire


def _gather(chunks: Iterable[bytes], limit: int, *, cut: bool) -> tuple[bytes, bool]:
    kept = bytearray()
    for chunk in chunks:
        kept += chunk
        if len(kept) > limit:
            if not cut:
                raise TooLarge
            return bytes(kept[:limit]), False
    return bytes(kept), True


def _unpack(name: str, packed: bytes, limit: int, *, cut: bool, whole: bool) -> bytes:
    if not _looks_packed(name, packed):
        return packed  # the header lies and the body is plain: what was sent is what counts
    out = bytearray()
    rest = packed
    while rest:
        machine = zlib.decompressobj(_window(name, rest))
        try:
            out += machine.decompress(rest, limit + 1 - len(out))
        except zlib.error as error:
            raise Undecodable("a broken packed body") from error
        if len(out) > limit:
            if not cut:
                raise TooLarge
            return bytes(out[:limit])
        if not machine.eof:
            if whole:
                raise Undecodable("a packed body that ends early")
            break
        # A gzip body may have several members; anything else behind the end is padding.
        rest = machine.unused_data if machine.unused_data[:2] == b"\x1f\x8b" else b""
    return bytes(out)


def _looks_packed(name: str, packed: bytes) -> bool:
    return packed[:2] == b"\x1f\x8b" if name.endswith("gzip") else bool(packed)


def _window(name: str, packed: bytes) -> int:
    if name.endswith("gzip"):
        return 31
    # 'deflate' means a zlib wrapper, but some servers send the bare stream (RFC 9110, 8.4.1.2).
    is_wrapped = len(packed) >= 2 and packed[0] & 0x0F == 8 and int.from_bytes(packed[:2], "big") % 31 == 0
    return 15 if is_wrapped else -15
