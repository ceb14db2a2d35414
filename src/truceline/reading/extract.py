"""Bytes to a Text: by the extractor of its kind, in English; what cannot be read says why and what to do."""

from __future__ import annotations

from truceline.evidence import Aside, Text
from truceline.reading import language
from truceline.reading.intake import bounds
from truceline.reading.intake.found import Found
from truceline.reading.intake.table import CONTAINERS, FORMATS, reader, suffix
from truceline.reading.intake.unreadable import Unread, Unreadable

__all__ = ["Unread", "Unreadable", "extract", "found", "text"]


def extract(data: bytes, path: str, *, kind: str = "", charset: str = "") -> Text:
    """The Text of a document. Raises Unreadable for empty, damaged, wrongly encoded or unknown files, Unread for what is not
    in English. ``kind`` is the suffix where *path* is no file name; ``charset`` what a server declared of a page.
    """
    return text(found(data, path, kind=kind, charset=charset), path)


def found(data: bytes, path: str, *, kind: str = "", charset: str = "") -> Found:
    """What the extractor of its kind finds in a file, in whatever language. Raises Unreadable."""
    kind = kind or suffix(path)
    if not data.strip():
        raise Unreadable("the file is empty", "save the article's text in it, or remove it")
    if kind in CONTAINERS:
        raise Unreadable(
            "the file holds several documents",
            f"put them into the case one by one with: truceline add CASE {path.rsplit('/', 1)[-1]}",
        )
    if kind not in FORMATS:
        raise Unreadable(
            f"files of the kind '{kind or 'no suffix'}' are not read",
            f"save the text as .txt (UTF-8), or as one of {', '.join(FORMATS)}",
        )
    bounds.refuse_large(len(data))
    extractor = reader(kind)
    made = extractor(data, path, charset) if charset and FORMATS[kind] == "html" else extractor(data, path)
    if not made.string.strip():
        raise Unreadable("there is no text in the file", "copy the article's text into a .txt file")
    return made


def text(made: Found, path: str) -> Text:
    """The Text of what was found, with paragraphs in other languages marked; raises Unread where it is not in English."""
    told = language.judge(made.string, made.asides)
    if told.foreign:
        raise Unread(told.foreign, told.code)
    asides = tuple(sorted((*made.asides, *told.asides), key=_start))
    return Text(path, made.string, made.extractor, asides=asides, notes=(*made.notes, *told.notes))


def _start(aside: Aside) -> int:
    return aside.span.start
