"""What a claim asserts, by kind. All frozen, all plain values, so that a payload can be hashed and compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What a number counts over: since a start (total), per unit of time (rate), or in one period only (new)."""

    TOTAL = "total"
    RATE = "rate"
    NEW = "new"


class Stance(StrEnum):
    """Where a holder stands on an issue."""

    ACCEPT = "accept"
    REJECT = "reject"
    CONDITIONAL = "conditional"
    DEMAND = "demand"
    OFFER = "offer"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts something.

    ``low`` alone means "more than" or "at least", ``high`` alone "up to", equal ends an exact or "around" value.
    ``counts`` says what is counted in a noun phrase ("violations", "killed", "aid trucks entered"); ``base`` the EDTF
    date counted from, ``as_of`` the EDTF date counted to; ``counter`` who counted, ``side`` whose acts are counted, in
    the text's words. ``parts`` are (what, number) pairs the text gives as making up the total.
    """

    counts: str
    low: float | None
    high: float | None
    approximator: str = ""
    unit: str = ""
    basis: Basis = Basis.TOTAL
    per: str = ""
    base: str = ""
    as_of: str = ""
    counter: str = ""
    side: str = ""
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """One reported event: type (a vocabulary word), place and time as written, alleged author, harm as written."""

    type: str
    place: str = ""
    time: str = ""
    author: str = ""
    harm: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where ``holder`` (as written) stands on ``issue`` (as written), with the condition attached to it, if any."""

    holder: str
    issue: str
    stance: Stance
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """An act of the talks: offer, reply, meeting, announcement, pledge or signature, by whom, about what."""

    act: str
    by: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Compliance:
    """``actor`` is said to have kept (met) or broken (breached) ``duty``; ``general`` for "all requirements"."""

    actor: str
    duty: str
    value: str
    general: bool = False
    degree: int | None = None


@dataclass(frozen=True, slots=True)
class State:
    """``thing`` (a track, crossing, committee, force or zone) is said to be ``value`` (stalled, closed, formed ...)."""

    thing: str
    value: str
    by: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """``what`` is said to wait for ``awaits``."""

    what: str
    awaits: str


@dataclass(frozen=True, slots=True)
class Term:
    """What ``instrument`` (a text, as written) is said to provide."""

    instrument: str
    term: str
    bearer: str = ""


Payload = Figure | Incident | Position | Step | Compliance | State | Condition | Term
