"""Numbers in a sentence with their bounds: "more than 410", "between 10 and 12", "dozens of"; dates and names kept apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import load, words

_PLAIN = re.compile(r"(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$")
_DASHES = frozenset("-–—‑")


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens ``a`` to ``b`` with the approximator; ``first`` and ``last`` are the digits or words alone.

    ``low`` alone is a lower bound, ``high`` alone an upper one.
    """

    a: int
    b: int
    first: int
    last: int
    low: float | None
    high: float | None
    approximator: str


def find(s: Sentence) -> list[Number]:
    """The numbers that may count something, left to right."""
    if s.numbers is None:
        s.numbers = list(_found(s))
    return s.numbers


def _found(s: Sentence) -> Iterator[Number]:
    digits, vague = load("figures")["digits"], load("figures")["vague"]
    done = -1
    for i, low in enumerate(s.low):
        if i <= done or not (low[:1].isdigit() or low in digits or low in vague):
            continue
        number = _at(s, i)
        if number is not None:
            yield number
            done = number.b


def _at(s: Sentence, i: int) -> Number | None:
    value = _value(s, i)
    if value is None:
        vague = _vague(s, i)
        return None if vague is None else _bounded(s, i, vague[0], vague[1], None)
    low, end = value
    if _named(s, i, end):
        return None
    ranged = _range(s, i, end)
    if ranged is not None:
        high, last = ranged
        a = i - 1 if i and s.low[i - 1] in ("between", "from") else i
        if _named(s, i, last):
            return None
        return Number(a, last, i, last, low, high, "range") if high > low else None
    return _bounded(s, i, low, end, low)


def _value(s: Sentence, i: int) -> tuple[float, int] | None:
    """The number that starts at token ``i`` and its last token."""
    text = s.low[i]
    if s.name[i]:
        return None
    if _PLAIN.match(text):
        value, end = float(text.replace(",", "")), i
    elif text in load("figures")["digits"] and _counts(s, i):
        value, end = _spelled(s, i)
    else:
        return None
    while end + 1 < len(s) and s.low[end + 1] in load("figures")["multipliers"]:
        value, end = value * load("figures")["multipliers"][s.low[end + 1]], end + 1
    return value, end


def _counts(s: Sentence, i: int) -> bool:
    """Whether a number word counts: "one" with harm alone, "none" as votes ("none against"), any other always."""
    if s.low[i] == "none":
        return s.low[i + 1 : i + 2] in (["against"], ["abstained"], ["abstaining"])
    return s.low[i] != "one" or _counts_one(s, i)


def _counts_one(s: Sentence, i: int) -> bool:
    """ "one" counts only with harm ("one soldier was killed"): elsewhere it is an article or a pronoun."""
    near = s.low[i : i + 6]
    harm = words("figures", "killed") | words("figures", "injured")
    return s.tag[i] == "CD" and i + 1 < len(s) and s.is_noun(i + 1) and any(w in harm for w in near)


def _spelled(s: Sentence, i: int) -> tuple[float, int]:
    """ "two hundred and fifty", "twenty-one"."""
    digits, multipliers = load("figures")["digits"], load("figures")["multipliers"]
    value, end, at = float(digits[s.low[i]]), i, i + 1
    while at < len(s):
        word = s.low[at]
        if word in multipliers:
            value, end = value * multipliers[word], at
        elif word in digits and (
            s.low[at - 1] in _DASHES or s.low[at - 1] in multipliers or s.low[at - 1] == "and"
        ):
            value, end = value + digits[word], at
        elif not (word in _DASHES or word == "and" and s.low[at - 1] in multipliers):
            break
        at += 1
    return value, end


def _vague(s: Sentence, i: int) -> tuple[float, int] | None:
    vague = load("figures")["vague"]
    word = s.low[i]
    if word not in vague or s.name[i] or s.low[i + 1 : i + 2] != ["of"]:
        return None
    following = s.low[i + 2 : i + 3]
    if word in ("tens", "hundreds") and following and following[0] in ("thousands", "millions"):
        unit = {"thousands": 1000, "millions": 1_000_000}[following[0]]
        return float({"tens": 20, "hundreds": 200}[word] * unit), i + 2
    return float(vague[word]), i


def _range(s: Sentence, i: int, end: int) -> tuple[float, int] | None:
    """The upper end of "10 to 12", "10-12", "between 10 and 12"."""
    if end + 2 >= len(s):
        return None
    link = s.low[end + 1]
    if not (link in ("to", "or") or link in _DASHES or link == "and" and i and s.low[i - 1] == "between"):
        return None
    return _value(s, end + 2)


def _bounded(s: Sentence, i: int, value: float, end: int, exact: float | None) -> Number | None:
    """A single number with the approximator before it; a vague word ("dozens") is itself one, with a lower bound only."""
    start, word, sort = _approximator(s, i)
    if exact is None:
        return Number(start, end, i, end, value, None, s.words(i, end).lower())
    if sort == "low":
        return Number(start, end, i, end, value, None, word)
    if sort == "high":
        return Number(start, end, i, end, None, value, word)
    return Number(start, end, i, end, value, value, word)


def _approximator(s: Sentence, i: int) -> tuple[int, str, str]:
    for length in (4, 3, 2, 1):
        if i - length < 0:
            continue
        phrase = " ".join(s.low[i - length : i])
        for sort in ("low", "high", "about"):
            if phrase in words("figures", sort):
                if (
                    phrase == "up to"
                    and i >= 3
                    and s.low[i - 3] in ("add", "adds", "added", "adding", "sum", "sums")
                ):
                    continue
                if phrase == "within" and not s.low[min(i + 1, len(s) - 1)].startswith(
                    ("hour", "day", "week", "month", "year")
                ):
                    continue
                shown = "" if phrase in words("figures", "exact_words") else phrase
                return i - length, shown, sort
    return i, "", ""


def _named(s: Sentence, i: int, end: int) -> bool:
    """Whether the number is part of a date, a time, an age or a name."""
    before = s.low[i - 1] if i else ""
    after = s.low[end + 1] if end + 1 < len(s) else ""
    if _in_date(s, i, before, after):
        return True
    if before in ("last", "past", "previous", "next", "coming", "following"):
        return True  # "in the last 24 hours": a period, no count
    if before in ("the", "these", "those") and s.low[i].isalpha():
        return True  # "the five hills": known ones
    if (
        before in words("figures", "labels")
        or after in words("figures", "labelled")
        or after in words("figures", "times")
    ):
        return True
    touching = end + 2 < len(s) and s.start[end + 1] == s.end[end]
    if after in _DASHES and touching and s.low[end + 2][:1].isalpha():
        return True  # "20-point", "two-year"
    glued = i > 0 and s.end[i - 1] == s.start[i]
    if before in ("/", ":", "=", "#") and glued or after in ("/", ":") and touching:
        return True
    return _year(s, i, end, before)


def _in_date(s: Sentence, i: int, before: str, after: str) -> bool:
    months = words("figures", "months")
    if before in months or after in months:
        return True
    if before in _DASHES and i >= 2:
        earlier = s.low[i - 2]
        return (
            earlier in months
            or earlier[:1].isalpha()
            or i >= 3
            and earlier.isdigit()
            and s.low[i - 3] in months
        )
    return False


def _year(s: Sentence, i: int, end: int, before: str) -> bool:
    text = s.low[i]
    if i != end or not (text.isdigit() and len(text) == 4 and 1900 <= int(text) <= 2099):
        return False
    if before in (
        "in",
        "since",
        "of",
        "from",
        "until",
        "by",
        "before",
        "after",
        "and",
        "to",
        "-",
        "–",
        ",",
        "during",
        "early",
        "late",
        "mid",
    ):
        return True
    return not (end + 1 < len(s) and s.tag[end + 1] in ("NNS", "JJ", "NN", "VBN"))
