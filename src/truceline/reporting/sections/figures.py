"""Figures side by side, what can be set beside what, what was kept out, and who looked."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.actors import Lexicon
from truceline.counting import Comparison as Counted
from truceline.counting import FigureRow as CountedRow
from truceline.counting import KeptOut, comparisons, held_back, kept_out, not_counts, start_days
from truceline.counting.counted import vocabulary
from truceline.evidence import Basis, Figure, wording
from truceline.reporting.model import Comparison, FigureGroup, FigureRow, FigureSection, Line, Run
from truceline.reporting.sections.changed import named
from truceline.reporting.sections.page import Page, wording_run

WATCHING = {"monitor", "mission", "verify"}
"""The kinds of actors whose business it is to watch (schema of actors.yaml); whoever speaks for one of them counts for it."""


def figures(page: Page) -> FigureSection:
    """All checked figures of the day."""
    compared = comparisons(page.figures, page.as_of, start_days(page.case.agreement))
    actors = page.case.lexicon.actors
    others = kept_out(page.case.readings, page.as_of, actors=actors)
    later = held_back(page.case.readings, page.as_of, actors=actors)
    uncounted = not_counts(page.case.readings, page.as_of, actors=actors)
    return FigureSection(
        groups=tuple(
            FigureGroup(
                _anchor(s.id),
                s.title[:1].upper() + s.title[1:],
                tuple(_row(page, r) for r in sorted(s.rows, key=lambda r: r.owed)),
                _owed(page, s.group),
            )
            for s in page.figures
        ),
        comparisons=tuple(_comparison(page, c) for c in compared),
        kept_out=(
            *(_kept(page, k, "counts another ceasefire") for k in others),
            *(_kept(page, k, "may be later than this day") for k in later),
            *(_kept(page, k, k.reason) for k in uncounted),
        ),
        looked=tuple(_looked(page)),
    )


def _anchor(series: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in series)


def _row(page: Page, row: CountedRow) -> FigureRow:
    day = row.day if row.day_stated or row.day.is_day else None
    return FigureRow(
        value=f"{'owed: ' if row.owed else ''}{named(row)}",
        short=row.value,
        claims=page.cite(row.claim),
        counter=row.counter,
        side=row.side_words,
        definition=row.definition,
        since=row.since,
        as_of=row.as_of if row.day_stated else f"{row.as_of} (day of publication)",
        relay=", ".join(row.passed_on_by),
        low=row.low,
        high=row.high,
        approximator=row.approximator,
        unit=row.unit,
        counts=row.label,
        basis=row.basis.value,
        per=row.per if row.basis is Basis.RATE else "",
        from_day=day.earliest.isoformat() if day and day.earliest else "",
        to_day=day.latest.isoformat() if day and day.latest else "",
        checked=row.checked,
        owed=row.owed,
    )


def _owed(page: Page, group: str) -> Line | None:
    """What is owed of the same thing, by the text and as somebody reads it."""
    runs: list[Run] = []
    listed = {
        p for a in page.case.agreement.accounts.values() for p in a.provisions
    }  # told in their own account
    listed |= {p.id for p in page.board.later}
    for provision in (p for p in page.case.agreement.provisions.values() if p.id not in listed):
        for target in provision.targets:
            counted = vocabulary().counted(
                Figure(target.counts or "", target.low, target.high, unit=target.unit)
            )
            if (
                not group
                or counted.group is None
                or counted.group.id != group
                or (target.low is None and target.high is None)
            ):
                continue
            known = target.source.date.latest
            if target.by and (known is None or known > page.as_of):
                continue
            per = f" a {target.per}" if target.per else ""
            by = page.name(target.by) if target.by else "the text"
            claim = target.source.claim.id if target.source.claim else ""
            by += "" if claim or not target.by else ", as the case author reads it"
            runs.append(
                page.said(
                    f"{' - ' if runs else ''}{wording.bounds(target.low, target.high)}{per} ({by})", claim
                )
            )
    return Line(tuple(runs)) if runs else None


def _comparison(page: Page, found: Counted) -> Comparison:
    return Comparison(
        found.label, Line((page.worked_out(found.words, f"counting/{found.rule}", *found.inputs),))
    )


def _kept(page: Page, found: KeptOut, why: str) -> Line:
    text = f"{found.value} {found.counts} ({found.speaker}, {found.told})"
    return Line((page.said(text, found.claim), wording_run(f": {why}.")))


def _watches(lexicon: Lexicon, counter: str, watching: set[str]) -> bool:
    """Whether a counter is one of those who watch, or speaks for one."""
    return bool(watching) and bool(counter) and bool({counter, lexicon.side(counter)} & watching)


def _looked(page: Page) -> Iterator[Line]:
    """Whether anybody whose business it is to watch was heard with a count."""
    lexicon = page.case.lexicon
    watching = {a.id for a in lexicon.actors.values() if WATCHING & {*a.kinds}}
    heard = [
        r for s in page.figures for r in s.rows if not r.owed and _watches(lexicon, r.counter_id, watching)
    ]
    if not heard:
        yield Line((page.absent("No count by a monitoring body is held."),))
    for row in heard:
        yield Line((page.said(f"{row.counter}: {row.value} {row.label}, {row.as_of}", row.claim),))
