"""How far a duty is carried out, 0 to 3, beside the value: a reading aid, in one account, never added up.

The scale is that of the Kroc Institute's Peace Accords Matrix: 0 not initiated, 1 minimum, 2 intermediate, 3 full
(https://peacepolicy.nd.edu/2017/10/11/a-barometer-of-peace-implementation-in-colombia/). There a person codes what happened;
here it is drawn from the value and, where a figure gives it, from the share of the quantity owed. That half of what is owed
parts minimum from intermediate is our choice, not theirs (docs/decisions/0125-three-days-and-a-degree.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from truceline.agreement.model import Deed, Provision, Target
from truceline.evidence import Evidence, Ground, Truth
from truceline.status import quantities
from truceline.status.quantities import Bounds

WORDS: Mapping[int, str] = {0: "not begun", 1: "minimum", 2: "intermediate", 3: "full"}
FULL, HALF = 3, 0.5


@dataclass(frozen=True, slots=True)
class Degree:
    """From ``low`` to ``high`` on the scale of 0 to 3, equal where it is certain; ``share`` of the quantity owed where figures give it."""

    low: int
    high: int
    share: Bounds | None = None

    def __str__(self) -> str:
        """``1``, or ``0-2`` where the account leaves it open."""
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"

    @property
    def words(self) -> str:
        """``degree 1 of 3 (minimum), 0.24 of what is owed``; ``degree 0-2 of 3 (below full)``."""
        of_owed = f", {_share(self.share)} of what is owed" if self.share else ""
        return f"degree {self} of 3 ({self._named}){of_owed}"

    @property
    def _named(self) -> str:
        if self.low == self.high:
            return WORDS[self.low]
        if (self.low, self.high) == (0, FULL - 1):
            return "below full"
        return f"{WORDS[self.low]} to {WORDS[self.high]}"

    def line(self) -> dict[str, int]:
        """As ``--json`` carries it."""
        return {"low": self.low, "high": self.high}


def _share(share: Bounds) -> str:
    ends = dict.fromkeys(f"{max(0.0, end):.2f}" for end in (share.low, share.high))
    return " to ".join(ends)


def degree(
    value: Truth, rows: Iterable[Evidence], provision: Provision, targets: tuple[Target, ...]
) -> Degree | None:
    """The degree that a value allows, narrowed by the figures among the ``rows`` that give it; None where it says nothing.

    Nothing held, or nothing settled, is no degree and never 0; nor do general words give one, which name no single duty. Only what is to
    be done has one: a ban is not kept by steps, and one breach does not measure it. Met is 3. Not met is below 3, and where a figure falls short, what its share comes to. Contested reaches
    from there up to 3; where that is the whole scale, it says nothing.
    """
    rows = tuple(rows)
    general = bool(rows) and all(row.general for row in rows)
    if value is Truth.UNKNOWN or general or provision.deed is not Deed.OBLIGATION:
        return None
    if value is Truth.MET:
        return Degree(FULL, FULL)
    short = [share for row in rows if row.truth & Truth.NOT_MET for share in _shares(row, provision, targets)]
    low, high = (0, FULL - 1)
    joined = None
    if short:
        joined = Bounds(min(s.low for s in short), max(s.high for s in short))
        low, high = step(joined.low), min(FULL - 1, step(joined.high))
    if value is Truth.CONTESTED:
        return Degree(low, FULL, joined) if low else None
    return Degree(low, high, joined)


def step(share: float) -> int:
    """The step of a share of what is owed: 0 for nothing, 1 below half, 2 below all of it, 3 from there on."""
    if share <= 0:
        return 0
    return 1 if share < HALF else 2 if share < 1 else FULL


def _shares(row: Evidence, provision: Provision, targets: tuple[Target, ...]) -> Iterable[Bounds]:
    """What a figure comes to of each quantity owed that it may be set beside."""
    if row.figure is None or row.ground is not Ground.COMPUTED:
        return ()
    found = (quantities.share(row.figure, target, provision.cues.counts) for target in targets)
    return [share for share in found if share is not None]
