"""What blocks the next phase, according to whom: one row a holder's condition, never collapsed into one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from truceline.agreement.model import Assertion
from truceline.agreement.spoken import pieces, plain
from truceline.evidence import Kind, Target, Truth
from truceline.reporting.model import (
    Cell,
    Column,
    GateRow,
    GateSection,
    Line,
    Pending,
    Row,
    Run,
    Table,
    setting,
)
from truceline.reporting.sections.board import KINDS, REASONS
from truceline.reporting.sections.page import VALUES, Page, wording_run
from truceline.status import Condition, Loop
from truceline.status import GateRow as Standing

UNCITED = " (the case author's reading; no statement is cited)"
ORDERS = {True: "the holder's own mapping", False: "that these are meant is the case author's reading"}


def gates(page: Page) -> tuple[GateSection, ...]:
    """One section a gate of the agreement."""
    return tuple(_gate(page, g) for g in page.board.gates)


def _gate(page: Page, row: Standing) -> GateSection:
    gate = row.gate
    name = gate.name[:1].upper() + gate.name[1:]
    return GateSection(
        id=gate.id,
        title=f"Condition: {gate.name}",
        phase=f"{name}: what blocks it, according to whom",
        texts=_texts(page, row),
        declared=_declared(page, row.declared),
        rows=tuple(_row(page, c) for c in row.conditions),
        pending=tuple(_waiting(page, row)),
        beside=tuple(_circle(page, loop) for loop in page.board.loops if _touches(row, loop)),
        needed=tuple(_needed(page, row)),
        unsaid=tuple(_unsaid(page, row)),
        matrix=_matrix(page, row) if row.conditions else None,
    )


def _texts(page: Page, row: Standing) -> Line:
    """The text's own formula in words, ids beside them, and what of the texts is not public."""
    held = page.case.agreement.instruments.values()
    hidden = [
        i.name for i in held if i.text == "unpublished" and (i.date.earliest or page.as_of) <= page.as_of
    ]
    more = f" Unpublished, so that they cannot be assessed: {', '.join(hidden)}." if hidden else ""
    first, *others = _formula(page, row.text)
    return Line((_capital(first), *others, page.said(f".{more}")))


def _formula(page: Page, formula: str) -> Iterator[Run]:
    for words, id_ in pieces(formula, page.case.agreement, page.name):
        yield from (page.said(words), *_id(id_))


def _capital(run: Run) -> Run:
    return replace(run, text=run.text[:1].upper() + run.text[1:])


def _id(id_: str) -> tuple[Run, ...]:
    """The id of a provision behind its name, in small type."""
    return (setting(f" {id_}", "id"),) if id_ else ()


def _declared(page: Page, declared: tuple[Assertion, ...]) -> Line:
    if not declared:
        return Line((page.absent("No such statement held at this date."),))
    runs = []
    for said in declared:
        claim = said.source.claim.id if said.source.claim else ""
        day = page.day(said.source.date.latest) if said.source.date.latest else "no day held"
        runs.append(
            page.said(
                f"{page.name(said.by)}, {day}: {said.text or said.source.quote}{'' if claim else UNCITED}. ",
                claim,
            )
        )
    return Line(tuple(runs))


def _row(page: Page, condition: Condition) -> GateRow:
    return GateRow(
        holder=_holder(page, condition),
        words=_words(page, condition),
        stands=tuple(_stands(page, m) for m in condition.matters),
        open=tuple(_open(page, condition)),
    )


def _holder(page: Page, condition: Condition) -> Line:
    if condition.of_text:
        return Line((page.said("The text itself"),))
    reading = page.case.by_id.get(condition.claim or "")
    who = page.who(reading) if reading else page.name(condition.holder)
    day = page.day(condition.at.latest) if condition.at.latest else "no day held"
    return Line((page.said(f"{who}, {day}", condition.claim or ""),))


def _words(page: Page, condition: Condition) -> Line:
    if condition.of_text:
        return Line(tuple(_formula(page, condition.formula)))
    claim = condition.claim or ""
    reading = page.case.by_id.get(claim)
    relay = f"; passed on by {', '.join(reading.claim.relay)}" if reading and reading.claim.relay else ""
    words = (
        condition.words
        or (reading.claim.text if reading else "")
        or ", ".join(_names(page, condition.matters))
    )
    return Line((page.said(f"{words}{relay}{'' if reading else UNCITED}", claim),))


def _names(page: Page, matters: tuple[str, ...]) -> list[str]:
    held = page.case.agreement.provisions
    return [held[m].name if m in held else m for m in matters]


def _stands(page: Page, matter: str) -> Line:
    """Where one duty of a condition stands, in each account that holds something."""
    row = next((r for r in page.board.rows if r.provision.id == matter), None)
    later = next((p for p in page.board.later if p.id == matter), None)
    if later is not None:
        return Line((page.said(f"{later.name}: fixed by a text later than this day"),))
    if row is None:
        return Line((page.absent(f"{matter}: no statement held"),))
    runs = [page.said(f"{row.provision.name}: ")]
    told = 0
    for view in page.board.viewpoints:
        cell = row.cells[view.id]
        if view.mission or not cell.claims:
            continue
        value = (
            VALUES[cell.value] if cell.value is not Truth.UNKNOWN else REASONS.get(cell.reason, "no value")
        )
        when = f", {page.day(cell.at)}" if cell.at else ""
        text = f"{'; ' if told else ''}{value}, as stated by {view.label}{when}"
        computed = KINDS[cell.ground].value == "computed" if cell.ground else False
        runs.append(
            page.worked_out(text, f"status/{cell.reason.value}", *cell.claims)
            if computed
            else page.said(text, *cell.claims)
        )
        told += 1
    if not told:
        runs.append(page.absent("no statement held"))
    return Line(tuple(runs))


def _open(page: Page, condition: Condition) -> Iterator[Line]:
    """What is open under the condition in at least one account, and what nothing can settle."""
    matters = dict.fromkeys(p.matter for parts in condition.open_parts.values() for p in parts)
    if matters:
        yield Line((page.said("; ".join(_names(page, tuple(matters)))),))
    for words in condition.unmeasurable:
        yield Line((page.said(f"cannot be measured: {plain(words, page.name)}"),))
    if condition.matters and condition.mapping != "stated":
        yield Line((wording_run(ORDERS[False]),))


def _waiting(page: Page, row: Standing) -> Iterator[Pending]:
    """Machine readings of a condition that speak of the gate's duties; one that names none of any gate's stands at the first."""
    own = {m for c in row.conditions for m in c.matters}
    every = {m for g in page.board.gates for c in g.conditions for m in c.matters}
    for reading in (r for r in page.waiting if r.claim.kind is Kind.CONDITION):
        named = set(reading.linked(Target.PROVISION))
        if named & own or (row is page.board.gates[0] and not named & every):
            yield page.pending(reading.id, "; ".join(page.consequences.of(reading).words()))


def _touches(row: Standing, loop: Loop) -> bool:
    matters = {m for c in row.conditions for m in c.matters}
    return row.gate.id in loop.ids or bool(matters & set(loop.ids))


def _circle(page: Page, loop: Loop) -> Line:
    gates = {g.gate.id: g.gate.name for g in page.board.gates}
    names = [gates.get(i) or _names(page, (i,))[0] for i in (*loop.ids, loop.ids[0])]
    return Line((page.worked_out(" ← ".join(reversed(names)), "status/loops"),), "A circle, as it is stated")


def _needed(page: Page, row: Standing) -> Iterator[Line]:
    """What would have to be stated, in the holder's own account, for the holder's condition to be met."""
    for condition in row.conditions:
        side = page.case.lexicon.side(condition.holder)
        for view in page.board.viewpoints:
            parts = condition.open_parts.get(view.id, ())
            if side in view.holders and parts:
                wanted = "; ".join(f"{_names(page, (p.matter,))[0]}: {VALUES[p.wanted]}" for p in parts)
                yield Line(
                    (page.worked_out(f"{wanted}, by {view.label}.", "status/open parts"),),
                    f"under the condition of {page.name(condition.holder)}",
                )


def _unsaid(page: Page, row: Standing) -> Iterator[Line]:
    if not row.declared:
        yield Line((page.absent("Who decides that a condition is met: nobody named to judge."),))
        yield Line((page.absent("What happens if it is met and no one declares it."),))


def _matrix(page: Page, row: Standing) -> Table:
    columns = tuple(Column(v.id, v.label, apart=v.mission) for v in page.board.viewpoints)
    return Table(f"{row.gate.id}-matrix", "Whose condition (rows) and whose account of the facts (columns)", columns, tuple(
        Row(Line((page.said("The text itself" if c.of_text else page.name(c.holder), c.claim or ""),)), tuple(_gate_cell(page, c, v.id) for v in page.board.viewpoints), f"c{n}")
        for n, c in enumerate(row.conditions, 1)
    ), corner="Whose condition")  # fmt: skip


def _gate_cell(page: Page, condition: Condition, view: str) -> Cell:
    found = condition.cells[view]
    value = VALUES[found.value] if found.value is not Truth.UNKNOWN else "not known"
    kind = KINDS[found.ground] if found.ground else None
    return Cell(value, "", kind, page.cite(*found.claims), "status/gate" if kind else "nothing held")
