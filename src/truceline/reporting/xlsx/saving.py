"""A workbook as bytes: titled, and the same for the same content."""

from __future__ import annotations

import io

from openpyxl import Workbook

from truceline.files.xml import clean
from truceline.reporting.packing import packed


def saved(book: Workbook, title: str) -> bytes:
    """The bytes of a workbook, without the moment of its making."""
    book.properties.title, book.properties.creator = clean(title), "Truceline"
    buffer = io.BytesIO()
    book.save(buffer)
    return packed(buffer.getvalue())
