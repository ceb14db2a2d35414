"""What changed between two days, and because of which statements."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from truceline.agreement.model import (
    Agreement,
    Anchor,
    AnchorValue,
    AssertedFormula,
    Clock,
    Deed,
    Gate,
    Instrument,
    Provision,
)
from truceline.evidence import Evidence, Finding, MemoryIndex, Rung, Truth, Viewpoint, dates
from truceline.status import Falls, Life, changes

EARLY, LATE = date(2031, 5, 1), date(2031, 5, 10)
VIEWS = (
    Viewpoint("n", "North", frozenset({"north"})),
    Viewpoint("s", "South", frozenset({"south"})),
    Viewpoint("mission", "Mission", frozenset(), mission=True),
)
START = Anchor(
    "start",
    "in effect",
    (
        AnchorValue(None, dates.parse("2031-05-01"), ("north",)),
        AnchorValue(None, dates.parse("2031-05-02"), ("south",)),
    ),
)
BRIDGE = Provision("bridge", "open the bridge", Deed.OBLIGATION, ("north",))
GUNS = Provision(
    "guns",
    "take the guns back",
    Deed.OBLIGATION,
    ("south",),
    clocks=(Clock(anchor="start", offset=timedelta(days=4)),),
)
WEEK = (EARLY, LATE)


def agreement(**more):
    made = Agreement(
        "river",
        {},
        anchors={"start": START},
        provisions={"bridge": BRIDGE, "guns": GUNS},
        gates={"gate": Gate("gate", "to the talks")},
    )
    return replace(made, **more)


def said(claim, truth, day, holder="north", matter="bridge", **more):
    return Evidence(matter, holder, truth, day, claim, checked=True, **more)


def found(*rows, days=WEEK, findings=(), of=None):
    return changes(of or agreement(), MemoryIndex(rows), VIEWS, days, findings)


def test_a_cell_that_moved_names_what_came_to_count_and_what_gave_way():
    shut, opened = said("shut", Truth.NOT_MET, EARLY), said("open", Truth.MET, date(2031, 5, 9))
    (moved,) = found(shut, opened).moved
    assert (moved.matter, moved.viewpoint.id) == ("bridge", "n")
    assert (moved.before.value, moved.after.value) == (Truth.NOT_MET, Truth.MET)
    assert (moved.new, moved.gone) == (("open",), ("shut",))


def test_the_same_value_on_further_statements_is_no_move():
    made = found(said("one", Truth.NOT_MET, EARLY), said("two", Truth.NOT_MET, date(2031, 5, 8)))
    assert made.moved == ()
    assert [(cell.matter, cell.new, cell.gone) for cell in made.added] == [("bridge", ("two",), ("one",))]
    assert made.claims == {"two"}


def test_unknown_for_another_reason_has_moved_without_another_value():
    (moved,) = found(said("wish", Truth.UNKNOWN, LATE, why="position only")).moved
    assert moved.changed
    assert not moved.value_moved


def test_nothing_said_and_nothing_due_gives_nothing():
    quiet = found(days=(date(2031, 4, 1), date(2031, 4, 2)))
    assert not quiet
    assert not found(said("one", Truth.MET, EARLY), days=(LATE, LATE))


def test_the_days_may_be_given_in_either_order():
    rows = [said("shut", Truth.NOT_MET, EARLY), said("open", Truth.MET, LATE)]
    assert found(*rows, days=(LATE, EARLY)) == found(*rows)


def test_an_unchecked_reading_moves_nothing():
    made = found(said("read", Truth.MET, LATE)._replace(checked=False))
    assert (made.moved, made.added, made.claims) == ((), (), frozenset())


def test_a_deadline_that_passed_is_told_under_each_start_date_held():
    made = found(days=(date(2031, 5, 4), LATE))
    assert [(str(d.due), d.deadline.matter, d.deadline.by) for d in made.passed] == [
        ("2031-05-05", "guns", ("north",)),
        ("2031-05-06", "guns", ("south",)),
    ]
    assert [d.deadline.by for d in found(days=(date(2031, 5, 4), date(2031, 5, 6))).passed] == [("north",)]
    assert {cell.after.life for cell in made.clocks} == {Life.DUE}


def test_a_new_condition_and_a_declaration_are_told_and_old_ones_are_not():
    old = AssertedFormula("south", dates.parse("2031-04-20"), "bridge")
    new = AssertedFormula("north", dates.parse("2031-05-07"), "guns")
    of = agreement(gates={"gate": Gate("gate", "to the talks", asserted=(old, new))})
    made = found(said("open", Truth.MET, LATE), of=of)
    assert [(gate, condition.holder) for gate, condition in made.asserted] == [("gate", "north")]
    of_old = [(cell.holder, cell.viewpoint.id, cell.new) for cell in made.moved if cell.holder]
    assert of_old == [("south", "n", ("open",))]


def test_a_finding_of_these_days_moves_the_missions_cell_and_an_older_one_does_not():
    older = Finding("1", "guns", "team leader", Truth.MET, Rung.VERIFIED, date(2031, 4, 1), ("a",))
    newer = Finding("2", "bridge", "team leader", Truth.NOT_MET, Rung.VERIFIED, date(2031, 5, 3), ("b",))
    made = found(findings=(older, newer))
    (moved,) = made.moved
    assert (moved.matter, moved.viewpoint.id, moved.findings) == ("bridge", "mission", (newer,))


def test_findings_are_told_by_their_day_whatever_order_they_are_held_in():
    made = [
        Finding(str(n), "bridge", "team leader", Truth.MET, Rung.VERIFIED, date(2031, 5, day), ("a",))
        for n, day in enumerate((7, 3, 5))
    ]
    (moved,) = found(findings=made).moved
    assert [f.at.day for f in moved.findings] == [3, 5, 7]
    assert found(findings=made) == found(findings=made[::-1])


def test_a_text_that_did_not_exist_before_is_named_and_its_rows_are_new():
    note = Instrument("note", "the exchange of notes", date=dates.parse("2031-05-06"))
    of = agreement(instruments={"note": note}, provisions={"bridge": replace(BRIDGE, instrument="note")})
    made = found(said("open", Truth.MET, LATE), of=of)
    assert made.texts == ("note",)
    assert [(cell.matter, cell.before) for cell in made.moved] == [("bridge", None)]


def test_a_deadline_of_a_text_that_does_not_exist_yet_has_not_passed():
    note = Instrument("note", "the exchange of notes", date=dates.parse("2031-06-01"))
    of = agreement(instruments={"note": note}, provisions={"guns": replace(GUNS, instrument="note")})
    assert found(of=of).passed == ()


@pytest.mark.parametrize("known", [date(2031, 5, 11), date(2032, 1, 1)])
def test_what_arrives_after_the_later_day_changes_nothing(known):
    rows = [said("shut", Truth.NOT_MET, EARLY), said("open", Truth.MET, LATE)]
    assert found(*rows, said("late", Truth.NOT_MET, known)) == found(*rows)


def test_a_day_given_by_the_text_passes_without_anybody_counting():
    fixed = replace(GUNS, clocks=(Clock(at=datetime(2031, 5, 3, 12)),))
    of = agreement(provisions={"guns": fixed})
    assert [(str(d.due), d.deadline.by) for d in found(of=of).passed] == [("2031-05-03", ())]


def test_the_line_of_a_cell_is_plain_data():
    (moved,) = found(said("open", Truth.MET, LATE)).moved
    assert moved.line() == {
        "id": "bridge",
        "viewpoint": "n",
        "before": {
            "value": "unknown",
            "basis": None,
            "reason": "no_statement",
            "claims": [],
            "degree": None,
            "life": "no_deadline",
        },
        "after": {
            "value": "met",
            "basis": "stated",
            "reason": "stated",
            "claims": ["open"],
            "degree": {"low": 3, "high": 3},
            "life": "no_deadline",
        },
        "new": ["open"],
        "gone": [],
        "findings": [],
    }


def passed(*clocks, rows=(), days=WEEK, **more):
    guns = replace(GUNS, clocks=clocks)
    made = found(*rows, days=days, of=agreement(provisions={"bridge": BRIDGE, "guns": guns}, **more))
    return [(d.deadline.matter, str(d.due), d.falls) for d in made.passed]


def test_what_the_calendar_tells_as_past_has_passed_in_the_differences_too():
    note = Instrument("note", "the notes", date=dates.parse("2031-04-01"), expires=dates.parse("2031-05-06"))
    assert passed(instruments={"note": note}) == [("note", "2031-05-06", Falls.ENDS)]
    assert passed(Clock(until="2031-05-07")) == [("guns", "2031-05-07", Falls.ENDS)]
    assert passed(Clock(every="P7D", starts="2031-05-01")) == [("guns", "2031-05-08", Falls.DUE)]
    done = said("c", Truth.MET, date(2031, 5, 2), on=dates.parse("2031-05-02"))
    after = Clock(after="bridge", offset=timedelta(days=3))
    assert passed(after, rows=[done]) == [("guns", "2031-05-05", Falls.DUE)]


def test_a_deadline_of_the_later_day_itself_has_not_passed_and_one_of_the_earlier_day_has():
    assert passed(Clock(day=dates.parse("2031-05-10"))) == []
    assert passed(Clock(day=dates.parse("2031-05-01"))) == [("guns", "2031-05-01", Falls.DUE)]


def test_the_condition_of_a_text_is_no_condition_newly_stated():
    made = replace(
        Agreement("a", {}, provisions={"p": Provision("p", "p", Deed.OBLIGATION, ("north",))}),
        gates={"g": Gate("g", "g", text_formula="p")},
    )
    row = Evidence("p", "north", Truth.MET, date(2031, 5, 2), "c", checked=True)
    views = (Viewpoint("n", "North", frozenset({"north"})),)
    found = changes(made, MemoryIndex([row]), views, (date(2031, 5, 1), date(2031, 5, 3)))
    assert found.asserted == ()
    assert [(m.matter, m.holder) for m in found.moved] == [("p", ""), ("g", "text")]
