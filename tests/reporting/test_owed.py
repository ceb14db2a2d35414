"""What is owed is printed apart, after what is told to have come, and says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from truceline.counting import FigureRow, Series
from truceline.evidence import Basis, dates
from truceline.reporting.sections import figures

DAY = dates.day(date(2031, 5, 2))


@pytest.fixture
def came():
    words = {
        "counter": "A",
        "counter_id": "a",
        "party": "",
        "definition": "not defined",
        "since": "not stated",
        "as_of": "2 May",
    }
    return FigureRow(
        claim="a" * 16, value="113 per day", low=113, high=113, approximator="", basis=Basis.RATE, per="day", unit="trucks", counts="trucks",
        item="trucks", label="trucks", qualifier="", base=dates.UNKNOWN, day=DAY, day_stated=True, passed_on_by=(), speaker="A", speaker_id="a",
        side="", side_words="", checked=True, **words,
    )  # fmt: skip


@pytest.fixture
def page(came):
    owed = replace(came, claim="b" * 16, value="600 per day", low=600, high=600, owed=True)
    agreement = SimpleNamespace(accounts={}, provisions={}, anchors={}, effective="")
    case = SimpleNamespace(agreement=agreement, readings=(), lexicon=SimpleNamespace(actors={}, side=str))
    made = Series("aid", "aid trucks", (owed, came), "aid")
    board = SimpleNamespace(later=())
    return SimpleNamespace(
        case=case, as_of=date(2031, 5, 3), figures=(made,), board=board, cite=lambda *c: c, absent=str
    )


def test_what_is_owed_stands_last_and_says_so(page):
    (group,) = figures.figures(page).groups
    assert [(r.value, r.owed) for r in group.rows] == [
        ("113 per day, trucks", False),
        ("owed: 600 per day, trucks", True),
    ]
