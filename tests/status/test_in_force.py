"""What later texts do to earlier ones: in force on a day, in whose account, and never before it was said."""

from dataclasses import replace
from datetime import date

import pytest

from truceline.agreement.model import (
    Agreement,
    Amendment,
    Anchor,
    AnchorValue,
    Assertion,
    Clock,
    Deed,
    Instrument,
    Place,
    Precedence,
    Provision,
    Source,
    Target,
)
from truceline.evidence import Claim, Evidence, Figure, Kind, MemoryIndex, Truth, Viewpoint, dates
from truceline.status import board, explain

VIEWS = (Viewpoint("n", "North", frozenset({"north"})), Viewpoint("s", "South", frozenset({"south"})))
DUE = Clock(anchor="start", months=1)


def day(text):
    return dates.parse(text)


def cited(text, claim="c"):
    held = Claim("0" * 64, "agreement.yaml", Kind.TERM, 0, 9, claim)
    return Source(outlet="Valley Times", date=day(text), claim=held)


def agreement(*amendments, clocks=(DUE,), deed=Deed.OBLIGATION, **more):
    duty = Provision("p01", "open the bridge", deed, ("south",), "I1", clocks=clocks, **more)
    return Agreement(
        "river",
        {},
        instruments={
            "I1": Instrument("I1", "Accord", date=day("2031-05-01"), expires=day("2031-12-31")),
            "I2": Instrument("I2", "Protocol", date=day("2031-05-20")),
        },
        anchors={"start": Anchor("start", "", (AnchorValue(None, day("2031-05-01"), ("north", "south")),))},
        provisions={"p01": duty},
        amendments=amendments,
    )


def lives(made, on, rows=()):
    cells = board(made, MemoryIndex(rows), VIEWS, date.fromisoformat(on)).row("p01").cells
    return cells["n"].life.value, cells["s"].life.value


def change(does, **more):
    given = {"provisions": ("p01",), "since": day("2031-05-20"), **more}
    return Amendment("I2", does, **given)


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2031-05-19", "running"), ("2031-05-31", "running"), ("2031-07-01", "running"), ("2031-07-02", "due")],
)
def test_a_text_that_extends_a_duty_moves_its_deadline_for_everybody_from_its_day_on(on, expected):
    made = agreement(change("extend", until=day("2031-07-01")))
    assert lives(made, on) == (expected, expected)


def test_before_the_later_text_the_first_deadline_stood():
    made = agreement(change("extend", since=day("2031-06-10"), until=day("2031-07-01")))
    assert [lives(made, on)[0] for on in ("2031-06-02", "2031-06-09", "2031-06-10")] == [
        "due",
        "due",
        "running",
    ]


def test_an_extension_that_one_side_asserts_holds_in_its_own_account_from_the_day_of_its_source():
    said = change("extend", by=("south",), source=cited("2031-05-25"), until=day("2031-07-01"))
    made = agreement(said)
    assert lives(made, "2031-06-05") == ("due", "running")
    early = replace(said, source=cited("2031-06-10"))
    assert lives(agreement(early), "2031-06-05") == ("due", "due")


def test_what_cites_nobody_extends_nothing():
    said = change("extend", by=("south",), until=day("2031-07-01"))
    assert lives(agreement(said), "2031-06-05") == ("due", "due")


def test_who_denies_an_extension_by_a_text_goes_on_counting_by_the_earlier_one():
    denial = Assertion("north", "it binds nobody", source=cited("2031-05-22"), at=day("2031-05-22"))
    made = agreement(change("extend", until=day("2031-07-01"), denied=(denial,)))
    assert lives(made, "2031-06-05") == ("due", "running")
    assert lives(made, "2031-05-21") == ("running", "running")


def test_a_suspended_duty_stands_still_and_runs_again():
    made = agreement(change("suspend", until=day("2031-05-25")))
    assert [lives(made, f"2031-05-{d}")[0] for d in (19, 20, 25, 26)] == [
        "running", "suspended", "suspended", "running",
    ]  # fmt: skip


def test_while_suspended_a_figure_that_falls_short_is_no_miss():
    owed = (Target("trucks", low=40),)
    rows = [
        Evidence(
            "p01",
            "north",
            Truth.UNKNOWN,
            date(2031, 6, 2),
            "c",
            figure=Figure("trucks", 12, 12),
            checked=True,
        )
    ]
    still = agreement(change("suspend", until=day("2031-06-30")), targets=owed)
    on = date(2031, 6, 5)
    assert board(still, MemoryIndex(rows), VIEWS, on).row("p01").cells["n"].value.word == "unknown"
    assert (
        board(agreement(targets=owed), MemoryIndex(rows), VIEWS, on).row("p01").cells["n"].value.word
        == "not_met"
    )


def test_what_is_replaced_ends_and_so_does_a_ban_without_a_clock():
    made = agreement(change("replace"))
    assert (lives(made, "2031-05-19")[0], lives(made, "2031-05-20")[0]) == ("running", "ended")
    ban = agreement(change("replace", provisions=(), of="I1"), clocks=(), deed=Deed.PROHIBITION)
    assert (lives(ban, "2031-05-19")[0], lives(ban, "2031-05-20")[0]) == ("in_effect", "ended")


def test_an_amended_amount_counts_from_its_day_on():
    made = agreement(
        change("amend", targets=(Target("trucks", low=10),)), targets=(Target("trucks", low=40),)
    )
    row = Evidence(
        "p01", "north", Truth.UNKNOWN, date(2031, 5, 3), "c", figure=Figure("trucks", 12, 12), checked=True
    )
    values = [
        board(made, MemoryIndex([row]), VIEWS, date(2031, 5, d)).row("p01").cells["n"].value.word
        for d in (19, 20)
    ]
    assert values == ["unknown", "met"]


def test_an_extended_text_lives_longer_and_only_for_who_says_so():
    by_text = Amendment("I2", "extend", of="I1", since=day("2031-05-20"), until=day("2032-12-31"))
    assert lives(agreement(by_text), "2032-01-15") == ("due", "due")
    assert lives(agreement(), "2032-01-15") == ("ended", "ended")
    said = replace(by_text, by=("south",), source=cited("2031-05-25"))
    assert lives(agreement(said), "2032-01-15") == ("ended", "due")


def test_of_two_texts_the_one_that_goes_first_sets_the_clock_for_all_where_a_text_says_so():
    two = (replace(DUE, instrument="I1"), replace(DUE, months=3, instrument="I2"))
    made = agreement(clocks=two, also_in=(Place("I2"),))
    assert lives(made, "2031-06-05") == ("disputed", "disputed")
    first = replace(made, precedence=(Precedence("text", ("I2", "I1")),))
    assert lives(first, "2031-06-05") == ("running", "running")
    said = replace(made, precedence=(Precedence("south", ("I2", "I1"), cited("2031-05-25")),))
    assert lives(said, "2031-06-05") == ("disputed", "running")


def test_explain_tells_what_changed_by_whose_word_and_who_denies_it():
    denial = Assertion("north", "it binds nobody", source=cited("2031-05-22", "d"), at=day("2031-05-22"))
    made = agreement(change("extend", until=day("2031-07-01"), article="3", denied=(denial,)))
    tree = explain(made, MemoryIndex(()), VIEWS, date(2031, 6, 5), "p01")
    (node,) = (n for n in tree.children if n.label == "What later texts changed")
    (one,) = node.children
    assert (one.label, one.words) == (
        "Protocol extends it from 2031-05-20 on to 2031-07-01",
        "by the text (3)",
    )
    assert [(d.label, d.words) for d in one.children] == [("denied", "north: it binds nobody")]
    before = explain(made, MemoryIndex(()), VIEWS, date(2031, 5, 19), "p01")
    assert [n for n in before.children if n.label == "What later texts changed"] == []
