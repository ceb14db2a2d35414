"""T001, T018, T020, T032, T033, T042, T052: entries that lack what they need, or that cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.model import Agreement, Cues, Deed, Provision
from truceline.agreement.types import types
from truceline.files import nearest


def check(agreement: Agreement, at: Places) -> Iterator[Warning]:
    """Warnings about single provisions, then about names and cues that two of them share."""
    for p in agreement.provisions.values():
        yield from _provision(p, at)
        yield from _words(p, at)
    yield from _names(agreement, at)
    yield from _same_cues(agreement, at)


def _provision(p: Provision, at: Places) -> Iterator[Warning]:
    where = at("provisions", p.id)
    if not p.bearer:
        yield tell("T001", where, f"{p.id} ({p.name}) has no bearer: nobody owes it", p.id)
    if not (p.cues.any or p.cues.counts or p.cues.acts):
        told = f"{p.id} ({p.name}) has no cues: no statement can be linked to it but by hand"
        yield tell("T018", where, told, p.id)
    if p.type and p.type not in types():
        near = nearest(p.type, types())
        message = f"the type '{p.type}' of {p.id} is not in the vocabulary"
        place = at("provisions", p.id, "type")
        yield tell("T020", place, message + (f"; the nearest is '{near}'" if near else ""), p.type)
    if p.modality == "may" and p.deed in (Deed.OBLIGATION, Deed.PROHIBITION):
        told = f"{p.id} ({p.name}): its deed is {p.deed} and its modality 'may': is it owed or not?"
        yield tell("T033", at("provisions", p.id, "modality"), told, p.id)


def _words(p: Provision, at: Places) -> Iterator[Warning]:
    """Words that count for a provision and against it."""
    for first, second in (("done", "undone"), ("any", "never")):
        both = _folded(p.cues, first) & _folded(p.cues, second)
        if both:
            told = ", ".join(f"'{word}'" for word in sorted(both))
            message = f"{told} stands under '{first}' and under '{second}' of {p.id}"
            yield tell("T042", at("provisions", p.id, "cues", second), message, p.id)


def _folded(cues: Cues, key: str) -> set[str]:
    return {str(word).casefold() for word in getattr(cues, key)}


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


def _names(agreement: Agreement, at: Places) -> Iterator[Warning]:
    for key in ("instruments", "zones", "phases", "provisions", "gates"):
        things: Mapping[str, _Named] = getattr(agreement, key)
        first: dict[str, str] = {}
        for thing in things.values():
            known = first.setdefault(thing.name.casefold(), thing.id)
            if known != thing.id:
                message = f"{known} and {thing.id} under {key} are both called '{thing.name}'"
                yield tell("T032", at(key, thing.id, "name"), message, known, thing.id)


def _same_cues(agreement: Agreement, at: Places) -> Iterator[Warning]:
    first: dict[tuple[frozenset[str], ...], str] = {}
    for p in agreement.provisions.values():
        if not p.cues.any:
            continue
        words = tuple(frozenset(_folded(p.cues, key)) for key in ("any", "require", "never"))
        known = first.setdefault((frozenset(p.bearer), *words), p.id)
        if known != p.id:
            message = f"{known} and {p.id} have one bearer and the same cues: each statement goes to both"
            yield tell("T052", at("provisions", p.id, "cues"), message, known, p.id)
