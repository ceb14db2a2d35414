"""A small recurrent network in numpy: one layer each way over the tokens of a sentence, and the best path through its labels.

Trained with model/train.py; the order of gates is that of PyTorch's LSTM (input, forget, cell, output). All sentences of a call run
together, without padding (packed.py); each embedding is multiplied with its rows of the input layer once, when the network is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from truceline.reading.tagger import paths
from truceline.reading.tagger.features import FLAGS, Tokens
from truceline.reading.tagger.packed import Packed

Floats = NDArray[np.float32]
Tagged = list[tuple[list[int], Floats]]
_WAYS = ("distance", "rise", "fall", "branch", "side")
_BATCH = 12_000  # tokens at a time, so that memory does not grow with a text


class Network:
    """``weights`` by the names that model/train.py gives them, ``senses`` a vector for each known word; ``related``: whether it sees
    each token's way to a cue.
    """

    def __init__(self, weights: Mapping[str, Floats], senses: Floats, related: bool) -> None:
        w = {name: np.asarray(x, "float32") for name, x in weights.items()}
        self.senses, self.next, self.first = senses, w["next"], w["first"]
        wide = w["mean"].size
        sizes = [wide, wide, *(w[k].shape[1] for k in ("tag", "dep", "head_tag", "head_dep"))]
        sizes += [FLAGS, w["word"].shape[1], senses.shape[1]]
        sizes += [w[k].shape[1] for k in _WAYS] if related else []
        rows = np.split(w["in"], np.cumsum(sizes)[:-1])
        own, above = (r / w["std"][:, None] for r in rows[:2])
        self._vectors, self._bias = np.concatenate([own, above], 1), w["in_bias"] - w["mean"] @ (own + above)
        names = ("tag", "dep", "head_tag", "head_dep")
        self._labels = {k: w[k] @ r for k, r in zip(names, rows[2:6], strict=True)}
        self._flags, self._words, self._sense = rows[6], w["word"] @ rows[7], rows[8]
        self._ways = [w[k] @ r for k, r in zip(_WAYS, rows[9:], strict=False)]
        self._cells(w)
        self._out, self._out_bias = w["out"], w["out_bias"]

    def _cells(self, w: Mapping[str, Floats]) -> None:
        """The recurrent layers, gates in the order input, forget, output, cell, the first three halved: a sigmoid is then a tanh."""
        size = w["hidden"].shape[1]
        order = np.r_[0 : 2 * size, 3 * size : 4 * size, 2 * size : 3 * size]
        half = np.where(np.arange(4 * size) < 3 * size, 0.5, 1).astype("float32")
        self._input, self._hidden = w["input"][..., order] * half, w["hidden"][..., order] * half
        self._gate_bias = w["bias"][:, order] * half

    def base(self, tokens: Tokens) -> Floats:
        """What the input layer makes of all tokens, before the way to a cue is added: (tokens, hidden)."""
        table = self._labels
        both = tokens.vectors @ self._vectors
        size = both.shape[1] // 2
        above = both[:, size:] + table["head_tag"][tokens.tags] + table["head_dep"][tokens.deps]
        x = both[:, :size] + above[tokens.heads] + table["tag"][tokens.tags] + table["dep"][tokens.deps]
        x += tokens.flags @ self._flags + self._words[tokens.words] + self._bias
        x += self.senses[tokens.senses] @ self._sense
        return np.asarray(x)

    def tags(self, base: Floats, lengths: Sequence[int], ways: NDArray[np.int64] | None = None) -> Tagged:
        """For each sentence the best label of each token, and how sure the network is of each label, (n, labels). ``base`` and ``ways``
        are those of all tokens, sentence after sentence.
        """
        found: Tagged = []
        first = row = 0
        while first < len(lengths):
            end, size = first, 0
            while end < len(lengths) and (size == 0 or size + lengths[end] <= _BATCH):
                size, end = size + lengths[end], end + 1
            here = slice(row, row + size)
            found += self._tagged(base[here], lengths[first:end], None if ways is None else ways[here])
            first, row = end, row + size
        return found

    def _tagged(self, x: Floats, lengths: Sequence[int], ways: NDArray[np.int64] | None) -> Tagged:
        if ways is not None:
            x = x + sum(table[ways[:, k]] for k, table in enumerate(self._ways))
        x = np.maximum(x, 0)
        plan = Packed(lengths)
        scores = np.concatenate([x, self._recurrent(x, plan)], 1) @ self._out + self._out_bias
        labels = paths.best(scores, self.first, self.next, plan).tolist()
        sure = paths.sure(scores, self.first, self.next, plan)
        ends = np.cumsum(lengths).tolist()
        return [(labels[b - n : b], sure[b - n : b]) for b, n in zip(ends, lengths, strict=True)]

    def _recurrent(self, x: Floats, plan: Packed) -> Floats:
        """Both directions at once: the second reads each sentence from its own last token."""
        size = self._hidden.shape[1]
        gates = [x @ self._input[k] + self._gate_bias[k] for k in (0, 1)]
        places = [np.concatenate(plan.forward), np.concatenate(plan.backward)]
        packed = np.stack([g[p] for g, p in zip(gates, places, strict=True)])
        made = np.empty((2, len(x), size), "float32")
        h = c = np.zeros((2, plan.active[0], size), "float32")
        row = 0
        for m in plan.active:
            gate = np.tanh(packed[:, row : row + m] + h[:, :m] @ self._hidden)
            held = gate[..., : 3 * size] * 0.5 + 0.5
            c = held[..., size : 2 * size] * c[:, :m] + held[..., :size] * gate[..., 3 * size :]
            h = held[..., 2 * size :] * np.tanh(c)
            made[:, row : row + m] = h
            row += m
        found = np.empty((len(x), 2 * size), "float32")
        found[places[0], :size], found[places[1], size:] = made[0], made[1]
        return found
