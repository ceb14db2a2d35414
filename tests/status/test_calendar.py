"""What falls due when, by whose count; no start is chosen, and what has no day says why."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.model import (
    Agreement,
    Anchor,
    AnchorValue,
    Clock,
    Deed,
    Instrument,
    Provision,
    Source,
)
from truceline.evidence import Claim, Evidence, Interval, Kind, MemoryIndex, Truth, Viewpoint, dates
from truceline.status import Falls, Pick, calendar

DAY, TOMORROW = date(2031, 5, 10), date(2031, 5, 11)
VIEWS = (
    Viewpoint("n", "North", frozenset({"north"})),
    Viewpoint("s", "South", frozenset({"south"})),
    Viewpoint("w", "West", frozenset({"west"})),
    Viewpoint("mission", "Mission", frozenset(), mission=True),
)
START = Anchor(
    "start",
    "in effect",
    (
        AnchorValue(None, dates.parse("2031-05-01"), ("north",)),
        AnchorValue(None, dates.parse("2031-05-02"), ("south",)),
        AnchorValue(None, dates.parse("2031-05-02"), ("press",)),
    ),
)
NEVER = Anchor("never", "not yet")


def agreement(*clocks, deed=Deed.OBLIGATION, **more):
    return Agreement(
        "river",
        {},
        anchors={"start": START, "never": NEVER},
        provisions={
            "guns": Provision("guns", "take the guns back", deed, ("south",), clocks=clocks),
            "bridge": Provision("bridge", "open the bridge", Deed.POWER, ("north",)),
        },
        **more,
    )


def said(truth, on="", holder="north", matter="bridge", claim="c", known=DAY):
    return Evidence(matter, holder, truth, known, claim, on=dates.parse(on), checked=True)


def of(*clocks, rows=(), at=DAY, pick=Pick.EACH, **more):
    return calendar(agreement(*clocks, **more), MemoryIndex(rows), VIEWS, at, pick=pick)


def told(dated):
    return [(str(d.due), d.deadline.by, d.accounts) for d in dated]


D9 = Clock(anchor="start", offset=timedelta(days=9))


def test_each_start_gives_a_deadline_with_all_who_assert_it_and_those_who_go_by_it():
    assert told(of(D9, at=date(2031, 5, 5)).ahead) == [
        ("2031-05-10", ("north",), ("n", "w")),
        ("2031-05-11", ("press", "south"), ("s", "w")),
    ]


@pytest.mark.parametrize(("pick", "days"), [(Pick.EARLIEST, ["2031-05-10"]), (Pick.LATEST, ["2031-05-11"])])
def test_the_earliest_or_latest_alone_where_that_is_asked_for(pick, days):
    found = of(D9, at=date(2031, 5, 5), pick=pick)
    assert {str(d.due) for d in found.ahead if "w" in d.accounts} == set(days)


def test_a_side_that_asserts_a_start_goes_by_its_own_whatever_is_picked():
    found = of(D9, at=date(2031, 5, 5), pick=Pick.LATEST)
    assert told(found.of("n").ahead) == [("2031-05-10", ("north",), ("n",))]


def test_what_is_past_and_not_met_in_every_account_that_speaks_is_overdue():
    silent = of(D9, at=TOMORROW)
    assert told(silent.past_open) == [("2031-05-10", ("north",), ("n", "w"))]
    assert [str(d.due) for d in silent.ahead] == ["2031-05-11"]
    met = said(Truth.MET, matter="guns", holder="south")
    not_met = said(Truth.NOT_MET, matter="guns", holder="north", claim="d")
    assert of(D9, rows=[met], at=TOMORROW).past_open == ()
    assert len(of(D9, rows=[met], at=TOMORROW).met) == 1
    assert len(of(D9, rows=[met, not_met], at=TOMORROW).past_open) == 1


def test_what_is_due_on_the_day_itself_is_ahead_until_the_day_is_over():
    today = of(D9)
    assert [str(d.due) for d in today.ahead] == ["2031-05-10", "2031-05-11"]
    assert (today.past_open, today.met, today.over) == ((), (), ())


@pytest.mark.parametrize(("hour", "past"), [(12, True), (23, False)])
def test_an_hour_is_compared_with_the_one_at_which_the_day_of_the_case_ends(hour, past):
    made = replace(agreement(Clock(at=datetime(2031, 5, 10, hour, tzinfo=UTC))), cut_off=time(18))
    found = calendar(made, MemoryIndex(()), VIEWS, DAY)
    assert (len(found.past_open), len(found.ahead)) == ((1, 0) if past else (0, 1))


def test_a_ban_ends_and_a_power_was_hoped_for():
    for deed, falls in (
        (Deed.PROHIBITION, Falls.ENDS),
        (Deed.POWER, Falls.HOPED),
        (Deed.PERMISSION, Falls.HOPED),
    ):
        found = of(D9, deed=deed, at=TOMORROW)
        assert found.past_open == ()
        assert [d.falls for d in found.over] == [falls]


def test_hours_from_a_moment_give_the_moment():
    at = Anchor("start", "", (AnchorValue(datetime(2031, 5, 8, 12, tzinfo=UTC), Interval(), ("north",)),))
    made = replace(agreement(Clock(anchor="start", offset=timedelta(hours=72))), anchors={"start": at})
    (found,) = calendar(made, MemoryIndex(()), VIEWS, DAY).ahead
    assert found.deadline.moment == datetime(2031, 5, 11, 12, tzinfo=UTC)
    assert str(found.due) == "2031-05-11"


AFTER = Clock(after="bridge", offset=timedelta(days=5))


def test_after_another_dutys_fulfilment_each_account_counts_from_its_own_day():
    rows = [said(Truth.MET, "2031-05-07"), said(Truth.MET, "2031-05-08", "south", claim="d")]
    found = of(AFTER, rows=rows)
    assert told(found.ahead) == [
        ("2031-05-12", ("north",), ("n",)),
        ("2031-05-13", ("south",), ("s",)),
    ]
    assert [(w.matter, w.awaits, w.accounts) for w in found.waiting] == [("guns", "bridge", ("w",))]
    assert {d.deadline.start.claims for d in found.ahead} == {("c",), ("d",)}


def test_two_accounts_of_one_day_are_one_deadline():
    rows = [said(Truth.MET, "2031-05-07"), said(Truth.MET, "2031-05-07", "south", claim="d")]
    assert told(of(AFTER, rows=rows).ahead) == [("2031-05-12", ("north", "south"), ("n", "s"))]


def test_a_fulfilment_without_a_day_gives_a_last_possible_day_only():
    (found,) = of(AFTER, rows=[said(Truth.MET)]).ahead
    assert (found.due.earliest, found.due.latest, str(found.due)) == (
        None,
        date(2031, 5, 15),
        "../2031-05-15",
    )


def test_no_day_follows_from_what_is_not_met_or_contested():
    both = [said(Truth.MET, "2031-05-07"), said(Truth.NOT_MET, "2031-05-07", claim="d")]
    for rows in ([], [said(Truth.NOT_MET)], both):
        found = of(AFTER, rows=rows)
        assert found.ahead == ()
        assert found.waiting[0].accounts == ("n", "s", "w")


def test_each_time_gives_a_deadline_for_every_fulfilment_stated():
    clock = replace(AFTER, each=True)
    rows = [
        said(Truth.MET, "2031-05-06", known=date(2031, 5, 6)),
        said(Truth.NOT_MET, "2031-05-07", claim="d", known=date(2031, 5, 7)),
        said(Truth.MET, "2031-05-09", claim="e", known=date(2031, 5, 9)),
    ]
    assert [str(d.due) for d in of(clock, rows=rows).ahead] == ["2031-05-11", "2031-05-14"]
    assert [str(d.due) for d in of(AFTER, rows=rows).ahead] == ["2031-05-14"]


def test_what_recurs_shows_its_next_day_in_months_of_the_calendar():
    clock = Clock(every="P1M", starts="2031-01-31")
    assert told(of(clock, at=date(2031, 2, 1)).ahead) == [("2031-02-28", (), ("n", "s", "w"))]
    assert told(of(clock, at=date(2031, 3, 1)).ahead) == [("2031-03-31", (), ("n", "s", "w"))]


def test_what_recurs_shows_its_last_day_the_day_itself_and_the_next_one():
    clock = Clock(every="P1Y", starts="2028-02-29")
    for at, past, ahead in (
        (date(2031, 2, 27), ["2030-02-28"], ["2031-02-28"]),
        (date(2031, 2, 28), ["2030-02-28"], ["2031-02-28", "2032-02-29"]),
        (date(2031, 3, 1), ["2031-02-28"], ["2032-02-29"]),
        (date(2028, 3, 1), [], ["2029-02-28"]),
    ):
        found = of(clock, at=at)
        assert [str(d.due) for d in found.past_open] == past
        assert [str(d.due) for d in found.ahead] == ahead


def test_what_recurs_from_an_asserted_start_recurs_for_each_who_asserts_one():
    found = of(Clock(every="P7D", anchor="start"))
    assert [(str(d.due), d.deadline.by) for d in found.ahead] == [
        ("2031-05-15", ("north",)),
        ("2031-05-16", ("press", "south")),
    ]


@given(st.integers(1, 60), st.integers(0, 4000))
def test_the_days_told_are_the_multiples_next_to_the_day(days, later):
    at = date(2031, 1, 1) + timedelta(days=later)
    found = of(Clock(every=f"P{days}D", starts="2031-01-01"), at=at)
    assert all((d.last - date(2031, 1, 1)).days % days == 0 for d in found.all)
    assert 0 < (found.ahead[-1].last - at).days <= days
    assert [d.last for d in found.ahead[:-1]] == [at] * (later % days == 0 and later > 0)
    assert all(0 < (at - d.last).days <= days for d in found.past_open)
    assert len(found.past_open) == (later > days)


def test_a_period_of_no_length_and_an_unknown_anchor_give_no_day_and_no_loop():
    assert of(Clock(every="P0D", starts="2031-01-01")).all == ()
    assert of(Clock(every="P1D", starts="when they agree")).all == ()


def test_until_a_day_or_an_anchor_a_duty_ends_by_itself():
    found = of(Clock(until="2031-05-20"), Clock(until="start"))
    assert [(str(d.due), d.falls) for d in found.ahead] == [("2031-05-20", Falls.ENDS)]
    assert [str(d.due) for d in found.over] == ["2031-05-01", "2031-05-02"]
    assert of(Clock(until="when they agree")).all == ()


def test_a_text_that_expires_is_a_day_ahead():
    note = Instrument("note", "the notes", date=dates.parse("2031-05-01"), expires=dates.parse("2031-12-31"))
    (found,) = of(instruments={"note": note}).ahead
    assert (found.deadline.matter, str(found.due), found.falls) == ("note", "2031-12-31", Falls.ENDS)
    assert of(instruments={"note": note}, at=date(2031, 4, 30)).all == ()


def test_an_anchor_that_nobody_has_dated_is_waited_for():
    (waiting,) = of(Clock(anchor="never", offset=timedelta(days=1))).waiting
    assert (waiting.awaits, waiting.accounts) == ("never", ("n", "s", "w"))


def test_duties_without_a_day_are_counted_and_powers_are_not():
    for clocks in ((), (Clock(words="soon"),), (Clock(after="bridge"),), (Clock(starts="start"),)):
        found = of(*clocks)
        assert (found.without, found.duties) == (("guns",), 1)
    for clock in (D9, AFTER, Clock(every="P1D", starts="start"), Clock(at=datetime(2031, 5, 11, tzinfo=UTC))):
        assert of(clock).without == ()


def test_a_deadline_that_a_side_asserts_is_its_own_from_the_day_it_was_said():
    claim = Claim("t" * 64, "agreement.yaml", Kind.CONDITION, 0, 5, "words")
    source = Source(date=dates.parse("2031-05-09"), claim=claim)
    clock = Clock(at=datetime(2031, 5, 20, tzinfo=UTC), by=("south",), source=source)
    assert told(of(clock).ahead) == [("2031-05-20", ("south",), ("s",))]
    assert of(clock, at=date(2031, 5, 8)).all == ()


def test_an_id_is_kept_when_others_come_to_count_so_and_differs_for_each_start():
    before, after = of(D9, at=date(2031, 5, 5)), of(D9)
    ids = [d.uid("river") for d in before.all]
    assert ids == [d.uid("river") for d in after.all]
    assert len(set(ids)) == 2
    more = AnchorValue(None, dates.parse("2031-05-01"), ("press",))
    wider = replace(agreement(D9), anchors={"start": replace(START, values=(*START.values, more))})
    assert [d.uid("river") for d in calendar(wider, MemoryIndex(()), VIEWS, DAY).all] == ids


def test_each_day_of_what_recurs_is_an_event_of_its_own():
    clock = Clock(every="P7D", anchor="start")
    assert not {d.uid("r") for d in of(clock).all} & {d.uid("r") for d in of(clock, at=date(2031, 6, 20)).all}


@given(st.permutations([said(Truth.MET, "2031-05-07"), said(Truth.MET, "2031-05-08", "south", claim="d")]))
def test_the_order_of_statements_is_irrelevant(rows):
    assert of(AFTER, D9, rows=rows) == of(AFTER, D9, rows=sorted(rows, key=lambda r: r.claim))


@pytest.mark.parametrize(
    ("told_of", "due"),
    [
        # the same words again
        ([(Truth.MET, "2031-05-04"), (Truth.MET, "2031-05-08")], ["2031-05-09"]),
        # taken back, then done again: from the second time
        ([(Truth.MET, "2031-05-02"), (Truth.NOT_MET, "2031-05-04"), (Truth.MET, "2031-05-06"), (Truth.MET, "2031-05-08")], ["2031-05-11"]),
        # taken back: no day follows
        ([(Truth.MET, "2031-05-02"), (Truth.NOT_MET, "2031-05-04")], []),
    ],
)  # fmt: skip
def test_a_clock_counts_from_the_first_day_of_being_done_that_was_not_taken_back_since(told_of, due):
    rows = [said(truth, day, claim=f"c{n}") for n, (truth, day) in enumerate(told_of)]
    found = of(AFTER, rows=rows)
    assert [str(d.due) for d in found.all] == due
    # and whatever the order in which it is read
    assert [str(d.due) for d in of(AFTER, rows=rows[::-1]).all] == due


def test_general_words_said_later_move_no_day_of_a_duty_that_was_named_before():
    rows = [said(Truth.MET, "2031-05-04"), said(Truth.MET, "2031-05-08", claim="d")._replace(general=True)]
    assert [str(d.due) for d in of(AFTER, rows=rows).all] == ["2031-05-09"]


def test_general_words_repeated_count_from_their_first_day():
    rows = [said(Truth.MET, day, claim=day)._replace(general=True) for day in ("2031-05-04", "2031-05-08")]
    assert [str(d.due) for d in of(AFTER, rows=rows).all] == ["2031-05-09"]


def of_text(*clocks, at, expires="2031-05-12"):
    note = Instrument("note", "the notes", date=dates.parse("2031-04-01"), expires=dates.parse(expires))
    made = agreement(*clocks, instruments={"note": note})
    guns = replace(made.provisions["guns"], instrument="note")
    made = replace(made, provisions={**made.provisions, "guns": guns})
    return calendar(made, MemoryIndex(()), VIEWS, at)


def guns(dated):
    return [str(d.due) for d in dated if d.deadline.matter == "guns"]


def test_a_duty_of_a_text_that_has_ended_is_over_and_not_ahead():
    clocks = (Clock(day=dates.parse("2031-05-20")), Clock(day=dates.parse("2031-05-11")))
    before = of_text(*clocks, at=date(2031, 5, 12))
    assert guns(before.ahead) == ["2031-05-20"], "the text stands on its last day"
    after = of_text(*clocks, at=date(2031, 5, 13))
    assert (guns(after.ahead), guns(after.over), guns(after.past_open)) == (
        [],
        ["2031-05-20"],
        ["2031-05-11"],
    )
    assert [d.deadline.lapses for d in after.over if d.deadline.matter == "guns"] == [date(2031, 5, 12)]
    assert guns(after.past) == ["2031-05-11"]


def test_what_recurs_recurs_no_more_after_the_end_of_its_text():
    weekly = Clock(every="P7D", starts="2031-05-01")
    before = of_text(weekly, at=date(2031, 5, 10))
    assert (guns(before.past_open), guns(before.ahead), guns(before.over)) == (["2031-05-08"], [], [])
    for at in (date(2031, 5, 13), date(2031, 9, 1)):
        after = of_text(weekly, at=at)
        assert (guns(after.past_open), guns(after.ahead), guns(after.over)) == (
            ["2031-05-08"],
            [],
            ["2031-05-15"],
        )


def test_a_duty_of_a_text_that_has_ended_waits_for_nothing():
    assert [w.matter for w in of_text(AFTER, at=DAY).waiting] == ["guns"]
    assert of_text(AFTER, at=date(2031, 5, 13)).waiting == ()


@pytest.mark.parametrize(("hour", "over"), [(12, True), (23, False)])
def test_an_end_with_an_hour_is_over_when_the_cut_off_has_reached_it(hour, over):
    clock = Clock(until=f"2031-05-10T{hour}:00+00:00")
    made = replace(agreement(clock, deed=Deed.PROHIBITION), cut_off=time(18))
    found = calendar(made, MemoryIndex(()), VIEWS, DAY)
    assert (len(found.over), len(found.ahead)) == ((1, 0) if over else (0, 1))
