"""Whether the words around a number deny it: "had not released 24 detainees", "failed to hand over 24", "19 and not 24".

A denied figure is no count of what was done: it fills no amount owed. What is "not more than 24" is a bound, and no denial.
"""

from __future__ import annotations

from truceline.evidence import Figure, Polarity
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import negated
from truceline.reading.vocabulary import verb_forms, words

_UP = 8  # steps up the tree from a number to the verb of its clause
_LEAVES = ("ccomp", "relcl", "acl", "advcl", "csubj", "parataxis")
_WORDS = frozenset(
    {"a", "an", "the", "all", "of", "some", "about", "around", "nearly", "almost", "only", "just"}
)
_NOT_ALONE = frozenset({"only", "just", "all"})
_JOINS = frozenset({"and", "but", ",", "or", "-", ";", "–"})
_FAILS = verb_forms("figures", "fails_to")


def polarity(s: Sentence, n: Number, figure: Figure, *, cue_denies: bool = False) -> Polarity:
    """DENIED where the clause of the number, or the cue it is told by, denies it; two denials are none."""
    turned = _contrasted(s, n) or (_by_its_verb(s, n) and not _bound(figure))
    return Polarity.DENIED if turned is not cue_denies else Polarity.AFFIRMED


def _bound(figure: Figure) -> bool:
    """A nought, or a bound that took the negation into itself ("no more than 24", "did not exceed 450")."""
    said = figure.approximator.casefold().split()
    return figure.low == figure.high == 0 or bool(said) and said[0] in ("not", "no")


def _contrasted(s: Sentence, n: Number) -> bool:
    """ "19 and *not* 24", "19 *instead of* 30": the number itself is what is set aside."""
    k = n.a - 1
    while k > 0 and s.low[k] in _WORDS:
        k -= 1
    if k > 0 and s.low[k] == "not":
        return s.low[k + 1] not in _NOT_ALONE and s.low[k - 1] in _JOINS
    before = f" {' '.join(s.low[max(k - 3, 0) : n.a])} "
    return any(f" {phrase} " in before for phrase in words("figures", "instead"))


def _by_its_verb(s: Sentence, n: Number) -> bool:
    """Whether a verb over the number, within its own clause, is negated, failed at, or stands under "without"."""
    k = n.last
    for _ in range(_UP):
        if s.low[k] == "without" or s.is_verb(k) and _negative(s, k, n):
            return True
        if s.dep[k] == "prep" and k < s.head[k] and s.is_verb(s.head[k]):
            return False  # "After two years of war nobody has left": when or where it is told of, not what is denied
        if s.dep[k] in _LEAVES or s.head[k] == k or s.is_verb(k) and not _under_another(s, k):
            return False
        k = s.head[k]
    return False


def _under_another(s: Sentence, verb: int) -> bool:
    """Whether what stands over the verb says whether it was done: "failed to *release*", "did not free or *return* 24"."""
    if s.dep[verb] != "conj":
        return s.dep[verb] in ("xcomp", "pcomp")
    return "or" in s.low[s.head[verb] : verb] and s.child(verb, "nsubj", "nsubjpass") is None


def _negative(s: Sentence, verb: int, n: Number) -> bool:
    if _copula(s, verb) and n.last < verb:
        return False  # "24 of the dead were not fighters": the number is not what is denied
    said = negated(s, verb) or any(s.dep[k] == "aux" and negated(s, k) for k in s.kids[verb])
    failed = s.low[verb] in _FAILS and n.last > verb and s.child(verb, "xcomp") is not None
    yet = "yet to" in " ".join(s.low[max(verb - 3, 0) : verb])
    only = any(s.low[k] in _NOT_ALONE and s.low[k - 1] == "not" for k in range(1, n.a))
    return (said is not failed or yet) and not only


def _copula(s: Sentence, verb: int) -> bool:
    return (
        s.low[verb] in ("be", "is", "are", "was", "were", "been")
        and s.child(verb, "attr", "acomp") is not None
    )
