"""T003 to T005, T008, T009, T014 to T017, T019, T021, T022: what the texts leave open. One note each, with all that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truceline.agreement.check.warning import Name, Severity, Warning, listed  # noqa: A004
from truceline.agreement.model import Agreement, Clock, Deed, Provision, Source
from truceline.files import Where

OWED = (Deed.OBLIGATION, Deed.PROHIBITION)


def check(agreement: Agreement, name: Name = str) -> Iterator[Warning]:
    """Notes on duties, anchors, texts and sources."""
    for code, told, found in _open(agreement):
        yield from _note(agreement, code, told, found)
    yield from _consent(agreement, _owed(agreement), name)
    yield from _anchors(agreement)
    yield from _sources(agreement)
    if len(agreement.instruments) > 1 and not any(x.by == "text" for x in agreement.precedence):
        told = "no text says which of the texts goes first"
        yield Warning("T019", Severity.NOTE, Where(agreement.path), told)


def _open(agreement: Agreement) -> Iterator[tuple[str, str, list[Provision]]]:
    owed = _owed(agreement)
    duties = [p for p in owed if p.deed is Deed.OBLIGATION]
    undated = [p for p in duties if not _dated(p)]
    unseen = [p for p in owed if not p.verify]
    yield "T003", f"{len(undated)} of {len(duties)} duties carry no deadline in the text", undated
    yield "T004", f"nobody is named to verify {len(unseen)} of {len(owed)} duties and bans", unseen
    unjudged = [p for p in owed if (p.condition or p.exceptions) and not p.judge]
    yield "T005", "a condition or exception, and nobody named to judge it", unjudged
    yield "T008", "a text behind it is not published", [p for p in owed if _hidden(p, agreement)]
    yield "T009", "an amount or unit is left open", [p for p in owed if any(t.undefined for t in p.targets)]
    held = [p for p in agreement.provisions.values() if p.held]
    yield "T021", "from memory: no text or report of it is held", held
    yield "T022", "two texts set two clocks, which may differ", [p for p in duties if len(_dues(p)) > 1]


def _owed(agreement: Agreement) -> list[Provision]:
    return [p for p in agreement.provisions.values() if p.deed in OWED]


def _note(agreement: Agreement, code: str, told: str, found: Iterable[Provision]) -> Iterator[Warning]:
    rows = tuple(found)
    if rows:
        ids = tuple(p.id for p in rows)
        where = rows[0].where or Where(agreement.path)
        yield Warning(code, Severity.NOTE, where, f"{told}: {listed(ids)}", ids)


def _due(clock: Clock) -> bool:
    return bool(clock.anchor or clock.at or clock.every or clock.offset is not None)


def _dated(p: Provision) -> bool:
    """Whether the text itself sets a day; what somebody asserts of it does not count."""
    return any(_due(c) and not c.by for c in p.clocks)


def _dues(p: Provision) -> set[tuple[object, ...]]:
    return {(c.anchor, c.offset, c.at, c.every) for c in p.clocks if not c.by and _due(c)}


def _hidden(p: Provision, agreement: Agreement) -> bool:
    texts = [agreement.instruments[i].text for i in (p.instrument, *p.rests_on) if i in agreement.instruments]
    return "unpublished" in (p.text, *texts)


def _consent(agreement: Agreement, owed: list[Provision], name: Name) -> Iterator[Warning]:
    stances = {(c.actor, c.instrument): c.stance for c in agreement.consent}
    for text in agreement.instruments.values():
        for side in agreement.parties:
            bound = [p for p in owed if p.instrument == text.id and side in p.bearer]
            stance = stances.get((side, text.id))
            if stance not in ("accept", "partial"):
                told = "has rejected" if stance == "reject" else "is not held to have accepted"
                words = f"owed by {name(side)} under {text.id}, a text that it {told}"
                yield from _note(agreement, "T014", words, bound)


def _anchors(agreement: Agreement) -> Iterator[Warning]:
    for anchor in agreement.anchors.values():
        known = {v.day.edtf for v in anchor.values if v.day.known}
        if len(known) > 1:
            message = (
                f"{anchor.id} ({anchor.text}) has {len(known)} asserted days: {', '.join(sorted(known))}"
            )
            yield Warning("T015", Severity.NOTE, Where(agreement.path), message, (anchor.id,))
        if not known:
            judge = "" if anchor.judge else ", and nobody is named to judge it"
            message = f"{anchor.id} ({anchor.text}) has no day{judge}"
            yield Warning("T016", Severity.NOTE, Where(agreement.path), message, (anchor.id,))


def _sources(agreement: Agreement) -> Iterator[Warning]:
    """What is asserted in the file without a citation: it is shown as the author's reading."""
    rows: list[tuple[str, Source]] = []
    for p in agreement.provisions.values():
        rows += [(p.id, s.source) for s in p.asserted] + [(p.id, s.source) for s in p.progress]
    for g in agreement.gates.values():
        rows += [(g.id, s.source) for s in g.asserted] + [(g.id, s.source) for s in g.declared]
    loose = tuple(dict.fromkeys(id_ for id_, source in rows if source.authors_reading))
    if loose:
        message = f"statements without source, date or words are the author's reading and fill no cell: {listed(loose)}"
        yield Warning("T017", Severity.NOTE, Where(agreement.path), message, loose)
