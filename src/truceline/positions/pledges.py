"""Troops, police and training: target, up to, said to come, agreed, there. "none" means that no statement is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from truceline.agreement.model import Agreement, Pledge
from truceline.evidence import Figure, wording
from truceline.positions.cited import claim_of, may_stand
from truceline.positions.heard import Actors, Heard, known_actors, named, speaker_words, told, usable

COLUMNS = {
    "target": "target",
    "up_to": "up_to",
    "up to": "up_to",
    "expected": "coming",
    "said to come": "coming",
    "came_forward": "coming",
    "came forward": "coming",
    "recruitment": "coming",
    "pledged": "agreed",
    "agreed": "agreed",
    "there": "there",
    "deployed": "there",
}
NONE = "none"


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell: its words, and the claims it rests on."""

    words: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PledgeRow:
    """One contributor, or the whole of a unit (``by`` empty): an entry by column, absent where nothing is held."""

    unit: str
    by: str
    cells: dict[str, Entry]
    sources: tuple[str, ...] = ()

    def cell(self, column: str) -> str:
        """The words of a column: "none" under ``there``, "-" elsewhere, where no statement is held."""
        return self.cells[column].words if column in self.cells else NONE if column == "there" else "-"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a statement gives for the unit, beside the agreement file's pledges."""

    claim: str
    value: str
    counts: str
    speaker: str
    told: str
    checked: bool


@dataclass(frozen=True, slots=True)
class PledgeTable:
    """One unit ("troops"): its rows, and the checked figures that speak of it."""

    unit: str
    rows: tuple[PledgeRow, ...]
    stated: tuple[Stated, ...] = ()


@dataclass(slots=True)
class _Row:
    cells: dict[str, Entry] = field(default_factory=dict)
    sources: list[str] = field(default_factory=list)


def pledges(
    agreement: Agreement, heard: Iterable[Heard], as_of: date, *, actors: Actors | None = None
) -> tuple[PledgeTable, ...]:
    """The pledges that cite a source and were known by the day, by unit in the file's order, contributors alphabetically."""
    spoken = usable(heard, as_of)
    names = known_actors(spoken, actors)
    known = [p for p in agreement.pledges if may_stand(p.source, p.at, as_of)]
    cited = {claim_of(p.source) for p in agreement.pledges}
    tables = []
    for unit in dict.fromkeys(p.unit for p in known):
        rows = _rows([p for p in known if p.unit == unit], as_of, names)
        stated = tuple(_stated(unit, spoken, cited, as_of, names))
        tables.append(PledgeTable(unit.replace("_", " "), rows, stated))
    return tuple(tables)


def _rows(found: list[Pledge], as_of: date, actors: Actors) -> tuple[PledgeRow, ...]:
    piles: dict[str, _Row] = {}
    for pledge in sorted(found, key=lambda p: p.at.latest or p.source.date.latest or date.min):
        column = COLUMNS.get(pledge.status, "agreed")
        by = "" if column == "target" else wording.listed([named(b, actors) for b in pledge.by])
        row = piles.setdefault(by, _Row())
        row.cells.update(_entries(pledge, column))
        row.sources.append(_source(pledge, as_of))
    unit = found[0].unit.replace("_", " ")
    rows = (PledgeRow(unit, by, r.cells, tuple(dict.fromkeys(r.sources))) for by, r in piles.items())
    return tuple(sorted(rows, key=lambda r: r.by.casefold()))


def _entries(pledge: Pledge, column: str) -> Iterator[tuple[str, Entry]]:
    """A pledge with only an upper bound stands under "up to"; pledging is told in a word, its number apart."""
    claims = (claim_of(pledge.source),)
    known = pledge.low is not None or pledge.high is not None
    value = wording.bounds(pledge.low, pledge.high)
    if column == "agreed":
        yield "agreed", Entry(pledge.status.replace("_", " "), claims)
        if pledge.high is not None and pledge.low is None:
            yield "up_to", Entry(wording.number(pledge.high), claims)
        else:
            yield ("coming", Entry(value, claims)) if known else ("up_to", Entry("not stated", claims))
    elif column == "up_to" and pledge.high is not None:
        yield column, Entry(wording.number(pledge.high), claims)
    else:
        yield column, Entry(value if known else pledge.status.replace("_", " "), claims)


def _source(pledge: Pledge, as_of: date) -> str:
    claim = pledge.source.claim
    who = claim.speaker or claim.speaker_text if claim else ""
    told_on = pledge.at if pledge.at.known else pledge.source.date
    return ", ".join(w for w in (who or pledge.source.outlet, wording.days(told_on, as_of)) if w)


def _stated(
    unit: str, heard: Iterable[Heard], cited: set[str], as_of: date, actors: Actors
) -> Iterator[Stated]:
    words = frozenset(wording.stems(unit.replace("_", " ")))
    for item in heard:
        payload = item.claim.payload
        if not isinstance(payload, Figure) or item.claim.id in cited:
            continue
        if words <= set(wording.stems(f"{payload.counts} {payload.unit}")):
            value, when = wording.figure(payload), wording.days(told(item), as_of)
            speaker = speaker_words(item, actors)
            yield Stated(item.claim.id, value, payload.counts, speaker, when, item.counts)
