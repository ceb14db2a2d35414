"""Finding declared phrases on whole words: the one way in which the cues of agreement.yaml and issues.yaml match."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_APOSTROPHES = "'’ʼ‘`"
_POSSESSIVE = re.compile(rf"(?<=[^\W_])[{_APOSTROPHES}]s(?![^\W_])")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, case-folded, without diacritics and apostrophes ("Na’im" gives "naim").

    The ending of a possessive is a word of its own: "the mission's mandate" holds the cue "mission", and the cue "body's" finds
    "body's" and no bare "body".
    """
    flat = unicodedata.normalize("NFKD", text.casefold())
    flat = "".join(
        c for c in _POSSESSIVE.sub(" s", flat) if not unicodedata.combining(c) and c not in _APOSTROPHES
    )
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
        return tuple(dict.fromkeys(phrase for _, phrase in self.places(text)))

    def places(self, text: str | tuple[str, ...]) -> Iterator[tuple[int, str]]:
        """Each phrase in the text (or in its words) with the number of words before it, in order of appearance."""
        run = words(text) if isinstance(text, str) else text
        for i in range(len(run)):
            for n in range(1, min(self._longest, len(run) - i) + 1):
                if (hit := self._known.get(run[i : i + n])) is not None:
                    yield i, hit

    def first(self, text: str | tuple[str, ...]) -> str:
        """The first phrase found, or the empty string."""
        return next(iter(self.found(text)), "")

    def __bool__(self) -> bool:
        """Whether any phrase is declared."""
        return bool(self._known)
