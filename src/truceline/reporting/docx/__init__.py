"""The report as a Word document: the same parts in the same order as the page, each number with the statement it rests on."""

from __future__ import annotations

import io

from truceline.reporting.model import Report
from truceline.reporting.naming import name
from truceline.reporting.packing import packed

__all__ = ["name", "render"]


def render(report: Report) -> bytes:
    """The document's bytes."""
    from truceline.reporting.docx.document import document  # loaded by whoever wants a document

    buffer = io.BytesIO()
    document(report).save(buffer)
    return packed(buffer.getvalue())
