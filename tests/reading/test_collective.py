"""Several under one word that a text spells out."""

from __future__ import annotations

from truceline.evidence import Part


def last(claims):
    return [c for c in claims if c.cue][-1]


def test_a_plural_that_the_text_spells_out_is_those_named_and_says_so(read):
    claim = last(
        read(
            "The facilitators - Norland, Merovia and Castell - met in Hartown. The facilitators said the road is mined."
        )
    )
    assert claim.speaker == "Norland, Merovia and Castell"
    assert [(d.part, d.reason) for d in claim.doubt] == [
        (Part.SPEAKER, "'The facilitators': the text spells out 'Norland, Merovia and Castell'")
    ]


def test_a_plural_that_is_spelled_out_in_two_ways_stays_as_described(read):
    claim = last(
        read(
            "The facilitators - Norland, Merovia and Castell - met in Hartown. Later the facilitators - Merovia and Castell - left. "
            "The facilitators said the road is mined."
        )
    )
    assert claim.speaker == "the facilitators"


def test_some_of_those_that_are_spelled_out_are_not_all_of_them(read):
    claim = last(
        read(
            "The facilitators - Norland, Merovia and Castell - met in Hartown. Local facilitators said the road is mined."
        )
    )
    assert "Merovia" not in (claim.speaker or "")


def test_several_whom_the_parse_takes_for_the_head_are_those_in_front(read):
    claim = last(read("The Troika — Norland, Merovia and Castell — promised its support."))
    assert claim.speaker == "Troika"
