"""From a case and a day to the report: each section in the order of the page, so that statements are numbered as a reader meets them."""

from __future__ import annotations

from datetime import date

from truceline.case import Case
from truceline.reporting.model import Report
from truceline.reporting.sections import (
    accounts,
    board,
    changed,
    figures,
    gates,
    head,
    issues,
    mandate,
    sources,
    voices,
)
from truceline.reporting.sections.page import Page, day_before


def report(case: Case, as_of: date, *, since: date | None = None, prepared_by: str = "") -> Report:
    """The daily report of ``case`` as known on ``as_of``; ``since`` is the day of the report before, by default the day before.

    Signed where the ledger holds a signature for the day. Pure: the same case and day give the same report.
    """
    page = Page(case, as_of, since or day_before(as_of))
    top = head.head(page, prepared_by)
    heard, news, standing = voices.voices(page), changed.changed(page), board.board(page)
    waiting, dates = sources.todo(page), sources.ahead(page)
    conditions, counted = gates.gates(page), figures.figures(page)
    sections = (
        issues.incidents(page),
        accounts.exchange_section(page),
        issues.aid(page),
        accounts.pledges_section(page),
        mandate.positions_section(page),
        accounts.demands_section(page),
        *issues.others(page),
        issues.monitors(page),
        issues.unsaid(page),
        sources.sources(page),
    )
    draft = Report(
        head=top,
        voices=heard,
        changed=news,
        board=standing,
        todo=waiting,
        ahead=dates,
        gates=conditions,
        figures=counted,
        sections=sections,
        foot=head.foot(page),
        statements=page.statements(),
        language=case.settings.language,
    )
    return head.signed(page, draft)
