"""What python-docx has no word for: links within the document, places to link to, shading, headings that repeat, right to left."""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

SHADE = "EDEDED"


def element(tag: str, /, **attributes: str) -> Any:
    """A WordprocessingML element: ``element("w:shd", val="clear")``."""
    made: Any = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def link(paragraph: Paragraph, place: str, text: str) -> Run:
    """A run that leads to a place of this document."""
    made = element("w:hyperlink", anchor=place, history="1")
    run = paragraph.add_run(text)
    made.append(run._r)
    paragraph._p.append(made)
    return run


def bookmark(paragraph: Paragraph, place: str, number: int, text: str) -> Run:
    """A run that links lead to; ``number`` is its own in the document."""
    paragraph._p.append(element("w:bookmarkStart", id=str(number), name=place))
    run = paragraph.add_run(text)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))
    return run


def shade(paragraph: Paragraph) -> None:
    """Grey behind a paragraph that a machine read."""
    paragraph._p.get_or_add_pPr().append(element("w:shd", val="clear", color="auto", fill=SHADE))


def repeat(table: Table) -> None:
    """The first row again on each page, and no row torn apart."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))


def page_number(paragraph: Paragraph) -> None:
    """The number of the page, worked out by Word."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            run._r.append(element("w:fldChar", fldCharType=kind))
        else:
            told = element("w:instrText")
            told.text = "PAGE"
            run._r.append(told)


def right_to_left(part: Any) -> None:
    """Every paragraph of a part of the document and its runs run from right to left."""
    for paragraph in part.iter(qn("w:p")):
        paragraph.get_or_add_pPr().append(element("w:bidi"))
        for run in paragraph.iter(qn("w:r")):
            run.get_or_add_rPr().append(element("w:rtl"))


def columns_right_to_left(table: Table) -> None:
    """The first column stands on the right."""
    table.table_direction = WD_TABLE_DIRECTION.RTL
