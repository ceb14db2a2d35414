"""Circles are told as loops and never walked into."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.model import (
    Agreement,
    Amendment,
    AssertedFormula,
    Assertion,
    Clock,
    Deed,
    Gate,
    Phase,
    Provision,
    Source,
)
from truceline.evidence import MemoryIndex, Viewpoint, dates
from truceline.status import board, loops
from truceline.status.loops import knots

DAY = date(2026, 2, 20)
graphs = st.dictionaries(
    st.integers(0, 7).map(str), st.lists(st.integers(0, 7).map(str), max_size=3).map(tuple), max_size=8
)


def duty(name: str, after: str | None = None, **more) -> Provision:
    clocks = (Clock(after=after),) if after else ()
    return Provision(name, name, Deed.OBLIGATION, ("x",), clocks=clocks, **more)


def agreement(*provisions: Provision, gates=(), phases=()) -> Agreement:
    return Agreement(
        "a",
        {},
        provisions={p.id: p for p in provisions},
        gates={g.id: g for g in gates},
        phases={p.id: p for p in phases},
    )


def test_a_circle_of_clocks_starts_with_the_first_duty_of_the_agreement():
    made = agreement(duty("weapons", "withdrawal"), duty("withdrawal", "force"), duty("force", "weapons"))
    assert [loop.ids for loop in loops(made, DAY)] == [("weapons", "withdrawal", "force")]


def test_a_circle_through_gates_says_who_asserts_which_step():
    said = Assertion("israel", "", after="bodies", source=Source(date=dates.parse("2025-12-09")))
    gate = Gate("gate", "gate", asserted=(AssertedFormula("hamas", dates.parse("2025-12-09"), "rafah"),))
    made = agreement(
        duty("bodies", phase="two"),
        duty("rafah", asserted=(said,)),
        gates=[gate],
        phases=[Phase("two", "phase two", "gate")],
    )
    (found,) = loops(made, DAY)
    assert [(w.what, w.awaits, w.by) for w in found.waits] == [
        ("bodies", "gate", ()),
        ("gate", "rafah", ("hamas",)),
        ("rafah", "bodies", ("israel",)),
    ]
    assert loops(made, date(2025, 12, 8)) == (), "what is asserted later is no circle yet"


def test_a_duty_that_waits_for_itself_is_a_circle_of_one():
    assert [loop.ids for loop in loops(agreement(duty("p", "p")), DAY)] == [("p",)]


def test_what_waits_for_something_unknown_is_no_circle():
    assert loops(agreement(duty("p", "nowhere")), DAY) == ()


def test_a_ring_of_five_thousand_duties_is_found_without_recursion():
    many = [duty(f"p{i}", f"p{(i + 1) % 5000}") for i in range(5000)]
    (found,) = loops(agreement(*many), DAY)
    assert len(found.ids) == 5000
    assert (
        len(board(agreement(*many), MemoryIndex([]), [Viewpoint("x", "x", frozenset({"x"}))], DAY).rows)
        == 5000
    )


@given(graphs)
def test_knots_are_exactly_the_parts_that_reach_themselves(graph):
    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        todo = list(graph.get(start, ()))
        while todo:
            node = todo.pop()
            if node not in seen:
                seen.add(node)
                todo += graph.get(node, ())
        return seen

    nodes = {*graph, *(child for held in graph.values() for child in held)}
    expected = {
        frozenset(other for other in reached(node) if node in reached(other))
        for node in nodes
        if node in reached(node)
    }
    assert set(knots(graph)) == expected


def changed(does, **more):
    """Three duties of which a text of 1 March changes the second."""
    given = {"provisions": ("force",), "since": dates.parse("2026-03-01"), **more}
    made = agreement(duty("weapons", "force"), duty("force", "weapons"), duty("other"))
    return replace(made, amendments=(Amendment("I2", does, **given),))


def told(made, day):
    return [loop.ids for loop in board(made, MemoryIndex(()), [], day).loops]


def test_a_circle_is_of_what_is_in_force_on_the_day():
    ended = changed("amend", clocks=(Clock(after="other"),))
    assert told(ended, DAY) == [("weapons", "force")]
    assert told(ended, date(2026, 3, 1)) == []
    made = replace(
        agreement(duty("weapons", "force"), duty("force")),
        amendments=(
            Amendment(
                "I2", "amend", "", ("force",), dates.parse("2026-03-01"), clocks=(Clock(after="weapons"),)
            ),
        ),
    )
    assert told(made, DAY) == []
    assert told(made, date(2026, 3, 1)) == [("weapons", "force")]


def test_what_is_suspended_or_replaced_waits_for_nothing():
    suspended = changed("suspend", until=dates.parse("2026-03-31"))
    assert [told(suspended, date(2026, 3, 31)), told(suspended, date(2026, 4, 1))] == [
        [],
        [("weapons", "force")],
    ]
    assert told(changed("replace"), date(2026, 3, 2)) == []
