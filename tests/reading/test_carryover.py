"""What runs on from the speaker before, and what is the outlet's own."""

import pytest

from truceline.evidence import Attribution


@pytest.mark.parametrize(
    "text",
    [
        "Odell said the road was mined. A board of inquiry would meet by Monday.",
        "Odell said the road was mined. Some 60 boats had laid the mines.",
    ],
)
def test_reported_speech_runs_on(read, text):
    claim = read(text)[-1]
    assert (claim.speaker, claim.attribution) == ("Mira Odell", Attribution.IMPLICIT)
    assert claim.doubt


@pytest.mark.parametrize(
    "text",
    [
        "Odell said the road was mined. But the boats would not stop.",
        "Odell said the road was mined. However, the boats should stop.",
        "Odell said the road was mined. The boats left on Monday.",
        "Odell said the road was mined. Norland had not answered by Monday.",
    ],
)
def test_the_outlet_takes_the_word_back(read, text):
    assert read(text)[-1].attribution is Attribution.NARRATOR


def test_whose_view_a_sentence_opens_with_is_not_whoever_spoke_before(read):
    text = "Odell said the road was mined. To Ervin Tasko, speaking an hour later, the town had given up."
    assert {c.speaker for c in read(text) if c.text.startswith("To Ervin")} == {None}


def test_a_quotation_that_other_words_open_is_not_carried_over(read):
    text = (
        "The host said that 40 had gone home.\n"
        'A diplomat with long service in the region: "A corridor? Nobody wrote that word. They wrote roads."'
    )
    assert {c.speaker for c in read(text) if c.text in ("Nobody wrote that word", "They wrote roads")} == {
        None
    }


def test_a_quotation_is_not_carried_over_a_paragraph_that_tells_of_somebody_else_first(read):
    text = (
        "The Karu Front demands a new road.\nAn engineer who knows the road received us late. The neutral ground was far. "
        '"First the road, a real one. Then chairs. Then tables."'
    )
    assert {c.speaker for c in read(text) if c.text.startswith(("First", "Then"))} == {None}
