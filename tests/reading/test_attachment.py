"""Verbs and subjects that the parse hangs on the wrong word."""

import pytest


def said(claims, words):
    return {c.speaker for c in claims if words in c.text and c.cue}


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "In Old Meren, Fadel Tasko, who speaks for the Karu Front, demanded that they go.",
            "they go",
            "Fadel Tasko",
        ),
        (
            "The Karu Front insisted that the pact requires patience and accused Norland of delay.",
            "delay",
            "Karu Front",
        ),
        (
            "Ervin Tasko demanded an inquiry; Boris Velm agreed, saying the road should be open.",
            "open",
            "Boris Velm",
        ),
    ],
)
def test_a_verb_belongs_to_whoever_does_it(read, text, words, speaker):
    assert said(read(text), words) == {speaker}


def test_an_ing_with_a_doer_of_its_own_is_not_the_subjects(read):
    text = "The High Pastures Brigades rejected the charge, their spokesman, Brother Anselm, telling Al-Mirqab that his men “own no gun longer than an arm”."
    assert said(read(text), "own no gun") == {"Anselm"}


def test_one_of_some_is_who_speaks_and_not_what_stands_beside(read):
    text = "One of his commanders in the north, reached by messenger, told Merkur that the road is open."
    claims = [c for c in read(text) if c.cue]
    assert claims
    assert {c.speaker for c in claims} == {None}
    assert all("commanders" in c.speaker_text for c in claims)
