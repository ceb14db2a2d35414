"""What status sees: rows of evidence on a matter, and how the applicable ones are selected for a day.

A row says that a holder, by a checked (or proposed) claim, speaks for or against a matter. Selecting comes before
combining: of the rows that could be known and had begun on the day, the latest of each holder count, so that a change
(closed in October, opened in February) is no contest, whether it is told by a state or by a figure.

Two days are asked: ``as_of``, by which a statement could be known, and ``on``, which it must speak of. They are one where nobody
asks for two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable

from truceline.evidence.dates import UNKNOWN, DateError, Interval, parse
from truceline.evidence.payload import Figure
from truceline.evidence.truth import Truth


class Ground(StrEnum):
    """Where a value comes from: stated (somebody said it), computed (our arithmetic), found (a named role concluded)."""

    STATED = "stated"
    COMPUTED = "computed"
    FOUND = "found"


class Evidence(NamedTuple):
    """One row: ``holder`` (the responsible side's actor id) speaks on ``matter`` (a provision or issue id). A tuple, since a board reads
    them by the ten thousand.

    ``speaker`` is the actor id closest to the words (a person or organ), "" where unnamed. ``truth`` holds the bits the
    statement gives by itself; for figures with a target they are UNKNOWN and ``figure`` is compared by status.
    ``known`` is the first day on which the statement may count, ``possible`` the first on which it may already have been
    published (None: ``known`` is certain), ``on`` the days it speaks of, ``rests`` the claims by which what is owed was reckoned. ``general`` marks a
    statement that names no duty ("all requirements"). ``why`` says what gives the bits, or why they are none ("position only").
    """

    matter: str
    holder: str
    truth: Truth
    known: date
    claim: str
    speaker: str = ""
    on: Interval = UNKNOWN
    measure: str = ""
    general: bool = False
    checked: bool = False
    figure: Figure | None = None
    ground: Ground = Ground.STATED
    why: str = ""
    possible: date | None = None
    rests: tuple[str, ...] = ()

    @property
    def at(self) -> date:
        """The day by which rows of one holder are put in order: the end of what it speaks of, else when known."""
        last = self.on.latest
        return last if last is not None and last < self.known else self.known

    @property
    def speaks(self) -> bool:
        """Whether it shows something: bits of its own, or a figure that was set beside what is owed, even to no result."""
        return self.truth is not Truth.UNKNOWN or (self.figure is not None and self.ground is Ground.COMPUTED)

    def shown(self, truth: Truth, rests: tuple[str, ...] = ()) -> Evidence:
        """The same row with what its figure shows, and the claims ``rests`` by which that was reckoned; written out, as this is
        done for each figure on every board.
        """
        return Evidence(
            self.matter, self.holder, truth, self.known, self.claim, self.speaker, self.on, self.measure,
            self.general, self.checked, self.figure, Ground.COMPUTED, self.why, self.possible, rests,
        )  # fmt: skip


class EvidenceIndex(Protocol):
    """The rows on a matter; one implementation in memory, one as an indexed table."""

    def rows(self, matter: str) -> Iterable[Evidence]:
        """All rows on the matter, checked or not, in any order."""
        ...

    def matters(self) -> Iterable[str]:
        """Every matter that has a row."""
        ...


@runtime_checkable
class CandidateIndex(EvidenceIndex, Protocol):
    """An index that can tell which rows may matter on a day, so that the others need not be read.

    Two rows are of one kind where they are checked alike and can show only the same, on one measure; all that surely show
    nothing are of one kind.
    """

    def candidates(self, matter: str, as_of: date) -> Iterable[Evidence]:
        """Of each kind of row of each holder those of its latest day that had begun by ``as_of``, and every checked row then
        held; of unchecked rows only those that may show something.

        An account of these chooses and holds the same as one of all rows, unless it is ``unsettled``; what gave way is not
        complete.
        """
        ...

    def rows_of(self, matter: str, holder: str) -> Iterable[Evidence]:
        """Every row of the holder on the matter."""
        ...

    def telling(self, matter: str, holder: str) -> Iterable[Evidence]:
        """Those of the holder's rows that a person checked and that may show something: on what a duty done rests."""
        ...

    def waiting(self, matter: str, as_of: date) -> frozenset[str]:
        """The holders of which an unchecked row was known by the day."""
        ...

    def unchecked(self, matter: str, holder: str, as_of: date) -> Iterable[str]:
        """The claims of those rows of a holder."""
        ...


class MemoryIndex:
    """An EvidenceIndex over rows held in memory."""

    def __init__(self, rows: Iterable[Evidence]) -> None:
        self._rows: dict[str, list[Evidence]] = {}
        for row in rows:
            self._rows.setdefault(row.matter, []).append(row)

    def rows(self, matter: str) -> Iterable[Evidence]:
        """The rows on the matter."""
        return tuple(self._rows.get(matter, ()))

    def matters(self) -> Iterator[str]:
        """Every matter that has a row, in alphabetical order."""
        return iter(sorted(self._rows))


class Selection(NamedTuple):
    """The rows that count on a day: ``chosen`` after selecting, ``superseded`` by later or more specific ones.

    ``held`` rows may be later than the day (their day of publication is an interval around it) or speak of a later one; rows
    that are certainly later stand nowhere, so that a past day reads the same whatever arrives afterwards.
    """

    chosen: tuple[Evidence, ...]
    superseded: tuple[Evidence, ...] = ()
    held: tuple[Evidence, ...] = ()

    @property
    def truth(self) -> Truth:
        """The join of the chosen rows' bits."""
        value = Truth.UNKNOWN
        for row in self.chosen:
            value = value.join(row.truth)
        return value

    @property
    def inconsistent(self) -> tuple[str, ...]:
        """Holders that speak for and against at one time."""
        found: dict[str, Truth] = {}
        for row in self.chosen:
            found[row.holder] = found.get(row.holder, Truth.UNKNOWN).join(row.truth)
        return tuple(sorted(h for h, t in found.items() if t is Truth.CONTESTED))

    @property
    def unsettled(self) -> frozenset[str]:
        """The holders of which candidates alone cannot tell what was chosen: each said several things on its latest day, and
        speaks on a measure of which that day says nothing; whether it said the same several things before then lies deeper.
        """
        if len(self.chosen) < 2:
            return frozenset()  # nobody chosen alone says two things
        doubtful = {
            holder: {row.measure for row in day}
            for holder, day in self._latest_days().items()
            if len({row.truth for row in day}) > 1
        }
        rows = (*self.chosen, *self.superseded) if doubtful else ()
        return frozenset(
            row.holder
            for row in rows
            if row.speaks and row.measure not in doubtful.get(row.holder, {row.measure})
        )

    def _latest_days(self) -> dict[str, list[Evidence]]:
        """What each holder said on the latest day on which it said anything; ``chosen`` is in the order of days."""
        found: dict[str, list[Evidence]] = {}
        for row in self.chosen:
            if row.speaks:
                day = found.setdefault(row.holder, [])
                if day and day[0].at != row.at:
                    day.clear()
                day.append(row)
        return found


def asked(as_of: date, on: date | None) -> date:
    """The day asked about: ``on``, or ``as_of`` where nobody asks for another. Raises ValueError where it lies after ``as_of``."""
    if on is None:
        return as_of
    if on > as_of:
        raise ValueError(
            f"what held on {on} cannot be told by what was known on {as_of}: ask as of {on} or later"
        )
    return on


def timed(row: Evidence) -> Evidence:
    """The row with the days that its figure counts between in place of days it does not name.

    For a day in the past alone: on the day of the report a figure stands where it became known, since "since 10 October" names a
    base.
    """
    if row.on.known or row.figure is None:
        return row
    first, last = _day(row.figure.base).earliest, _day(row.figure.as_of)
    earliest = first or last.earliest
    return row._replace(on=Interval(earliest, last.latest)) if earliest or last.latest else row


def _day(edtf: str) -> Interval:
    try:
        return parse(edtf)
    except DateError:
        return UNKNOWN


_Dated = tuple[date, Evidence]


def select(
    rows: Iterable[Evidence], as_of: date, *, on: date | None = None, proposals: bool = False
) -> Selection:
    """The rows that count on a day: known by ``as_of``, begun by ``on``, the latest of each holder.

    What a holder says later takes the place of what it said before, a state that of a figure and the reverse; rows on other
    measures that say the same as the latest stay beside it. Rows that show nothing are selected apart, by measure.
    Unchecked rows count only with ``proposals``. A general row ("all requirements") yields to the holder's specific ones,
    earlier or later. The result does not depend on the order of ``rows``.

    Where ``on`` lies before ``as_of``, a row counts once the days it speaks of are over, that is by its ``at``. What speaks of
    days around ``on``, or was said later without naming a day, may be later and is held; what speaks of later days alone stands
    nowhere. Raises ValueError where ``on`` lies after ``as_of``.
    """
    past = None if asked(as_of, on) == as_of else on
    now, held = _divided(rows, as_of, past, proposals=proposals)
    later = _ordered([(r.at, r) for r in held])
    if len(now) < 2:
        return Selection(tuple(now), (), later)  # nothing that it could give way to
    chosen, superseded = _chosen(now)
    return Selection(_ordered(chosen), _ordered(superseded), later)


def _divided(
    rows: Iterable[Evidence], as_of: date, past: date | None, *, proposals: bool
) -> tuple[list[Evidence], list[Evidence]]:
    """The rows that have begun, and those that may be later; ``past`` is the day asked about where it lies before ``as_of``."""
    now: list[Evidence] = []
    held: list[Evidence] = []
    for row in rows if past is None else _not_after(rows, past):
        if (row.checked or proposals) and (row.possible or row.known) <= as_of:
            begins = row.on.earliest
            later = row.known > as_of or (begins is not None and begins > as_of)
            (held if later or (past is not None and row.at > past) else now).append(row)
    return now, held


def _chosen(now: Iterable[Evidence]) -> tuple[list[_Dated], list[_Dated]]:
    """The latest rows of each holder, and those that gave way to later or more specific ones; each with its day."""
    specific = {r.holder for r in now if not r.general and r.truth is not Truth.UNKNOWN}
    superseded: list[_Dated] = []
    standing: list[tuple[date, bool, Evidence]] = []
    latest: dict[tuple[bool, str, str], date] = {}
    said: dict[str, set[Truth]] = {}
    for row in now:
        at, speaks = row.at, row.speaks
        if row.general and row.holder in specific:
            superseded.append((at, row))
            continue
        standing.append((at, speaks, row))
        line = (speaks, row.holder, row.measure)
        if line not in latest or latest[line] < at:
            latest[line] = at
        if speaks:
            said.setdefault(row.holder, set()).add(row.truth)
    several = {holder for holder, truths in said.items() if len(truths) > 1}
    changed = _changed(r for r in standing if r[2].holder in several) if several else {}
    chosen: list[_Dated] = []
    for at, speaks, row in standing:
        before = speaks and at <= changed.get(row.holder, date.min)
        late = at == latest[speaks, row.holder, row.measure]
        (chosen if late and not before else superseded).append((at, row))
    return chosen, superseded


def _changed(rows: Iterable[tuple[date, bool, Evidence]]) -> dict[str, date]:
    """For each holder the last day on which it said otherwise than it says latest; none where it never did.

    ``rows`` with their day and whether they speak.
    """
    spoken: dict[str, dict[date, set[Truth]]] = {}
    for at, speaks, row in rows:
        if speaks:
            spoken.setdefault(row.holder, {}).setdefault(at, set()).add(row.truth)
    found: dict[str, date] = {}
    for holder, days in spoken.items():
        if len(days) > 1:
            last = max(days)
            others = [day for day, said in days.items() if day != last and said != days[last]]
            if others:
                found[holder] = max(others)
    return found


def _not_after(rows: Iterable[Evidence], on: date) -> Iterator[Evidence]:
    """The rows without those that speak of later days alone."""
    return (row for row in rows if row.on.earliest is None or row.on.earliest <= on)


def _ordered(dated: list[_Dated]) -> tuple[Evidence, ...]:
    if len(dated) > 1:
        dated.sort(key=lambda pair: (pair[0], pair[1].holder, pair[1].claim, pair[1].matter))
    return tuple(row for _, row in dated)
