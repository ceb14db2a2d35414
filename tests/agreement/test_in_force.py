"""The lint reads circles in what is in force once the last of the later texts has changed it."""

from dataclasses import replace

from truceline.agreement.circles import lasting
from truceline.agreement.model import Agreement, Amendment, Clock, Deed, Provision
from truceline.evidence import dates

BRIDGE, GUNS, TOWN = (
    Provision("p01", "open the bridge", Deed.OBLIGATION, ("sudland",), clocks=(Clock(after="p02"),)),
    Provision("p02", "return the guns", Deed.OBLIGATION, ("norland",), clocks=(Clock(after="p01"),)),
    Provision("p03", "leave the town", Deed.OBLIGATION, ("norland",)),
)
HELD = Agreement("river", {}, provisions={p.id: p for p in (BRIDGE, GUNS, TOWN)})


def rings(*amendments, held=HELD):
    return [[w.of for w in ring] for ring in lasting(replace(held, amendments=amendments))]


def change(does, **more):
    return Amendment("I2", does, provisions=("p02",), **{"since": dates.parse("2031-08-01"), **more})


def test_without_later_texts_the_circle_of_the_text_is_told():
    assert rings() == [["p01", "p02"]]


def test_a_later_text_that_sets_another_order_breaks_the_circle_and_one_may_make_another():
    assert rings(change("amend", clocks=(Clock(after="p03"),))) == []
    town = Amendment(
        "I2", "amend", provisions=("p03",), since=dates.parse("2031-08-01"), clocks=(Clock(after="p02"),)
    )
    assert rings(change("amend", clocks=(Clock(after="p03"),)), town) == [["p02", "p03"]]


def test_what_is_replaced_waits_no_more_and_what_is_suspended_for_a_time_waits_again():
    assert rings(change("replace")) == []
    assert rings(change("suspend")) == []
    assert rings(change("suspend", until=dates.parse("2031-08-07"))) == [["p01", "p02"]]
