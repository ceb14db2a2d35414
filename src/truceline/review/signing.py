"""May a report be signed? Each thing that prevents it, in words, with the command that helps (wireframes.md, "Signed").

An unchecked reading that stands on the page prevents it; so does an undated document with a statement that counts or may
count in this case; so does a missing name, and a day that has not come. A document whose statements are all rejected or of another ceasefire is set aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from truceline.case import Case, Reading
from truceline.evidence import Document
from truceline.review.consequences import standing

SECONDS = 25
"""How long a reading takes an officer, for the estimate; measured sittings print their own."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What prevents a signature, and the command that helps; ``readings`` are the claims meant, if any."""

    words: str
    command: str
    readings: tuple[str, ...] = ()


def obstacles(case: Case, as_of: date, by: str) -> tuple[Obstacle, ...]:
    """Everything that prevents ``by`` from signing the report of the day; empty: it may be signed."""
    return tuple(_obstacles(case, as_of, by.strip()))


def _obstacles(case: Case, as_of: date, by: str) -> Iterator[Obstacle]:
    folder = str(case.path)
    if not by:
        yield Obstacle(
            "No name is given for the signature.", f'truceline sign {folder} --by "NAME" --as-of {as_of}'
        )
    if as_of > (present := today(case)):
        yield Obstacle(
            f"{as_of} has not come: the present day of the case is {present}, and nobody knows what will be said by then.",
            f'truceline sign {folder} --by "{by or "NAME"}" --as-of {present}',
        )
    if not case.documents:
        yield Obstacle(
            "No document is held.", f"truceline add {folder} FILE   (then truceline build {folder})"
        )
    if waiting := standing(case, as_of):
        yield Obstacle(
            _unchecked(waiting, as_of),
            f"truceline review {folder} --as-of {as_of}",
            tuple(r.id for r in waiting),
        )
    for document in undated(case, as_of):
        yield Obstacle(
            f"{document.path} has no date, and holds statements that count or may count in this case.",
            f"truceline add {folder} {document.path} --published DATE --replace   (then build), or --aside to set it aside",
        )


def today(case: Case) -> date:
    """The present day where the case counts its days; a later report_date in case.yaml is taken for it."""
    return max(case.settings.today, datetime.now(case.settings.offset).date())


def _unchecked(waiting: tuple[Reading, ...], as_of: date) -> str:
    count = len(waiting)
    touch = "1 unchecked reading touches" if count == 1 else f"{count} unchecked readings touch"
    return f"{touch} the page of {as_of} ({minutes(count)})."


def minutes(readings: int) -> str:
    """How long a number of readings takes, roughly."""
    found = max(1, round(readings * SECONDS / 60))
    return "about 1 minute" if found == 1 else f"about {found} minutes"


def undated(case: Case, as_of: date) -> tuple[Document, ...]:
    """The documents without a last possible day of publication that are not set aside."""
    used = {r.claim.document for r in case.readings if r.this_case and r.in_scope and (r.counts or r.waiting)}
    return tuple(
        d
        for d in case.documents
        if not d.dated
        and d.path in used
        and d.path not in case.settings.set_aside
        and (d.known_from is None or d.known_from <= as_of)
    )
