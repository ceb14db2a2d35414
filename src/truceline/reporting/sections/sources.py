"""Before signing, dates ahead, and sources and gaps: what was left out, is undated, or speaks of something else."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.case import Reading
from truceline.case.notices import notice
from truceline.evidence import unread
from truceline.reporting.model import Line, Section, ToDo
from truceline.reporting.sections.page import Page
from truceline.review import undated
from truceline.review.signing import SECONDS
from truceline.status import Deadline


def todo(page: Page) -> ToDo:
    """What stands between this page and a signature."""
    items = tuple(page.pending(r.id, "; ".join(page.consequences.of(r).words())) for r in page.waiting)
    count = len(items)
    lines = tuple(
        Line(
            (
                page.worked_out(
                    f"{d.path} has no date: date it, or set it aside.", "documents without a date"
                ),
            ),
            internal=True,
        )
        for d in _undated(page)
    )
    minutes = max(1, round(count * SECONDS / 60)) if count else 0
    return ToDo(count, minutes, len(lines), len(page.case.left_out), items, lines)


def _undated(page: Page) -> tuple:  # type: ignore[type-arg]
    aside = set(page.case.settings.set_aside)
    return tuple(d for d in undated(page.case, page.as_of) if d.path not in aside)


def ahead(page: Page) -> Section:
    """Deadlines of the next thirty days under each start date held, and how many duties carry none."""
    lines = [_deadline(page, d) for d in page.board.ahead]
    if not lines:
        lines = [
            Line((page.worked_out("None within 30 days under any start date held.", "status/dates ahead"),))
        ]
    duties = [p for p in page.case.agreement.provisions.values() if p.deed.value == "obligation"]
    open_ended = [p for p in duties if not any(c.at or c.anchor for c in p.clocks)]
    if duties:
        text = f"{len(open_ended)} of {len(duties)} duties carry no deadline in the text."
        lines.append(Line((page.worked_out(text, "agreement/clocks"),)))
    return Section("ahead", "Dates ahead", tuple(lines))


def _deadline(page: Page, found: Deadline) -> Line:
    provision = page.case.agreement.provisions[found.matter]
    claims = found.start.claims if found.start else ()
    counted = f", counted as by {page.names(found.by)}" if found.by else ""
    day = page.day(found.due.latest)
    return Line((page.worked_out(f"{day}: {provision.name}{counted}", "status/dates ahead", *claims),))


def sources(page: Page) -> Section:
    """Everything that was not counted, with the reason."""
    case = page.case
    readings = [r for r in case.readings if not r.authored]
    known = [r for r in readings if r.document.known_from and r.document.known_from <= page.as_of]
    later = [r for r in readings if r.checked and r not in known]
    lines = [*_not_read(page), *(_left(page, x.path, x.reason) for x in case.left_out)] or [
        Line((page.absent("nothing"),), "Left out")
    ]
    lines += [_file(page, "Undated", d.path) for d in _undated(page)]
    lines += [_date_doubt(page, d.path, notice(d)) for d in case.documents if d.dated and notice(d)]
    lines += _unlisted(page, known)
    lines.append(_count(page, "Another ceasefire", [r for r in known if not r.this_case]))
    lines.append(
        _count(page, "Outside the scope the case sets", [r for r in known if r.this_case and not r.in_scope])
    )
    lines.append(_count(page, "Held, not counted: may be later than this day", later))
    waiting = [r for r in known if r.waiting and r.this_case and r.in_scope]
    lines.append(
        _count(
            page, "Not checked, touching nothing on this page", [r for r in waiting if r not in page.waiting]
        )
    )
    return Section("sources", "Sources and gaps", tuple(lines))


def _not_read(page: Page) -> list[Line]:
    """How many documents are in a language that is not read: a gap of the collection, told to every reader of the report."""
    found = unread.together((x.path, x.reason) for x in page.case.left_out)
    return [
        Line((page.worked_out(unread.counted(name, len(paths)), "languages of the documents"),), "Not read")
        for name, paths in found.items()
    ]


def _left(page: Page, path: str, reason: str) -> Line:
    return Line((page.worked_out(f"{path}: {reason}", "left out of the build"),), "Left out", internal=True)


def _unlisted(page: Page, known: Iterable[Reading]) -> list[Line]:
    """Speakers as reviewers wrote them that no list of the case holds: their words fill no column."""
    found = {r.claim.speaker for r in known if r.checked and r.review and "speaker" in r.review.corrections}
    loose = sorted(name for name in found if name and not page.case.lexicon.lookup(name))
    return [
        Line((page.worked_out(n, "names against the list of actors"),), "Speaker in no list") for n in loose
    ]


def _date_doubt(page: Page, path: str, why: str) -> Line:
    return Line((page.worked_out(f"{path}: {why}", "dates of a document"),), "Date to look at", internal=True)


def _file(page: Page, label: str, path: str) -> Line:
    return Line((page.worked_out(path, "documents without a date"),), label, internal=True)


def _count(page: Page, label: str, found: Iterable[Reading]) -> Line:
    number = len(list(found))
    words = "1 statement" if number == 1 else f"{number} statements"
    return Line((page.worked_out(words, "count of statements"),), label)
