"""The face of a row: all that it can show about its duty, to any viewpoint and on any day.

Two rows with one face weigh alike, whatever quantities a viewpoint measures by. An indexed table keeps rows by holder,
measure and face, and so finds the few that may matter on a day (docs/decisions/0112-status-at-scale.md).
"""

from __future__ import annotations

from truceline.agreement.in_force import in_force
from truceline.agreement.model import Agreement, Provision
from truceline.evidence import Evidence, Figure, Truth, digest
from truceline.status import quantities
from truceline.status.holding import day_of
from truceline.status.reasons import Reason, of_words

VERSION = 3
"""Raise it with each change of what a figure shows beside a target (``quantities.compare``): tables then sort anew."""

MUTE = "mute"
"""The end of the face of a row that surely shows nothing, whatever quantity it is set beside."""

_SHORT = {Reason.UNDECIDED: "?", Reason.UNITS_DIFFER: "u", Reason.NO_TARGET: "-"}
_NOTHING = "u-"


class Faces:
    """The faces of rows on the duties of an agreement."""

    def __init__(self, agreement: Agreement) -> None:
        self._provisions = in_force(agreement).provisions

    def of(self, row: Evidence) -> str:
        """The row's face: its own bits, or what its figure comes to beside each quantity owed, or that it shows nothing."""
        general = "general " if row.general else ""
        if row.truth is not Truth.UNKNOWN:
            return f"{general}{row.truth.word}"
        counted = "counted " if row.speaks else ""
        if row.figure is None or of_words(row.why) is not Reason.NO_STATE:
            return f"{counted}{MUTE}"
        beside = self._beside(row, row.figure)
        return f"{general}{counted}figure {beside}" if beside.strip(_NOTHING) else f"{counted}{MUTE}"

    def _beside(self, row: Evidence, figure: Figure) -> str:
        """What the figure comes to beside each target; nothing but ``_NOTHING`` where it surely shows nothing."""
        provision = self._provisions.get(row.matter)
        if provision is None:
            return ""
        counts, deed = provision.cues.counts, provision.deed
        found = []
        for target in provision.targets:
            if target.formula and quantities.comparable(figure, target, counts):
                # Reckoned anew by each viewpoint for the day of the figure: only the same figure of one day shows the same.
                found.append(f"({figure.low} {figure.high} {figure.approximator} {figure.per} {day_of(row)})")
                continue
            outcome = quantities.compare(figure, target, deed, counts)
            found.append(_SHORT.get(outcome.reason) or str(int(outcome.truth)))
        return "".join(found)

    def digest(self, matter: str) -> str:
        """Changes with whatever the faces of a matter's rows depend on, so that a table knows when to sort them anew."""
        provision = self._provisions.get(matter)
        return digest(repr((VERSION, _owed(provision) if provision else None)))[:16]


def _owed(provision: Provision) -> object:
    targets = [
        (t.counts, t.low, t.high, t.unit, t.per, t.formula, *([t.direction] if t.direction else []))
        for t in provision.targets
    ]
    return provision.deed.value, targets, provision.cues.counts
