"""The life of a duty stands beside its truth."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

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
from truceline.evidence import Claim, Kind, Truth, dates
from truceline.status import Life
from truceline.status.life import life

DAY = date(2025, 12, 24)
START = Anchor("start", "", (AnchorValue(None, dates.parse("2025-12-20"), ("x",)),))
SPLIT = Anchor("split", "", (*START.values, AnchorValue(None, dates.parse("2025-12-22"), ("y",))))
NEVER = Anchor("never", "")


def of(
    *clocks: Clock,
    deed=Deed.OBLIGATION,
    at=DAY,
    done=lambda _: (Truth.UNKNOWN, None),
    holders=None,
    expires="",
    cut_off=None,
) -> Life:
    provision = Provision("p", "p", deed, ("x",), instrument="i", clocks=clocks)
    agreement = Agreement(
        "a",
        {},
        instruments={"i": Instrument("i", "i", expires=dates.parse(expires))},
        anchors={a.id: a for a in (START, SPLIT, NEVER)},
        provisions={"p": provision},
        cut_off=cut_off,
    )
    return life(agreement, provision, at, done, holders)


@pytest.mark.parametrize(
    ("clocks", "expected"),
    [
        ([], Life.NO_DEADLINE),
        ([Clock(words="as soon as possible")], Life.NO_DEADLINE),
        ([Clock(anchor="start", offset=timedelta(days=3))], Life.DUE),
        ([Clock(anchor="start", offset=timedelta(days=4))], Life.RUNNING),  # today: the day is not over
        ([Clock(anchor="never", offset=timedelta(days=5))], Life.NOT_IN_EFFECT),
        ([Clock(starts="never")], Life.NOT_IN_EFFECT),
        ([Clock(starts="nowhere")], Life.NOT_IN_EFFECT),
        ([Clock(starts="2025-12-25T20:00+02:00")], Life.NOT_IN_EFFECT),
        ([Clock(starts="2025-12-24T20:00+02:00")], Life.NO_DEADLINE),
        ([Clock(until="start")], Life.ENDED),
        ([Clock(until="2026-01-01")], Life.NO_DEADLINE),
        ([Clock(until="the exchange is over")], Life.NO_DEADLINE),
        ([Clock(every="P6M")], Life.RECURRING),
        ([Clock(anchor="split", offset=timedelta(days=3))], Life.DISPUTED),
        ([Clock(at=datetime(2025, 12, 23, 20, tzinfo=UTC))], Life.DUE),
        ([Clock(at=datetime(2025, 12, 24, 20, tzinfo=UTC))], Life.RUNNING),
        ([Clock(at=datetime(2025, 12, 25, 1, tzinfo=UTC))], Life.RUNNING),
        ([Clock(starts="start", each=True)], Life.RECURRING),
        ([Clock(anchor="start"), Clock(anchor="start", offset=timedelta(days=9))], Life.DISPUTED),
    ],
)
def test_the_clock_of_a_duty(clocks, expected):
    assert of(*clocks) is expected


def test_where_the_start_dates_differ_each_side_has_its_own_answer():
    clock = Clock(anchor="split", offset=timedelta(days=3))
    assert of(clock, holders=frozenset({"x"})) is Life.DUE
    assert of(clock, holders=frozenset({"y"})) is Life.RUNNING


def test_a_start_that_is_announced_for_a_later_day_has_not_come():
    source = Source(date=dates.parse("2025-12-01"))
    announced = AnchorValue(None, dates.parse("2025-12-30"), ("y",), source=source)
    provision = Provision("p", "p", Deed.PROHIBITION, ("x",), clocks=(Clock(starts="start"),))

    def on(*values: AnchorValue) -> Life:
        agreement = Agreement(
            "a", {}, anchors={"start": Anchor("start", "", values)}, provisions={"p": provision}
        )
        return life(agreement, provision, DAY, lambda _: (Truth.UNKNOWN, None))

    assert on(announced) is Life.NOT_IN_EFFECT
    assert on(announced, *START.values) is Life.DISPUTED


def test_a_ban_is_in_effect_and_ends_with_its_last_day():
    ends = Clock(starts="start", anchor="start", offset=timedelta(days=3))
    assert of(deed=Deed.PROHIBITION) is Life.IN_EFFECT
    assert of(ends, deed=Deed.PROHIBITION, at=date(2025, 12, 23)) is Life.IN_EFFECT
    assert of(ends, deed=Deed.PROHIBITION, at=date(2025, 12, 24)) is Life.ENDED


def test_everything_ends_with_its_instrument():
    assert of(expires="2025-12-23") is Life.ENDED
    assert of(expires="2025-12-24") is Life.NO_DEADLINE


@pytest.mark.parametrize(
    ("truth", "day", "offset", "expected"),
    [
        (Truth.UNKNOWN, None, 1, Life.NOT_IN_EFFECT),
        (Truth.NOT_MET, None, 1, Life.NOT_IN_EFFECT),
        (Truth.CONTESTED, DAY, 1, Life.DISPUTED),
        (Truth.MET, date(2025, 12, 22), 1, Life.DUE),
        (Truth.MET, date(2025, 12, 23), 1, Life.RUNNING),
        (Truth.MET, DAY, 1, Life.RUNNING),
        (Truth.MET, DAY, None, Life.NO_DEADLINE),
    ],
)
def test_a_duty_that_waits_for_another_begins_when_that_is_done(truth, day, offset, expected):
    clock = Clock(after="q", offset=timedelta(days=offset) if offset else None)
    assert of(clock, done=lambda _: (truth, day)) is expected


def test_it_is_too_early_to_compute_a_miss_before_a_duty_is_due():
    assert {x for x in Life if x.early} == {Life.NOT_IN_EFFECT, Life.RUNNING, Life.SUSPENDED}


def test_a_side_goes_by_the_clock_it_asserts_and_the_others_by_the_text():
    claim = Claim("0" * 64, "a", Kind.CONDITION, 0, 1, "by January")
    said = Clock(
        at=datetime(2026, 1, 31, tzinfo=UTC),
        by=("x",),
        source=Source(date=dates.parse("2025-11-03"), claim=claim),
    )
    text = Clock(words="no date in the text")
    assert of(text, said, holders=frozenset({"x"})) is Life.RUNNING
    assert of(text, said, holders=frozenset({"y"})) is Life.NO_DEADLINE
    assert of(said, holders=frozenset({"y"})) is Life.NO_DEADLINE
    assert of(text, said, holders=frozenset({"x"}), at=date(2025, 11, 2)) is Life.NO_DEADLINE
    note = Clock(at=datetime(2026, 1, 31, tzinfo=UTC), by=("x",))
    assert of(note, holders=frozenset({"x"})) is Life.NO_DEADLINE, "an author's note runs for nobody"


def test_a_power_outlives_the_day_by_which_it_was_to_be_used():
    assert of(Clock(anchor="start"), deed=Deed.POWER) is Life.IN_EFFECT


@pytest.mark.parametrize(
    ("hour", "cut_off", "expected"),
    [
        (12, time(18), Life.DUE),
        (18, time(18), Life.DUE),
        (23, time(18), Life.RUNNING),
        (12, None, Life.RUNNING),  # nobody says when the day of the case ends: when it is over
    ],
)
def test_a_deadline_with_an_hour_is_past_when_the_hour_has_come_at_the_cut_off(hour, cut_off, expected):
    assert of(Clock(at=datetime(2025, 12, 24, hour, tzinfo=UTC)), cut_off=cut_off) is expected


@pytest.mark.parametrize("cut_off", [None, time(0), time(18), time(23, 59)])
def test_a_deadline_given_as_a_day_is_past_when_the_day_is_over_whatever_the_cut_off(cut_off):
    clock = Clock(day=dates.parse("2025-12-24"))
    assert of(clock, cut_off=cut_off) is Life.RUNNING
    assert of(clock, cut_off=cut_off, at=date(2025, 12, 25)) is Life.DUE


@pytest.mark.parametrize(
    ("hour", "cut_off", "come"),
    [("23:59", time(18), False), ("12:00", time(18), True), ("18:00", time(18), True), ("23:59", None, True)],
)
def test_an_hour_that_starts_or_ends_a_duty_has_come_when_the_cut_off_has_reached_it(hour, cut_off, come):
    moment = f"2025-12-24T{hour}+00:00"
    ban = Deed.PROHIBITION
    assert of(Clock(starts=moment), deed=ban, cut_off=cut_off) is (
        Life.IN_EFFECT if come else Life.NOT_IN_EFFECT
    )
    assert of(Clock(until=moment), deed=ban, cut_off=cut_off) is (Life.ENDED if come else Life.IN_EFFECT)
    tomorrow = date(2025, 12, 25)
    assert of(Clock(until=moment), deed=ban, cut_off=cut_off, at=tomorrow) is Life.ENDED


def test_a_start_with_an_hour_that_a_side_states_is_compared_with_it():
    late = AnchorValue(datetime(2025, 12, 24, 22, tzinfo=UTC), dates.UNKNOWN, ("x",))
    made = Agreement(
        "a",
        {},
        anchors={"start": Anchor("start", "", (late,))},
        provisions={"p": Provision("p", "p", Deed.PROHIBITION, ("x",), clocks=(Clock(starts="start"),))},
        cut_off=time(18),
    )
    found = [
        life(made, made.provisions["p"], day, lambda _: (Truth.UNKNOWN, None))
        for day in (DAY, date(2025, 12, 25))
    ]
    assert found == [Life.NOT_IN_EFFECT, Life.IN_EFFECT]
