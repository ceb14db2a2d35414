"""Finding declared phrases on whole words: the one way in which the cues of agreement.yaml and issues.yaml match."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, case-folded, without diacritics and apostrophes ("Na’im's" gives "naims")."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    flat = "".join(c for c in flat if not unicodedata.combining(c) and c not in "'’ʼ‘`")
    return tuple(_WORD.findall(flat))


class Phrases:
    """A set of phrases, found in a text as runs of whole words; nested phrases are all found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._known: dict[tuple[str, ...], str] = {}
        for phrase in phrases:
            if key := words(phrase):
                self._known.setdefault(key, phrase)
        self._longest = max(map(len, self._known), default=0)

    def found(self, text: str | tuple[str, ...]) -> tuple[str, ...]:
        """The phrases that stand in the text (or in its words), in order of appearance, each once."""
        run = words(text) if isinstance(text, str) else text
        hits = (
            self._known.get(run[i : i + n])
            for i in range(len(run))
            for n in range(1, min(self._longest, len(run) - i) + 1)
        )
        return tuple(dict.fromkeys(h for h in hits if h is not None))

    def first(self, text: str | tuple[str, ...]) -> str:
        """The first phrase found, or the empty string."""
        return next(iter(self.found(text)), "")

    def __bool__(self) -> bool:
        """Whether any phrase is declared."""
        return bool(self._known)
