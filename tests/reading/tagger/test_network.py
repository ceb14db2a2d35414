"""The networks: a sentence is tagged alike alone and beside others."""

from __future__ import annotations

import numpy as np

from truceline.evidence import Text
from truceline.reading import Reader
from truceline.reading.tagger import Tagger
from truceline.reading.tagger.features import tokens

STRING = """The council said on Monday that the crossing had been closed.

"We saw two trucks," a driver said.

Rain fell.
"""


def test_a_sentence_is_tagged_alike_alone_and_beside_others(reader: Reader) -> None:
    sentences = [r.sentence for r in reader.sentences(Text("a.txt", STRING, "txt/1"))]
    tagger = Tagger()
    together = tagger.propose(sentences)
    for s, found in zip(sentences, together, strict=True):
        alone = tagger.propose([s])[0]
        assert [f.proposal for f in alone] == [f.proposal for f in found]
        assert np.allclose([f.cue for f in alone], [f.cue for f in found], atol=1e-4)
    assert sum(map(len, together)) == 2


def test_heads_of_the_second_sentence_point_into_its_own_rows(reader: Reader) -> None:
    sentences = [r.sentence for r in reader.sentences(Text("a.txt", STRING, "txt/1"))]
    first = len(sentences[0])
    held = tokens(sentences, Tagger().labels)
    assert held.heads[first : first + len(sentences[1])].min() >= first
    assert len(held.flags) == sum(map(len, sentences))
