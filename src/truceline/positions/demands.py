"""Demands against a draft: answered, partly, silent; and whether the draft was read here or somebody says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from truceline.agreement.model import Agreement, Draft
from truceline.agreement.standing import Demand
from truceline.positions.cited import claim_of, may_stand
from truceline.positions.heard import Actors, named

READ_HERE = "text read here"
NO_DRAFT = "The agreement file holds no draft with demands."
NONE_KNOWN = "No demand that cites a source was known by this day."


@dataclass(frozen=True, slots=True)
class DemandRow:
    """One demand: by whom, in which words, the answer, and on what that answer rests."""

    draft: str
    by: str
    demand: str
    answer: str
    rests_on: str
    guarantee: str
    claim: str


@dataclass(frozen=True, slots=True)
class DemandTable:
    """All demands known by the day; ``empty`` says why there is none, ``held`` names the drafts that lie in the folder."""

    rows: tuple[DemandRow, ...] = ()
    held: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    empty: str = ""


def demands(agreement: Agreement, as_of: date, *, actors: Actors | None = None) -> DemandTable:
    """The demands against the drafts of the agreement file, sides in alphabetical order.

    An answer counts as read only where the draft itself is held; else it is somebody's reading, and none is ours.
    """
    drafts = agreement.drafts
    rows = [r for d in drafts for r in _rows(d, as_of, actors or {})]
    names = {d.name for d in drafts if any(r.draft == d.name for r in rows)}
    empty = "" if rows else NONE_KNOWN if any(d.demands for d in drafts) else NO_DRAFT
    return DemandTable(
        tuple(sorted(rows, key=lambda r: (r.draft, r.by.casefold()))),
        tuple(d.name for d in drafts if d.held and d.name in names),
        tuple(d.name for d in drafts if not d.held and d.name in names),
        empty,
    )


def _rows(draft: Draft, as_of: date, actors: Actors) -> Iterator[DemandRow]:
    for demand in draft.demands:
        if may_stand(demand.source, demand.source.date, as_of):
            by, rests = named(demand.by, actors), _rests_on(draft, demand, actors)
            answer = demand.answer.replace("_", " ")
            yield DemandRow(
                draft.name, by, demand.text, answer, rests, demand.guarantee, claim_of(demand.source)
            )


def _rests_on(draft: Draft, demand: Demand, actors: Actors) -> str:
    if demand.basis == "text" and draft.held:
        return READ_HERE
    return f"said by {named(demand.answered_by, actors) or demand.source.outlet or 'nobody named'}"
