"""What must hold of every board, whatever is held: the laws on which neutrality and trust rest."""

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truceline.agreement.model import (
    Agreement,
    Anchor,
    AnchorValue,
    AssertedFormula,
    Clock,
    Deed,
    Gate,
    Provision,
    Target,
)
from truceline.evidence import (
    Basis,
    Evidence,
    Figure,
    Finding,
    Interval,
    MemoryIndex,
    Rung,
    Truth,
    Viewpoint,
    dates,
)
from truceline.status import Board, board, explain

DAY = date(2025, 12, 24)
OTHER = {"north": "south", "south": "north", "n": "s", "s": "n"}


def agreement(one: str = "north", other: str = "south") -> Agreement:
    """Two duties, a ban and a duty that waits, with a gate that each side conditions differently."""
    trucks = (Target("trucks", 600, per="day"), Target("trucks", 400, per="day", by=one))
    provisions = [
        Provision("open", "open the crossing", Deed.OBLIGATION, (one,)),
        Provision(
            "trucks",
            "let trucks in",
            Deed.OBLIGATION,
            (one,),
            targets=trucks,
            clocks=(Clock(anchor="start"),),
        ),
        Provision("fire", "no fire", Deed.PROHIBITION, (one, other)),
        Provision(
            "leave",
            "withdraw",
            Deed.OBLIGATION,
            (other,),
            targets=(Target("posts", 5),),
            clocks=(Clock(after="open", offset=timedelta(days=2)),),
        ),
    ]
    at = dates.parse("2025-12-09")
    gate = Gate(
        "gate",
        "the next phase",
        asserted=(
            AssertedFormula(one, at, "open and not trucks"),
            AssertedFormula(other, at, "fire or leave"),
        ),
    )
    values = (
        AnchorValue(None, dates.parse("2025-12-20"), (one,)),
        AnchorValue(None, dates.day(DAY), (other,)),
    )
    return Agreement(
        "two-sides",
        {},
        anchors={"start": Anchor("start", "", values)},
        provisions={p.id: p for p in provisions},
        gates={"gate": gate},
        effective="start",
    )


VIEWS = (
    Viewpoint("n", "North", frozenset({"north"})),
    Viewpoint("s", "South", frozenset({"south"})),
    Viewpoint("all", "Both", frozenset({"north", "south"})),
    Viewpoint("mission", "Mission", frozenset(), mission=True),
)
near = st.dates(min_value=DAY - timedelta(days=9), max_value=DAY + timedelta(days=9))
figures = st.builds(
    Figure,
    counts=st.sampled_from(["trucks", "posts", "lorries"]),
    low=st.sampled_from([None, 3.0, 450.0, 600.0]),
    high=st.sampled_from([None, 600.0, 800.0]),
    basis=st.sampled_from(Basis),
    per=st.sampled_from(["", "day"]),
)
rows = st.builds(
    lambda **told: Evidence(**told),  # noqa: PLW0108 - Hypothesis makes up every field of a NamedTuple
    matter=st.sampled_from(["open", "trucks", "fire", "leave"]),
    holder=st.sampled_from(["north", "south"]),
    truth=st.sampled_from(Truth),
    known=near,
    claim=st.uuids().map(lambda u: u.hex[:16]),
    on=st.one_of(st.just(Interval()), near.map(dates.day)),
    measure=st.sampled_from(["", "trucks"]),
    general=st.booleans(),
    checked=st.booleans(),
    figure=st.one_of(st.none(), figures),
    why=st.sampled_from(["", "position only", "future: will be", "a figure"]),
    possible=st.one_of(st.none(), st.just(DAY - timedelta(days=20))),
)
many = st.lists(rows, max_size=14, unique_by=lambda r: r.claim)
found = st.builds(
    Finding,
    id=st.just("f"),
    matter=st.sampled_from(["open", "fire"]),
    role=st.just("team leader"),
    truth=st.sampled_from(Truth),
    rung=st.sampled_from(Rung),
    at=near,
    claims=st.just(("cited",)),
)
findings = st.lists(found, max_size=3)


def of(held, concluded=(), at: date = DAY) -> Board:
    return board(agreement(), MemoryIndex(held), VIEWS, at, concluded)


def cells(made: Board):
    """Every cell of a board under a key of its own."""
    for row in made.rows:
        yield from (((row.provision.id, v), cell) for v, cell in row.cells.items())
    for gate, place in ((g, i) for g in made.gates for i in range(len(g.conditions))):
        yield from (((gate.gate.id, place, v), cell) for v, cell in gate.conditions[place].cells.items())


@given(many, findings, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_findings_is_irrelevant(held, concluded, random):
    mixed, other = list(held), list(concluded)
    random.shuffle(mixed)
    random.shuffle(other)
    assert of(held, concluded) == of(mixed, other)


@given(many, findings, st.lists(rows, max_size=6), st.lists(found, max_size=2))
def test_a_past_day_reads_the_same_whatever_arrives_later(held, concluded, late, later):
    arrived = [
        r._replace(known=DAY + timedelta(days=1 + i), possible=None, claim=f"late{i}", checked=True)
        for i, r in enumerate(late)
    ]
    after = [replace(f, at=DAY + timedelta(days=1)) for f in later]
    assert of([*held, *arrived], [*concluded, *after]) == of(held, concluded)


@given(many, st.lists(rows, max_size=6))
def test_unchecked_readings_change_no_value_ground_reason_or_claim(held, more):
    readings = [r._replace(checked=False, claim=f"unchecked{i}") for i, r in enumerate(more)]
    checked = [r for r in held if r.checked]
    assert of([*checked, *readings]).line() == of(checked).line()


@given(many)
def test_with_proposals_is_the_value_once_all_readings_known_are_accepted(held):
    accepted = dict(cells(of([r._replace(checked=True) for r in held])))
    for key, cell in cells(of(held)):
        assert cell.with_proposals is accepted[key].value


@given(many, st.lists(rows, max_size=5))
def test_with_a_fixed_selection_added_rows_only_move_truth_up(held, more):
    # One day and no general words: then nothing is superseded, and the selection is fixed.
    same = [
        r._replace(known=DAY, on=Interval(), general=False, checked=True, possible=None, claim=f"c{i}")
        for i, r in enumerate([*held, *more])
    ]
    before, after = dict(cells(of(same[: len(held)]))), dict(cells(of(same)))
    for key, cell in before.items():
        assert cell.value & after[key].value == cell.value, key


@given(many)
def test_renaming_the_two_sides_mirrors_the_board(held):
    mirrored = [r._replace(holder=OTHER[r.holder]) for r in held]
    views = [
        replace(v, id=OTHER.get(v.id, v.id), holders=frozenset(OTHER[h] for h in v.holders)) for v in VIEWS
    ]
    one = of(held).line(proposals=True)
    two = board(agreement("south", "north"), MemoryIndex(mirrored), views, DAY).line(proposals=True)
    for provision in (*one["provisions"], *(c for g in one["gates"] for c in g["conditions"])):
        provision["viewpoints"] = {OTHER.get(v, v): cell for v, cell in provision["viewpoints"].items()}
        if "holder" in provision:
            provision["holder"] = OTHER[provision["holder"]]
    assert one == two


@given(many, findings)
def test_the_leaves_of_an_explanation_are_exactly_its_evidence(held, concluded):
    made = of(held, concluded)
    for row in made.rows:
        tree = explain(agreement(), MemoryIndex(held), VIEWS, DAY, row.provision.id, concluded)
        assert set(tree.claims()) == {claim for cell in row.cells.values() for claim in cell.claims}
    tree = explain(agreement(), MemoryIndex(held), VIEWS, DAY, "gate", concluded)
    used = {claim for c in made.gates[0].conditions for cell in c.cells.values() for claim in cell.claims}
    assert set(tree.claims()) == used


@given(many)
def test_every_cell_has_a_ground_or_a_reason_and_cites_what_it_rests_on(held):
    known = {r.claim for r in held if r.checked and r.known <= DAY}
    for key, cell in cells(of(held)):
        assert set(cell.claims) <= known, key
        assert cell.value is Truth.UNKNOWN or (cell.ground is not None and cell.claims), key
        assert cell.words.endswith("."), key


@given(many)
def test_a_side_that_said_nothing_is_never_said_to_have_done_or_left_undone(held):
    silent = of([r for r in held if r.holder == "north"])
    for row in silent.rows:
        assert (row.cells["s"].value, row.cells["s"].reason) == (Truth.UNKNOWN, "no_statement")


@given(many)
def test_no_statement_fills_the_mission_column(held):
    for row in of(held).rows:
        assert (row.cells["mission"].value, row.cells["mission"].reason) == (Truth.UNKNOWN, "none_made")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(many)
def test_the_line_is_the_json_contract(held):
    line = json.loads(json.dumps(of(held).line()))
    assert list(line) == ["as_of", "on", "provisions", "gates"]
    assert line["as_of"] == "2025-12-24"
    for provision in line["provisions"]:
        assert list(provision) == ["id", "bound_via", "viewpoints"]
    for condition in line["gates"][0]["conditions"]:
        assert list(condition) == ["holder", "at", "formula", "viewpoints"]
    for entry in (*line["provisions"], *line["gates"][0]["conditions"]):
        for cell in entry["viewpoints"].values():
            assert list(cell) == ["value", "basis", "reason", "claims", "degree"]
            assert cell["value"] in {"met", "not_met", "contested", "unknown"}
            assert cell["basis"] in {"stated", "computed", "found", None}


def test_with_proposals_each_cell_also_has_the_value_they_would_give():
    line = of([]).line(proposals=True)
    assert line["provisions"][0]["viewpoints"]["n"]["value_with_proposals"] == "unknown"


def test_rows_stand_in_the_agreements_order_and_can_be_grouped_by_bearer():
    made = of([])
    assert [row.provision.id for row in made.rows] == ["open", "trucks", "fire", "leave"]
    grouped = {bearer: [row.provision.id for row in held] for bearer, held in made.by_bearer().items()}
    assert grouped == {("north",): ["open", "trucks"], ("north", "south"): ["fire"], ("south",): ["leave"]}
    assert all(row.silent for row in made.rows)
    with pytest.raises(KeyError):
        made.row("nowhere")


def test_columns_are_alphabetical_with_the_mission_last():
    for views in (VIEWS, VIEWS[::-1]):
        made = board(agreement(), MemoryIndex([]), views, DAY)
        assert list(made.rows[0].cells) == ["all", "n", "s", "mission"]


def test_each_matter_is_read_once():
    class Counting(MemoryIndex):
        def rows(self, matter):
            self.asked[matter] = self.asked.get(matter, 0) + 1
            return super().rows(matter)

    index = Counting([])
    index.asked = {}
    board(agreement(), index, VIEWS, DAY)
    assert index.asked == dict.fromkeys(["open", "trucks", "fire", "leave"], 1)


def test_a_thousand_rows_on_each_duty_take_no_time_to_speak_of():
    held = [
        Evidence(matter, side, Truth.MET, DAY - timedelta(days=i % 90), f"{matter}{side}{i}", checked=True)
        for matter, side, i in product(["open", "trucks", "fire", "leave"], ["north", "south"], range(500))
    ]
    assert {cell.value for row in of(held).rows for v, cell in row.cells.items() if v != "mission"} == {
        Truth.MET
    }
