"""Whose a verb is: its subject in the parse, or the one it shares with the verb that it hangs on."""

from __future__ import annotations

from truceline.reading.frames import Phrase
from truceline.reading.sentence import Sentence

SUBJECTS = ("nsubj", "csubj")
_AUX = ("aux", "auxpass")


def finite(s: Sentence, i: int) -> bool:
    """Whether the verb carries tense or a modal (its own or an auxiliary's)."""
    if s.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(s.dep[k] in _AUX and s.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in s.kids[i])


def passive(s: Sentence, i: int) -> bool:
    return s.child(i, "auxpass", "nsubjpass") is not None


def negated(s: Sentence, i: int) -> bool:
    """Whether "not", "never" or "no" stands with the verb."""
    return any(
        s.dep[k] == "neg" or s.low[k] in ("never", "neither", "no") and s.dep[k] in ("advmod", "preconj")
        for k in s.kids[i]
    )


def subject(s: Sentence, i: int, steps: int = 4) -> Phrase | None:
    """The noun phrase that does what verb ``i`` says; None where there is none or it is a clause."""
    found = s.child(i, "nsubj")
    if found is not None:
        return antecedent(s, i, found)
    if steps == 0 or s.child(i, "nsubjpass", "csubj") is not None:
        return None
    above = s.head[i]
    if above == i or not s.is_verb(above):
        return None
    if s.dep[i] == "conj" and not passive(s, above):
        return subject(s, above, steps - 1)
    if s.dep[i] in ("xcomp", "aux", "pcomp") and not passive(s, above):
        return subject(s, above, steps - 1)
    if s.dep[i] == "pcomp" or (s.dep[i] == "advcl" and s.tag[i] == "VBG" and not passive(s, above)):
        return subject(s, above, steps - 1)
    return None


def antecedent(s: Sentence, i: int, found: int) -> Phrase | None:
    """The subject itself, or for "who" and "which" the noun that the relative clause hangs on."""
    if s.tag[found] not in ("WDT", "WP"):
        return noun_phrase(s, found)
    if s.dep[i] != "relcl" or s.head[i] >= i:
        return None
    noun = s.head[i]
    return Phrase(s.left[noun], noun, noun)


def noun_phrase(s: Sentence, head: int) -> Phrase:
    """The phrase of a noun, apposition included, without a clause that hangs on its end."""
    a, b = s.left[head], s.right[head]
    for k in s.kids[head]:
        if k > head and s.dep[k] in ("relcl", "ccomp", "advcl", "conj") and s.is_verb(k):
            b = min(b, s.left[k] - 1)
    while b > head and not s.low[b][:1].isalnum():
        b -= 1
    return Phrase(min(a, head), max(b, head), head)


def object_of(s: Sentence, prep: int) -> int | None:
    """The noun that a preposition governs."""
    return s.child(prep, "pobj")
