"""The short accounts: exchange, force and police and pledges, demands against a draft (frame H)."""

from __future__ import annotations

from truceline.positions import ExchangeRow, Handed, PledgeRow, PledgeTable, demands, exchange, pledges
from truceline.reporting.model import Cell, Column, Kind, Line, Row, Section, Table
from truceline.reporting.sections.handover import handover_table
from truceline.reporting.sections.page import Page

PLEDGED = (
    ("target", "target"),
    ("up_to", "up to"),
    ("coming", "said to come"),
    ("agreed", "agreed"),
    ("there", "there"),
)


def exchange_section(page: Page) -> Section:
    """What is owed and what is stated, each number with who states it and when; never a name of a person exchanged."""
    agreement = page.case.agreement
    rows = exchange(agreement, page.case.readings, page.as_of, actors=page.case.lexicon.actors)
    account = agreement.accounts.get("exchange")
    title = account.name if account else "Exchange"
    if not rows:
        return Section("exchange", title, empty="No duty of exchange is written in the agreement file.")
    columns = (Column("owed", "owed"), Column("stated", "stated"), Column("by", "by, as of"))
    confirmed = any(r.confirmed for r in rows)
    first = (
        "Confirmed by the receiving side: see the column “by”."
        if confirmed
        else "Confirmed by the receiving side: no statement held."
    )
    note = Line((page.absent(f"{first} Names are never printed in this account."),))
    made = tuple(_exchanged(page, r) for r in rows)
    first_table = Table("exchange-account", title, columns, made, corner="Who or what", notes=(note,))
    reckoned = handover_table(page, "exchange")
    return Section("exchange", title, tables=(first_table, *((reckoned,) if reckoned else ())))


def _exchanged(page: Page, row: ExchangeRow) -> Row:
    owed = "; ".join((row.owed, *row.also_owed))
    last: Handed | None = row.stated[-1] if row.stated else None
    cells: tuple[Cell, ...] = (Cell(owed, kind=Kind.SETTING, rule=f"agreement: {row.provision}"),)
    if last is None:
        return Row(_label(page, row.name), (*cells, Cell("no statement held"), Cell("-")), row.provision)
    claims = page.cite(last.claim)
    earlier = f"; {len(row.stated) - 1} earlier" if len(row.stated) > 1 else ""
    page.cite(*(h.claim for h in row.stated))
    by = Cell(f"{last.by}, {last.as_of}{earlier}", kind=Kind.STATED, claims=claims)
    return Row(
        _label(page, row.name), (*cells, Cell(last.value, kind=Kind.STATED, claims=claims), by), row.provision
    )


def _label(page: Page, text: str) -> Line:
    return Line((page.said(text),))


def pledges_section(page: Page) -> Section:
    """Targets, bounds, what is said to come, what is agreed, who is there."""
    tables = pledges(page.case.agreement, page.case.readings, page.as_of, actors=page.case.lexicon.actors)
    notes = (
        Line(
            (
                page.absent(
                    "“none” = no statement held. Came forward, chosen, trained, at work are four things."
                ),
            )
        ),
    )
    made = tuple(_pledged(page, t) for t in tables if t.rows)
    lines = tuple(
        Line((page.said(f"{s.value} {s.counts}, {s.speaker}, {s.told}", s.claim),))
        for t in tables
        for s in t.stated
        if s.checked
    )
    return Section(
        "pledges",
        "Force, police, pledges",
        lines,
        made,
        empty="No pledge is held at this date.",
        notes=notes if made else (),
    )


def _pledged(page: Page, table: PledgeTable) -> Table:
    columns = (*(Column(i, label) for i, label in PLEDGED), Column("source", "source"))
    rows = tuple(_contributor(page, r, n) for n, r in enumerate(table.rows, 1))
    return Table(f"pledges-{table.unit.replace(' ', '-')}", table.unit, columns, rows, corner="Who")


def _contributor(page: Page, row: PledgeRow, number: int) -> Row:
    cells = []
    for column, _ in PLEDGED:
        held = row.cells.get(column)
        claims = page.cite(*held.claims) if held else ()
        cells.append(Cell(row.cell(column), kind=Kind.STATED if claims else None, claims=claims))
    every = page.cite(*(c for e in row.cells.values() for c in e.claims))
    source = Cell("; ".join(row.sources) or "-", kind=Kind.STATED if every else None, claims=every)
    return Row(_label(page, row.by or f"all {row.unit}"), (*cells, source), f"r{number}", inset=bool(row.by))


def demands_section(page: Page) -> Section:
    """Demands against drafts: how each is said to be answered, and whether the text itself was read."""
    found = demands(page.case.agreement, page.as_of, actors=page.case.lexicon.actors)
    if not found.rows:
        return Section(
            "demands",
            "Demands and drafts",
            empty=found.empty or "No draft is held, and no demand against one.",
        )
    columns = (Column("answer", "answer"), Column("basis", "on what that rests"))
    rows = []
    for number, row in enumerate(found.rows, 1):
        claims = page.cite(row.claim) if row.claim else ()
        kind = Kind.STATED if claims else None
        cells = (Cell(row.answer, kind=kind, claims=claims), Cell(row.rests_on, kind=kind, claims=claims))
        rows.append(Row(Line((page.said(f"{row.by}: {row.demand}", *claims),)), cells, f"d{number}"))
    table = Table("demands-table", "Demands and drafts", columns, tuple(rows), corner="Demand")
    return Section("demands", "Demands and drafts", tables=(table,))
