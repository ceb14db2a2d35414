"""One warning of the lint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from truceline.agreement.check.pages import Severity, pages
from truceline.files import Where

Name = Callable[[str], str]
"""What a message calls an actor, by its id; the id itself where there is no lexicon."""


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the word of the contract between the rooms
    """``code`` is stable (T001 ...), ``matters`` are the ids of provisions, gates or anchors that it is about.

    ``expected`` and ``example`` say what could stand there, as the code's page does.
    """

    code: str
    severity: Severity
    where: Where
    message: str
    matters: tuple[str, ...] = ()
    expected: str = ""
    example: str = ""

    @property
    def brief(self) -> str:
        """``file:line:column: T003 note: message``."""
        return f"{self.where}: {self.code} {self.severity}: {self.message}"

    def __str__(self) -> str:
        """``file:line:column: T003 note: message; expected ..., for example ...``."""
        ending = f"; expected {self.expected}, for example {self.example}" if self.expected else ""
        return f"{self.brief}{ending}"


def tell(code: str, where: Where, message: str, *matters: str, example: str = "") -> Warning:
    """A warning with the severity, the expectation and the example of its code's page, or an ``example`` of the file's own."""
    page = pages()[code]
    return Warning(code, page.severity, where, message, matters, page.expected, example or page.example)


def listed(ids: tuple[str, ...], most: int = 12) -> str:
    """Ids in a row, the rest as a number."""
    return ", ".join(ids[:most]) + (f" and {len(ids) - most} more" if len(ids) > most else "")
