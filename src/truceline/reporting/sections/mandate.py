"""Mandate and positions: what a force should do, text by text and speaker by speaker, with what moved (frame D)."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.positions import Agreeing, Matrix, mandate_matrix, stances
from truceline.positions.mandate import MatrixCell
from truceline.reporting.model import Cell, Column, Kind, Line, Row, Section, Table
from truceline.reporting.sections.page import Page, wording_run


def positions_section(page: Page) -> Section:
    """One matrix a force of the agreement file, and the stances stated on anything else."""
    agreement, actors = page.case.agreement, page.case.lexicon.actors
    found = [mandate_matrix(agreement, page.as_of, force=m.force, actors=actors) for m in agreement.mandates]
    shown = [m for m in found if m.columns and m.rows]
    tables = tuple(matrix_table(page, m) for m in shown)
    notes = tuple(line for m in shown for line in matrix_notes(page, m))
    lines = tuple(_stances(page))
    return Section(
        "positions",
        "Mandate and positions",
        lines,
        tables,
        empty="No position is held at this date.",
        notes=notes,
    )


def matrix_table(page: Page, matrix: Matrix) -> Table:
    """The functions of one force, text by text and speaker by speaker."""
    columns = tuple(_column(c.id, c.title, c.speaker, c.told, text=c.is_text) for c in matrix.columns)
    rows = tuple(
        Row(_plain(page, r.name), tuple(_cell(page, c) for c in r.cells), r.function) for r in matrix.rows
    )
    silent = "“silent” = not found in what is held of a text. “-” = not mentioned."
    notes = (*(Line((page.said(text),)) for text in matrix.legend), Line((wording_run(silent),)))
    title = f"What {page.name(matrix.force)} should do"
    return Table(f"matrix-{matrix.force}", title, columns, rows, corner="Function", notes=notes, wide=True)


def _column(name: str, title: str, speaker: str, told: str, *, text: bool) -> Column:
    return Column(
        name, f"{title}, {speaker}" if speaker else title, "Texts" if text else "Actors (speaker, date)", told
    )


def _plain(page: Page, text: str) -> Line:
    return Line((page.said(text),))


def _cell(page: Page, cell: MatrixCell) -> Cell:
    claims = page.cite(cell.claim) if cell.claim else ()
    words = cell.condition or cell.note
    return Cell(
        cell.word, words, Kind.STATED if claims else None, claims, "" if claims else "agreement: mandate"
    )


def matrix_notes(page: Page, matrix: Matrix) -> Iterator[Line]:
    """Overlap, conflict and movement under a matrix."""
    for label, group in (("Overlap", matrix.overlap), ("Conflict", matrix.conflict)):
        for found in group:
            yield Line((page.worked_out(_agreeing(found), "positions/overlap and conflict"),), label)
    for moved in matrix.movement:
        runs = []
        for change in moved.movement.changes:
            parts = [f"new: {', '.join(change.added)}" if change.added else ""]
            parts.append(
                f"not mentioned any more: {', '.join(change.not_mentioned)}" if change.not_mentioned else ""
            )
            parts += [f"{topic}: {was} → {now}" for topic, was, now in change.changed]
            told = "; ".join(p for p in parts if p)
            days = f"{page.day(change.before.day)} → {page.day(change.after.day)}"
            runs.append(
                page.worked_out(
                    f"{days}: {told}. ", "positions/movement", *change.before.claims, *change.after.claims
                )
            )
        if runs:
            yield Line((*runs, page.said(moved.movement.note)), f"Movement, {moved.name}")


def _agreeing(found: Agreeing) -> str:
    parts = [f"wanted by {', '.join(found.wanted_by)}" if found.wanted_by else ""]
    parts.append(f"rejected by {', '.join(found.rejected_by)}" if found.rejected_by else "")
    parts.append(f"in the texts: {', '.join(found.texts)}" if found.texts else "in no text held")
    return f"{found.name}: {'; '.join(p for p in parts if p)}."


def _stances(page: Page) -> Iterator[Line]:
    """The latest position of each holder on each issue, in its own words; words that bear on several issues stand once."""
    seen: set[tuple[str, ...]] = set()
    for found in stances(page.heard, page.as_of, actors=page.case.lexicon.actors):
        for stand in found.latest:
            reading = page.case.by_id.get(stand.claim)
            if reading is None:
                continue
            said = (
                reading.claim.document,
                str(reading.claim.start),
                reading.claim.speaker_text,
                reading.claim.text,
            )
            if said not in seen:
                seen.add(said)
                yield page.quote(reading)
