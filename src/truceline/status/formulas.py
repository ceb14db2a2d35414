"""What an asserted formula comes to in one viewpoint: Truth over the cells of the duties in it.

``and`` and ``or`` act on the two bits apart, ``not`` swaps them; a part that cannot be measured is unknown and says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from truceline.evidence import Truth
from truceline.status.reasons import Reason

_TOKEN = re.compile(r"\(|\)|[^\s()]+")


@dataclass(frozen=True, slots=True)
class Duty:
    """A provision of the agreement, by id."""

    id: str


@dataclass(frozen=True, slots=True)
class Unmeasurable:
    """A part that no statement held can settle: an act, a count or words that name no duty."""

    words: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts held together by ``and`` or ``or``; no parts at all is what needs nothing ("no condition")."""

    word: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a part."""

    part: Part


Part = Duty | Unmeasurable | Joined | Not


@dataclass(frozen=True, slots=True)
class Worth:
    """The value of a formula, now and with the unchecked readings."""

    value: Truth
    with_proposals: Truth

    def __invert__(self) -> Worth:
        """Both values negated."""
        return Worth(~self.value, ~self.with_proposals)


def worth(part: Part, of_duty: Callable[[str], Worth]) -> Worth:
    """The value of ``part`` where ``of_duty`` gives the value of each provision."""
    match part:
        case Duty(id=matter):
            return of_duty(matter)
        case Not(part=inner):
            return ~worth(inner, of_duty)
        case Joined(word=word, parts=parts):
            return _joined(word, [worth(inner, of_duty) for inner in parts])
    return Worth(Truth.UNKNOWN, Truth.UNKNOWN)


def _joined(word: str, found: list[Worth]) -> Worth:
    both = word == "and"
    value = proposed = Truth.MET if both else Truth.NOT_MET
    for one in found:
        value = value.both(one.value) if both else value.either(one.value)
        proposed = proposed.both(one.with_proposals) if both else proposed.either(one.with_proposals)
    return Worth(value, proposed)


def duties(part: Part, wanted: Truth = Truth.MET) -> Iterator[tuple[str, Truth]]:
    """Each provision in a formula, with the value it would need: not met where it stands under a ``not``."""
    match part:
        case Duty(id=matter):
            yield matter, wanted
        case Not(part=inner):
            yield from duties(inner, ~wanted)
        case Joined(parts=parts):
            for inner in parts:
                yield from duties(inner, wanted)


def unmeasurable(part: Part) -> Iterator[str]:
    """The words of each part that cannot be measured."""
    match part:
        case Unmeasurable(words=words):
            yield words
        case Not(part=inner):
            yield from unmeasurable(inner)
        case Joined(parts=parts):
            for inner in parts:
                yield from unmeasurable(inner)


def reason(part: Part, value: Truth) -> Reason:
    """Why a formula holds its value."""
    if value is not Truth.UNKNOWN:
        return Reason.CONTESTED if value is Truth.CONTESTED else Reason.COMPUTED
    return Reason.UNMEASURABLE if any(unmeasurable(part)) else Reason.PART_OPEN


def read(formula: str, provisions: Collection[str]) -> Part:
    """The formula as parts; what it cannot read, or names no provision, is one part that cannot be measured."""
    try:
        return _Reader(_TOKEN.findall(formula), provisions).whole()
    except ValueError:
        return Unmeasurable(formula)


@dataclass(slots=True)
class _Reader:
    tokens: list[str]
    provisions: Collection[str]
    place: int = field(default=0)

    def whole(self) -> Part:
        part = self._either()
        if self.place < len(self.tokens):
            raise ValueError(self.tokens[self.place])
        return part

    def _either(self) -> Part:
        return self._chain("or", self._both)

    def _both(self) -> Part:
        return self._chain("and", self._one)

    def _chain(self, word: str, inner: Callable[[], Part]) -> Part:
        parts = [inner()]
        while self._next() == word:
            self.place += 1
            parts.append(inner())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _one(self) -> Part:
        word = self._next()
        self.place += 1
        if word == "not":
            return Not(self._one())
        if word == "(":
            part = self._either()
            if self._next() != ")":
                raise ValueError(word)
            self.place += 1
            return part
        if word in self.provisions:
            return Duty(word)
        raise ValueError(word)

    def _next(self) -> str:
        return self.tokens[self.place].casefold() if self.place < len(self.tokens) else ""
