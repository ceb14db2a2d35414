"""Word documents (.docx): paragraphs and rows of tables as lines; heads and feet of pages are marked. Nothing in it is run.

ECMA-376 part 1. Text that tracked changes have deleted, comments and field codes are no text of the document.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from truceline.reading.intake import bounds, xml
from truceline.reading.intake.found import Found, Lines, Masthead
from truceline.reading.intake.unreadable import Unreadable

NAME = "docx/1"
_BODY = "word/document.xml"
_LEFT = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr", "tblPr"})
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_ADVICE = "open it in Word or LibreOffice and save it anew as .docx, or save its text as .txt"


def read(data: bytes, _path: str) -> Found:
    """The text in the order of heads, body, notes, feet."""
    with _archive(data) as archive:
        names = archive.namelist()
        if _BODY not in names:
            raise Unreadable("the file is a zip archive without a Word document in it", _ADVICE)
        lines = Lines()
        for name in (
            *_parts(names, "header"),
            _BODY,
            *_parts(names, "footnotes", "endnotes"),
            *_parts(names, "footer"),
        ):
            root = xml.parse(_member(archive, name), name)
            for line in _lines(root):
                lines.add(line, aside=name.startswith(("word/header", "word/footer")))
        notes = ("its comments are not read",) if "word/comments.xml" in names else ()
        return lines.found(NAME, Masthead(title=_title(archive, names)), notes)


def _archive(data: bytes) -> zipfile.ZipFile:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            "the file is an old or an encrypted Office file, not a .docx",
            "open it in Word or LibreOffice, remove its password if it has one, and save it as .docx",
        )
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Unreadable(f"the .docx is damaged or cut short ({str(error).lower()})", _ADVICE) from error


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of the archive, bounded by what it really unpacks to, not by what it says."""
    if archive.getinfo(name).flag_bits & 1:
        raise Unreadable("the .docx is encrypted", "remove its password and save it anew")
    try:
        with archive.open(name) as part:
            found = part.read(bounds.LARGEST + 1)
    except Exception as error:  # zipfile and zlib raise errors of many kinds on damaged data
        raise Unreadable(f"the .docx is damaged or cut short ({str(error).lower()})", _ADVICE) from error
    bounds.refuse_large(len(found), f"{name} in the .docx")
    return found


def _parts(names: list[str], *kinds: str) -> list[str]:
    return sorted(n for n in names if n.endswith(".xml") and n.startswith(tuple(f"word/{k}" for k in kinds)))


def _title(archive: zipfile.ZipFile, names: list[str]) -> str:
    """The title among its properties; its author is a private person, and is left out."""
    if "docProps/core.xml" not in names:
        return ""
    root = xml.parse(_member(archive, "docProps/core.xml"), "docProps/core.xml")
    return next((" ".join((e.text or "").split()) for e in root if xml.local(e) == "title"), "")


def _lines(element: Element) -> Iterator[str]:
    """A line for each paragraph and each row of a table, its cells parted by tabs."""
    for child in element:
        name = xml.local(child)
        if name in _LEFT:
            continue
        if name == "p":
            yield from _paragraph(child)
        elif name == "tr":
            cells = (" ".join(_lines(cell)) for cell in child if xml.local(cell) in ("tc", "sdt"))
            yield "\t".join(cell.replace("\t", " ") for cell in cells).strip()
        else:
            yield from _lines(child)


def _paragraph(paragraph: Element) -> Iterator[str]:
    """Its lines; what stands in a box anchored in it comes after it."""
    boxes: list[Element] = []
    for line in "".join(_words(paragraph, boxes)).split("\n"):
        yield line.strip()
    for box in boxes:
        yield from _lines(box)


def _words(element: Element, boxes: list[Element]) -> Iterator[str]:
    for child in element:
        name = xml.local(child)
        if name == "t":
            yield child.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name not in _LEFT:
            yield from _words(child, boxes)
