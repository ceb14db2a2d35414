"""Which bits a statement gives: the table of kind x polarity x hedge, for duties and for bans.

Duties: "done" is for, "not done" against. Bans: "kept" is for, a breach or a count above zero against, silence and denial
neither. What may, will or would be gives none; a position says what should be, not what is (design.md, Truth).
"""

from __future__ import annotations

from truceline.agreement.model import Deed, Provision
from truceline.evidence import Claim, Compliance, Figure, Hedge, Incident, Kind, Polarity, Truth

NO_BITS = {
    Kind.POSITION: "position only",
    Kind.CONDITION: "says what waits for what, not what is",
    Kind.TERM: "says what a text provides, not what is done",
    Kind.STATEMENT: "names no state of this duty",
    Kind.STEP: "an act of the talks, not a state of this duty",
}


def bits(claim: Claim, provision: Provision, *, done: bool, undone: bool) -> tuple[Truth, str]:
    """The bits and, in words, what gives them or why there are none.

    ``done`` and ``undone`` tell whether the provision's state words stand in the claim.
    """
    if claim.hedge in (Hedge.CONDITIONAL, Hedge.FUTURE, Hedge.POSSIBLE):
        return Truth.UNKNOWN, f"{claim.hedge.value}: says what may or will be, not what is"
    if provision.deed is Deed.PERMISSION:
        return Truth.UNKNOWN, "a permission cannot be met or breached"
    if claim.polarity is Polarity.DENIED and isinstance(claim.payload, Figure):
        return Truth.UNKNOWN, "a denial cancels only itself"
    value, why = _affirmed(claim, provision, done=done, undone=undone)
    if claim.polarity is Polarity.AFFIRMED or value is Truth.UNKNOWN:
        return value, why
    if provision.deed is Deed.PROHIBITION:
        return Truth.UNKNOWN, "a denial cancels only itself"
    return ~value, f"denied: {why}"


def _affirmed(claim: Claim, provision: Provision, *, done: bool, undone: bool) -> tuple[Truth, str]:
    match claim.payload:
        case Compliance(value=value):
            return (Truth.MET, "said to be kept") if value == "met" else (Truth.NOT_MET, "said to be broken")
        case Figure() if provision.deed is Deed.PROHIBITION and any(t.high for t in provision.targets):
            return Truth.UNKNOWN, "a figure, compared with what is owed"
        case Figure(low=low, high=high) if provision.deed is Deed.PROHIBITION:
            some = (low or 0) > 0 or (low is None and (high or 0) > 0)
            return (
                (Truth.NOT_MET, "a count above zero")
                if some
                else (Truth.UNKNOWN, "a count of zero proves no ban kept")
            )
        case Figure():
            return Truth.UNKNOWN, "a figure, compared with what is owed"
        case Incident() if provision.deed is Deed.PROHIBITION:
            return Truth.NOT_MET, "an incident is reported"
        case _ if claim.kind in (Kind.STATE, Kind.STEP, Kind.STATEMENT):
            return _state(claim.kind, done=done, undone=undone)
        case _:
            return Truth.UNKNOWN, NO_BITS.get(claim.kind, "names no state of this duty")


def _state(kind: Kind, *, done: bool, undone: bool) -> tuple[Truth, str]:
    if done and not undone:
        return Truth.MET, "said to be done"
    if undone:
        return Truth.NOT_MET, "said to be not done"
    return Truth.UNKNOWN, NO_BITS.get(kind, "names no state of this duty")
