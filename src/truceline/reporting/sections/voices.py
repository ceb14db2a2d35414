"""Whose voices the report rests on: who was heard in the period, when each was last heard, who never."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from truceline.case import Reading
from truceline.counting import Voice as Counted
from truceline.counting import coverage
from truceline.evidence import Viewpoint
from truceline.reporting.model import Voice, Voices
from truceline.reporting.sections.page import Page

ONE_SIDE = "One side's account of the day. The other columns are empty because nothing is held, not because nothing was said."
UNRESOLVED = "speaker not resolved"
"""Under which statements stand whose speaker belongs to no known side; counted by statement, since who said them is not known."""
NOBODY = "Nobody is heard in this period. Nothing is held, which does not mean that nothing was said."


def voices(page: Page) -> Voices:
    """One voice for each column, then each other side that was heard in the period."""
    held = coverage(page.case.readings, page.as_of, first=page.since + timedelta(days=1))
    by_side = {v.side: v for v in held.voices}
    columns = [v for v in page.board.viewpoints if not v.mission]
    shown = {side for v in columns for side in v.holders}
    rows = [_column(page, v, [by_side[s] for s in sorted(v.holders) if s in by_side]) for v in columns]
    rows += [
        _voice(page, v.name, [v]) for v in held.voices if v.claims and not v.outlet and v.side not in shown
    ]
    heard = [r for r in rows if r.count]
    unresolved = [r for r in page.period if r.side is None]
    remark = NOBODY if not heard else ONE_SIDE if len(heard) == 1 else ""
    return Voices(
        documents=_documents(page),
        speakers=held.speakers,
        sides=(*sorted(rows, key=lambda v: v.side.casefold()), *_unresolved(page, unresolved)),
        never=page.case.settings.never_heard,
        remark=remark,
    )


def _documents(page: Page) -> int:
    """Documents of the period; what the agreement file cites counts by its source, and only where no document is held."""
    read = {r.document.path for r in page.period if not r.authored}
    return len(read or {(r.document.outlet, r.document.published.edtf) for r in page.period})


def _unresolved(page: Page, found: list[Reading]) -> tuple[Voice, ...]:
    """Statements of the period whose speaker belongs to no side that is known: joined with nobody."""
    if not found:
        return ()
    ordered = sorted(found, key=lambda r: (_known(r), r.document.path, r.claim.start))
    claims = page.cite(*(r.id for r in ordered))
    return (Voice(UNRESOLVED, len(found), claims[:1], _day(page, _known(ordered[-1])), claims[-1:]),)


def _known(reading: Reading) -> date:
    """The last day on which a statement can have been published, else the first on which it may count."""
    return reading.document.published.latest or reading.document.known_from or date.min


def _day(page: Page, day: date) -> str:
    return "today" if day == page.as_of else page.day(day)


def _column(page: Page, viewpoint: Viewpoint, voices: list[Counted]) -> Voice:
    return _voice(page, viewpoint.label, voices)


def _voice(page: Page, label: str, voices: Iterable[Counted]) -> Voice:
    listed = list(voices)
    claims = [c for v in listed for c in v.claims]
    heard = [v for v in listed if v.last]
    latest = max(heard, key=lambda v: (v.last, v.side), default=None)
    last, last_claims = "", ()
    if latest is not None:
        last = _day(page, latest.last or date.min)
        if latest.last_speaker.startswith(("unnamed", "not named")):
            last += " (unnamed)"
        last_claims = page.cite(latest.last_claim)  # type: ignore[assignment]
    return Voice(label, sum(v.speakers for v in listed), page.cite(*claims[:1]), last, last_claims)


def last_heard(page: Page, viewpoint: Viewpoint) -> tuple[str, tuple[str, ...]]:
    """When a column's holders were last heard, in words, with the statement; empty for never."""
    own = [r for r in page.heard if r.side and r.side.id in viewpoint.holders]
    if not own:
        return "", ()
    latest = own[-1]
    return _day(page, _known(latest)), page.cite(latest.id)
