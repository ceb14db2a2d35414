"""The words beside a number that bound it: "more than", "up to", "about" before it; "or more", "at most", "or so" behind it."""

from __future__ import annotations

from functools import cache

from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import negated
from truceline.reading.vocabulary import load, verb_forms, words

_LONGEST = 5
_ADDS = frozenset({"add", "adds", "added", "adding", "sum", "sums"})
_RUNS = frozenset(
    {
        "run",
        "runs",
        "ran",
        "extend",
        "extends",
        "stretch",
        "stretches",
        "spread",
        "haggle",
        "talk",
        "talked",
        "quarrel",
        "split",
        "argue",
    }
)
_GIVES = verb_forms("figures", "gives_over")
_EVENINGS = ("evening", "night", "morning", "afternoon", "session", "sitting")
_OWN_NO = frozenset(
    {"no", "not", "at"}
)  # "not less than", "at least" have their own meaning under a negation
_UP = 5  # steps up the tree from a number to its verb
_SPANS = ("hour", "day", "week", "month", "year", "minute", "metre", "meter", "kilomet", "mile")


@cache
def _before() -> dict[tuple[str, ...], str]:
    return {
        tuple(phrase.split()): sort for sort in ("low", "high", "about") for phrase in words("figures", sort)
    }


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _before())


def ends_before(s: Sentence, i: int) -> bool:
    """Whether a word that bounds a number, or the last one of such a phrase, stands right before token ``i``: "nearly", "fewer than"."""
    return i > 0 and s.low[i - 1] in _last_words()


@cache
def _behind() -> dict[tuple[str, ...], str]:
    keys = (("low_behind", "low"), ("high_behind", "high"), ("about_behind", "about"))
    return {tuple(phrase.split()): sort for key, sort in keys for phrase in words("figures", key)}


def before(s: Sentence, i: int, last: int) -> tuple[int, str, str]:
    """The first token of the approximator before token ``i``, its words and its sort; ``i`` itself where there is none."""
    end = i - (i > 0 and (s.low[i - 1] in QUOTES or s.low[i - 1] in load("figures")["currencies"]))
    if end < 1 or s.low[end - 1] not in _last_words():
        return i, "", ""
    for length in range(min(_LONGEST, end), 0, -1):
        phrase = tuple(s.low[end - length : end])
        sort = _before().get(phrase)
        if sort is None or _literal(s, phrase, end - length, last):
            continue
        text = " ".join(phrase)
        if sort == "low" and phrase[0] not in _OWN_NO and _denied(s, i):
            return end - length, f"not {text}", "high"
        return end - length, "" if text in words("figures", "exact_words") else text, sort
    return i, "", ""


def _denied(s: Sentence, i: int) -> bool:
    """Whether the verb over the number is negated: "would not go beyond sixty", "never had more than ten men"."""
    k = i
    for _ in range(_UP):
        if s.is_verb(k) or s.head[k] == k or s.low[k] in (",", ";", "that"):
            break
        k = s.head[k]
    return s.is_verb(k) and k < i and negated(s, k)


def _literal(s: Sentence, phrase: tuple[str, ...], start: int, last: int) -> bool:
    """ "add up to 100", "handed over 44", "runs over three stages", "within the line": no bound."""
    if phrase == ("over",) and (
        start > 0
        and s.low[start - 1] in _GIVES
        or s.low[last] in words("figures", "times_words")
        or s.low[last + 1 : last + 2] != []
        and s.low[last + 1].startswith(_EVENINGS)
    ):
        return True
    if phrase == ("up", "to"):
        return start > 0 and s.low[start - 1] in _ADDS
    if len(phrase) == 1 and (
        s.dep[start] == "prt"
        or s.dep[start] == "prep"
        and s.head[start] == start - 1
        and s.low[start - 1] in _RUNS
    ):
        return True
    if phrase == ("within",):
        return not s.low[min(last + 1, len(s) - 1)].startswith(_SPANS)
    return False


def behind(s: Sentence, last: int) -> tuple[int, str, str]:
    """The last token of the approximator behind token ``last`` or its noun ("two kilometres or so"), its words and its sort."""
    for start in range(last + 1, min(last + 6, len(s) - 1)):
        if start > last + 1 and not s.is_noun(start - 1) and s.low[start - 1] not in (",", "a", "per"):
            break  # "190 men a day, at best"
        for length in (4, 3, 2):
            phrase = tuple(s.low[start : start + length])
            if (sort := _behind().get(phrase)) is not None and not _goes_on(s, phrase, start + length):
                return start + length - 1, " ".join(phrase), sort
    return last, "", ""


def _goes_on(s: Sentence, phrase: tuple[str, ...], k: int) -> bool:
    """ "seven soldiers and up to a dozen": what "and" joins bounds the next number."""
    return phrase[0] == "and" and k < len(s) and (s.tag[k] == "CD" or s.low[k] in ("than", "to", "a", "half"))
