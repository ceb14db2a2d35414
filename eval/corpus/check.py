"""Tell what does not fit in dispatches of the corpus. Usage: python eval/corpus/check.py FILE_OR_FOLDER..."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from dispatch import DispatchError, load
from slips import slips


def main() -> int:
    """Check each file; print what is wrong and the sums; 1 where anything is."""
    files = [
        f for a in sys.argv[1:] for f in (sorted(Path(a).rglob("*.disp")) if Path(a).is_dir() else [Path(a)])
    ]
    wrong, sums = 0, Counter[str]()
    for file in files:
        try:
            made = load(file)
        except DispatchError as error:
            print(error)
            wrong += 1
            continue
        found = [f"{file}: {slip}" for slip in slips(made)]
        print(*found, sep="\n", end="\n" if found else "")
        wrong += bool(found)
        items = [i for s in made.said for i in s.items]
        sums.update(
            dispatches=1,
            words=len(made.text.split()),
            attributions=len(made.said),
            assertions=len(items),
            dates=len(made.dates),
        )
        sums.update({"own voice": len(made.narrator), "figures": sum(i.kind == "figure" for i in items)})
    print(", ".join(f"{v} {k}" for k, v in sums.items()), f"; {wrong} files with an error", sep="")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
