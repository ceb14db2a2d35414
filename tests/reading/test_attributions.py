"""Attributions as characters: source, cue and told pieces in the borders of the guidelines."""

from __future__ import annotations

import pytest

from truceline.evidence import Text
from truceline.reading.attributions import attributions


@pytest.fixture
def spans(reader):
    def found(string: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
        return [
            (a.source.of(string) if a.source else None, a.cue.of(string), tuple(t.of(string) for t in a.told))
            for a in attributions(reader.sentences(Text("a.txt", string, "txt/1")))
        ]

    return found


def test_that_belongs_to_what_is_told_and_the_full_stop_does_not(spans):
    assert spans("Odell said that the road was open.") == [("Odell", "said", ("that the road was open",))]


def test_quotation_marks_and_the_comma_within_belong_to_what_is_told(spans):
    assert spans("“The road is open,” Odell said.") == [("Odell", "said", ("“The road is open,”",))]


def test_a_quotation_over_two_sentences_is_told_to_its_end(spans):
    ((_, _, told),) = spans("Odell said: “The road is open. Nobody is on it.”")
    assert told[-1].endswith("Nobody is on it.”")


def test_a_second_cue_of_the_same_speaker_names_no_source_of_its_own(spans):
    found = spans("Odell said the road was open, adding that it was empty.")
    assert [(a[0], a[1]) for a in found] == [("Odell", "said"), (None, "adding")]
