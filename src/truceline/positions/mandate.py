"""What a force should do: functions down, texts and actors across. Each actor's column is one person's words, not a policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from truceline.agreement.model import Agreement, Mandate, Wish
from truceline.evidence import wording
from truceline.positions.cited import claim_of, may_stand
from truceline.positions.heard import Actors, named, root
from truceline.positions.movement import Movement, Occasion, movement

NOT_MENTIONED = "-"
SILENT = "silent"
STANCES: Mapping[str, str] = {
    "want": "wants",
    "wants": "wants",
    "accept": "accepts",
    "accepts": "accepts",
    "conditional": "if ...",
    "reject": "rejects",
    "rejects": "rejects",
    "not_first": "not first",
    "silent": NOT_MENTIONED,
}
FOR, AGAINST = frozenset({"wants", "accepts", "if ...", "first"}), frozenset({"rejects"})
LEGEND = (
    "texts: must, help, may, silent",
    "actors: wants, accepts, if ..., rejects, - (not mentioned)",
    "each actor's column is one person's words, not a policy",
)


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A text or one actor on one day. ``side`` and ``title`` name text or side, ``speaker`` who spoke, ``told`` the day in words."""

    id: str
    title: str
    told: str
    is_text: bool = False
    side: str = ""
    speaker: str = ""
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One word of the legend, with the claim it rests on (none for a text's) and the condition or remark beside it."""

    word: str
    claim: str = ""
    condition: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One function; ``cells`` in the order of the columns, texts first."""

    function: str
    name: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Agreeing:
    """A function on which sides agree or not: who is for it, who against, which texts name it and in which word ("2803 (ensure)");
    names in alphabetical order.
    """

    function: str
    name: str
    wanted_by: tuple[str, ...]
    rejected_by: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SideMovement:
    """What one side's speakers listed over time."""

    side: str
    name: str
    movement: Movement


@dataclass(frozen=True, slots=True)
class Matrix:
    """The matrix of one force as known on a day; ``uncited`` counts wishes that cite no words and so fill no cell."""

    force: str
    columns: tuple[MatrixColumn, ...] = ()
    rows: tuple[MatrixRow, ...] = ()
    overlap: tuple[Agreeing, ...] = ()
    conflict: tuple[Agreeing, ...] = ()
    movement: tuple[SideMovement, ...] = ()
    beside: tuple[Wish, ...] = ()
    characters: Mapping[str, str] | None = None
    legend: tuple[str, ...] = LEGEND
    uncited: int = 0
    empty: str = ""


def mandate_matrix(
    agreement: Agreement, as_of: date, *, force: str = "", actors: Actors | None = None
) -> Matrix:
    """The matrix of the force (the first of the file where none is named); only texts and wishes known by the day.

    Actors stand alphabetically by side, then by speaker and day. ``beside`` are wishes on what is no function of the mandate.
    """
    found = next((m for m in agreement.mandates if not force or m.force == force), None)
    if found is None:
        return Matrix(force, empty="The agreement file holds no mandate.")
    return _Maker(agreement, found, as_of, actors or {}).made()


@dataclass(frozen=True, slots=True)
class _Maker:
    agreement: Agreement
    mandate: Mandate
    as_of: date
    actors: Actors

    def made(self) -> Matrix:
        texts = self.texts()
        known = [w for w in self.mandate.wishes if may_stand(w.source, w.at, self.as_of)]
        listed = [w for w in known if w.function in self.mandate.functions]
        columns = self.actor_columns(listed)
        rows = tuple(self.row(f, texts, columns, listed) for f in self.mandate.functions)
        sums = [self.agreeing(f, texts, listed) for f in self.mandate.functions]
        return Matrix(
            self.mandate.force,
            (*texts, *columns),
            rows,
            tuple(a for a in sums if len(a.wanted_by) > 1 and not a.rejected_by),
            tuple(a for a in sums if a.rejected_by and (a.wanted_by or a.texts)),
            self.movements(listed),
            tuple(w for w in known if w not in listed),
            {t: c for t, c in self.mandate.characters.items() if t in {x.id for x in texts}},
            uncited=sum(1 for w in self.mandate.wishes if w.source.authors_reading),
        )

    def texts(self) -> tuple[MatrixColumn, ...]:
        """The texts that existed on the day, oldest first."""
        found = []
        for id_ in self.mandate.texts:
            text = self.agreement.instruments.get(id_)
            day = text.date.latest if text else None
            if text and day and day <= self.as_of:
                note = self.mandate.basis.get(id_, "")
                found.append(
                    MatrixColumn(
                        id_, text.name, wording.days(text.date, self.as_of), True, day=day, note=note
                    )
                )
        return tuple(sorted(found, key=lambda c: (c.day or date.min, c.id)))

    def actor_columns(self, wishes: Iterable[Wish]) -> tuple[MatrixColumn, ...]:
        found = {self.column(w).id: self.column(w) for w in wishes}
        key = lambda c: (c.title.casefold(), c.speaker.casefold(), c.day or date.min, c.id)  # noqa: E731
        return tuple(sorted(found.values(), key=key))

    def column(self, wish: Wish) -> MatrixColumn:
        side = root(wish.actor, self.actors)
        speaker = named(wish.actor, self.actors) if wish.actor != side else ""
        on = _on(wish)
        told = wording.days(wish.at if wish.at.known else wish.source.date, self.as_of)
        return MatrixColumn(
            f"{wish.actor}@{on}", named(side, self.actors), told, side=side, speaker=speaker, day=on
        )

    def row(
        self,
        function: str,
        texts: tuple[MatrixColumn, ...],
        columns: tuple[MatrixColumn, ...],
        wishes: list[Wish],
    ) -> MatrixRow:
        held = {self.column(w).id: w for w in wishes if w.function == function}
        cells = [MatrixCell(self.text_word(t.id, function)) for t in texts]
        cells += [_cell(held.get(c.id)) for c in columns]
        return MatrixRow(function, self.name(function), tuple(cells))

    def text_word(self, text: str, function: str) -> str:
        return self.mandate.texts[text].get(function, SILENT).replace("_", " ")

    def name(self, function: str) -> str:
        return self.mandate.names.get(function, function.replace("_", " "))

    def agreeing(self, function: str, texts: tuple[MatrixColumn, ...], wishes: list[Wish]) -> Agreeing:
        last: dict[str, str] = {}
        for wish in sorted((w for w in wishes if w.function == function), key=_on):
            if (word := _word(wish)) != NOT_MENTIONED:
                last[named(root(wish.actor, self.actors), self.actors)] = word
        names = sorted(last, key=str.casefold)
        return Agreeing(
            function,
            self.name(function),
            tuple(n for n in names if last[n] in FOR),
            tuple(n for n in names if last[n] in AGAINST),
            tuple(f"{t.title} ({word})" for t in texts if (word := self.text_word(t.id, function)) != SILENT),
        )

    def movements(self, wishes: list[Wish]) -> tuple[SideMovement, ...]:
        """Each side that was heard more than once: how the list of what it wants changed."""
        piles: dict[str, dict[str, list[Wish]]] = {}
        for wish in wishes:
            piles.setdefault(root(wish.actor, self.actors), {}).setdefault(self.column(wish).id, []).append(
                wish
            )
        found = (
            SideMovement(side, named(side, self.actors), movement(self.occasion(w) for w in own.values()))
            for side, own in piles.items()
            if len(own) > 1
        )
        return tuple(sorted(found, key=lambda m: m.name.casefold()))

    def occasion(self, wishes: list[Wish]) -> Occasion:
        topics = {self.name(w.function): _word(w) for w in wishes if _word(w) != NOT_MENTIONED}
        claims = tuple(dict.fromkeys(claim_of(w.source) for w in wishes))
        return Occasion(_on(wishes[0]), named(wishes[0].actor, self.actors), topics, claims)


def _on(wish: Wish) -> date:
    return wish.at.latest or wish.source.date.latest or date.min


def _word(wish: Wish) -> str:
    return STANCES.get(wish.stance, wish.stance.replace("_", " "))


def _cell(wish: Wish | None) -> MatrixCell:
    if wish is None:
        return MatrixCell(NOT_MENTIONED)
    return MatrixCell(_word(wish), claim_of(wish.source), wish.condition, wish.note)
