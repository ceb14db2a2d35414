"""What a reviewer's typed answer may mean: a name, a value, duties, a ceasefire. Unclear answers are asked again, never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from truceline.actors.model import Actor
from truceline.case import Case
from truceline.case.corrections import NOBODY
from truceline.review.card import Card

_NUMBER = r"(\d[\d,']*(?:\.\d+)?)"
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|\.\.|to|\s)\s*{_NUMBER}$")
_LOW = re.compile(rf"(?:>=?|more than|at least|over)\s*{_NUMBER}$|{_NUMBER}\s*(?:-|\.\.|\+)$")
_HIGH = re.compile(rf"(?:<=?|up to|at most|under|-|\.\.)\s*{_NUMBER}$")
_ONE = re.compile(rf"{_NUMBER}$")


class UnclearAnswer(ValueError):  # noqa: N818 - it is an answer
    """A typed answer that cannot be taken; the message says what would be."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What answers are checked against: the case's names, provisions (id to name) and ceasefires (ids, its own first)."""

    lookup: Callable[[str], tuple[Actor, ...]]
    provisions: Mapping[str, str] = field(default_factory=dict)
    ceasefires: tuple[str, ...] = ()

    @classmethod
    def of(cls, case: Case) -> Desk:
        """The desk of a case."""
        agreement = case.agreement
        return cls(
            case.lexicon.lookup,
            {p.id: p.name for p in agreement.provisions.values()},
            (agreement.id, *agreement.not_to_confuse_with),
        )

    def speaker(self, typed: str) -> tuple[str, str]:
        """The id and the name of who was typed; a name that the case does not know is kept as typed."""
        found = self.lookup(typed)
        if len(found) > 1:
            names = ", ".join(a.name for a in found[:4])
            raise UnclearAnswer(f"'{typed}' may be {names}: type more of the name.")
        return (
            (found[0].id, found[0].name) if found else (typed, f"{typed} (not in the case's list of names)")
        )

    def side(self, typed: str) -> tuple[str, str]:
        """The name of whose deed, part or position it is ("" for "-"), and that in words; by name, since a payload holds names."""
        if typed == NOBODY:
            return "", "whose it is: not told"
        found = self.lookup(typed)
        _, told = self.speaker(typed)
        return (found[0].name if found else typed), f"it is that of {told}"

    def value(self, typed: str) -> tuple[str, str]:
        """The low and the high end, "" for an open one."""
        text = typed.strip().casefold()
        if match := _RANGE.match(text):
            low, high = _plain(match[1]), _plain(match[2])
            if float(low) > float(high):
                raise UnclearAnswer(f"the low end {low} is above the high end {high}: type it as 10-12.")
            return low, high
        if match := _LOW.match(text):
            return _plain(match[1] or match[2]), ""
        if match := _HIGH.match(text):
            return "", _plain(match[1])
        if match := _ONE.match(text):
            return _plain(match[1]), _plain(match[1])
        raise UnclearAnswer(f"'{typed}' is no value: type 410, 10-12, 410- (at least) or -600 (up to).")

    def about(self, typed: str, card: Card) -> str:
        """The provision ids, space separated, "-" for none; numbers are those of the card's list."""
        words = typed.replace(",", " ").split()
        if not words or words == [NOBODY]:
            return NOBODY
        return " ".join(dict.fromkeys(self._provision(word, card) for word in words))

    def _provision(self, word: str, card: Card) -> str:
        if word in self.provisions:
            return word
        if word.isdecimal() and 1 <= int(word) <= len(card.about):
            return card.about[int(word) - 1].id
        near = get_close_matches(word, self.provisions, 1)
        hint = (
            f": did you mean {near[0]}?" if near else f", for example {next(iter(self.provisions), 'p02')}."
        )
        raise UnclearAnswer(f"the agreement has no provision '{word}'{hint}")

    def ceasefire(self, typed: str) -> str:
        """The id of a ceasefire, by its number in the list or as typed."""
        if typed.isdecimal() and 1 <= int(typed) <= len(self.ceasefires):
            return self.ceasefires[int(typed) - 1]
        if not re.fullmatch(r"[\w.-]+", typed):
            example = f", for example {self.ceasefires[0]}" if self.ceasefires else ""
            raise UnclearAnswer(f"type a number of the list, or the ceasefire's id{example}.")
        return typed


def ends(low: str, high: str) -> dict[str, str]:
    """The corrections of a figure whose ends a reviewer gave; its "around" or "more than" is said by the ends from then on."""
    return {"payload.low": low, "payload.high": high, "payload.approximator": ""}


def _plain(number: str) -> str:
    """Digits without the marks of thousands."""
    return number.replace(",", "").replace("'", "")
