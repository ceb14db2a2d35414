"""What an extractor finds in a file: its string with the stretches that say nothing, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from truceline.evidence import BOILERPLATE, Aside, Interval, Span, dates
from truceline.evidence.dates import UNKNOWN


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a document says of itself beside its words: a suggestion for its sidecar, never more.

    ``published`` is the day as the document writes it, in its own time zone, with where it was found as its evidence.
    """

    title: str = ""
    outlet: str = ""
    address: str = ""
    published: Interval = UNKNOWN
    retrieved: date | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """What it does say, by the names of a Document's fields."""
        told = {
            "outlet": self.outlet,
            "address": self.address,
            "published": self.published,
            "retrieved": self.retrieved,
        }
        return {name: value for name, value in told.items() if value not in ("", None, UNKNOWN)}

    def before(self, other: Masthead) -> Masthead:
        """What this one says, and what the other says where this one is silent."""
        return Masthead(self.title or other.title, **{**other.fields, **self.fields})


SILENT = Masthead()
"""Of a document that says nothing of itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """The string of a document; ``extractor`` names code and version; ``notes`` what is not in the string, in words."""

    string: str
    extractor: str
    asides: tuple[Aside, ...] = ()
    masthead: Masthead = SILENT
    notes: tuple[str, ...] = ()


def on(day: date, where: str) -> Interval:
    """A day of publication and where the document says so."""
    return replace(dates.day(day), evidence=where)


@dataclass(slots=True)
class Lines:
    """A string put together line by line, with a mark on those that stand beside the text."""

    parts: list[str] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    length: int = 0

    def add(self, line: str, *, aside: bool = False) -> None:
        """A line, without its end; an empty one is left out."""
        if not line:
            return
        if aside:
            self.asides.append(Aside(Span(self.length, self.length + len(line)), BOILERPLATE))
        self.parts.append(line)
        self.length += len(line) + 1

    @property
    def string(self) -> str:
        """The lines, each ended."""
        return "".join(f"{part}\n" for part in self.parts)

    def found(self, extractor: str, masthead: Masthead = SILENT, notes: tuple[str, ...] = ()) -> Found:
        """What was put together, as an extractor gives it."""
        return Found(self.string, extractor, tuple(self.asides), masthead, notes)
