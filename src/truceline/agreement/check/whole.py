"""T015 to T017, T019, T023, T036 to T041, T045, T049: what the agreement as a whole leaves open or says twice."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Name, Warning, listed, tell  # noqa: A004
from truceline.agreement.model import TEXT, Agreement, Source
from truceline.evidence import Interval

HIDDEN = ("unpublished", "undefined")
NAMED = {"anchors": "clocks: [{{anchor: {0}}}]", "zones": "zone: {0}", "phases": "phase: {0}"}


def check(agreement: Agreement, at: Places, name: Name = str) -> Iterator[Warning]:
    """Warnings about the head, anchors, zones and sources."""
    yield from _head(agreement, at, name)
    yield from _anchors(agreement, at)
    yield from _zones(agreement, at)
    yield from _unused(agreement, at)
    yield from _cited(agreement, at)
    yield from _late(agreement, at)


def _head(a: Agreement, at: Places, name: Name) -> Iterator[Warning]:
    if not a.parties:
        yield tell("T040", at("parties"), "the file names no parties")
    if not a.guarantors:
        yield tell("T023", at("guarantors"), "nobody is named to guarantee the agreement")
    if not a.effective:
        yield tell("T039", at("effective"), "no anchor is named from which the ceasefire counts")
    if len(a.instruments) > 1 and not any(x.by == TEXT for x in a.precedence):
        yield tell("T019", at("precedence"), "no text says which of the texts goes first")
    bound = {side for p in a.provisions.values() for side in p.bearer}
    for side in a.parties if bound else ():
        if side not in bound:
            yield tell("T041", at("parties"), f"{name(side)} is a party and owes nothing in this file", side)


def _anchors(a: Agreement, at: Places) -> Iterator[Warning]:
    waiting: dict[str, list[str]] = {}
    for p in a.provisions.values():
        for word in {w for c in p.clocks for w in (c.anchor, c.starts, c.until) if w}:
            waiting.setdefault(word, []).append(p.id)
    for anchor in a.anchors.values():
        where = at("anchors", anchor.id)
        known = {v.day.edtf for v in anchor.values if v.day.known}
        if len(known) > 1:
            days = ", ".join(sorted(known))
            told = f"{anchor.id} ({anchor.text}) has {len(known)} asserted days: {days}"
            yield tell("T015", where, told, anchor.id)
        if not known:
            judge = "" if anchor.judge else ", and nobody is named to judge it"
            rows = tuple(waiting.get(anchor.id, ()))
            wait = f"; {listed(rows)} {'counts' if len(rows) == 1 else 'count'} by it" if rows else ""
            yield tell(
                "T016", where, f"{anchor.id} ({anchor.text}) has no day{judge}{wait}", anchor.id, *rows
            )


def _zones(a: Agreement, at: Places) -> Iterator[Warning]:
    used = {p.zone for p in a.provisions.values()}
    for zone in a.zones.values():
        if zone.id in used and zone.geometry in HIDDEN:
            rows = tuple(p.id for p in a.provisions.values() if p.zone == zone.id)
            told = f"the course of {zone.id} ({zone.name}) is {zone.geometry}: {listed(rows)}"
            yield tell("T037", at("zones", zone.id), told, zone.id, *rows)


def _unused(a: Agreement, at: Places) -> Iterator[Warning]:
    words = {w for p in a.provisions.values() for c in p.clocks for w in (c.anchor, c.starts, c.until)}
    opens = {w for p in a.phases.values() for w in (p.opens_on, p.announced, p.closes)}
    anchors = words | opens | {a.effective} | {z.until for z in a.zones.values()}
    phases = {p.phase for p in a.provisions.values()} | {g.phase for g in a.gates.values()}
    phases |= {w for g in a.gates.values() for w in g.between}
    zones = {p.zone for p in a.provisions.values()}
    for key, held, used in (
        ("anchors", a.anchors, anchors),
        ("zones", a.zones, zones),
        ("phases", a.phases, phases),
    ):
        loose = tuple(id_ for id_ in held if id_ not in used)
        if loose and a.provisions:
            told = f"{key} that no duty, clock or gate names: {listed(loose)}"
            yield tell("T036", at(key, loose[0]), told, *loose, example=NAMED[key].format(loose[0]))


def _cited(a: Agreement, at: Places) -> Iterator[Warning]:
    """What is asserted in the file without a citation: it is shown as the author's reading."""
    rows: list[tuple[str, str, Source]] = []
    rows += [
        ("provisions", p.id, s.source) for p in a.provisions.values() for s in p.asserted if s.by != TEXT
    ]
    rows += [("provisions", p.id, s.source) for p in a.provisions.values() for s in p.progress]
    rows += [("gates", g.id, s.source) for g in a.gates.values() for s in g.asserted]
    rows += [("gates", g.id, s.source) for g in a.gates.values() for s in g.declared]
    order = {id_: i for i, id_ in enumerate((*a.provisions, *a.gates))}
    found = dict.fromkeys((key, id_) for key, id_, source in rows if source.authors_reading)
    loose = sorted(found, key=lambda row: order[row[1]])
    if loose:
        ids = tuple(id_ for _, id_ in loose)
        told = "statements without source, date or words are the author's reading and fill no cell"
        yield tell("T017", at(*loose[0]), f"{told}: {listed(ids)}", *ids)


def _late(a: Agreement, at: Places) -> Iterator[Warning]:
    """What is said to have been said on a day when its source had already appeared."""
    for path, id_, day, source in _said(a):
        seen = source.date.latest
        if seen is not None and day.earliest is not None and day.earliest > seen:
            told = f"a statement under {id_} is of {day}, and its source ({source.outlet}) of {source.date}"
            yield tell("T038", at(*path, "at"), told, id_)


def _said(a: Agreement) -> Iterator[tuple[tuple[str | int, ...], str, Interval, Source]]:
    for g in a.gates.values():
        yield from ((("gates", g.id, "asserted", i), g.id, s.at, s.source) for i, s in enumerate(g.asserted))
        yield from ((("gates", g.id, "declared", i), g.id, s.at, s.source) for i, s in enumerate(g.declared))
    for p in a.provisions.values():
        place = ("provisions", p.id)
        yield from (((*place, "asserted", i), p.id, s.at, s.source) for i, s in enumerate(p.asserted))
        yield from (((*place, "progress", i), p.id, s.at, s.source) for i, s in enumerate(p.progress))
