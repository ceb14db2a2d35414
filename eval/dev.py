"""What comes after the attributions, measured on the corpus with gold attributions (``--gold``) or the reader's own.

Usage: python eval/dev.py [--gold] [--tier bulk] [-v WORD] [CASE...]      -v lists what is not right and holds WORD ("speaker", "figure", "all")
"""

from __future__ import annotations

import argparse
from pathlib import Path

from contents import table
from whole import PARTS, f1, measured

from truceline.reading.reader import TIERS, Reader

CORPUS = Path(__file__).resolve().parent / "corpus"
ROWS = (
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
)


def main() -> None:
    """Read, score, print."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--gold", action="store_true")
    ask.add_argument("--tier", choices=TIERS, default="full")
    ask.add_argument("-v", dest="show", default="")
    ask.add_argument("cases", nargs="*")
    args = ask.parse_args()
    files = [p for p in sorted(CORPUS.glob("*/*.disp")) if not args.cases or p.parent.name in args.cases]
    made = measured(files, Reader(tier=args.tier), args.gold)
    sheet = made.sheet
    print("F1      ", " ".join(f"{p} {f1(made.spans, p):.3f}" for p in PARTS))
    for name in ROWS:
        found = {k: v for k, v in sorted(sheet.counts.items()) if k.startswith(name + " ")}
        total = sum(found.values()) or 1
        print(f"{name:8}", ", ".join(f"{k.split()[1]} {v} ({v / total:.1%})" for k, v in found.items()))
    print(*table(sheet), sep="\n")
    if args.show:
        print(*(m for m in sheet.misses if args.show == "all" or args.show in m[:18]), sep="\n")


if __name__ == "__main__":
    main()
