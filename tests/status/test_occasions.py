"""What is owed "each time" starts anew with each occasion, in whole or in part, and shows the last one account by account."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from truceline.agreement.model import Agreement, Clock, Cues, Deed, Provision, Target
from truceline.evidence import Basis, Evidence, Figure, MemoryIndex, Truth, Viewpoint
from truceline.status import board, calendar, explain

DAY = date(2031, 5, 20)
VIEWS = (Viewpoint("n", "North", frozenset({"north"})), Viewpoint("s", "South", frozenset({"south"})))
HAND = Provision(
    "p1", "return the drivers", Deed.OBLIGATION, ("north",), targets=(Target("drivers returned", 12, 12, "person"),),
    cues=Cues(counts=("drivers",)),
)  # fmt: skip
EACH = Clock(after="p1", each=True)
PAY = Provision("p2", "open the road", Deed.OBLIGATION, ("south",), targets=(Target("lorries", 50, 50),), clocks=(EACH,))  # fmt: skip
MADE = Agreement("river", {}, provisions={"p1": HAND, "p2": PAY})


def back(low, day, holder="north", counts="drivers returned", **more):
    figure = Figure(counts, low, low, unit="person", **more)
    return Evidence("p1", holder, Truth.UNKNOWN, date(2031, 5, day), f"back {low} {day} {holder}", figure=figure, checked=True)  # fmt: skip


def through(low, day, holder="north"):
    return Evidence("p2", holder, Truth.UNKNOWN, date(2031, 5, day), f"through {low} {day}", figure=Figure("lorries", low, low), checked=True)  # fmt: skip


def lives(*rows, made=MADE, day=DAY):
    cells = board(made, MemoryIndex(rows), VIEWS, day).row("p2").cells
    return [cells[v].life.value for v in ("n", "s")]


def told(*rows):
    tree = explain(MADE, MemoryIndex(rows), VIEWS, DAY, "p2")
    (node,) = [n for n in tree.children if n.label == "Each time"]
    return [(n.label, n.words, [leaf.claim for leaf in n.children]) for n in node.children]


@pytest.mark.parametrize("basis", [Basis.TOTAL, Basis.NEW])
def test_a_part_of_what_is_waited_for_is_an_occasion_in_the_account_that_states_it(basis):
    assert lives(back(3, 10, basis=basis)) == ["recurring", "not_in_effect"]


@pytest.mark.parametrize("row", [back(0, 10), back(3, 10, counts="lists exchanged"), back(3, 10)._replace(checked=False), back(3, 10)._replace(general=True)])  # fmt: skip
def test_no_number_and_no_unchecked_general_or_other_words_are_an_occasion(row):
    assert lives(row) == ["not_in_effect", "not_in_effect"]


def test_what_is_owed_each_time_is_computed_as_missed_once_there_was_an_occasion():
    cell = board(MADE, MemoryIndex([back(3, 10), through(20, 12)]), VIEWS, DAY).row("p2").cells["n"]
    assert cell.value is Truth.NOT_MET


def test_while_the_time_after_the_last_occasion_lasts_the_duty_runs():
    clock = replace(EACH, offset=timedelta(days=3))
    made = replace(MADE, provisions={"p1": HAND, "p2": replace(PAY, clocks=(clock,))})
    rows = (back(3, 10), back(5, 18))
    assert [lives(*rows, made=made, day=date(2031, 5, d))[0] for d in (13, 14, 20, 22)] == [
        "running", "recurring", "running", "recurring",
    ]  # fmt: skip
    found = calendar(made, MemoryIndex(rows), VIEWS, DAY)
    assert [str(d.due) for d in (*found.past_open, *found.ahead)] == ["../2031-05-13", "../2031-05-21"]


def test_the_last_occasion_is_told_with_its_statement_and_what_that_account_says_followed():
    rows = (back(3, 10), back(5, 18), back(5, 19), through(60, 19), back(2, 11, "south"))
    assert told(*rows) == [
        (
            "as stated by North",
            "last occasion by 2031-05-18, 2 held; done: MET computed",
            ["back 5 18 north"],
        ),
        (
            "as stated by South",
            "last occasion by 2031-05-11; done: nothing that tells it is held of that day or since",
            ["back 2 11 south"],
        ),
    ]


def test_what_was_done_before_the_last_occasion_does_not_speak_of_it():
    rows = (back(3, 10), through(60, 12), back(5, 18))
    assert told(*rows)[0][1].endswith("done: nothing that tells it is held of that day or since")
    assert told(*rows)[1] == ("no occasion stated", "South", [])
