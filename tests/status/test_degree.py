"""How far a duty is carried out, 0 to 3, as one account tells it: never out of silence, never more than the figures give."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.model import Agreement, Clock, Deed, Provision, Target
from truceline.evidence import Basis, Evidence, Figure, Finding, MemoryIndex, Rung, Truth, Viewpoint
from truceline.status import Degree, board, explain
from truceline.status.degree import step

DAY = date(2031, 5, 20)
VIEWS = (
    Viewpoint("n", "North", frozenset({"north"})),
    Viewpoint("s", "South", frozenset({"south"})),
    Viewpoint("both", "Both", frozenset({"north", "south"})),
    Viewpoint("mission", "Mission", frozenset(), mission=True),
)
OTHER = {"north": "south", "south": "north", "n": "s", "s": "n", "both": "both", "mission": "mission"}
TARGETS = (Target("trucks", 600, unit="truck", per="day"),)


def duty(name: str, deed: Deed = Deed.OBLIGATION, **more) -> Provision:
    return Provision(name, name, deed, ("north",), **more)


AGREEMENT = Agreement(
    "a",
    {},
    provisions={
        "open": duty("open"),
        "trucks": duty("trucks", targets=TARGETS),
        "early": duty("early", targets=TARGETS, clocks=(Clock(anchor="never"),)),
        "stages": duty("stages", targets=(*TARGETS, Target("trucks", 400, unit="truck", per="day"))),
        "fire": duty("fire", Deed.PROHIBITION),
        "may": duty("may", Deed.PERMISSION),
    },
)


def stated(truth: Truth, matter: str = "open", holder: str = "north", **more) -> Evidence:
    return Evidence(matter, holder, truth, DAY, f"{matter} {holder} {truth.word}", checked=True, **more)


def trucks(low: float | None, high: float | None, matter: str = "trucks", holder: str = "north") -> Evidence:
    figure = Figure("trucks", low, high, unit="truck", basis=Basis.RATE, per="day")
    claim = f"{matter} {holder} {low}-{high}"
    return Evidence(matter, holder, Truth.UNKNOWN, DAY, claim, checked=True, figure=figure, measure=claim)


def of(*rows: Evidence, view: str = "n", findings=()) -> Degree | None:
    matter = rows[0].matter if rows else "open"
    return board(AGREEMENT, MemoryIndex(rows), VIEWS, DAY, findings).row(matter).cells[view].degree


def ends(found: Degree | None) -> tuple[int, int] | None:
    return (found.low, found.high) if found else None


def test_nothing_held_is_no_degree_and_never_none_done():
    made = board(AGREEMENT, MemoryIndex(()), VIEWS, DAY)
    assert {cell.degree for row in made.rows for cell in row.cells.values()} == {None}


@pytest.mark.parametrize(
    "row", [stated(Truth.UNKNOWN, why="position only"), trucks(100, None), trucks(100, 100, "early")]
)
def test_what_is_held_without_settling_anything_gives_no_degree(row):
    assert of(row) is None


def test_met_is_full_and_not_met_is_below_full():
    assert ends(of(stated(Truth.MET))) == (3, 3)
    assert ends(of(stated(Truth.NOT_MET))) == (0, 2)


@pytest.mark.parametrize(
    ("low", "high", "degree"),
    [
        (0, 0, (0, 0)),
        (1, 1, (1, 1)),
        (299, 299, (1, 1)),
        (300, 300, (2, 2)),
        (599, 599, (2, 2)),
        (600, 600, (3, 3)),
        (100, 500, (1, 2)),
        (None, 200, (0, 1)),
    ],
)
def test_a_figure_tells_what_part_of_the_quantity_owed_it_is(low, high, degree):
    assert ends(of(trucks(low, high))) == degree


def test_the_share_is_told_with_the_degree_in_the_explanation():
    found = of(trucks(150, 150))
    assert found is not None
    assert found.words == "degree 1 of 3 (minimum), 0.25 of what is owed"
    tree = explain(AGREEMENT, MemoryIndex([trucks(150, 150)]), VIEWS, DAY, "trucks")
    done = next(node for node in tree.children if node.label == "Is it done?")
    assert done.children[-3].label == "as stated by North"
    assert f"; {found.words}" in done.children[-3].words


def test_of_two_quantities_owed_the_share_reaches_from_one_to_the_other():
    found = of(trucks(300, 300, "stages"))
    assert (ends(found), found and found.words) == ((2, 2), "degree 2 of 3 (intermediate), 0.50 to 0.75 of what is owed")  # fmt: skip


def test_two_figures_of_one_account_are_an_interval_and_no_sum():
    rows = trucks(150, 150), trucks(400, 400, holder="south")
    assert ends(of(*rows, view="both")) == (1, 2)
    assert (ends(of(*rows)), ends(of(*rows, view="s"))) == ((1, 1), (2, 2))


def test_a_contest_reaches_up_to_full_or_says_nothing():
    met, short = stated(Truth.MET, "trucks", "south"), trucks(400, 400)
    assert ends(of(short, met, view="both")) == (2, 3)
    assert of(stated(Truth.MET), stated(Truth.NOT_MET, holder="south"), view="both") is None


def test_general_words_name_no_single_duty_and_give_no_degree():
    assert of(stated(Truth.MET, general=True)) is None
    assert ends(of(stated(Truth.MET), stated(Truth.MET, holder="south", general=True), view="both")) == (3, 3)


@pytest.mark.parametrize("matter", ["fire", "may"])
@pytest.mark.parametrize("truth", [Truth.MET, Truth.NOT_MET])
def test_a_ban_and_a_permission_are_not_carried_out_by_degrees(matter, truth):
    assert of(stated(truth, matter)) is None


def test_the_mission_has_the_degree_of_its_own_finding_alone():
    found = Finding("f", "open", "team leader", Truth.NOT_MET, Rung.VERIFIED, DAY, ("c",))
    assert ends(of(stated(Truth.MET), view="mission", findings=[found])) == (0, 2)
    assert of(stated(Truth.MET), view="mission") is None


def test_the_line_of_a_duty_carries_it_beside_the_value():
    line = board(AGREEMENT, MemoryIndex([trucks(150, 150)]), VIEWS, DAY).line()
    told = {entry["id"]: entry["viewpoints"] for entry in line["provisions"]}
    assert told["trucks"]["n"]["degree"] == {"low": 1, "high": 1}
    assert told["trucks"]["s"]["degree"] is None


rows = st.one_of(
    st.builds(
        stated,
        st.sampled_from(Truth),
        st.sampled_from(["open", "trucks", "fire"]),
        st.sampled_from(["north", "south"]),
    ),
    st.builds(
        trucks,
        st.sampled_from([0.0, 100.0, 400.0, 700.0]),
        st.sampled_from([400.0, 700.0, None]),
        st.just("trucks"),
        st.sampled_from(["north", "south"]),
    ),
)


@given(st.lists(rows, max_size=6, unique_by=lambda r: r.claim))
def test_the_parties_exchanged_exchange_their_degrees(held):
    exchanged = [r._replace(holder=OTHER[r.holder]) for r in held]
    one = board(AGREEMENT, MemoryIndex(held), VIEWS, DAY)
    two = board(AGREEMENT, MemoryIndex(exchanged), VIEWS, DAY)
    for row, other in zip(one.rows, two.rows, strict=True):
        assert {v: c.degree for v, c in row.cells.items()} == {
            v: other.cells[OTHER[v]].degree for v in row.cells
        }


@given(st.lists(rows, max_size=6, unique_by=lambda r: r.claim))
def test_a_degree_never_says_more_than_the_value(held):
    for row in board(AGREEMENT, MemoryIndex(held), VIEWS, DAY).rows:
        for cell in row.cells.values():
            if cell.degree is None:
                continue
            assert cell.value is not Truth.UNKNOWN
            assert 0 <= cell.degree.low <= cell.degree.high <= 3
            assert (cell.degree.high == 3) is bool(cell.value & Truth.MET)
            assert (cell.degree.low == 3) is (cell.value is Truth.MET)


def test_half_of_what_is_owed_parts_minimum_from_intermediate():
    assert [step(share) for share in (-1, 0, 0.01, 0.49, 0.5, 0.99, 1, 2)] == [0, 0, 1, 1, 2, 2, 3, 3]
