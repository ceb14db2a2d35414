"""A parse without a parser: relations and heads from tags and the order of words, for the bulk tier.

Noun phrases and verb groups are hung on each other in one pass: the noun before a finite verb is its subject, the one behind it its
object, "that" opens what is said, "who" and "which" hang on the noun before them. It errs where only meaning tells (where a preposition
belongs, how far "and" joins); the relations have the names that the parser gives, so that all rules run on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from truceline.reading.chunks import BE, Chunk, chunks, is_finite, is_passive
from truceline.reading.vocabulary import verb_forms

_MARKS = frozenset({"that", "because", "if", "while", "although", "though", "whether", "unless", "whereas"})
_BOTH = frozenset(
    {"after", "before", "since", "until", "as", "than", "once", "like"}
)  # a noun or a clause follows


@cache
def _say() -> frozenset[str]:
    return frozenset(verb_forms("cues", "say"))


def parse(low: Sequence[str], tag: Sequence[str]) -> tuple[list[str], list[int]]:
    """The relation and the head of each token; a root is its own head."""
    return _Pass(low, tag).run()


class _Pass:
    """One pass over a sentence's chunks; the fields are what has been seen so far."""

    def __init__(self, low: Sequence[str], tag: Sequence[str]) -> None:
        self.low, self.tag = low, tag
        self.dep, self.head = [""] * len(low), [-1] * len(low)
        self.chunks = chunks(low, tag, self.dep, self.head)
        self.root = self.verb = self.noun = -1
        self.subject = -1  # a noun that waits for its verb
        self.prep = self.mark = self.wh = self.joined = -1  # opened and not yet followed by what they open
        self.at = 0  # the chunk that is hung
        self.last = ""  # the kind of the chunk before, signs included
        self.voice = False  # whether the verb seen last is in the passive

    def run(self) -> tuple[list[str], list[int]]:
        """Hang every chunk, then what was left over."""
        take = {
            "N": self._n,
            "V": self._v,
            "J": self._j,
            "I": self._i,
            "W": self._w,
            "C": self._c,
            "R": self._r,
        }
        for at, one in enumerate(self.chunks):
            self.at = at
            take.get(one.kind, self._p)(one)
            self.last = one.kind
        self._rest()
        return self.dep, self.head

    def _hang(self, i: int, on: int, dep: str) -> None:
        """Hang ``i`` on ``on``, unless it would hang below itself."""
        at = on
        while at >= 0 and at != i and self.head[at] != at:
            at = self.head[at]
        if on >= 0 and at != i:
            self.head[i], self.dep[i] = on, dep

    def _follows(self, at: int) -> bool:
        """Whether the noun phrase ``at`` is followed by a finite verb, prepositional phrases passed over."""
        k = at + 1
        while k < len(self.chunks):
            kind = self.chunks[k].kind
            if kind == "I" and k + 1 < len(self.chunks) and self.chunks[k + 1].kind == "N":
                k += 2
                continue
            return kind == "V" and is_finite(self.tag, self.chunks[k])
        return False

    def _n(self, one: Chunk) -> None:
        i = one.head
        if self.prep >= 0:
            self._hang(i, self.prep, "pobj")
            self.prep = -1
        elif (
            self.joined >= 0
            and self.noun >= 0
            and self.last == "C"
            and not (self.verb >= 0 and self._follows(self.at))
        ):
            self._hang(i, self.noun, "conj")
            self.joined = -1
        elif self._starts(self.at):
            self.subject = i
        elif self.last == "P" and self.noun >= 0:
            self._hang(i, self.noun, "appos" if self.tag[one.a] in ("DT", "PRP$", "CD") else "conj")
            return
        elif self.verb >= 0:
            self._object(i)
        else:
            self.subject = i
        self.noun = i

    def _starts(self, at: int) -> bool:
        """Whether the noun phrase opens a clause of its own."""
        if self.subject >= 0 and self.last == "P" and self.mark < 0 and self.wh < 0:
            return False
        return self.mark >= 0 or self.wh >= 0 or self._follows(at)

    def _object(self, i: int) -> None:
        dep = "attr" if self.low[self.verb] in BE else "dobj"
        if self.low[self.verb] in _say() and self.last == "V" and not self._own(self.verb):
            dep = "nsubj"  # "..., said NAME"
        if self.last == "P" and dep != "nsubj":
            dep = "npadvmod"
        self._hang(i, self.verb, dep)

    def _own(self, verb: int) -> bool:
        return any(self.head[k] == verb and self.dep[k].startswith("nsubj") for k in range(verb))

    def _v(self, one: Chunk) -> None:
        i = one.head
        self.voice = is_passive(self.low, self.tag, one)
        if is_finite(self.tag, one):
            self._finite(i)
        else:
            self._loose(i, one)
        self.verb = i

    def _finite(self, i: int) -> None:
        nsubj = "nsubjpass" if self.voice else "nsubj"
        subject, self.subject = self.subject, -1
        if self.wh >= 0:
            self._hang(i, self.noun if subject != self.noun else self._before(self.wh), "relcl")
            if subject < self.wh:
                self.subject, subject = subject, self.wh
            else:
                self._hang(self.wh, i, "dobj")
            self.wh = -1
        else:
            self._clause(i, subject)
        if subject >= 0:
            self._hang(subject, i, "expl" if self.tag[subject] == "EX" else nsubj)
        self.prep = -1

    def _before(self, i: int) -> int:
        """The head of the noun phrase before token ``i``."""
        return next((c.head for c in reversed(self.chunks) if c.kind == "N" and c.b < i), -1)

    def _clause(self, i: int, subject: int) -> None:
        """Hang a finite verb that no relative word opens."""
        if self.mark >= 0:
            that = self.low[self.mark] == "that"
            if self.verb >= 0:
                self._hang(i, self.verb, "ccomp" if that else "advcl")
            self._hang(self.mark, i, "mark")
            self.mark = -1
        elif self.root < 0:
            self.root = i
        elif self.joined >= 0:
            self._hang(i, self.verb, "conj")
        elif self.last != "P" and subject > self.verb >= 0:
            self._hang(i, self.verb, "ccomp")
        elif self.low[i] in _say():
            self._hang(self.root, i, "ccomp")
            self.root = i
        else:
            self._hang(i, self.root, "conj")
        if self.joined >= 0:
            self._hang(self.joined, i, "cc")
            self.joined = -1

    def _loose(self, i: int, one: Chunk) -> None:
        """Hang a verb without tense."""
        if self.prep >= 0:
            self._hang(i, self.prep, "pcomp")
            self.prep = -1
        elif self.tag[one.a] == "TO" or self.tag[i] == "VB":
            self._hang(i, self.verb if self.verb >= 0 else self.noun, "xcomp" if self.joined < 0 else "conj")
        elif self.joined >= 0 and self.verb >= 0:
            self._hang(i, self.verb, "conj")
        elif self.last == "N":
            self._hang(i, self.noun, "acl")
        else:
            self._hang(i, self.verb, "advcl")
        self.joined = -1

    def _i(self, one: Chunk) -> None:
        i, word = one.head, self.low[one.head]
        after = self.at + 1
        ahead = after < len(self.chunks) and self.chunks[after].kind == "N" and self._follows(after)
        if word in _MARKS or word in _BOTH and ahead:
            self.mark, self.prep = i, -1
            return
        if word == "by" and self.voice:
            self._hang(i, self.verb, "agent")
        elif self.noun >= 0 and (word == "of" or self.verb < 0 or self.subject >= 0) and self.last == "N":
            self._hang(i, self.noun, "prep")
        elif self.verb >= 0:
            self._hang(i, self.verb, "prep")
        self.prep = i

    def _w(self, one: Chunk) -> None:
        self.wh, self.prep = one.head, -1

    def _c(self, one: Chunk) -> None:
        self.joined = one.head
        on = self.noun if self.last == "N" else self.verb
        if on >= 0:
            self._hang(one.head, on, "cc")

    def _r(self, one: Chunk) -> None:
        dep = (
            "prt"
            if self.tag[one.head] == "RP"
            else "neg"
            if self.low[one.head] in ("not", "n't", "never")
            else "advmod"
        )
        self._hang(one.head, self.verb, dep)

    def _j(self, one: Chunk) -> None:
        if self.verb >= 0:
            self._hang(one.head, self.verb, "acomp" if self.low[self.verb] in BE else "oprd")

    def _p(self, one: Chunk) -> None:
        """A sign ends what was opened; whatever else it is closes a preposition."""
        if self.low[one.head] in (";", "."):
            self.subject = self.prep = self.mark = self.wh = -1
        elif one.kind == "X":
            self.prep = -1

    def _rest(self) -> None:
        """Whatever hangs on nothing hangs on the root; the root is the first finite verb, else the first verb or noun."""
        root = self.root
        if root < 0:
            heads = [c.head for kind in "VN" for c in self.chunks if c.kind == kind and self.head[c.head] < 0]
            root = heads[0] if heads else next((k for k, h in enumerate(self.head) if h < 0), 0)
        self.head[root], self.dep[root] = root, "ROOT"
        for k, h in enumerate(self.head):
            if h < 0:
                self.head[k] = root
                kind = self.tag[k]
                self.dep[k] = "punct" if not self.low[k][:1].isalnum() else "prep" if kind == "IN" else "dep"
