"""The paper that the report is written on: headings, lines with the numbers of their statements, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from truceline.reporting.docx import marks
from truceline.reporting.docx.cleaned import cleaned
from truceline.reporting.language import direction, translator
from truceline.reporting.model import Cell, Kind, Line, Pending, Report
from truceline.reporting.model import Run as Words

BLACK = RGBColor(0, 0, 0)
BROAD = 6
"""From so many columns on the paper lies on its side."""
_STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "List Bullet")


class Paper:
    """Writes pieces of the report model; every piece that rests on statements carries their numbers as links."""

    def __init__(self, report: Report) -> None:
        self.report = cleaned(report)
        self.t = translator(report.language)
        self.word: WordDocument = Document()
        self._dress()

    def _dress(self) -> None:
        """A4, one face, black: no colour says anything about a party."""
        for name in _STYLES:
            font = self.word.styles[name].font
            font.name, font.color.rgb = "Calibri", BLACK
        self.word.styles["Normal"].font.size = Pt(10)
        page = self.word.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        if len(self.report.board.columns) >= BROAD:
            page.orientation = WD_ORIENT.LANDSCAPE
            page.page_width, page.page_height = Mm(297), Mm(210)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(18)

    def done(self) -> WordDocument:
        """The document, its paragraphs in the direction of the language."""
        if direction(self.report.language) == "rtl":
            for table in self.word.tables:
                marks.columns_right_to_left(table)
            marks.right_to_left(self.word.element.body)
            marks.right_to_left(self.word.sections[0].footer.paragraphs[0]._p.getparent())
        return self.word

    # -- words
    def heading(self, text: str, level: int = 1, small: str = "") -> None:
        """A heading; ``small`` stands behind it in smaller type."""
        made = self.word.add_heading(text, level)
        if small:
            made.add_run(f"  {small}").font.size = Pt(9)

    def paragraph(self, text: str = "", style: str | None = None) -> Paragraph:
        """A paragraph of fixed words."""
        return self.word.add_paragraph(text, style)

    def pair(self, label: str, text: str) -> Paragraph:
        """A label and what it says."""
        made = self.paragraph()
        made.add_run(f"{label}: ").bold = True
        made.add_run(text)
        return made

    def line(self, line: Line, label: str = "", into: Paragraph | None = None) -> Paragraph:
        """A line of the model with its label and references."""
        made = self.paragraph() if into is None else into
        if told := label or line.label:
            made.add_run(told + ("" if told[-1:] in "?؟!" else ":") + " ").bold = True
        for run in line.runs:
            self.run(made, run)
        return made

    def lines(self, lines: Iterable[Line]) -> None:
        """Lines as a list."""
        for line in lines:
            self.line(line, into=self.paragraph(style="List Bullet"))

    def run(self, paragraph: Paragraph, run: Words) -> None:
        """One run; a machine reading says so before its words."""
        text = run.text if run.checked else f"{self.t('Machine reading, not checked:')} {run.text}"
        made = paragraph.add_run(text)
        made.italic = not run.checked
        if run.rule == "id":
            made.font.size = Pt(8)
        if run.opens:
            self.refs(paragraph, run.claims)

    def refs(self, paragraph: Paragraph, claims: Iterable[str]) -> None:
        """The numbers of statements, each leading to its sentence."""
        for claim in claims:
            if statement := self.report.statements.get(claim):
                run = marks.link(paragraph, f"s_{claim}", f"[{statement.number}]")
                run.font.superscript = True

    def reading(self, pending: Pending, become: str = "", into: Paragraph | None = None) -> None:
        """A machine reading beside something, and what it would change."""
        made = self.paragraph() if into is None else into
        statement = self.report.statements.get(pending.claim)
        quoted = f"“{statement.words}” - " if statement else ""
        told = f"{self.t('Machine reading, not checked:')} {quoted}{pending.says}"
        made.add_run(told).italic = True
        self.refs(made, (pending.claim,))
        if pending.would:
            made.add_run(f" {become or self.t('If accepted:')} {pending.would}").italic = True
        marks.shade(made)

    # -- tables
    def table(self, caption: str, heads: Sequence[str]) -> WordTable:
        """A table with its caption above and its headings."""
        made = self.paragraph()
        made.add_run(caption).bold = True
        made.paragraph_format.keep_with_next = True
        table = self.word.add_table(1, len(heads), "Table Grid")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
        return table

    def band(self, table: WordTable, text: str) -> _Cell:
        """A row over the whole width."""
        cells = table.add_row().cells
        made = cells[0].merge(cells[-1])
        made.paragraphs[0].add_run(text).bold = True
        return made

    def cell(self, place: _Cell, cell: Cell, *, mark: bool = False) -> None:
        """A cell of the model: its value, where it comes from, its references, and machine readings below."""
        made = place.paragraphs[0]
        lead = "" if cell.checked else f"{self.t('Machine reading, not checked:')} "
        made.add_run(lead + cell.value)
        if mark and cell.kind and cell.kind is not Kind.SETTING:
            made.add_run(f" {cell.kind.letter}").italic = True
        self.refs(made, cell.claims)
        if cell.words:
            made.add_run(f" {cell.words}").font.size = Pt(8)
        for pending in cell.pending:
            become = self.t("If accepted, this cell would read:")
            self.reading(pending, become, place.add_paragraph())

    def end(self, table: WordTable) -> None:
        """The last row was written."""
        marks.repeat(table)
        self.paragraph()
