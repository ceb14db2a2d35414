import pytest

from truceline.linking.phrases import Phrases, words


def test_words_are_folded_without_apostrophes_and_accents():
    assert words("Na’im CAFÉ isn't") == ("naim", "cafe", "isnt")


@pytest.mark.parametrize(
    "text", ["the mission's mandate", "the mission’s mandate", "THE MISSION’S MANDATE", "the missionʼs"]
)
def test_a_possessive_holds_the_cue_whose_it_is(text):
    assert Phrases(["mission"]).found(text) == ("mission",)


@pytest.mark.parametrize("text", ["the guarantors' letter", "the guarantors’ letter"])
def test_a_possessive_of_several_holds_their_cue(text):
    assert Phrases(["guarantors"]).found(text) == ("guarantors",)


def test_a_cue_that_is_a_possessive_finds_possessives_alone():
    known = Phrases(["body's"])
    assert known.found("the body’s rules") == ("body's",)
    assert not known.found("one body was returned; bodies follow")


def test_phrases_match_whole_words_only_and_nested_ones_are_all_found():
    known = Phrases(["bridge", "stone bridge", "ridge"])
    assert known.found("The stone bridge is open") == ("stone bridge", "bridge")


def test_no_phrases_find_nothing():
    assert not Phrases([])
    assert Phrases([]).first("anything") == ""
