"""Damaged texts through the reader: no crash, no span that does not match, bounded time for each.

Every input has a number, and is made from the seed and that number alone, so that one that fails can be made again.
Usage: python eval/mutate.py [N] [--jobs J] [--seed WORD] [--only NUMBER]      prints counts and each fault; exit code 1 where one was found
"""

from __future__ import annotations

import os

os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # small products: threads of two readers would wait for each other

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from dispatch import load
from mutations import KINDS, lengthened

from truceline.evidence import Claim, Document, Text, dates
from truceline.evidence.lines import line, parse
from truceline.reading import Reader

CORPUS = Path(__file__).resolve().parent / "corpus"
SEED = "truceline"
LONG = 1000  # one input in so many is long,
LONGEST = 25_000  # and one in so many has a megabyte in one sentence
BASE, PER_CHARACTER = 5.0, 0.001  # seconds of the processor
GENERATED = (
    "Anna Berg said on 3 May that more than 410 people had been killed since the ceasefire.",
    "“We reject it,” he told Reuters. “They must withdraw,” he added.",
    "According to the ministry, cited by AFP, 12 of 20 posts were empty.",
    "",
    "a",
    ".",
    "\n\n",
)


@dataclass(slots=True)
class Tally:
    """Counts of inputs by kind of damage, of claims, and what failed: number of the input and why."""

    inputs: int = 0
    characters: int = 0
    claims: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, str]] = field(default_factory=list)
    slowest: tuple[float, int, int] = (0.0, 0, 0)  # seconds, number, characters

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.inputs + other.inputs,
            self.characters + other.characters,
            self.claims + other.claims,
            self.kinds + other.kinds,
            self.faults + other.faults,
            max(self.slowest, other.slowest),
        )


@cache
def originals() -> Sequence[str]:
    """Lines of the corpus that are short enough to be read in a moment, and made ones."""
    lines = [part for path in sorted(CORPUS.glob("*/*.disp")) for part in load(path).text.splitlines()]
    return (*(part for part in lines if 20 < len(part) <= 240), *GENERATED)


def damaged(number: int, seed: str = SEED) -> tuple[str, list[str]]:
    """The input of a number, and the kinds of damage done to it."""
    rng = Random(f"{seed}/{number}")  # noqa: S311 - no secret hangs on it
    text = rng.choice(originals())
    if rng.random() < 0.15:
        text += rng.choice((" ", "\n")) + rng.choice(originals())
    kinds = rng.choices(list(KINDS), k=rng.choice((1, 1, 1, 2, 2, 3)))
    for kind in kinds:
        text = KINDS[kind](rng, text)
    if number % LONGEST == LONGEST - 1:
        return lengthened(rng, text, 1_000_000), [*kinds, "megabyte"]
    if number % LONG == LONG - 1:
        return lengthened(rng, text, rng.randint(2_000, 40_000)), [*kinds, "long"]
    return text, kinds


def faults(text: str, claims: Sequence[Claim]) -> Iterator[str]:
    """What is wrong with the claims of a text: spans, cues, ids, and lines that do not come back as they went."""
    for claim in claims:
        if not claim.text or text[claim.start : claim.end] != claim.text:
            yield f"span {claim.start}-{claim.end} is not {claim.text!r}"
        for name, span, words in (
            ("cue", claim.cue_span, claim.cue),
            ("speaker", claim.speaker_span, claim.speaker_text),
        ):
            if span is not None and not 0 <= span.start < span.end <= len(text):
                yield f"{name} span {span} is not in the text"
            elif span is not None and " ".join(span.of(text).split()) != words:
                yield f"{name} span {span.of(text)!r} is not {words!r}"
        sent = json.dumps(line(claim), allow_nan=False).encode()
        if line(parse(json.loads(sent))) != line(claim):
            yield f"the line of {claim.text!r} does not come back as it went"
    if len({c.id for c in claims}) != len(claims):
        yield "two claims have one id"


def tried(reader: Reader, text: str) -> tuple[list[str], int, float]:
    """The faults of one input, the number of its claims and the seconds of the processor."""
    known = Document("a.txt", "0" * 64, outlet="Meridian Post", published=dates.parse("2025-12-24"))
    start = time.process_time()
    try:
        claims = reader.read(Text("a.txt", text, "txt/1"), known)
        seconds = time.process_time() - start
        found = list(faults(text, claims))
    except Exception:  # noqa: BLE001 - whatever it is, it is the fault that is looked for
        return [traceback.format_exc(limit=-3)], 0, time.process_time() - start
    if seconds > BASE + PER_CHARACTER * len(text):
        found.append(f"took {seconds:.1f} s for {len(text)} characters")
    return found, len(claims), seconds


def run(numbers: Sequence[int], seed: str = SEED) -> Tally:
    """Read the inputs of these numbers."""
    reader, made = Reader(), Tally()
    tried(reader, GENERATED[0])
    for number in numbers:
        text, kinds = damaged(number, seed)
        found, claims, seconds = tried(reader, text)
        made.inputs += 1
        made.characters += len(text)
        made.claims += claims
        made.kinds.update(kinds)
        made.faults += [(number, fault) for fault in found]
        made.slowest = max(made.slowest, (seconds, number, len(text)))
    return made


def main() -> int:
    """Make, read, print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("n", nargs="?", type=int, default=1000)
    ask.add_argument("--jobs", type=int, default=1)
    ask.add_argument("--seed", default=SEED)
    ask.add_argument("--only", type=int)
    args = ask.parse_args()
    if args.only is not None:
        print(repr(damaged(args.only, args.seed)[0])[:5000])
    numbers = range(args.n) if args.only is None else [args.only]
    parts = [numbers[at : at + 500] for at in range(0, len(numbers), 500)]
    made = Tally()
    with ProcessPoolExecutor(args.jobs) as pool:
        for done in pool.map(run, parts, [args.seed] * len(parts)):
            made = made + done
            print(*(f"{n}: {f}" for n, f in done.faults), sep="\n", end="\n" if done.faults else "")
            print(f"\r{made.inputs} of {len(numbers)}, faults {len(made.faults)}", file=sys.stderr, end="")
    print(file=sys.stderr)
    seconds, number, size = made.slowest
    print(
        f"inputs {made.inputs} ({made.characters} characters), claims {made.claims}, faults {len(made.faults)}"
    )
    print(f"slowest: number {number}, {seconds:.1f} s of the processor for {size} characters")
    print("kinds:", ", ".join(f"{k} {v}" for k, v in sorted(made.kinds.items())))
    return 1 if made.faults else 0


if __name__ == "__main__":
    sys.exit(main())
