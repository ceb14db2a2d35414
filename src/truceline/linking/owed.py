"""Whether a statement says what is owed, agreed or planned, and not what is: by words that directly govern it.

"400 to 600 trucks a day had been agreed, and the opening of Rafah" tells of no truck and of no opening. The words may stand
outside the claim's span, so the whole sentence is read; what they govern ends at another verb or another clause, so that
"the terms require 600, but 113 enter" makes the 600 owed and the 113 not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from truceline.evidence import Claim, Figure, Kind, State
from truceline.files import yaml
from truceline.linking.phrases import Run, starts, words

WHY = "says what is owed, not what is"
DATA = Path(__file__).parent / "data" / "owed.yaml"
_MARKS = re.compile(r"(?<!\d)[,](?!\d)|[;:()\n]|,(?=\s)|\s[-\u2013\u2014]\s|[.!?](?=\s|$)")
_JOINS = frozenset({"and", "or", "plus", "including", "along", "both"})
_SAYING = frozenset({"said", "says", "wrote", "noted", "added", "reported"})
_VERBAL = frozenset({"to", "on", "that", "with", "upon"})
_KINDS = frozenset({Kind.FIGURE, Kind.STATE, Kind.STATEMENT, Kind.STEP})
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary; see the head of ``data/owed.yaml``."""

    before: tuple[Run, ...]
    after: tuple[Run, ...]
    beside: frozenset[str]
    counted: tuple[frozenset[str], ...]
    not_after: frozenset[str]
    bars: frozenset[str]
    wishes: tuple[Run, ...]
    open: frozenset[str]
    parts: frozenset[str]


@cache
def vocabulary() -> Words:
    """The vocabulary that ships with Truceline."""
    root = yaml.load(DATA)
    told = {key: root[key].texts() for key in Words.__dataclass_fields__}
    runs = {
        key: tuple(words(phrase) for phrase in told[key]) for key in ("before", "after", "wishes", "counted")
    }
    plain = {key: frozenset(told[key]) for key in ("beside", "not_after", "bars", "open", "parts")}
    return Words(
        before=runs["before"],
        after=runs["after"],
        wishes=runs["wishes"],
        counted=tuple(frozenset(run) for run in runs["counted"]),
        **plain,
    )


def owed(claim: Claim, sentence: str = "") -> bool:
    """Whether the claim, read in its sentence, says what is owed; only figures, states, steps and plain statements can."""
    if claim.kind not in _KINDS:
        return False
    if isinstance(claim.payload, Figure) and counts_owed(claim.payload):
        return True
    parts, place, anchor = _placed(claim, sentence)
    return place is not None and (_governed(parts[place][1], anchor) or _shared(parts, place))


def anchored(claim: Claim, sentence: str = "") -> tuple[Run, range]:
    """The words of the part of the sentence in which the claim's number or state word stands, and where in it.

    The last word of the part before is kept in front, so that "all but 24" is seen whole.
    """
    parts, place, anchor = _placed(claim, sentence)
    if place is None:
        return (), range(0)
    last = parts[place - 1][1][-1:] if place else ()
    return last + parts[place][1], range(anchor.start + len(last), anchor.stop + len(last))


def _placed(claim: Claim, sentence: str) -> tuple[tuple[tuple[int, Run], ...], int | None, range]:
    around = sentence if claim.text and claim.text in sentence else claim.text
    parts = tuple(_parts(around))
    return parts, *_anchor(claim, around, max(around.find(claim.text), 0), parts)


def counts_owed(figure: Figure) -> bool:
    """Whether what the figure counts is named as owed ("trucks required")."""
    said = frozenset(words(f"{figure.counts} {figure.unit}"))
    return any(phrase <= said for phrase in vocabulary().counted)


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(vocabulary().parts))})\b", re.IGNORECASE)


def _parts(text: str) -> Iterator[tuple[int, Run]]:
    """The parts of a sentence with where they start: cut at commas and at the words that begin another clause."""
    cuts = [0, *(m.end() for m in _MARKS.finditer(text))]
    cuts += [m.start() for m in _opens().finditer(text)]
    edges = sorted({*cuts, len(text)})
    for start, end in pairwise(edges):
        if run := words(text[start:end]):
            yield start, run


def _anchor(
    claim: Claim, around: str, start: int, parts: tuple[tuple[int, Run], ...]
) -> tuple[int | None, range]:
    """The part in which the number or the state word stands, and where in it; the first words of the claim where neither does."""
    at, length = start, 1
    for number in _NUMBER.finditer(around, start) if isinstance(claim.payload, Figure) else ():
        if float(number[0].replace(",", "")) in (claim.payload.low, claim.payload.high):  # type: ignore[union-attr]
            at, length = number.start(), len(words(number[0]))
            break
    if isinstance(claim.payload, State) and claim.payload.value:
        stem = claim.payload.value.split()[0]
        found = re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE).search(around, start)
        at = found.start() if found and found.start() < start + len(claim.text) else at
    place = max((n for n, (begin, _) in enumerate(parts) if begin <= at), default=None)
    if place is None:
        return None, range(0)
    first = min(len(words(around[parts[place][0] : at])), len(parts[place][1]) - 1)
    return place, range(first, first + length)


def _governed(run: Run, anchor: range) -> bool:
    """Whether words of the list govern what stands at ``anchor``, with no other verb or clause between."""
    known = vocabulary()
    first, last = anchor.start, anchor.stop
    near = [n for n in (first - 1, last, last + 1) if 0 <= n < len(run)]
    if any(run[n] in known.beside and _adjective(run, n, anchor) for n in near):
        return True
    behind = (n for p in known.after for n in starts(run, p) if n >= first and _own(run, n))
    if any(not _barred(run[last:n]) for n in behind):
        return True
    return any(_reaches(p, run[n + len(p) : first]) for p in known.before for n in starts(run[:first], p))


def _reaches(phrase: Run, between: Run) -> bool:
    known = vocabulary()
    return not _barred(between) and not (phrase in known.wishes and known.open & {*between})


def _own(run: Run, place: int) -> bool:
    return place == 0 or run[place - 1] not in vocabulary().not_after


def _adjective(run: Run, place: int, anchor: range) -> bool:
    """Before the number ("the agreed 600") or after it ("600 agreed trucks", "600 trucks agreed"); no part of a verb."""
    if place and run[place - 1] in vocabulary().bars | vocabulary().not_after:
        return False
    last = place == len(run) - 1
    return place < anchor.start or last or (place == anchor.stop and run[place + 1] not in _VERBAL)


def _barred(between: Iterable[str]) -> bool:
    return any(word in vocabulary().bars for word in between)


def _shared(parts: tuple[tuple[int, Run], ...], place: int) -> bool:
    """In a list without a verb of its own ("..., and the opening of Rafah"): whether the list is told as owed."""
    if _verb(parts[place][1]):
        return False
    if parts[place][1][0] in _JOINS:
        before = next(
            (run for _, run in reversed(parts[:place]) if _verb(run) and not _SAYING & {*run[-2:]}), ()
        )
        if _tells(before):
            return True
    ahead = place + 1
    while ahead < len(parts) and parts[ahead][1][0] in _JOINS:
        if _verb(parts[ahead][1]):
            return any(
                _own(parts[ahead][1], n) for p in vocabulary().after for n in starts(parts[ahead][1], p)
            )
        ahead += 1
    return False


def _verb(run: Run) -> bool:
    return any(w in vocabulary().bars - vocabulary().parts or w.endswith("ed") for w in run) or any(
        True for p in vocabulary().before for _ in starts(run, p)
    )


def _tells(run: Run) -> bool:
    """Whether the part's last verb is one of owing, so that a list after it goes on with it."""
    known = vocabulary()
    ends = [n + len(p) for p in (*known.before, *known.after) for n in starts(run, p) if _own(run, n)]
    return bool(ends) and not any(w in known.bars for w in run[max(ends) :])
