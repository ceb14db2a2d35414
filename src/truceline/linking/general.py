"""General words ("adhered to all requirements"): which duties they stand for, and how the reason is told."""

from __future__ import annotations

from collections.abc import Mapping

from truceline.agreement.model import Deed, Phase, Provision
from truceline.evidence import Compliance
from truceline.linking.phrases import Run

_STAGES = frozenset({"phase", "stage"})
_ORDER = (
    ("first", "one", "1", "i"),
    ("second", "two", "2", "ii"),
    ("third", "three", "3", "iii"),
    ("fourth", "four", "4", "iv"),
)
_LONGEST = 60


def stands_for(provision: Provision, phases: frozenset[str] | None) -> bool:
    """Whether a duty or a ban is meant: any of its bearer's, or those of the phases that the words name."""
    owed = provision.deed in (Deed.OBLIGATION, Deed.PROHIBITION)
    return owed and (phases is None or provision.phase in phases)


def named(content: Run, phases: Mapping[str, Phase]) -> frozenset[str] | None:
    """The phases that words name by their order ("the first phase", "phase two"); None where they name no phase, an empty set where the
    agreement has none of that order.
    """
    beside = {
        w
        for at, word in enumerate(content)
        if word in _STAGES
        for w in (*content[max(0, at - 1) : at], *content[at + 1 : at + 2])
    }
    found = [n for n, order in enumerate(_ORDER) if not beside.isdisjoint(order)]
    held = tuple(phases)
    return frozenset(held[n] for n in found if n < len(held)) if found else None


def reason(payload: Compliance) -> str:
    """The general words themselves, as told."""
    told = " ".join(payload.duty.split())
    return f'general words: "{told if len(told) <= _LONGEST else told[: _LONGEST - 3].rstrip() + "..."}"'
