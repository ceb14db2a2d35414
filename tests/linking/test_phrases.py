from truceline.linking.phrases import Phrases, words


def test_words_are_folded_without_apostrophes_and_accents():
    assert words("Na’im’s CAFÉ") == ("naims", "cafe")


def test_phrases_match_whole_words_only_and_nested_ones_are_all_found():
    known = Phrases(["bridge", "stone bridge", "ridge"])
    assert known.found("The stone bridge is open") == ("stone bridge", "bridge")


def test_no_phrases_find_nothing():
    assert not Phrases([])
    assert Phrases([]).first("anything") == ""
