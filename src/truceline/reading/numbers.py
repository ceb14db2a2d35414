"""Numbers in a sentence with their bounds: "more than 410", "between 10 and 12", "dozens of"; dates and names kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from truceline.reading import amounts, approximators, labels
from truceline.reading.amounts import Amount
from truceline.reading.sentence import DASHES, Sentence
from truceline.reading.vocabulary import words

_LINKS = frozenset({"to", "or", "and"}) | DASHES


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens ``a`` to ``b`` with the approximator; ``first`` and ``last`` are the digits or words alone.

    ``low`` alone is a lower bound, ``high`` alone an upper one. ``unit`` is what the words themselves measure ("percent" for "a
    third", "times" for "twice"). ``whole`` is the last token of the number that this one is a part of: "31 of *38* ships".
    """

    a: int
    b: int
    first: int
    last: int
    low: float | None
    high: float | None
    approximator: str
    unit: str = ""
    whole: int | None = None


def find(s: Sentence) -> list[Number]:
    """The numbers that may count something, left to right."""
    if s.numbers is None:
        s.numbers = list(_found(s))
    return s.numbers


def _found(s: Sentence) -> Iterator[Number]:
    known = amounts.triggers()
    done = -1
    for i, low in enumerate(s.low):
        if i <= done or not (low in known or low[:1].isdecimal()):
            continue
        amount = amounts.at(s, i)
        if amount is None or amount.a <= done:
            continue
        if labels.named(s, amount.a, amount.b):
            done = amount.b
            continue
        number = _ranged(s, amount) or _bounded(s, amount)
        if number is not None:
            yield number
            done = number.b


def _ranged(s: Sentence, low: Amount) -> Number | None:
    """ "10 to 12", "10-12", "between 10 and 12", "two or three"; not "rose from 10 to 12", which are two figures."""
    link = low.b + 1
    if link + 1 >= len(s) or s.low[link] not in _LINKS:
        return None
    start = 1 if s.low[low.a - 1 : low.a] in (["between"], ["from"]) else 0
    before = s.low[low.a - 1] if low.a else ""
    if s.low[link] == "and" and before != "between" or before == "from" and _changes(s, low.a - 1):
        return None
    k = link + 1
    skip = s.low[k] == "a"
    high = amounts.at(s, k + skip) if k + skip < len(s) else None
    if high is None or high.high is None or high.high <= low.low or low.high is None or low.unit != high.unit:
        return None
    if s.low[link] == "or" and not _close(low.low, high.high) or labels.named(s, low.a, high.b):
        return None
    scale = _multiplier(s, high) if low.low < 1000 <= high.high else 1.0
    return Number(low.a - start, high.b, low.a, high.b, low.low * scale, high.high, "range", low.unit)


def _multiplier(s: Sentence, amount: Amount) -> float:
    """ "two to three million": the word of the second holds for the first."""
    table = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
    return table.get(s.low[amount.b], 1.0)


def _close(low: float, high: float) -> bool:
    """ "two or three" is a range; "5,000 or 6,000" are two figures that may both stand."""
    return high - low <= 2 or high <= 20


def _changes(s: Sentence, i: int) -> bool:
    """Whether "from" belongs to a change: "rose from 12 to 19", "revised from 58 to 55"."""
    changes = words("figures", "changes")
    return any(s.low[k] in changes for k in range(max(0, i - 8), i))


def _bounded(s: Sentence, amount: Amount) -> Number:
    """A single number with the words that bound it; a vague word ("dozens") is itself a lower bound."""
    start, word, sort = approximators.before(s, amount.a, amount.b)
    end = amount.b
    if not sort:
        end, word, sort = approximators.behind(s, amount.b)
    low: float | None = amount.low
    high = amount.high
    if high is None:
        return Number(
            start, amount.b, amount.a, amount.b, low, None, amount.words, amount.unit, _whole(s, amount.b)
        )
    if sort == "low":
        high = None
    elif sort == "high":
        low = None
    return Number(start, end, amount.a, amount.b, low, high, word, amount.unit, _whole(s, amount.b))


def _whole(s: Sentence, last: int) -> int | None:
    """The last token of the number after "of" or "out of" that this one is a part of: "31 of the 38 ships"."""
    k = last + 1 + (s.low[last + 1 : last + 2] == ["out"])
    if s.low[k : k + 1] != ["of"]:
        return None
    k += 1
    while k < len(s) and (
        s.low[k] in ("the", "its", "his", "her", "their", "our", "these", "those", "all") or s.tag[k] == "JJ"
    ):
        k += 1
    whole = amounts.at(s, k) if k < len(s) else None
    if whole is None or whole.unit or whole.high is None or labels.named(s, whole.a, whole.b):
        return None
    return whole.b
