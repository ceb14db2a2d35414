"""Noun phrases that the parse cuts too short."""


def test_a_name_behind_known_as_is_the_speaker(read):
    said = [
        c
        for c in read(
            "Sixty had passed, according to its liaison officer, a woman known only as Captain Reed."
        )
        if c.cue
    ]
    assert {c.speaker for c in said} == {"Reed"}


def test_the_name_before_an_apposition_speaks_not_the_last_noun_of_that(read):
    text = (
        "Guns are to be drawn back 15 kilometres from the line in eastern Norland, Ervin Tasko, the League's representative in the "
        "Contact Group, announced late on Tuesday."
    )
    assert {c.speaker for c in read(text) if c.cue} == {"Ervin Tasko"}


def test_a_person_set_behind_the_known_name_of_an_office_speaks(read):
    (claim,) = [
        c for c in read("The UN Secretary-General, António Guterres, said the road is mined.") if c.cue
    ]
    assert claim.speaker == "António Guterres"


def test_a_name_beside_a_nearer_body_is_not_the_whole_one(read):
    text = "The command of the movement's army, the TNA, has announced in Hartown that the TNA is dissolved."
    assert {c.speaker for c in read(text) if c.cue} == {"the command of the movement's army"}


def test_who_is_the_person_and_not_the_place_in_front(read):
    text = "A pastor at Rushubi, who said the road is mined, left by boat."
    assert {(c.speaker, c.speaker_text) for c in read(text) if c.cue} == {(None, "A pastor")}
