"""A small recurrent network in numpy: one layer each way over the tokens of a sentence, and the best path through its labels.

Trained with model/train.py; the order of gates is that of PyTorch's LSTM (input, forget, cell, output).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from truceline.reading.tagger.features import Tokens, padded

Floats = NDArray[np.float32]
_BATCH = 48  # sentences of about one length at a time


class Network:
    """``weights`` by the names that model/train.py gives them, ``senses`` a vector for each known word; ``related``: whether it sees
    each token's way to a cue.
    """

    def __init__(self, weights: Mapping[str, Floats], senses: Floats, related: bool) -> None:
        self.w = {name: np.asarray(w, "float32") for name, w in weights.items()}
        self.senses, self.related = senses, related

    def tags(
        self, sentences: Sequence[Tokens], ways: Sequence[NDArray[np.int64]] = ()
    ) -> list[tuple[list[int], Floats]]:
        """For each sentence the best label of each token, and how sure the network is of each label, (n, labels)."""
        found: list[tuple[list[int], Floats] | None] = [None] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].tags))
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            lengths = [len(sentences[i].tags) for i in batch]
            scores = self._scores(
                [sentences[i] for i in batch], [ways[i] for i in batch] if ways else [], lengths
            )
            for i, row, n in zip(batch, scores, lengths, strict=True):
                found[i] = (self._best(row[:n]), self._sure(row[:n]))
        return [f for f in found if f is not None]

    def _scores(
        self, rows: Sequence[Tokens], ways: Sequence[NDArray[np.int64]], lengths: list[int]
    ) -> Floats:
        longest, w = max(lengths), self.w
        vectors = padded([(r.vectors - w["mean"]) / w["std"] for r in rows], longest)
        heads = padded([r.heads for r in rows], longest).astype("int64")
        tags, deps = (
            padded([getattr(r, k) for r in rows], longest).astype("int64") for k in ("tags", "deps")
        )
        words = padded([r.words for r in rows], longest).astype("int64")
        up = np.arange(len(rows))[:, None], heads
        parts = [
            vectors,
            vectors[up],
            w["tag"][tags],
            w["dep"][deps],
            w["head_tag"][tags[up]],
            w["head_dep"][deps[up]],
        ]
        parts += [padded([r.flags for r in rows], longest), w["word"][words]]
        parts += [self.senses[padded([r.senses for r in rows], longest).astype("int64")]]
        if self.related:
            way = padded(ways, longest).astype("int64")
            names = ("distance", "rise", "fall", "branch", "side")
            parts += [w[name][way[..., k]] for k, name in enumerate(names)]
        x = np.maximum(np.concatenate(parts, -1) @ w["in"] + w["in_bias"], 0)
        return np.asarray(np.concatenate([x, self._recurrent(x, lengths)], -1) @ w["out"] + w["out_bias"])

    def _recurrent(self, x: Floats, lengths: list[int]) -> Floats:
        """Both directions at once: the second reads each sentence from its own last token."""
        w, (count, longest, _) = self.w, x.shape
        place = np.arange(longest)[None, :]
        last = np.array(lengths)[:, None]
        back = np.where(place < last, last - 1 - place, place)
        rows = np.arange(count)[:, None]
        gates = np.stack([x @ w["input"][0], x[rows, back] @ w["input"][1]]) + w["bias"][:, None, None, :]
        size = w["hidden"].shape[1]
        h = c = np.zeros((2, count, size), "float32")
        found = np.empty((2, count, longest, size), "float32")
        for t in range(longest):
            gate = gates[:, :, t] + h @ w["hidden"]
            sigmoid = 1 / (1 + np.exp(-gate))
            c = sigmoid[..., size : 2 * size] * c + sigmoid[..., :size] * np.tanh(
                gate[..., 2 * size : 3 * size]
            )
            h = sigmoid[..., 3 * size :] * np.tanh(c)
            found[:, :, t] = h
        return np.concatenate([found[0], found[1][rows, back]], -1)

    def _best(self, scores: Floats) -> list[int]:
        """The path of labels with the highest sum of scores and transitions (Viterbi)."""
        at, backs = self.w["first"] + scores[0], []
        for row in scores[1:]:
            paths = at[:, None] + self.w["next"]
            backs.append(paths.argmax(0))
            at = paths.max(0) + row
        path = [int(at.argmax())]
        for back in reversed(backs):
            path.append(int(back[path[-1]]))
        return path[::-1]

    def _sure(self, scores: Floats) -> Floats:
        """The probability of each label at each token over all paths (forward and backward sums)."""
        forth, back = np.empty_like(scores), np.zeros_like(scores)
        forth[0] = self.w["first"] + scores[0]
        for t in range(1, len(scores)):
            forth[t] = _summed(forth[t - 1][:, None] + self.w["next"], 0) + scores[t]
        for t in range(len(scores) - 2, -1, -1):
            back[t] = _summed(self.w["next"] + (scores[t + 1] + back[t + 1])[None, :], 1)
        both = forth + back
        return np.asarray(np.exp(both - _summed(both, 1)[:, None]))


def _summed(x: Floats, axis: int) -> Floats:
    """The logarithm of summed exponentials."""
    top = x.max(axis, keepdims=True)
    return np.asarray(np.log(np.exp(x - top).sum(axis)) + top.squeeze(axis))
