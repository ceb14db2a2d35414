"""Paths through labels: what runs over all sentences at once is what each sentence gives alone, and what all paths sum up to."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from numpy.typing import NDArray

from truceline.reading.tagger import paths
from truceline.reading.tagger.packed import Packed

LENGTHS = [3, 1, 4, 2]
RANDOM = np.random.default_rng(3)
SCORES = RANDOM.normal(size=(sum(LENGTHS), 3)).astype("float32") * 2
FIRST = RANDOM.normal(size=3).astype("float32")
NEXT = RANDOM.normal(size=(3, 3)).astype("float32")


def every_path(scores: NDArray[np.float32]) -> dict[tuple[int, ...], float]:
    """The sum of each path, the slow way."""
    found = {}
    for path in product(range(3), repeat=len(scores)):
        total = FIRST[path[0]] + sum(scores[t, k] for t, k in enumerate(path))
        found[path] = float(total + sum(NEXT[a, b] for a, b in pairwise(path)))
    return found


@pytest.mark.parametrize("which", range(len(LENGTHS)))
def test_the_best_path_of_each_sentence_is_the_one_with_the_highest_sum(which: int) -> None:
    a = sum(LENGTHS[:which])
    b = a + LENGTHS[which]
    sums = every_path(SCORES[a:b])
    found = paths.best(SCORES, FIRST, NEXT, Packed(LENGTHS))
    assert tuple(found[a:b].tolist()) == max(sums, key=lambda p: sums[p])


@pytest.mark.parametrize("which", range(len(LENGTHS)))
def test_how_sure_a_label_is_counts_all_paths(which: int) -> None:
    a = sum(LENGTHS[:which])
    sums = every_path(SCORES[a : a + LENGTHS[which]])
    total = sum(np.exp(v) for v in sums.values())
    found = paths.sure(SCORES, FIRST, NEXT, Packed(LENGTHS))
    for t, label in product(range(LENGTHS[which]), range(3)):
        share = sum(np.exp(v) for path, v in sums.items() if path[t] == label) / total
        assert found[a + t, label] == pytest.approx(share, abs=1e-5)


def test_a_step_visits_only_the_sentences_that_are_long_enough() -> None:
    plan = Packed(LENGTHS)
    assert plan.active == [4, 3, 2, 1]
    assert plan.order.tolist() == [2, 0, 3, 1]
    assert plan.forward[1].tolist() == [5, 1, 9]
    assert plan.backward[0].tolist() == [7, 2, 9, 3]
