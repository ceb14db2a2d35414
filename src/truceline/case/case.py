"""A case folder opened: agreement, actors and issues, the documents that were read, and what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from truceline import agreement as agreements
from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement import issues as issue_files
from truceline.agreement.issues import Issues
from truceline.agreement.model import Agreement
from truceline.case import protection, store, viewpoints
from truceline.case import settings as case_settings
from truceline.case.authored import authored
from truceline.case.context import Context, context
from truceline.case.folder import of_then
from truceline.case.gather import Gatherer
from truceline.case.ordering import placed, placed_changes
from truceline.case.past import NotShown
from truceline.case.reading import Reading
from truceline.case.settings import CaseSettings
from truceline.evidence import Document, Evidence, MemoryIndex, Review, Text, Viewpoint
from truceline.files import FileProblem
from truceline.files.garbage import uncollected
from truceline.linking import Linker, evidence
from truceline.status import Board, Calendar, Changes, Pick, board, calendar, changes, in_zone

if TYPE_CHECKING:
    from truceline.case.frames import Form


@dataclass(frozen=True)
class Case:
    """One ceasefire: what is owed, who said what, and what a person accepted as said.

    ``readings`` are in the order of publication; ``orphans`` are reviews whose reading a newer reader no longer makes:
    kept on record, counting for nothing.
    """

    path: Path
    settings: CaseSettings
    agreement: Agreement
    lexicon: Lexicon
    issues: Issues
    held: store.Held
    linker: Linker
    readings: tuple[Reading, ...]
    orphans: tuple[Review, ...]

    @property
    def id(self) -> str:
        """The id of the ceasefire."""
        return self.settings.id or self.agreement.id

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were read, by path."""
        return self.held.documents

    @property
    def left_out(self) -> tuple[store.LeftOut, ...]:
        """The sources that were not read, with the reason."""
        return self.held.left_out

    @property
    def not_shown(self) -> tuple[NotShown, ...]:
        """What the case held on the past day for which it was opened and cannot show; none of a case opened as it is."""
        return self.held.not_shown

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """The texts by the path of their document."""
        return {t.document: t for t in self.held.texts}

    @cached_property
    def by_id(self) -> Mapping[str, Reading]:
        """The readings by claim id."""
        return {r.id: r for r in self.readings}

    def columns(self, as_of: date) -> tuple[Viewpoint, ...]:
        """The columns on a day: as the settings say, else the default rule over what was known by then."""
        known = (r for r in self.readings if r.document.known_from and r.document.known_from <= as_of)
        return viewpoints.of(self.settings, self.agreement, self.lexicon, known)

    def is_confidential(self, reading: Reading) -> bool:
        """Whether it stands in a source that the case protects."""
        return protection.confidential(self.settings, reading.document.path)

    def released(self) -> Case:
        """The case as if no source that it protects were held: of it everything for release is made."""
        if not self.settings.confidential:
            return self
        held = protection.without_confidential(self.settings, self.held)
        return replace(self, held=held, **_gathered(self.linker, held))

    def context(self, claim_id: str) -> Context:
        """The sentences around a claim."""
        claim = self.by_id[claim_id].claim
        text = None if self.by_id[claim_id].authored else self.texts.get(claim.document)
        return (
            context(text.string, claim.start, claim.end) if text else Context("", claim.text, "", claim.start)
        )

    def rows(self, reading: Reading, *, checked: bool | None = None) -> tuple[Evidence, ...]:
        """The rows of evidence one reading gives; ``checked`` as if a person had decided so."""
        if not (reading.counts or reading.waiting):
            return ()
        counts = reading.counts if checked is None else checked
        found = evidence(
            self.linker,
            reading.claim,
            reading.links,
            reading.document,
            checked=counts,
            sentence=reading.sentence,
        )
        return tuple(found)

    @cached_property
    def _all_rows(self) -> tuple[Evidence, ...]:
        return tuple(row for reading in self.readings for row in self.rows(reading))

    def index(self, accept: frozenset[str] = frozenset()) -> MemoryIndex:
        """The evidence of every reading, checked or not; ``accept`` are claims to be taken as if accepted."""
        if not accept:
            return MemoryIndex(self._all_rows)
        return MemoryIndex(r._replace(checked=True) if r.claim in accept else r for r in self._all_rows)

    def board(self, as_of: date, accept: frozenset[str] = frozenset(), on: date | None = None) -> Board:
        """The status board for the day ``on``, as could be known on ``as_of``; for ``as_of`` itself where no other day is asked about.

        Raises ValueError where ``on`` lies after ``as_of``.
        """
        made = board(
            self.agreement,
            self.index(accept),
            self.columns(as_of),
            as_of,
            self.held.findings,
            self.lexicon.side,
            on,
        )
        return placed(made, self.by_id)

    def changes(self, one: date, other: date) -> Changes:
        """What changed between two days, each as could be known on it, under the columns of the later one."""
        found = changes(
            self.agreement,
            self.index(),
            self.columns(max(one, other)),
            (one, other),
            self.held.findings,
            self.lexicon.side,
        )
        return placed_changes(found, self.by_id)

    def calendar(self, as_of: date, pick: Pick = Pick.EACH) -> Calendar:
        """The deadlines held on a day, by whom each is counted and where its duty stands."""
        return calendar(
            self.agreement,
            self.index(),
            self.columns(as_of),
            as_of,
            self.held.findings,
            self.lexicon.side,
            pick,
        )

    def claims(self, as_of: date | None = None, *, proposals: bool = False, form: Form | None = None) -> Any:
        """The statements known by a day (the case's day where None) as a dataframe; ``proposals`` adds unchecked readings.

        ``form`` is polars, pandas or rows (a list of dicts); left out, whichever library is installed. Raises NoFrames.
        """
        from truceline.case import frames

        rows = frames.claims(self, as_of or self.settings.today, proposals=proposals)
        return frames.framed(rows, frames.CLAIMS, form, self.not_shown)

    def status(self, as_of: date | None = None, *, on: date | None = None, form: Form | None = None) -> Any:
        """The board of a day as a dataframe: a row a provision and viewpoint, none that sums up the others. See ``claims``.

        ``on`` asks about an earlier day by what was known ``as_of``. Raises ValueError where it lies after ``as_of``.
        """
        from truceline.case import frames

        rows = frames.status(self, as_of or self.settings.today, on)
        return frames.framed(rows, frames.STATUS, form, self.not_shown)

    def figures(self, as_of: date | None = None, *, proposals: bool = False, form: Form | None = None) -> Any:
        """The figures known by a day as a dataframe: a row a figure as stated, nothing added up. See ``claims``."""
        from truceline.case import frames

        rows = frames.figures(self, as_of or self.settings.today, proposals=proposals)
        return frames.framed(rows, frames.FIGURES, form, self.not_shown)


def open_case(path: Path | str, recorded: date | None = None) -> Case:
    """Open a case folder; with ``recorded`` as its journal stood at the end of that day. Raises FileProblem with every slip in its
    YAML files.

    What the journal held and cannot show any more is told by ``not_shown``.
    """
    folder = Path(path)
    with uncollected():
        return _open(folder, recorded)


def _open(folder: Path, recorded: date | None) -> Case:
    if recorded is None:
        return _opened(folder, folder, store.read(folder))
    offset = case_settings.load(folder / "case.yaml").offset.utcoffset(None)
    held = store.read(folder, recorded, offset)
    try:
        with of_then(folder, held.files) as then:
            return _opened(folder, then, held)
    except FileProblem as problem:
        if not held.files:
            raise
        what = f"its files of that day cannot be loaded ({problem}); today's stand in their place, with all that they cite and name"
        told = NotShown("", what)
        return _opened(folder, folder, replace(held, not_shown=(told, *held.not_shown)))


def _opened(folder: Path, files: Path, held: store.Held) -> Case:
    """The case of ``folder`` by the files in ``files``."""
    settings = case_settings.load(files / "case.yaml")
    lexicon = Lexicon.builtin().merged(load_actors(files / "actors.yaml"))
    loaded = agreements.load(files / "agreement.yaml", lexicon=lexicon)
    agreement = in_zone(loaded, settings.offset, settings.cut_off)
    issues = issue_files.load(files / "issues.yaml")
    linker = Linker(agreement, lexicon, issues)
    return Case(folder, settings, agreement, lexicon, issues, held, linker, **_gathered(linker, held))


def _gathered(linker: Linker, held: store.Held) -> dict[str, Any]:
    """The readings of what is held, and the reviews of readings that are held no more."""
    reviews = {r.claim: r for r in held.reviews}
    gatherer = Gatherer(
        linker, {d.path: d for d in held.documents}, {t.document: t.string for t in held.texts}
    )
    readings = (
        *gatherer.readings(held.claims, reviews),
        *(gatherer.authored(*found) for found in authored(linker.agreement)),
    )
    known = {c.id for c in held.claims}
    orphans = tuple(r for r in held.reviews if r.claim not in known)
    return {"readings": readings, "orphans": orphans}
