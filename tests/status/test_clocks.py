"""Days are counted from start dates that somebody asserts, each from its own."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.model import Agreement, Anchor, AnchorValue, Clock, Deed, Provision, Source
from truceline.evidence import Interval, dates
from truceline.files.duration import Duration
from truceline.status import dates_ahead, day_count, starts
from truceline.status.clocks import counted, deadlines

NOON = datetime(2025, 10, 10, 12, tzinfo=timezone(timedelta(hours=3)))
EFFECT = Anchor(
    "effect",
    "ceasefire in effect",
    (
        AnchorValue(NOON, Interval(), ("us", "israel", "un_ocha")),
        AnchorValue(None, dates.parse("2025-10-11"), ("hamas.abu_marzouk", "ohchr_opt")),
    ),
)


def agreement(*clocks: Clock, anchor: Anchor = EFFECT) -> Agreement:
    provision = Provision("p", "p", Deed.OBLIGATION, ("x",), clocks=clocks)
    return Agreement("a", {}, anchors={anchor.id: anchor}, provisions={"p": provision}, effective=anchor.id)


def test_the_day_is_counted_from_each_start_date_with_those_who_count_so():
    counts = day_count(agreement(), date(2025, 12, 24))
    assert [(c.day, c.base.isoformat(), c.by) for c in counts] == [
        (75, "2025-10-10", ("israel", "un_ocha", "us")),
        (74, "2025-10-11", ("hamas.abu_marzouk", "ohchr_opt")),
    ]


def test_before_the_start_there_is_no_day():
    assert day_count(agreement(), date(2025, 10, 9)) == ()
    assert [c.day for c in day_count(agreement(), date(2025, 10, 10))] == [0]


def test_an_agreement_without_an_effective_date_counts_no_days():
    assert day_count(Agreement("a", {}), date(2025, 12, 24)) == ()


def test_a_side_counts_from_its_own_value_and_others_keep_every_distinct_one():
    day = date(2025, 12, 24)
    assert [str(s.day) for s in starts(EFFECT, day, frozenset({"hamas"}))] == ["2025-10-11"]
    assert [str(s.day) for s in starts(EFFECT, day, frozenset({"us"}))] == ["2025-10-10"]
    assert len(starts(EFFECT, day, frozenset({"qatar"}))) == 2
    sides = {"un_ocha": "un", "ohchr_opt": "un"}
    assert len(starts(EFFECT, day, frozenset({"un"}), lambda actor: sides.get(actor, actor))) == 2


def test_a_value_counts_from_the_day_of_its_source_and_leaks_into_no_earlier_day():
    late = AnchorValue(
        None, dates.parse("2025-10-10"), ("us",), source=Source(date=dates.parse("2026-01-14"))
    )
    anchor = Anchor("phase", "", (late,))
    assert starts(anchor, date(2026, 1, 13)) == ()
    assert len(starts(anchor, date(2026, 1, 14))) == 1


def test_a_value_that_is_not_dated_gives_no_day():
    assert (
        starts(
            Anchor("a", "", (AnchorValue(None, Interval(), ("israel",), note="declarative"),)),
            date(2026, 2, 1),
        )
        == ()
    )


def test_hours_count_from_the_moment_and_days_from_a_day():
    clock = Clock(anchor="effect", offset=timedelta(hours=72))
    found = deadlines(agreement(clock), "p", clock, date(2025, 12, 24))
    assert [(str(d.due), d.moment and d.moment.isoformat(), d.by[0]) for d in found] == [
        ("2025-10-13", "2025-10-13T12:00:00+03:00", "israel"),
        ("2025-10-14", None, "hamas.abu_marzouk"),
    ]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 20), st.integers(1, 3000))
def test_an_uncertain_start_gives_an_equally_uncertain_deadline(first, width, hours):
    last = first + timedelta(days=width)
    start = starts(Anchor("a", "", (AnchorValue(None, dates.parse(f"{first}/{last}"), ("x",)),)), last)[0]
    due, moment = counted(start, Duration(0, timedelta(hours=hours), ""))
    assert moment is None
    assert due.latest - due.earliest == timedelta(days=width)
    assert timedelta(hours=hours) <= due.latest - last < timedelta(hours=hours + 24)


def test_dates_ahead_are_told_under_each_start_date_the_nearest_first():
    clocks = (
        Clock(anchor="effect", offset=timedelta(days=20)),
        Clock(at=datetime(2025, 10, 30, 20, tzinfo=UTC)),
    )
    found = dates_ahead(agreement(*clocks), date(2025, 10, 15), within=16)
    assert [(str(d.due), d.by[:1]) for d in found] == [
        ("2025-10-30", ()),
        ("2025-10-30", ("israel",)),
        ("2025-10-31", ("hamas.abu_marzouk",)),
    ]
    assert dates_ahead(agreement(*clocks), date(2025, 12, 24)) == ()
