"""Names of persons where they are counted: told, where two or more stand in a row and are no bodies."""

from truceline.actors import Actor, Lexicon
from truceline.agreement.check.persons import names

LEXICON = Lexicon([Actor("ministry", "Health Ministry"), Actor("envoy", "Ada Ashgrove", person=True)])


def test_persons_in_a_row_are_seen():
    assert names("returned: Ada Ashgrove, Ben al-Birch and Cleo Cedar", LEXICON) == (
        "Ada Ashgrove",
        "Ben al-Birch",
        "Cleo Cedar",
    )


def test_bodies_and_plain_words_are_none():
    assert names("20 released, as the Health Ministry and others say", LEXICON) == ()
