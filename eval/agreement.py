"""How far two annotations of the same dispatches agree: exact spans, speakers, bounds of figures, stances, dates.

Usage: python eval/agreement.py [FOLDER] [--corpus CORPUS]     FOLDER (eval/second) holds the second annotation, each file
named ``<case>__<dispatch>.disp``
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dispatch import Dispatch, Item, Said, load
from measure import name_words
from spans import PARTS, add, f1, of_dispatch

HERE = Path(__file__).resolve().parent
Fact = tuple[object, ...]


def pairs(corpus: Path, folder: Path) -> Iterator[tuple[Dispatch, Dispatch]]:
    """The dispatch of the corpus and its second annotation; without those whose text has changed since."""
    for path in sorted(folder.glob("*.disp")):
        case, _, name = path.name.partition("__")
        first, second = load(corpus / case / name), load(path)
        if first.text == second.text:
            yield first, second
        else:
            print(f"left out: {case}/{name}, whose text was changed after the second annotation")


def bounds(dispatch: Dispatch) -> Counter[Fact]:
    """The bounds of the figures that somebody is quoted with."""
    items = (i for s in dispatch.said for i in s.items if i.kind == "figure")
    return Counter(tuple(float(i.keys[k]) if k in i.keys else None for k in ("lo", "hi")) for i in items)


def met(first: Dispatch, second: Dispatch) -> Iterator[tuple[Said, Said]]:
    """The attributions of both whose told pieces overlap most."""
    for one in first.said:
        best = max(second.said, key=lambda other: shared(one, other), default=None)
        if best is not None and shared(one, best):
            yield one, best


def shared(one: Said, other: Said) -> int:
    """How many characters both mark as told."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one.told for c, d in other.told)


def tally(counts: Counter[str], first: Dispatch, second: Dispatch) -> None:
    """Add one pair of annotations."""
    add(counts, of_dispatch(first), of_dispatch(second))
    multiset(counts, "figure", bounds(first), bounds(second))
    multiset(counts, "date", Counter(first.dates), Counter(second.dates))
    for one, other in met(first, second):
        same = bool(name_words(one.keys["speaker"]) & name_words(other.keys["speaker"]))
        counts["speaker same" if same else "speaker other"] += 1
        counts["class same" if one.kind == other.kind else "class other"] += 1
    counts.update("kind same" if same else "kind other" for same in kinds(first, second))
    for mine, yours in stances(first, second):
        counts["position other" if "none" in (mine, yours) else "position same"] += 1
        if "none" not in (mine, yours):
            counts["stance same" if mine == yours else "stance other"] += 1


def kinds(first: Dispatch, second: Dispatch) -> Iterator[bool]:
    """For each assertion of the first whether one of the second over the same words has its kind."""
    theirs = [i for s in second.said for i in s.items]
    for item in (i for s in first.said for i in s.items):
        near = [o for o in theirs if o.start < item.end and item.start < o.end]
        if near:
            yield any(o.kind == item.kind for o in near)


def stances(first: Dispatch, second: Dispatch) -> Iterator[tuple[str, str]]:
    """The stances of positions that overlap; "none" where only one of the two has a position there."""
    mine, yours = positions(first), positions(second)
    for here, there in ((mine, yours), (yours, mine)):
        for item in here:
            near = [o for o in there if o.start < item.end and item.start < o.end]
            if near and here is mine:
                yield item.keys["stance"], near[0].keys["stance"]
            elif not near:
                yield item.keys["stance"], "none"


def positions(dispatch: Dispatch) -> list[Item]:
    """The positions that somebody is quoted with."""
    return [i for s in dispatch.said for i in s.items if i.kind == "position"]


def multiset(counts: Counter[str], name: str, first: Counter[Fact], second: Counter[Fact]) -> None:
    """Count what both hold, and what each holds."""
    counts.update(
        {
            f"{name} right": (first & second).total(),
            f"{name} gold": first.total(),
            f"{name} found": second.total(),
        }
    )


def main() -> None:
    """Compare."""
    ask = argparse.ArgumentParser(description="Agreement of two annotations.")
    ask.add_argument("folder", type=Path, nargs="?", default=HERE / "second")
    ask.add_argument("--corpus", type=Path, default=HERE / "corpus")
    args = ask.parse_args()
    counts: Counter[str] = Counter()
    for first, second in pairs(args.corpus, args.folder):
        tally(counts, first, second)
    show(counts)


def show(counts: Counter[str]) -> None:
    """A line for each thing compared."""
    for name in (*PARTS, "relation", "figure", "date"):
        print(
            f"{name:9} F1 {f1(counts, name):.3f}  (both {counts[name + ' right']}, first {counts[name + ' gold']}, second {counts[name + ' found']})"
        )
    for name in ("speaker", "class", "kind", "position", "stance"):
        total = counts[f"{name} same"] + counts[f"{name} other"]
        print(
            f"{name:9} same {counts[f'{name} same']} of {total} ({counts[f'{name} same'] / max(total, 1):.1%})"
        )


if __name__ == "__main__":
    main()
