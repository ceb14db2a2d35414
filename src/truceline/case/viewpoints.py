"""The columns of a case: each party, the guarantors, the UN and others with checked statements; own findings last."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.actors import Lexicon
from truceline.agreement.model import Agreement
from truceline.case.reading import Reading
from truceline.case.settings import CaseSettings, Column
from truceline.evidence import Target, Viewpoint, ordered

NO_COLUMN = {
    "outlet",
    "unnamed",
}  # an outlet carries words, and two unnamed speakers are never joined into one
MISSION = Viewpoint("mission", "mission's own findings", frozenset(), mission=True)


def of(
    settings: CaseSettings, agreement: Agreement, lexicon: Lexicon, readings: Iterable[Reading]
) -> tuple[Viewpoint, ...]:
    """The viewpoints named in the settings, else the default rule; alphabetical, the mission's own last."""
    columns = settings.viewpoints or tuple(Column(i) for i in _default(agreement, lexicon, readings))
    made = {c.id: viewpoint(c, lexicon) for c in columns}
    return ordered([*made.values(), MISSION])


def without_column(
    readings: Iterable[Reading], viewpoints: Iterable[Viewpoint]
) -> dict[str, tuple[str, ...]]:
    """The checked statements on provisions that stand in no column, by the name of their side, in the order of the names.

    Columns named in the settings leave out whoever they do not name; those of the default rule leave out nobody.
    """
    shown = {holder for view in viewpoints for holder in view.holders}
    found: dict[str, list[str]] = {}
    for r in readings:
        if r.side is None or not r.counts or r.side.id in shown or NO_COLUMN & set(r.side.kinds):
            continue
        if r.linked(Target.PROVISION):
            found.setdefault(r.side.name, []).append(r.id)
    return {name: tuple(found[name]) for name in sorted(found, key=str.casefold)}


def _default(agreement: Agreement, lexicon: Lexicon, readings: Iterable[Reading]) -> tuple[str, ...]:
    heard = {
        r.side.id
        for r in readings
        if r.side and r.counts and r.linked(Target.PROVISION) and not NO_COLUMN & set(r.side.kinds)
    }
    groups = {a.group for a in lexicon.actors.values() if a.group == "un"}
    found = [lexicon.side(i) for i in (*agreement.parties, *agreement.guarantors)] + sorted(groups | heard)
    return tuple(dict.fromkeys(_group(i, lexicon) for i in found))


def _group(side: str, lexicon: Lexicon) -> str:
    actor = lexicon.actors.get(side)
    return actor.group if actor and actor.group else side


def viewpoint(column: Column, lexicon: Lexicon) -> Viewpoint:
    """A column for one side, for all sides that share the group of that name, or for the sides it lists."""
    actor = lexicon.actors.get(column.id)
    if column.of:
        names = ", ".join(sorted(lexicon.actors[i].name for i in column.of if i in lexicon.actors))
        return Viewpoint(column.id, column.label or names, frozenset(lexicon.side(i) for i in column.of))
    members = frozenset(a.id for a in lexicon.actors.values() if a.group == column.id)
    label = column.label or (actor.name if actor else column.id.upper())
    return Viewpoint(column.id, label, members | {column.id})
