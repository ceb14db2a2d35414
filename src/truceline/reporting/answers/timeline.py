"""By date: between which days each document lies and on what evidence, the days it names, and which orders are not known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from truceline.case import Reading
from truceline.case.register import Wanted, register
from truceline.evidence import Document, Interval
from truceline.reading.dates import Found, find
from truceline.reading.days import Published
from truceline.reporting.answers.answer import Answer, nobody, passage, said
from truceline.reporting.model import Line, Run, Section
from truceline.reporting.sections.page import Page
from truceline.review import words


def timeline(page: Page, wanted: Wanted) -> Answer:
    """The documents of the statements asked for, in the order of the first day that each may be of."""
    found = [r for r in register(page.case, page.as_of, wanted) if not r.authored]
    piles: dict[str, list[Reading]] = {}
    for reading in found:
        piles.setdefault(reading.document.path, []).append(reading)
    held = sorted((p[0].document for p in piles.values()), key=_first)
    made = tuple(_document(page, d, piles[d.path]) for d in held)
    order = tuple(Line((Run(told, rule="dates of documents"),)) for told in _unordered(held))
    last = Section("order", "Which came first is not known where the days overlap", order)
    empty = Section("none", "Statements by date", nobody(page, "", bool(made)))
    return Answer(page, "Statements by date", (*made, last) if made else (empty,))


def _first(document: Document) -> tuple[str, str, str]:
    """By the first day it may be of, then the last; what has no day stands at the end."""
    when = document.published
    return (str(when.earliest or when.latest or "9999"), str(when.latest or "9999"), document.path)


def _document(page: Page, document: Document, pile: list[Reading]) -> Section:
    when = document.published
    sure = "certain" if when.is_day else "not certain"
    why = f"; {when.evidence}" if when.evidence else ""
    title = f"{words.interval(when)} ({sure}{why}): {document.path}, {document.outlet or 'outlet not known'}"
    return Section(document.path, title, tuple(_days(page, document, pile)))


def _days(page: Page, document: Document, pile: list[Reading]) -> Iterator[Line]:
    """Each expression of time with the days it means, under it the statement in whose sentence it stands."""
    string = page.case.texts[document.path].string
    for found in find(string, Published(document.published.earliest, document.published.latest)):
        own = next((r for r in pile if _holds(page, r, found)), None)
        meant = Run(f" = {_meant(found.interval)}", rule="dates of the text")
        place = passage(page, document.path, found.start, found.end)
        yield Line((place, meant, *((Run("; ", rule="wording"), *said(page, own).runs) if own else ())))


def _holds(page: Page, reading: Reading, found: Found) -> bool:
    around = page.case.context(reading.id)
    return around.start <= found.start < around.start + len(around.sentence)


def _meant(when: Interval) -> str:
    if when.known:
        return f"{words.interval(when)} ({'certain' if when.is_day else 'not certain'})"
    return f"{when.edtf or 'no day'}, not certain{f': {when.evidence}' if when.evidence else ': the day of publication is not known'}"


def _unordered(held: list[Document]) -> Iterator[str]:
    for one, other in combinations(held, 2):
        a, b = one.published, other.published
        apart = a.latest and b.earliest and a.latest < b.earliest
        if not apart and not (a.is_day and b.is_day):
            yield f"{one.path} and {other.path}"
