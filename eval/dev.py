"""What comes after the attributions, measured on the corpus with gold attributions (``--gold``) or the reader's own.

Usage: python eval/dev.py [--gold] [-v WORD] [CASE...]      -v lists what is not right and holds WORD ("speaker", "figure", "all")
"""

from __future__ import annotations

import argparse
from pathlib import Path

from contents import score_contents, table
from dispatch import load
from oracle import Oracle
from scoring import Sheet, score

from truceline.evidence import Document, Text, dates
from truceline.reading import Reader

CORPUS = Path(__file__).resolve().parent / "corpus"


def main() -> None:
    """Read, score, print."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--gold", action="store_true")
    ask.add_argument("-v", dest="show", default="")
    ask.add_argument("cases", nargs="*")
    args = ask.parse_args()
    sheet, reader = Sheet(), Reader()
    oracle: Oracle | None = None
    for path in sorted(CORPUS.glob("*/*.disp")):
        if args.cases and path.parent.name not in args.cases:
            continue
        dispatch = load(path)
        if args.gold:
            oracle = oracle or Oracle(dispatch)
            oracle.said = dispatch.said
        document = Document(
            path=path.stem + ".txt",
            sha256="0" * 64,
            outlet=dispatch.head.get("outlet", ""),
            published=dates.parse(dispatch.head["published"]),
        )
        claims = (oracle or reader).read(Text(path.stem + ".txt", dispatch.text, "txt/1"), document)
        score(sheet, dispatch, claims)
        score_contents(sheet, dispatch, claims)
    for name in (
        "speaker",
        "relay",
        "chain",
        "bounds",
        "basis",
        "counts",
        "figure",
        "figures",
        "base",
        "asof",
        "per",
        "side",
        "counter",
        "about",
        "stance",
        "voice",
        "date",
    ):
        found = {k: v for k, v in sorted(sheet.counts.items()) if k.startswith(name + " ")}
        total = sum(found.values()) or 1
        print(f"{name:8}", ", ".join(f"{k.split()[1]} {v} ({v / total:.1%})" for k, v in found.items()))
    print(*table(sheet), sep="\n")
    if args.show:
        print(*(m for m in sheet.misses if args.show == "all" or args.show in m[:18]), sep="\n")


if __name__ == "__main__":
    main()
