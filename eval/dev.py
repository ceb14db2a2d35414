"""What comes after the attributions, measured on the corpus with gold attributions (``--gold``) or the reader's own.

Usage: python eval/dev.py [--hard | --many | --news] [--gold] [--tier bulk] [-v WORD] [CASE...]      -v lists what is not right and holds WORD ("speaker", "figure", "all");
--hard reads the open half of the fourth hand (fourth/README.md) in place of the corpus, --many the open cases of many hands (fifth/README.md),
--news those that are as thin in speech as news (sixth/README.md)
"""

from __future__ import annotations

import argparse
from pathlib import Path

from contents import table
from whole import ROWS, lines, measured

from truceline.reading.reader import TIERS, Reader

HERE = Path(__file__).resolve().parent
CORPUS, HARD, MANY, NEWS = (HERE / name for name in ("corpus", "fourth", "fifth", "sixth"))
DETAILS = ("figures", "base", "asof", "per", "side", "counter", "about")


def main() -> None:
    """Read, score, print."""
    ask = argparse.ArgumentParser()
    ask.set_defaults(texts=CORPUS)
    which = ask.add_mutually_exclusive_group()
    which.add_argument("--hard", dest="texts", action="store_const", const=HARD)
    which.add_argument("--many", dest="texts", action="store_const", const=MANY)
    which.add_argument("--news", dest="texts", action="store_const", const=NEWS)
    ask.add_argument("--gold", action="store_true")
    ask.add_argument("--tier", choices=TIERS, default="full")
    ask.add_argument("-v", dest="show", default="")
    ask.add_argument("cases", nargs="*")
    args = ask.parse_args()
    files = [p for p in sorted(args.texts.glob("*/*.disp")) if not args.cases or p.parent.name in args.cases]
    made = measured(files, Reader(tier=args.tier), args.gold)
    sheet = made.sheet
    print(*lines(made, (*ROWS, *DETAILS)), sep="\n")
    print(*table(sheet), sep="\n")
    if args.show:
        print(*(m for m in sheet.misses if args.show == "all" or args.show in m[:18]), sep="\n")


if __name__ == "__main__":
    main()
