"""Which ceasefire a statement speaks of: the sidecar says, the text may contradict."""

from __future__ import annotations

from datetime import date

from truceline.agreement.model import Agreement
from truceline.evidence import Claim, Document, Kind, Link, Target


def start_of(agreement: Agreement) -> date | None:
    """The earliest day from which any side counts the ceasefire."""
    anchor = agreement.anchors.get(agreement.effective)
    days = [v.day.earliest for v in anchor.values if v.day.earliest] if anchor else []
    return min(days, default=None)


def ceasefire_link(claim: Claim, document: Document, agreement: Agreement) -> Link:
    """The ceasefire of the claim; doubtful where the words' own time lies before the agreement that the sidecar names."""
    named = document.ceasefire or agreement.id
    reason = "the sidecar says so" if document.ceasefire else "no sidecar says otherwise"
    start = start_of(agreement)
    early = start is not None and claim.about.latest is not None and claim.about.latest < start
    if (
        named == agreement.id
        and early
        and claim.kind in (Kind.FIGURE, Kind.INCIDENT, Kind.STATE, Kind.COMPLIANCE)
    ):
        reason = f"the sidecar says so, but the words speak of {claim.about}, before this ceasefire began"
        return Link(claim.id, Target.CEASEFIRE, "before " + agreement.id, reason=reason, doubtful=True)
    return Link(claim.id, Target.CEASEFIRE, named, reason=reason)
