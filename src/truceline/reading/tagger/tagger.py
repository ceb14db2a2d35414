"""Sentences in, proposals of attributions out, each with how sure the networks are of its parts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from truceline.reading.frames import Proposal
from truceline.reading.sentence import Sentence
from truceline.reading.tagger.features import Labels, Tokens, relative, tokens
from truceline.reading.tagger.network import Network, Tagged

LONGEST = 160  # tokens; a longer "sentence" is a list or a table, and is left to the rules
POSSIBLE = 0.05  # a hinted cue that the network gives less is no cue
# Labels of the two networks: outside, then first and further token of each part.
CUE = (1, 2)
SOURCE, TOLD = (1, 2), (3, 4)
_HERE = Path(__file__).resolve().parent
WEIGHTS = {"full": _HERE / "weights.npz", "bulk": _HERE / "weights-bulk.npz"}


@dataclass(frozen=True, slots=True)
class Scored:
    """A proposal, and how sure the networks are of its cue, its source and what is told: probabilities of the least sure token."""

    proposal: Proposal
    cue: float
    source: float
    told: float


class Tagger:
    """Both networks with their labels. Raises OSError where the weights are not there."""

    def __init__(self, weights: Path = WEIGHTS["full"]) -> None:
        data = _loaded(weights)
        self.labels = Labels(
            *({str(w): i for i, w in enumerate(data[k]) if w} for k in ("tags", "deps", "words", "senses"))
        )
        self.version = str(data["version"])
        senses = data["sense"].astype("float32")
        self._cues = Network(
            {k[4:]: v for k, v in data.items() if k.startswith("cue.")}, senses, related=False
        )
        self._parts = Network(
            {k[5:]: v for k, v in data.items() if k.startswith("part.")}, senses, related=True
        )

    def propose(
        self, sentences: Sequence[Sentence], hints: Sequence[Sequence[tuple[int, int]]] = ()
    ) -> list[list[Scored]]:
        """The proposals of each sentence, in the order of their cues. ``hints`` are cues that somebody else found in each: one that
        the network holds for possible is asked for its parts as its own are.
        """
        found: list[list[Scored]] = [[] for _ in sentences]
        short = [i for i, s in enumerate(sentences) if 1 < len(s) <= LONGEST]
        if not short:
            return found
        held = tokens([sentences[i] for i in short], self.labels)
        lengths = [len(sentences[i]) for i in short]
        asked: list[tuple[int, tuple[int, int], float]] = []
        for i, (labels, sure) in zip(short, self._cues.tags(self._cues.base(held), lengths), strict=True):
            asked += [(i, *cue) for cue in _cues(labels, sure, hints[i] if hints else ())]
        if not asked:
            return found
        parts = self._asked(sentences, held, dict(zip(short, np.cumsum(lengths), strict=True)), asked)
        for (i, run, cue), (labels, sure) in zip(asked, parts, strict=True):
            found[i].append(_scored(run, cue, labels, sure))
        return found

    def _asked(
        self,
        sentences: Sequence[Sentence],
        held: Tokens,
        ends: Mapping[int, int],
        asked: Sequence[tuple[int, tuple[int, int], float]],
    ) -> Tagged:
        """What belongs to each cue; ``ends`` are the rows where each sentence ends in ``held``."""
        base = self._parts.base(held)
        lengths = [len(sentences[i]) for i, _, _ in asked]
        rows = np.concatenate(
            [np.arange(ends[i] - n, ends[i]) for (i, _, _), n in zip(asked, lengths, strict=True)]
        )
        ways = np.concatenate([relative(sentences[i], run, self.labels) for i, run, _ in asked])
        return self._parts.tags(base[rows], lengths, ways)


def _cues(
    labels: Sequence[int], sure: Any, hints: Sequence[tuple[int, int]]
) -> list[tuple[tuple[int, int], float]]:
    """The network's cues and the hinted ones beside them, each with its probability."""
    found = [(run, float(_least(sure, run, CUE))) for run in runs(labels, *CUE)]
    for hint in hints:
        if not any(a <= hint[1] and hint[0] <= b for (a, b), _ in found):
            likely = float(sure[hint[0] : hint[1] + 1, list(CUE)].sum(1).max())
            found += [(hint, likely)] if likely >= POSSIBLE else []
    return sorted(found)


def _scored(run: tuple[int, int], cue: float, labels: Sequence[int], sure: Any) -> Scored:
    sources, told = runs(labels, *SOURCE), tuple(runs(labels, *TOLD))
    source = max(sources, key=lambda r: _least(sure, r, SOURCE), default=None)
    named = _least(sure, source, SOURCE) if source else 1 - sure[:, list(SOURCE)].sum(1).max()
    least = min((float(_least(sure, r, TOLD)) for r in told), default=0.0)
    return Scored(Proposal(run, source, told), cue, float(named), least)


def runs(labels: Sequence[int], first: int, further: int) -> list[tuple[int, int]]:
    """The stretches of a part, inclusive; one that starts with a further token counts too."""
    found: list[tuple[int, int]] = []
    for k, label in enumerate(labels):
        if label == first or label == further and not (found and found[-1][1] == k - 1):
            found.append((k, k))
        elif label == further:
            found[-1] = (found[-1][0], k)
    return found


def _least(sure: Any, run: tuple[int, int], labels: tuple[int, int]) -> Any:
    return sure[run[0] : run[1] + 1, list(labels)].sum(1).min()


@cache
def _loaded(weights: Path) -> dict[str, Any]:
    with np.load(weights, allow_pickle=False) as held:
        return {name: held[name] for name in held.files}


def fingerprint(weights: Path = WEIGHTS["full"]) -> str:
    """Eight hex digits of the weights, for the reader's version: other weights are another reader."""
    return hashlib.sha256(weights.read_bytes()).hexdigest()[:8]
