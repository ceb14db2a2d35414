"""What was read: a Document is bytes, a Text is the string taken from it, a Span points into the Text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from truceline.evidence.dates import UNKNOWN, Interval


def digest(data: bytes | str) -> str:
    """The SHA-256 of bytes, or of a string's UTF-8, in hex."""
    return hashlib.sha256(data.encode("utf-8") if isinstance(data, str) else data).hexdigest()


@dataclass(frozen=True, slots=True)
class Span:
    """Code points ``start`` to ``end`` (end exclusive) of a Text."""

    start: int
    end: int

    def of(self, string: str) -> str:
        """The characters the span points to."""
        return string[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Document:
    """One source as it came: the hash of its bytes and what is known about it beside its words (the sidecar).

    ``path`` is relative to the case folder with forward slashes, and serves as the document's id within a case.
    ``published`` is an interval with its evidence; ``ceasefire`` the id of the ceasefire the sidecar says it speaks of;
    ``relay`` names carriers that the text itself does not name.
    """

    path: str
    sha256: str
    outlet: str = ""
    address: str = ""
    published: Interval = UNKNOWN
    retrieved: date | None = None
    language: str = "en"
    ceasefire: str = ""
    relay: tuple[str, ...] = ()

    @property
    def known_from(self) -> date | None:
        """The first day on which the document may count: the last possible day of publication, else its retrieval."""
        return self.published.latest or self.retrieved

    @property
    def dated(self) -> bool:
        """Whether a last possible day of publication is known; an undated document counts from retrieval, flagged."""
        return self.published.latest is not None


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch of a Text that stands in it, so that places hold, but of which no statement is read.

    ``reason`` is BOILERPLATE for what a page prints beside its text (menus, running heads, captions), else the
    language that is not read, as "language Arabic".
    """

    span: Span
    reason: str


BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Text:
    """The string extracted from a document; for a .txt file the file as decoded, nothing altered.

    ``extractor`` names code and version ("txt/1"), since another extractor may give other spans. ``asides`` are stretches
    of which nothing is read, in order; ``notes`` say in words what of the document is not in the string, or not read.
    """

    document: str
    string: str
    extractor: str
    sha256: str = field(default="")
    asides: tuple[Aside, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Fill in the hash of the string where it was not given."""
        if not self.sha256:
            object.__setattr__(self, "sha256", digest(self.string))

    @property
    def body(self) -> str:
        """What is left of the string without its asides: equal for two copies of an article on one outlet's pages."""
        kept, at = [], 0
        for aside in self.asides:
            kept.append(self.string[at : aside.span.start])
            at = aside.span.end
        return "".join([*kept, self.string[at:]])
