"""A queue of an invented ceasefire as a sheet, filled in by hand."""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

sys.path.insert(0, str(Path(__file__).parents[2] / "review"))

import river

from truceline.case import open_case, store
from truceline.reporting import checklist
from truceline.reporting.checklist.columns import HEADINGS, SHEET
from truceline.review import queue

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)


class Filled:
    """A checklist as its colleague has it open; rows are named by the claim."""

    def __init__(self, case):
        self.case = case
        data = checklist.render(case, river.DAY, queue(case, river.DAY, everything=True).cards)
        self.book = load_workbook(io.BytesIO(data))
        self.sheet = self.book[SHEET]

    def row(self, claim):
        """The number of a claim's row."""
        at = HEADINGS.index("id")
        return next(r[0].row for r in self.sheet.iter_rows(min_row=2) if r[at].value == claim.id)

    def put(self, claim, **cells):
        for heading, value in cells.items():
            self.sheet.cell(self.row(claim), HEADINGS.index(heading.replace("_", " ")) + 1).value = value
        return self

    def cell(self, claim, heading):
        return self.sheet.cell(self.row(claim), HEADINGS.index(heading) + 1)

    def bytes(self):
        buffer = io.BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()

    def back(self, case=None, taken_back=()):
        """What is taken of it, by the case as it was or as it is by now."""
        case = case or self.case
        return checklist.judged(case, checklist.rows(self.bytes(), case.id), "CD", AT, taken_back)


@pytest.fixture
def make(tmp_path, monkeypatch):
    """``make(claims, reviews=)`` opens the case with these claims."""

    def made(*claims, **about):
        held = river.opened(tmp_path, claims, **about)
        monkeypatch.setattr(store, "read", lambda _: held)
        return open_case(tmp_path)

    return made


@pytest.fixture
def filled(make):
    """``filled(claims)`` is the sheet of a queue with these claims."""
    return lambda *claims, **about: Filled(make(*claims, **about))
