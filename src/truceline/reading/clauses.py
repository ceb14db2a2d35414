"""The clause in an assertion: its verb, subject and the words around them, for the kinds to look at."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from truceline.reading.sentence import Sentence
from truceline.reading.subjects import finite, negated
from truceline.reading.units import Unit


@dataclass(frozen=True, slots=True)
class Clause:
    """One assertion with its main verb (None: a bare noun phrase), that verb's subject, and the words in lower case.

    ``present`` are the words as a set, so that a rule whose words are absent costs one look.
    """

    s: Sentence
    lo: int
    hi: int
    verb: int | None
    subject: tuple[int, int] | None
    low: str
    present: frozenset[str]

    @property
    def words(self) -> list[str]:
        return self.s.low[self.lo : self.hi + 1]

    def text(self, a: int, b: int) -> str:
        """The words of tokens ``a`` to ``b`` as written, within the assertion."""
        a, b = max(a, self.lo), min(b, self.hi)
        return self.s.words(a, b) if a <= b else ""

    @property
    def subject_text(self) -> str:
        return self.s.words(*self.subject) if self.subject else ""

    def find(self, wanted: Collection[str]) -> int | None:
        """The first token of the assertion in the word set."""
        if self.present.isdisjoint(wanted):
            return None
        low = self.s.low
        return next((k for k in range(self.lo, self.hi + 1) if low[k] in wanted), None)

    def phrase(self, phrases: list[str]) -> str | None:
        """The first of the phrases that stands in the assertion as whole words."""
        return next((p for p in phrases if f" {p} " in self.low), None)

    @property
    def negative(self) -> bool:
        """Whether the main verb is negated."""
        if self.verb is None:
            return False
        s, verb = self.s, self.verb
        if "yet to" in " ".join(s.low[max(verb - 3, self.lo) : min(verb + 3, self.hi)]):
            return True  # "is yet to be opened"
        return negated(s, verb) or any(s.dep[k] == "aux" and negated(s, k) for k in s.kids[verb])


def clause(s: Sentence, unit: Unit) -> Clause:
    """The clause of a unit: of its verbs the one nearest to the root, finite ones first."""
    lo, hi = unit.lo, unit.hi
    verbs = [k for k in range(lo, hi + 1) if s.is_verb(k) and s.dep[k] not in ("aux", "auxpass", "amod")]
    verb = min(verbs, key=lambda k: (not finite(s, k), _depth(s, k), k), default=None)
    subject = _subject(s, verb) if verb is not None else None
    said = s.low[lo : hi + 1]
    return Clause(s, lo, hi, verb, subject, f" {' '.join(said)} ", frozenset(said))


def _subject(s: Sentence, verb: int) -> tuple[int, int] | None:
    found = s.child(verb, "nsubj", "nsubjpass", "csubj")
    if found is None and s.dep[verb] in ("conj", "xcomp") and s.head[verb] != verb:
        found = s.child(s.head[verb], "nsubj", "nsubjpass", "csubj")
    if found is None:
        return None
    if s.tag[found] in ("WDT", "WP") and s.dep[verb] == "relcl":
        noun = s.head[verb]
        return s.left[noun], noun
    end = s.right[found]
    for k in range(found + 1, end + 1):
        if s.low[k] == ",":
            end = k - 1
            break
    return s.left[found], max(found, end)


def _depth(s: Sentence, k: int) -> int:
    count = 0
    while s.head[k] != k and count < 60:
        k, count = s.head[k], count + 1
    return count
