"""Verbs that speak with other words only."""

from __future__ import annotations

import pytest

from truceline.evidence import Text
from truceline.reading import idioms


@pytest.fixture
def sentence(reader):
    return lambda string: reader.sentences(Text("a.txt", string, "txt/1"))[0].sentence


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Odell let it be known that the road was shut.", "the road was shut."),
        ("Odell made clear that the road was shut.", "the road was shut."),
        ("Odell has it that the road was shut.", "the road was shut."),
        ("Odell issued a stern warning that the road was shut.", "the road was shut."),
        ("The ministry took the view that the road was shut.", "the road was shut."),
        ("The road was shut, the officer let us know.", "The road was shut,"),
    ],
)
def test_an_idiom_tells_what_stands_behind_or_before_it(sentence, text, content):
    s = sentence(text)
    (frame,) = idioms.find(s)
    assert s.words(*frame.content[0]) == content


@pytest.mark.parametrize(
    "text",
    [
        "Odell let the convoy pass.",
        "The Banner had it from a stringer: the road was shut.",
        "The road made a point of the map.",
        "“They count, we shoot back,” Odell said.",
    ],
)
def test_the_verb_without_its_words_or_without_a_speaker_is_none(sentence, text):
    assert idioms.find(sentence(text)) == []
