"""The grammar of conditions: ``p02 and (p18 or not p20)``, ``announcement(us)``, ``returned(deceased) >= 28``.

What cannot be measured stays in the formula under its own words and is unknown in every viewpoint; nothing is dropped.

    formula  = both {"or" both}          both = one {"and" one}
    one      = "not" one | "(" formula ")" | word [arguments] [comparison number]
    word     = letters, digits, "_", "." | "text in quotation marks"
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from truceline.agreement.tokens import DEEPEST, Token, Tokens

ACTS = frozenset(
    {
        "announcement",
        "signature",
        "adoption",
        "ratification",
        "meeting",
        "notification",
        "request",
        "agreement",
    }
)
_TOKEN = re.compile(r'\s*(?:(>=|<=|=|>|<)|([(),])|"([^"]*)"|([^\W\d][\w.\-]*)|(\d+(?:\.\d+)?))')


class FormulaError(ValueError):
    """The string is no formula; the message says where and shows one that is."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Met when the provision is met."""

    id: str


@dataclass(frozen=True, slots=True)
class Act:
    """Met when the act was performed: ``announcement(us)``."""

    name: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """Met when what is counted compares to a number so: ``returned(deceased) >= 28``."""

    what: str
    of: tuple[str, ...]
    compare: str
    number: float


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """Words for which nothing is measured; unknown, with the words as the reason."""

    words: str


@dataclass(frozen=True, slots=True)
class Not:
    """Met when the part is not."""

    part: Formula


@dataclass(frozen=True, slots=True)
class And:
    """Met when all parts are."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Met when one part is."""

    parts: tuple[Formula, ...]


Formula = Duty | Act | Count | Unmeasured | Not | And | Or


def parse(text: str, provisions: Collection[str]) -> Formula:
    """Read a formula; a bare word is a Duty where ``provisions`` holds it, else it is Unmeasured under its own name.

    Raises FormulaError where the string is none.
    """
    reader = _Reader(text, provisions)
    found = reader.either(0)
    if reader.peek()[0]:
        raise reader.error(f"'{reader.peek()[1]}' is one word too many")
    return found


def leaves(formula: Formula) -> Iterator[Duty | Act | Count | Unmeasured]:
    """The parts that are no connective, from left to right."""
    waiting: list[Formula] = [formula]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Duty):
            yield part
        elif isinstance(part, And) or isinstance(part, Or):  # noqa: SIM101 - a union is made anew at each call
            waiting.extend(reversed(part.parts))
        elif isinstance(part, Not):
            waiting.append(part.part)
        else:
            yield part


def duties(formula: Formula) -> tuple[str, ...]:
    """The provisions that the formula names, each once."""
    return tuple(dict.fromkeys(leaf.id for leaf in leaves(formula) if isinstance(leaf, Duty)))


def unmeasured(formula: Formula) -> tuple[str, ...]:
    """The words of the formula for which nothing is measured."""
    return tuple(dict.fromkeys(leaf.words for leaf in leaves(formula) if isinstance(leaf, Unmeasured)))


def _tokens(text: str) -> Iterator[Token]:
    place = 0
    end = len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            raise FormulaError(
                f"'{text[place:].strip()}' cannot be read in a formula; write p10 and p11, or put words in quotation marks"
            )
        kind = ("compare", "mark", "words", "word", "number")[(match.lastindex or 1) - 1]
        yield kind, match.group(match.lastindex or 1)
        place = match.end()


class _Reader(Tokens):
    def __init__(self, text: str, provisions: Collection[str]) -> None:
        super().__init__(text, _tokens(text))
        self.provisions = provisions

    def error(self, told: str) -> FormulaError:
        return FormulaError(
            f"the formula '{self.text}' cannot be read: {told}; for example p10 and (p11 or announcement(us))"
        )

    def either(self, depth: int) -> Formula:
        parts = [self.both(depth)]
        while self.take("word", "or"):
            parts.append(self.both(depth))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def both(self, depth: int) -> Formula:
        parts = [self.one(depth)]
        while self.take("word", "and"):
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def one(self, depth: int) -> Formula:
        if depth > DEEPEST:
            raise self.error(f"more than {DEEPEST} levels of parentheses")
        if self.take("word", "not"):
            return Not(self.one(depth + 1))
        if self.take("mark", "("):
            inner = self.either(depth + 1)
            self.close()
            return inner
        return self.leaf()

    def leaf(self) -> Formula:
        kind, word = self.next("a provision, an act or words in quotation marks")
        if kind == "words":
            return Unmeasured(word)
        if kind != "word" or word in ("and", "or", "not"):
            raise self.error(f"'{word}' stands where a provision or an act is expected")
        called = self.take("mark", "(")
        arguments = self.arguments() if called else ()
        if self.peek()[0] == "compare":
            return self.count(word, arguments)
        if word in self.provisions and not called:
            return Duty(word)
        if word in ACTS and called:
            return Act(word, arguments)
        return Unmeasured(f"{word}({', '.join(arguments)})" if called else word)

    def arguments(self) -> tuple[str, ...]:
        found: list[str] = []
        while not self.take("mark", ")"):
            if found and not self.take("mark", ","):
                raise self.error("a comma or a closing parenthesis is missing")
            kind, word = self.next("an argument or a closing parenthesis")
            if kind not in ("word", "words"):
                raise self.error(f"'{word}' is no argument")
            found.append(word)
        return tuple(found)

    def count(self, what: str, of: tuple[str, ...]) -> Count:
        compare = self.next("a comparison")[1]
        kind, number = self.next("a number")
        if kind != "number":
            raise self.error(f"'{number}' is no number")
        return Count(what, of, compare, float(number))
