import pytest


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("Odell told Merkur that the road is shut.", ("Merkur",)),
        ("Odell said in an interview with Merkur that the road is shut.", ("Merkur",)),
        (
            "In statements to Harbour newspaper on Monday, Odell said the road is shut.",
            ("Harbour newspaper",),
        ),
        ("According to Merkur reports, Odell said the road is shut.", ("Merkur",)),
        ("The road is shut, Odell said, Merkur reported.", ("Merkur",)),
        ("The road is shut, Merkur quoted Odell as saying.", ("Merkur",)),
        ("The road is shut, Odell said in remarks carried by Reuters and AFP.", ("Reuters", "AFP")),
        ("Odell told reporters that the road is shut.", ()),
    ],
)
def test_who_carries_the_words_is_no_speaker(read, text, relay):
    (claim,) = read(text)
    assert (claim.speaker, claim.relay) == ("Mira Odell", relay)


def test_an_official_cited_by_an_outlet_speaks_and_the_outlet_carries(read):
    (claim,) = read("An official cited by Merkur described the force as a shell.")
    assert (claim.speaker, claim.speaker_text, claim.relay) == (None, "An official", ("Merkur",))


def test_an_outlet_that_asserts_by_itself_is_the_speaker(read):
    (claim,) = read("Merkur reported that the road will be discussed soon.")
    assert (claim.speaker, claim.relay) == ("Merkur", ())


def test_an_interview_holds_for_all_statements_of_its_speaker(read):
    claims = read(
        "The road is shut, Odell said.\n\nSpeaking to Merkur, Odell outlined the plan.\n\nOdell said it was time."
    )
    said = [c for c in claims if c.speaker]
    assert {"The road is shut", "it was time"} <= {c.text for c in said}
    assert {c.relay for c in said} == {("Merkur",)}


def test_whom_the_speaker_cites_is_the_original(read):
    (claim,) = read("The army has left, Odell said, citing the Norlandish government.")
    assert claim.original is not None
    assert "government" in claim.original


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("Odell wrote in a post on Kanal Nord that the road is open.", ("Kanal Nord",)),
        ("Odell denied to Altmoor Radio that the road is open.", ("Altmoor Radio",)),
        ("Odell told a state-owned newspaper that the road is open.", ("a state-owned newspaper",)),
        ("Odell told the mission that the road is open.", ()),
        ("Odell told reporters on Friday that the road is open.", ()),
        ("In statements on Gull Rocks, Odell said the road is open.", ()),
    ],
)
def test_outlets_and_platforms_carry_bodies_days_and_places_do_not(read, text, relay):
    assert {c.relay for c in read(text) if c.speaker == "Mira Odell"} == {relay}


def test_each_of_a_row_of_carriers_is_kept(read):
    text = (
        "Ervin Tasko told the Halse Gazette in remarks carried by Coast Radio One and cited on Saturday by the State Bulletin that the "
        "bridge is open."
    )
    assert {c.relay for c in read(text) if c.cue} == {("Halse Gazette", "Coast Radio One", "State Bulletin")}


def test_a_post_belongs_to_the_outer_cue(read):
    text = "Ervin Tasko warned residents in a post on X that they should not go back to the villages the army had told them to leave."
    assert ("X",) in {c.relay for c in read(text) if c.speaker == "Ervin Tasko"}


def test_a_time_behind_the_listener_is_no_part_of_it(read):
    assert {
        c.relay
        for c in read("Ervin Tasko told Harbour Radio an hour later that the bridge is open.")
        if c.cue
    } == {("Harbour Radio",)}


def test_a_text_is_named_with_the_number_in_its_name(read):
    text = "According to the six-point implementation paper, the move is due within a day. Odell said that the paper is vague."
    assert {c.speaker for c in read(text)} == {"six-point implementation paper", "Mira Odell"}
