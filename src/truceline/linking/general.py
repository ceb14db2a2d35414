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


def stands_for(provision: Provision, phases: frozenset[str]) -> bool:
    """Whether a duty or a ban is meant: any of its bearer's, or those of the phases that the words name."""
    owed = provision.deed in (Deed.OBLIGATION, Deed.PROHIBITION)
    return owed and (not phases or provision.phase in phases)


def named(content: Run, phases: Mapping[str, Phase]) -> frozenset[str]:
    """The phases that words name by their order ("the first phase", "phase two"); none where they name no phase, or one too many."""
    found = set()
    for id_, words in zip(phases, _ORDER, strict=False):
        for at, word in enumerate(content):
            if word in _STAGES and (
                content[max(0, at - 1) : at] in {(w,) for w in words}
                or content[at + 1 : at + 2] in {(w,) for w in words}
            ):
                found.add(id_)
    return frozenset(found)


def reason(payload: Compliance) -> str:
    """The general words themselves, as told."""
    told = " ".join(payload.duty.split())
    return f'general words: "{told if len(told) <= _LONGEST else told[: _LONGEST - 3].rstrip() + "..."}"'
