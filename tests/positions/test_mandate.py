"""Frame D: functions down, texts and actors across, nothing of a later day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from truceline.agreement.model import Agreement
from truceline.positions import mandate_matrix

LATE, MIDDLE = date(2026, 2, 20), date(2025, 12, 24)


def cells(matrix, function):
    row = next(r for r in matrix.rows if r.function == function)
    return [c.word for c in row.cells]


def test_texts_stand_by_date_and_actors_by_name_speaker_and_day(agreement, actors):
    matrix = mandate_matrix(agreement, LATE, actors=actors)
    assert [(c.title, c.speaker, c.told) for c in matrix.columns] == [
        ("Plan", "", "29 Sep 2025"), ("Resolution", "", "17 Nov 2025"), ("Egypt", "", "6 Dec 2025"), ("Hamas", "Bassem Naim", "7 Dec 2025"),
        ("Hamas", "Bassem Naim", "24 Dec 2025"), ("Hamas", "Hazem Qassem", "20 Feb"), ("Israel", "", "7 Dec 2025"),
    ]  # fmt: skip


def test_a_text_is_silent_and_an_actor_does_not_mention(agreement, actors):
    matrix = mandate_matrix(agreement, LATE, actors=actors)
    assert cells(matrix, "train") == ["must", "silent", "-", "-", "-", "if ...", "-"]
    assert cells(matrix, "disarm") == ["silent", "ensure process", "rejects", "-", "-", "-", "wants"]
    assert [r.name for r in matrix.rows if r.function == "train"] == ["train police"]


def test_a_wish_or_text_of_a_later_day_is_not_known_yet(agreement, actors):
    assert [c.title for c in mandate_matrix(agreement, date(2025, 10, 1), actors=actors).columns] == ["Plan"]
    assert "Hazem Qassem" not in [c.speaker for c in mandate_matrix(agreement, MIDDLE, actors=actors).columns]


def test_an_author_s_own_reading_fills_no_cell_and_is_counted(agreement, actors):
    matrix = mandate_matrix(agreement, LATE, actors=actors)
    assert matrix.uncited == 1
    assert "rejects" not in cells(matrix, "monitor")


def test_overlap_and_conflict_name_sides_not_speakers(agreement, actors):
    matrix = mandate_matrix(agreement, LATE, actors=actors)
    assert [(a.function, a.wanted_by) for a in matrix.overlap] == [("monitor", ("Egypt", "Hamas"))]
    assert [(a.function, a.wanted_by, a.rejected_by) for a in matrix.conflict] == [
        ("disarm", ("Israel",), ("Egypt",))
    ]


def test_a_text_that_names_a_function_in_any_word_is_told_with_that_word(agreement, actors):
    text = replace(agreement.mandates[0], texts={"resolution": {"disarm": "ensure", "monitor": "silent"}})
    matrix = mandate_matrix(replace(agreement, mandates=(text,)), LATE, actors=actors)
    assert [a.texts for a in (*matrix.overlap, *matrix.conflict)] == [(), ("Resolution (ensure)",)]


def test_a_side_heard_more_than_once_shows_what_moved(agreement, actors):
    (side,) = mandate_matrix(agreement, LATE, actors=actors).movement
    assert side.name == "Hamas"
    first, second = side.movement.changes
    assert (first.added, first.not_mentioned) == (("separate",), ("report",))
    assert second.added == ("train police",)
    assert ("govern", "rejects", date(2025, 12, 7)) in side.movement.constant
    assert side.movement.note == "Two speakers: wording or policy, not known."


def test_a_wish_about_no_function_stands_beside_the_matrix(agreement, actors):
    assert [(w.actor, w.function) for w in mandate_matrix(agreement, LATE, actors=actors).beside] == [
        ("israel", "whole")
    ]


def test_every_word_of_an_actor_rests_on_a_claim(agreement, actors):
    matrix = mandate_matrix(agreement, LATE, actors=actors)
    texts = sum(c.is_text for c in matrix.columns)
    assert all(bool(c.claim) == (c.word != "-") for r in matrix.rows for c in r.cells[texts:])


def test_an_agreement_without_a_mandate_says_so():
    assert mandate_matrix(Agreement("x", {}), LATE).empty == "The agreement file holds no mandate."
