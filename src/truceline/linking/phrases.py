"""Finding declared phrases on whole words: the one way in which the cues of agreement.yaml and issues.yaml match."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

_APOSTROPHES = "'’ʼ‘`"
_POSSESSIVE = re.compile(rf"(?<=[^\W_])[{_APOSTROPHES}]s(?![^\W_])")
_WITHOUT_APOSTROPHES = str.maketrans("", "", _APOSTROPHES)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


Run = tuple[str, ...]


@lru_cache(maxsize=4096)
def words(text: str) -> Run:
    """The words of a text, case-folded, without diacritics and apostrophes ("Na’im" gives "naim").

    The ending of a possessive is a word of its own: "the mission's mandate" holds the cue "mission", and the cue "body's" finds
    "body's" and no bare "body".
    """
    flat = text.casefold()
    if flat.isascii():
        flat = _POSSESSIVE.sub(" s", flat)
    else:
        flat = _POSSESSIVE.sub(" s", unicodedata.normalize("NFKD", flat))
        flat = "".join(c for c in flat if not unicodedata.combining(c))
    return tuple(_WORD.findall(flat.translate(_WITHOUT_APOSTROPHES)))


def starts(run: Run, phrase: Run) -> Iterator[int]:
    """How many words of the run stand before each place in which the phrase stands."""
    if phrase[0] not in run:
        return iter(())
    return (n for n in range(len(run) - len(phrase) + 1) if run[n : n + len(phrase)] == phrase)


class Phrases:
    """A set of phrases, found in a text as runs of whole words; nested phrases are all found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        known: dict[Run, str] = {}
        for phrase in phrases:
            if key := words(phrase):
                known.setdefault(key, phrase)
        self._by_first: dict[str, list[tuple[Run, str]]] = {}
        for key in sorted(known, key=len):
            self._by_first.setdefault(key[0], []).append((key, known[key]))

    def found(self, text: str | Run) -> tuple[str, ...]:
        """The phrases that stand in the text (or in its words), in order of appearance, each once."""
        return tuple(dict.fromkeys(phrase for _, phrase in self.places(text)))

    def places(self, text: str | Run) -> Iterator[tuple[int, str]]:
        """Each phrase in the text (or in its words) with the number of words before it, in order of appearance."""
        run = words(text) if isinstance(text, str) else text
        begins = self._by_first
        for i, word in enumerate(run):
            if word in begins:
                for key, phrase in begins[word]:
                    if run[i : i + len(key)] == key:
                        yield i, phrase

    def first(self, text: str | Run) -> str:
        """The first phrase found, or the empty string."""
        return next((phrase for _, phrase in self.places(text)), "")

    @property
    def heads(self) -> frozenset[str]:
        """The words with which the phrases begin."""
        return frozenset(self._by_first)

    def __bool__(self) -> bool:
        """Whether any phrase is declared."""
        return bool(self._by_first)


class Heads:
    """Which of many sets of phrases may stand in a text at all, by the first words of their phrases."""

    def __init__(self, heads: Mapping[str, Iterable[str]]) -> None:
        self._order = {id_: n for n, id_ in enumerate(heads)}
        self._by_word: dict[str, set[str]] = {}
        for id_, first in heads.items():
            for word in first:
                self._by_word.setdefault(word, set()).add(id_)

    def possible(self, run: Run) -> list[str]:
        """The ids of those of which a phrase begins with a word of the run, in the order in which they were given."""
        known = self._by_word
        found = set[str]().union(*(known[w] for w in run if w in known))
        return sorted(found, key=self._order.__getitem__)
