"""One document of a file that holds several: an entry of a feed, a record of an archive, a part of an e-mail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truceline.reading.intake.found import SILENT, Masthead

_UNFIT = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """``mark`` tells it within its file ("3", an attachment's name); ``suffix`` its kind; ``data`` its bytes.

    Where it cannot be taken out at all, ``reason`` says why and ``data`` is empty. ``charset`` is what a server declared.
    """

    mark: str
    suffix: str
    data: bytes
    masthead: Masthead = SILENT
    charset: str = ""
    reason: str = ""

    def document(self, file: str) -> str:
        """Its name as a document: ``feed.xml#3``; the file's own where it is the file's main text."""
        return f"{file}#{self.mark}" if self.mark else file

    def name(self, stem: str) -> str:
        """A name for a file of its own: ``feed-2025-12-24-crossing-shut.txt``."""
        day = str(self.masthead.published) if self.masthead.published.is_day else ""
        title = "-".join(_UNFIT.sub(" ", self.masthead.title.lower()).split()[:6])[:50]
        parts = (stem, day, title) if title else (stem, day, self.mark.removesuffix(self.suffix))
        return _UNFIT.sub("-", "-".join(filter(None, parts))).strip("-") + self.suffix
