"""Positions over time, by the side that holds them."""

from __future__ import annotations

from datetime import date

from truceline.evidence import Position, Stance
from truceline.positions import stances
from truceline.positions.stances import words

AS_OF = date(2026, 2, 20)


def force(told):
    return [
        told.position("marzouk", "2025-11-04", "a force that replaces the army", Stance.REJECT),
        told.position("naim", "2025-12-24", "foreign troops", Stance.CONDITIONAL, "no internal role"),
        told.position("qassem", "2026-02-20", "foreign troops", Stance.CONDITIONAL, "no internal role"),
        told.position("qassem", "2026-02-20", "buffer between the sides", Stance.DEMAND),
    ]


def test_the_latest_words_stand_apart_from_the_earlier_ones(told, actors):
    (line,) = stances(force(told), AS_OF, actors=actors)
    assert (line.holder_name, line.issue) == ("Hamas", "force")
    assert [s.words for s in line.latest] == [
        "accepts foreign troops if no internal role",
        "demands buffer between the sides",
    ]
    assert [s.speaker for s in line.earlier] == ["Hamas (Musa Abu Marzouk)", "Hamas (Bassem Naim)"]


def test_movement_names_what_is_new_and_constant_and_does_not_say_why(told, actors):
    (line,) = stances(force(told), AS_OF, actors=actors)
    assert line.movement.new == ("buffer between the sides",)
    assert line.movement.constant == (("foreign troops", "accepts if no internal role", date(2025, 12, 24)),)
    assert line.movement.note == "Three speakers: wording or policy, not known."


def test_nothing_said_later_than_the_day_appears(told, actors):
    (line,) = stances(force(told), date(2025, 12, 1), actors=actors)
    assert [s.told for s in line.latest] == ["4 Nov"]
    assert line.movement.changes == ()


def test_what_another_side_tells_of_a_holder_is_not_its_position(told, actors):
    heard = [told.position("naim", "2025-12-24", "the committee", Stance.REJECT, holder="israel")]
    (line,) = stances(heard, AS_OF, actors=actors)
    assert (line.holder_name, line.latest, line.earlier) == ("Israel", (), ())
    assert [s.speaker for s in line.told_by_others] == ["Hamas (Bassem Naim)"]


def test_an_unchecked_position_enters_only_where_it_is_asked_for(told, actors):
    heard = [told.position("naim", "2025-12-24", "the committee", Stance.REJECT, counts=False)]
    assert stances(heard, AS_OF, actors=actors) == ()
    assert stances(heard, AS_OF, proposals=True, actors=actors)[0].latest[0].checked is False


def test_positions_linked_to_no_issue_are_not_thrown_together(told, actors):
    heard = [
        told.position("naim", "2025-12-24", matter, Stance.REJECT, matter="")
        for matter in ("outside tutelage", "partial deals")
    ]
    assert [x.issue for x in stances(heard, AS_OF, actors=actors)] == ["outside tutelage", "partial deals"]


def test_unlinked_positions_on_one_matter_stand_together_under_the_earliest_words(told, actors):
    heard = [
        told.position("naim", "2025-12-24", "partial deal", Stance.REJECT, matter=""),
        told.position("marzouk", "2025-11-04", "Partial deals", Stance.REJECT, matter=""),
    ]
    assert [x.issue for x in stances(heard, AS_OF, actors=actors)] == ["Partial deals"]


def test_a_condition_that_is_not_stated_is_written_out(told, actors):
    heard = [told.position("naim", "2025-12-24", "foreign troops", Stance.CONDITIONAL)]
    assert stances(heard, AS_OF, actors=actors)[0].latest[0].words == "accepts foreign troops if (not stated)"


def test_a_condition_in_the_texts_own_words_says_neither_yes_nor_no():
    refused = Position("Hamas", "a second phase for", Stance.CONDITIONAL, "as long as violations went on")
    assert words(refused) == "sets a condition on a second phase: as long as violations went on"
    assert (
        words(Position("Hamas", "police training", Stance.CONDITIONAL, "it is national"))
        == "accepts police training if it is national"
    )
