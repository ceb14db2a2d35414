"""Owed, handed over, received: a table in which each side's figures stand in its own row. Numbers only, never a name."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.agreement.amounts.bounds import Bounds
from truceline.agreement.amounts.reckoning import NOTHING, told
from truceline.agreement.model import Account
from truceline.evidence import wording
from truceline.reporting.model import Cell, Column, Kind, Row, Table
from truceline.reporting.model import Line as Words
from truceline.reporting.sections.page import Page
from truceline.status.handover import Line, Part, Told, handover

COLUMNS = (
    Column("owed", "owed"),
    Column("done", "stated as done"),
    Column("left", "left open"),
)
NOTE = (
    "Each row reckons with one account's own figures; none is chosen. “Nothing held” is no zero. "
    "What is owed is that of the day of which the number beside it speaks."
)
ROLES = {
    Part.GIVER: "hands over",
    Part.RECEIVER: "receives",
    Part.BOTH: "hands over and receives",
    Part.OTHER: "",
}


def lines(page: Page, account: Account) -> tuple[Line, ...]:
    """The lines of an account on the day of the page."""
    case = page.case
    return handover(
        case.agreement,
        account,
        case.index(),
        case.columns(page.as_of),
        page.as_of,
        case.lexicon.side,
        page.name,
    )


def handover_table(page: Page, name: str) -> Table | None:
    """The table of the account of that id; None where the agreement has no such account, or nothing is counted in it."""
    account = page.case.agreement.accounts.get(name)
    found = lines(page, account) if account else ()
    return table(page, account, found) if account and found else None


def table(page: Page, account: Account, found: Iterable[Line]) -> Table:
    """The lines of an account as a table: a row a thing, and under it one for each account of it."""
    rows = tuple(row for number, line in enumerate(found, 1) for row in _rows(page, line, number))
    caption = f"{account.name}: owed and handed over, by each account"
    note = Words((page.absent(NOTE),))
    return Table(
        f"{account.id}-handover", caption, COLUMNS, rows, corner="What, by whose figures", notes=(note,)
    )


def _rows(page: Page, line: Line, number: int) -> Iterable[Row]:
    head = Words((page.said(f"{line.counts} ({line.provision.id})"),))
    claims = page.cite(line.claim) if line.claim else ()
    read = f"as read by {page.name(line.by)}" if line.by else ""
    kind = Kind.STATED if claims else Kind.SETTING
    rule = Cell(line.rule or "not owed in this count", read, kind, claims, f"agreement: {line.id}")
    yield Row(head, (rule, Cell("-"), _between(page, line)), f"h{number}")
    for found in line.accounts:
        cells = (_owed(page, line, found), _done(page, found), _left(page, line, found))
        yield Row(_who(page, found), cells, f"h{number}-{found.viewpoint.id}", inset=True)


def _who(page: Page, found: Told) -> Words:
    role = ROLES[found.part]
    return Words((page.said(f"{found.viewpoint.label}{f' ({role})' if role else ''}"),))


def _owed(page: Page, line: Line, found: Told) -> Cell:
    """The amount with the formula filled in, and the day where it is not that of the report."""
    step = found.owed
    if not line.rule:
        return Cell("-")
    if step.amount is None:
        return Cell(NOTHING, f"- it needs {'; '.join(step.missing)}", rule="nothing held")
    if not step.parts:
        return Cell("-")  # the number of the row above
    claims = page.cite(*step.evidence())
    kind = Kind.COMPUTED if claims else Kind.SETTING
    value = f"{step.value} by {page.day(found.day)}" if claims else step.value
    return Cell(value, step.words, kind, claims, f"agreement: {line.id}")


def _done(page: Page, found: Told) -> Cell:
    if found.done.amount is None or found.done_on is None:
        return Cell(NOTHING, rule="nothing held")
    claims = page.cite(*found.done.claims)
    return Cell(told(found.done.amount), page.day(found.done_on), Kind.STATED, claims)


def _left(page: Page, line: Line, found: Told) -> Cell:
    if found.left is None:
        return Cell("-")
    claims = page.cite(*found.owed.evidence(), *found.done.claims)
    return Cell(left(found.left), kind=Kind.COMPUTED, claims=claims, rule=f"owed less stated: {line.id}")


def left(amount: Bounds) -> str:
    """What is left open in words; more than is owed is told as such and never as a negative number."""
    if amount.low is not None and amount.low == amount.high == 0:
        return "nothing"
    if amount.low is not None and amount.low >= 0:
        return told(amount)
    more = _more(amount)
    if amount.high is not None and amount.high <= 0:
        return more
    open_ = "open above" if amount.high is None else f"up to {wording.number(float(amount.high))} open"
    return f"from {more} to {open_}"


def _more(amount: Bounds) -> str:
    """The part below zero: "3 more than owed", "2 to 5 more than owed"."""
    most = None if amount.low is None else -float(amount.low)
    least = None if amount.high is None else -float(amount.high)
    ends = (most if most is not None and (least is None or least < 0) else least, most)
    return f"{wording.bounds(*ends)} more than owed" if ends != (None, None) else "more than owed"


def _between(page: Page, line: Line) -> Cell:
    """What the giver states less what the receiver states, where one of each holds a number."""
    if line.between is None:
        return Cell("-")
    claims = page.cite(*(c for t in line.accounts if t.part is not Part.OTHER for c in t.done.claims))
    rule = f"giver's number less receiver's: {line.id}"
    return Cell(between(line.between), kind=Kind.COMPUTED, claims=claims, rule=rule)


def between(amount: Bounds) -> str:
    """How the giver's number and the receiver's differ, in words."""
    if amount.low is not None and amount.low == amount.high:
        if amount.low == 0:
            return "both state the same"
        word = "fewer" if amount.low > 0 else "more"
        return f"{wording.number(abs(float(amount.low)))} {word} received than handed over"
    if 0 in amount:
        return "both can be right"
    return "fewer received than handed over" if (amount.low or 0) > 0 else "more received than handed over"
