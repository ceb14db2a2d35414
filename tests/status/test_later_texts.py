"""A text that did not exist on a day binds nobody on that day's board."""

from __future__ import annotations

from datetime import date

import pytest

from truceline.agreement.model import (
    Agreement,
    AssertedFormula,
    Assertion,
    Deed,
    Gate,
    Instrument,
    Provision,
    Source,
)
from truceline.evidence import Evidence, MemoryIndex, Truth, Viewpoint, dates
from truceline.status import Board, board

VIEWS = [Viewpoint("n", "n", frozenset({"north"}))]
ROWS = [Evidence("late", "north", Truth.MET, date(2025, 10, 12), "early words", checked=True)]


def duty(name: str, text: str, **more) -> Provision:
    return Provision(name, name, Deed.OBLIGATION, ("north",), instrument=text, **more)


def on(day: str, *, mapped: str = "2025-12-01") -> Board:
    waits = (Assertion("north", "after", after="early", source=Source(date=dates.parse("2025-10-10"))),)
    back = (Assertion("north", "after", after="late", source=Source(date=dates.parse("2025-10-10"))),)
    made = Agreement(
        "a",
        {},
        instruments={
            "first": Instrument("first", "the steps", date=dates.parse("2025-10-09")),
            "second": Instrument("second", "a resolution", date=dates.parse("2025-11")),
            "undated": Instrument("undated", "a map"),
        },
        provisions={
            "early": duty("early", "first", asserted=back),
            "map": duty("map", "undated"),
            "none": duty("none", ""),
            "late": duty("late", "second", asserted=waits),
        },
        gates={"g": Gate("g", "g", asserted=(AssertedFormula("north", dates.parse(mapped), "late"),))},
    )
    return board(made, MemoryIndex(ROWS), VIEWS, date.fromisoformat(day))


def test_duties_of_a_later_text_are_no_rows_and_are_named_apart():
    found = on("2025-10-31")
    assert [r.provision.id for r in found.rows] == ["early", "map", "none"]
    assert [p.id for p in found.later] == ["late"]
    assert [x["id"] for x in found.line()["provisions"]] == ["early", "map", "none"]
    assert found.loops == ()
    with pytest.raises(KeyError, match="late is of a text later than 2025-10-31"):
        found.row("late")


def test_from_the_first_possible_day_of_the_text_on_they_stand():
    found = on("2025-11-01")
    assert found.row("late").cells["n"].value is Truth.MET
    assert found.later == ()
    assert len(found.loops) == 1


def test_a_condition_that_names_such_a_duty_is_worked_out_all_the_same():
    found = on("2025-10-31", mapped="2025-10-20")
    assert found.gates[0].conditions[0].cells["n"].value is Truth.MET
    assert [p.id for p in found.later] == ["late"]
    assert len(found.loops) == 1
