"""What begins only behind a gate: the duties of the phases that it opens, and those whose clocks wait for them."""

from __future__ import annotations

from truceline.agreement.model import Agreement, Clock, Gate, Provision

Behind = dict[str, str]
"""Provision id to the reason, told to a reader."""


def behind(agreement: Agreement, gate: Gate) -> Behind:
    """The provisions that cannot run before the gate is passed, each with its reason."""
    later = phases_behind(agreement, gate)
    signals = {p.announced: p.id for p in agreement.phases.values() if p.id in later and p.announced}
    found = {
        p.id: f"{p.id} belongs to phase {p.phase}, which lies behind {gate.id}"
        for p in agreement.provisions.values()
        if p.phase in later
    }
    while new := _waiting(agreement, found, signals):
        found.update(new)
    return found


def phases_behind(agreement: Agreement, gate: Gate) -> set[str]:
    """The phase that the gate opens and those that open after it; none for a gate within a phase."""
    within = len(gate.between) > 1 and gate.between[0] == gate.between[-1]
    opened = {p.id for p in agreement.phases.values() if p.opens_on == gate.id}
    found = opened or ({gate.phase} & set(agreement.phases) if not within else set())
    grown = True
    while grown:
        more = {p.id for p in agreement.phases.values() if _opens_from(agreement, p.opens_on) & found} - found
        grown, found = bool(more), found | more
    return found


def _opens_from(agreement: Agreement, gate: str) -> set[str]:
    """The phase from which a gate leads on."""
    held = agreement.gates.get(gate)
    return {held.between[0]} if held is not None and len(held.between) > 1 else set()


def _waiting(agreement: Agreement, found: Behind, signals: dict[str, str]) -> Behind:
    """Duties not yet found of which every clock of the text waits for one that was."""
    made: Behind = {}
    for p in agreement.provisions.values():
        why = "" if p.id in found else _why(p, found, signals)
        if why:
            made[p.id] = why
    return made


def _why(p: Provision, found: Behind, signals: dict[str, str]) -> str:
    reasons = [_late(clock, found, signals) for clock in p.clocks if not clock.by]
    return f"the clock of {p.id} {reasons[0]}" if reasons and all(reasons) else ""


def _late(clock: Clock, found: Behind, signals: dict[str, str]) -> str:
    if clock.after in found:
        return f"waits for {clock.after}; {found[clock.after or '']}"
    signal = next((s for s in (clock.starts, clock.anchor) if s in signals), None)
    return f"counts from {signal}, which announces phase {signals[signal]} behind the gate" if signal else ""
