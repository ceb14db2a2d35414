"""The best path through the labels of each sentence (Viterbi), and how sure each label is over all paths (forward and backward)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from truceline.reading.tagger.packed import Packed

Floats = NDArray[np.float32]


def best(scores: Floats, first: Floats, following: Floats, plan: Packed) -> NDArray[np.int64]:
    """For each token the label on the path with the highest sum of ``scores`` (tokens, labels) and transitions."""
    at = first + scores[plan.forward[0]]
    backs = []
    for t in range(1, plan.steps):
        m = plan.active[t]
        paths = at[:m, :, None] + following
        back = paths.argmax(1)
        backs.append(back)
        at[:m] = np.take_along_axis(paths, back[:, None], 1)[:, 0] + scores[plan.forward[t]]
    found = np.empty(len(scores), "int64")
    now = at.argmax(1)
    for t in range(plan.steps - 1, -1, -1):
        m = plan.active[t]
        found[plan.forward[t]] = now[:m]
        if t:
            now[:m] = backs[t - 1][np.arange(m), now[:m]]
    return found


def sure(scores: Floats, first: Floats, following: Floats, plan: Packed) -> Floats:
    """The probability of each label at each token over all paths, (tokens, labels)."""
    weight = np.exp(scores - scores.max(1, keepdims=True)).astype("float64")
    step = np.exp(following.astype("float64"))
    forth, back = np.empty_like(weight), np.ones_like(weight)
    at = _scaled(np.exp(first.astype("float64")) * weight[plan.forward[0]])
    forth[plan.forward[0]] = at
    for t in range(1, plan.steps):
        here = plan.forward[t]
        at = _scaled((at[: len(here)] @ step) * weight[here])
        forth[here] = at
    for t in range(plan.steps - 1, 0, -1):
        here = plan.forward[t]
        back[here - 1] = _scaled((weight[here] * back[here]) @ step.T)
    return _scaled(forth * back).astype("float32")


def _scaled(x: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows that sum to one."""
    return np.asarray(x / x.sum(1, keepdims=True))
