"""Sentences of several lengths on top of each other: in which order their tokens are visited, without a padded cell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


class Packed:
    """``order`` are the sentences from the longest on; step ``t`` visits the first ``active[t]`` of them, whose tokens are
    ``forward[t]`` (the t-th from the start) and ``backward[t]`` (the t-th from the end), as rows of all tokens one after another.
    """

    def __init__(self, lengths: Sequence[int]) -> None:
        long = np.asarray(lengths, "int64")
        self.order: Ints = np.argsort(-long, kind="stable")
        self.lengths: Ints = long[self.order]
        firsts = (np.cumsum(long) - long)[self.order]
        self.steps = int(self.lengths[0])
        active = [int(a) for a in (self.lengths[None, :] > np.arange(self.steps)[:, None]).sum(1)]
        self.active = active
        self.forward: list[Ints] = [firsts[:m] + t for t, m in enumerate(active)]
        self.backward: list[Ints] = [firsts[:m] + self.lengths[:m] - 1 - t for t, m in enumerate(active)]
