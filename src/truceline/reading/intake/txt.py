"""Plain text: the file as decoded, nothing altered."""

from __future__ import annotations

from truceline.reading.intake import decoding
from truceline.reading.intake.found import Found

NAME = "txt/1"


def read(data: bytes, _path: str) -> Found:
    """The characters of the file."""
    decoding.refuse_binary(data)
    return Found(decoding.utf8(data), NAME)
