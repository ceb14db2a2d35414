"""Fit the weights by which a bare number takes up what was told before (reading/antecedents.py), on the open dispatches.

Usage: PYTHONPATH=src:eval python model/antecedents.py [--write]      Prints how many are right where each case is left out in its turn;
``--write`` puts the weights of all cases into reading/data/antecedents.yaml.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
from dispatch import Dispatch, Item, load, opened
from numpy.typing import NDArray
from scoring import bounds_the_same, counts_the_same, each_item, end_of

from truceline.evidence import Document, Figure, Text, dates
from truceline.reading import Reader, fates
from truceline.reading.antecedents import Antecedents, Candidate, Known
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src" / "truceline" / "reading" / "data" / "antecedents.yaml"
RIDGE, STEPS, RATE = 1.0, 300, 0.05
Seen = list[tuple[Sentence, Number, list[Candidate]]]
Array = NDArray[np.float64]


@dataclass
class Choice:
    """One bare number of the corpus: the traits of each candidate, and which of them count what gold says."""

    case: str
    traits: list[dict[str, float]]
    right: list[bool]


def choices() -> list[Choice]:
    """All bare numbers of the open dispatches that gold has a figure of."""
    reader, made = Reader(), []
    for path in opened():
        dispatch = load(path)
        seen = _seen(reader, dispatch)
        for _, item in each_item(dispatch):
            if item.kind == "figure":
                made += _of_item(dispatch, item, seen)
    return made


def _seen(reader: Reader, dispatch: Dispatch) -> Seen:
    """What the reader weighed while it read a dispatch."""
    seen = []
    weighed = Antecedents.best

    def best(self: Antecedents, s: Sentence, n: Number, known: Known) -> Candidate | None:
        seen.append((s, n, list(self.candidates(s, n, known).values())))
        return weighed(self, s, n, known)

    name, head = dispatch.path.stem + ".txt", dispatch.head
    document = Document(name, "0" * 64, head.get("outlet", ""), published=dates.parse(head["published"]))
    with patch.object(Antecedents, "best", best):
        reader.read(Text(name, dispatch.text, "txt/1"), document)
    return seen


def _of_item(dispatch: Dispatch, item: Item, seen: Seen) -> list[Choice]:
    want = (end_of(item.keys.get("lo")), end_of(item.keys.get("hi")))
    quote = dispatch.text[item.start : item.end]
    made = []
    for s, n, found in seen:
        read = Figure("", n.low, n.high, n.approximator, n.unit)
        if not item.start <= s.start[n.first] < item.end or not bounds_the_same(read, want, item):
            continue
        told = [fates.fated(c.thing.counts, fates.fate(s, n)) for c in found]
        right = [
            counts_the_same(replace(c.thing, counts=t), item.keys["counts"], quote)
            for c, t in zip(found, told, strict=True)
        ]
        made.append(Choice(dispatch.path.parent.name, [c.traits for c in found], right))
    return made[:1]


def fitted(over: Sequence[Choice], names: Sequence[str]) -> Array:
    """Weights that make a right candidate likely among all (conditional logit with a ridge), by Adam."""
    sets = [(_rows(c, names), np.array(c.right, float)) for c in over if any(c.right)]
    w, first, second = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = RIDGE * w
        for rows, right in sets:
            weight = rows @ w
            p = np.exp(weight - weight.max())
            p /= p.sum()
            slope = slope + rows.T @ (p - p * right / (p * right).sum())
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        w = w - RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return w


def _rows(choice: Choice, names: Sequence[str]) -> Array:
    return np.array([[t.get(name, 0.0) for name in names] for t in choice.traits])


def right(over: Sequence[Choice], names: Sequence[str], w: Array) -> int:
    """In how many the heaviest candidate is right."""
    return sum(c.right[int((_rows(c, names) @ w).argmax())] for c in over if c.traits)


def main() -> None:
    """Leave each case out, print, write."""
    over = choices()
    names = sorted({name for c in over for t in c.traits for name in t})
    cases = sorted({c.case for c in over})
    print(f"{len(over)} bare numbers, {sum(any(c.right) for c in over)} with a right candidate")
    out = [
        right([c for c in over if c.case == one], names, fitted([c for c in over if c.case != one], names))
        for one in cases
    ]
    w = fitted(over, names)
    print(f"right where the case was left out {sum(out)}, where not {right(over, names, w)}")
    print(
        *(f"{name}: {x:.2f}" for name, x in sorted(zip(names, w, strict=True), key=lambda p: -abs(p[1]))),
        sep="\n",
    )
    if "--write" in sys.argv:
        told = ", ".join(f'"{name}": {x:.2f}' for name, x in zip(names, w, strict=True) if abs(x) >= 0.005)
        text = re.sub(
            r"^weights: .*\Z", f"weights: {{{told}}}\n", DATA.read_text(), flags=re.MULTILINE | re.DOTALL
        )
        DATA.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
