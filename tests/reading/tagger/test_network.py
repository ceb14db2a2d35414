"""The networks: a sentence is tagged alike alone and beside others."""

from __future__ import annotations

import numpy as np

from truceline.evidence import Text
from truceline.reading import Reader
from truceline.reading.tagger import WEIGHTS, Tagger
from truceline.reading.tagger.features import tokens
from truceline.reading.tagger.network import Network
from truceline.reading.tagger.packed import Packed

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


def test_several_networks_give_the_mean_of_their_scores(reader: Reader) -> None:
    """Two members side by side against each of them alone, on the same tokens."""
    sentences = [r.sentence for r in reader.sentences(Text("a.txt", STRING, "txt/1"))]
    whole = Tagger()
    held, lengths = tokens(sentences, whole.labels), [len(s) for s in sentences]
    with np.load(WEIGHTS["full"]) as file:
        weights = {k[4:]: file[k][:2] for k in file.files if k.startswith("cue.")}
        senses = file["sense"].astype("float32")
    both = {k: np.concatenate([v[:1], v[:1] * 0.9]) if k != "std" else v[[0, 0]] for k, v in weights.items()}
    alone = [Network({k: v[m : m + 1] for k, v in both.items()}, senses, related=False) for m in (0, 1)]
    pair = Network(both, senses, related=False)
    plan = Packed(lengths)
    scored = [n._scores(np.maximum(n.base(held), 0), plan) for n in (*alone, pair)]
    assert not np.allclose(scored[0], scored[1], atol=1e-2)
    assert np.allclose((scored[0] + scored[1]) / 2, scored[2], atol=1e-3)
