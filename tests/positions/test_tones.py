"""How a statement is put: by a phrase of the list, by the stance that was read, or by its kind."""

import pytest

from truceline.evidence import Claim, Kind, Position, Stance
from truceline.positions.tones import Tone, phrases, why


class Said:
    def __init__(self, text, kind=Kind.STATEMENT, payload=None):
        self.claim = Claim("0" * 64, "a.txt", kind, 0, len(text), text, payload=payload)


@pytest.mark.parametrize(
    ("text", "tone", "by"),
    [
        ("The force will not accept that", Tone.ABSOLUTE, "will not accept"),
        ("Not at any price, he said", Tone.ABSOLUTE, "Not at any price"),
        ("Norland is willing to wait", Tone.GIVING, "willing to"),
        ("The weapons belong to a later stage", Tone.FIRST, "belong to"),
        ("We ask for written assurances", Tone.GUARANTEE, "written"),
    ],
)
def test_a_phrase_of_the_list_is_named(text, tone, by):
    assert why(Said(text), tone).casefold() == by.casefold()


def test_a_phrase_stands_on_whole_words_only():
    assert not why(Said("The forewritten page"), Tone.GUARANTEE)
    assert not why(Said("Nevertheless it rained"), Tone.ABSOLUTE)


def test_an_acceptance_gives_and_a_rejection_does_not():
    accepts, rejects = (Position("Norland", "the line", s) for s in (Stance.ACCEPT, Stance.REJECT))
    assert why(Said("yes", Kind.POSITION, accepts), Tone.GIVING) == "stance: accept"
    assert not why(Said("no", Kind.POSITION, rejects), Tone.GIVING)


def test_a_condition_says_what_comes_first_and_a_number_never():
    assert why(Said("if the line holds", Kind.CONDITION), Tone.FIRST) == "a condition"
    assert not why(Said("20 men before noon", Kind.FIGURE), Tone.FIRST)


def test_what_a_text_provides_is_placed_by_the_phase_that_its_sentence_names():
    term = Said("which brings full withdrawal", Kind.TERM)
    assert not why(term, Tone.FIRST)
    assert why(term, Tone.FIRST, "the second phase, which brings full withdrawal") == "second phase"


def test_every_tone_has_phrases():
    assert all(phrases()[tone] for tone in Tone)


@pytest.mark.parametrize(
    "text",
    [
        "Neither side is willing to open the bridge",
        "Norland is neither ready nor willing to accept the draft",
        "Neither the army nor the police are ready to leave",
        "Sudland is not prepared to hand over the map",
        "We are no longer willing to discuss it",
        "They aren't willing to wait",
        "No side has agreed to the line",
    ],
)
def test_what_is_refused_is_not_given(text):
    assert not why(Said(text), Tone.GIVING)


@pytest.mark.parametrize(
    "text",
    [
        "Norland does not oppose the force",
        "The bridge is not open, and Norland is willing to wait",
        "Norland will not leave but is ready to talk",
        "It is no secret that Norland is willing to wait",
    ],
)
def test_a_word_of_another_clause_undoes_nothing(text):
    assert why(Said(text), Tone.GIVING)


def test_a_refusal_that_was_read_is_undone_by_a_word_before_an_insertion():
    refused = Position("both", "the bridge", Stance.REJECT)
    text = "Neither side, the envoy said, is willing to open it"
    assert not why(Said(text, Kind.POSITION, refused), Tone.GIVING)
