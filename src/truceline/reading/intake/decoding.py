"""Bytes to characters: UTF-8, or what the document itself declares. Never a guess: a wrong one changes names."""

from __future__ import annotations

import codecs

from truceline.reading.intake.unreadable import Unreadable

_BINARY = {b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive (perhaps .docx or .xlsx)", b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture",
           b"\xd0\xcf\x11\xe0": "an old Office file", b"GIF8": "a GIF picture", b"\x1f\x8b": "a gzip archive"}  # fmt: skip


def refuse_binary(data: bytes) -> None:
    """Raise Unreadable for what is no text: a known signature, NUL bytes, many control characters."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable("the file is encoded in UTF-16", "save it as UTF-8")
    for signature, name in _BINARY.items():
        if data.startswith(signature):
            raise Unreadable(f"the file is {name}, not text", "save the article's text as .txt (UTF-8)")
    sample = data[:65536]
    control = sum(b < 32 and b not in b"\t\n\r\x0b\x0c\x1b" for b in sample)
    if b"\0" in sample or control > len(sample) // 20:
        raise Unreadable("the file is binary, not text", "save the article's text as .txt (UTF-8)")


def utf8(data: bytes) -> str:
    """UTF-8 without byte order mark, newlines untouched."""
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + start
        raise Unreadable(
            f"the file is not UTF-8: byte 0x{data[at]:02x} at offset {at}",
            "convert it, for example: iconv -f WINDOWS-1256 -t UTF-8 old.txt > new.txt (with the encoding it really has)",
        ) from error


def declared(data: bytes, name: str) -> str:
    """UTF-8 where it is that, else the encoding that the document declares; raises Unreadable where it is neither.

    Bytes beyond ASCII that are sound UTF-8 are nothing else in practice: a page saved anew keeps its old declaration.
    """
    try:
        return utf8(data)
    except Unreadable:
        if not name or not _known(name):
            raise
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"the document says that it is {name.replace('_', '-')}, but byte 0x{data[error.start]:02x} at offset {error.start} is not",
            "save it as UTF-8 with the program that shows it well",
        ) from error


def _known(name: str) -> bool:
    try:
        return codecs.lookup(name).name not in ("utf-8", "ascii")
    except (LookupError, ValueError):
        return False
