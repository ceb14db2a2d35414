"""What changed: the checked readings of the period by issue, each beside what was held before."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.case import Reading
from truceline.counting import FigureRow, Series
from truceline.evidence import Kind, Target
from truceline.evidence.wording import PERCENT
from truceline.reporting.model import Change, Changed, Line, Run
from truceline.reporting.sections.page import VALUES, Page, wording_run
from truceline.review.consequences import CHANGES

SHOWN = CHANGES | {Kind.INCIDENT}


def changed(page: Page) -> Changed:
    """One line for what one stretch of words says of one issue, in the order of the case's issues; repeats are no news."""
    news = list(_news(page))
    order = {name: n for n, name in enumerate(page.case.issues)}
    told = sorted(
        news, key=lambda r: (order.get(issue_of(page, r), len(order)), r.document.path, r.claim.start)
    )
    groups: dict[tuple[str, str, str], list[Reading]] = {}
    for reading in told:
        groups.setdefault((issue_of(page, reading), page.who(reading), reading.claim.text), []).append(
            reading
        )
    last = {issue: key for key in groups for issue in key[:1]}
    made = (_change(page, group, ends=last[key[0]] == key) for key, group in groups.items())
    return Changed(tuple(made), tuple(_closing(page)))


def _news(page: Page) -> Iterator[Reading]:
    """The readings of the period on an issue; what the agreement file cites, only where no document says it of the same issue."""
    found = [
        r
        for r in page.period
        if r.claim.kind in SHOWN and r.in_scope and not r.repeat_of and issue_of(page, r)
    ]
    read = {(r.side.id, issue_of(page, r)) for r in found if r.side and not r.authored}
    for reading in found:
        told = reading.side is not None and (reading.side.id, issue_of(page, reading)) in read
        if not (reading.authored and told):
            yield reading


def issue_of(page: Page, reading: Reading) -> str:
    """The issue a reading belongs to: its own, else that of a duty it speaks of."""
    own = reading.linked(Target.ISSUE)
    if own:
        return own[0]
    duties = (page.case.agreement.provisions.get(p) for p in reading.linked(Target.PROVISION))
    return next((p.issue for p in duties if p and p.issue), "")


def _change(page: Page, group: list[Reading], *, ends: bool) -> Change:
    reading, issue = group[0], issue_of(page, group[0])
    found = page.case.issues.get(issue)
    label = (
        (found.names.get(page.case.settings.language) or found.name)
        if found
        else reading.claim.kind.value.capitalize()
    )
    row, pile = _figure(page, reading.id)
    if row is not None and pile is not None:
        return Change(
            label, figure_line(page, row, by_side=bool(pile.side)), tuple(_figures_before(page, row, pile))
        )
    return Change(label, page.quote(*group), tuple(_said_before(page, reading, issue, ends=ends)))


def _figure(page: Page, claim: str) -> tuple[FigureRow | None, Series | None]:
    for pile in page.figures:
        for row in pile.rows:
            if row.claim == claim:
                return row, pile
    return None, None


def figure_line(page: Page, row: FigureRow, *, by_side: bool) -> Line:
    """``more than 410 killed - counter ... - since: not stated``: no number stands alone.

    Whose acts are counted is named where the kind of count is kept apart by side: harm is never laid to a side in our voice.
    """
    about = f" by {row.side_words}" if row.side_words and by_side else ""
    relay = f" - passed on by {', '.join(row.passed_on_by)}" if row.passed_on_by else ""
    told = f" - counter {row.counter} - definition: {row.definition} - since: {row.since} - as of {row.as_of}{relay}"
    value = page.said(f"{'owed: ' if row.owed else ''}{named(row)}{about}", row.claim)
    return Line((value, Run(told, value.kind, value.claims, value.rule, opens=False)))


def named(row: FigureRow) -> str:
    """A value with what it counts: "395 killed", "10 to 12 per day, violations", "about 53 %"."""
    if row.label.casefold() in PERCENT:
        return row.value
    whom = f" ({row.qualifier})" if row.qualifier else ""
    return f"{row.value}{',' if row.per else ''} {row.label}{whom}".strip()


def _figures_before(page: Page, row: FigureRow, pile: Series) -> Iterator[Line]:
    new = {r.id for r in page.period}
    earlier = [r for r in pile.rows if r.label == row.label and r.owed == row.owed and r.claim not in new]
    if not earlier:
        yield Line((wording_run("First figure of this kind held."),))
        return
    last = earlier[-1]
    relay = f", passed on by {', '.join(last.passed_on_by)}" if last.passed_on_by else ""
    yield Line(
        (
            wording_run("Last held before: "),
            page.said(f"{named(last)}, {last.counter}, {last.as_of}{relay}.", last.claim),
        )
    )
    if row.speaker_id and not any(r.speaker_id == row.speaker_id and r.basis == row.basis for r in earlier):
        yield Line((wording_run(f"First figure {_basis(row)} from this speaker."),))


def _basis(row: FigureRow) -> str:
    return f"per {row.per}" if row.per else "of this kind"


def _said_before(page: Page, reading: Reading, issue: str, *, ends: bool) -> Iterator[Line]:
    """The same side's statement of the same kind before it; at the end of an issue, the parties of whom nothing is held on it."""
    new = {r.id for r in page.period}
    same = [r for r in page.heard if issue and issue_of(page, r) == issue and r.id not in new]
    own = [r for r in same if r.side and r.side == reading.side and r.claim.kind is reading.claim.kind]
    if own:
        yield Line((wording_run("Before: "), *page.quote(own[-1]).runs))
    if issue and ends:
        heard = {r.side.id for r in page.heard if r.side and issue_of(page, r) == issue}
        silent = [p for p in page.case.agreement.parties if p not in heard]
        if silent:
            yield Line((page.absent(f"{page.names(silent)}: no statement held on this issue."),))


def _closing(page: Page) -> Iterator[Line]:
    moved = _moved(page)
    if moved:
        for text, claims in moved:
            yield Line((page.worked_out(text, "status/change since the report before", *claims),))
    else:
        yield Line((page.worked_out("No status changed.", "status/change since the report before"),))
    if not any(r.claim.kind is Kind.INCIDENT for r in page.period):
        yield Line(
            (
                page.absent(
                    "No incident with a place and a time was reported: totals are not turned into incidents."
                ),
            )
        )


def _moved(page: Page) -> list[tuple[str, tuple[str, ...]]]:
    """Every cell whose value is another than in the report before."""
    old = {row.provision.id: row for row in page.before.rows}
    found = []
    for row in page.board.rows:
        for view in page.board.viewpoints:
            before = old.get(row.provision.id)  # none where its text is of this period
            now, then = row.cells[view.id], before.cells.get(view.id) if before else None
            was = then.value if then else type(now.value).UNKNOWN
            if now.value is not was:
                whose = "mission's own findings" if view.mission else f"as stated by {view.label}"
                words = f"Status changed: {row.provision.name}, {whose}: {VALUES[was]} → {VALUES[now.value]}."
                found.append((words, now.claims))
    return found
