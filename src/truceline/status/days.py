"""The three days of an answer (design.md, "Dates: three axes"): asked about, known by, and up to when the journal was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Days:
    """What held ``on`` a day, by what could be known ``as_of`` another, by the journal as ``recorded`` at the end of a third.

    ``recorded`` is None where the journal is read whole.
    """

    as_of: date
    on: date
    recorded: date | None = None

    @property
    def plain(self) -> bool:
        """Whether one day serves for two and the journal is read whole, as in a daily report."""
        return self.on == self.as_of and self.recorded is None

    @property
    def words(self) -> str:
        """The days in a clause; the day of the report alone where it says all."""
        if self.plain:
            return f"as known on {self.as_of}"
        journal = f"as it stood at the end of {self.recorded}" if self.recorded else "as it stands"
        return f"what held on {self.on}, by what could be known on {self.as_of}, by the journal {journal}"

    @property
    def options(self) -> str:
        """The options of the command line that ask for the same days, each with a space before it."""
        asked = "" if self.on == self.as_of else f" --on {self.on}"
        audit = f" --recorded {self.recorded}" if self.recorded else ""
        return f"{asked} --as-of {self.as_of}{audit}"

    def line(self) -> dict[str, str | None]:
        """As ``--json`` carries them: all three, ``recorded`` null where the journal is read whole."""
        return {
            "as_of": self.as_of.isoformat(),
            "on": self.on.isoformat(),
            "recorded": self.recorded.isoformat() if self.recorded else None,
        }
