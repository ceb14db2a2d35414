"""The grammar of amounts: ``15 for each p11``, ``600 trucks per day * days(in_effect)``, ``min(400 person, 15 * p11)``.

A reader of its own and no ``eval``: a formula can add, subtract and multiply figures of the case, and do nothing else.

    amount = product {("+" | "plus" | "-" | "minus") product}
    product = one {("*" | "x" | "times" | "for each") one}
    one = number [unit] ["per" unit] | "(" amount ")" | ("sum" | "min" | "max") "(" amount {"," amount} ")"
        | ("days" | "hours") "(" anchor ")" | "owed" "(" provision ")" | figure or provision
    unit = a word | "words in quotation marks"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from truceline.agreement.tokens import DEEPEST, Token, Tokens

_TOKEN = re.compile(r'\s*(?:([()+*,×-])|"([^"]*)"|([^\W\d][\w.\-]*)|(\d+(?:\.\d+)?))')
_SIGNS = {"plus": "+", "minus": "-", "x": "*", "times": "*", "×": "*"}
_KEPT = frozenset({"for", "each", "per"})


class AmountError(ValueError):
    """The string is no formula of an amount; the message says where and what helps."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text, with its unit and the unit of time of a rate: ``600 trucks per day``."""

    value: float
    unit: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """The stated figure of that id: one of ``figures``, or what is stated under a provision."""

    id: str


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed under the provision, instead of what is stated."""

    id: str


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The time since an anchor in whole days, or in hours of which each day has 24; the first day is day 0."""

    anchor: str
    unit: str


@dataclass(frozen=True, slots=True)
class Times:
    """A product; the units multiply."""

    one: Amount
    other: Amount


@dataclass(frozen=True, slots=True)
class ForEach:
    """So much for each of what is counted: a product in the unit of ``one``, or of what is counted where ``one`` has none."""

    one: Amount
    other: Amount


@dataclass(frozen=True, slots=True)
class Sum:
    """Both together, in one unit."""

    parts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Less:
    """The first without the second, in one unit."""

    one: Amount
    other: Amount


@dataclass(frozen=True, slots=True)
class Least:
    """The least of the parts: "15 for each, at most 400"."""

    parts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Most:
    """The greatest of the parts: "15 for each, at least 100"."""

    parts: tuple[Amount, ...]


Amount = Number | Known | Owed | Elapsed | Times | ForEach | Sum | Less | Least | Most
Leaf = Known | Owed | Elapsed
_LISTED: Mapping[str, type[Sum | Least | Most]] = {"sum": Sum, "min": Least, "max": Most}


def parse(text: str) -> Amount:
    """Read a formula; its names are looked up elsewhere. Raises AmountError where the string is none."""
    reader = _Reader(text, _tokens(text))
    found = reader.amount(0)
    kind, left = reader.peek()
    if kind:
        hint = "; a number has no comma: 1718" if left == "," else ""
        raise reader.error(f"'{left}' is one word too many{hint}")
    return found


def leaves(amount: Amount) -> Iterator[Leaf]:
    """The names in a formula, from left to right."""
    waiting: list[Amount] = [amount]
    while waiting:
        part = waiting.pop()
        if isinstance(part, (Known, Owed, Elapsed)):
            yield part
        elif isinstance(part, (Times, ForEach, Less)):
            waiting += [part.other, part.one]
        elif not isinstance(part, Number):
            waiting += reversed(part.parts)


def _tokens(text: str) -> Iterator[Token]:
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            raise AmountError(f"'{text[place:].strip()}' cannot be read in an amount")
        mark, quoted, word, digits = match.groups()
        if mark:
            yield "mark", _SIGNS.get(mark, mark)
        elif quoted is not None:
            yield "words", quoted
        elif word:
            yield ("mark", _SIGNS[word.casefold()]) if word.casefold() in _SIGNS else ("word", word)
        else:
            yield "number", digits
        place = match.end()


class _Reader(Tokens):
    """One method a rule of the grammar."""

    def error(self, told: str) -> AmountError:
        return AmountError(f"{told} in '{self.text}'")

    def amount(self, depth: int) -> Amount:
        if depth > DEEPEST:
            raise self.error(f"more than {DEEPEST} parentheses lie within each other")
        found = self.product(depth)
        while sign := self.sign("+", "-"):
            other = self.product(depth)
            found = Less(found, other) if sign == "-" else Sum((found, other))
        return found

    def product(self, depth: int) -> Amount:
        found = self.one(depth)
        while True:
            if self.sign("*"):
                found = Times(found, self.one(depth))
            elif self.take("word", "for"):
                if not self.take("word", "each"):
                    raise self.error("'each' is missing after 'for'")
                found = ForEach(found, self.one(depth))
            else:
                return found

    def one(self, depth: int) -> Amount:
        kind, word = self.next("a number or a figure")
        if kind == "number":
            return self.number(float(word))
        if (kind, word) == ("mark", "("):
            found = self.amount(depth + 1)
            self.close()
            return found
        if kind != "word" or word in _KEPT:
            raise self.error(f"'{word}' stands where a number or a figure is expected")
        if not self.take("mark", "("):
            return Known(word)
        if word in _LISTED:
            return self.listed(word, depth)
        return self.called(word)

    def number(self, value: float) -> Number:
        unit = self.unit()
        per = ""
        if self.take("word", "per"):
            kind, per = self.next("a unit such as day")
            if kind not in ("word", "words"):
                raise self.error(f"'{per}' is no unit")
        return Number(value, unit, per)

    def unit(self) -> str:
        kind, word = self.peek()
        if kind not in ("word", "words") or word in _KEPT:
            return ""
        self.at += 1
        return word

    def listed(self, word: str, depth: int) -> Amount:
        parts = [self.amount(depth + 1)]
        while self.take("mark", ","):
            parts.append(self.amount(depth + 1))
        self.close()
        return _LISTED[word](tuple(parts))

    def called(self, word: str) -> Amount:
        if word not in ("days", "hours", "owed"):
            raise self.error(f"'{word}(' is none of sum, min, max, days, hours and owed")
        kind, name = self.next("a name")
        if kind != "word":
            raise self.error(f"'{name}' is no name")
        self.close()
        return Owed(name) if word == "owed" else Elapsed(name, word.removesuffix("s"))

    def sign(self, *signs: str) -> str:
        return next((s for s in signs if self.take("mark", s)), "")
