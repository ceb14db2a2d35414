"""The stance that a word of the clause itself carries: "must leave", "is open to", "will not give up", "is unacceptable"."""

from __future__ import annotations

import re
from functools import cache

from truceline.evidence import Stance
from truceline.reading import phrasal, waiting
from truceline.reading.clauses import Clause
from truceline.reading.cue_stance import of_a_particle, plain
from truceline.reading.vocabulary import load, words

NOUNS = frozenset({"rejection", "refusal"})
_MODAL = frozenset({"must", "should", "ought"})
FLAT = frozenset({"acceptable", "unacceptable", "illegitimate"})
_FLAT = FLAT | {"unwilling"}
_TO = frozenset({"willing", "ready", "prepared", "need"})
_WILL = frozenset({"will", "would", "wo", "shall", "'ll", "may", "can"})
_NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
_WHOLE = frozenset({"must", "should", "ought", "acceptable", "unacceptable", "illegitimate", "need"})


def find(c: Clause, spoken: bool) -> tuple[int, Stance] | None:
    """The first stance word that is a verb, predicate or noun of the clause, with its stance; then the phrases.

    ``spoken``: somebody says it, so that "had to" and "will not" tell of a will and not of what came to pass.
    """
    low, table = c.s.low, _table()
    if not c.present.isdisjoint(table):
        for k in range(c.lo, c.hi + 1):
            if low[k] in table and (found := _at(c, k)) is not None:
                return k, found
    if c.verb is not None and (turned := _with_others(c, c.verb)) is not None:
        return c.verb, turned
    return _named(c) or (_phrase(c) if spoken else None)


def of_the_whole(c: Clause, at: int) -> bool:
    """Whether the speaker holds the position on all that the clause says: "the force must leave"."""
    return c.s.low[at] in _WHOLE or not in_a_word(c, at)


def in_a_word(c: Clause, at: int) -> bool:
    """Whether token ``at`` carries the stance by itself or with its particle, and is no part of a phrase."""
    if c.s.low[at] in _table() and _at(c, at) is not None:
        return True
    return at == c.verb and _with_others(c, at) is not None


def _with_others(c: Clause, verb: int) -> Stance | None:
    """The stance of a verb by its particle, or by the words that make a phrase of it."""
    return of_a_particle(c.s, verb) or phrasal.at(c.s, verb)


@cache
def _table() -> dict[str, tuple[Stance, ...]]:
    """Word -> the stances it may carry, in the order in which they are tried."""
    found: dict[str, tuple[Stance, ...]] = {}
    for word in load("kinds")["open_to"]:
        found[word] = (Stance.ACCEPT,)
    for name in ("reject", "accept", "demand", "offer"):
        for word in (*load("kinds")["stance"][name], *plain(name)):
            found[word] = (*found.get(word, ()), Stance(name))
    return found


def _at(c: Clause, k: int) -> Stance | None:
    """The stance of token ``k``, or None where it is used otherwise."""
    low, tag, s = c.s.low[k], c.s.tag[k], c.s
    if (
        low in words("kinds", "open_to")
        and tag in ("JJ", "VBN")
        and s.low[k + 1 : k + 2] in (["to"], ["on"], ["for"])
    ):
        deed = s.low[k + 2 : k + 3]
        own = (
            low in ("ready", "prepared")
            and s.low[k + 1] == "to"
            and deed
            and deed[0] not in words("kinds", "consenting")
        )
        return Stance.OFFER if own else Stance.ACCEPT
    if not _counts(c, k, low):
        return None
    found = [x for x in _table()[low] if not (low in words("kinds", "open_to") and x is Stance.ACCEPT)]
    return found[0] if found else None


def _counts(c: Clause, k: int, low: str) -> bool:
    """Whether the word is used as a stance: a verb that is no modifier, a predicate, a noun of refusal."""
    s = c.s
    if low in NOUNS:
        return (
            k == c.verb
            or c.verb is None
            or s.dep[k] in ("attr", "dobj", "pobj")
            and s.child(k, "prep", "acl") is not None
        )
    if low in _MODAL:
        return _of_duty(c, k)
    if low in _FLAT:
        return True
    if low in _TO:
        return s.low[k + 1 : k + 2] == ["to"]
    if low in ("call", "calls", "called"):
        return s.low[k + 1 : k + 2] == ["for"] and not s.is_noun(k)
    if not s.is_verb(k) or s.dep[k] in ("amod", "compound", "acl", "relcl") and k != c.verb:
        return False
    return k == c.verb or s.dep[k] in ("ROOT", "ccomp", "conj", "xcomp", "pcomp", "advcl")


def _of_duty(c: Clause, k: int) -> bool:
    """ "must leave", not "should have left" nor "weapons that should be in storage"."""
    past = c.s.low[k + 1 : k + 2] == ["have"] and c.s.dep[k + 1] == "aux"
    return not past and c.s.dep[c.s.head[k]] != "relcl"


def _phrase(c: Clause) -> tuple[int, Stance] | None:
    """A stance in several words ("stands by", "had to", "not up for"), or "will not" with the speaker's own deed."""
    match = next((m for m in _pattern().finditer(c.low) if _of_somebody(c, m)), None)
    if match is not None:
        return min(_place(c, match) + 1, c.hi), Stance.DEMAND if match.lastgroup == "turn" else Stance(
            str(match.lastgroup)
        )
    first = c.s.low[c.lo]
    if first in ("yes", "no") and (c.lo == c.hi or c.s.low[c.lo + 1] in (",", "to", ".", ";", "!")):
        return c.lo, Stance.ACCEPT if first == "yes" else Stance.REJECT
    return _will_not(c) or _bidden(c) or _subjunctive(c) or _under_condition(c) or _first(c)


def _of_somebody(c: Clause, match: re.Match[str]) -> bool:
    """Whether a phrase tells where somebody stands: "is in favour of"; a thing may be so, too ("a shift in favour of")."""
    at = _place(c, match)
    return not match[0].startswith("in favo") or at == c.lo or not c.s.is_noun(at - 1)


def _place(c: Clause, match: re.Match[str]) -> int:
    """The token with which a phrase begins; ``c.low`` opens with a space."""
    return c.lo + c.low.count(" ", 0, match.start()) - 1


@cache
def _pattern() -> re.Pattern[str]:
    listed = load("stances")["phrases"]
    groups = (
        f"(?P<{name}>{'|'.join(re.escape(p) for p in listed[name])})"
        for name in ("silent", "reject", "accept", "demand")
    )
    turn = r"(?P<turn>(?:is|was|be) for (?:[\w'’-]+ ){1,4}to)"  # "it is for the committee to judge"
    return re.compile(rf"(?<= )(?:{'|'.join(groups)}|{turn})(?= )")


def _will_not(c: Clause) -> tuple[int, Stance] | None:
    """ "We will not give up the bridge", "no gendarme will search my depots": a deed refused."""
    if c.verb is None or c.subject is None or _will(c) is None:
        return None
    first = c.s.low[c.subject[0]]
    if any(c.s.low[k] == "have" and c.s.dep[k] == "aux" for k in c.s.kids[c.verb]):
        return None  # "neither would have signed" tells what did not come to pass
    own = first in words("kinds", "own_subjects")
    refused = own and (c.negative or _nobody_after(c, c.verb)) or first in _NOBODY
    return (c.verb, Stance.REJECT) if refused else None


def _nobody_after(c: Clause, verb: int) -> bool:
    """ "will serve under nobody": the object of the verb, or of a preposition at it, is none."""
    at = [verb, *(k for k in c.s.kids[verb] if c.s.dep[k] == "prep" and k > verb)]
    found = (c.s.child(k, "dobj", "pobj") for k in at)
    return any(k is not None and k > verb and c.s.low[k] in _NOBODY for k in found)


def _will(c: Clause) -> int | None:
    """The modal of the main verb that tells of a will."""
    return next((k for k in c.s.kids[c.verb] if c.s.low[k] in _WILL), None) if c.verb is not None else None


def _bidden(c: Clause) -> tuple[int, Stance] | None:
    """ "Come and count them": an order."""
    first = next((k for k in range(c.lo, c.hi + 1) if c.s.low[k][:1].isalpha()), c.lo)
    alone = (
        c.s.child(first, "nsubj", "nsubjpass", "aux") is None
    )  # "Call it what you like": the finite verb hangs on the order
    bare = c.s.tag[first] == "VB" and alone and (first != c.verb or c.subject is None) and c.hi > first
    return (first, Stance.DEMAND) if bare and c.s.dep[first] in ("ROOT", "ccomp") else None


def _subjunctive(c: Clause) -> tuple[int, Stance] | None:
    """ "(stipulated) that the prisoners be freed first", "(wrote) that he leave": the mood asks for it."""
    if c.verb is None or c.subject is None or c.s.child(c.verb, "nsubj", "nsubjpass") is None:
        return None
    helps = [k for k in c.s.kids[c.verb] if c.s.dep[k] in ("aux", "auxpass")]
    be = c.s.tag[c.verb] == "VBN" and [c.s.low[k] for k in helps] == ["be"]
    bare = c.s.tag[c.verb] == "VB" and not helps
    mark = c.s.child(c.verb, "mark")
    told = c.s.dep[c.verb] == "ccomp" and (mark is None or c.s.low[mark] == "that")
    return (c.verb, Stance.DEMAND) if (be or bare) and told else None


def _under_condition(c: Clause) -> tuple[int, Stance] | None:
    """ "It would act if the group was not disarmed": what somebody will do depends on what another does."""
    own = c.subject is not None and c.s.low[c.subject[0]] in words("kinds", "own_subjects")
    if c.verb is None or _will(c) is None and not own or c.s.low[c.lo] in ("when", "whether"):
        return None
    limited = waiting.opening(c, c.lo, Stance.CONDITIONAL)
    if limited is None or limited[2] in ("without", "before", "while"):
        return None
    later = limited[2] in (
        "once",
        "when",
        "as",
    )  # "the road will open once the snow melts" is nobody's condition
    return (c.verb, Stance.CONDITIONAL) if own or not later else None


def _first(c: Clause) -> tuple[int, Stance] | None:
    """ "They first", "Talks at once": a demand without a verb."""
    if c.verb is not None or c.hi == c.lo:
        return None
    return (
        (c.lo, Stance.DEMAND) if c.low.endswith((" first ", " at once ", " now ", " immediately ")) else None
    )


def _named(c: Clause) -> tuple[int, Stance] | None:
    """ "Lebanon's demand that the troops leave": a noun of stance with its holder, which the assertion is about."""
    nouns = load("stances")["nouns"]
    if c.present.isdisjoint(nouns):
        return None
    for k in range(c.lo, min(c.hi, c.lo + 7)):
        if c.s.low[k] in nouns and c.s.is_noun(k) and c.s.child(k, "poss") is not None:
            free = c.s.left[k] <= c.lo and (c.verb is None or c.s.inside(c.verb, k))
            return (k, Stance(nouns[c.s.low[k]])) if free else None
    return None
