"""The rows of each sheet, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.reporting.model import Cell, Column, Duty, Pending, Report, Statement
from truceline.reporting.xlsx.cells import Value

Row = tuple[Value, ...]

BOARD = (
    "kind",
    "checked",
    "duty id",
    "bearer",
    "duty",
    "deed",
    "as stated by",
    "value",
    "words",
    "would become",
    "statements",
    "rule",
)
FIGURES = (
    "kind", "checked", "group", "value", "low", "high", "approximator", "counts", "basis", "per", "counter", "one of these is", "since",
    "as of", "passed on by", "statements",
)  # fmt: skip
STATEMENTS = (
    "kind", "checked", "number", "id", "type", "words", "sentence before", "sentence after", "said by", "written as", "for",
    "whose words or count", "passed on by", "outlet", "address", "published", "document", "first character", "last character", "doubt",
    "checked by", "checked at", "words are",
)  # fmt: skip
REVIEW = (
    "kind",
    "checked",
    "id",
    "type",
    "exact words",
    "said by",
    "written as",
    "published",
    "document",
    "first character",
    "last character",
    "doubt",
    "would change",
)


def _word(checked: bool) -> str:
    return "checked" if checked else "not checked"


def board(report: Report) -> Iterator[Row]:
    """One row a duty and column, and one below it for each machine reading beside the cell."""
    for group in report.board.groups:
        for duty in group.rows:
            for column, cell in zip(report.board.columns, duty.cells, strict=True):
                yield from _cells(group.title, duty, column, cell)


def _cells(bearer: str, duty: Duty, column: Column, cell: Cell) -> Iterator[Row]:
    who = "mission" if column.apart else column.label
    kind = cell.kind.value if cell.kind else ""
    place = (duty.id, bearer, duty.name, duty.deed, who)
    known = _word(cell.checked) if cell.kind else ""
    yield (kind, known, *place, cell.value, cell.words, "", " ".join(cell.claims), cell.rule)
    for waiting in cell.pending:
        yield (
            "stated",
            _word(False),
            *place,
            "",
            f"Machine reading, not checked: {waiting.says}",
            waiting.would,
            waiting.claim,
            "",
        )


def figures(report: Report) -> Iterator[Row]:
    """One row a figure as stated; nothing is added up."""
    for group in report.figures.groups:
        for x in group.rows:
            value = x.value if x.checked else f"Machine reading, not checked: {x.value}"
            yield (
                x.kind, _word(x.checked), group.title, value, x.low, x.high, x.approximator, x.counts, x.basis, x.per, x.counter, x.definition,
                x.since, x.as_of, x.relay, " ".join(x.claims),
            )  # fmt: skip


def statements(report: Report) -> Iterator[Row]:
    """Every statement that the page opens."""
    for s in report.statements.values():
        words = s.words if s.checked else f"Machine reading, not checked: {s.words}"
        words = f"CONFIDENTIAL: {words}" if s.confidential else words
        yield (
            "stated", _word(s.checked), s.number, s.id, s.kind, words, s.before, s.after, s.speaker or "not resolved", s.speaker_text, s.on_behalf_of,
            s.original, ", ".join(s.relay), s.outlet, s.address, s.published, s.document, s.start, s.end, "; ".join(s.doubt), s.reviewer, s.reviewed,
            "the case author's rendering" if s.rendering else "exact",
        )  # fmt: skip


def review(report: Report) -> Iterator[Row]:
    """The machine readings that wait, with what each would change."""
    would = {p.claim: p.would for p in waiting(report)}
    for s in report.statements.values():
        if not s.checked:
            yield _review_row(s, would.get(s.id, ""))


def _review_row(s: Statement, would: str) -> Row:
    return (
        "stated", _word(False), s.id, s.kind, f"Machine reading, not checked: {s.words}", s.speaker or "not resolved", s.speaker_text, s.published,
        s.document, s.start, s.end, "; ".join(s.doubt), would,
    )  # fmt: skip


def waiting(report: Report) -> Iterator[Pending]:
    """Every machine reading that stands beside something, those of the list before signing last, so that they win."""
    for group in report.board.groups:
        for duty in group.rows:
            for cell in duty.cells:
                yield from cell.pending
    for gate in report.gates:
        yield from gate.pending
    yield from report.todo.items
