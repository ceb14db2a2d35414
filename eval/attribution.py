"""Exact spans and relations of attributions: the rules, the tagger, and both united, on the corpus or on PolNeAR.

Usage: python eval/attribution.py [--tier bulk] [--weights FILE] [--polnear FILE.jsonl.gz | --cases CASE ...] [-v]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "model"))
from dispatch import load
from spans import PARTS, Attribution, add, f1, of_dispatch

from truceline.actors import Lexicon
from truceline.evidence import Span, Text
from truceline.reading import Reader, cues, unite
from truceline.reading.attributions import attributions
from truceline.reading.frames import Frame
from truceline.reading.passage import Read
from truceline.reading.proposals import frames
from truceline.reading.reader import TIERS
from truceline.reading.tagger import WEIGHTS, Tagger

CORPUS = Path(__file__).resolve().parent / "corpus"


def texts(args: argparse.Namespace) -> Iterator[tuple[str, list[Attribution]]]:
    """The texts with their gold."""
    if args.polnear:
        from prepare import rows

        yield from rows(args.polnear)
        return
    for path in sorted(CORPUS.glob("*/*.disp")):
        if not args.cases or path.parent.name in args.cases:
            dispatch = load(path)
            yield dispatch.text, of_dispatch(dispatch)


def found(reads: list[Read], made: Iterable[list[Frame]]) -> list[Attribution]:
    """The attributions of frames, in the scorer's shape."""
    for read, one in zip(reads, made, strict=True):
        read.frames = one
    pair = lambda s: (s.start, s.end)  # noqa: E731 - a name for one line
    return [
        Attribution(
            (pair(a.source),) if isinstance(a.source, Span) else (), (pair(a.cue),), tuple(map(pair, a.told))
        )
        for a in attributions(reads)
    ]


def main() -> None:
    """Read, count, print."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--tier", choices=TIERS, default="full")
    ask.add_argument("--weights", type=Path)
    ask.add_argument("--polnear", type=Path)
    ask.add_argument("--cases", nargs="*")
    args = ask.parse_args()
    reader, tagger = Reader(Lexicon.builtin(), args.tier), Tagger(args.weights or WEIGHTS[args.tier])
    counts: dict[str, Counter[str]] = {"rules": Counter(), "tagger": Counter(), "united": Counter()}
    for string, gold in texts(args):
        reads = reader.sentences(Text("", string, "txt/1"))
        ruled = [cues.find(r.sentence, r.heading) for r in reads]
        scored = tagger.propose([r.sentence for r in reads])
        tagged = [frames(r.sentence, [x.proposal for x in p]) for r, p in zip(reads, scored, strict=True)]
        add(counts["rules"], gold, found(reads, ruled))
        add(counts["tagger"], gold, found(reads, tagged))
        ruled = [cues.find(r.sentence, r.heading) for r in reads]
        scored = tagger.propose(
            [r.sentence for r in reads],
            [unite.hints(r.sentence, f) for r, f in zip(reads, ruled, strict=True)],
        )
        both = [unite.united(r.sentence, a, b) for r, a, b in zip(reads, ruled, scored, strict=True)]
        add(counts["united"], gold, found(reads, both))
    for name, c in counts.items():
        shown = [
            f"{p} {f1(c, p):.3f} (p {c[p + ' right'] / (c[p + ' found'] or 1):.2f} r {c[p + ' right'] / (c[p + ' gold'] or 1):.2f})"
            for p in ("statement", *PARTS, "relation")
        ]
        print(f"{name:7}", " · ".join(shown), f"of {c['relation gold']}")


if __name__ == "__main__":
    main()
