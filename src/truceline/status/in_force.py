"""Whether a later text's change holds on a day, for whom, and when a text ends; what is changed: agreement/in_force.py."""

from __future__ import annotations

from datetime import date

from truceline.agreement.in_force import EXTEND, said_on
from truceline.agreement.model import Agreement, Amendment, Provision
from truceline.evidence import Interval
from truceline.status.clocks import Side, speaks_for


def known(amendment: Amendment, as_of: date) -> bool:
    """Whether it holds on a day: from its own, and where an actor asserts it from that of its source."""
    cited = amendment.source.date.latest if amendment.source.claim else None
    first = amendment.since.latest or date.min
    return first <= as_of and (amendment.of_text or (cited is not None and cited <= as_of))


def expiry(
    agreement: Agreement, text: str, as_of: date, holders: frozenset[str] | None = None, side: Side = str
) -> Interval:
    """The end of a text as it stands on a day for those ``holders``: its own, or the one to which it was extended."""
    found = agreement.instruments[text].expires
    for a in agreement.amendments:
        if a.of == text and a.does == EXTEND and known(a, as_of) and _holds(a, as_of, holders, side):
            found = a.until
    return found


def end_of(
    agreement: Agreement,
    provision: Provision,
    as_of: date,
    holders: frozenset[str] | None = None,
    side: Side = str,
) -> date | None:
    """The last day of the last of a duty's texts to end, as it stands on a day for those ``holders``; None where one goes on."""
    texts = [t for t in provision.texts if t in agreement.instruments]
    ends = [expiry(agreement, text, as_of, holders, side).latest for text in texts]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _holds(a: Amendment, as_of: date, holders: frozenset[str] | None, side: Side) -> bool:
    """Whether an amendment binds these holders; for None what the texts themselves say."""
    if holders is None:
        return a.of_text
    if not a.of_text:
        return speaks_for(a.by, holders, side)
    said = (d for d in a.denied if d.source.claim is not None and said_on(d) <= as_of)
    return not any(speaks_for((d.by,), holders, side) for d in said)
