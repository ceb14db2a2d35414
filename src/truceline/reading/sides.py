"""Whose acts, arms or duties a number counts: who fired, holds, freed or owes them; in the text's words, "" where it does not say.

``OWN`` before a pronoun ("its 112 guns", "our two shells") stands for the speaker, whom the maker of claims knows.
"""

from __future__ import annotations

import re

from truceline.evidence import Span
from truceline.reading import numbers
from truceline.reading.nouns import hurt
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import verb_forms, words

OWN = "@"
_TOLD = verb_forms("figures", "telling")
_ACT = re.compile(
    r"(ations?|breach(es)?|attacks?|strikes?|raids?|incursions?|shootings?|bombings?|cases|times|demolitions?|shells?|rounds?|flights?"
    r"|overflights|patrols|shellings|launches|rockets|arrests?)$"
)
_NOBODY = frozenset({"mid", "nobody", "all", "both", "written", "agency", "office", "reader", "readers"})
_ACCUSES = verb_forms("figures", "accusing")
_NEAR = 8  # tokens behind a number in which it is said to whom it is attributed
_ASSIGNS = re.compile(r"\b(?:assign|attribut|ascrib|charg|blam|put)\w*\b")


def side(s: Sentence, n: Number, noun: int | None, at: tuple[int, int], cue: Span | None) -> str:
    """Of a number, the noun that it counts, the stretch ``at`` that it stands in, and the cue."""
    lo, hi = at
    found = _before(s, n, noun, lo) or _assigned(s, n, hi) or _agent(s, lo, hi)
    if not found and noun is not None and not _hurt(s, noun):
        found = _belonging(s, noun, hi)
    return found or _accused(s, n) or _doer(s, n, noun, cue)


def _before(s: Sentence, n: Number, noun: int | None, lo: int) -> str:
    """ "Norlandish raids", "the Front's 44 pieces", "its 112 guns", "our two shells"."""
    if noun is None:
        return _own_bare(s, n)
    if _hurt(s, noun):
        return ""
    for k in range(max(lo, min(noun, n.first) - 4), noun):
        if not s.inside(k, noun) or k == n.first:
            continue
        if s.tag[k] == "PRP$":
            return OWN + s.low[k]
        if s.dep[k] == "poss" and _body(s, k):
            return s.words(max(s.left[k], lo), k)
        upper = (
            s.text[s.start[k]].isupper() and s.tag[k] in ("JJ", "NNP") or s.sort[k] in ("adjective", "body")
        )
        act = s.tag[noun] == "NNS" and _ACT.search(s.low[noun]) is not None
        if (
            upper
            and act
            and s.dep[k] != "nummod"
            or s.dep[k] == "compound"
            and _known(s, k)
            and _held(s, noun)
        ):
            return s.words(k, k)
    return ""


def _own_bare(s: Sentence, n: Number) -> str:
    """ "its 106", "three of ours": the speaker's, without a noun."""
    if n.a and s.tag[n.a - 1] == "PRP$":
        return OWN + s.low[n.a - 1]
    return OWN + "our" if s.low[n.last + 1 : n.last + 3] in (["of", "ours"], ["of", "mine"]) else ""


def _held(s: Sentence, noun: int) -> bool:
    """Whether the noun is of whoever stands before it: arms, posts, acts, its own people; prisoners are another's."""
    if s.low[noun] in words("figures", "held"):
        return False
    return s.tag[noun] == "NNS"


def _accused(s: Sentence, n: Number) -> str:
    """ "Accused Norland of three raids", "blamed the Front for two": it is not the accuser's count of its own acts."""
    for k in range(n.first - 1, -1, -1):
        if s.low[k] in (";", ":") or s.low[k] == "and" and s.dep[k + 1] == "nsubj":
            break
        if s.low[k] in _ACCUSES:
            agent = s.child(k, "nsubjpass") or s.child(k, "dobj")
            return (
                _phrase(s, s.left[agent], agent)
                if agent is not None and agent < n.first and _body(s, agent)
                else ""
            )
    return ""


def _assigned(s: Sentence, n: Number, hi: int) -> str:
    """ "It assigns 118 to the Karsavian forces, 74 to the Front", "three shootings were blamed on Norland and one on the Front"."""
    blamed = next(
        (m for m in range(n.last + 1, min(n.last + _NEAR, hi)) if s.low[m] in words("figures", "blamed")),
        None,
    )
    if blamed is not None and not {"not", "n't", "never"}.isdisjoint(s.low[n.last + 1 : blamed]):
        return ""
    first = n.last + 1 if blamed is None else blamed + 1
    k = next((m for m in range(first, min(first + 4, len(s) - 1)) if s.low[m] in ("to", "on")), None)
    if k is None or blamed is None and not _ASSIGNS.search(" ".join(s.low[: n.first])):
        return ""
    agent = s.child(k, "pobj")
    return _phrase(s, k + 1, agent) if agent is not None and _body(s, agent) else ""


def counter(s: Sentence, n: Number) -> str:
    """Who counted, where the passive says so: "four violations were recorded by the mission: three by Norland, one by the Front"."""
    for k in (
        k for k in range(len(s)) if s.low[k] == "by" and s.dep[k] == "agent" and s.low[s.head[k]] in _TOLD
    ):
        counted, agent = s.child(s.head[k], "nsubjpass"), s.child(k, "pobj")
        if counted is None or agent is None or not _body(s, agent):
            continue
        held = any(s.left[counted] <= m.first <= s.right[counted] for m in numbers.find(s))
        if held and (_listed(s, n, agent) or s.left[counted] <= n.first <= s.right[counted]):
            return _phrase(s, k + 1, agent)
    return ""


def _listed(s: Sentence, n: Number, agent: int) -> bool:
    """Whether a bare number stands in a list behind who counted ("three by Norland"), not with a thing of its own."""
    if n.first <= agent or {",", ":"}.isdisjoint(s.low[agent + 1 : n.first]) or n.last + 1 >= len(s):
        return False
    return s.tag[n.last + 1] in ("IN", "TO") or s.low[n.last + 1] in words("figures", "blamed")


def _agent(s: Sentence, lo: int, hi: int) -> str:
    """ "12 raids by Norland", "freed by Karsavia", "killed by its forces"; not who only counted or told, not "by night"."""
    for k in range(lo, hi):
        if s.low[k] != "by" or s.dep[k] == "agent" and s.low[s.head[k]] in _TOLD:
            continue
        agent = s.child(k, "pobj")
        if agent is not None and agent <= hi and _body(s, agent) and not re.search(r"\d", s.words(k, agent)):
            return _phrase(s, k + 1, agent)
    return ""


def _belonging(s: Sentence, noun: int, hi: int) -> str:
    """ "nine depots of the Front"."""
    of = next((k for k in s.kids[noun] if s.low[k] == "of" and k == noun + 1), None)
    owner = s.child(of, "pobj") if of is not None else None
    if of is None or owner is None or owner > hi or not _known(s, owner):
        return ""
    return _phrase(s, of + 1, owner)


def _doer(s: Sentence, n: Number, noun: int | None, cue: Span | None) -> str:
    """The subject of what was done: "the Front freed thirty soldiers", "the army violated the line 266 times"."""
    at = noun if noun is not None else n.last
    while (
        s.dep[at] in ("conj", "nummod", "quantmod", "npadvmod", "appos")
        and s.head[at] != at
        and not s.is_verb(s.head[at])
    ):
        at = s.head[at]
    verb = s.head[at]
    if not s.is_verb(verb) or s.dep[at] not in ("dobj", "npadvmod", "advmod", "conj") and n.unit != "times":
        return ""
    while True:
        out = any(s.low[c] == "out" for c in s.kids[verb])  # "carried out 21 raids"
        if s.low[verb] in _TOLD and not out or cue is not None and cue.start <= s.start[verb] < cue.end:
            return ""
        if s.low[verb] in words("figures", "undergone"):
            return ""
        subject = s.child(verb, "nsubj")
        if subject is not None:
            return _phrase(s, s.left[subject], subject) if _body(s, subject) else ""
        if s.dep[verb] not in ("conj", "xcomp") or s.child(verb, "nsubjpass") is not None:
            return ""
        verb = s.head[verb]


def _phrase(s: Sentence, first: int, last: int) -> str:
    """The name without its article."""
    first += s.low[first] in ("the", "a", "an") and first < last
    return s.words(min(first, last), last)


def _body(s: Sentence, k: int) -> bool:
    """Whether a noun can have done something: a name, a body, armed people."""
    if s.low[k] in words("figures", "months") or s.low[k].endswith("day") or s.low[k] in _NOBODY:
        return False
    if s.is_name(k) and s.tag[k] != "NNS" or s.sort[k] == "person" or _known(s, k):
        return True
    return s.tag[k] == "NNS" and any(s.dep[c] == "compound" and _known(s, c) for c in s.kids[k])


def _known(s: Sentence, k: int) -> bool:
    """Whether it is a body in so many words."""
    return s.sort[k] in ("body", "people") or s.low[k] in words("names", "bodies") | words("figures", "armed")


def _hurt(s: Sentence, noun: int) -> bool:
    """Whether the noun is the people harmed: their own side is not the one that did it."""
    harm = hurt()
    up = s.head[noun]
    return s.low[noun] in harm or s.dep[noun] in ("nsubjpass", "dobj") and s.low[up] in harm
