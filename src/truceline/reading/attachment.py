"""Verbs and subjects that the parse hangs on the wrong word, put right by the order of the words.

"In Port Ellin, Dana Velm called ..." gives the verb its subject; "It insisted that the pact holds and accused them" gives the second
verb to whoever does the first.
"""

from __future__ import annotations

from truceline.reading.sentence import Sentence
from truceline.reading.subjects import finite

_NOW = ("VBZ", "VBP")


def attach(s: Sentence) -> bool:
    """Mend the heads of a sentence; whether anything was changed (the caller rebuilds the tree)."""
    changed = _after_place(s)
    for k in range(3, len(s)):
        if s.dep[k] == "conj" and s.is_noun(k) and s.is_verb(s.head[k]):
            changed = _to_noun(s, k) or changed
    for k in range(3, len(s)):
        if s.dep[k] == "conj" and s.is_verb(k) and not s.quoted[k]:
            changed = _back_to_speaker(s, k) or changed
    return changed


def _after_place(s: Sentence) -> bool:
    """ "In X, NAME, who ..., called": what the parse takes for a word beside the place is the subject of the verb."""
    if len(s) < 5 or s.low[0] not in ("in", "at", "from", "near") or s.dep[0] != "prep":
        return False
    place, verb = s.child(0, "pobj"), s.head[0]
    if place is None or s.low[place + 1 : place + 2] != [","] or not s.is_name(place):
        return False
    if not (s.is_verb(verb) and finite(s, verb)) or s.child(verb, "nsubj", "nsubjpass", "csubj") is not None:
        return False
    beside = next((k for k in s.kids[place] if s.dep[k] == "appos" and place < k < verb), None)
    if beside is None:
        return False
    s.head[beside], s.dep[beside] = verb, "nsubj"
    return True


def _to_noun(s: Sentence, k: int) -> bool:
    """ "efforts by A and *militias of B* to sow chaos": a noun behind "and" is joined to the noun before it, not to the verb."""
    verb = s.head[k]
    link = next((m for m in range(k - 1, verb, -1) if s.low[m] in ("and", "or")), None)
    if link is None or link - 1 <= verb or not s.is_noun(link - 1) or s.left[k] < link:
        return False
    if any(s.is_verb(m) and finite(s, m) for m in (*s.kids[k], *range(link, k))):
        return False
    s.head[k] = link - 1
    for m in range(link, len(s)):
        if s.head[m] == verb and m != k and (m == link or s.dep[m] == "advcl" and m > k and s.tag[m] == "VB"):
            s.head[m] = link - 1 if m == link else k
    return True


def _back_to_speaker(s: Sentence, k: int) -> bool:
    """ "It insisted that A holds and accused B", "confirms that A is open, and puts it at five": the verb joined to one within the words
    belongs to the verb of speech, shown by the tense or by a comma.
    """
    inner = s.head[k]
    if (
        s.dep[inner] != "ccomp"
        or s.head[inner] >= inner
        or s.child(k, "nsubj", "nsubjpass", "mark") is not None
    ):
        return False
    outer = s.head[inner]
    that = s.child(inner, "mark")
    if that is None or s.low[that] != "that" or s.low[k - 1] != "and" or s.child(outer, "nsubj") is None:
        return False
    past = s.tag[k] == "VBD" == s.tag[outer] and s.tag[inner] in _NOW
    comma = s.low[k - 2] == "," and s.tag[k] == s.tag[outer] and s.tag[k] in (*_NOW, "VBD")
    if not (past or comma):
        return False
    s.head[k] = outer
    return True
