"""Small recurrent networks in numpy: one layer each way over the tokens of a sentence, and the best path through its labels.

Trained with model/train.py; the order of gates is that of PyTorch's LSTM (input, forget, cell, output). Several networks trained from
other seeds stand side by side as one wide one, and the mean of their scores decides. All sentences of a call run together, without
padding (packed.py); each embedding is multiplied with its rows of the input layer once, when the network is made.
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
_TABLES = ("tag", "dep", "head_tag", "head_dep")
_WAYS = ("distance", "rise", "fall", "branch", "side")
_BATCH = 12_000  # tokens at a time, so that memory does not grow with a text


class Network:
    """``weights`` by the names that model/train.py gives them, each with a row a member; ``senses`` a vector for each known word;
    ``related``: whether it sees each token's way to a cue.
    """

    def __init__(self, weights: Mapping[str, Floats], senses: Floats, related: bool) -> None:
        w = {name: np.asarray(x, "float32") for name, x in weights.items()}
        self.senses, self.next, self.first = senses, w["next"].mean(0), w["first"].mean(0)
        self.members = len(w["in"])
        made = [_rows({k: x[m] for k, x in w.items()}, senses, related) for m in range(self.members)]
        self._vectors = np.concatenate([r[k] for k in (0, 1) for r in made], 1)
        self._bias = np.concatenate(
            [b - mean @ (r[0] + r[1]) for b, mean, r in zip(w["in_bias"], w["mean"], made, strict=True)]
        )
        side = [np.concatenate([r[k] for r in made], 1) for k in range(2, len(made[0]))]
        self._labels = dict(zip(_TABLES, side, strict=False))
        self._flags, self._words, self._sense, *self._ways = side[len(_TABLES) :]
        self._cells(w)
        self._out, self._out_bias = w["out"] / self.members, w["out_bias"].mean(0)

    def _cells(self, w: Mapping[str, Floats]) -> None:
        """The recurrent layers of all members, those that read forward first; gates in the order input, forget, output, cell, the first
        three halved: a sigmoid is then a tanh.
        """
        size = w["hidden"].shape[2]
        order = np.r_[0 : 2 * size, 3 * size : 4 * size, 2 * size : 3 * size]
        half = np.where(np.arange(4 * size) < 3 * size, 0.5, 1).astype("float32")
        self._input, hidden, self._gate_bias = (w[k][..., order] * half for k in ("input", "hidden", "bias"))
        self._hidden = np.concatenate([hidden[:, 0], hidden[:, 1]])

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
        scores = self._scores(x, plan)
        labels = paths.best(scores, self.first, self.next, plan).tolist()
        sure = paths.sure(scores, self.first, self.next, plan)
        ends = np.cumsum(lengths).tolist()
        return [(labels[b - n : b], sure[b - n : b]) for b, n in zip(ends, lengths, strict=True)]

    def _scores(self, x: Floats, plan: Packed) -> Floats:
        """The mean of what the members give each label of each token, (tokens, labels)."""
        own = np.split(x, self.members, 1)
        heard = self._recurrent(own, plan)
        ways = zip(own, heard[: self.members], heard[self.members :], self._out, strict=True)
        return np.asarray(sum((np.concatenate(parts, 1) @ out for *parts, out in ways), self._out_bias))

    def _recurrent(self, own: Sequence[Floats], plan: Packed) -> Floats:
        """All members and both directions at once, (2 members, tokens, cells): the second half reads each sentence from its last token."""
        lanes = [(m, k) for k in (0, 1) for m in range(self.members)]
        places = [np.concatenate(plan.forward), np.concatenate(plan.backward)]
        size = self._hidden.shape[1]
        packed = np.stack([(own[m] @ self._input[m, k] + self._gate_bias[m, k])[places[k]] for m, k in lanes])
        made = np.empty((len(lanes), len(own[0]), size), "float32")
        h = c = np.zeros((len(lanes), plan.active[0], size), "float32")
        row = 0
        for m in plan.active:
            gate = np.tanh(packed[:, row : row + m] + h[:, :m] @ self._hidden)
            held = gate[..., : 3 * size] * 0.5 + 0.5
            c = held[..., size : 2 * size] * c[:, :m] + held[..., :size] * gate[..., 3 * size :]
            h = held[..., 2 * size :] * np.tanh(c)
            made[:, row : row + m] = h
            row += m
        found = np.empty_like(made)
        for lane, (_, k) in enumerate(lanes):
            found[lane, places[k]] = made[lane]
        return found


def _rows(w: Mapping[str, Floats], senses: Floats, related: bool) -> list[Floats]:
    """The rows of one member's input layer, with each table of embeddings multiplied in: own vector, that of the head, tables by the
    order of _TABLES, flags, words, senses, and ways where it has them.
    """
    wide = w["mean"].size
    sizes = [wide, wide, *(w[k].shape[1] for k in _TABLES), FLAGS, w["word"].shape[1], senses.shape[1]]
    sizes += [w[k].shape[1] for k in _WAYS] if related else []
    rows = np.split(w["in"], np.cumsum(sizes)[:-1])
    scale = 1 / w["std"][:, None]
    tables = [w[k] @ r for k, r in zip(_TABLES, rows[2:6], strict=True)]
    ways = [w[k] @ r for k, r in zip(_WAYS, rows[9:], strict=False)]
    return [rows[0] * scale, rows[1] * scale, *tables, rows[6], w["word"] @ rows[7], rows[8], *ways]
