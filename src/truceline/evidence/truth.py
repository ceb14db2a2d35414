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
        return Truth((self & Truth.MET) << 1 | (self & Truth.NOT_MET) >> 1)

    def both(self, other: Truth) -> Truth:
        """Conjunction: for only if both have it, against if either has it."""
        return Truth((int(self) & int(other) & 1) | ((int(self) | int(other)) & 2))

    def either(self, other: Truth) -> Truth:
        """Disjunction: for if either has it, against only if both have it."""
        return Truth(((int(self) | int(other)) & 1) | (int(self) & int(other) & 2))

    def join(self, other: Truth) -> Truth:
        """Add evidence: moves only up in information order (unknown < met, not met < contested)."""
        return Truth(int(self) | int(other))
