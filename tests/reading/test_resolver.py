def speakers(claims):
    return [c.speaker for c in claims]


def test_a_short_name_before_and_after_the_full_one_is_the_same_person(read):
    text = "Tasko: the bridge is open\n\nErvin Tasko, a member of the board, said the bridge is open. Tasko said it was safe."
    assert set(speakers(read(text))) == {"Ervin Tasko"}


def test_a_short_name_of_two_persons_is_not_guessed(read):
    text = "Ervin Tasko met Dana Tasko in Hartown. Tasko said the bridge is open."
    said = [c for c in read(text) if c.cue]
    assert speakers(said) == [None]
    assert said[0].doubt


def test_he_is_the_one_who_spoke_before(read):
    text = "Ervin Tasko said the bridge is open. He said it was safe."
    assert speakers(read(text)) == ["Ervin Tasko"] * 2


def test_he_is_nobody_where_the_last_to_speak_is_a_woman(read):
    claims = read("Odell said the bridge is open. He said it was safe.")
    assert speakers(claims) == ["Mira Odell", None]
    assert claims[1].doubt[0].reason == "not resolved: 'He'"


def test_he_is_nobody_after_a_body_spoke(read):
    assert speakers(
        read("Ervin Tasko said the bridge is open. Norland said it is shut. He said it was safe.")
    ) == [
        "Ervin Tasko",
        "Norland",
        None,
    ]


def test_a_title_of_the_lexicon_names_a_body_that_the_text_mentions(read):
    claims = read("The Karu Front met in Hartown. The movement said the bridge is open.")
    assert [c.speaker for c in claims if c.cue] == ["Karu Front"]


def test_two_unnamed_officials_are_never_joined_with_a_name(read):
    claims = read("A diplomat said the bridge is open. An official said it is shut.")
    assert speakers(claims) == [None, None]
    assert [c.speaker_text for c in claims] == ["A diplomat", "An official"]


def test_a_statement_speaks_for_its_author(read):
    claims = read("In a statement, Odell said the bridge is open. The statement accuses Norland of lies.")
    assert set(speakers(claims)) == {"Mira Odell"}


def test_a_spokesperson_speaks_on_behalf_of_a_body_throughout(read):
    claims = read("Ervin Tasko, a spokesman for Norland, said the bridge is open. Tasko said it was safe.")
    assert {c.on_behalf_of for c in claims} == {"Norland"}


def test_a_member_speaks_on_behalf_only_where_the_position_is_told_as_the_bodys(read):
    claims = read("Odell said that Karu rejects the draft. Odell said the draft was long.")
    assert [(c.on_behalf_of, c.original) for c in claims] == [("Karu Front", None), (None, None)]


def test_several_bodies_that_speak_together_stay_together(read):
    claims = read("A council has been formed, Egypt, Qatar and Turkey said in a joint statement.")
    assert speakers(claims) == ["Egypt, Qatar and Turkey"]


def test_a_lead_without_the_name_takes_the_only_spokesperson_named_next(read):
    text = "The bridge is open, a spokesperson for Norland said on Friday.\n\nErvin Tasko, a spokesperson for Norland, said it was safe."
    claims = read(text)
    assert speakers(claims) == ["Ervin Tasko"] * 2
    assert claims[0].doubt


def test_a_title_tells_two_of_one_family_apart(read):
    text = "Anna Tasko met Boris Tasko in Hartown. Ms Tasko said the bridge is open. Mr Tasko said the road is shut."
    assert speakers([c for c in read(text) if c.cue]) == ["Anna Tasko", "Boris Tasko"]


def test_only_a_text_provides_for_something(read):
    claims = read("Norland spoke of the bridge. It provides for the return of 15 men.")
    assert "Norland" not in [c.speaker for c in claims if "15 men" in c.text]
    claims = read("The Hartown Agreement was signed in May. It provides for the return of 15 men.")
    assert {c.speaker for c in claims if "15 men" in c.text} <= {"Hartown Agreement", None}
