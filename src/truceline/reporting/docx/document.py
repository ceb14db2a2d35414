"""The whole document, its parts in the order of the page."""

from __future__ import annotations

from docx.document import Document

from truceline.reporting.docx import parts, sentences
from truceline.reporting.docx.paper import Paper
from truceline.reporting.model import Report

ORDER = (
    parts.head,
    parts.voices,
    parts.changed,
    parts.board,
    parts.todo,
    parts.ahead,
    parts.gates,
    parts.figures,
    parts.sections,
    sentences.statements,
    sentences.foot,
)
"""As ``html/templates/page.html.j2`` includes them; its contents are Word's own list of headings."""


def document(report: Report) -> Document:
    """The document of a report, with the replacement sign where a text holds what Word cannot."""
    paper = Paper(report)
    report = paper.report
    for part in ORDER:
        part(paper)
    told = paper.word.core_properties
    told.title = f"{report.head.title}: {report.head.name}"[:255]
    told.author, told.language, told.comments = "Truceline", report.language, ""
    return paper.done()
