"""The day asked about is another than the day by which something was known: what held on 20 October, by what is said up to 30 November."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from truceline.agreement.model import (
    Agreement,
    Anchor,
    AnchorValue,
    AssertedFormula,
    Assertion,
    Clock,
    Deed,
    Gate,
    Instrument,
    Provision,
    Source,
    Target,
)
from truceline.evidence import (
    Basis,
    Evidence,
    Figure,
    Finding,
    MemoryIndex,
    Rung,
    Truth,
    Viewpoint,
    dates,
)
from truceline.status import Days, Life, Reason, board, calendar, explain

VIEWS = [Viewpoint("n", "North", frozenset({"north"})), Viewpoint("mission", "M", frozenset(), mission=True)]
TOLD = Source(date=dates.parse("2025-11-15"))
AS_OF, ON = date(2025, 11, 30), date(2025, 10, 20)


def duty(name: str, text: str = "steps", **more) -> Provision:
    return Provision(name, name, Deed.OBLIGATION, ("north",), instrument=text, **more)


AGREEMENT = Agreement(
    "a",
    {},
    instruments={
        "steps": Instrument("steps", "the steps", date=dates.parse("2025-10-09")),
        "note": Instrument("note", "a resolution", date=dates.parse("2025-11-17")),
    },
    anchors={"start": Anchor("start", "", (AnchorValue(None, dates.parse("2025-10-10"), ("north",), source=TOLD),))},
    provisions={
        "open": duty("open", clocks=(Clock(anchor="start", offset=timedelta(days=15)),)),
        "trucks": duty("trucks", targets=(Target("trucks", 600, per="day"),)),
        "force": duty("force", "note"),
    },
    gates={
        "g": Gate(
            "g",
            "the next phase",
            asserted=(
                AssertedFormula("north", dates.parse("2025-10-18"), "open"),
                AssertedFormula("south", dates.parse("2025-11-20"), "open"),
            ),
            declared=(
                Assertion("west", "opened", source=TOLD, at=dates.parse("2025-10-19")),
                Assertion("west", "opened again", source=TOLD, at=dates.parse("2025-11-14")),
            ),
        )
    },
    effective="start",
)  # fmt: skip


def said(claim: str, truth: Truth, known: str, spoken: str = "", **more) -> Evidence:
    day = dates.parse(spoken) if spoken else dates.UNKNOWN
    row = Evidence("open", "north", truth, date.fromisoformat(known), claim, on=day, checked=True)
    return row._replace(**more)


def trucks(claim: str, known: str, low: float, **more) -> Evidence:
    figure = Figure("trucks", low, low, basis=Basis.RATE, per="day", **more)
    return said(claim, Truth.UNKNOWN, known, matter="trucks", figure=figure)


def made(*rows: Evidence, on: date | None = ON, as_of: date = AS_OF, findings=()):
    return board(AGREEMENT, MemoryIndex(rows), VIEWS, as_of, findings, on=on)


def cell(*rows: Evidence, matter: str = "open", view: str = "n", **more):
    return made(*rows, **more).row(matter).cells[view]


def test_what_is_said_later_about_the_day_counts_on_it():
    told = said("told later", Truth.NOT_MET, "2025-11-25", "2025-10-18")
    assert cell(told).claims == ("told later",)
    assert cell(told, as_of=ON).reason is Reason.NO_STATEMENT


def test_what_speaks_of_a_later_day_stands_nowhere_on_an_earlier_one():
    found = cell(
        said("shut", Truth.NOT_MET, "2025-10-15"), said("open", Truth.MET, "2025-11-05", "2025-11-04")
    )
    assert (found.value, found.claims, found.held, found.superseded) == (Truth.NOT_MET, ("shut",), (), ())


def test_what_was_said_later_and_names_no_day_is_held_as_doubtful():
    found = cell(said("when", Truth.NOT_MET, "2025-11-05"))
    assert (found.value, found.reason, found.held) == (Truth.UNKNOWN, Reason.DATE_DOUBTFUL, ("when",))


@pytest.mark.parametrize("span", ["2025-10", "2025-10-01/2025-11-03", "../2025-10-22"])
def test_what_speaks_of_days_around_it_is_held_until_they_are_over(span):
    row = said("in october", Truth.NOT_MET, "2025-11-05", span)
    assert cell(row).held == ("in october",)
    assert cell(row, on=date(2025, 11, 3)).claims == ("in october",)


def test_a_figure_counts_from_the_day_it_counts_to():
    figures = (trucks("early", "2025-11-20", 300, as_of="2025-10-19"), trucks("late", "2025-11-20", 700, base="2025-10-10", as_of="2025-11-19"))  # fmt: skip
    found = cell(*figures, matter="trucks")
    assert (found.value, found.claims, found.held) == (Truth.NOT_MET, ("early",), ("late",))
    assert cell(*figures, matter="trucks", on=date(2025, 11, 19)).claims == ("late",)


def test_a_figure_whose_day_is_no_date_counts_from_when_it_was_known():
    assert cell(trucks("odd", "2025-10-12", 300, as_of="XXXX-10-11", base="soon"), matter="trucks").claims == ("odd",)  # fmt: skip


def test_unchecked_readings_of_later_days_wait_for_those_days_alone():
    waiting = said("waiting", Truth.MET, "2025-11-05", "2025-11-04", checked=False)
    assert cell(waiting).proposals == ()
    assert cell(waiting, on=AS_OF).proposals == ("waiting",)


def test_a_text_adopted_later_has_no_row_on_the_day():
    found = made()
    assert [r.provision.id for r in found.rows] == ["open", "trucks"]
    assert [p.id for p in found.later] == ["force"]
    with pytest.raises(KeyError, match="force is of a text later than 2025-10-20"):
        found.row("force")


def test_a_clock_stands_where_it_stood_on_the_day_by_the_start_that_was_told_later():
    assert [cell(on=on).life for on in (date(2025, 10, 25), date(2025, 10, 26))] == [Life.RUNNING, Life.DUE]
    assert cell(as_of=ON).life is Life.NOT_IN_EFFECT
    found = made()
    assert [(d.day, d.base) for d in found.days] == [(10, date(2025, 10, 10))]
    assert [str(d.due) for d in found.ahead] == ["2025-10-25"]


def test_the_calendar_of_the_day_has_ahead_what_was_then_ahead():
    then = calendar(AGREEMENT, MemoryIndex(()), VIEWS, AS_OF, on=ON)
    now = calendar(AGREEMENT, MemoryIndex(()), VIEWS, AS_OF)
    assert [d.deadline.matter for d in then.ahead] == ["open"] == [d.deadline.matter for d in now.past_open]


def test_conditions_and_announcements_of_later_days_do_not_stand_at_the_gate():
    (gate,) = made().gates
    assert [c.holder for c in gate.conditions] == ["north"]
    assert [d.text for d in gate.declared] == ["opened"]
    assert made(as_of=ON).gates[0].declared == (), "told only on 15 November"


def test_a_finding_speaks_for_its_own_day():
    late = Finding("f", "open", "team leader", Truth.MET, Rung.VERIFIED, date(2025, 11, 1), ("c",))
    assert cell(view="mission", findings=[late]).reason is Reason.NONE_MADE
    assert cell(view="mission", findings=[late], on=late.at).value is Truth.MET


def test_a_day_after_the_day_of_the_report_is_refused():
    with pytest.raises(
        ValueError, match="what held on 2025-12-01 cannot be told by what was known on 2025-11-30"
    ):
        made(on=date(2025, 12, 1))


def test_an_explanation_says_which_three_days_it_speaks_for():
    def how(**more) -> str:
        tree = explain(AGREEMENT, MemoryIndex(()), VIEWS, AS_OF, "open", **more)
        return tree.children[-1].words

    assert how().endswith("as known on 2025-11-30")
    assert how(on=ON).endswith(
        "what held on 2025-10-20, by what could be known on 2025-11-30, by the journal as it stands"
    )
    assert how(recorded=date(2025, 12, 2)).endswith("by the journal as it stood at the end of 2025-12-02")


def test_the_days_are_asked_for_again_by_their_options():
    assert Days(AS_OF, AS_OF).options == " --as-of 2025-11-30"
    assert Days(AS_OF, ON, AS_OF).options == " --on 2025-10-20 --as-of 2025-11-30 --recorded 2025-11-30"
    assert Days(AS_OF, ON).line() == {"as_of": "2025-11-30", "on": "2025-10-20", "recorded": None}
