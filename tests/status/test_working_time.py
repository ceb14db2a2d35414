"""Days are counted where the case works."""

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.model import Agreement, Anchor, AnchorValue, Clock, Deed, Provision
from truceline.evidence import Interval, dates
from truceline.status import in_zone, starts
from truceline.status.clocks import deadlines

CAIRO = timezone(timedelta(hours=2))
LATE = timezone(timedelta(hours=3))


def agreement(moment, *clocks):
    values = (AnchorValue(moment, Interval(), ("x",)), AnchorValue(None, dates.parse("2031-05-02"), ("y",)))
    return Agreement(
        "a",
        {},
        anchors={"start": Anchor("start", "", values)},
        provisions={"p": Provision("p", "p", Deed.OBLIGATION, ("x",), clocks=clocks)},
    )


def test_an_instant_after_midnight_elsewhere_falls_on_the_day_before_here():
    made = in_zone(agreement(datetime(2031, 5, 2, 0, 30, tzinfo=LATE)), CAIRO)
    found = starts(made.anchors["start"], date(2031, 5, 9))
    assert [(str(s.day), s.by) for s in found] == [("2031-05-01", ("x",)), ("2031-05-02", ("y",))]


def test_hours_are_counted_from_the_instant_and_told_on_the_day_here():
    clock = Clock(anchor="start", offset=timedelta(hours=72))
    made = in_zone(agreement(datetime(2031, 5, 2, 0, 30, tzinfo=LATE), clock), CAIRO)
    due = deadlines(made, "p", made.provisions["p"].clocks[0], date(2031, 5, 9))[0]
    assert (str(due.due), due.moment.isoformat()) == ("2031-05-04", "2031-05-04T23:30:00+02:00")


def test_a_day_given_as_an_instant_begins_and_ends_on_the_day_here():
    clock = Clock(starts="2031-05-02T00:30+03:00", until="2031-06-02T00:30+03:00")
    (told,) = in_zone(agreement(None, clock), CAIRO).provisions["p"].clocks
    assert (told.starts, told.until) == ("2031-05-01T23:30:00+02:00", "2031-06-01T23:30:00+02:00")


def test_anchors_days_and_words_stay_as_they_are():
    for clock in (Clock(starts="start"), Clock(until="The end of it"), Clock(until="2031-05-02"), Clock()):
        assert in_zone(agreement(None, clock), CAIRO).provisions["p"].clocks == (clock,)


def test_an_instant_without_a_zone_is_one_of_the_case():
    clock = Clock(at=datetime(2031, 5, 2, 20))
    (told,) = in_zone(agreement(None, clock), CAIRO).provisions["p"].clocks
    assert told.at.isoformat() == "2031-05-02T20:00:00+02:00"


@given(st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)), st.integers(-12, 14))
def test_no_instant_moves_whatever_the_zone(moment, hours):
    at = moment.replace(tzinfo=UTC)
    made = in_zone(agreement(at), timezone(timedelta(hours=hours)))
    told = made.anchors["start"].values[0].at
    assert told == at
    assert told.utcoffset() == timedelta(hours=hours)
