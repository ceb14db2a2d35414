"""How large a document may be before it is left out, so that no file can eat memory or an afternoon."""

from __future__ import annotations

import zlib

from truceline.reading.intake.unreadable import Unreadable

LARGEST = 64 * 1024 * 1024
"""Bytes of one document, packed or unpacked. The longest report of a mission that we know has 2."""
_CHUNK = 1 << 16


def refuse_large(size: int, what: str = "the file") -> None:
    """Raise Unreadable for what is larger than LARGEST."""
    if size > LARGEST:
        raise Unreadable(
            f"{what} is larger than {LARGEST // 2**20} MB", "split it, or save the article's text as .txt"
        )


def inflated(data: bytes, what: str, limit: int = LARGEST) -> bytes:
    """The content of gzip or zlib data, of at most *limit* bytes; raises Unreadable for more, or where it is broken."""
    found, rest = bytearray(), data
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        while rest and not unpack.eof:
            found += unpack.decompress(rest, _CHUNK)
            rest = unpack.unconsumed_tail
            if len(found) > limit:
                raise Unreadable(
                    f"{what} unpacks to more than {limit // 2**20} MB", "it is no article; leave it out"
                )
    except zlib.error as error:
        raise Unreadable(f"{what} is damaged: {error}", "get it again from where it came") from error
    return bytes(found)
