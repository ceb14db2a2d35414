"""Whose a verb is: its subject in the parse, or the one it shares with the verb that it hangs on."""

from __future__ import annotations

from truceline.reading.frames import Phrase
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.vocabulary import words

_AUX = ("aux", "auxpass")


def finite(s: Sentence, i: int) -> bool:
    """Whether the verb carries tense or a modal (its own or an auxiliary's)."""
    if s.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(s.dep[k] in _AUX and s.tag[k] in ("VBD", "VBZ", "VBP", "MD") for k in s.kids[i])


def passive(s: Sentence, i: int) -> bool:
    """Whether the verb is in the passive voice."""
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
    if s.dep[i] == "pcomp" and s.low[above] == "by" and s.is_verb(s.head[above]):
        return subject(s, s.head[above], steps - 1)
    if above == i or not s.is_verb(above):
        return None
    if s.dep[i] == "conj" and not passive(s, above):
        return subject(s, above, steps - 1)
    if s.dep[i] == "xcomp" and not passive(s, above):
        return subject(s, above, steps - 1)
    if s.dep[i] == "advcl" and s.tag[i] == "VBG" and not passive(s, above):
        return subject(s, above, steps - 1)
    return None


def antecedent(s: Sentence, i: int, found: int) -> Phrase | None:
    """The subject itself, or for "who" and "which" the noun that the relative clause hangs on."""
    if s.tag[found] not in ("WDT", "WP"):
        return noun_phrase(s, found)
    if s.dep[i] != "relcl" or s.head[i] >= i:
        return None
    noun = _who_is_meant(s, s.head[i]) if s.low[found] == "who" else s.head[i]
    return Phrase(s.left[noun], noun, noun)


def _who_is_meant(s: Sentence, noun: int) -> int:
    """The person behind a "who" that the parse hangs on a place: "a pastor at Hartown, who speaks of"."""
    people = words("names", "people") | words("names", "human") | words("names", "titles")
    above = s.head[s.head[noun]]
    apart = s.dep[noun] == "pobj" and s.low[s.head[noun]] in ("at", "in", "from", "near")
    return above if apart and s.low[noun] not in people and not s.sort[noun] and s.is_noun(above) else noun


def noun_phrase(s: Sentence, head: int) -> Phrase:
    """The phrase of a noun, apposition included, without a clause that hangs on its end."""
    a, b = s.left[head], s.right[head]
    for k in s.kids[head]:
        if k > head and s.dep[k] in ("relcl", "ccomp", "advcl", "conj") and s.is_verb(k):
            b = min(b, s.left[k] - 1)
    while b > head and not s.low[b][:1].isalnum():
        b -= 1
    a = min(a, head)
    inner = [k for k in range(a + 1, head) if s.tag[k] == "DT" and s.head[k] == head]
    if inner and s.is_name(a) and not any(s.dep[k] in ("poss", "case") for k in range(a, inner[0])):
        a = inner[0]  # "In Miami the mediators": the place is no part of the phrase
    return Phrase(a, max(b, head), head)


def object_of(s: Sentence, prep: int) -> int | None:
    """The noun that a preposition governs."""
    return s.child(prep, "pobj")


def nearby(s: Sentence, i: int) -> Phrase | None:
    """The subject by the order of words, where the parse has none: a name or people right before the verb or before the
    comma in front of it ("X, a member of the council, has said"), or people that open the sentence.
    """
    k = first_of(s, i) - 1
    if k < 0:
        return None
    if s.low[k] == "," or s.low[k] in QUOTES:
        return _before_comma(s, k)
    if not (s.is_noun(k) or s.name[k] or s.tag[k] == "PRP"):
        return None
    return Phrase(_start(s, k), k, k)


def first_of(s: Sentence, i: int) -> int:
    """The first token of a verb with its auxiliaries and adverbs."""
    k = i
    while (
        k > 0
        and (s.tag[k - 1] in ("MD", "RB") or s.dep[k - 1] in ("aux", "auxpass", "neg"))
        and s.low[k - 1] != ","
    ):
        k -= 1
    return k


def _before_comma(s: Sentence, comma: int) -> Phrase | None:
    if comma and s.is_name(comma - 1) and not s.name[comma - 1] or s.sort[comma - 1] == "person":
        return Phrase(_start(s, comma - 1), comma - 1, comma - 1)
    before = next((k for k in range(comma - 1, 0, -1) if s.low[k] == ","), None)
    if (
        before is not None
        and s.is_name(before - 1)
        and s.tag[before + 1] in ("DT", "JJ", "NN", "WP", "NNP", "PRP$")
    ):
        return Phrase(_start(s, before - 1), comma - 1, before - 1)
    opening = next((k for k in range(min(3, comma)) if s.is_noun(k)), None)
    if opening is not None and s.low[opening] in words("names", "people") and s.tag[opening] == "NNS":
        return Phrase(min(s.left[opening], opening), comma - 1, opening)
    return None


def _start(s: Sentence, k: int) -> int:
    """The first token of the noun phrase that ends at ``k``, joined names of one sort included ("A, B and C")."""
    a = k
    while a > 0:
        b = a - 1
        if s.sort[k] and s.low[b] in (",", "and") and b > 0 and s.sort[b - 1] == s.sort[k] != "":
            a = b - 1
        elif (
            s.is_noun(b)
            or s.tag[b] in ("JJ", "DT", "POS", "PRP$", "VBN", "HYPH")
            or s.name[b]
            or s.low[b] in words("names", "particles")
        ):
            a = b
        else:
            break
    return a
