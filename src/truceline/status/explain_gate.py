"""Why a gate stands where it stands: each condition, in each account, down to the statements (frame B as a tree)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from truceline.agreement.model import Agreement, Gate
from truceline.agreement.spoken import plain, spoken
from truceline.evidence import Viewpoint
from truceline.status.explain import (
    VALUE_WORDS,
    Name,
    Node,
    apart_nodes,
    cell_node,
    change_words,
    how_node,
    named,
    value_words,
)
from truceline.status.gates import Condition, OpenPart, gate_row
from truceline.status.loops import loops
from truceline.status.standing import Standing


def gate_node(standing: Standing, gate: Gate, name: Name = str, recorded: date | None = None) -> Node:
    """The text, who declared the gate open, each condition in each account, circles, and how."""
    row = gate_row(standing, gate)
    matters = dict.fromkeys(matter for condition in row.conditions for matter in condition.matters)
    cells = [cell for matter in matters for cell in standing.cells(matter).values()]
    declared = tuple(
        Node(name(said.by), said.text, said.source.claim.id if said.source.claim else None)
        for said in row.declared
    )
    children = (
        Node("The texts", spoken(row.text, standing.agreement, name)),
        Node(
            "Declared open by anybody?",
            "" if declared else "no such statement held at this date",
            children=declared,
        ),
        *(_condition_node(standing, condition, name) for condition in row.conditions),
        *_circles(standing, gate, name),
        *apart_nodes(cells),
        Node("What would change this", change_words(cells)),
    )
    how = how_node(children, standing, recorded)
    return Node(
        f"{gate.name.upper()} ({gate.id})", "whose condition, in whose account", children=(*children, how)
    )


def _condition_node(standing: Standing, condition: Condition, name: Name) -> Node:
    read = (
        "the text's own"
        if condition.of_text
        else "as stated"
        if condition.mapping == "stated"
        else "that these duties are meant is the case author's reading"
    )
    meant = spoken(condition.formula, standing.agreement, name) if condition.formula else "names no duty"
    words = f"{condition.words}: {meant} - {read}" if condition.words else f"{meant} - {read}"
    stated = (Node("stated", claim=condition.claim),) if condition.claim else ()
    accounts = tuple(_account_node(standing, condition, v, name) for v in standing.viewpoints)
    parts = tuple(Node("cannot be measured", plain(words, name)) for words in condition.unmeasurable)
    return Node(condition.whose(name), words, children=(*stated, *parts, *accounts))


def _account_node(standing: Standing, condition: Condition, viewpoint: Viewpoint, name: Name) -> Node:
    cells = ((matter, standing.cells(matter)[viewpoint.id]) for matter in condition.matters)
    parts = tuple(_part_node(matter, viewpoint, standing) for matter, _ in cells)
    opened = tuple(_open_nodes(standing.agreement, condition.open_parts[viewpoint.id], viewpoint, name))
    label = "mission's own findings" if viewpoint.mission else f"as stated by {viewpoint.label}"
    return Node(label, value_words(condition.cells[viewpoint.id]), children=(*parts, *opened))


def _part_node(matter: str, viewpoint: Viewpoint, standing: Standing) -> Node:
    found = standing.concluded(matter) if viewpoint.mission else ()
    shown = cell_node(viewpoint, standing.cells(matter)[viewpoint.id], found)
    return Node(
        f"{standing.agreement.provisions[matter].name} ({matter})", shown.words, children=shown.children
    )


def _open_nodes(
    agreement: Agreement, parts: tuple[OpenPart, ...], viewpoint: Viewpoint, name: Name
) -> Iterator[Node]:
    for wanted in dict.fromkeys(part.wanted for part in parts):
        same = [part for part in parts if part.wanted is wanted]
        holders = " or ".join(sorted({name(actor) for actor in same[0].by}))
        who = "a finding of the mission" if viewpoint.mission else f"a statement by {holders}"
        matters = ", ".join(title(agreement, part.matter) for part in same)
        yield Node("would have to be stated", f"{matters}: {VALUE_WORDS[wanted]}, {who}")


def title(agreement: Agreement, matter: str) -> str:
    """A duty or gate by its name with its id; the id alone where the agreement has none such."""
    known = agreement.provisions.get(matter) or agreement.gates.get(matter)
    return f"{known.name} ({matter})" if known else matter


def _circles(standing: Standing, gate: Gate, name: Name) -> tuple[Node, ...]:
    found = [loop for loop in loops(standing.agreement, standing.as_of, standing.on) if gate.id in loop.ids]
    told = []
    for loop in found:
        called = {i: title(standing.agreement, i) for i in loop.ids}
        steps = tuple(
            Node(f"{called[w.what]} waits for {called[w.awaits]}", named(w.by, name) or "by the text's order")
            for w in loop.waits
        )
        ring = " <- ".join(called[i] for i in reversed((*loop.ids, loop.ids[0])))
        told.append(Node("A circle, as stated", ring, children=steps))
    return tuple(told)
