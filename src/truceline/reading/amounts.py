"""How much: digits, number words, "half a dozen", "several hundred", "tens of thousands", "two thirds", "twice", "none"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from truceline.reading import one, shares
from truceline.reading.nouns import hurt
from truceline.reading.sentence import DASHES, Sentence
from truceline.reading.subjects import negated
from truceline.reading.vocabulary import load, words

_PLAIN = re.compile(r"(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$")
_EXACT = 2.0**53  # whole numbers above this are not all held by a float (IEEE 754)
_MANY = frozenset({"several", "few", "many"})
_ARTICLES = frozenset({"a", "an"})
_GOOD = frozenset({"good", "full", "round", "whole", "mere", "bare", "clear", "cool", "solid", "further"})


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens ``a`` to ``b`` that say how much: ``low`` to ``high`` of ``unit`` ("" for things). No ``high``: at least."""

    a: int
    b: int
    low: float
    high: float | None
    unit: str = ""
    words: str = ""


@cache
def triggers() -> frozenset[str]:
    """The words that an amount written in words has in it."""
    keys = ("digits", "multipliers", "vague", "fractions", "times_words", "nothing")
    return frozenset().union(
        *(words("figures", key) for key in keys),
        {"dozen", "fortnight", "score", "half", "quarter", "most", "couple"},
        _ARTICLES,
    )


def at(s: Sentence, i: int) -> Amount | None:
    """The amount whose first number word or digit is token ``i``, or None; None, too, where a float cannot hold it exactly: a row of
    digits of that length is a key or a slip, and what is read must come out as it went in.
    """
    made = None if s.name[i] else _at(s, i)
    exact = made is None or max(made.low, made.high or 0.0) <= _EXACT
    return made if exact else None


def _at(s: Sentence, i: int) -> Amount | None:
    low = s.low[i]
    if low in _ARTICLES:
        size = one.long(s, i)
        return None if size is None else Amount(i, i, size, size)
    if low[0].isdecimal():
        return _digits(s, i)
    if (share := shares.at(s, i)) is not None:
        return Amount(*share)
    if low in words("figures", "digits"):
        return _spelled(s, i)
    for form in (_half, _couple, _dozen, _multiple, _vague, _times, _nothing, _fortnight):
        if (made := form(s, i)) is not None:
            return made
    return None


def _digits(s: Sentence, i: int) -> Amount | None:
    if not _PLAIN.match(s.low[i]):
        return None
    text, end = s.low[i].replace(",", ""), i
    while end + 1 < len(s) and len(s.low[i]) <= 3 and _grouped(s, end + 1):
        text, end = text + s.low[end + 1], end + 1
    value, end = _halved(s, float(text), end)
    value, end = _multiplied(s, value, end)
    return Amount(i, _odd(s, end), value, value)


def _grouped(s: Sentence, k: int) -> bool:
    """Whether three digits go on with the number before a thin or plain space: "12 500"."""
    return (
        len(s.low[k]) == 3
        and s.low[k].isdecimal()
        and s.start[k] == s.end[k - 1] + 1
        and s.tag[k] == "CD" == s.tag[k - 1]
        and s.head[k - 1] in (k, s.head[k])
    )


def _halved(s: Sentence, value: float, end: int) -> tuple[float, int]:
    """ "two and a half"."""
    if s.low[end + 1 : end + 4] == ["and", "a", "half"]:
        return value + 0.5, end + 3
    return value, end


def _odd(s: Sentence, end: int) -> int:
    """Past "-odd" and "-strong", which count no other thing."""
    if end + 2 < len(s) and s.low[end + 1] in DASHES and s.low[end + 2] in ("odd", "strong"):
        return end + 2
    return end


def _multiplied(s: Sentence, value: float, end: int) -> tuple[float, int]:
    multipliers = load("figures")["multipliers"]
    while end + 1 < len(s) and s.low[end + 1] in multipliers:
        value, end = value * multipliers[s.low[end + 1]], end + 1
    if end + 1 < len(s) and s.low[end + 1] == "dozen":
        value, end = value * 12, end + 1
    return value, end


def _spelled(s: Sentence, i: int) -> Amount | None:
    """ "seven", "twenty-one", "one hundred and six"."""
    amount, last = _summed(s, i, float(load("figures")["digits"][s.low[i]]))
    amount, last = _multiplied(s, amount, last) if last == i else (amount, last)
    amount, last = _halved(s, amount, last)
    if last == i and s.low[i] == "one" and not one.counts(s, i):
        return None
    return Amount(i, _odd(s, last), amount, amount)


def _summed(s: Sentence, i: int, value: float) -> tuple[float, int]:
    """The sum of the number words from token ``i``, whose own value is given, and the last of them."""
    digits, multipliers = load("figures")["digits"], load("figures")["multipliers"]
    total, end, k = 0.0, i, i + 1
    while k < len(s):
        word, before = s.low[k], s.low[k - 1]
        if word in multipliers:
            factor = multipliers[word]
            if total and not value and before in multipliers:  # "a thousand million"
                total *= factor
            elif factor > 100:
                total, value = total + max(value, 1.0) * factor, 0.0
            else:
                value *= factor
            end = k
        elif (
            word in digits
            and digits[word]
            and (before in multipliers or before in DASHES and value % 100 >= 20 or before == "and")
        ):
            value, end = value + digits[word], k
        elif not (
            word in DASHES
            and k + 1 < len(s)
            and s.low[k + 1] in digits
            or word == "and"
            and before in multipliers
        ):
            break
        k += 1
    return total + value, end


def _couple(s: Sentence, i: int) -> Amount | None:
    """ "a couple of drones"; not "an elderly couple"."""
    if s.low[i] != "couple" or s.low[i - 1 : i] != ["a"] or s.low[i + 1 : i + 2] not in (["of"], ["more"]):
        return None
    return Amount(i - 1, i, 2.0, 2.0)


def _half(s: Sentence, i: int) -> Amount | None:
    """ "half a million", "half a hundred", "half an hour"."""
    if s.low[i] == "half" and s.low[i + 1 : i + 2] in (["a"], ["an"]) and i + 2 < len(s):
        measured = s.low[i + 2] in words("figures", "glued_units") and s.low[i + 3 : i + 4] != ["ago"]
        if measured and s.low[i + 3 : i + 4] not in (["later"], ["earlier"]):
            return Amount(i, i + 1, 0.5, 0.5)
    if s.low[i] != "half" or s.low[i + 1 : i + 2] != ["a"] or i + 2 >= len(s):
        return None
    size = load("figures")["multipliers"].get(s.low[i + 2])
    return Amount(i, i + 2, size / 2, size / 2) if size else None


def _dozen(s: Sentence, i: int) -> Amount | None:
    """ "a dozen", "half a dozen", "a few dozen", "a score of"."""
    if s.low[i] not in ("dozen", "score") or s.low[i] == "score" and s.low[i + 1 : i + 2] != ["of"]:
        return None
    size = 12 if s.low[i] == "dozen" else 20
    before = s.low[max(0, i - 2) : i]
    if before == ["half", "a"]:
        return Amount(i - 2, i, size / 2, size / 2)
    if before[-1:] and before[-1] in _MANY:
        return Amount(_few(s, i), i, 2 * size, None, words=s.words(_few(s, i), i).lower())
    if before[-1:] == ["a"]:
        return Amount(i - 1, i, size, size)
    return _good(s, i, float(size), i)


def _good(s: Sentence, i: int, size: float, end: int) -> Amount | None:
    """ "a good hundred", "a full dozen", "a further thousand": a good one is at least one."""
    if i < 2 or s.low[i - 2] != "a" or s.low[i - 1] not in _GOOD:
        return None
    least = s.low[i - 1] == "good"
    return Amount(i - 2, end, size, None if least else size, words="a good" if least else "")


def _few(s: Sentence, i: int) -> int:
    return i - 2 if s.low[i - 1] == "few" and s.low[i - 2 : i - 1] == ["a"] else i - 1


def _multiple(s: Sentence, i: int) -> Amount | None:
    """ "a hundred", "several hundred", "a few thousand"."""
    size = load("figures")["multipliers"].get(s.low[i])
    if size is None or not i:
        return None
    value, end = _multiplied(s, float(size), i)
    if s.low[i - 1] in _MANY:
        return Amount(_few(s, i), end, 2 * value, None, words=s.words(_few(s, i), end).lower())
    if s.low[i - 1] == "a":
        value, end = _summed(s, i - 1, 1.0)  # "a hundred and sixty"
        return Amount(i - 1, end, value, value)
    if (made := _good(s, i, value, end)) is not None:
        return made
    return (
        Amount(i, end, value, value) if s.low[i - 1] in ("first", "second", "third", "last", "next") else None
    )


def _vague(s: Sentence, i: int) -> Amount | None:
    """ "dozens of", "hundreds", "tens of thousands": at least two of the unit."""
    vague = load("figures")["vague"]
    word = s.low[i]
    if word not in vague or s.tag[i][:2] == "VB" and s.low[i + 1 : i + 2] != ["of"]:
        return None
    if (
        word in ("tens", "scores", "dozens", "hundreds")
        and s.low[i + 1 : i + 2] == ["of"]
        and s.low[i + 2 : i + 3]
    ):
        size = {"thousands": 1000, "millions": 1_000_000, "hundreds": 100}.get(s.low[i + 2])
        if size:
            return Amount(i, i + 2, float(vague[word] * size), None, words=s.words(i, i + 2).lower())
    if word == "tens":
        return None
    return Amount(i, i, float(vague[word]), None, words=word)


def _times(s: Sentence, i: int) -> Amount | None:
    """ "twice", "once a week": how often something happened."""
    value = load("figures")["times_words"].get(s.low[i])
    following = s.low[i + 1] if i + 1 < len(s) else ""
    if value is None or following in ("as", "the", "that", "over"):
        return None
    if s.low[i] == "once":
        often = (
            following in ("a", "every", "each", "in")
            and i + 2 < len(s)
            and (following != "in" or s.tag[i + 2] == "CD")
        )
        least = i > 1 and s.low[i - 2 : i] == ["at", "least"]
        closes = (
            i > 0
            and s.dep[i] == "advmod"
            and following in (".", "since", "so")
            and s.low[i - 1] != "at"
            and not negated(s, s.head[i])
        )
        if not (
            least or closes or often and (s.low[i + 2] in words("figures", "per") or s.tag[i + 2] == "CD")
        ):
            return None
    return Amount(i, i, float(value), float(value), "times")


def _nothing(s: Sentence, i: int) -> Amount | None:
    """ "none of the lorries", "no one was hurt", "not one tunnel", "neither of the boats"."""
    low, following = s.low[i], s.low[i + 1 : i + 2]
    if low not in words("figures", "nothing"):
        return None
    if low in ("none", "neither"):
        if following == ["of"]:
            counted = any(
                s.tag[k] in ("NNS", "CD") or s.low[k] in ("them", "those", "us")
                for k in range(i + 2, min(i + 6, len(s)))
            )
            return Amount(i, i, 0.0, 0.0) if counted else None
        alone = low == "none" and (
            len(s) <= i + 2
            or following in (["against"], ["abstained"], ["abstaining"], ["."])
            or following in (["by"], ["to"], ["with"], [","])
            and s.low[i - 1 : i] in ([","], ["and"], ["to"])
        )
        return Amount(i, i, 0.0, 0.0) if alone else None
    if low == "not" and following == ["a"] and s.low[i + 2 : i + 3] == ["single"]:
        return Amount(i, i + 2, 0.0, 0.0)
    end = i + (low in ("no", "not"))
    if low in ("no", "not") and following != ["one"]:
        return None
    harm = hurt() | words("figures", "fates")
    if low == "not":
        noun = end + 1 < len(s) and s.is_noun(end + 1)
        return Amount(i, end, 0.0, 0.0) if noun else None
    return (
        Amount(i, end, 0.0, 0.0)
        if any(s.low[k] in harm or s.low[k] == "held" for k in _clause(s, end + 1))
        else None
    )


def _clause(s: Sentence, first: int) -> range:
    """The next tokens, up to what starts another clause."""
    end = min(first + 9, len(s))
    return range(
        first, next((k for k in range(first, end) if s.low[k] in ("until", "unless", "before", ",")), end)
    )


def _fortnight(s: Sentence, i: int) -> Amount | None:
    if s.low[i] != "fortnight" or not i or s.low[i - 1] not in ("a", "the"):
        return None
    return Amount(i - (s.low[i - 1] == "a"), i, 14.0, 14.0, "days") if s.low[i - 1] == "a" else None
