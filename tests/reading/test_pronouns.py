"""Whom a pronoun means, by number, gender and who was spoken of."""

import pytest


def last(claims):
    return [c for c in claims if c.cue][-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mr Velm said the road is mined. Ms Dana Tasko said it is open. He said it was closed.", "Velm"),
        ("Merkur reported rain. Councillor Dana Velm came by boat. She said the road is mined.", "Dana Velm"),
        ("The guarantors said the road is mined. They said it was closed.", "the guarantors"),
        ("The Karu Front has verified nine boats; it says the road is mined.", "Karu Front"),
        ("Mira Odell said that she had seen the road.", "Mira Odell"),
    ],
)
def test_a_pronoun_is_the_one_who_can_be_meant(read, text, speaker):
    assert last(read(text)).speaker == speaker


def test_a_pronoun_leaves_a_doubt(read):
    claim = last(read("Ervin Tasko said the bridge is open. He said it was safe."))
    assert [d.reason for d in claim.doubt] == ["'He': taken from 'Ervin Tasko'"]


def test_it_is_not_several(read):
    assert last(read("The guarantors said the road is mined. It said it was closed.")).speaker is None


def test_somebody_brought_in_without_a_name_is_who_speaks_next(read):
    claim = last(read("Ervin Tasko said the bridge is open. A general did not agree. He said it was closed."))
    assert (claim.speaker, claim.speaker_text) == (None, "A general")


def test_a_given_name_tells_which_of_two_is_meant(read):
    text = "Anna Salk said the bridge is open. Boris Tasko begged to differ. She told Merkur that the road is open."
    assert {c.speaker for c in read(text) if c.relay} == {"Anna Salk"}


def test_a_pronoun_in_the_own_words_tells_the_gender(read):
    text = "Councillor Ruvi Salk said she would open the bridge. He said that the road is shut."
    assert [c.speaker for c in read(text) if c.speaker_text == "He"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Its members would no longer sit in the council. Unprovoked attacks on its bases left no choice, it explained.",
        "The movement announced it. Attacks on its bases by the other signatory left no choice, it explained.",
    ],
)
def test_its_members_are_looked_for_further_back_and_never_among_themselves(read, text):
    assert read(text)


def test_he_is_the_one_set_beside_the_subject(read):
    text = "Ervin Tasko said the road is mined. His deputy, Boris Velm, called for patience; it should be open, he said."
    assert "Ervin Tasko" not in {c.speaker for c in read(text) if c.speaker_text == "he"}


def test_they_are_the_several_told_of_between(read):
    text = "South Norland's signatories agreed to wait. The parties see a lack of money. They demand that the road be opened."
    claims = [c for c in read(text) if c.speaker_text == "They"]
    assert {c.speaker for c in claims} == {"the parties"}


def test_both_alone_is_no_name(read):
    claim = [
        c for c in read("Ervin Tasko and Dana Velm came by boat. Both said the road is mined.") if c.cue
    ][-1]
    assert claim.speaker is None
    assert claim.doubt[0].reason == "not resolved: 'Both'"


def test_his_is_not_whoever_spoke_before_where_somebody_else_is_spoken_of(read):
    text = "Ervin Tasko said the road is mined. Boris Velm does not oppose a longer term, provided that the boats leave, his spokeswoman said."
    assert {c.speaker for c in read(text) if c.speaker_text == "his spokeswoman"} == {None}


def test_he_is_no_station(read):
    text = "The road is mined, according to Isanzure FM. Five had been promised, he went on."
    assert {c.speaker for c in read(text) if c.speaker_text == "he"} == {None}


def test_it_is_not_whoever_spoke_before_where_the_paragraph_has_spoken_of_a_thing_since(read):
    first = "The ministry said the bridge is open.\n"
    said = "Flights stop for ten hours a day, it says."
    between = "The version that has been printed runs over three stages. "
    assert {c.speaker for c in read(first + said) if c.speaker_text == "it"} == {"the ministry"}
    assert {c.speaker for c in read(first + between + said) if c.speaker_text == "it"} == {None}
