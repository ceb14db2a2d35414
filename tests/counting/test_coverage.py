"""Whose voices: heard in the period, last heard, never heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from truceline.actors.model import Actor
from truceline.counting import coverage
from truceline.evidence import Doubt, Part

AS_OF = date(2025, 12, 24)


def test_each_side_has_what_it_said_in_the_period_and_when_it_was_last_heard(frame_c):
    found = coverage(frame_c, AS_OF)
    assert (found.documents, found.speakers) == (4, 2)
    told = {v.name: (v.statements, v.speakers, v.last) for v in found.voices}
    assert told["Hamas"] == (3, 1, AS_OF)
    assert told["Israel"] == (0, 0, date(2025, 12, 18))


def test_a_longer_period_counts_from_its_first_day(frame_c):
    found = coverage(frame_c, AS_OF, first=date(2025, 12, 9))
    assert next(v for v in found.voices if v.side == "israel").statements == 2


def test_an_expected_side_that_never_spoke_is_named(told):
    found = coverage(
        [told("un", "2025-12-01", "killed", 1, 1)], AS_OF, expected=[Actor("women", "Women's groups")]
    )
    assert [v.name for v in found.never] == ["Women's groups"]


def test_an_unchecked_reading_is_no_voice(told):
    assert coverage([told("un", "2025-12-24", "killed", 1, 1, checked=False)], AS_OF).voices == ()


def test_speakers_whose_side_is_not_resolved_are_joined_with_nobody(told):
    found = coverage(
        [told("a witness", "2025-12-24", "killed", 1, 1), told("", "2025-12-24", "killed", 2, 2)], AS_OF
    )
    assert (found.speakers, found.voices, len(found.unresolved)) == (2, (), 2)


def test_speakers_known_by_a_description_are_one_in_a_document_and_two_in_two(told):
    def army(path, low):
        heard = told("the army", "2025-12-24", "killed", low, low, document=path)
        return replace(
            heard, claim=replace(heard.claim, doubt=(Doubt(Part.SPEAKER, "known by a description"),))
        )

    assert coverage([army("a.txt", 1), army("a.txt", 2)], AS_OF).speakers == 1
    assert coverage([army("a.txt", 1), army("b.txt", 2)], AS_OF).speakers == 2
