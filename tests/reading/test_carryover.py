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
