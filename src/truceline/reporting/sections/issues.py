"""The sections by issue: what is held on each matter of the case, the newest first, or why nothing stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from truceline.case import Reading
from truceline.evidence import Incident, Kind
from truceline.reporting.model import Line, Pending, Section
from truceline.reporting.sections.changed import issue_of
from truceline.reporting.sections.handover import handover_table
from truceline.reporting.sections.page import Page

MOST = 8
"""How many statements a section shows; the rest is counted."""

AID = ("aid", "crossings", "humanitarian", "access")
MONITORS = ("monitors", "monitoring", "monitor")
ELSEWHERE = ("exchange",)


def incidents(page: Page) -> Section:
    """Each event of the period with its place and time; a total is never turned into one."""
    found = [r for r in page.period if isinstance(r.claim.payload, Incident)]
    placed = [r for r in found if r.claim.payload.place and r.claim.payload.time]  # type: ignore[union-attr]
    vague = len(found) - len(placed)
    notes: tuple[Line, ...] = ()
    if vague:
        claims = [r.id for r in found if r not in placed]
        notes = (
            Line(
                (
                    page.worked_out(
                        f"{vague} without a place or a time, not listed.", "count of incidents", *claims
                    ),
                )
            ),
        )
    lines = tuple(page.quote(r) for r in placed)
    return Section("incidents", "Incidents", lines, empty="No incident with place and time.", notes=notes)


def aid(page: Page) -> Section:
    """Aid and crossings, present even when empty."""
    found = _section(page, "aid", "Aid and crossings", AID)
    reckoned = handover_table(page, "aid")
    return replace(found, tables=(*found.tables, reckoned)) if reckoned else found


def monitors(page: Page) -> Section:
    """Restrictions on the monitors, present even when empty."""
    return _section(page, "monitors", "Restrictions on the monitors", MONITORS)


def others(page: Page) -> tuple[Section, ...]:
    """Every other issue of the case that is of the mission's business, in the order of its file."""
    taken = {*AID, *MONITORS, *ELSEWHERE}
    language = page.case.settings.language
    found = [i for i in page.case.issues.values() if i.scope and i.id not in taken]
    return tuple(_section(page, f"issue-{i.id}", i.names.get(language) or i.name, (i.id,)) for i in found)


def _section(page: Page, name: str, title: str, issues: Iterable[str]) -> Section:
    wanted = set(issues)
    held = [r for r in page.heard if issue_of(page, r) in wanted and not r.repeat_of]
    latest = list(_latest(held))
    lines = tuple(page.quote(r) for r in latest[:MOST])
    notes: tuple[Line, ...] = ()
    if len(held) > len(lines):
        rest = len(held) - len(lines)
        notes = (
            Line(
                (page.worked_out(f"{rest} earlier or further statements are held.", "count of statements"),)
            ),
        )
    waiting = tuple(_waiting(page, wanted))
    return Section(name, title, lines, pending=waiting, empty="No statement held.", notes=notes)


def _latest(held: list[Reading]) -> Iterator[Reading]:
    """The newest first; of one speaker and kind the newest alone."""
    seen = set()
    for reading in reversed(held):
        key = (reading.speaker.id if reading.speaker else reading.id, reading.claim.kind)
        if key not in seen and reading.claim.kind is not Kind.STATEMENT:
            seen.add(key)
            yield reading


def _waiting(page: Page, wanted: set[str]) -> Iterator[Pending]:
    for reading in page.waiting:
        if issue_of(page, reading) in wanted:
            yield page.pending(reading.id, "; ".join(page.consequences.of(reading).words()))


def unsaid(page: Page) -> Section:
    """What nobody said: judges that nobody names, days that no text gives, parties of whom nothing is held on an issue."""
    agreement = page.case.agreement
    lines = []
    judged = [p.name for p in agreement.provisions.values() if p.condition and not p.judge]
    if judged:
        lines.append(
            Line(
                (
                    page.said(
                        f"Who judges that the condition of these holds: nobody named. {'; '.join(judged)}."
                    ),
                )
            )
        )
    anchors = [a.text for a in agreement.anchors.values() if not a.values]
    if anchors:
        lines.append(Line((page.said(f"When this begins: no statement held. {'; '.join(anchors)}."),)))
    for gate in page.board.gates:
        if not gate.declared:
            lines.append(
                Line(
                    (page.said(f"{gate.gate.name}: nobody declared it open, and nobody is named to do so."),)
                )
            )
    silent = [p for p in agreement.parties if not any(r.side and r.side.id == p for r in page.period)]
    if silent:
        lines.append(Line((page.absent(f"Not heard in this period: {page.names(silent)}."),)))
    return Section("unsaid", "What nobody said", tuple(lines), empty="Nothing is known to be lacking.")
