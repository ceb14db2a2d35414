"""The board in the terminal: rows of provisions, a column for each viewpoint, words that survive without colour (frame G)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from truceline.cli import paper
from truceline.evidence import Ground, Truth, Viewpoint

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.status import Board, Cell, Row

NOTHING = ".."
LEGEND = (
    f"s stated  c computed  f found by mission  g general words  {NOTHING} no statement held  +n not checked"
)
LETTERS = {Ground.STATED: "s", Ground.COMPUTED: "c", Ground.FOUND: "f", None: ""}
VALUES = {Truth.MET: "met", Truth.NOT_MET: "not met", Truth.CONTESTED: "contested", Truth.UNKNOWN: "unknown"}
WHY = {
    "position_only": "position only",
    "not_yet_due": "not yet due",
    "date_doubtful": "date doubtful",
    "hedged": "says what may be",
    "condition_only": "condition only",
    "term_only": "text only",
    "owed_only": "says what is owed",
    "no_state": "does not say whether",
    "denial_only": "denial only",
    "zero_only": "zero only",
    "units_differ": "unit differs",
    "text_unpublished": "text unpublished",
    "permission": "a permission",
}
"""Reasons that tell more than "unknown", short enough for a cell."""
SILENT = frozenset({"no_statement", "none_made"})
PER_BLOCK = 5


def head(case: Case, as_of: date) -> list[str]:
    """Title, moment, and whose voices the day holds."""
    settings = case.settings
    offset = settings.offset.tzname(None) or "UTC"
    lead = f"{settings.name}, as known on {as_of} {settings.cut_off:%H:%M} {offset}. {voices(case, as_of)}"
    return [*paper.wrapped(lead).split("\n"), LEGEND]


def voices(case: Case, as_of: date) -> str:
    """``Voices today: Hamas 1, others 0.``: speakers by side, of checked statements in documents that are held."""
    heard = Counter(
        side
        for side, _ in {
            (r.side.name, r.speaker.id if r.speaker else r.id)
            for r in case.readings
            if r.side and r.counts and not r.authored and r.document.known_from == as_of
        }
    )
    named = ", ".join(f"{name} {count}" for name, count in sorted(heard.items()))
    return f"Voices today: {named}, others 0." if named else "Voices today: none."


def table(board: Board, *, everything: bool, proposals: bool) -> list[str]:
    """The rows on which something is held, under the viewpoints that hold something; the rest is counted or named below."""
    rows = [r for r in board.rows if everything or any(shows(c) for c in r.cells.values())]
    heard, silent = _heard(board, rows)
    lines: list[str] = []
    for start in range(0, len(heard), PER_BLOCK):
        block = heard[start : start + PER_BLOCK]
        here = [r for r in rows if everything or any(shows(r.cells[v.id]) for v in block)]
        lines += paper.columns(["", *(_label(v) for v in block)], [_row(r, block, proposals) for r in here])
        lines.append("")
    return [*lines[:-1], *_below(board, rows, silent)]


def _heard(board: Board, rows: Sequence[Row]) -> tuple[list[Viewpoint], list[Viewpoint]]:
    """The columns with anything in them and the mission's own, and those with nothing."""
    found = [v for v in board.viewpoints if v.mission or any(shows(r.cells[v.id]) for r in rows)]
    return found, [v for v in board.viewpoints if v not in found]


def _label(viewpoint: Viewpoint) -> str:
    return "mission" if viewpoint.mission else viewpoint.label


def _row(row: Row, block: Sequence[Viewpoint], proposals: bool) -> list[str]:
    return [
        f"{row.provision.id} {row.provision.name}{_bound(row)}",
        *(cell(row.cells[v.id], proposals) for v in block),
    ]


def _bound(row: Row) -> str:
    """Through whom bearers that signed nothing are bound, by id; by whose word is told by ``truceline explain``."""
    through = dict.fromkeys(actor for bond in row.bonds for actor in bond.through)
    return f" (bound through {', '.join(through)})" if through else ""


def shows(found: Cell) -> bool:
    """Whether a cell holds anything at all, a waiting reading included."""
    return bool(found.proposals) or found.reason.value not in SILENT


def cell(found: Cell, proposals: bool = False) -> str:
    """``not met s +1``; with ``proposals`` also what the value would become."""
    why = found.reason.value
    value = VALUES[found.value]
    if found.value is Truth.UNKNOWN:
        value = NOTHING if why in SILENT else WHY.get(why, value)
    waiting = f" +{len(found.proposals)}" if found.proposals else ""
    would = (
        f" ({VALUES[found.with_proposals]})" if proposals and found.with_proposals is not found.value else ""
    )
    general = " g" if found.general else ""
    return f"{value} {LETTERS[found.ground]}".rstrip() + general + waiting + would


def _below(board: Board, rows: Sequence[Row], silent: Sequence[Viewpoint]) -> Iterator[str]:
    if not rows:
        yield "No checked statement bears on any provision yet."
    if silent:
        yield from paper.wrapped(
            f"No statement held on any of these: {', '.join(v.label for v in silent)}"
        ).split("\n")
    if rest := len(board.rows) - len(rows):
        yield f"{rest} more: --all"
    yield "Columns in alphabetical order, the mission's own last; none sums up the others."


def foot(case: Case, board: Board) -> Iterator[str]:
    """What was not checked, and how the command ends."""
    from truceline.review import Consequences

    consequences = Consequences(case, board.as_of)
    found = [c for c in (consequences.of(r) for r in case.readings) if c.page]
    changing = sum(c.board for c in found)
    if not found:
        yield paper.row("Not checked", "no reading touches this page")
        return
    touch = "1 reading touches" if len(found) == 1 else f"{len(found)} readings touch"
    change = f"{changing or 'none'} {'changes' if changing < 2 else 'change'} a value"
    yield paper.row("Not checked", f"{touch} this page, {change}")
    yield paper.then(f"truceline review {case.path} --as-of {board.as_of}")
