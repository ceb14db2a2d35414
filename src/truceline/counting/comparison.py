"""What setting two figures side by side gives: a sentence, a verdict about the figures (never about a party), and its arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from truceline.agreement.amounts.bounds import Bounds
from truceline.counting.figures import FigureRow
from truceline.evidence import digest, wording


class Verdict(StrEnum):
    """What arithmetic alone can say of two figures."""

    BOTH_CAN_BE_TRUE = "both_can_be_true"
    DIFFER = "differ"
    CANNOT_BOTH_HOLD = "cannot_both_hold"
    NOT_COMPARABLE = "not_comparable"
    CANNOT_TELL = "cannot_tell"
    PARTS_DO_NOT_ADD_UP = "parts_do_not_add_up"


@dataclass(frozen=True, slots=True)
class Number:
    """A number that nobody stated: its name, how it is written in the words, its exact value, and the formula behind it."""

    name: str
    words: str
    value: float
    formula: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """``label`` names the figures, ``words`` say what follows; each digit in the words is one of ``numbers`` or stands in an input.

    ``rule`` names the arithmetic, ``inputs`` are the claim ids, ``series`` the series it belongs under.
    """

    id: str
    label: str
    words: str
    verdict: Verdict
    rule: str
    inputs: tuple[str, ...]
    numbers: tuple[Number, ...] = ()
    series: str = ""
    checked: bool = True


@dataclass(slots=True)
class Working:
    """A comparison in the making: keeps every number it works out."""

    rule: str
    as_of: date
    rows: tuple[FigureRow, ...]
    numbers: list[Number] = field(default_factory=list)

    def put(
        self, name: str, value: Fraction | int, formula: str, *, ratio: bool = False, signed: bool = False
    ) -> str:
        """Keep a number and give it as written: quotients with one decimal, others with one where they need it."""
        exact = Fraction(value)
        decimals = 1 if ratio or exact.denominator != 1 else 0
        words = f"{float(exact):{'+' if signed else ''},.{decimals}f}"
        self.numbers.append(Number(name, words, float(exact), formula))
        return words

    def put_bounds(self, name: str, value: Bounds, formula: str) -> str:
        """Keep both ends of a result and give them as "740 to 900", one number where they are equal."""
        low, high = value.low, value.high
        if low is None or high is None:
            one = low if high is None else high
            assert one is not None
            return f"{'at least' if high is None else 'up to'} {self.put(name, one, formula)}"
        if low == high:
            return self.put(name, low, formula)
        return f"{self.put(f'{name}, low', low, formula)} to {self.put(f'{name}, high', high, formula)}"

    def day(self, value: date) -> str:
        """A day as the page writes it."""
        return wording.day(value, self.as_of)

    def made(self, label: str, words: str, verdict: Verdict) -> Comparison:
        """The comparison; its id is made of the rule and the statements that went in."""
        inputs = tuple(dict.fromkeys(r.claim for r in self.rows))
        name = digest("|".join((self.rule, *sorted(inputs))))[:12]
        checked = all(r.checked for r in self.rows)
        return Comparison(
            name, label, words, verdict, self.rule, inputs, tuple(self.numbers), checked=checked
        )


def said(row: FigureRow) -> str:
    """The figure in words with what it counts: "more than 410 killed"."""
    whom = f" ({row.qualifier})" if row.qualifier else ""
    return f"{row.value} {row.label}{whom}".replace(" % percent", " %").strip()


def one_source(one: FigureRow, other: FigureRow) -> str:
    """A remark where two figures come from one counter or one party: they confirm nothing of each other."""
    if one.counter_id and one.counter_id == other.counter_id != one.party:
        return " One counter, so not two sources."
    return " One party, so not two sources." if one.party and one.party == other.party else ""


def is_exact(row: FigureRow) -> bool:
    """Whether the value is stated without "around" or another word of approximation."""
    return row.approximator.replace("_", " ").casefold() in {
        "",
        "exact",
        "exactly",
        "range",
        "between",
        "more than",
        "at least",
        "up to",
    }


def alike(one: FigureRow, other: FigureRow) -> bool:
    """Whether both count the same thing, narrowed alike, of the same side or of one not stated; what is owed is no count."""
    same_side = not one.side or not other.side or one.side == other.side
    return (
        one.item == other.item
        and one.qualifier == other.qualifier
        and same_side
        and not (one.owed or other.owed)
    )
