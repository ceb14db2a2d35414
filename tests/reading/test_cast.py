"""Whom a text names."""

import pytest

from truceline.reading.cast import gender, initials, same, stem


@pytest.mark.parametrize(
    ("word", "pronoun"),
    [("spokeswoman", "she"), ("mr", "he"), ("chairman", "he"), ("german", ""), ("envoy", "")],
)
def test_titles_and_nouns_show_a_gender_or_nothing(word, pronoun):
    assert gender(word) == pronoun


def test_an_office_has_several_nouns():
    assert same("spokeswoman") == same("spokesperson") != same("minister")


def test_an_abbreviation_is_made_of_the_capitals():
    assert initials("Kestrel Strait Observer Mission") == "KSOM"


def test_an_adjective_meets_its_name():
    assert stem("Karsavian") == stem("Karsavia’s")
