"""Items of a communique are the words of whoever stands above them."""

import pytest

from truceline.reading import listed, segments

COMMUNIQUE = """JOINT STATEMENT

The mediators met in the valley on Monday.

The heads of state:
- reaffirm that the ceasefire continues until the document is signed;
- demand that both sides open the road by 4 May;
- the next meeting: 9 May.

Mira Odell said she would study the text.
"""
RESOLUTION = """The Council,
Recalling its resolutions,
1. Welcomes the report of the mission;
2. Demands that Norland withdraw 40 guns;
"""


def told(read, text, cue):
    return [c for c in read(text) if c.cue.lower() == cue]


def test_a_verb_that_opens_an_item_is_theirs_who_stand_above_the_list(read):
    (demand,) = told(read, COMMUNIQUE, "demand")
    assert demand.speaker_text == "The heads of state"
    assert demand.text == "both sides open the road by 4 May"
    (claim,) = told(read, COMMUNIQUE, "reaffirm")
    assert claim.speaker_text == "The heads of state"


def test_numbered_items_and_recitals_of_a_resolution_are_its_authors(read):
    assert {c.speaker_text for c in told(read, RESOLUTION, "demands")} == {"The Council"}


def test_an_item_that_no_verb_of_speech_opens_stays_the_outlets(read):
    assert [c.speaker for c in read(COMMUNIQUE) if "next meeting" in c.text] == [None]


def test_who_speaks_behind_the_list_is_not_those_above_it(read):
    assert [c.speaker for c in read(COMMUNIQUE) if "study the text" in c.text] == ["Mira Odell"]


@pytest.mark.parametrize(
    "above",
    [
        "The mediators met on Monday.",
        "What the code asks:",
        "The parties agreed to the following:",
        "Monday",
        "The Brigades dismissed the",
    ],
)
def test_a_line_that_is_a_sentence_or_no_body_leads_no_list(above):
    text = f"{above}\n- demand that the road be opened;\n"
    assert listed.items(text, list(segments.paragraphs(text))) == {}


def test_the_list_ends_with_the_first_line_that_is_no_item():
    text = "The heads of state:\n- demand calm;\nRain fell.\n- demand calm;\n"
    assert [*listed.items(text, list(segments.paragraphs(text)))] == [1]


def test_an_item_and_its_number_are_told_once(read):
    text = "The Council,\n1. Demands that Norland withdraw 40 guns. Nobody spoke.\n2. Rain fell.\n"
    found = read(text)
    guns = text.index("40 guns")
    assert {c.speaker_text for c in found if c.start <= guns < c.end} == {"The Council"}
    assert not [c for c in found if c.text in ("1", "1.")]
    assert [c.speaker for c in found if "Nobody spoke" in c.text] == [None]


def test_a_paragraph_under_a_heading_that_opens_with_a_preposition_in_ing_is_not_the_headings(read):
    text = (
        "The political track\nRegarding the political track, Mira Odell said that the talks had gone well.\n"
    )
    assert {c.speaker for c in read(text) if c.speaker} == {"Mira Odell"}


def test_a_line_broken_in_front_of_a_number_tells_nothing_without_words(read):
    text = "The Brigades dismissed the\n1.  charge. “We are hungry, not mad,” their spokesman was quoted as saying by the Gazette."
    found = read(text)
    assert [c for c in found if "hungry" in c.text]
    assert all(c.text for c in found)
