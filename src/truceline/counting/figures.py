"""Figures as stated, side by side: nothing is added up, and the order ranks nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from truceline.actors.model import Actor
from truceline.agreement.amounts.bounds import Bounds
from truceline.agreement.model import Counter
from truceline.counting.counted import Counted, Group, Vocabulary, label_of, vocabulary
from truceline.counting.counter import counter_of, passed_on
from truceline.counting.definitions import Definitions
from truceline.evidence import Basis, DateError, Figure, Hedge, Interval, Kind, Polarity, dates, wording
from truceline.linking.owed import owed
from truceline.positions.heard import (
    Actors,
    Heard,
    known_actors,
    named,
    resolved,
    root,
    speaker_words,
    told,
    usable,
)

NOT_STATED = "not stated"
DENIED = "denied"
SUPPOSED = "supposed"
NOT_YET = frozenset({Hedge.CONDITIONAL, Hedge.FUTURE, Hedge.POSSIBLE})


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with all that must stand beside a number: bound, counter, definition, start, as-of, through whom.

    ``value`` is in words; ``low`` and ``high`` as in the payload. ``counter_id`` is "" where nobody is named, ``party`` the side the counter
    belongs to. ``base`` and ``day`` are the intervals behind ``since`` and ``as_of``; ``day_stated`` False where the day of
    publication stands for an as-of that was not stated. ``owed``: says what is owed or planned, not what is.
    """

    claim: str
    value: str
    low: float | None
    high: float | None
    approximator: str
    basis: Basis
    per: str
    unit: str
    counts: str
    item: str
    label: str
    qualifier: str
    counter: str
    counter_id: str
    party: str
    definition: str
    since: str
    as_of: str
    base: Interval
    day: Interval
    day_stated: bool
    passed_on_by: tuple[str, ...]
    speaker: str
    speaker_id: str
    side: str
    side_words: str
    checked: bool
    parts: tuple[tuple[str, float], ...] = ()
    part_of: str = ""
    mistaken_for: tuple[str, ...] = ()
    owed: bool = False
    document: str = ""
    start: int = 0
    kind: str = "stated"

    @property
    def bounds(self) -> Bounds:
        """The value for arithmetic."""
        return Bounds.of(self.low, self.high)


@dataclass(frozen=True, slots=True)
class Series:
    """The figures that count one kind of thing, for the acts of one side where the kind is kept apart by side.

    ``id`` and ``title`` name it; ``group`` is the vocabulary's, "" for a thing it does not know. Rows are in the order of their
    as-of day, then of the counter's name.
    """

    id: str
    title: str
    rows: tuple[FigureRow, ...]
    group: str = ""
    side: str = ""


@dataclass(slots=True)
class _Pile:
    title: str
    group: str
    side: str
    rows: list[FigureRow] = field(default_factory=list)


def series(
    heard: Iterable[Heard],
    as_of: date,
    *,
    proposals: bool = False,
    actors: Actors | None = None,
    counters: Iterable[Counter] = (),
    language: str = "en",
) -> tuple[Series, ...]:
    """The figures that could be known on the day: checked ones only, unless ``proposals``; none that is denied or only supposed.

    ``actors`` is the case's list (for names and sides), ``counters`` what the agreement
    file says that each of them counts.
    """
    figures = [h for h in usable(heard, as_of, proposals=proposals) if isinstance(h.claim.payload, Figure)]
    names = known_actors(figures, actors)
    maker = _Maker(as_of, names, Definitions(counters, vocabulary(), names), vocabulary(), language)
    piles: dict[str, _Pile] = {}
    for item in figures:
        if item.claim.kind is Kind.FIGURE and not withheld(item):
            maker.put(item, piles)
    made = (
        Series(key, p.title, tuple(sorted(p.rows, key=_order)), p.group, p.side) for key, p in piles.items()
    )
    return tuple(sorted(made, key=lambda s: (s.group == "", maker.rank(s.group), s.title.casefold(), s.id)))


def withheld(heard: Heard) -> str:
    """Why a figure is no count of its speaker: it is denied, or says what may be or would be; "" where it is one.

    What is owed is told as owed, however it is put: "600 trucks are to enter".
    """
    claim = heard.claim
    if claim.polarity is Polarity.DENIED:
        return DENIED
    return SUPPOSED if claim.hedge in NOT_YET and not says_owed(heard) else ""


def says_owed(heard: Heard) -> bool:
    """Whether the reading says what is owed or planned, in its sentence where the case holds it."""
    return owed(heard.claim, str(getattr(heard, "sentence", "")))


def _order(row: FigureRow) -> tuple[date, str, str, int]:
    return (row.day.latest or date.max, row.counter.casefold(), row.document, row.start)


@dataclass(frozen=True, slots=True)
class _Maker:
    as_of: date
    actors: Mapping[str, Actor]
    definitions: Definitions
    vocabulary: Vocabulary
    language: str

    def rank(self, group: str) -> int:
        order = [g.id for g in self.vocabulary.groups]
        return order.index(group) if group in order else len(order)

    def put(self, heard: Heard, piles: dict[str, _Pile]) -> None:
        payload = heard.claim.payload
        assert isinstance(payload, Figure)
        counted = self.vocabulary.counted(payload, self.language, owed=says_owed(heard))
        row = self.row(heard, payload, counted)
        group = counted.group
        if group is None:
            key, title, side = f"other:{counted.item}", counted.label or NOT_STATED, ""
        else:
            side = row.side if group.by_side else ""
            key = f"{group.id}:{side}" if group.by_side else group.id
            title = self.title(group, row.side_words)
        piles.setdefault(key, _Pile(title, group.id if group else "", side)).rows.append(row)

    def title(self, group: Group, side: str) -> str:
        if group.by_side and not side:
            return label_of(group.title_unknown, self.language)
        return label_of(group.title, self.language).format(side=side)

    def row(self, heard: Heard, payload: Figure, counted: Counted) -> FigureRow:
        counter = counter_of(heard, counted, self.actors)
        base, base_words = self.when(payload.base, heard)
        day, _ = self.when(payload.as_of, heard)
        stated = day.known
        day = day if stated else told(heard)
        side, side_words = self.side(heard, payload)
        speaker_id = heard.speaker.id if heard.speaker else ""
        return FigureRow(
            claim=heard.claim.id,
            value=wording.figure(payload),
            low=payload.low,
            high=payload.high,
            approximator=payload.approximator,
            basis=payload.basis,
            per=payload.per,
            unit=payload.unit,
            counts=payload.counts,
            item=counted.item,
            label=counted.label,
            qualifier=counted.qualifier,
            counter=counter.words,
            counter_id=counter.id,
            party=counter.party,
            definition=self.definitions.words((speaker_id, counter.id), counted, side),
            since=base_words,
            as_of=wording.days(day, self.as_of),
            base=base,
            day=day,
            day_stated=stated,
            passed_on_by=passed_on(heard, counter),
            speaker=speaker_words(heard, self.actors),
            speaker_id=speaker_id,
            side=side,
            side_words=side_words,
            checked=heard.counts,
            parts=payload.parts,
            part_of=counted.part_of,
            mistaken_for=counted.mistaken_for,
            owed=counted.owed,
            document=heard.document.path,
            start=heard.claim.start,
        )

    def side(self, heard: Heard, payload: Figure) -> tuple[str, str]:
        """Whose acts are counted: the side it resolves to, else the words folded, so that one wording is one series."""
        actor = resolved(heard, "side")
        if actor:
            side = root(actor, self.actors)
            return side, named(side, self.actors)
        return payload.side.casefold(), payload.side

    def when(self, written: str, heard: Heard) -> tuple[Interval, str]:
        """A date of the payload; one without a year gets the last such day that is not after the publication."""
        try:
            found = dates.parse(written)
            if written.startswith("XXXX") and (told_on := told(heard).latest):
                found = found.in_year(told_on.year)
                if found.earliest and found.earliest > told_on:
                    found = dates.parse(written).in_year(told_on.year - 1)
        except DateError:
            return Interval(), written
        return found, wording.days(found, self.as_of)
