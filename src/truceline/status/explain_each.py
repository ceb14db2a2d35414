"""What is owed each time: the last occasion in each account, and whether what was owed on it was done by that account."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.model import Provision
from truceline.evidence import Truth, Viewpoint
from truceline.status.clocks import clocks
from truceline.status.explain import Node, value_words
from truceline.status.holding import day_of
from truceline.status.standing import Standing


def each_nodes(standing: Standing, provision: Provision) -> Iterator[Node]:
    """For each clock that starts anew with another duty, the last occasion account by account; nothing where there is none such."""
    held = clocks(provision, standing.as_of, standing.on)
    for matter in dict.fromkeys(clock.after for clock in held if clock.after and clock.each):
        other = standing.agreement.provisions.get(matter)
        if other is not None:
            yield _each_node(standing, provision, other)


def _each_node(standing: Standing, provision: Provision, other: Provision) -> Node:
    told = [_account_node(standing, provision, other, v) for v in standing.viewpoints if not v.mission]
    held = tuple(node for node in told if node.children)
    silent = ", ".join(node.label for node in told if not node.children)
    rest = (Node("no occasion stated", silent),) if silent else ()
    words = f"each time something of {other.name} ({other.id}) is done: the last occasion, and what is said to have followed"
    return Node("Each time", words, children=(*held, *rest))


def _account_node(standing: Standing, provision: Provision, other: Provision, viewpoint: Viewpoint) -> Node:
    rows = standing.fulfilments(other.id, viewpoint, each=True)
    if not rows:
        return Node(viewpoint.label)
    day = day_of(rows[-1])
    last = [row for row in rows if day_of(row) == day]
    more = f", {len(rows)} held" if len(rows) > 1 else ""
    cell = standing.cells(provision.id)[viewpoint.id]
    since = cell.at is not None and cell.at >= day and cell.value is not Truth.UNKNOWN
    what = value_words(cell) if since else "nothing that tells it is held of that day or since"
    shown = tuple(Node("the occasion", claim=row.claim, counted=False) for row in last)
    return Node(
        f"as stated by {viewpoint.label}",
        f"last occasion by {day}{more}; done: {what}",
        children=shown,
    )
