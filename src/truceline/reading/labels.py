"""Numbers that count nothing: dates, times of day, ages, names ("resolution 2803"), calibres, telephone numbers."""

from __future__ import annotations

import re

from truceline.reading.sentence import DASHES, Sentence
from truceline.reading.vocabulary import words

_YEAR_BEFORE = frozenset(
    {
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
        "than",
    }
)
_HOURS = frozenset({"gmt", "utc", "hours"})
_CALIBRES = frozenset({"mm", "millimetre", "millimeter", "calibre", "caliber"})
_POINTS = frozenset(
    {
        "point",
        "points",
        "step",
        "page",
        "man",
        "member",
        "storey",
        "track",
        "party",
        "way",
        "sided",
        "pound",
        "strong",
    }
)
_PUTS = frozenset(
    {
        "put",
        "puts",
        "putting",
        "number",
        "toll",
        "count",
        "figure",
        "total",
        "stood",
        "stands",
        "estimated",
        "dead",
        "wounded",
    }
)
_CLOCK = re.compile(r"[012]?\d[:.][0-5]\d$")
_FOUR = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d$")
_PERIODS = frozenset(["last", "past", "previous", "next", "coming", "following"])
_ALL_OF = frozenset(["the", "these", "those", "both", "other"])
_BEFORE_CLOCK = frozenset(["at", "by", "from", "until", "to", "around", "about", ",", "("])
_BEFORE_HOUR = frozenset(["at", "until", "by", "before", "after", "till", "since"])
_AFTER_HOUR = frozenset(
    (*[".", ",", ";", "on", "in", "this", "that", "and", "to", "every", "when", "the", "local"], "")
)
_NO_HOUR = frozenset(["one", "twenty", "thirty", "forty", "fifty", "hundred"])


def named(s: Sentence, i: int, end: int) -> bool:
    """Whether tokens ``i`` to ``end`` are part of a date, a time, an age, a calibre or a name."""
    before = s.low[i - 1] if i else ""
    after = s.low[end + 1] if end + 1 < len(s) else ""
    return (
        _in_date(s, i, before, after)
        or _time(s, i, end, before, after)
        or _age(s, i, end, before, after)
        or before in _PERIODS
        and _spans(after)  # "in the last 24 hours": a period, no count
        or before in _ALL_OF
        and after in words("figures", "not_counted")  # "the two sides"
        or _labelled(s, i, end, after)
        or _compound(s, end, after)
        or _glued(s, i, before)
        or _dialled(s, i, end)
        or _year(s, i, end, _head_of(s, i, end, before))
    )


def _head_of(s: Sentence, i: int, end: int, before: str) -> str:
    """The word before a number, or before the run that it ends where no plural makes a count of it."""
    return before if s.tag[end + 1 : end + 2] == ["NNS"] else _first_of_run(s, i, before)


def _labelled(s: Sentence, i: int, end: int, after: str) -> bool:
    """ "Article 5", "buoys 4 and 11", "24 hours a day"; not "the new Articles 5 posts"."""
    before = _head_of(s, i, end, s.low[i - 1] if i else "")
    plural = s.tag[end + 1 : end + 2] == ["NNS"] and i > 1 and s.tag[i - 2] in ("JJ", "DT", "PRP$")
    label = before in words("figures", "labels") and not _spans(after) and not plural
    return label or after in words("figures", "labelled") or after in words("figures", "times")


def _compound(s: Sentence, end: int, after: str) -> bool:
    """ "82 mm", "20-point", "10:30" and "4/6" by what follows."""
    touching = end + 2 < len(s) and s.start[end + 1] == s.end[end]
    joined = after in DASHES and touching and s.low[end + 2][:1].isalpha() and not _measured(s, end + 2)
    return after in _CALIBRES or joined or after in ("/", ":") and touching and s.low[end + 2][:1].isdecimal()


def _dialled(s: Sentence, i: int, end: int) -> bool:
    """A telephone number or a time written in four digits: "0912 000 118"; "1130 Radio North" at the head of a line."""
    k = i
    while k and s.low[k - 1].isdecimal():
        k -= 1
    run = s.low[k : end + 1]
    if any(len(low) > 2 and low[0] == "0" and low.isdecimal() for low in run):
        return True
    clock = i == end == 0 and _FOUR.match(s.low[i]) is not None
    return clock and s.tag[1:2] == ["NNP"]


def _glued(s: Sentence, i: int, before: str) -> bool:
    """ "T-72", "10:30", "+41": what stands right before the digits makes a name or a clock of them."""
    if i == 0 or s.end[i - 1] != s.start[i]:
        return False
    dashed = before in DASHES and i > 1 and s.end[i - 2] == s.start[i - 1] and s.low[i - 2][-1:].isalpha()
    return before in ("/", ":", "=", "#", "+", "№") or dashed


def _first_of_run(s: Sentence, i: int, before: str) -> str:
    """The word before the first of a run of digits: "buoys 4 and 11", "Articles 3 to 9"."""
    k = i
    while (
        k >= 3 and s.low[k].isdigit() and s.low[k - 1] in ("and", "to", "or", ",") and s.low[k - 2].isdigit()
    ):
        k -= 2
    return s.low[k - 1] if 0 < k < i and s.low[k - 1] in words("figures", "labels") else before


def _spans(word: str) -> bool:
    return word.startswith(("hour", "day", "week", "month", "year", "minute", "night"))


def _measured(s: Sentence, k: int) -> bool:
    """Whether the word glued to a number measures: "60-day", "thirty-kilometre"; not "20-point", "82-mm"."""
    return s.low[k].rstrip("s") in words("figures", "glued_units")


def _in_date(s: Sentence, i: int, before: str, after: str) -> bool:
    months = words("figures", "months")
    if (
        before.rstrip(".") in months
        and (s.low[i].isdecimal() and float(s.low[i]) <= 31 or _is_year(s.low[i]))
        and not (before == "may" and s.tag[i - 1] == "MD")
    ):
        return True
    if after.rstrip(".") in months and not (
        after in ("may", "march") and s.tag[i + 1 : i + 2] in (["MD"], ["VB"], ["VBP"])
    ):
        return s.low[i].isdecimal()
    if after in ("and", "to", "or", ",") or after in DASHES:
        return _day_run(s, i)
    if before in DASHES and i >= 2 and s.end[i - 1] == s.start[i]:
        earlier = s.low[i - 2]
        return earlier in months or i >= 3 and earlier.isdecimal() and s.low[i - 3].rstrip(".") in months
    return False


def _day_run(s: Sentence, i: int) -> bool:
    """ "12, 14 and 19 September", "3 to 9 May"."""
    k = i
    while (
        k + 2 < len(s)
        and k - i < 8
        and s.low[k].isdecimal()
        and (s.low[k + 1] in ("and", "to", "or", ",") or s.low[k + 1] in DASHES)
    ):
        k += 2
    return (
        s.low[k].isdecimal()
        and float(s.low[k]) <= 31
        and k + 1 < len(s)
        and s.low[k + 1].rstrip(".") in words("figures", "months")
    )


def _time(s: Sentence, i: int, end: int, before: str, after: str) -> bool:
    """ "at 19:30", "at six on Monday", "half past four", "1800 to 2300", "ten past one"."""
    if _CLOCK.match(s.low[i]) and (before in _BEFORE_CLOCK or after in _HOURS):
        return True
    four = after in _HOURS and len(s.low[i]) == 4 and s.low[i].isdecimal()
    if before == "past" or after in ("past", "o'clock") or four:
        return True
    if i == end and _hour(s, i) and before in _BEFORE_HOUR and after in _AFTER_HOUR:
        told = any(s.low[k] in _PUTS for k in range(max(0, i - 9), i))  # "put the number of wounded at two"
        at = before in ("at", "until", "till") or after in ("this", "that", "in", "on")
        return at and not told
    return before in ("0", "00")


def _hour(s: Sentence, i: int) -> bool:
    """Whether a token may be an hour of the day: "six", "11"."""
    word = s.low[i]
    if word.isdecimal():
        return len(word) <= 2 and int(word) <= 12
    return word in words("figures", "digits") and word not in _NO_HOUR


def _age(s: Sentence, i: int, end: int, before: str, after: str) -> bool:
    """ "Ana Ruiz, 34, said", "a schoolboy of 14", "children of 7 and 8", "aged 19", "those under 19", "a boy of fifteen"."""
    if i != end:
        return False
    digits = s.low[i].isdecimal() and len(s.low[i]) <= 2
    if (
        before == ","
        and digits
        and after in (",", ":", ")", ".")
        and i > 1
        and (s.is_name(i - 2) or s.is_noun(i - 2) and s.tag[i - 2] == "NN")
    ):
        return i > 2 and (s.is_name(i - 2) or s.low[i - 3] in ("a", "an", "the"))
    if (
        before == "of"
        and i > 1
        and after in (",", ".", "who", "and", "from", "was", "said", ":", ";", ")", "with", "in", "")
    ):
        return s.low[i - 2] in words("figures", "persons")
    return (
        before in ("under", "over")
        and i > 1
        and s.low[i - 2]
        in ("those", "people", "men", "women", "boys", "girls", "children", "volunteers", "anyone")
    )


def _is_year(text: str) -> bool:
    return text.isdecimal() and len(text) == 4 and 1900 <= int(text) <= 2099


def _year(s: Sentence, i: int, end: int, before: str) -> bool:
    text = s.low[i]
    if i != end or not _is_year(text):
        return False
    if before in _YEAR_BEFORE or before in words("figures", "seasons"):
        return True
    return not (end + 1 < len(s) and s.tag[end + 1] in ("NNS", "JJ", "NN", "VBN"))
