"""Read the probes: short texts of our own that were written before the rules of a round, so that they tell how unseen texts fare.

Usage: python eval/probes/probes.py [-v]     -v lists each text that is not right, and how
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

from truceline.evidence import Claim, Figure, Position, Text
from truceline.reading import Reader

HERE = Path(__file__).resolve().parent


def figures(reader: Reader, texts: Sequence[dict[str, object]]) -> Iterator[tuple[bool, str]]:
    """For each figure wanted whether the reader has it, and a line that says what it had."""
    for number, one in enumerate(texts):
        body = str(one["text"])
        claims = reader.read(Text(f"probe-{number}.txt", body, "txt/1"))
        found = [c.payload for c in claims if isinstance(c.payload, Figure)]
        for want in one["want"]:  # type: ignore[attr-defined]
            told = [(f.low, f.high, f.counts, f.basis.value) for f in found]
            yield any(_same(f, want) for f in found), f"{body} {want} / {told}"


def _same(figure: Figure, want: Sequence[object]) -> bool:
    low, high, counts, *basis = want
    bounds = _near(figure.low, low) and _near(figure.high, high)
    said = f"{figure.counts} {figure.unit}".lower()
    named = any(word.rstrip("s") in said for word in str(counts).split("/"))
    return bounds and named and (not basis or figure.basis.value == basis[0])


def _near(got: float | None, want: object) -> bool:
    if got is None or want is None:
        return got is want
    return abs(got - float(str(want))) < 1


def stances(reader: Reader, sentences: Sequence[str], stance: str) -> Iterator[tuple[bool, str]]:
    """For each sentence whether the reader has its stance; "none" asks for no position at all."""
    for number, one in enumerate(sentences):
        found = told(reader, one, number)
        right = stance in found if stance != "none" else not found
        yield right, f"{one} {stance} / {found}"


def told(reader: Reader, sentence: str, number: int = 0) -> list[str]:
    """The stances of the positions in one sentence."""
    claims: Sequence[Claim] = reader.read(Text(f"stance-{number}.txt", sentence, "txt/1"))
    return [c.payload.stance.value for c in claims if isinstance(c.payload, Position)]


def measured(reader: Reader) -> tuple[Counter[str], list[str]]:
    """Right and all of each family, and the lines of what is not right."""
    counts: Counter[str] = Counter()
    missed = []
    for name, texts in yaml.safe_load((HERE / "figures.yaml").read_text(encoding="utf-8")).items():
        for right, line in figures(reader, texts):
            counts[f"figures {name}"] += 1
            counts[f"figures {name} right"] += right
            missed += [] if right else [line]
    for name, sentences in yaml.safe_load((HERE / "stances.yaml").read_text(encoding="utf-8")).items():
        for right, line in stances(reader, sentences, name):
            counts[f"stances {name}"] += 1
            counts[f"stances {name} right"] += right
            missed += [] if right else [line]
    return counts, missed


def main() -> None:
    """Print a line for each family."""
    counts, missed = measured(Reader())
    for name in [n for n in counts if not n.endswith(" right")]:
        print(f"{name:26} {counts[name + ' right']} of {counts[name]}")
    if "-v" in sys.argv:
        print(*missed, sep="\n")


if __name__ == "__main__":
    main()
