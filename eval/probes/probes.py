"""Read the probes: short texts of our own that were written before the rules of a round, so that they tell how unseen texts fare.

Usage: python eval/probes/probes.py [-v]     -v lists each text that is not right, and how
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from truceline.evidence import Claim, Document, Figure, Position, Text, dates
from truceline.reading import Reader

HERE = Path(__file__).resolve().parent


def figures(reader: Reader, texts: Sequence[dict[str, object]]) -> Iterator[tuple[bool, str]]:
    """For each figure wanted whether the reader has it, and a line that says what it had."""
    for number, one in enumerate(texts):
        body = str(one["text"])
        claims = read(reader, f"probe-{number}.txt", body)
        found = [c.payload for c in claims if isinstance(c.payload, Figure)]
        for want in one["want"]:  # type: ignore[attr-defined]
            told = [(f.low, f.high, f.counts, f.basis.value, f.side) for f in found]
            yield any(_same(f, want) for f in found), f"{body} {want} / {told}"


def read(reader: Reader, name: str, body: str) -> Sequence[Claim]:
    """The claims of a text, published on the day that its dateline gives if it has one."""
    dateline = re.match(r"ORLIN, (4 May 2023) - ", body)
    day = dates.parse("2023-05-04" if dateline else "unknown")
    document = Document(path=name, sha256="0" * 64, outlet="Orlin Post", published=day)
    return reader.read(Text(name, body, "txt/1"), document)


def sides(reader: Reader, texts: Sequence[dict[str, object]]) -> Iterator[tuple[bool, str]]:
    """For each figure whose acts the text tells (a fifth word of what is wanted) whether the reader has whose they are."""
    for number, one in enumerate(texts):
        body = str(one["text"])
        wanted = [w for w in one["want"] if len(w) > 4]  # type: ignore[attr-defined]
        claims = read(reader, f"side-{number}.txt", body) if wanted else ()
        found = [c.payload for c in claims if isinstance(c.payload, Figure)]
        for want in wanted:
            told = [(f.low, f.side) for f in found]
            right = any(_near(f.low, want[0]) and want[4] in f.side.lower() for f in found)
            yield right, f"{body} {want} / {told}"


def _same(figure: Figure, want: Sequence[object]) -> bool:
    low, high, counts, basis, *_ = [*want, ""]
    bounds = _near(figure.low, low) and _near(figure.high, high)
    said = f"{figure.counts} {figure.unit}".lower()
    named = any(word.rstrip("s") in said for word in str(counts).split("/"))
    return bounds and named and basis in ("", figure.basis.value)


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
    for name, found in families(reader):
        for right, line in found:
            counts[name] += 1
            counts[f"{name} right"] += right
            missed += [] if right else [f"{name:16} {line}"]
    return counts, missed


def families(reader: Reader) -> Iterator[tuple[str, Iterator[tuple[bool, str]]]]:
    """Each family of probes by its name, with what is right in it."""
    for head, file in (("figures", "figures"), ("wire", "figures_wire")):
        for name, texts in held(file).items():
            yield f"{head} {name}", figures(reader, texts)
    wire = [one for texts in held("figures_wire").values() for one in texts]
    yield "wire sides", sides(reader, wire)
    for name, sentences in held("stances").items():
        yield f"stances {name}", stances(reader, sentences, name)


def held(file: str) -> dict[str, list[Any]]:
    """The families of one file."""
    made: dict[str, list[Any]] = yaml.safe_load((HERE / f"{file}.yaml").read_text(encoding="utf-8"))
    return made


def main() -> None:
    """Print a line for each family."""
    counts, missed = measured(Reader())
    for name in [n for n in counts if not n.endswith(" right")]:
        print(f"{name:26} {counts[name + ' right']} of {counts[name]}")
    if "-v" in sys.argv:
        print(*missed, sep="\n")


if __name__ == "__main__":
    main()
