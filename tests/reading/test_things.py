"""What is told has a teller and is none."""

import pytest

from truceline.evidence import Attribution
from truceline.reading import things


@pytest.mark.parametrize("noun", ["reply", "answers", "explanation", "edition", "point", "refusal"])
def test_what_is_told_tells_nothing(noun):
    assert things.told(noun)


@pytest.mark.parametrize(
    "noun", ["delegation", "opposition", "declaration", "government", "movement", "city", "officer", "boss"]
)
def test_people_bodies_and_texts_tell(noun):
    assert not things.told(noun)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Odell left. “The road is mined,” came the reply.", "the reply"),
        ("According to the last point, the road is mined.", "the last point"),
        ("The later edition withdrew that the road is mined.", "The later edition"),
    ],
)
def test_a_thing_is_no_speaker(read, text, words):
    said = [c for c in read(text) if c.speaker_text == words]
    assert said
    assert {c.speaker for c in said} == {None}
    assert said[0].doubt[0].reason == f"not resolved: '{words}' is told and tells nothing"


def test_his_reply_is_what_he_says(read):
    text = "Ervin Tasko said the bridge is open. “The road is mined,” came his reply to the town."
    claim = next(c for c in read(text) if c.speaker_text.startswith("his reply"))
    assert (claim.speaker, claim.attribution) == ("Ervin Tasko", Attribution.EXPLICIT)


def test_what_is_of_a_month_is_nobodys_words(read):
    text = "The reply of October named no day, but the rebuke of October said that the road would open."
    assert not [c for c in read(text) if c.speaker == "October"]
