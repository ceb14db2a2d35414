"""Selecting comes before combining: which rows count on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.evidence import (
    Evidence,
    Figure,
    Ground,
    Interval,
    MemoryIndex,
    Truth,
    Viewpoint,
    dates,
    ordered,
    select,
)

DAY = date(2025, 12, 24)
near = st.dates(min_value=DAY - timedelta(days=9), max_value=DAY + timedelta(days=9))
rows = st.builds(
    lambda **told: Evidence(**told),  # noqa: PLW0108 - Hypothesis makes up every field of a NamedTuple
    matter=st.just("p20"),
    holder=st.sampled_from(["north", "south"]),
    truth=st.sampled_from(Truth),
    known=near,
    claim=st.uuids().map(lambda u: u.hex[:16]),
    on=st.one_of(st.just(Interval()), near.map(dates.day)),
    measure=st.sampled_from(["", "trucks"]),
    general=st.booleans(),
    checked=st.booleans(),
)
many = st.lists(rows, max_size=12, unique_by=lambda r: r.claim)


def said(claim: str, truth: Truth, day: str, **more) -> Evidence:
    return Evidence("p20", "north", truth, date.fromisoformat(day), claim, checked=True, **more)


def test_a_change_is_no_contest():
    found = select([said("shut", Truth.NOT_MET, "2025-10-20"), said("open", Truth.MET, "2025-12-01")], DAY)
    assert found.truth is Truth.MET
    assert [r.claim for r in found.superseded] == ["shut"]


def test_two_things_said_at_one_time_by_one_side_are_inconsistent():
    found = select([said("a", Truth.NOT_MET, "2025-12-01"), said("b", Truth.MET, "2025-12-01")], DAY)
    assert found.truth is Truth.CONTESTED
    assert found.inconsistent == ("north",)


def test_general_words_yield_to_specific_ones_even_where_they_come_later():
    late = said("all", Truth.MET, "2025-12-20", general=True)
    found = select([said("this", Truth.NOT_MET, "2025-12-09"), late], DAY)
    assert [r.claim for r in found.chosen] == ["this"]
    assert [r.claim for r in found.superseded] == ["all"]


def test_what_may_be_later_than_the_day_is_held_and_what_is_later_is_nowhere():
    doubtful = said("maybe", Truth.MET, "2026-01-31", possible=date(2025, 10, 1))
    later = said("later", Truth.MET, "2026-01-31")
    found = select([doubtful, later], DAY)
    assert [r.claim for r in found.held] == ["maybe"]
    assert (found.chosen, found.superseded) == ((), ())
    assert [r.claim for r in select([doubtful, later], date(2026, 1, 31)).chosen] == ["later", "maybe"]


def test_what_speaks_of_a_later_day_is_held():
    found = select([said("soon", Truth.MET, "2025-12-20", on=dates.parse("2026-01-10"))], DAY)
    assert [r.claim for r in found.held] == ["soon"]


def test_measures_that_agree_keep_each_its_own_latest_row():
    entered = said("entered", Truth.NOT_MET, "2025-12-01", measure="entered")
    offloaded = said("offloaded", Truth.NOT_MET, "2025-12-20", measure="offloaded")
    older = said("older", Truth.NOT_MET, "2025-11-20", measure="offloaded")
    found = select([entered, offloaded, older], DAY)
    assert [r.claim for r in found.chosen] == ["entered", "offloaded"]
    assert [r.claim for r in found.superseded] == ["older"]


@pytest.mark.parametrize(("first", "then"), [("", "trucks|rate"), ("trucks|rate", "")])
def test_a_change_is_no_contest_where_a_state_follows_a_figure_or_the_reverse(first, then):
    before = said("before", Truth.MET, "2025-12-09", measure=first)
    after = said("after", Truth.NOT_MET, "2025-12-24", measure=then)
    found = select([before, after], DAY)
    assert (found.truth, found.inconsistent) == (Truth.NOT_MET, ())
    assert [r.claim for r in found.superseded] == ["before"]


def test_what_was_changed_twice_leaves_only_what_was_said_since_the_last_change():
    rows = [
        said("a", Truth.MET, "2025-12-01", measure="a"),
        said("b", Truth.NOT_MET, "2025-12-05", measure="b"),
        said("c", Truth.MET, "2025-12-09", measure="c"),
    ]
    assert [r.claim for r in select(rows, DAY).chosen] == ["c"]


def test_a_later_figure_that_leaves_it_open_takes_the_place_of_a_state():
    open_figure = said(
        "open",
        Truth.UNKNOWN,
        "2025-12-20",
        figure=Figure("trucks", 450, None),
        ground=Ground.COMPUTED,
        measure="t",
    )
    found = select([said("state", Truth.NOT_MET, "2025-12-01"), open_figure], DAY)
    assert [r.claim for r in found.chosen] == ["open"]


def test_what_shows_nothing_drives_out_nothing_that_shows_something():
    wish = said("wish", Truth.UNKNOWN, "2025-12-20")
    found = select([said("state", Truth.NOT_MET, "2025-12-01"), wish], DAY)
    assert [r.claim for r in found.chosen] == ["state", "wish"]


@given(many)
def test_one_side_contradicts_itself_only_at_one_time(held):
    found = select(held, DAY, proposals=True)
    for holder in found.inconsistent:
        days = {r.at for r in found.chosen if r.holder == holder and r.truth is not Truth.UNKNOWN}
        assert len(days) == 1 or any(r.truth is Truth.CONTESTED for r in found.chosen)


@given(many, st.randoms(use_true_random=False))
def test_the_order_of_rows_is_irrelevant(held, random):
    mixed = list(held)
    random.shuffle(mixed)
    assert select(held, DAY, proposals=True) == select(mixed, DAY, proposals=True)


@given(many)
def test_every_usable_row_is_in_exactly_one_place(held):
    found = select(held, DAY)
    places = [r.claim for r in (*found.chosen, *found.superseded, *found.held)]
    usable = [r.claim for r in held if r.checked and r.known <= DAY]
    assert sorted(places) == sorted(usable)


@given(many)
def test_unchecked_rows_change_nothing(held):
    assert select(held, DAY) == select([r for r in held if r.checked], DAY)


@given(many, rows, st.integers(min_value=1, max_value=400))
def test_a_past_day_reads_the_same_whatever_arrives_later(held, late, days):
    late = late._replace(known=DAY + timedelta(days=days), checked=True, claim="late")
    assert select([*held, late], DAY) == select(held, DAY)


@given(many)
def test_something_is_chosen_wherever_something_counts(held):
    found = select(held, DAY)
    assert bool(found.chosen) == bool(found.chosen or found.superseded)


def test_an_index_gives_the_rows_of_a_matter_and_names_each_matter_once():
    held = [said("a", Truth.MET, "2025-12-01"), said("b", Truth.MET, "2025-12-01")._replace(matter="p02")]
    index = MemoryIndex([*held, held[0]])
    assert list(index.matters()) == ["p02", "p20"]
    assert [r.claim for r in index.rows("p20")] == ["a", "a"]
    assert list(index.rows("p99")) == []


def test_viewpoints_stand_in_the_order_of_their_labels_with_the_mission_last():
    made = [
        Viewpoint("m", "A mission", frozenset(), mission=True),
        Viewpoint("b", "éland", frozenset({"e"})),
        Viewpoint("a", "Zed", frozenset()),
    ]
    assert [v.id for v in ordered(made)][-1] == "m"
    assert ordered(made) == ordered(reversed(made))
