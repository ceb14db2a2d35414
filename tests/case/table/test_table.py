"""The indexed table answers as memory does, on any day, whatever stands in it and however it came there."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truceline.agreement.model import Agreement, Clock, Cues, Deed, Provision, Target
from truceline.agreement.standing import Figured
from truceline.case.table import EvidenceTable
from truceline.evidence import (
    Basis,
    Evidence,
    Figure,
    Ground,
    Interval,
    MemoryIndex,
    Truth,
    Viewpoint,
    dates,
    select,
)
from truceline.evidence.dates import between
from truceline.status import Keeper, board
from truceline.status.accounts import account, weigh
from truceline.status.standing import Standing

DAY = date(2025, 12, 24)
PROVISIONS = (
    Provision("open", "open the crossing", Deed.OBLIGATION, ("north",)),
    Provision(
        "trucks",
        "let trucks in",
        Deed.OBLIGATION,
        ("north",),
        targets=(
            Target("trucks", 600, per="day"),
            Target("trucks", 400, per="day", by="north"),
            Target("posts", 5),
        ),
    ),
    Provision("fire", "no fire", Deed.PROHIBITION, ("north", "south"), targets=(Target("breaches", 0, 0),)),
    Provision(
        "remains",
        "return remains",
        Deed.OBLIGATION,
        ("south",),
        targets=(Target("posts", unit="post", formula="3 * trucks_in"),),
    ),
    Provision(
        "leave",
        "withdraw",
        Deed.OBLIGATION,
        ("south",),
        clocks=(Clock(after="open", offset=timedelta(days=2)),),
    ),
)
AGREEMENT = Agreement(
    "two-sides",
    {},
    provisions={p.id: p for p in PROVISIONS},
    figures={"trucks_in": Figured("trucks_in", "trucks", "trucks", ("trucks",), "truck")},
)
VIEWS = (
    Viewpoint("n", "North", frozenset({"north"})),
    Viewpoint("s", "South", frozenset({"south"})),
    Viewpoint("all", "Both", frozenset({"north", "south"})),
    Viewpoint("mission", "Mission", frozenset(), mission=True),
)

near = st.dates(min_value=DAY - timedelta(days=4), max_value=DAY + timedelta(days=4))
spans = st.tuples(near, near).map(lambda two: between(*(dates.day(d) for d in sorted(two)), "a Wednesday"))
figures = st.builds(
    Figure,
    counts=st.sampled_from(["trucks", "posts", "breaches"]),
    low=st.sampled_from([None, 0.0, 3.0, 450.0, 600.0]),
    high=st.sampled_from([None, 0.0, 600.0, 800.0]),
    basis=st.sampled_from(Basis),
    per=st.sampled_from(["", "day"]),
    parts=st.sampled_from([(), (("food", 3.0), ("fuel", 4.0))]),
)
rows = st.builds(
    lambda **told: Evidence(**told),  # noqa: PLW0108 - Hypothesis makes up every field of a NamedTuple
    matter=st.sampled_from([p.id for p in PROVISIONS]),
    holder=st.sampled_from(["north", "south"]),
    truth=st.sampled_from(Truth),
    known=near,
    claim=st.uuids().map(lambda u: u.hex[:16]),
    speaker=st.sampled_from(["", "north.minister"]),
    on=st.one_of(st.just(Interval()), near.map(dates.day), spans),
    measure=st.sampled_from(["", "trucks", "posts"]),
    general=st.booleans(),
    checked=st.booleans(),
    figure=st.one_of(st.none(), figures),
    ground=st.sampled_from([Ground.STATED, Ground.COMPUTED]),
    why=st.sampled_from(["", "position only", "future: will be", "a figure"]),
    possible=st.one_of(st.none(), near),
)
many = st.lists(rows, max_size=30)
some = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def table(held, agreement=AGREEMENT) -> EvidenceTable:
    made = EvidenceTable.open(":memory:", agreement)
    made.add(held)
    return made


def said(claim: str, truth: Truth, day: str, **more) -> Evidence:
    return Evidence("open", "north", truth, date.fromisoformat(day), claim, checked=True, **more)


@given(many)
@some
def test_every_row_comes_back_as_it_went_in(held):
    index = table(held)
    assert Counter(row for matter in index.matters() for row in index.rows(matter)) == Counter(held)
    assert list(index.matters()) == list(MemoryIndex(held).matters())
    assert len(index) == len(held)


@given(many, near)
@some
def test_candidates_choose_and_hold_on_any_day_what_all_rows_do_unless_they_say_that_more_must_be_read(
    held, day
):
    index = table(held)
    for duty, number in product(PROVISIONS, range(4)):
        read = index.rows(duty.id), index.candidates(duty.id, day)
        of_all, of_few = (
            account([weigh(r, duty, duty.targets[:number]) for r in rows], day) for rows in read
        )
        assert Counter(of_few.held) == Counter(of_all.held)
        assert Counter(of_few.mute) == Counter(of_all.mute)
        assert of_few.unsettled or Counter(of_few.chosen) == Counter(of_all.chosen)


@given(many, near)
@some
def test_a_board_over_the_table_is_the_board_over_memory_in_every_cell_and_list(held, day):
    assert board(AGREEMENT, table(held), VIEWS, day) == board(AGREEMENT, MemoryIndex(held), VIEWS, day)


@given(many, near, near)
@some
def test_of_a_past_day_the_table_gives_every_row_and_the_board_of_memory(held, one, other):
    on, day = sorted((one, other))
    index = table(held)
    assert board(AGREEMENT, index, VIEWS, day, on=on) == board(
        AGREEMENT, MemoryIndex(held), VIEWS, day, on=on
    )


@given(many, st.lists(rows, max_size=4), near)
@some
def test_rows_put_in_place_of_a_claims_others_leave_what_a_table_of_the_rest_holds(held, coming, day):
    index = table(held)
    claim = held[0].claim if held else "new"
    coming = [row._replace(claim=claim) for row in coming]
    left = [row for row in held if row.claim != claim]
    touched = index.put(claim, coming).matters
    assert touched == {row.matter for row in [*coming, *(r for r in held if r.claim == claim)]}
    assert board(AGREEMENT, index, VIEWS, day) == board(AGREEMENT, MemoryIndex([*left, *coming]), VIEWS, day)


@given(many, st.lists(rows, max_size=4), near)
@some
def test_a_kept_board_over_the_table_is_the_full_one_after_each_new_claim(held, coming, day):
    index = table(held)
    keeper = Keeper(AGREEMENT, index, VIEWS, day)
    for number, row in enumerate(coming, start=1):
        keeper.refresh(*index.put(row.claim, [row]))
        assert keeper.board == board(AGREEMENT, MemoryIndex([*held, *coming[:number]]), VIEWS, day)


@given(many, near)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_rows_are_sorted_anew_when_what_is_owed_changes(tmp_path_factory, held, day):
    file = tmp_path_factory.mktemp("table") / "evidence.db"
    other = replace(PROVISIONS[1], targets=(Target("trucks", 450, per="day"),), cues=Cues(counts=("posts",)))
    changed = replace(AGREEMENT, provisions={**AGREEMENT.provisions, "trucks": other})
    with EvidenceTable.open(file, AGREEMENT) as index:
        index.add(held)
    with EvidenceTable.open(file, changed) as index:
        assert board(changed, index, VIEWS, day) == board(changed, MemoryIndex(held), VIEWS, day)


def test_of_a_thousand_rows_that_say_the_same_one_is_read():
    index = table(
        Evidence("open", "north", Truth.MET, DAY - timedelta(days=n), f"c{n}", checked=True)
        for n in range(1000)
    )
    assert [row.claim for row in index.candidates("open", DAY)] == ["c0"]
    assert [row.claim for row in index.candidates("open", DAY - timedelta(days=500))] == ["c500"]


def test_what_lies_deeper_is_read_where_a_side_contradicts_itself_on_its_latest_day():
    held = [
        said("posts", Truth.MET, "2025-12-18", measure="posts"),
        said("yes before", Truth.MET, "2025-12-20"),
        said("no before", Truth.NOT_MET, "2025-12-19"),
        said("yes", Truth.MET, "2025-12-22"),
        said("no", Truth.NOT_MET, "2025-12-22"),
    ]
    index = table(held)
    assert select(index.candidates("open", DAY), DAY).unsettled
    assert set(index.rows_of("open", "north")) == set(held)
    assert list(index.rows_of("open", "south")) == []
    found = Standing(AGREEMENT, index, VIEWS, DAY).cells("open")["n"]
    assert found.claims == ("no", "yes")
    assert found == Standing(AGREEMENT, MemoryIndex(held), VIEWS, DAY).cells("open")["n"]


def test_words_that_nobody_checked_and_that_show_nothing_are_not_read_but_known_to_wait():
    wish = Evidence("open", "north", Truth.UNKNOWN, DAY, "wish", why="position only")
    index = table([wish])
    assert list(index.candidates("open", DAY)) == []
    assert (index.waiting("open", DAY), index.waiting("open", DAY - timedelta(days=1))) == (
        {"north"},
        frozenset(),
    )
    found = Standing(AGREEMENT, index, VIEWS, DAY).cells("open")["n"]
    assert (bool(found.proposals), list(found.proposals)) == (True, ["wish"])


def test_lists_of_what_gave_way_are_read_only_when_looked_at():
    index = table([said("old", Truth.NOT_MET, "2025-12-01"), said("new", Truth.MET, "2025-12-02")])
    found = Standing(AGREEMENT, index, VIEWS, DAY).cells("open")["n"]
    assert repr(found.superseded) == "Listed(not read yet)"
    assert (found.superseded, len(found.superseded)) == (("old",), 1)
    index.close()
    assert list(found.superseded) == ["old"]


def test_a_row_that_fails_leaves_nothing_of_the_others():
    index = table([])
    with pytest.raises(AttributeError):
        index.add(
            [said("whole", Truth.MET, "2025-12-01"), said("x", Truth.MET, "2025-12-01")._replace(on=None)]
        )
    assert len(index) == 0


def test_a_table_of_another_version_is_emptied(tmp_path):
    file = tmp_path / "evidence.db"
    with EvidenceTable.open(file, AGREEMENT) as index:
        index.add([said("a", Truth.MET, "2025-12-01")])
        index._connection.execute("PRAGMA user_version = 99")
    with EvidenceTable.open(file, AGREEMENT) as index:
        assert len(index) == 0
