"""Figures side by side, for one thing that is counted or for all, with what can be compared and why."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.linking.phrases import words
from truceline.reporting.answers.answer import Answer, nobody
from truceline.reporting.model import (
    Cell,
    Column,
    FigureGroup,
    FigureRow,
    FigureSection,
    Kind,
    Line,
    Row,
    Run,
    Section,
    Table,
)
from truceline.reporting.sections.figures import figures as all_figures
from truceline.reporting.sections.page import Page

COLUMNS = ("counter", "one of them is", "since", "as of", "passed on by")


def figures(page: Page, of: str = "") -> Answer:
    """The report's figures; ``of`` keeps those whose heading, label or series holds the words."""
    held = all_figures(page)
    groups = [g for g in held.groups if _is_of(g, of)]
    tables = tuple(_table(g) for g in groups)
    side = Section(
        "figures",
        "Figures side by side: nothing is added up",
        nobody(page, of, bool(tables), "No figure held"),
        tables,
    )
    can = Section(
        "comparisons",
        "What can be set side by side, and what cannot (computed; no verdict)",
        tuple(_compared(held, groups)),
    )
    out = Section(
        "kept-out",
        "Kept out",
        tuple(x for x in held.kept_out if not of or set(words(of)) & set(words(x.text))),
    )
    looked = Section("looked", "Who looked", held.looked)
    return Answer(page, "Figures", tuple(s for s in (side, can, out, looked) if not s.is_empty))


def _is_of(group: FigureGroup, of: str) -> bool:
    """Whether the heading or what a row counts holds the word asked for, or begins as it does ("violation")."""
    told = words(" ".join((group.title, group.id, *(r.counts for r in group.rows))))
    return all(any(w.startswith(o.removesuffix("s")) for w in told) for o in words(of))


def _table(group: FigureGroup) -> Table:
    columns = tuple(Column(c.replace(" ", "-"), c) for c in COLUMNS)
    notes = (Line((Run("owed: ", rule="wording"), *group.owed.runs)),) if group.owed else ()
    return Table(group.id, group.title, columns, tuple(_row(r) for r in group.rows), "Value", notes)


def _row(row: FigureRow) -> Row:
    told = (row.counter, row.definition, row.since, row.as_of, row.relay or "nobody named")
    head = Line((Run(row.value, Kind.STATED, row.claims, checked=row.checked),))
    return Row(head, tuple(Cell(t, kind=Kind.STATED, claims=row.claims) for t in told))


def _compared(held: FigureSection, groups: list[FigureGroup]) -> Iterator[Line]:
    kept = {c for g in groups for r in g.rows for c in r.claims}
    for found in held.comparisons:
        if kept & set(found.words.claims):
            yield Line(found.words.runs, found.label)
