"""Truth in four values: two independent bits, evidence for and evidence against (Belnap 1977)."""

from __future__ import annotations

from enum import IntEnum


class Truth(IntEnum):
    """unknown, met, not met, contested: bit 1 is evidence for, bit 2 evidence against."""

    UNKNOWN = 0
    MET = 1
    NOT_MET = 2
    CONTESTED = 3

    @property
    def word(self) -> str:
        """The value as it stands in JSON: unknown, met, not_met, contested."""
        return self.name.lower()

    def __invert__(self) -> Truth:
        """Negation swaps the two bits."""
        return _TURNED[self]

    def both(self, other: Truth) -> Truth:
        """Conjunction: for only if both have it, against if either has it."""
        return _BOTH[self][other]

    def either(self, other: Truth) -> Truth:
        """Disjunction: for if either has it, against only if both have it."""
        return _EITHER[self][other]

    def join(self, other: Truth) -> Truth:
        """Add evidence: moves only up in information order (unknown < met, not met < contested)."""
        return _JOINED[self][other]


# Four values have sixteen pairs: looked up, since a board of a large case asks hundreds of thousands of times.
_TURNED = tuple(Truth((t & 1) << 1 | (t & 2) >> 1) for t in range(4))
_BOTH = tuple(tuple(Truth((a & b & 1) | ((a | b) & 2)) for b in range(4)) for a in range(4))
_EITHER = tuple(tuple(Truth(((a | b) & 1) | (a & b & 2)) for b in range(4)) for a in range(4))
_JOINED = tuple(tuple(Truth(a | b) for b in range(4)) for a in range(4))
