"""Counting: figures side by side, each with its counter; what can be compared and what cannot; whose voices were heard."""

from truceline.agreement.amounts.bounds import Bounds
from truceline.counting.apart import KeptOut, held_back, kept_out, not_counts
from truceline.counting.comparison import Comparison, Number, Verdict
from truceline.counting.coverage import Coverage, Voice, coverage
from truceline.counting.figures import FigureRow, Series, series
from truceline.counting.headlines import HeadlineDifference, headline_differences
from truceline.counting.sidebyside import comparisons, start_days

__all__ = [
    "Bounds",
    "Comparison",
    "Coverage",
    "FigureRow",
    "HeadlineDifference",
    "KeptOut",
    "Number",
    "Series",
    "Verdict",
    "Voice",
    "comparisons",
    "coverage",
    "headline_differences",
    "held_back",
    "kept_out",
    "not_counts",
    "series",
    "start_days",
]
