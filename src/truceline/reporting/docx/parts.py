"""The parts of the report, each as the page has it."""

from __future__ import annotations

from docx.table import Table as WordTable
from docx.table import _Cell

from truceline.reporting.docx.paper import Paper
from truceline.reporting.model import BoardGroup, Column, FigureRow, GateSection, Line, Section, Table


def head(paper: Paper) -> None:
    """State, title, period, hands."""
    h, t = paper.report.head, paper.t
    tier = (
        t("PUBLIC: signed content only")
        if h.public
        else t("INTERNAL: holds unchecked readings, not for release")
        if paper.report.unchecked
        else t("INTERNAL: not for release")
    )
    state = t("SIGNED") if h.signed else t("DRAFT - NOT SIGNED")
    paper.paragraph().add_run(f"{state}    {tier}").bold = True
    paper.heading(f"{h.title}  {h.name}", 0)
    paper.pair(t("Covers"), f"{h.covers_from} {t('to')} {h.covers_to} ({h.offset})")
    if not h.public:
        paper.pair(t("Prepared by"), h.prepared_by or t("not stated"))
    signed = ", ".join(x for x in (h.signed_by, h.signed_at) if x) if h.signed else t("nobody yet")
    paper.pair(t("Signed by"), signed)
    paper.lines(h.day_counts)
    for told in filter(None, (h.superseded, h.notice)):
        paper.paragraph(told)
    if h.errata:
        paper.heading(t("Corrections"))
        paper.lines(h.errata)


def voices(paper: Paper) -> None:
    """Whose voices the report rests on."""
    v, t = paper.report.voices, paper.t
    paper.heading(t("Whose voices this report rests on"))
    documents = t("document") if v.documents == 1 else t("documents")
    speakers = t("speaker") if v.speakers == 1 else t("speakers")
    paper.paragraph(f"{t('In this period:')} {v.documents} {documents}, {v.speakers} {speakers}")
    for side in v.sides:
        made = paper.paragraph(f"{side.side} {side.count}", "List Bullet")
        paper.refs(made, side.claims)
        made.add_run(f"  {t('last heard')} {side.last}" if side.last else f"  {t('never heard')}")
        paper.refs(made, side.last_claims)
    if v.never:
        paper.pair(t("Never heard in this case"), ", ".join(v.never))
    if v.remark:
        paper.paragraph(v.remark)


def changed(paper: Paper) -> None:
    """What changed since the report before."""
    t = paper.t
    paper.heading(t("What changed"), small=t("each line opens its sentence"))
    for item in paper.report.changed.items:
        made = paper.line(item.line, item.issue)
        made.add_run(f"  {t('checked') if item.line.checked else t('not checked')}").italic = True
        paper.lines(item.beside)
    if not paper.report.changed.items:
        paper.paragraph(t("No new statement in this period has been checked."))
    for line in paper.report.changed.closing:
        paper.line(line)


def board(paper: Paper) -> None:
    """The status board: rows by bearer, a column for each viewpoint; what is folded on the page stands in a table of its own."""
    b, t = paper.report.board, paper.t
    paper.heading(t("Status board"), small=f"{b.shown} {t('of')} {b.total} {t('provisions')}")
    paper.paragraph(f"{t('kind')}: s {t('stated')}, c {t('computed')}, f {t('found')}")
    if b.shown:
        _board(paper, t("Status board"), folded=False)
    else:
        paper.paragraph(
            t(
                "No checked statement bears on a provision yet: the board is empty, which says nothing about any party."
            )
        )
    if b.total > b.shown:
        rest = f"{b.total - b.shown} {t('more: unchanged or nothing held')}"
        _board(paper, rest, folded=True)
    paper.paragraph(
        t(
            "“no statement” = none held here. “position only” = says what should be, not what is: see Positions."
        ),
        "List Bullet",
    )
    paper.paragraph(t("“checked” means that they said this, never that it is so."), "List Bullet")
    paper.lines(b.notes)


def _board(paper: Paper, caption: str, *, folded: bool) -> None:
    columns = paper.report.board.columns
    heads = [c.label if c.apart else f"{paper.t('as stated by')} {c.label}" for c in columns]
    table = paper.table(caption, ["", *heads])
    for cell, column in zip(table.rows[0].cells[1:], columns, strict=True):
        _note(paper, cell, column)
    for group in paper.report.board.groups:
        if any(d.folded == folded for d in group.rows):
            paper.band(table, group.title)
            _duties(paper, table, group, folded=folded)
    paper.end(table)


def _note(paper: Paper, cell: _Cell, column: Column) -> None:
    """What stands under a column's heading."""
    if column.note:
        made = cell.add_paragraph(column.note)
        paper.refs(made, column.claims)


def _duties(paper: Paper, table: WordTable, group: BoardGroup, *, folded: bool) -> None:
    t = paper.t
    for duty in (d for d in group.rows if d.folded == folded):
        name, *cells = table.add_row().cells
        kind = (
            f" ({t('a ' + duty.deed)})"
            if duty.deed in ("power", "permission") and duty.deed not in duty.name
            else ""
        )
        name.paragraphs[0].add_run(duty.name + kind).bold = True
        if duty.changed:
            name.paragraphs[0].add_run(f" {t('new in this period')}").italic = True
        for place, cell in zip(cells, duty.cells, strict=True):
            paper.cell(place, cell, mark=True)


def todo(paper: Paper) -> None:
    """What stands between the page and a signature; never in a public file."""
    d, t = paper.report.todo, paper.t
    if paper.report.head.public:
        return
    paper.heading(t("To do before signing"))
    touch = (
        t("unchecked reading touches this page")
        if d.unchecked == 1
        else t("unchecked readings touch this page")
    )
    minutes = (
        f" ({t('about')} {d.minutes} {t('minute') if d.minutes == 1 else t('minutes')})"
        if d.unchecked
        else ""
    )
    undated = t("document lacks a date") if d.undated == 1 else t("documents lack a date")
    paper.paragraph(f"{d.unchecked} {touch}{minutes} - {d.undated} {undated} - {d.left_out} {t('left out')}")
    paper.lines(d.lines)
    for pending in d.items:
        paper.reading(pending, t("If accepted, it would change:"))


def ahead(paper: Paper) -> None:
    """The dates that lie ahead."""
    section(paper, paper.report.ahead)


def gates(paper: Paper) -> None:
    """Whose condition, and whose account: never collapsed."""
    for gate in paper.report.gates:
        _gate(paper, gate)


def _gate(paper: Paper, gate: GateSection) -> None:
    t = paper.t
    paper.heading(gate.phase, small=f"{t('as known on')} {paper.report.head.known}")
    paper.line(gate.texts, t("The texts"))
    paper.line(gate.declared, t("Declared open by anybody?"))
    if gate.rows:
        heads = (
            "Who says what must come first",
            "Where that stands (sources' words)",
            "What is open under it",
        )
        table = paper.table(gate.title, [t(x) for x in heads])
        for row in gate.rows:
            who, stands, open_ = table.add_row().cells
            paper.line(row.holder, into=who.paragraphs[0])
            paper.line(row.words, into=who.add_paragraph())
            _stacked(paper, stands, row.stands)
            _stacked(paper, open_, row.open)
        paper.end(table)
    else:
        paper.paragraph(t("No condition is stated by anybody in what is held."))
    for pending in gate.pending:
        paper.reading(pending, t("If accepted, it would add:"))
    _beside(paper, gate)


def _beside(paper: Paper, gate: GateSection) -> None:
    t = paper.t
    if gate.rows:
        paper.paragraph(
            t(
                "Two questions, kept apart: whose condition (rows) and whose account of the facts (the board's columns)."
            )
        )
    if gate.matrix:
        matrix(paper, gate.matrix)
    paper.lines(gate.beside)
    if gate.needed:
        paper.heading(t("What would have to be stated, and by whom, for a condition to be met"), 2)
        paper.lines(gate.needed)
    if gate.unsaid:
        paper.heading(t("What nobody said"), 2)
        paper.lines(gate.unsaid)


def _stacked(paper: Paper, place: _Cell, lines: tuple[Line, ...]) -> None:
    """Lines below each other in a cell."""
    for number, line in enumerate(lines):
        paper.line(line, into=place.add_paragraph() if number else place.paragraphs[0])
    if not lines:
        place.paragraphs[0].add_run("-")


def figures(paper: Paper) -> None:
    """Figures side by side; nothing is added up. The page's charts draw the same rows and stay there."""
    f, t = paper.report.figures, paper.t
    small = f"{t('as known on')} {paper.report.head.known} - {t('nothing is added up')}"
    paper.heading(t("Figures side by side"), small=small)
    if f.groups:
        heads = (
            "value and bound",
            "counter",
            "one of these is",
            "since",
            "as of",
            "passed on by",
            "checked or not",
        )
        table = paper.table(t("Figures side by side"), [t(x) for x in heads])
        for group in f.groups:
            band = paper.band(table, group.title)
            if group.owed:
                paper.line(group.owed, t("owed:").rstrip(":"), band.add_paragraph())
            for row in group.rows:
                _figure(paper, table.add_row().cells, row)
        paper.end(table)
    else:
        paper.paragraph(f.empty)
    _around(paper)


def _figure(paper: Paper, cells: tuple[_Cell, ...], row: FigureRow) -> None:
    t = paper.t
    lead = "" if row.checked else f"{t('Machine reading, not checked:')} "
    cells[0].paragraphs[0].add_run(lead + row.value)
    paper.refs(cells[0].paragraphs[0], row.claims)
    told = (row.counter, row.definition, row.since, row.as_of, row.relay)
    for cell, text in zip(cells[1:6], told, strict=True):
        cell.paragraphs[0].add_run(text or "-")
    cells[6].paragraphs[0].add_run(t("checked") if row.checked else t("not checked"))


def _around(paper: Paper) -> None:
    f, t = paper.report.figures, paper.t
    if f.comparisons:
        told = t("What can be set side by side, and what cannot")
        paper.heading(told, 2, t("computed; no verdict"))
        for comparison in f.comparisons:
            paper.line(comparison.words, comparison.label)
    for title, lines in ((t("Kept out"), f.kept_out), (t("Who looked"), f.looked)):
        if lines:
            paper.heading(title, 2)
            paper.lines(lines)


def sections(paper: Paper) -> None:
    """The parts behind the figures."""
    for one in paper.report.sections:
        section(paper, one)


def section(paper: Paper, one: Section) -> None:
    """A titled part: tables, lines, machine readings, notes; or the sentence that stands where it is empty."""
    paper.heading(one.title)
    for table in one.tables:
        matrix(paper, table)
    paper.lines(one.lines)
    if one.is_empty:
        paper.paragraph(one.empty or paper.t("No statement held."))
    for pending in one.pending:
        paper.reading(pending)
    paper.lines(one.notes)


def matrix(paper: Paper, table: Table) -> None:
    """A table of the model."""
    made = paper.table(
        table.caption,
        [table.corner, *(f"{c.group}: {c.label}" if c.group else c.label for c in table.columns)],
    )
    for cell, column in zip(made.rows[0].cells[1:], table.columns, strict=True):
        _note(paper, cell, column)
    for row in table.rows:
        name, *cells = made.add_row().cells
        paper.line(row.head, into=name.paragraphs[0])
        for place, cell in zip(cells, row.cells, strict=True):
            paper.cell(place, cell)
    paper.end(made)
    paper.lines(table.notes)
