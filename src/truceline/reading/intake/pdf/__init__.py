"""PDF: the text layer, its printed lines joined to paragraphs; running heads, feet and page numbers are marked.

No picture is read: a scan without a text layer is left out with the advice to run OCR, which is another program's work.
"""

from __future__ import annotations

import io
import logging
import re
import time
from collections.abc import Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from truceline.reading.intake.found import Found, Lines, Masthead
from truceline.reading.intake.pdf import heads, paragraphs
from truceline.reading.intake.pdf.line import Line, Printed
from truceline.reading.intake.unreadable import Unreadable

if TYPE_CHECKING:
    from pypdf import PdfReader

NAME = f"pdf/1+pypdf-{version('pypdf')}"
MOST_PAGES = 2_000
LONGEST = 120
"""Seconds for one file: far more than 2,000 pages of text take; drawings made to stall a reader take longer."""
_FILE = re.compile(r"\.\w{2,5}\s*$|^untitled", re.IGNORECASE)
"""A title that is the name of the file it was made from says nothing of the document."""
_OCR = "run OCR on it first (for example: ocrmypdf in.pdf out.pdf), and read the result beside the pictures"
_AGAIN = "open it in a PDF viewer and print it to a new PDF, or save its text as .txt"


# What is wrong with a file is told once, with its name and what to do (Unreadable); pypdf's own remarks name no file.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(data: bytes, _path: str) -> Found:
    """The paragraphs of all pages in the order in which the file gives them."""
    try:
        reader = _opened(data)
        pages = list(_pages(reader))
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except Unreadable:
        raise
    except Exception as error:  # a damaged file makes pypdf raise errors of any kind
        raise Unreadable(f"the PDF is damaged or cut short ({_plain(error)})", _AGAIN) from error
    _refuse_wordless(pages)
    lines = Lines()
    marks = heads.running(pages)
    for text, aside in paragraphs.joined(pages, marks):
        lines.add(text, aside=aside)
    named = "" if _FILE.search(title) else " ".join(title.split())
    return lines.found(NAME, Masthead(title=named), _notes(pages))


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader

    if b"%PDF" not in data[:1024]:
        raise Unreadable("the file is named .pdf, but is none", "give it the suffix of what it really is")
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        raise Unreadable("the PDF is encrypted", "open it with its password and print it to a new PDF")
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(f"the PDF has more than {MOST_PAGES:,} pages", "split it")
    return reader


def _opens(reader: PdfReader) -> bool:
    """Whether the empty password opens it, as with files that only forbid printing."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _pages(reader: PdfReader) -> Iterator[list[Line]]:
    until = time.monotonic() + LONGEST

    def in_time(*_: Any) -> None:
        """Called for each operation of a page."""
        if time.monotonic() > until:
            raise Unreadable(f"the PDF takes longer than {LONGEST} seconds to read", _AGAIN)

    for page in reader.pages:
        printed = Printed()
        page.extract_text(visitor_text=printed.take, visitor_operand_before=in_time)
        yield printed.lines()


def _refuse_wordless(pages: list[list[Line]]) -> None:
    """Raise Unreadable for a scan, and for a text layer whose letters cannot be told (fonts without their table)."""
    text = "".join(line.text for page in pages for line in page)
    letters = sum(c.isalpha() for c in text)
    strange = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or ord(c) < 9 for c in text)
    if letters < 20:
        raise Unreadable(f"the PDF has no text layer ({_count(len(pages))}, perhaps scanned)", _OCR)
    if strange > len(text) // 10 or len(re.findall(r"\(cid:\d+\)|/[gG]\d+", text)) > len(text) // 40:
        raise Unreadable("the text layer of the PDF cannot be told in letters", _OCR)


def _notes(pages: list[list[Line]]) -> tuple[str, ...]:
    """Pages between pages of text that hold none: perhaps scanned annexes."""
    empty = [str(n) for n, page in enumerate(pages, 1) if not any(line.text for line in page)]
    return (f"no text on page {', '.join(empty)}: scanned or empty, not read",) if empty else ()


def _count(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _plain(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
