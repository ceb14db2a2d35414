"""``make eval``: read every text that has gold, print counts and shares, and fail below the floors in floors.yaml.

Usage: python eval/run.py [-v]     -v lists every item that is not right
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from measure import Score, load, score
from whole import measured

from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.evidence import Claim, Document, digest
from truceline.files import sidecar
from truceline.reading import Reader, extract

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "gaza-2025"
SHARED = HERE.parent.parent / "shared"
SETS = {
    "example, first hand": (HERE / "gold" / "gaza-2025-dev.jsonl", EXAMPLE / "sources", True),
    "example, held out": (HERE / "gold" / "gaza-2025-held-out.jsonl", EXAMPLE / "sources", True),
    "seed articles": (SHARED / "gold" / "claims.jsonl", SHARED / "seeds", False),
}


def read(
    texts: Path, names: set[str], reader: Reader, *, sidecars: bool
) -> tuple[dict[str, list[Claim]], int]:
    """The claims of each file, and how many have a span that does not give their text."""
    claims, broken = {}, 0
    for name in sorted(names):
        data = (texts / name).read_bytes()
        text = extract(data, name)
        known = sidecar.read(texts / name) if sidecars else {}
        claims[name] = reader.read(text, Document(path=name, sha256=digest(data), **known))
        broken += sum(text.string[c.start : c.end] != c.text for c in claims[name])
    return claims, broken


def figures(made: Score, broken: int) -> dict[str, float]:
    """The shares that floors are set on."""
    told = ("right", "wrong name", "unresolved", "missed")
    voice = ("narrator kept", "narrator mistaken")
    return {
        "found": 1 - made.share("missed", *told),
        "right": made.share("right", *told),
        "wrong": made.share("wrong name", *told),
        "narrator": made.share("narrator mistaken", *voice),
        "figures": made.share("figure right", "figure right", "figure missed"),
        "relay": made.share("relay right", "relay right", "relay differs"),
        "basis": made.share("basis right", "basis right", "basis differs"),
        "base": made.share("base right", "base right", "base differs"),
        "side": made.share("side right", "side right", "side differs"),
        "broken": broken,
    }


def say(title: str, made: Score, shares: dict[str, float]) -> None:
    """Print one set, in counts and percentages."""
    c = made.counts
    told = c["right"] + c["wrong name"] + c["unresolved"] + c["missed"]
    print(f"{title}")
    print(
        f"  statements {told}: found {told - c['missed']} ({shares['found']:.0%}), right name {c['right']} ({shares['right']:.0%}), "
        f"wrong name {c['wrong name']} ({shares['wrong']:.1%}), unresolved {c['unresolved']}, missed {c['missed']}"
    )
    print(
        f"  figures right {c['figure right']} of {c['figure right'] + c['figure missed']}, basis {shares['basis']:.0%}, "
        f"base {shares['base']:.0%}, side {shares['side']:.0%}; relay {shares['relay']:.0%}; "
        f"outlet's own voice mistaken {c['narrator mistaken']} of {c['narrator kept'] + c['narrator mistaken']}; "
        f"spans that do not match {shares['broken']:.0f}"
    )


def below(shares: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What is worse than its floor (for wrong, narrator and broken: above its ceiling)."""
    ceilings = {"wrong", "narrator", "broken", "speaker_wrong", "speaker_unresolved", "speaker_missed"}
    return [
        f"{name}: {shares[name]:.3f}, {'at most' if name in ceilings else 'at least'} {bound}"
        for name, bound in floors.items()
        if (shares[name] > bound if name in ceilings else shares[name] < bound)
    ]


def corpus(floors: dict[str, float]) -> list[str]:
    """Our own dispatches, on which the tagger is trained: floors against falling back, no measure of unseen texts."""
    made = measured(sorted((HERE / "corpus").glob("*/*.disp")))
    shares = made.figures()
    print("corpus, trained on")
    print("  " + ", ".join(f"{name.replace('_', ' ')} {value:.1%}" for name, value in shares.items()))
    return [f"corpus: {b}" for b in below(shares, floors)]


def main() -> int:
    """Score every set that is present; 1 where one falls below its floors."""
    floors = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))
    builtin = Lexicon.builtin()
    fallen = []
    for title, (gold, texts, own) in SETS.items():
        if not gold.is_file():
            print(f"{title}: not here, skipped")
            continue
        reader = Reader(builtin.merged(load_actors(EXAMPLE / "actors.yaml")) if own else builtin)
        items = load(gold)
        claims, broken = read(texts, {str(i["file"]) for i in items}, reader, sidecars=own)
        made = score(items, claims)
        shares = figures(made, broken)
        say(title, made, shares)
        if "-v" in sys.argv:
            print(*(f"    {m}" for m in made.misses), sep="\n")
        fallen += [f"{title}: {b}" for b in below(shares, floors.get(title, {}))]
    fallen += corpus(floors.get("corpus", {}))
    print(*(f"below its floor: {f}" for f in fallen), sep="\n")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
