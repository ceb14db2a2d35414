"""Whom a description means: somebody the text names, or nobody but the description itself."""

import pytest

from truceline.evidence import Attribution


def last(claims):
    return [c for c in claims if c.cue][-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Valley Observation Mission came to Hartown. The road is mined, the mission said.",
            "Valley Observation Mission",
        ),
        (
            "The Valley Relief Corps (VRC) came to Hartown. The VRC said the road is mined.",
            "Valley Relief Corps",
        ),
        (
            "Ervin Tasko, the interior minister, came by boat. The interior minister said the road is mined.",
            "Ervin Tasko",
        ),
        ("Ervin Tasko said the bridge is open. The former general said it was safe.", "Ervin Tasko"),
        ("Councillor Dana Velm came by boat. The councillor said the road is mined.", "Dana Velm"),
    ],
)
def test_a_description_is_whoever_alone_fits_it_and_says_so(read, text, speaker):
    claim = last(read(text))
    assert claim.speaker == speaker
    assert claim.doubt or "VRC" in claim.speaker_text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The guarantors urged both sides to leave the road.", "the guarantors"),
        ("The harbour master of Gradiz said the road is mined.", "the harbour master of Gradiz"),
        ("Both delegations said the road is mined.", "both delegations"),
        ("The hospital said two people had come in.", "the hospital"),
        ("Ervin Tasko said the bridge is open. His office said it was safe.", "office of Ervin Tasko"),
    ],
)
def test_a_body_or_office_without_a_name_stands_under_its_description(read, text, speaker):
    claim = last(read(text))
    assert (claim.speaker, claim.attribution) == (speaker, Attribution.EXPLICIT)
    assert claim.doubt[0].reason == f"known by the description '{speaker}' only"


def test_a_bare_office_is_nobody_where_a_person_of_the_text_may_hold_it(read):
    claim = last(
        read(
            "Ervin Tasko came by boat and left. It rained. Nobody stayed. The road is mined, the governor said."
        )
    )
    assert claim.speaker is None


def test_the_army_is_not_the_only_army_that_the_text_names(read):
    claim = last(read("The Israeli army left the hill. It rained. The army said the road is mined."))
    assert claim.speaker != "Israel Defense Forces"


def test_a_person_not_named_keeps_the_description(read):
    claim = last(read("A fisherman in Hartown said the road is mined. He said it was closed."))
    assert (claim.speaker, claim.speaker_text, claim.attribution) == (
        None,
        "A fisherman in Hartown",
        Attribution.ANONYMOUS,
    )


def test_a_description_counts_nothing_in_its_own_name(read):
    claim = last(read("The hospital counted 12 dead on Friday."))
    assert (claim.speaker, claim.payload.counter) == ("the hospital", "")


def test_a_clause_that_tells_who_is_meant_keeps_a_description_from_the_last_speaker(read):
    text = "Ervin Tasko said the bridge is open. The former general who heads the observers said that the road is shut."
    assert [c.speaker for c in read(text) if c.speaker_text.startswith("The former")] == [None]


def test_the_general_is_not_the_captain_who_spoke(read):
    text = "Captain Ervin Tasko said the bridge is open. The general said that the road is shut."
    assert "Ervin Tasko" not in [c.speaker for c in read(text) if c.speaker_text == "The general"]


def test_kin_are_persons_and_their_description_is_no_name(read):
    text = "Ervin Tasko, the engineer, built the bridge. The uncle said that the road is shut."
    assert "the uncle" not in [c.speaker for c in read(text)]


def test_an_apposition_tells_which_body_is_the_police(read):
    text = (
        "The Interior Security Forces (ISF), Tarn's police, reported that a lorry was stopped. Ervin Tasko said the bridge is open. "
        "The police admitted that two officers had fired."
    )
    assert {c.speaker for c in read(text) if c.speaker_text == "The police"} == {"Interior Security Forces"}


def test_an_office_brought_in_without_a_name_is_meant_by_the_office_after(read):
    text = "A spokesperson for the mission called this a count. It goes on, the spokesperson said."
    claim = [c for c in read(text) if c.cue == "said"][-1]
    assert (claim.speaker, claim.speaker_text) == (None, "A spokesperson for the mission")


def test_a_place_behind_a_body_in_the_plural_is_nobody(read):
    text = "Joint paper of the Council of Guarantors, Port Lavelle, 20 May 2026\nThe guarantors reject the claim that the force is weak. The road is open."
    assert "Port Lavelle" not in {c.speaker for c in read(text)}


def test_a_text_with_a_title_is_called_by_it(read):
    text = "The document, headed “Implementation Steps”, provides that the fire ends. The road opens in May, the text says."
    assert {c.speaker for c in read(text) if c.speaker_text.lower() == "the text"} == {"Implementation Steps"}


def test_who_is_told_of_by_another_is_not_that_one(read):
    text = "Ervin Tasko said the road is mined. The envoy, he went on, had promised a reply before March."
    assert {(c.speaker, c.speaker_text) for c in read(text) if c.cue == "went on"} == {("Ervin Tasko", "he")}
    assert not [c for c in read(text) if c.speaker_text == "The envoy"]


def test_an_office_is_left_open_behind_a_single_name(read):
    text = (
        "Burhan visited the units on Tuesday. The commander warned that full strength had not been used yet."
    )
    (claim,) = [c for c in read(text) if c.cue]
    assert (claim.speaker, claim.doubt[0].candidate) == (None, "Burhan")


def test_the_government_of_a_person_has_another_name(read):
    text = "Ervin Tasko accepted the count. His government disputed 71 pieces."
    assert {c.speaker for c in read(text) if c.speaker_text == "His government"} == {None}
