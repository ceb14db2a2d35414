"""The report as a Word document: the same parts in the same order as the page, each number with the statement it rests on."""

from __future__ import annotations

import io
from importlib.util import find_spec

from truceline.reporting.model import Report
from truceline.reporting.naming import name

__all__ = ["NoWord", "name", "render"]


class NoWord(ImportError):  # noqa: N818 - what is missing
    """python-docx is not installed; the message says how to get it, and how to do without."""


def render(report: Report) -> bytes:
    """The document's bytes. Raises NoWord where python-docx is not installed."""
    if find_spec("docx") is None:
        raise NoWord(
            "a Word document needs python-docx, which is not installed: pip install 'truceline[docx]'. "
            "Without it: --format html, which Word opens as well"
        )
    from truceline.reporting.docx.document import document

    buffer = io.BytesIO()
    document(report).save(buffer)
    return buffer.getvalue()
