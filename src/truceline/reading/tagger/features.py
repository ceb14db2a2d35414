"""What the tagger sees of a token: the parser's vector, its labels, a word number, what the word lists say, its way to a cue.

A masked name shows its stand-in here as everywhere in the reader, so no party's name changes a tag.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.vocabulary import verb_forms

_LISTS = ("say", "stance", "accuse", "count", "document", "comment", "passive", "carry")
FLAGS = len(_LISTS) + 8
FAR = 30  # tokens; a cue farther off is told no closer
RISE, FALL = 8, 6  # steps in the parse, counted to here
_OPENERS = frozenset({"that", "according", "by", "as"})


@dataclass(frozen=True, slots=True)
class Labels:
    """The numbers of tags, relations and words that the networks were trained with; 0 and 1 stand for what they never saw.

    ``senses`` numbers the rows of a table of word vectors (model/senses.py), so that a verb never seen in training is like its kin.
    """

    tags: dict[str, int]
    deps: dict[str, int]
    words: dict[str, int]
    senses: dict[str, int]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The ``n`` tokens of one sentence or of several in a row: ``vectors`` (n, 96), ``tags``, ``deps``, ``heads`` (rows of these same
    arrays), ``words``, ``senses`` (n), ``flags`` (n, FLAGS).
    """

    vectors: NDArray[np.float32]
    tags: NDArray[np.int64]
    deps: NDArray[np.int64]
    heads: NDArray[np.int64]
    words: NDArray[np.int64]
    senses: NDArray[np.int64]
    flags: NDArray[np.float32]


@cache
def _bits() -> dict[str, int]:
    """For each word that a flag looks at the bits of its flags: the lists of cues.yaml first, then the signs and openers."""
    found: dict[str, int] = {}
    for bit, name in enumerate(_LISTS):
        for form in verb_forms("cues", name):
            found[form] = found.get(form, 0) | 1 << bit
    first = len(_LISTS)
    for bit, several in ((first + 1, QUOTES), (first + 2, {","}), (first + 7, _OPENERS)):
        for word in several:
            found[word] = found.get(word, 0) | 1 << bit
    return found


def _flags(several: Sequence[Sentence], lengths: NDArray[np.int64]) -> NDArray[np.float32]:
    """Flags of each token: its word's, and whether it is quoted, masked, a name by its tag, first, last."""
    bits = _bits()
    found = np.array([bits.get(w, 0) for s in several for w in s.low], "int64")
    flags = (found[:, None] >> np.arange(FLAGS) & 1).astype("float32")
    first, ends = len(_LISTS), np.cumsum(lengths)
    flags[:, first] = [q > 0 for s in several for q in s.quoted]
    flags[:, first + 3] = [bool(n) for s in several for n in s.name]
    flags[:, first + 4] = [t.startswith("NNP") for s in several for t in s.tag]
    flags[ends - lengths, first + 5] = 1
    flags[ends - 1, first + 6] = 1
    return flags


def tokens(several: Sequence[Sentence], labels: Labels) -> Tokens:
    """The features of sentences that do not depend on a cue, one sentence after the other."""
    lengths = np.array([len(s) for s in several])
    firsts = np.cumsum(lengths) - lengths
    tags, deps, known, senses = labels.tags, labels.deps, labels.words, labels.senses
    return Tokens(
        np.concatenate([s.vectors for s in several if s.vectors is not None]),
        np.array([tags.get(t, 0) for s in several for t in s.tag]),
        np.array([deps.get(d, 0) for s in several for d in s.dep]),
        np.concatenate([np.array(s.head) + first for s, first in zip(several, firsts, strict=True)]),
        np.array([known.get(w, 1) for s in several for w in s.low]),
        np.array([senses.get(w, 0) for s in several for w in s.low]),
        _flags(several, lengths),
    )


def relative(s: Sentence, cue: tuple[int, int], labels: Labels) -> NDArray[np.int64]:
    """Each token's way to a cue, (n, 5): distance in tokens, steps up to the nearest token above that is also above the cue, steps
    from the cue up to that one, the relation of the branch that the token hangs in, and the branch's side.
    """
    a, b = cue
    at = next((k for k in range(a, b + 1) if not a <= s.head[k] <= b or s.head[k] == k), a)
    above: dict[int, int] = {}
    while at not in above:
        above[at] = len(above)
        at = s.head[at]
    rows: list[tuple[int, int, int, int] | None] = [None] * len(s)
    for i in s.top_down:
        parent = s.head[i]
        if i in above:
            rows[i] = (1, 1 + min(above[i], FALL), 0, 0)
        elif (row := rows[parent]) is not None and parent != i:
            branch = (labels.deps.get(s.dep[i], 0), 1 if parent < i else 2) if row[0] == 1 else row[2:]
            rows[i] = (min(row[0] + 1, 1 + RISE), row[1], *branch)
    found = np.zeros((len(s), 5), "int64")
    for i, way in enumerate(rows):
        found[i, 1:] = way or (0, 0, 0, 0)
    place = np.arange(len(s))
    found[:, 0] = np.clip(np.where(place < a, place - a, np.where(place > b, place - b, 0)), -FAR, FAR) + FAR
    return found
