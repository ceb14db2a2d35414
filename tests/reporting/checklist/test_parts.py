"""Another kind, another side, a denial: what the cells of a row change of a reading."""

from dataclasses import replace

import pytest
from river import CLOSED, COUNT, KEPT, WANTS, review

from truceline.evidence import Polarity, Verdict
from truceline.reporting.checklist.columns import HEADINGS

SAID = "they said this"


def put_right(found):
    assert not found.told, found.told
    return found.reviews[0].corrections


def test_another_kind_is_made_of_the_cells_beside_it(filled):
    cells = {"other_kind": "figure", "value": "3 in this period", "what": "shellings", "whose": "the Council"}
    made = put_right(filled(CLOSED).put(CLOSED, verdict=SAID, **cells).back())
    assert made == {
        "kind": "figure",
        "payload.low": "3",
        "payload.high": "3",
        "payload.approximator": "",
        "payload.basis": "new",
        "payload.per": "",
        "payload.counts": "shellings",
        "payload.side": "Southern Council",
    }


def test_what_fits_another_kind_stands_as_it_was_read(filled):
    made = put_right(filled(KEPT).put(KEPT, verdict=SAID, other_kind="incident", what="closing").back())
    assert made == {"kind": "incident", "payload.type": "closing", "payload.author": "Southern Council"}


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (
            {"other_kind": "figure"},
            "A figure needs a number and what it counts over: for example 410 in total",
        ),
        ({"other_kind": "figure", "value": "3", "what": "shellings"}, "Say what it counts over, too"),
        ({"other_kind": "rumour"}, "'rumour' is no kind of its own: one of figure"),
        ({"other_kind": "incident", "what": "raid", "value": "3"}, "an incident has no such part"),
        ({"other_kind": "position", "value": "maybe"}, "'maybe' is no stance"),
        ({"denied": "perhaps"}, "'perhaps' is not one of: affirmed, denied"),
        ({"whose": "Stone"}, "may be Jon Stone, Lia Stone"),
    ],
)
def test_what_lacks_a_part_is_told_with_its_row_and_nothing_of_it_is_taken(filled, cells, why):
    found = filled(CLOSED).put(CLOSED, verdict=SAID, **cells).back()
    assert found.reviews == ()
    assert why in str(found.told[0])


def test_whose_stance_and_denial_are_corrections_and_as_read_they_are_none(filled):
    made = filled(WANTS, COUNT, KEPT, CLOSED)
    made.put(WANTS, verdict=SAID, value="reject", whose="the Front", denied="affirmed")
    made.put(COUNT, verdict=SAID, whose="the Council", value="10 to 12 per day", what="shellings")
    made.put(KEPT, verdict=SAID, whose="the Council", value="broken")
    made.put(CLOSED, verdict=SAID, denied="denied", other_kind="state")
    found = {r.claim: dict(r.corrections) for r in made.back().reviews}
    assert found == {
        WANTS.id: {"payload.stance": "reject", "payload.condition": "", "payload.holder": "Northern Front"},
        COUNT.id: {"payload.side": "Southern Council"},
        KEPT.id: {},
        CLOSED.id: {"polarity": "denied"},
    }


def test_a_side_that_the_case_does_not_know_is_told(filled):
    found = filled(COUNT).put(COUNT, verdict=SAID, whose="the Third Army").back()
    assert (put_right(found), found.unknown) == ({"payload.side": "the Third Army"}, ("the Third Army",))


def test_a_change_goes_with_they_said_this_alone(filled):
    found = filled(COUNT).put(COUNT, verdict="leave open", other_kind="incident").back()
    assert "another kind goes with 'they said this', not with 'leave open'" in str(found.told[0])


def test_the_same_sheet_twice_changes_nothing(filled, make):
    made = filled(CLOSED).put(CLOSED, verdict=SAID, other_kind="statement", denied="denied")
    (entered,) = made.back().reviews
    again = made.back(make(CLOSED, reviews=[entered]))
    assert (again.reviews, again.as_before, again.told) == ((), 1, ())


def test_a_denial_that_was_put_right_before_is_judged_as_it_was_read(filled, make):
    made = filled(CLOSED).put(CLOSED, verdict=SAID)
    before = review(CLOSED, Verdict.CORRECTED, polarity=Polarity.DENIED.value)
    (told,) = made.back(make(CLOSED, reviews=[before])).told
    assert "AB corrected it otherwise on 01 Mar 2026" in str(told)


def test_a_sheet_of_before_without_these_columns_is_read_as_well(filled):
    made = filled(COUNT).put(COUNT, verdict=SAID, value="11")
    for heading in ("other kind", "what", "whose", "denied"):
        at = [c.value for c in made.sheet[1]].index(heading) + 1
        made.sheet.delete_cols(at)
    assert put_right(made.back())["payload.low"] == "11"
    assert "whose" in HEADINGS


def test_a_reading_without_a_value_keeps_its_cell_empty(filled):
    bare = replace(CLOSED, payload=None)
    found = filled(bare).put(bare, verdict=SAID, value="open").back()
    assert "no number and no stance" in str(found.told[0])
