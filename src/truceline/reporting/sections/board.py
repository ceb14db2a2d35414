"""The status board: duties grouped by who bears them, one column a viewpoint, machine readings beside and never inside."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.model import Deed, Provision
from truceline.case.viewpoints import without_column
from truceline.evidence import Figure, Ground, Truth, Viewpoint, wording
from truceline.evidence.finding import standing
from truceline.reporting.model import BoardGroup, BoardSection, Cell, Column, Duty, Kind, Line, Pending, Run
from truceline.reporting.sections.page import VALUES, Page
from truceline.reporting.sections.voices import last_heard
from truceline.status import Cell as Standing
from truceline.status import Reason, Row

DEEDS = {Deed.OBLIGATION: "duty", Deed.PROHIBITION: "ban", Deed.PERMISSION: "permission", Deed.POWER: "power"}
REASONS = {
    Reason.NO_STATEMENT: "no statement",
    Reason.DATE_DOUBTFUL: "no statement",
    Reason.NONE_MADE: "none made",
    Reason.POSITION_ONLY: "position only",
    Reason.NOT_YET_DUE: "not yet due",
    Reason.UNITS_DIFFER: "not comparable",
    Reason.TEXT_UNPUBLISHED: "cannot be assessed",
    Reason.NO_JUDGE: "nobody named to judge",
    Reason.UNDECIDED: "left open",
    Reason.TARGETS_DIFFER: "left open",
    Reason.PART_ONLY: "part only",
    Reason.NO_TARGET: "no quantity owed",
    Reason.UNABLE: "unable to determine",
    Reason.HEDGED: "says what may be",
    Reason.OWED_ONLY: "says what is owed",
    Reason.UNDONE_ONLY: "denied or open",
    Reason.ONE_SIDE: "one side's part",
    Reason.CONDITION_ONLY: "condition only",
    Reason.TERM_ONLY: "text only",
    Reason.DENIAL_ONLY: "denial only",
    Reason.ZERO_ONLY: "count of zero",
    Reason.PERMISSION: "a permission",
    Reason.NO_STATE: "does not say whether",
}
KINDS = {Ground.STATED: Kind.STATED, Ground.COMPUTED: Kind.COMPUTED, Ground.FOUND: Kind.FOUND}


def board(page: Page) -> BoardSection:
    """Every provision; those on which nothing is held are folded."""
    groups: dict[str, list[Duty]] = {}
    for row in page.board.rows:
        groups.setdefault(_bearer(page, row.provision), []).append(_duty(page, row))
    titles = sorted(groups, key=lambda t: (t == OTHERS, t.casefold()))
    made = tuple(BoardGroup(t, tuple(groups[t])) for t in titles)
    return BoardSection(tuple(_column(page, v) for v in page.board.viewpoints), made, tuple(_notes(page)))


OTHERS = "Others"


def _bearer(page: Page, provision: Provision) -> str:
    sides = {page.case.lexicon.side(b) for b in provision.bearer}
    parties = [p for p in page.case.agreement.parties if p in sides]
    names = sorted((page.name(p) for p in parties), key=str.casefold)
    return f"Bans and duties of {' and '.join(names)}" if names else OTHERS


def _column(page: Page, viewpoint: Viewpoint) -> Column:
    if viewpoint.mission:
        return Column(viewpoint.id, viewpoint.label, apart=True)
    last, claims = last_heard(page, viewpoint)
    return Column(
        viewpoint.id, viewpoint.label, note=f"last heard {last}" if last else "never heard", claims=claims
    )


def _duty(page: Page, row: Row) -> Duty:
    provision = row.provision
    new = {r.id for r in page.period}
    return Duty(
        id=provision.id,
        name=provision.name,
        deed=DEEDS[provision.deed],
        cells=tuple(cell(page, provision, v, row.cells[v.id]) for v in page.board.viewpoints),
        phase=provision.phase,
        article=provision.article,
        words=provision.words,
        changed=any(new & {*c.claims, *c.beside} for c in row.cells.values()),
        folded=row.silent,
    )


def cell(page: Page, provision: Provision, viewpoint: Viewpoint, found: Standing) -> Cell:
    """A cell of the board in the words of the page."""
    kind = KINDS[found.ground] if found.ground else None
    known = found.value is not Truth.UNKNOWN
    value = VALUES[found.value] if known else REASONS.get(found.reason, "no value")
    rule = f"status/{found.reason.value}" if kind is Kind.COMPUTED else ""
    return Cell(
        value=value,
        words=_words(page, provision, found),
        kind=kind,
        claims=page.cite(*(found.claims or found.held)),
        rule=rule,
        pending=tuple(_waiting(page, provision, viewpoint, found)),
    )


def _words(page: Page, provision: Provision, found: Standing) -> str:
    """What follows the value: the figure and what it is set beside, the day, or how many are held with a doubtful date."""
    if found.ground is Ground.FOUND:
        return _finding(page, provision)
    if found.ground is Ground.COMPUTED:
        figures = [_figure(page, c) for c in found.claims]
        owed = [wording.bounds(t.low, t.high) for t in provision.targets if not t.formula]
        told = ", ".join(dict.fromkeys(f for f in figures if f))
        against = " or ".join(dict.fromkeys(owed)) if len(set(owed)) < 3 else "what is owed"
        return f"{told} vs {against}" if told and owed and found.value is not Truth.UNKNOWN else told
    if found.general:
        return "in general words"
    if not found.claims and found.held:
        return f"{len(found.held)}, date doubt"
    return page.day(found.at) if found.at and found.claims else ""


def _figure(page: Page, claim: str) -> str:
    reading = page.case.by_id.get(claim)
    payload = reading.claim.payload if reading else None
    return wording.figure(payload) if isinstance(payload, Figure) else ""


def _finding(page: Page, provision: Provision) -> str:
    held = standing(page.case.held.findings, provision.id, page.as_of)
    told = (f"{f.role}, {page.day(f.at)}, {f.rung.words}" for f in held)
    return "; ".join(dict.fromkeys(told))


def _waiting(page: Page, provision: Provision, viewpoint: Viewpoint, found: Standing) -> Iterator[Pending]:
    """Each machine reading on the matter, with what this very cell would become."""
    for claim in found.proposals:
        reading = page.case.by_id.get(claim)
        if reading is None or reading.repeat_of:
            continue
        changes = page.consequences.of(reading).cells
        mine = [c for c in changes if c.matter == provision.id and c.viewpoint == viewpoint.id]
        becomes = VALUES[mine[0].after] if mine else f"as before; adds a statement by {page.who(reading)}"
        yield page.pending(claim, becomes)


def _notes(page: Page) -> Iterator[Line]:
    """The texts that are later than the day, and for each computed value who stated the figure and that the rest is arithmetic."""
    later = list(dict.fromkeys(text for p in page.board.later for text in p.texts))
    if later:
        names = "; ".join(
            page.case.agreement.instruments[i].name for i in later if i in page.case.agreement.instruments
        )
        yield Line((page.said(f"Texts later than this day, not on this board: {names}."),))
    for name, claims in without_column(page.heard, page.board.viewpoints).items():
        told = "a statement" if len(claims) == 1 else f"{len(claims)} statements"
        yield Line(
            (page.said(f"{name}: {told} held on these provisions, and no column of this case.", *claims),)
        )
    for row in page.board.rows:
        for view in page.board.viewpoints:
            found = row.cells[view.id]
            if found.ground is Ground.COMPUTED and found.claims:
                yield _note(page, row.provision, view, found)
        yield from _concluded(page, row.provision)
        yield from _withdrawn(page, row.provision)


def _concluded(page: Page, provision: Provision) -> Iterator[Line]:
    """What the mission concluded in its own words, and the accused side's answer in words of its own."""
    for finding in standing(page.case.held.findings, provision.id, page.as_of):
        text = f": {finding.text}" if finding.text else "."
        head = f"{provision.name}, mission's own finding ({finding.role}, {page.day(finding.at)}, {finding.rung.words}){text}"
        answer = f" The accused side's answer: {finding.answer or 'none held'}."
        cited = page.cite(*finding.cited)
        if missing := [c for c in finding.cited if c not in page.case.by_id]:
            answer += f" {len(missing)} of {len(finding.cited)} statements cited are no longer held."
        yield Line(
            (Run(f"{head}{answer}", Kind.FOUND, cited, "" if cited else f"finding/{finding.rung.value}"),)
        )


def _withdrawn(page: Page, provision: Provision) -> Iterator[Line]:
    """A finding taken back since the report before, so that its reader learns of it; the reason stays inside the mission."""
    for entered in page.case.held.entered:
        found, gone = entered.finding, entered.withdrawn
        if (
            gone is None
            or found.matter != provision.id
            or found.at > page.as_of
            or gone.at.date() <= page.since
        ):
            continue
        told = f"{provision.name}, mission's own finding ({found.role}, {page.day(found.at)}, {found.rung.words}), was withdrawn on {page.day(gone.at.date())}."
        yield Line((Run(told, Kind.FOUND, (), "finding/withdrawn"),))
        if gone.why:
            yield Line((Run(f"Why: {gone.why}", Kind.FOUND, (), "finding/withdrawn"),), internal=True)


def _note(page: Page, provision: Provision, viewpoint: Viewpoint, found: Standing) -> Line:
    known = found.value is not Truth.UNKNOWN
    what = ", ".join(dict.fromkeys(_figure(page, c) for c in found.claims)) or "stated figures"
    value = VALUES[found.value] if known else REASONS.get(found.reason, "no value")
    why = f"computed here from {what}; nobody said the result." if known else f"{what}. {found.words}"
    text = f"{provision.name}, as stated by {viewpoint.label}, “{value}”: {why}"
    return Line((page.worked_out(text, f"status/{found.reason.value}", *found.claims),))
