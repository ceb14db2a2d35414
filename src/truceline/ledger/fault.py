"""What is wrong with a ledger, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """``where`` names the entry, document, claim, trigger or file; ``what`` says in one sentence what is wrong with it."""

    where: str
    what: str

    def __str__(self) -> str:
        """The line that `truceline verify` prints."""
        return f"{self.where}: {self.what}"
