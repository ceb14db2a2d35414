"""Values, bounds and days in the words of the page: a number keeps its bound, a date its precision."""

from __future__ import annotations

import re
from datetime import date

from truceline.evidence import Basis, Figure, Interval

PERCENT = frozenset({"%", "percent", "per cent", "pct", "percentage"})
_WORD = re.compile(r"[^\W_]+")
_SILENT = frozenset({"", "exact", "exactly", "range", "between", "from"})
_ROUGH = ("dozens", "scores", "hundreds", "thousands", "millions")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number(value: float) -> str:
    """A number with a thousands mark, and decimals only where it has some: 1,000 or 9.5."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.10g}"


def bounds(low: float | None, high: float | None, approximator: str = "") -> str:
    """A value with its bound: "more than 190", "up to 8,000", "around 1,000", "10 to 12", "dozens (at least 24)"."""
    word = approximator.replace("_", " ").strip().casefold()
    word = "" if word in _SILENT else word
    if low is None and high is None:
        return word or "not stated"
    if word.removesuffix(" of").endswith(_ROUGH):
        return f"{word.removesuffix(' of')} ({bounds(low, high)})"
    if high is None or low is None:
        one = low if high is None else high
        assert one is not None
        return f"{word or ('at least' if high is None else 'up to')} {number(one)}"
    value = number(low) if low == high else f"{number(low)} to {number(high)}"
    return f"{word} {value}".strip()


def figure(payload: Figure) -> str:
    """A figure's value in words, with its unit of time or its percent sign: "10 to 12 per day", "about 53 %"."""
    words = bounds(payload.low, payload.high, payload.approximator)
    if payload.unit.casefold() in PERCENT:
        words += " %"
    return f"{words} per {payload.per}" if payload.basis is Basis.RATE and payload.per else words


def day(value: date, as_of: date) -> str:
    """A day; the year is left out where it is that of the report."""
    return f"{value.day} {MONTHS[value.month - 1]}" + ("" if value.year == as_of.year else f" {value.year}")


def days(interval: Interval, as_of: date) -> str:
    """An interval with its precision: "4 Nov", "Dec 2025", "10 Oct to 2 Dec", "by 21 Nov"; "not stated" where unknown."""
    first, last = interval.earliest, interval.latest
    if first is None and last is None:
        return interval.edtf or "not stated"
    if first is None or last is None:
        return f"by {day(last, as_of)}" if last else f"from {day(first, as_of)}" if first else ""
    if first == last:
        return day(first, as_of)
    if interval.edtf == f"{first:%Y-%m}":
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{day(first, as_of)} to {day(last, as_of)}"


def stems(text: str) -> tuple[str, ...]:
    """The words of a text, case-folded, without the plural's s."""
    words = _WORD.findall(text.casefold())
    return tuple(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in words)


def listed(names: list[str]) -> str:
    """Names in one phrase, alphabetically: "Egypt, Qatar and Turkey"."""
    found = sorted(dict.fromkeys(names), key=str.casefold)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
