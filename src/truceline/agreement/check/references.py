"""T001, T002, T006, T018, T020: bearers, actors and names that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.actors import Lexicon
from truceline.agreement.check.warning import Severity, Warning  # noqa: A004
from truceline.agreement.model import Agreement, Provision
from truceline.agreement.types import types
from truceline.files import Where, nearest

Named = tuple[Where, str, str]  # place, what it is called in, id


def check(agreement: Agreement, lexicon: Lexicon) -> Iterator[Warning]:
    """Errors of reference, each with the nearest known name."""
    for where, role, actor in _actors(agreement):
        if actor and actor not in lexicon.actors:
            yield _unknown(
                "T002", where, f"the actor '{actor}' ({role}) is not in actors.yaml", actor, lexicon.actors
            )
    for where, role, id_, known in _names(agreement):
        if id_ and id_ not in known:
            yield _unknown("T006", where, f"'{id_}' ({role}) is defined nowhere in the file", id_, known)
    for p in agreement.provisions.values():
        yield from _provision(p, agreement)


def _unknown(code: str, where: Where, message: str, word: str, known: object) -> Warning:
    near = nearest(word, [str(k) for k in known])  # type: ignore[attr-defined]
    return Warning(
        code, Severity.ERROR, where, message + (f"; the nearest is '{near}'" if near else ""), (word,)
    )


def _provision(p: Provision, agreement: Agreement) -> Iterator[Warning]:
    where = p.where or Where(agreement.path)
    if not p.bearer:
        yield Warning(
            "T001", Severity.ERROR, where, f"{p.id} ({p.name}) has no bearer: nobody owes it", (p.id,)
        )
    if not (p.cues.any or p.cues.counts or p.cues.acts):
        message = f"{p.id} ({p.name}) has no cues: no statement can be linked to it but by hand"
        yield Warning("T018", Severity.WARNING, where, message, (p.id,))
    if p.type and p.type not in types():
        yield _unknown(
            "T020", where, f"the type '{p.type}' of {p.id} is not in the vocabulary", p.type, types()
        )


def _actors(a: Agreement) -> Iterator[Named]:
    top = Where(a.path)
    yield from ((top, "parties", x) for x in a.parties)
    yield from ((top, "guarantors", x) for x in a.guarantors)
    yield from ((top, f"signed_by of {i.id}", x) for i in a.instruments.values() for x in i.signed_by)
    yield from ((top, "consent", c.actor) for c in a.consent)
    yield from ((top, "precedence", x.by) for x in a.precedence)
    yield from ((top, f"anchor {n.id}", x) for n in a.anchors.values() for v in n.values for x in v.by)
    yield from ((top, f"zone {z.id}", x) for z in a.zones.values() for s in z.shares for x in s.by)
    yield from ((top, f"zone {z.id}", s.by) for z in a.zones.values() for s in z.status)
    yield from ((g.where or top, f"formula of {g.id}", f.by) for g in a.gates.values() for f in g.asserted)
    yield from (
        (g.where or top, f"declaration on {g.id}", d.by) for g in a.gates.values() for d in g.declared
    )
    yield from ((top, f"wish on {m.force}", w.actor) for m in a.mandates for w in m.wishes)
    yield from ((top, "pledge", x) for p in a.pledges for x in p.by)
    yield from ((top, "counter", x) for c in a.counters for x in (c.by, c.side))
    yield from (
        (top, f"demand on {d.id}", x) for d in a.drafts for n in d.demands for x in (n.by, n.answered_by)
    )
    for p in a.provisions.values():
        yield from _actors_of(p, p.where or top)


def _actors_of(p: Provision, where: Where) -> Iterator[Named]:
    yield from ((where, f"bearer of {p.id}", x) for x in p.bearer)
    yield from ((where, f"beneficiary of {p.id}", x) for x in p.beneficiary)
    yield from ((where, f"verify of {p.id}", x) for x in p.verify if " " not in x)
    yield from ((where, f"progress of {p.id}", x) for g in p.progress for x in g.by)
    yield from ((where, f"assertion on {p.id}", s.by) for s in p.asserted)
    yield from ((where, f"clock of {p.id}", x) for c in p.clocks for x in c.by)
    yield from ((where, f"target of {p.id}", t.by) for t in p.targets)


def _names(a: Agreement) -> Iterator[tuple[Where, str, str, set[str]]]:
    top, duties = Where(a.path), set(a.provisions)
    yield top, "effective", a.effective, set(a.anchors)
    yield from (
        (top, f"parent of {i.id}", i.parent or "", set(a.instruments)) for i in a.instruments.values()
    )
    yield from ((top, "consent", c.instrument, set(a.instruments)) for c in a.consent)
    yield from ((top, f"phase {p.id}", p.opens_on, set(a.gates) | set(a.anchors)) for p in a.phases.values())
    yield from ((top, f"account {n.id}", x, duties) for n in a.accounts.values() for x in n.provisions)
    for g in a.gates.values():
        yield g.where or top, f"phase of {g.id}", g.phase, set(a.phases)
    for p in a.provisions.values():
        where = p.where or top
        yield from (
            (where, f"instrument of {p.id}", x, set(a.instruments)) for x in (p.instrument, *p.rests_on)
        )
        yield where, f"zone of {p.id}", p.zone, set(a.zones)
        yield where, f"phase of {p.id}", p.phase, set(a.phases)
        yield from ((where, f"gates of {p.id}", x, set(a.gates)) for x in p.gates)
        yield from ((where, f"assertion on {p.id}", s.after or "", duties) for s in p.asserted)
        for c in p.clocks:
            yield where, f"clock of {p.id}", c.after or "", duties
            yield where, f"clock of {p.id}", c.anchor or "", set(a.anchors)
