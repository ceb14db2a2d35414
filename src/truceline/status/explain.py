"""Why a duty stands where it stands, as a tree from the text down to the statements (wireframes.md, frame E)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from truceline.agreement.amounts import in_words
from truceline.agreement.model import Agreement, Assertion, Bond, Clock, Place, Provision, Target
from truceline.evidence import EvidenceIndex, Finding, Truth, Viewpoint
from truceline.status.cells import Cell
from truceline.status.clocks import Side, clocks, deadlines, first_name, speaks_for
from truceline.status.days import Days
from truceline.status.gates import said_by
from truceline.status.life import Life
from truceline.status.reasons import Reason
from truceline.status.standing import Standing

Name = Callable[[str], str]
"""What a page calls an actor, by its id; the id itself where there is no lexicon."""

RULE = "status v1"
VALUE_WORDS: Mapping[Truth, str] = {
    Truth.UNKNOWN: "UNKNOWN",
    Truth.MET: "MET",
    Truth.NOT_MET: "NOT MET",
    Truth.CONTESTED: "CONTESTED",
}
LIFE_WORDS: Mapping[Life, str] = {
    Life.NOT_IN_EFFECT: "not in effect",
    Life.IN_EFFECT: "in effect",
    Life.RUNNING: "running",
    Life.DUE: "due",
    Life.ENDED: "ended",
    Life.NO_DEADLINE: "no deadline in the text",
    Life.RECURRING: "due each time",
    Life.SUSPENDED: "suspended",
    Life.DISPUTED: "due under one start date or clock held, not under another",
}
# What stands in place of "UNKNOWN" where nothing counts; what is held without being counted is added behind it.
_NOTHING: Mapping[Reason, str] = {
    Reason.NO_STATEMENT: "NO STATEMENT HELD",
    Reason.DATE_DOUBTFUL: "NO STATEMENT HELD",
    Reason.NONE_MADE: "NONE MADE",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One step of an answer: ``label``, ``words``, the ``claim`` it shows (its id) and the steps under it.

    ``counted`` is False where the claim is listed only: unchecked, superseded, held, or without a value.
    """

    label: str
    words: str = ""
    claim: str | None = None
    children: tuple[Node, ...] = ()
    counted: bool = True

    def claims(self) -> Iterator[str]:
        """The claims that the answer rests on: those of the leaves that are counted."""
        if self.claim is not None and self.counted:
            yield self.claim
        for child in self.children:
            yield from child.claims()


def explain(
    agreement: Agreement,
    index: EvidenceIndex,
    viewpoints: Iterable[Viewpoint],
    as_of: date,
    matter: str,
    findings: Iterable[Finding] = (),
    side: Side = first_name,
    name: Name = str,
    on: date | None = None,
    recorded: date | None = None,
) -> Node:
    """The tree for a provision or a gate, its actors called by ``name``; it answers for the day ``on`` (``as_of`` where None).

    ``recorded`` is the day up to which the journal was read, None for all of it; here it is told and changes nothing. Raises KeyError
    where the agreement has neither under that id, ValueError where ``on`` lies after ``as_of``.
    """
    from truceline.status.explain_gate import gate_node

    standing = Standing(agreement, index, viewpoints, as_of, findings, side, on)
    if matter in agreement.provisions:
        return provision_node(standing, standing.agreement.provisions[matter], name, recorded)
    if matter in agreement.gates:
        return gate_node(standing, standing.agreement.gates[matter], name, recorded)
    raise KeyError(
        f"no provision or gate '{matter}' in {agreement.id}; there are {', '.join(agreement.provisions)}"
    )


def provision_node(
    standing: Standing, provision: Provision, name: Name = str, recorded: date | None = None
) -> Node:
    """Frame E: the text, is it due, is it done, what is not counted, what would change this, and how."""
    from truceline.status.explain_amendment import amendment_nodes
    from truceline.status.explain_amounts import handover_node
    from truceline.status.explain_each import each_nodes

    cells = standing.cells(provision.id)
    children = (
        text_node(standing.agreement, provision, name),
        *bond_nodes(provision, standing.as_of, name),
        *amendment_nodes(standing.agreement, provision, standing.as_of, name),
        due_node(standing, provision, name),
        *each_nodes(standing, provision),
        Node("Is it done?", children=tuple(account_nodes(standing, provision.id))),
        *handover_node(standing, provision, cells.values(), name),
        *apart_nodes(cells.values()),
        Node("What would change this", change_words(cells.values())),
    )
    heading = f"bearer {named(provision.bearer, name)}"
    if provision.beneficiary:
        heading += f", for {named(provision.beneficiary, name)}"
    how = how_node(children, standing, recorded)
    return Node(f"{provision.name.upper()} ({provision.id})", heading, children=(*children, how))


def how_node(children: Iterable[Node], standing: Standing, recorded: date | None = None) -> Node:
    """By which rule, on how many statements, for which day, as known when, by the journal of when."""
    rested = len({claim for child in children for claim in child.claims()})
    when = Days(standing.as_of, standing.on, recorded).words
    return Node("How", f"rule {RULE} - {rested} statement{'' if rested == 1 else 's'} - {when}")


def named(actors: Iterable[str], name: Name) -> str:
    """Actors in a row, each called by ``name``."""
    return ", ".join(name(actor) for actor in actors)


def text_node(agreement: Agreement, provision: Provision, name: Name = str) -> Node:
    """What the text says, how it is held, and the quantities owed with who asserts them."""
    instrument = agreement.instruments.get(provision.instrument)
    place = " ".join(x for x in (instrument.name if instrument else "", provision.article) if x)
    kind = "own words" if provision.paraphrase else "the text's words"
    words = f"{place or 'no text held'}: {provision.text}, {kind}: {provision.words or 'not given'}"
    if provision.held:
        words += f" ({provision.held})"
    if provision.text == "unpublished":
        words += f". {Reason.TEXT_UNPUBLISHED.sentence()}"
    also = tuple(_place_node(agreement, place) for place in provision.also_in)
    owed = tuple(_target_node(agreement, target, name) for target in provision.targets)
    return Node("The text", words, children=(*also, *owed))


def _place_node(agreement: Agreement, place: Place) -> Node:
    text = agreement.instruments.get(place.instrument)
    where = " ".join(x for x in (text.name if text else place.instrument, place.article) if x)
    told = f" of {text.date}: {text.text}" if text and text.date.known else f": {text.text}" if text else ""
    return Node("stands, too, in", f"{where}{told}{f', {place.words}' if place.words else ''}")


def bond_nodes(provision: Provision, as_of: date, name: Name = str) -> Iterator[Node]:
    """Bearers that signed nothing, through whom they are bound, and by whose word."""
    bonds = [_bond_node(bond, name) for bond in provision.bound_via if bond.known(as_of)]
    if bonds:
        yield Node("Who is bound through whom", children=tuple(bonds))


def _bond_node(bond: Bond, name: Name) -> Node:
    words = f"bound through {named(bond.through, name)}, {bond_words(bond, name)}{f': {bond.words}' if bond.words else ''}"
    return Node(named(bond.who, name), words, claim=bond.source.claim.id if bond.source.claim else None)


def bond_words(bond: Bond, name: Name) -> str:
    """By whose word: the text and its article, or an actor, marked where nothing is cited."""
    if bond.of_text:
        return f"by the text{f' ({bond.article})' if bond.article else ''}"
    day = bond.source.date if bond.source.date.known else bond.at
    reading = ", the case author's reading" if bond.source.authors_reading else ""
    return f"by the word of {named(bond.by, name)}{f', {day}' if day.known else ''}{reading}"


def _target_node(agreement: Agreement, target: Target, name: Name) -> Node:
    amount = in_words(agreement, target.formula) if target.formula else _amount(target)
    per = f" per {target.per}" if target.per else ""
    whose = f"as read by {name(target.by)}" if target.by else "by the text"
    counted = f"{target.counts}: {amount}" if target.formula else f"{amount} {target.counts}"
    return Node("owed", f"{counted}{per}, {whose}")


def _amount(target: Target) -> str:
    """``40``, ``10 to 20``, ``at least 40``, ``up to 40``; with a direction ``no more than 40``, ``down to 0``, ``within 10 to 20``."""
    ends = [f"{x:g}" for x in (target.low, target.high) if x is not None]
    amount = " to ".join(dict.fromkeys(ends)) or "no quantity"
    if target.direction == "down" and target.high is not None:
        return f"{'down to' if target.low == target.high else 'no more than'} {target.high:g}"
    if target.direction == "up" and target.low is not None:
        return f"at least {target.low:g}"
    word = {(True, False): "up to ", (False, True): "at least "}.get(
        (target.low is None, target.high is None), ""
    )
    return f"{'within ' if target.direction == 'within' else word}{amount}"


def due_node(standing: Standing, provision: Provision, name: Name = str) -> Node:
    """Each clock under each start date held, and each trigger that somebody asserts."""
    held = [
        node
        for clock in clocks(provision, standing.as_of, standing.on)
        for node in _clock_nodes(standing, provision, clock, name)
    ]
    known = (a for a in provision.asserted if (said_by(a) or standing.as_of) <= standing.as_of)
    triggers = [_trigger_node(standing, asserted, name) for asserted in known]
    lives = {LIFE_WORDS[standing.life(provision, v)] for v in standing.viewpoints}
    return Node("Is it due?", "; ".join(sorted(lives)), children=(*held, *triggers))


def _clock_nodes(standing: Standing, provision: Provision, clock: Clock, name: Name) -> Iterator[Node]:
    text = standing.agreement.instruments.get(clock.instrument)
    of_text = " ".join(x for x in (text.name, clock.article) if x) if text else ""
    own = f"the date of {of_text}" if of_text else "the text's own date"
    by = f"{named(clock.by, name)}, {clock.source.date}" if clock.by else of_text or "the text"
    leaves = (Node("stated", claim=clock.source.claim.id),) if clock.by and clock.source.claim else ()
    if clock.words and not clock.by:
        yield Node(of_text or "the text", clock.words)
    if clock.after:
        words = f"after {_matter(standing.agreement, clock.after)}"
        yield Node(by, words + _reached(standing, clock.after, clock.by), children=leaves)
    for deadline in deadlines(standing.agreement, provision.id, clock, standing.as_of):
        past = deadline.past(standing.on, standing.agreement.cut_off)
        falls = "was due" if past else "stands still, would be due" if clock.suspended else "due"
        words = f"as stated by {by}" if clock.by else f"by {own}"
        if deadline.start:
            by = named(sorted(deadline.by, key=name), name)
            words = f"counted from {deadline.start.day}" + (f" ({by})" if by else ", the text's own day")
            words += f", by {of_text}" if of_text else ""
        counted = tuple(
            Node("stated", claim=claim) for claim in (deadline.start.claims if deadline.start else ())
        )
        yield Node(f"{falls} {deadline.due}", words, children=(*leaves, *counted))


def _trigger_node(standing: Standing, asserted: Assertion, name: Name) -> Node:
    after = f"after {_matter(standing.agreement, asserted.after)}" if asserted.after else asserted.text
    day = asserted.source.date if asserted.source.date.known else asserted.at
    who = name(asserted.by) if asserted.by else "nobody named"
    words = f"{who}, {day if day.known else 'day not stated'}"
    if asserted.source.authors_reading:
        words += ", the case author's reading"
    if asserted.after:
        words += _reached(standing, asserted.after, (asserted.by,))
    return Node(after, words, claim=asserted.source.claim.id if asserted.source.claim else None)


def _reached(standing: Standing, matter: str, by: tuple[str, ...]) -> str:
    """Where the duty waited for stands, in the accounts of those who assert the order; in all of them for the text's."""
    if matter not in standing.agreement.provisions:
        return ""
    heard = [v for v in standing.viewpoints if not by or speaks_for(by, v.holders, standing.side)]
    where = (f"{v.label}: {value_words(standing.cells(matter)[v.id])}" for v in heard if not v.mission)
    return "".join(f"; as stated by {account}" for account in where)


def _matter(agreement: Agreement, matter: str) -> str:
    provision = agreement.provisions.get(matter)
    return f"{provision.name} ({matter})" if provision else matter


def value_words(cell: Cell) -> str:
    """The cell in words: "NOT MET stated", "NO STATEMENT HELD", "UNKNOWN: ..."."""
    if cell.reason in _NOTHING:
        return _NOTHING[cell.reason]
    if cell.value is Truth.UNKNOWN:
        return f"UNKNOWN: {cell.words}"
    ground = f" {cell.ground.value}" if cell.ground else ""
    return f"{VALUE_WORDS[cell.value]}{ground}{' in general words' if cell.general else ''}"


def account_nodes(standing: Standing, matter: str) -> Iterator[Node]:
    """Each viewpoint's account of a duty, the mission's own with what it concluded."""
    cells = standing.cells(matter)
    for view in standing.viewpoints:
        yield cell_node(view, cells[view.id], standing.concluded(matter) if view.mission else ())


def finding_node(finding: Finding) -> Node:
    """Who concluded it, on which rung, in which words, what it cites, and what the accused side answered."""
    cited = tuple(Node("cited", claim=claim) for claim in finding.claims)
    answer = finding.answer or "none held"
    answered = Node("the accused side's answer", answer, finding.answered or None, counted=False)
    words = f"{finding.rung.words}{f': {finding.text}' if finding.text else ''}"
    return Node(f"{finding.role}, {finding.at}", words, children=(*cited, answered))


def cell_node(viewpoint: Viewpoint, cell: Cell, findings: Iterable[Finding] = ()) -> Node:
    """One viewpoint's account with the statements that give it, or with the findings that cite them."""
    words = value_words(cell) + (f"; {cell.degree.words}" if cell.degree else "")
    if cell.held:
        words += f" ({len(cell.held)} held, date doubtful, not counted)"
    if cell.value is not Truth.UNKNOWN and cell.reason not in (Reason.STATED, Reason.FOUND, Reason.GENERAL):
        words += f" - {cell.words}"
    label = "mission's own finding" if viewpoint.mission else f"as stated by {viewpoint.label}"
    found = tuple(finding_node(finding) for finding in findings)
    return Node(label, words, children=found or tuple(Node("stated", claim=claim) for claim in cell.claims))


def apart_nodes(cells: Iterable[Cell]) -> Iterator[Node]:
    """What is listed and not counted, each with why."""
    cells = tuple(cells)
    counted = {claim for cell in cells for claim in cell.claims}
    groups = (
        ("not checked", "a machine reading that nobody has checked", "proposals"),
        ("held", "may be later than this day, or speaks of a later one", "held"),
        ("superseded", "gave way to a later or more specific statement of the same side", "superseded"),
        ("no value", "speaks on the matter and gives no value", "beside"),
    )
    found = []
    for label, why, name in groups:
        claims = dict.fromkeys(
            claim for cell in cells for claim in getattr(cell, name) if claim not in counted
        )
        words = f"{why}{_change_of(cells) if name == 'proposals' else ''}"
        found += [Node(label, words, claim=claim, counted=False) for claim in claims]
    if found:
        yield Node("Not counted", children=tuple(found))


def _change_of(cells: Iterable[Cell]) -> str:
    moved = [
        f"{VALUE_WORDS[c.value]} -> {VALUE_WORDS[c.with_proposals]}"
        for c in cells
        if c.value is not c.with_proposals
    ]
    return (
        f"; with all of them: {', '.join(dict.fromkeys(moved))}" if moved else "; would change no value above"
    )


def change_words(cells: Iterable[Cell]) -> str:
    """What would have to be held for a cell to hold something else, in the order of the reasons."""
    found = {code for cell in cells for code in (cell.reason, *cell.also)}
    return "; ".join(
        dict.fromkeys(code.change for code in sorted(found, key=lambda c: c.rank) if code.change)
    )
