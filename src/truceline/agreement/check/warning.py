"""One warning of the lint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from truceline.files import Where

Name = Callable[[str], str]
"""What a message calls an actor, by its id; the id itself where there is no lexicon."""


class Severity(StrEnum):
    """error: the file contradicts itself; warning: worth a second look; note: the text itself leaves it open."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Errors first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the word of the contract between the rooms
    """``code`` is stable (T001 ...), ``matters`` are the ids of provisions, gates or anchors that it is about."""

    code: str
    severity: Severity
    where: Where
    message: str
    matters: tuple[str, ...] = ()

    def __str__(self) -> str:
        """``file:line:column: T003 note: message``."""
        return f"{self.where}: {self.code} {self.severity}: {self.message}"


def listed(ids: tuple[str, ...], most: int = 12) -> str:
    """Ids in a row, the rest as a number."""
    return ", ".join(ids[:most]) + (f" and {len(ids) - most} more" if len(ids) > most else "")
