"""What a number counts: the noun, whose acts, per what, since when; one Figure a number."""

from __future__ import annotations

import re

from truceline.evidence import Basis, Figure
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.timeline import Timeline
from truceline.reading.vocabulary import load, verb_forms, words

_TOLD = verb_forms("cues", "say", "count", "carry")


def figure(s: Sentence, n: Number, lo: int, hi: int, first: int, last: int, timeline: Timeline) -> Figure:
    """The Figure of a number; ``lo`` to ``hi`` are the tokens of its stretch, ``first`` to ``last`` of the whole assertion."""
    noun = counted(s, n, first, hi, last)
    per = _per(s, n)
    base, as_of, days = timeline.bounds(s, first, last)
    basis = Basis.RATE if per else _basis(s.words(first, last), days)
    unit = s.words(noun, noun).lower() if noun is not None else ""
    following = s.low[n.last + 1] if n.last + 1 < len(s) else ""
    if following in ("percent", "%", "per") and (
        following != "per" or s.low[n.last + 2 : n.last + 3] == ["cent"]
    ):
        unit, per = "percent", ""
        basis = Basis.TOTAL
    side = _side(s, noun, lo, hi)
    return Figure(
        _counts(s, n, noun, lo, hi), n.low, n.high, n.approximator, unit, basis, per, base, as_of, "", side
    )


def counted(s: Sentence, n: Number, lo: int, hi: int, last: int) -> int | None:
    """The noun that is counted: after the number, after "of", or the subject of a verb that only measures."""
    at = n.last
    head = s.head[at]
    while (
        s.is_noun(head) and head + 1 <= hi and s.tag[head + 1] in ("NN", "NNS") and s.head[head] == head + 1
    ):
        head += 1
    if s.dep[at] == "nummod" and s.is_noun(head) and at < head <= last:
        return head
    if (
        at + 1 < len(s)
        and s.low[at + 1] == "of"
        and at + 2 <= hi
        and s.low[at + 2] not in ("them", "these", "those", "which", "whom", "the")
    ):
        return next(
            (k for k in range(at + 2, min(hi, at + 8) + 1) if s.is_noun(k) and not _compound(s, k)), None
        )
    if (
        at + 1 <= hi
        and s.tag[at + 1] in ("NNS", "NN", "JJ", "NNPS", "VBN", "NNP")
        and s.low[at + 1] not in words("figures", "per")
    ):
        following = next(
            (k for k in range(at + 1, min(hi, at + 6) + 1) if s.is_noun(k) and not _compound(s, k)), None
        )
        if following is not None and all(
            s.tag[k][:2] in ("NN", "JJ", "VB", "HY", "CC", "PO") for k in range(at + 1, following)
        ):
            return following
    return _measured(s, n, lo)


def _compound(s: Sentence, k: int) -> bool:
    return (
        s.dep[k] in ("compound", "amod", "poss", "nmod")
        and k + 1 < len(s)
        and (s.is_noun(k + 1) or s.tag[k + 1] in ("JJ", "HYPH"))
    )


def _measured(s: Sentence, n: Number, lo: int) -> int | None:
    """ "the rate of violations has reached 12": the noun after "rate of", else the nearest plural before the number."""
    for k in range(n.a - 1, lo - 1, -1):
        if s.low[k] in words("figures", "measures") and s.low[k + 1 : k + 2] == ["of"]:
            found = next((m for m in range(k + 2, n.a) if s.is_noun(m) and not _compound(s, m)), None)
            if found is not None:
                return found
    if n.a - 1 > lo and s.low[n.a - 1] == "for":
        verb = s.head[n.a - 1] if s.low[n.a - 2].startswith("account") else None
        share = s.child(verb, "nsubj") if verb is not None else n.a - 2
        if share is not None and lo <= share and s.is_noun(share):
            return share
    plural = (
        k
        for k in range(n.a - 1, lo - 1, -1)
        if s.tag[k] in ("NNS", "NNPS") and s.low[k] not in words("figures", "measures")
    )
    return next(plural, None)


def _counts(s: Sentence, n: Number, noun: int | None, lo: int, hi: int) -> str:
    """What is counted as a noun phrase: "killed", "violations", "aid trucks entered"."""
    harm = _harm(s, n, lo, hi)
    if harm:
        return harm
    if s.low[n.last + 1 : n.last + 2] == ["times"]:
        act = next(
            (
                load("figures")["act"][s.low[k]]
                for k in range(n.a - 1, lo - 1, -1)
                if s.low[k] in load("figures")["act"]
            ),
            "",
        )
        if act:
            return str(act)
    if noun is None:
        return ""
    if s.low[noun] in ("cases", "case") and s.low[noun + 1 : noun + 2] == ["of"] and noun + 2 <= hi:
        return s.words(
            noun + 2, min(hi, s.right[noun + 1]) if s.right[noun + 1] >= noun + 2 else noun + 2
        ).lower()
    first = noun
    while (
        first - 1 > max(n.last, lo - 1)
        and s.dep[first - 1] in ("compound", "amod", "nmod")
        and not s.sort[first - 1]
        and s.tag[first - 1] != "CD"
    ):
        first -= 1
    if first <= n.last < noun:
        first = n.last + 1
    fate = next(
        (s.low[k] for k in range(noun + 1, min(hi, noun + 7) + 1) if s.low[k] in words("figures", "fates")),
        "",
    )
    return " ".join(filter(None, [s.words(first, noun), fate]))


def _harm(s: Sentence, n: Number, lo: int, hi: int) -> str:
    """ "killed", "injured" or both, where the number counts people harmed."""
    near = [*range(max(lo, n.a - 5), n.a), *range(n.last + 1, min(hi, n.last + 6) + 1)]
    stop = next((k for k in near if k > n.last and (s.tag[k] == "CD" or s.low[k] in (",", ";"))), hi + 1)
    near = [k for k in near if k < stop]
    after_number = [k for k in near if k > n.last]
    before = [
        k for k in near if k < n.a and not any(s.tag[m] == "CD" or s.low[m] == "," for m in range(k, n.a))
    ]
    killed, injured = words("figures", "killed"), words("figures", "injured")
    for part in (before, after_number):
        got = [
            w
            for w, group in (("killed", killed), ("injured", injured))
            if any(s.low[k] in group for k in part)
        ]
        if got and (part is after_number or _governs(s, part, n)):
            return " and ".join(got)
    return ""


def _governs(s: Sentence, part: list[int], n: Number) -> bool:
    """Whether the harm word before the number is a verb or noun that takes it: "killed 12", "the killing of 12"."""
    last = max(k for k in part if s.low[k] in words("figures", "killed") | words("figures", "injured"))
    return all(
        s.low[k] in ("of", "the", "another", "a", "further", "and", "to", "at", "some")
        or s.low[k] in words("figures", "injured")
        for k in range(last + 1, n.a)
    )


def _per(s: Sentence, n: Number) -> str:
    """ "per day", "a day", "daily", "each week": the unit of time, or the thing that one is counted for."""
    units = load("figures")["per"]
    for k in range(n.last + 1, min(len(s) - 2, n.last + 12)):
        if s.low[k] == "for" and s.low[k + 1] in ("each", "every"):
            return s.words(k + 2, k + 2)  # "15 bodies for every Israeli"
        if s.low[k] in (",", ";") or s.tag[k] == "CD":
            break
    if s.low[max(0, n.first - 2) : n.first] == ["ratio", "of"]:
        return "one"
    for k in range(n.last + 1, min(len(s), n.last + 7)):
        if s.low[k] in ("daily", "weekly", "monthly", "hourly"):
            return str(units[s.low[k]])
        if s.low[k] in ("per", "a", "each", "every") and s.low[k + 1 : k + 2] and s.low[k + 1] in units:
            return str(units[s.low[k + 1]])
        if s.low[k] in (",", ";"):
            break
    return "day" if any(s.low[k] == "daily" for k in range(max(0, n.a - 3), n.a)) else ""


def _basis(text: str, days: int | None) -> Basis:
    """New where a short period is named, else the total; a longer period counts from its start."""
    if any(re.search(pattern, text, re.IGNORECASE) for pattern in load("figures")["period_new"]):
        return Basis.NEW
    return Basis.NEW if days is not None and days <= 14 else Basis.TOTAL


def _side(s: Sentence, noun: int | None, lo: int, hi: int) -> str:
    """Whose acts are counted: the adjective or possessor of the noun, or who stands after "by"."""
    if noun is not None:
        for k in range(max(lo, noun - 4), noun):
            if (
                s.sort[k] in ("adjective", "body")
                and s.inside(k, noun)
                and s.tag[noun] == "NNS"
                and _act(s.low[noun])
            ):
                return s.words(k, k)
            if (
                s.tag[k] in ("JJ", "NNP")
                and s.inside(k, noun)
                and s.text[s.start[k]].isupper()
                and _act(s.low[noun])
            ):
                return s.words(k, k)
    if noun is not None and not _act(s.low[noun]):
        return _doer(s, lo, hi)
    for k in range(lo, hi):
        if (
            s.low[k] == "by"
            and (agent := s.child(k, "pobj")) is not None
            and agent <= hi
            and not re.search(r"\d", s.words(k, agent))
        ):
            first = max(k + 1, s.left[agent])
            first += s.low[first] in ("the", "a")
            return s.words(min(first, agent), agent)
    subject = next(
        (
            k
            for k in range(lo, hi)
            if s.dep[k] == "nsubj" and s.is_name(k) and s.low[s.head[k]] in load("figures")["act"]
        ),
        None,
    )
    return s.words(subject, subject) if subject is not None else ""


def _doer(s: Sentence, lo: int, hi: int) -> str:
    """ "sent to Gaza by Israel", "killed by B": the body that did it; not who only counted or told."""
    for k in range(lo, hi + 1):
        if s.low[k] != "by" or not s.is_verb(s.head[k]) or s.low[s.head[k]] in _TOLD:
            continue
        agent = s.child(k, "pobj")
        if agent is not None and (s.sort[agent] == "body" or s.low[agent] in words("names", "bodies")):
            first = max(k + 1, s.left[agent])
            first += s.low[first] in ("the", "a") and first < agent
            return s.words(first, agent)
    return ""


def _act(word: str) -> bool:
    return bool(
        re.search(
            r"(ations?|breach(es)?|attacks?|strikes?|raids?|incursions?|shootings?|bombings?|cases|times|demolitions?)$",
            word,
        )
    )
