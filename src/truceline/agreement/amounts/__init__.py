"""Amounts owed by a formula over other figures: its grammar, its units, its words, and what its names stand for."""

from truceline.agreement.amounts.figured import figured, in_words, names, reckoned_with, waits
from truceline.agreement.amounts.formula import (
    Amount,
    AmountError,
    Elapsed,
    ForEach,
    Known,
    Least,
    Less,
    Most,
    Number,
    Owed,
    Sum,
    Times,
    leaves,
    parse,
)
from truceline.agreement.amounts.measure import Measure, MeasureError, measure, measured, one
from truceline.agreement.amounts.wording import number, words

__all__ = [
    "Amount",
    "AmountError",
    "Elapsed",
    "ForEach",
    "Known",
    "Least",
    "Less",
    "Measure",
    "MeasureError",
    "Most",
    "Number",
    "Owed",
    "Sum",
    "Times",
    "figured",
    "in_words",
    "leaves",
    "measure",
    "measured",
    "names",
    "number",
    "one",
    "parse",
    "reckoned_with",
    "waits",
    "words",
]
