"""What blocks a phase, in the terminal: the smallest sets of open parts, circles as they are stated, and what else is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from truceline.cli import paper
from truceline.evidence import Truth

if TYPE_CHECKING:
    from truceline.case import Case, Reading
    from truceline.status import Blocking, Board, Condition, GateRow, Loop, OpenLeaf

WANTED = {Truth.MET: "met", Truth.NOT_MET: "not met"}
BLOCKS = (
    "WHAT BLOCKS IT: the smallest sets of open parts. A condition is met in an account once all parts of one set are stated so "
    "by that account's own holders; in the mission's own findings, once it concludes so."
)
SAID = "WHAT IS SAID OF IT in the documents held (checked statements; not turned into a condition here)"
MOST = 6
"""How many sets are told in one account."""


def told(case: Case, row: GateRow, board: Board) -> Iterator[str]:
    """All three parts, each under its own line."""
    if row.conditions:
        yield ""
        yield from paper.wrapped(BLOCKS).split("\n")
        for condition in row.conditions:
            yield from _condition(case, condition, board)
    for loop in circles(row, board):
        yield ""
        yield from _circle(case, loop)
    yield ""
    yield from _said(case, row, board)


def _condition(case: Case, condition: Condition, board: Board) -> Iterator[str]:
    from truceline.cli import conditions

    yield paper.wrapped(f"{condition.whose(partial(conditions.name, case))}:", "  ")
    piles: dict[tuple[str, ...], list[str]] = {}
    for view in board.viewpoints:
        lines = tuple(_account(case, condition.blocking[view.id]))
        piles.setdefault(lines, []).append("the mission's own findings" if view.mission else view.label)
    for lines, accounts in piles.items():
        yield from paper.wrapped(f"in the account of {', '.join(accounts)}:", "    ").split("\n")
        for line in lines:
            yield from paper.wrapped(line, "      ").split("\n")


def _account(case: Case, found: Blocking) -> Iterator[str]:
    if found.met:
        yield "nothing is open."
        return
    if not found.sets:
        yield "nothing can meet it: it asks for one part both ways."
    for number, parts in enumerate(found.sets[:MOST]):
        yield f"{'or ' if number else ''}{'; and '.join(_part(case, p) for p in parts)}."
    if len(found.sets) > MOST:
        yield f"or one of {len(found.sets) - MOST} more sets."
    if found.cut:
        yield "There are more sets than are worked out."


def _part(case: Case, part: OpenLeaf) -> str:
    from truceline.agreement.spoken import plain
    from truceline.cli import conditions
    from truceline.status.explain_gate import title

    called = partial(conditions.name, case)
    what = title(case.agreement, part.matter) if part.matter else plain(part.words, called)
    if not part.settled:
        return f"{what} (no statement of this account can settle it)"
    return f"{what} stated as {WANTED[part.wanted]}"


def circles(row: GateRow, board: Board) -> list[Loop]:
    """The circles of waiting that go through the gate or a duty in one of its conditions."""
    matters = {row.gate.id, *(m for c in row.conditions for m in c.matters)}
    return [loop for loop in board.loops if matters & set(loop.ids)]


def _circle(case: Case, loop: Loop) -> Iterator[str]:
    from truceline.cli import conditions
    from truceline.status.explain_gate import title

    yield paper.wrapped("A CIRCLE, as it is stated: nothing in it can come first")
    for wait in loop.waits:
        by = ", ".join(conditions.name(case, b) for b in wait.by) or "the text's own order"
        yield from paper.wrapped(
            f"{title(case.agreement, wait.what)} waits for {title(case.agreement, wait.awaits)} - {by}", "  "
        ).split("\n")


def _said(case: Case, row: GateRow, board: Board) -> Iterator[str]:
    from truceline.cli import quote

    found = said_of(case, row, board)
    yield paper.wrapped(SAID)
    for reading in found:
        yield from paper.wrapped(quote.quoted(case, reading.id), "  ").split("\n")
    if not found:
        yield "  No statement held."
    silent = [
        v.label
        for v in board.viewpoints
        if not v.mission and not any(r.side and r.side.id in v.holders for r in found)
    ]
    if silent:
        yield from paper.wrapped(f"No statement on it held: {', '.join(silent)}.", "  ").split("\n")


def said_of(case: Case, row: GateRow, board: Board) -> tuple[Reading, ...]:
    """The statements of documents that speak of the gate's phase, and those that say how a track into the phase stands."""
    from truceline.case.register import Wanted, register
    from truceline.evidence import Kind

    phase = [p for p in case.agreement.provisions.values() if row.gate.phase and p.phase == row.gate.phase]
    tracks = Wanted(
        about=(*(p.id for p in phase), *{p.issue for p in phase if p.issue}),
        kinds=(Kind.STATE, Kind.CONDITION),
    )
    issues = _issues(case, row)
    found = [*(register(case, board.as_of, Wanted(about=issues)) if issues else ())]
    found += register(case, board.as_of, tracks) if phase else ()
    own = {
        (r.document.path, r.claim.start, r.claim.end): r for r in found if not r.authored and not r.repeat_of
    }
    return tuple(
        sorted(own.values(), key=lambda r: (str(r.document.known_from), r.document.path, r.claim.start))
    )


def _issues(case: Case, row: GateRow) -> tuple[str, ...]:
    """The issues whose cues stand in what the agreement file calls the gate and the beginning of its phase."""
    from truceline.linking.matcher import Matcher, Spoken
    from truceline.linking.phrases import words

    phase = case.agreement.phases.get(row.gate.phase)
    opening = case.agreement.anchors.get(phase.announced) if phase else None
    called = words(f"{row.gate.name} ; {opening.text if opening else ''}")
    spoken = Spoken(called, called, ())
    return tuple(i.id for i in case.issues.values() if i.scope and Matcher(i.cues).named(spoken))


def data(case: Case, row: GateRow, board: Board) -> dict[str, Any]:
    """The same for ``--json``: what blocks each condition in each account, the circles, and the statements with their places."""
    from truceline.reporting.answers.answer import row as line
    from truceline.reporting.sections.page import Page, day_before

    page = Page(case, board.as_of, day_before(board.as_of))
    said = [r.id for r in said_of(case, row, board)]
    cited = {c for x in row.conditions for cell in x.cells.values() for c in cell.claims}
    ids = dict.fromkeys([*said, *(c.claim for c in row.conditions if c.claim), *sorted(cited)])
    return {
        "blocking": [
            {
                "holder": c.holder,
                "at": str(c.at),
                "viewpoints": {v: [[p.line() for p in s] for s in b.sets] for v, b in c.blocking.items()},
            }
            for c in row.conditions
        ],
        "circles": [
            [{"what": w.what, "awaits": w.awaits, "by": list(w.by)} for w in loop.waits]
            for loop in circles(row, board)
        ],
        "said": said,
        "statements": {i: line(page, case.by_id[i]) for i in ids if i in case.by_id},
    }
