"""Frame H: pledges, exchange, bodies and demands, from what the agreement file cites and what was checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from truceline.agreement.model import Agreement, Draft
from truceline.agreement.standing import Account, Demand
from truceline.evidence import Basis, Figure, Kind, Stance, State, dates
from truceline.positions import bodies, demands, exchange, pledges

LATE, MIDDLE = date(2026, 2, 20), date(2025, 12, 24)


def test_a_pledge_with_only_an_upper_bound_stands_under_up_to(agreement, actors):
    troops, police = pledges(agreement, [], LATE, actors=actors)
    whole, group, one = troops.rows
    assert (whole.by, whole.cell("target"), whole.cell("there")) == ("", "20,000", "none")
    assert (group.by, group.cell("up_to"), group.cell("agreed")) == (
        "Albania and Kosovo",
        "not stated",
        "pledged",
    )
    assert (one.by, one.cell("up_to"), one.cell("coming"), one.sources) == (
        "Egypt",
        "8,000",
        "-",
        ("A general, 19 Feb",),
    )
    assert [r.by for r in police.rows] == [""]


def test_pledges_of_a_later_day_are_not_known_yet(agreement, actors):
    assert pledges(agreement, [], MIDDLE, actors=actors) == ()


def test_checked_figures_on_the_unit_stand_beside_its_pledges(agreement, told, actors):
    heard = [told("egypt", "2026-02-19", Kind.FIGURE, Figure("volunteers for the police", 2000, 2000))]
    troops, police = pledges(agreement, heard, LATE, actors=actors)
    assert troops.stated == ()
    assert [(s.value, s.speaker) for s in police.stated] == [("2,000", "Egypt")]


def test_the_exchange_sets_what_is_owed_beside_what_is_stated_and_by_whom(agreement, told, actors):
    heard = [
        told(
            "naim", "2025-12-01", Kind.FIGURE, Figure("captives", 20, 20, as_of="2025-10-13"), provision="p10"
        )
    ]
    captives, remains = exchange(agreement, heard, MIDDLE, actors=actors)
    assert captives.owed == "20 within 72 h (2 starts)"
    assert [(h.value, h.by, h.as_of) for h in captives.stated] == [
        ("20", "Hamas (Bassem Naim)", "13 Oct"),
        ("19", "Israel", "3 Nov"),
    ]
    assert [h.value for h in captives.confirmed] == ["19"]
    assert (remains.owed, remains.stated) == ("15 x deceased israeli each time", ())


def test_an_exchange_account_of_the_file_gives_the_rows_and_their_order(agreement, actors):
    listed = replace(agreement, accounts={"exchange": Account("exchange", "Exchange", ("p16", "p10"))})
    assert [r.provision for r in exchange(listed, [], MIDDLE, actors=actors)] == ["p16", "p10"]


def test_a_counter_is_named_rather_than_who_passes_the_number_on(agreement, told, actors):
    figure = Figure("captives", 20, 20, counter="Health Ministry")
    heard = [told("naim", "2025-12-01", Kind.FIGURE, figure, provision="p10", counter="health")]
    row = exchange(agreement, heard, MIDDLE, actors=actors)[0]
    assert ("Health Ministry", "authorities") in [(h.by, h.side) for h in row.stated]


def test_a_body_shows_who_objected_and_who_only_is_said_to_have(told, actors):
    heard = [
        told.position("naim", "2025-12-24", "the committee", Stance.ACCEPT, matter="committee"),
        told.position(
            "naim", "2025-12-24", "the committee", Stance.REJECT, matter="committee", holder="israel"
        ),
        told("naim", "2025-12-24", Kind.STATE, State("the committee", "stalled"), issue="committee"),
        told.position("naim", "2025-12-24", "the force", Stance.REJECT),
    ]
    found = [(b.act, b.holder, b.own) for b in bodies(heard, MIDDLE, actors=actors)]
    assert found == [("accepted", "Hamas", True), ("objected", "Israel", False), ("is", "", True)]


def test_a_demand_tells_whether_the_draft_was_read_or_somebody_says_so(agreement, actors):
    source = agreement.pledges[0].source
    asked = (
        Demand("hamas", "full withdrawal", "no_guarantee", "text", "", source=source),
        Demand("egypt", "aid", "partly", "said", "kosovo", source=source),
        Demand("egypt", "uncited", "silent"),
    )
    draft = Draft("d", "Draft of spring", at=dates.parse("2024-04"), demands=asked)
    table = demands(replace(agreement, drafts=(draft,)), LATE, actors=actors)
    assert [(r.by, r.answer, r.rests_on) for r in table.rows] == [
        ("Egypt", "partly", "said by Kosovo"),
        ("Hamas", "no guarantee", "said by Outlet"),
    ]
    assert (table.not_held, table.empty) == (("Draft of spring",), "")
    held = demands(replace(agreement, drafts=(replace(draft, held=True),)), LATE, actors=actors)
    assert held.rows[1].rests_on == "text read here"


def test_no_draft_gives_an_empty_table_with_its_reason(agreement):
    assert demands(agreement, LATE).empty == "The agreement file holds no draft with demands."
    later = Draft(
        "d", "Draft", demands=(Demand("hamas", "aid", "silent", source=agreement.pledges[0].source),)
    )
    assert (
        demands(replace(agreement, drafts=(later,)), MIDDLE).empty
        == "No demand that cites a source was known by this day."
    )
    assert demands(Agreement("x", {}), LATE).rows == ()


def test_a_rule_is_no_number_handed_over(agreement, told, actors):
    rule = Figure("captives", 15, 15, basis=Basis.RATE, per="returned body")
    heard = [told("naim", "2025-12-01", Kind.FIGURE, rule, provision="p10")]
    captives, _ = exchange(agreement, heard, MIDDLE, actors=actors)
    assert [h.value for h in captives.stated] == ["19"]
