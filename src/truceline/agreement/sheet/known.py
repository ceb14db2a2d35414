"""The names that a row may point to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from truceline.agreement.model import Agreement
from truceline.agreement.sheet.slip import Slip
from truceline.agreement.types import types
from truceline.files import closest

_TOLD = {
    "actors": "actor of actors.yaml or of the lists that come with Truceline",
    "instruments": "text (instruments)",
    "anchors": "anchor",
    "phases": "phase",
    "provisions": "provision",
    "issues": "issue of issues.yaml",
    "types": "word of the vocabulary of provision types",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Ids by what they are of."""

    actors: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    provisions: frozenset[str] = frozenset()
    issues: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()

    def need(self, what: str, id_: str) -> str:
        """The id; raises Slip with the nearest where it is none of ``what``."""
        names: frozenset[str] = getattr(self, what)
        if id_ not in names:
            near = closest(id_, names)
            listed = ", ".join(sorted(names)) if len(names) <= 12 else ""
            expected = f"one of {listed}" if listed else "one that is defined"
            raise Slip(f"there is no {_TOLD[what]} '{id_}'", expected if names else "", near)
        return id_

    def with_provisions(self, ids: Iterable[str]) -> Known:
        """The same with provisions that a sheet adds."""
        return replace(self, provisions=self.provisions | frozenset(ids))


def known(agreement: Agreement, actors: Iterable[str], issues: Iterable[str]) -> Known:
    """The names of an agreement and of the files beside it."""
    return Known(
        actors=frozenset(actors),
        instruments=frozenset(agreement.instruments),
        anchors=frozenset(agreement.anchors),
        phases=frozenset(agreement.phases),
        provisions=frozenset(agreement.provisions),
        issues=frozenset(issues),
        types=frozenset(types()),
    )
