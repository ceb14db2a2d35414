"""What ``truceline add`` sees of a document before it takes it in: whether it can be read, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from truceline.cli.incoming import Incoming
from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.files.sidecar import Sidecar
    from truceline.reading import Masthead


@dataclass(frozen=True, slots=True)
class Look:
    """``language`` is an ISO 639 code; ``unread`` names it where it is not read; ``notes`` what of the document is not read."""

    masthead: Masthead
    language: str = "en"
    unread: str = ""
    notes: tuple[str, ...] = ()

    def told(self, about: Sidecar) -> Iterator[str]:
        """Lines for the person who adds it: what was taken from the document itself, and what is not read of it."""
        own = self.masthead.fields
        taken = [name for name in own if getattr(about, name) == own[name]]
        if taken:
            yield f"          taken from the document itself: {', '.join(taken)}; --replace puts it right"
        if self.unread:
            yield f"          not read: language {self.unread}. It is kept and listed; add an English translation as .txt"
        for note in self.notes:
            yield f"          {note}"


def look(document: Incoming, suffix: str = "", charset: str = "") -> Look:
    """Raises Stop for what cannot be read in any language; what is not in English is kept and will be listed as unread."""
    from truceline.reading import Unread, Unreadable
    from truceline.reading.extract import found, text

    try:
        made = found(document.data, document.path, kind=suffix, charset=charset)
        try:
            return Look(made.masthead, notes=text(made, document.path).notes)
        except Unread as why:
            return Look(made.masthead, why.code, why.language, made.notes)
    except Unreadable as why:
        raise Stop(f"{document.name}: {why.reason}; {why.advice}. Nothing was added.") from why
