"""The head: what the report covers, which day it is by which start, whose hands made it; and the foot."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import truceline
from truceline.reporting.model import Foot, Head, Kind, Line, Report, Run
from truceline.reporting.sections.page import Page, wording_run
from truceline.reporting.signature import vouches

NO_WORDS = "; the case author's reading, no statement cited"


def head(page: Page, prepared_by: str = "") -> Head:
    """The head of a draft."""
    case, settings = page.case, page.case.settings
    return Head(
        case=case.id,
        title=settings.name or case.agreement.title.get("en", case.id),
        name=f"Daily report of {page.long_day(page.as_of)}",
        as_of=page.as_of.isoformat(),
        known=f"{page.long_day(page.as_of)}, {settings.cut_off:%H:%M}",
        covers_from=f"{page.day(page.since)} {settings.cut_off:%H:%M}",
        covers_to=f"{page.day(page.as_of)} {settings.cut_off:%H:%M}",
        offset=_offset(settings.offset.utcoffset(None)),
        prepared_by=prepared_by or "duty officer",
        day_counts=day_counts(page),
        notice=settings.notice,
    )


def signed(page: Page, draft: Report) -> Report:
    """The report under the latest signature of its day, or a draft that tells that the signature no longer holds."""
    own = [s for s in page.case.held.signatures if s.as_of == page.as_of]
    if not own:
        return draft
    last = own[-1]
    at = f"{last.at:%d %b %Y, %H:%M}"
    if vouches(last.digest, draft):
        return replace(draft, head=replace(draft.head, signed_by=last.by, signed_at=at))
    words = f"Signed by {last.by}, {at}. What is held has changed since: this page is not what was signed."
    return replace(draft, head=replace(draft.head, superseded=words))


def day_counts(page: Page) -> tuple[Line, ...]:
    """One count of days for each start date held, with who counts from it."""
    made = []
    for count in page.board.days:
        base = page.day(count.base)
        made.append(
            Line(
                (
                    page.worked_out(f"Day {count.day}", f"status/day count from {count.base}", *count.claims),
                    wording_run(" counted from "),
                    Run(base, Kind.SETTING, (), "agreement: start of effect"),
                    Run(
                        f" ({page.names(count.by)}{'' if count.claims else NO_WORDS})",
                        Kind.SETTING,
                        (),
                        "name",
                    ),
                )
            )
        )
    return tuple(made)


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"


def foot(page: Page) -> Foot:
    """How the page was made, and the case's list of names and terms."""
    settings = page.case.settings
    terms = tuple((t.write, _term(t.instead_of, t.why)) for t in settings.terms)
    return Foot(
        column_order="alphabetical in the report's language, own findings last",
        terms_version=f"case list v{settings.terms_version}",
        terms=terms,
        rules=(f"Truceline {truceline.__version__}",),
        ledger=f"checked to entry {page.case.held.entries:,}",
    )


def _term(instead_of: tuple[str, ...], why: str) -> str:
    words = f"for {', '.join(f'“{w}”' for w in instead_of)}" if instead_of else ""
    return "; ".join(part for part in (words, why) if part)
