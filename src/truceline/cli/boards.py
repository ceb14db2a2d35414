"""The board in the terminal: rows of provisions, a column for each viewpoint, words that survive without colour (frame G)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
DEGREES = (
    "d how far a duty is carried out as told in that column: 0 not begun  1 minimum  2 intermediate  3 full; none where nothing is "
    "held or it tells nothing. A reading aid, never added up"
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
    "undone_only": "denied or open",
    "one_side": "one side's part",
    "no_state": "does not say whether",
    "denial_only": "denial only",
    "zero_only": "zero only",
    "units_differ": "unit differs",
    "text_unpublished": "text unpublished",
    "permission": "a permission",
    "part_open": "part open",
}
"""Reasons that tell more than "unknown", short enough for a cell."""
SILENT = frozenset({"no_statement", "none_made"})


@dataclass(frozen=True, slots=True)
class Shown:
    """What a table shows beside the values: rows on which nothing is held, values with unchecked readings, degrees."""

    everything: bool = False
    proposals: bool = False
    degrees: bool = False


def head(case: Case, board: Board, *, degrees: bool = False) -> list[str]:
    """Title, moment, and whose voices the day holds; of a past day, what it was asked by."""
    settings = case.settings
    moment = f"{board.as_of} {settings.cut_off:%H:%M} {settings.offset.tzname(None) or 'UTC'}"
    if board.on == board.as_of:
        lead = f"{settings.name}, as known on {moment}. {voices(case, board.as_of)}"
    else:
        lead = (
            f"{settings.name}, what held on {board.on}, by what could be known on {moment}. A statement counts by the days it speaks "
            "of; one that names none, by the day it became known."
        )
    return [
        *paper.wrapped(lead).split("\n"),
        *paper.wrapped(LEGEND).split("\n"),
        *(paper.wrapped(DEGREES).split("\n") if degrees else ()),
    ]


def days(board: Board) -> str:
    """The options that ask for the same days again."""
    from truceline.status import Days

    return Days(board.as_of, board.on).options


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


def table(board: Board, shown: Shown) -> list[str]:
    """The rows on which something is held, under the viewpoints that hold something; the rest is counted or named below."""
    everything = shown.everything
    rows = [r for r in board.rows if everything or any(shows(c) for c in r.cells.values())]
    heard, silent = _heard(board, rows)
    lines: list[str] = []
    fit = paper.per_block()
    for start in range(0, len(heard), fit):
        block = heard[start : start + fit]
        here = [r for r in rows if everything or any(shows(r.cells[v.id]) for v in block)]
        lines += paper.columns(["", *(_label(v) for v in block)], [_row(r, block, shown) for r in here])
        lines.append("")
    return [*lines[:-1], *_below(board, rows, silent)]


def _heard(board: Board, rows: Sequence[Row]) -> tuple[list[Viewpoint], list[Viewpoint]]:
    """The columns with anything in them and the mission's own, and those with nothing."""
    found = [v for v in board.viewpoints if v.mission or any(shows(r.cells[v.id]) for r in rows)]
    return found, [v for v in board.viewpoints if v not in found]


def _label(viewpoint: Viewpoint) -> str:
    return "mission" if viewpoint.mission else viewpoint.label


def _row(row: Row, block: Sequence[Viewpoint], shown: Shown) -> list[str]:
    held = (row.cells[v.id] for v in block)
    cells = (cell(c, shown.proposals) + (degree(c) if shown.degrees else "") for c in held)
    return [f"{row.provision.id} {row.provision.name}{_bound(row)}", *cells]


def degree(found: Cell) -> str:
    """`` d1`` or `` d0-2``; nothing where the cell has none."""
    return f" d{found.degree}" if found.degree else ""


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
    yield paper.wrapped("Columns in alphabetical order, the mission's own last; none sums up the others.")


def foot(case: Case, board: Board) -> Iterator[str]:
    """Whose statements have no column, what was not checked, and how the command ends."""
    from truceline.review import Consequences

    yield from _without_column(case, board)
    if board.on != board.as_of:
        yield from _foot_of_past(case, board)
        return
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


def _without_column(case: Case, board: Board) -> Iterator[str]:
    """Who speaks on provisions and stands in no column of the case's own choice."""
    from truceline.case.viewpoints import without_column

    known = (r for r in case.readings if (day := r.document.known_from) and day <= board.as_of)
    found = without_column(known, board.viewpoints)
    if found:
        told = "; ".join(f"{name} {paper.plural(len(ids), 'statement')}" for name, ids in found.items())
        yield paper.row("No column", f"{told}: held, but case.yaml names no column for them under viewpoints")


def _foot_of_past(case: Case, board: Board) -> Iterator[str]:
    """The same of a past day, by its own cells: a review shows consequences for the day of the report alone."""
    cells = [cell for row in board.rows for cell in row.cells.values()]
    waiting = len({claim for cell in cells for claim in cell.proposals})
    moved = sum(cell.value is not cell.with_proposals for cell in cells)
    if not waiting:
        yield paper.row("Not checked", "no reading touches this page")
        return
    touch = "1 reading touches" if waiting == 1 else f"{waiting} readings touch"
    change = f"all of them together would change {moved or 'no'} {'value' if moved < 2 else 'values'}"
    yield paper.row("Not checked", f"{touch} this page, {change}")
    yield paper.then(f"truceline review {case.path} --as-of {board.as_of}")
