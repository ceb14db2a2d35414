"""Lines, areas and crossings; what of them is measured or named is somebody's statement."""

from __future__ import annotations

from truceline.agreement.loading.gates import assertion
from truceline.agreement.model import Share, Zone
from truceline.agreement.statements import KEYS, Statements
from truceline.evidence import Figure, Kind
from truceline.files.node import Node
from truceline.files.record import Record

ZONE = (
    "id",
    "name",
    "kind",
    "geometry",
    "held_by",
    "area_km2",
    "until",
    "share_of",
    "shares",
    "status",
    "marked",
    "note",
    "src",
    "held",
)


def zone(node: Node, statements: Statements) -> Zone:
    """One zone."""
    record = Record(node, statements.problems, ZONE)
    name = record.required("name")
    counts = f"share of {record.text('share_of', 'the area')}: {name}"
    marked = record.nodes("marked")
    return Zone(
        id=record.required("id"),
        name=name,
        kind=record.text("kind", "area"),
        geometry=record.text("geometry"),
        held_by=record.text("held_by"),
        area_km2=record.number("area_km2"),
        until=record.text("until"),
        shares=tuple(_share(n, counts, statements) for n in record.nodes("shares")),
        status=tuple(assertion(n, name, statements) for n in record.nodes("status")),
        marked=assertion(marked[0], name, statements) if marked else None,
    )


def _share(node: Node, counts: str, statements: Statements) -> Share:
    """``counts`` names the whole as the case does: "share of the Gaza Strip: area east of the yellow line"."""
    record = Record(node, statements.problems, (*KEYS, "low", "high", "exact", "approximator", "note"))
    low, high = bounds(record)
    figure = Figure(counts, low, high, record.text("approximator"), "percent")
    source = statements.cite(record, Kind.FIGURE, [figure], about=record.interval("at"))
    return Share(record.texts("by"), low, high, record.interval("at"), source)


def bounds(record: Record) -> tuple[float | None, float | None]:
    """``exact``, or ``low`` and ``high`` of which either may be absent."""
    exact = record.number("exact")
    return (exact, exact) if exact is not None else (record.number("low"), record.number("high"))
