"""Bytes to a Text: .txt as decoded, .html through an extractor; what cannot be read says why and what to do."""

from __future__ import annotations

from pathlib import PurePosixPath

from truceline.evidence import Text
from truceline.reading import language

_TXT = (".txt", ".text", ".md")
_HTML = (".html", ".htm", ".xhtml")
_BINARY = {b"%PDF": "a PDF", b"PK\x03\x04": "a zip archive (perhaps .docx or .xlsx)", b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture",
           b"\xd0\xcf\x11\xe0": "an old Office file", b"GIF8": "a GIF picture", b"\x1f\x8b": "a gzip archive"}  # fmt: skip


class Unreadable(Exception):  # noqa: N818 - it is the document that is unreadable; "Error" would say less
    """A document that cannot be read: ``reason`` what is wrong with it, ``advice`` what its owner may do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}; {advice}")
        self.reason, self.advice = reason, advice


def extract(data: bytes, path: str) -> Text:
    """The Text of a document. Raises Unreadable for empty, binary, wrongly encoded, foreign-language or unknown files."""
    suffix = PurePosixPath(path.replace("\\", "/")).suffix.lower()
    if not data.strip():
        raise Unreadable("the file is empty", "save the article's text in it, or remove it")
    _refuse_binary(data)
    if suffix not in (*_TXT, *_HTML):
        raise Unreadable(
            f"files of the kind '{suffix or 'no suffix'}' are not read",
            "save the text as .txt (UTF-8) or .html",
        )
    decoded = _decoded(data)
    if suffix in _TXT:
        text = Text(path, decoded, "txt/1")
    else:
        from truceline.reading import html

        text = Text(path, html.article(decoded), html.EXTRACTOR)
    if not text.string.strip():
        raise Unreadable("no article text was found in the page", "copy the article's text into a .txt file")
    foreign = language.foreign(text.string)
    if foreign:
        raise Unreadable(
            f"not read: language {foreign}",
            "add an English translation as a .txt file; the original may stay beside it",
        )
    return text


def _refuse_binary(data: bytes) -> None:
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


def _decoded(data: bytes) -> str:
    """UTF-8 without byte order mark, newlines untouched. Never guesses another encoding: a wrong guess changes names."""
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    try:
        return data[start:].decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + start
        raise Unreadable(
            f"the file is not UTF-8: byte 0x{data[at]:02x} at offset {at}",
            "convert it, for example: iconv -f WINDOWS-1256 -t UTF-8 old.txt > new.txt (with the encoding it really has)",
        ) from error
