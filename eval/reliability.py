"""Whether a doubt about the speaker tells something: the share of right names with and without one, by reason, on the corpus.

Each claim that is not the outlet's own is judged by the attribution that it shares most characters with, as scoring.py judges; one that
touches none is left out. Of names without a doubt it is also told how sure the tagger was. "Before" counts the tagger's own doubt as none.

Usage: python eval/reliability.py [--svg FILE] [CASE...]
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from math import sqrt
from pathlib import Path

from dispatch import Dispatch, Said, load
from renaming import Watching
from scoring import named_right

from truceline.evidence import Attribution, Claim, Document, Part, Text, dates
from truceline.reading.frames import Frame

CORPUS = Path(__file__).resolve().parent / "corpus"
TAGGER = "the tagger is not sure who speaks"
STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)


@dataclass(frozen=True)
class Judged:
    """A claim of which gold says who speaks: what became of its name (right, wrong, none), why it is doubtful, how sure the tagger was."""

    outcome: str
    reason: str
    sure: float


def judged(dispatch: Dispatch, claims: Iterable[Claim], frames: Mapping[int, Frame]) -> Iterator[Judged]:
    """The claims of one dispatch beside its gold; ``frames`` by the character at which their cue begins."""
    for claim in claims:
        said = _nearest(dispatch, claim) if claim.attribution is not Attribution.NARRATOR else None
        if said is None:
            continue
        outcome = "right" if named_right(dispatch, said, claim) else "wrong" if claim.speaker else "none"
        reason = next((d.reason for d in claim.doubt if d.part is Part.SPEAKER), "")
        frame = frames.get(claim.cue_span.start) if claim.cue_span is not None else None
        yield Judged(outcome, sort(reason), min(frame.sure[0], frame.origin.sure[1]) if frame else 1.0)


def _nearest(dispatch: Dispatch, claim: Claim) -> Said | None:
    """The attribution with which a claim shares most characters, at least half of its own."""

    def shared(said: Said) -> int:
        return sum(max(0, min(claim.end, b) - max(claim.start, a)) for a, b in said.told)

    best = max(dispatch.said, key=shared, default=None)
    return best if best is not None and 2 * shared(best) >= claim.end - claim.start else None


def sort(reason: str) -> str:
    """A reason without the names in it."""
    if reason.startswith("known by the description"):
        return "known by a description only"
    plain = re.sub(r"^'.*': |'[^']*'|(?<= )'.*'$", "", reason)
    return re.sub(r"[\s:,]+", " ", plain.replace("'", "")).strip()


def wilson(right: int, total: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    z, p = 1.96, right / total
    middle, half = p + z * z / (2 * total), z * sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    return (middle - half) / (1 + z * z / total), (middle + half) / (1 + z * z / total)


@dataclass(frozen=True)
class Line:
    """A group of claims with a name: how many are right, of how many, and how sure the tagger was of them on average (None: not asked)."""

    label: str
    right: int
    total: int
    stated: float | None = None


def lines(rows: Sequence[Judged]) -> Iterator[Line]:
    """All names without a doubt, with the tagger's doubt and with another, then by how sure the tagger was, then by reason."""
    named = [r for r in rows if r.outcome != "none"]
    yield _line("no doubt", [r for r in named if not r.reason])
    yield _line("a doubt", [r for r in named if r.reason])
    plain = [r for r in named if r.reason in ("", TAGGER)]
    for low, high in pairwise(STEPS):
        inside = [r for r in plain if low <= r.sure < high or high == r.sure == 1.0]
        if inside:
            yield _line(
                f"plain name, tagger {low:g} to {high:g}", inside, sum(r.sure for r in inside) / len(inside)
            )
    for reason, count in Counter(r.reason for r in named if r.reason).most_common():
        if count >= 5:
            yield _line(reason, [r for r in named if r.reason == reason])


def _line(label: str, rows: Sequence[Judged], stated: float | None = None) -> Line:
    return Line(label, sum(r.outcome == "right" for r in rows), len(rows), stated)


def undoubted(rows: Sequence[Judged], taken: frozenset[str]) -> tuple[int, int]:
    """How many wrong names carry no doubt (those of ``taken`` count as none), of how many wrong names."""
    wrong = [r for r in rows if r.outcome == "wrong"]
    return sum(r.reason in {"", *taken} for r in wrong), len(wrong)


LEFT, WIDE, HIGH, TOP = 300, 360, 22, 56


def svg(found: Sequence[Line]) -> str:
    """A dot for each share with its interval, a hollow one for what the tagger states."""

    def at(share: float) -> float:
        return LEFT + WIDE * share

    bottom = TOP + HIGH * len(found)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDE + 120}" height="{bottom + 30}" font-family="sans-serif" font-size="12">',
             "<title>Right names by doubt and reason</title>",
             '<text x="10" y="20">Share of right names on the corpus, with 95 % intervals</text>',
             '<text x="10" y="38" font-size="11">filled: measured; hollow: what the tagger states</text>']  # fmt: skip
    for tenth in range(0, 11, 2):
        x = at(tenth / 10)
        parts.append(
            f'<path d="M{x:.0f} {TOP - 8}V{bottom}" stroke="#ccc"/><text x="{x:.0f}" y="{bottom + 16}" text-anchor="middle">{tenth * 10} %</text>'
        )
    for k, line in enumerate(found):
        y, share, (low, high) = TOP + HIGH * k + 8, line.right / line.total, wilson(line.right, line.total)
        parts.append(
            f'<text x="10" y="{y + 4}">{escape(line.label)}</text><path d="M{at(low):.1f} {y}H{at(high):.1f}" stroke="#000"/>'
        )
        parts.append(
            f'<circle cx="{at(share):.1f}" cy="{y}" r="4"/><text x="{LEFT + WIDE + 12}" y="{y + 4}">{line.right} of {line.total}</text>'
        )
        if line.stated is not None:
            parts.append(f'<circle cx="{at(line.stated):.1f}" cy="{y}" r="4" fill="none" stroke="#000"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def read(paths: Iterable[Path]) -> Iterator[Judged]:
    """The judged claims of dispatches."""
    reader = Watching()
    for path in paths:
        dispatch = load(path)
        known = Document("a.txt", "0" * 64, outlet=dispatch.head.get("outlet", ""), published=dates.parse(dispatch.head["published"]))  # fmt: skip
        claims = reader.read(Text("a.txt", dispatch.text, "txt/1"), known)
        frames = {r.sentence.start[f.cue]: f for r in reader.reads for f in r.frames}
        yield from judged(dispatch, claims, frames)


def main() -> None:
    """Read, print, draw."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--svg", type=Path)
    ask.add_argument("cases", nargs="*")
    args = ask.parse_args()
    rows = list(
        read(p for p in sorted(CORPUS.glob("*/*.disp")) if not args.cases or p.parent.name in args.cases)
    )
    found = list(lines(rows))
    for one in found:
        stated = "" if one.stated is None else f"  (stated {one.stated:.1%})"
        print(f"{one.label:52} right {one.right:5} of {one.total:5}  {one.right / one.total:6.1%}{stated}")
    print(
        f"claims without a name: {sum(r.outcome == 'none' for r in rows)}, with a doubt {sum(r.outcome == 'none' and bool(r.reason) for r in rows)}"
    )
    for name, taken in (("before", frozenset({TAGGER})), ("now", frozenset[str]())):
        print("wrong names without a doubt, {}: {} of {}".format(name, *undoubted(rows, taken)))
    if args.svg:
        args.svg.write_text(svg(found), encoding="utf-8")


if __name__ == "__main__":
    main()
