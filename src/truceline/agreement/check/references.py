"""T006, T050: names that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from truceline.agreement.check.conditions import conditions, readable
from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.formula import unmeasured
from truceline.agreement.model import Agreement, Provision
from truceline.files import Where, closest

Named = tuple[Where, str, str, Collection[str]]  # place, what it is called in, id, the ids that there are
_NUMBERED = re.compile(r"([a-z_]+)[-_.]?\d+[a-z]?$")
_DAY = re.compile(r"\d{4}-\d\d")
OPEN = "open"


def check(agreement: Agreement, at: Places, issues: Collection[str] | None = None) -> Iterator[Warning]:
    """Errors of reference, each with the nearest known name; issues are looked up where the case's are given."""
    for where, role, id_, known in (*_names(agreement, at), *_of_provisions(agreement, at)):
        if id_ and id_ not in known:
            yield _lost(where, f"'{id_}' ({role}) is defined nowhere in the file", id_, known)
    for p in agreement.provisions.values():
        if issues is not None and p.issue and p.issue not in issues:
            message = f"'{p.issue}' (issue of {p.id}) is defined nowhere in issues.yaml"
            yield _lost(at("provisions", p.id, "issue"), message, p.issue, issues)
    yield from _in_formulas(agreement, at)


def _lost(where: Where, message: str, word: str, known: Collection[str]) -> Warning:
    near = closest(word, known)
    told = message + (f"; the nearest is '{near}'" if near else "")
    return tell("T006", where, told, word, example=near or next(iter(known), ""))


def _names(a: Agreement, at: Places) -> Iterator[Named]:
    yield at("effective"), "effective", a.effective, a.anchors
    for text in a.instruments.values():
        yield at("instruments", text.id, "parent"), f"parent of {text.id}", text.parent or "", a.instruments
    for i, c in enumerate(a.consent):
        yield at("consent", i, "instrument"), "consent", c.instrument, a.instruments
    for i, x in enumerate(a.precedence):
        yield from ((at("precedence", i, "order"), "precedence", t, a.instruments) for t in x.order)
        yield at("precedence", i, "instrument"), "precedence", x.instrument, a.instruments
    for i, change in enumerate(a.amendments):
        yield at("amendments", i, "instrument"), "amendment", change.instrument, a.instruments
        yield at("amendments", i, "of"), "amendment", change.of, a.instruments
        for id_ in change.provisions:
            yield at("amendments", i, "provisions"), "amendment", id_, a.provisions
        for k, clock in enumerate(change.clocks):
            yield at("amendments", i, "clocks", k, "anchor"), "amendment", clock.anchor or "", a.anchors
            yield at("amendments", i, "clocks", k, "after"), "amendment", clock.after or "", a.provisions
    for phase in a.phases.values():
        opening = (*a.gates, *a.anchors)
        yield at("phases", phase.id, "opens_on"), f"phase {phase.id}", phase.opens_on, opening
        yield at("phases", phase.id, "announced"), f"phase {phase.id}", phase.announced, a.anchors
    for n in a.accounts.values():
        where = at("accounts", n.id, "provisions")
        yield from ((where, f"account {n.id}", x, a.provisions) for x in n.provisions)
    for i, m in enumerate(a.mandates):
        yield from (
            (at("mandates", i, "texts", t), f"mandate of {m.force}", t, a.instruments) for t in m.texts
        )
    for g in a.gates.values():
        yield at("gates", g.id, "phase"), f"phase of {g.id}", g.phase, a.phases
        yield from ((at("gates", g.id, "between"), f"between of {g.id}", x, a.phases) for x in g.between)


def _of_provisions(a: Agreement, at: Places) -> Iterator[Named]:
    for p in a.provisions.values():

        def place(*path: str | int, id_: str = p.id) -> Where:
            return at("provisions", id_, *path)

        yield place("instrument"), f"instrument of {p.id}", p.instrument, a.instruments
        yield from ((place("rests_on"), f"instrument of {p.id}", x, a.instruments) for x in p.rests_on)
        for i, other in enumerate(p.also_in):
            yield place("also_in", i, "instrument"), f"instrument of {p.id}", other.instrument, a.instruments
        yield place("zone"), f"zone of {p.id}", p.zone, a.zones
        yield place("phase"), f"phase of {p.id}", p.phase, a.phases
        yield from ((place("gates"), f"gates of {p.id}", x, a.gates) for x in p.gates)
        for i, s in enumerate(p.asserted):
            yield place("asserted", i, "after"), f"assertion on {p.id}", s.after or "", a.provisions
        yield from _of_clocks(a, p, at)


def _of_clocks(a: Agreement, p: Provision, at: Places) -> Iterator[Named]:
    role = f"clock of {p.id}"
    for i, c in enumerate(p.clocks):
        place = ("provisions", p.id, "clocks", i)
        yield at(*place, "after"), role, c.after or "", a.provisions
        yield at(*place, "instrument"), role, c.instrument, a.instruments
        yield at(*place, "anchor"), role, c.anchor or "", a.anchors
        # `starts` and `until` may also be a day or the text's own words; a single word is meant for an anchor.
        for key, word in (("starts", c.starts or ""), ("until", c.until)):
            if word != OPEN and " " not in word and not _DAY.match(word):
                yield at(*place, key), role, word, a.anchors


def _in_formulas(agreement: Agreement, at: Places) -> Iterator[Warning]:
    """A word of a formula that is numbered as the provisions are, and is none of them."""
    shapes = {m[1] for id_ in agreement.provisions if (m := _NUMBERED.match(id_))}
    for c in conditions(agreement, at):
        formula = readable(c, agreement)
        for word in unmeasured(formula) if formula else ():
            match = _NUMBERED.match(word)
            if match and match[1] in shapes:
                message = f"{c.gate.id} ({c.who}): '{word}' is no provision of the file"
                near = closest(word, agreement.provisions)
                yield tell(
                    "T050", c.where, message + (f"; the nearest is '{near}'" if near else ""), c.gate.id
                )
