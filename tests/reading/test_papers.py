"""Whose a text is that speaks: whoever gave it out, who spoke before, or nobody that is safe to name."""

from __future__ import annotations


def last(claims):
    return [c for c in claims if c.cue][-1]


def test_a_statement_is_of_whoever_gave_it_out_though_another_spoke_since(read):
    claim = last(
        read(
            "In a statement, Norland rejected the plan. Ervin Tasko praised it. The statement said the road was mined."
        )
    )
    assert claim.speaker == "Norland"
    assert claim.doubt[0].reason == "'The statement': of 'Norland', who gave it out"


def test_a_statement_after_a_person_who_only_spoke_is_left_open_with_the_name_as_a_candidate(read):
    claim = last(read("Ervin Tasko rejected the plan. The statement said the road was mined."))
    assert claim.speaker is None
    assert (claim.doubt[0].reason, claim.doubt[0].candidate) == (
        "not resolved: 'The statement'; it may be of 'Ervin Tasko', who spoke before",
        "Ervin Tasko",
    )
