"""Cues that are no verb of speech: nouns and set phrases with whose words a clause is."""

from __future__ import annotations

import pytest

from truceline.evidence import Attribution, Text


@pytest.fixture
def told(reader):
    """Speaker and content of the frames of a sentence."""

    def frames(string):
        (read,) = reader.sentences(Text("a.txt", string, "txt/1"))
        s = read.sentence
        return [
            (s.words(f.source.a, f.source.b), " ".join(s.words(a, b) for a, b in f.content))
            for f in read.frames
            if f.source is not None
        ]

    return frames


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On Friday, by the ministry's count, 12 people died.", "the ministry"),
        ("12 people died, by the account of the ministry.", "the ministry"),
        ("In the view of one mediator, the road is open.", "one mediator"),
        ("The road is open, was the assurance of a sergeant.", "a sergeant"),
        ("The road is open, is the ministry's line.", "the ministry"),
        ("Two roads in three, if the ministry is to be believed, are open.", "the ministry"),
        ("As far as Karu is concerned, the road is open.", "Karu"),
        ("The road, as seen by an envoy, is open.", "an envoy"),
    ],
)
def test_a_noun_or_a_set_phrase_gives_the_clause_to_its_source(told, text, speaker):
    assert [who for who, _ in told(text)] == [speaker]


def test_what_stands_before_and_behind_the_phrase_is_told(told):
    ((_, content),) = told("The road, as seen by an envoy, is open.")
    assert content.startswith("The road")
    assert content.rstrip(".").endswith("is open")


def test_a_claim_by_somebody_is_his_and_not_the_clause_around_it(told):
    found = told("The accusation by the army that the movement laid the mine has been met by silence.")
    assert found == [("the army", "the movement laid the mine")]


def test_a_count_beside_a_number_is_of_the_number_alone(told):
    assert ("his", "more than 20,000") in told(
        "Odell said that the mercenaries, more than 20,000 by his count, had left."
    )


def test_a_phrase_in_words_behind_that_stays_in_them(told):
    found = told("An aide reported that some 200 mines, by the engineers' reckoning, lay on the road.")
    assert all("reported" not in content for _, content in found)


@pytest.mark.parametrize(
    "text",
    ["The road is open in the north.", "He came by car, in a hurry.", "The army has the bridge in view."],
)
def test_a_place_or_a_manner_is_nobodys_account(told, text):
    assert told(text) == []


def test_the_version_of_a_text_is_nobodys_words(read):
    (claim,) = read("A joint government is lost in the last version of the text.")
    assert (claim.speaker, claim.attribution) == (None, Attribution.NARRATOR)
