"""What the names of a formula stand for: a figure of ``figures``, or what is stated or owed under a provision."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.amounts.formula import Amount, AmountError, Elapsed, Known, Leaf, Owed, leaves, parse
from truceline.agreement.amounts.wording import words
from truceline.agreement.circles import Wait
from truceline.agreement.model import Agreement, Provision, Target
from truceline.agreement.standing import Figured


def figured(agreement: Agreement, name: str) -> Figured | None:
    """The figure of that id, or the one thing that is owed under the provision of that id; None where there is neither.

    A provision that owes several things gives none: which of them is meant has to be written as a figure.
    """
    if name in agreement.figures:
        return agreement.figures[name]
    provision = agreement.provisions.get(name)
    owed = quantity(provision) if provision else None
    if provision is None or owed is None:
        return None
    counts = (owed.counts, *provision.cues.counts)
    return Figured(name, owed.counts, name, counts, owed.unit, owed.per)


def quantity(provision: Provision) -> Target | None:
    """The one quantity of a provision: the text's own, else the only one that is asserted; None where there are several."""
    own = [t for t in provision.targets if not t.by] or list(provision.targets)
    return own[0] if len(own) == 1 else None


def names(agreement: Agreement, leaf: Leaf) -> str:
    """What a name stands for, in words."""
    if isinstance(leaf, Elapsed):
        anchor = agreement.anchors.get(leaf.anchor)
        return f"{leaf.unit}s since {anchor.text if anchor and anchor.text else leaf.anchor}"
    if isinstance(leaf, Owed):
        provision = agreement.provisions.get(leaf.id)
        return f"what is owed under {leaf.id} ({provision.name})" if provision else leaf.id
    found = figured(agreement, leaf.id)
    return found.name if found else leaf.id.replace("_", " ")


def in_words(agreement: Agreement, formula: str) -> str:
    """A formula with the names of its figures; as it stands where it cannot be read."""
    try:
        return words(parse(formula), lambda leaf: names(agreement, leaf))
    except AmountError:
        return formula


def formulas(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Whose amount goes by a formula, a provision's or a figure's id, and the formula."""
    for p in agreement.provisions.values():
        yield from ((p.id, t.formula) for t in p.targets if t.formula)
    yield from ((f.id, f.formula) for f in agreement.figures.values() if f.formula)


def waits(agreement: Agreement) -> Iterator[Wait]:
    """Which amount rests on which other amount that is itself worked out; formulas that cannot be read are left out."""
    for of, formula in formulas(agreement):
        try:
            found: Amount = parse(formula)
        except AmountError:
            continue
        for leaf in leaves(found):
            owed = isinstance(leaf, Owed) and leaf.id in agreement.provisions
            made = isinstance(leaf, Known) and (f := agreement.figures.get(leaf.id)) and f.formula
            if not isinstance(leaf, Elapsed) and (owed or made):
                yield Wait(of, leaf.id, words=formula)


def reckoned_with(agreement: Agreement, provision: Provision) -> frozenset[str]:
    """The provisions under which the figures are stated that the amounts of a provision rest on, however far behind."""
    found: set[str] = set()
    done: set[str] = set()
    left = [t.formula for t in provision.targets if t.formula]
    while left:
        formula = left.pop()
        if formula in done:
            continue
        done.add(formula)
        try:
            named = list(leaves(parse(formula)))
        except AmountError:
            continue
        for leaf in named:
            held = None if isinstance(leaf, Elapsed) else figured(agreement, leaf.id)
            if held is not None:
                found |= {held.provision} if held.provision else set()
                left += [held.formula] if held.formula else []
            if isinstance(leaf, Owed) and leaf.id in agreement.provisions:
                left += [t.formula for t in agreement.provisions[leaf.id].targets if t.formula]
    return frozenset(found)
