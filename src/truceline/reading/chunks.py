"""Noun phrases, verb groups and what stands between them, cut by part-of-speech tags alone: what the bulk tier has for a parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "'d"})
_DO = frozenset({"do", "does", "did"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERB = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "MD"})
_BEFORE = frozenset({"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "POS", "$", "#", "HYPH", "WP$"})
_NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})
_OPENS = frozenset({"DT", "PDT", "PRP$", "WP$"})  # begins a new phrase even right after a noun
_ADVERB = frozenset({"RB", "RBR", "RBS"})
_ALONE = {
    "PRP": "N",
    "EX": "N",
    "IN": "I",
    "RP": "R",
    "CC": "C",
    "WDT": "W",
    "WP": "W",
    "WRB": "W",
    "TO": "I",
}
_SIGNS = frozenset({",", ".", ":", "``", "''", "-LRB-", "-RRB-", "NFP", "SYM"})
_NOT = frozenset({"not", "n't", "never"})


@dataclass(slots=True)
class Chunk:
    """Tokens ``a`` to ``b`` with their head. ``kind``: N noun phrase, V verb group, J adjective without a noun, I preposition or
    conjunction that opens a clause, W relative or question word, C "and", R adverb or particle, P sign, X anything else.
    """

    kind: str
    a: int
    b: int
    head: int


def chunks(low: Sequence[str], tag: Sequence[str], dep: list[str], head: list[int]) -> list[Chunk]:
    """The chunks of a sentence in order. Writes relations and heads of the tokens within each into ``dep`` and ``head``."""
    found: list[Chunk] = []
    i, n = 0, len(low)
    while i < n:
        one = _chunk(low, tag, i)
        found.append(one)
        if one.a != one.b:
            _in_noun(tag, one, dep, head) if one.kind == "N" else _in_verb(low, tag, one, dep, head)
        i = one.b + 1
    return found


def _chunk(low: Sequence[str], tag: Sequence[str], i: int) -> Chunk:
    t = tag[i]
    if t in _NOUN or t in _BEFORE or t in ("VBN", "VBG") and _modifies(tag, i):
        return _noun(tag, i)
    if t in _VERB or t == "TO" and _infinitive(tag, i):
        return _verb(low, tag, i)
    if t in _ADVERB:
        k = i + 1
        while k < len(tag) and tag[k] in _ADVERB:
            k += 1
        if k < len(tag) and tag[k] in _VERB and not (tag[k] in ("VBN", "VBG") and _modifies(tag, k)):
            return _verb(low, tag, i)
        return Chunk("R", i, i, i)
    return Chunk(_ALONE.get(t, "P" if t in _SIGNS or not low[i][:1].isalnum() else "X"), i, i, i)


def _infinitive(tag: Sequence[str], i: int) -> bool:
    k = i + 1
    while k < len(tag) and tag[k] in _ADVERB:
        k += 1
    return k < len(tag) and tag[k] == "VB"


def _modifies(tag: Sequence[str], i: int) -> bool:
    """Whether a participle stands within a noun phrase: "the displaced families", "two missing men"."""
    return (
        i > 0 and tag[i - 1] in _BEFORE and i + 1 < len(tag) and (tag[i + 1] in _NOUN or tag[i + 1] == "JJ")
    )


def _noun(tag: Sequence[str], i: int) -> Chunk:
    k, last = i, -1
    while k < len(tag):
        t = tag[k]
        if t in _NOUN:
            last = k
        elif (
            t not in _BEFORE
            and not (t in ("VBN", "VBG") and _modifies(tag, k))
            or last >= 0
            and (t in _OPENS or t == "CD" and k - 1 == last and tag[last] in ("NN", "NNS"))
        ):
            break
        k += 1
    if last < 0:
        number = next((m for m in range(k - 1, i - 1, -1) if tag[m] == "CD"), -1)
        if number >= 0 or tag[i] in _OPENS:
            return Chunk("N", i, k - 1, number if number >= 0 else k - 1)
        return Chunk("J", i, i, i)
    if tag[last + 1 : last + 2] == ["CD"] and last + 1 < k:
        return Chunk("N", i, last + 1, last)
    return Chunk("N", i, last, last)


def _verb(low: Sequence[str], tag: Sequence[str], i: int) -> Chunk:
    k, main, n = i, -1, len(low)
    while k < n:
        t = tag[k]
        if t in _VERB:
            if main >= 0 and (t == "MD" or t in FINITE and low[main] not in _DO):
                break
            main = k
            if t != "MD" and low[k] not in BE and low[k] not in _HAVE and low[k] not in _DO:
                break
        elif t not in _ADVERB and t != "TO" or t == "TO" and k > i:
            break
        k += 1
    return Chunk("V", i, main, main)


def _in_noun(tag: Sequence[str], one: Chunk, dep: list[str], head: list[int]) -> None:
    owner = -1
    for k in range(one.b, one.a - 1, -1):
        if k == one.head:
            continue
        t = tag[k]
        if t == "POS":
            owner = next((m for m in range(k - 1, one.a - 1, -1) if tag[m] in _NOUN), -1)
            if owner >= 0:
                dep[k], head[k], dep[owner], head[owner] = "case", owner, "poss", one.head
                continue
        if k == owner:
            owner = -1 if k == one.a or tag[k - 1] in _BEFORE else k
            continue
        head[k] = owner if 0 <= k < owner and t in _NOUN else one.head
        dep[k] = _WITHIN.get(t, "compound" if t in _NOUN else "amod")


_WITHIN = {
    "DT": "det",
    "PDT": "predet",
    "PRP$": "poss",
    "WP$": "poss",
    "CD": "nummod",
    "POS": "case",
    "HYPH": "punct",
    "$": "quantmod",
    "#": "nmod",
}


def _in_verb(low: Sequence[str], tag: Sequence[str], one: Chunk, dep: list[str], head: list[int]) -> None:
    voice = is_passive(low, tag, one)
    for k in range(one.a, one.b):
        head[k] = one.head
        if tag[k] in _ADVERB:
            dep[k] = "neg" if low[k] in _NOT else "advmod"
        else:
            dep[k] = "auxpass" if voice and low[k] in BE else "aux"


def is_passive(low: Sequence[str], tag: Sequence[str], one: Chunk) -> bool:
    """Whether a verb group is in the passive voice: a form of "be" before a past participle."""
    return tag[one.head] == "VBN" and any(low[k] in BE for k in range(one.a, one.b))


def is_finite(tag: Sequence[str], one: Chunk) -> bool:
    """Whether a verb group carries tense or a modal."""
    return any(tag[k] in FINITE for k in range(one.a, one.b + 1))
