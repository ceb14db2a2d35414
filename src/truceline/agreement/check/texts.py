"""T045, T049: texts that contain each other, and sides that hold two stances on one."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Name, Warning, tell  # noqa: A004
from truceline.agreement.model import Agreement, Consent


def check(agreement: Agreement, at: Places, name: Name = str) -> Iterator[Warning]:
    """Warnings about the texts of the agreement and who consents to them."""
    for text in agreement.instruments.values():
        if (ring := _ring(agreement, text.id)) and text.id == min(ring):
            told = f"{' -> '.join([*ring, ring[0]])}: each is an annex of the next"
            yield tell("T045", at("instruments", text.id, "parent"), told, *ring)
    yield from _signed(agreement, at, name)
    yield from _twice(agreement, at, name)


def _ring(agreement: Agreement, start: str) -> list[str]:
    """The texts from ``start`` over its parents back to it; empty where they do not lead back."""
    path = [start]
    while (text := agreement.instruments.get(path[-1])) is not None and text.parent:
        if text.parent == start:
            return path
        if text.parent in path:
            return []
        path.append(text.parent)
    return []


def _signed(agreement: Agreement, at: Places, name: Name) -> Iterator[Warning]:
    for i, c in enumerate(agreement.consent):
        text = agreement.instruments.get(c.instrument)
        if text is None or c.stance != "reject" or c.actor not in text.signed_by:
            continue
        # A rejection of a later day is a change of mind.
        if text.date.latest is None or c.at.earliest is None or c.at.earliest <= text.date.latest:
            told = f"{name(c.actor)} has signed {text.id} and is held to reject it"
            yield tell("T049", at("consent", i, "stance"), told, c.actor, text.id)


def _twice(agreement: Agreement, at: Places, name: Name) -> Iterator[Warning]:
    first: dict[tuple[str, str, str], Consent] = {}
    for i, c in enumerate(agreement.consent):
        known = first.setdefault((c.actor, c.instrument, c.at.edtf), c)
        if known.stance != c.stance:
            told = f"{name(c.actor)} holds two stances on {c.instrument} on one day ({c.at}): {known.stance}, {c.stance}"
            yield tell("T049", at("consent", i, "stance"), told, c.actor, c.instrument)
