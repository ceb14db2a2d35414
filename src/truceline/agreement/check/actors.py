"""T002: actors that no list holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truceline.actors import Lexicon
from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.model import TEXT, Agreement, Bond, Provision
from truceline.files import Where, closest

Named = tuple[Where, str, str]  # place, what it is called in, id


def check(agreement: Agreement, lexicon: Lexicon, at: Places) -> Iterator[Warning]:
    """Every unknown actor; with the nearest name of the case itself where the id looks like a slip for it."""
    known = {str(id_) for id_ in lexicon.actors}
    named = tuple(_named(agreement, at))
    own = {actor for _, _, actor in named if actor in known} | lexicon.own()
    for where, role, actor in named:
        if actor and actor not in known:
            near = closest(actor, own)
            message = f"the actor '{actor}' ({role}) is not in actors.yaml"
            yield tell("T002", where, message + (f"; the nearest is '{near}'" if near else ""), actor)


def _named(a: Agreement, at: Places) -> Iterator[Named]:
    yield from ((at("parties", i), "parties", x) for i, x in enumerate(a.parties))
    yield from ((at("guarantors", i), "guarantors", x) for i, x in enumerate(a.guarantors))
    for text in a.instruments.values():
        where = at("instruments", text.id, "signed_by")
        yield from ((where, f"signed_by of {text.id}", x) for x in text.signed_by)
        place = at("instruments", text.id, "bound_via")
        yield from ((place, f"bound_via of {text.id}", x) for x in _of_bonds(text.bound_via))
    yield from ((at("consent", i, "by"), "consent", c.actor) for i, c in enumerate(a.consent))
    orders = enumerate(a.precedence)
    yield from ((at("precedence", i, "by"), "precedence", x.by) for i, x in orders if x.by != TEXT)
    for i, change in enumerate(a.amendments):
        yield from ((at("amendments", i, "by"), "amendment", x) for x in change.by if x != TEXT)
        rows = enumerate(change.denied)
        yield from ((at("amendments", i, "denied", n), "denial of an amendment", d.by) for n, d in rows)
    for anchor in a.anchors.values():
        for i, value in enumerate(anchor.values):
            where = at("anchors", anchor.id, "values", i, "by")
            yield from ((where, f"anchor {anchor.id}", x) for x in value.by)
    yield from _of_zones(a, at)
    yield from _of_gates(a, at)
    yield from _around(a, at)
    for p in a.provisions.values():
        yield from _of_provision(p, at)


def _of_bonds(bonds: Iterable[Bond]) -> Iterator[str]:
    for bond in bonds:
        yield from (*bond.who, *bond.through, *(x for x in bond.by if x != TEXT))


def _of_zones(a: Agreement, at: Places) -> Iterator[Named]:
    for zone in a.zones.values():
        role = f"zone {zone.id}"
        for i, share in enumerate(zone.shares):
            yield from ((at("zones", zone.id, "shares", i), role, x) for x in share.by)
        status = ((i, s) for i, s in enumerate(zone.status) if s.by != TEXT)
        yield from ((at("zones", zone.id, "status", i), role, s.by) for i, s in status)


def _of_gates(a: Agreement, at: Places) -> Iterator[Named]:
    for gate in a.gates.values():
        for i, said in enumerate(gate.asserted):
            yield at("gates", gate.id, "asserted", i, "by"), f"formula of {gate.id}", said.by
        for i, act in enumerate(gate.declared):
            yield at("gates", gate.id, "declared", i, "by"), f"declaration on {gate.id}", act.by


def _around(a: Agreement, at: Places) -> Iterator[Named]:
    for i, mandate in enumerate(a.mandates):
        yield from (
            (at("mandates", i, "wishes"), f"wish on {mandate.force}", w.actor) for w in mandate.wishes
        )
    yield from ((at("pledges", i), "pledge", x) for i, p in enumerate(a.pledges) for x in p.by)
    yield from ((at("counters", i), "counter", x) for i, c in enumerate(a.counters) for x in (c.by, c.side))
    for draft in a.drafts:
        for i, demand in enumerate(draft.demands):
            where = at("drafts", draft.id, "demands", i)
            yield from ((where, f"demand on {draft.id}", x) for x in (demand.by, demand.answered_by))


def _of_provision(p: Provision, at: Places) -> Iterator[Named]:
    def place(*path: str | int) -> Where:
        return at("provisions", p.id, *path)

    yield from ((place("bearer"), f"bearer of {p.id}", x) for x in p.bearer)
    yield from ((place("beneficiary"), f"beneficiary of {p.id}", x) for x in p.beneficiary)
    yield from ((place("verify"), f"verify of {p.id}", x) for x in p.verify if " " not in x)
    for i, row in enumerate(p.progress):
        yield from ((place("progress", i, "by"), f"progress of {p.id}", x) for x in row.by)
    said = ((i, s) for i, s in enumerate(p.asserted) if s.by != TEXT)
    yield from ((place("asserted", i, "by"), f"assertion on {p.id}", s.by) for i, s in said)
    yield from ((place("bound_via"), f"bound_via of {p.id}", x) for x in _of_bonds(p.bound_via))
    for i, clock in enumerate(p.clocks):
        yield from ((place("clocks", i, "by"), f"clock of {p.id}", x) for x in clock.by)
    yield from ((place("targets", i, "by"), f"target of {p.id}", t.by) for i, t in enumerate(p.targets))
