"""Positions: holder x issue x date x stance, what moved and in which words, and for a force its mandate and what is pledged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from truceline.agreement.model import Mandate
from truceline.case import Reading
from truceline.case.register import Wanted, is_about, register
from truceline.evidence import Kind, Stance
from truceline.positions import StanceLine, Stand, mandate_matrix, stances
from truceline.positions.stances import WORDS, in_own_words
from truceline.positions.tones import Tone, why
from truceline.reporting.answers.answer import Answer, by, frame, nobody, said
from truceline.reporting.model import Cell, Column, Line, Row, Run, Section, Table
from truceline.reporting.model import Kind as Origin
from truceline.reporting.sections import accounts, mandate
from truceline.reporting.sections.page import Page
from truceline.reporting.sections.statements import rendered

COLUMNS = ("stance", "on", "if", "said by", "day")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: issues or words, a holder (side), a tone, another ceasefire, unchecked readings too."""

    issues: tuple[str, ...] = ()
    holder: str = ""
    tone: Tone | None = None
    ceasefire: str = ""
    proposals: bool = False

    @property
    def wanted(self) -> Wanted:
        """The same for the register."""
        return Wanted(
            about=self.issues, tone=self.tone, ceasefire=self.ceasefire, proposals=self.proposals, scope=True
        )


def positions(page: Page, asked: Asked) -> Answer:
    """The positions asked for; with a tone the statements in it, by side, and which parties hold none."""
    if asked.tone is not None:
        return Answer(page, TITLES[asked.tone], tuple(_toned(page, asked)))
    lines = [x for x in _lines(page, asked) if _held_by(page, asked, x.holder)]
    table = tuple(
        _holder(page, x.holder_name, [y for y in lines if y.holder == x.holder]) for x in _first(lines)
    )
    own = Section(
        "positions", "Positions as stated", nobody(page, ", ".join(asked.issues), bool(table)), table
    )
    moved = Section(
        "movement", "Movement, in the holder's own words", tuple(m for x in lines for m in _moved(page, x))
    )
    found = (own, moved, *_force(page, asked))
    return Answer(page, "Positions", tuple(s for s in found if not s.is_empty))


TITLES = {
    Tone.ABSOLUTE: "What is put absolutely",
    Tone.GIVING: "What is accepted or offered, and where words speak of flexibility (nothing is called a concession)",
    Tone.FIRST: "Sequence: what must come first, for whom",
    Tone.GUARANTEE: "Guarantees",
}


HOW = "By the phrase, stance or kind named behind each. What its speaker meant by it is for the reader to judge."


def _lines(page: Page, asked: Asked) -> tuple[StanceLine, ...]:
    """The stances of the readings that fit; those of other ceasefires only where they are asked for, each with its ceasefire."""
    heard = [replace(r, this_case=True) for r in register(page.case, page.as_of, asked.wanted)]
    found = stances(heard, page.as_of, proposals=asked.proposals, actors=page.case.lexicon.actors)
    if not asked.issues:
        return found
    return tuple(
        x for x in found if x.issue in asked.issues or any(_about(page, asked, s) for s in _stands(x))
    )


def _about(page: Page, asked: Asked, stand: Stand) -> bool:
    return is_about(page.case, page.case.by_id[stand.claim], asked.issues)


def _held_by(page: Page, asked: Asked, holder: str) -> bool:
    if not asked.holder:
        return True
    ids = {asked.holder, *(a.id for a in page.case.lexicon.lookup(asked.holder))}
    return holder in ids | {page.case.lexicon.side(i) for i in ids} or asked.holder.casefold() == holder


def _first(lines: Iterable[StanceLine]) -> list[StanceLine]:
    return list({x.holder: x for x in reversed(list(lines))}.values())[::-1]


def _stands(line: StanceLine) -> tuple[Stand, ...]:
    return (*line.earlier, *line.latest, *line.told_by_others)


def _holder(page: Page, name: str, lines: list[StanceLine]) -> Table:
    rows: dict[str, Row] = {}
    for line in lines:
        for stand in sorted(_stands(line), key=lambda s: (str(s.on.latest), s.claim)):
            rows.setdefault(stand.claim, _row(page, line, stand))
    columns = tuple(Column(c.replace(" ", "-"), c) for c in COLUMNS)
    return Table(f"holder-{lines[0].holder}", name, columns, tuple(rows.values()), "Issue")


def _row(page: Page, line: StanceLine, stand: Stand) -> Row:
    claims = page.cite(stand.claim)
    reading = page.case.by_id[stand.claim]
    whose = "" if stand.own else " (about it, by another side)"
    unchecked = "" if stand.checked else "Machine reading, not checked: "
    matter = f"{stand.matter}: " if reading.authored else ""
    words = " ".join(stand.quote.split())
    quote = f"in the case author's words: {words}" if rendered(page.case, reading) else f"“{words}”"
    told = (
        "sets a condition"
        if stand.stance is Stance.CONDITIONAL and in_own_words(stand.condition)
        else WORDS[stand.stance],
        f"{matter}{quote}",
        stand.condition,
        f"{stand.speaker}{whose}",
        _day(reading, stand),
    )
    issue = "linked to no issue" if line.issue == stand.matter == words.rstrip(".") else line.issue
    head = Line((Run(f"{unchecked}{issue}", Origin.STATED, claims, checked=stand.checked),))
    return Row(head, tuple(Cell(t, kind=Origin.STATED, claims=claims) for t in told), stand.claim)


def _day(reading: Reading, stand: Stand) -> str:
    return stand.told if reading.this_case else f"{stand.told} (ceasefire {reading.ceasefire})"


def _moved(page: Page, line: StanceLine) -> Iterator[Line]:
    """From one occasion to the next: what each said, so that the words can be compared."""
    for change in line.movement.changes:
        before, after = change.before, change.after
        old = "; ".join(f"{topic}: {stance}" for topic, stance in before.topics.items())
        new = "; ".join(f"{topic}: {stance}" for topic, stance in after.topics.items())
        told = f"{page.day(before.day)} ({before.speaker}): {old} → {page.day(after.day)} ({after.speaker}): {new}"
        yield Line(
            (page.worked_out(told, "positions/movement", *before.claims, *after.claims),),
            f"{line.holder_name}, {line.issue}",
        )
    kept = [f"{topic} ({stance}) since {page.day(since)}" for topic, stance, since in line.movement.constant]
    if kept:
        last = line.movement.occasions[-1].claims
        told = f"unchanged: {'; '.join(kept)}"
        yield Line((page.worked_out(told, "positions/movement", *last),), f"{line.holder_name}, {line.issue}")
    if line.movement.note:
        yield Line(
            (page.worked_out(line.movement.note, "positions/movement"),), f"{line.holder_name}, {line.issue}"
        )


def _force(page: Page, asked: Asked) -> Iterator[Section]:
    """Mandate, pledges and what else is said of it, where an issue asked for is that of a force; not where one holder is."""
    forces = [m for m in page.case.agreement.mandates if _issue(page, m) in asked.issues]
    if not forces or asked.holder:
        return
    actors = page.case.lexicon.actors
    shown = [mandate_matrix(page.case.agreement, page.as_of, force=m.force, actors=actors) for m in forces]
    tables = tuple(mandate.matrix_table(page, m) for m in shown if m.columns and m.rows)
    notes = tuple(x for m in shown for x in mandate.matrix_notes(page, m))
    yield Section(
        "mandate", "What the force should do, text by text and speaker by speaker", tables=tables, notes=notes
    )
    yield accounts.pledges_section(page)
    rest = [
        r
        for r in register(page.case, page.as_of, asked.wanted)
        if r.claim.kind is not Kind.POSITION and not r.authored
    ]
    yield Section(
        "said",
        "What else is said of it: how it stands, numbers, what a text is said to provide",
        tuple(said(page, r, _frame(r)) for r in rest),
    )


def _frame(reading: Reading) -> str:
    rest = frame(reading)
    return f"told in: “{rest}”" if rest else ""


def _issue(page: Page, found: Mandate) -> str:
    """The issue of a force: that of the provision by which it is set up, else the force's own id."""
    set_up = (p.issue for p in page.case.agreement.provisions.values() if p.object == found.force)
    return next((i for i in set_up if i), found.force)


def _toned(page: Page, asked: Asked) -> Iterator[Section]:
    """The statements in a tone by the side that answers for them; last the parties and guarantors of whom none is held."""
    assert asked.tone is not None
    fitting = (
        r
        for r in register(page.case, page.as_of, asked.wanted)
        if not r.repeat_of and _side_fits(page, asked, r)
    )
    found = {(r.document.path, r.claim.start, r.claim.text): r for r in fitting}.values()
    piles: dict[str, list[Reading]] = {}
    for reading in found:
        piles.setdefault(_side(reading), []).append(reading)
    for side in sorted(piles, key=str.casefold):
        lines = tuple(_because(page, asked.tone, r) for r in piles[side])
        yield Section(f"side-{side}", f"As stated by {side}", lines)
    heard = {r.side.id for r in found if r.side}
    agreement = page.case.agreement
    silent = [a for a in (*agreement.parties, *agreement.guarantors) if a not in heard and not asked.holder]
    if silent or not found:
        yield Section(
            "silent", "Of whom nothing of the kind is held", nobody(page, page.names(silent), held=False)
        )
    if found:
        yield Section("found", "How these were found", (Line((Run(HOW, rule="wording"),)),))


def _side_fits(page: Page, asked: Asked, reading: Reading) -> bool:
    return not asked.holder or bool(reading.side and _held_by(page, asked, reading.side.id))


def _side(reading: Reading) -> str:
    if reading.narrated:
        return f"{reading.document.outlet or 'an outlet'} (the outlet's own words)"
    return reading.side.name if reading.side else "speakers not resolved or not named"


def _because(page: Page, tone: Tone, reading: Reading) -> Line:
    other = "" if reading.this_case else f"; of the ceasefire {reading.ceasefire}"
    return said(page, reading, f"{by(page, reading, why(reading, tone, reading.sentence))}{other}")
