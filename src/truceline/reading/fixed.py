"""What a number counts by a fixed turn of phrase: "a crew of eight", "puts the dead at 31", "brought to 64 the breaches", "of whom 23 were civilians"."""

from __future__ import annotations

from truceline.reading.nouns import compound, hurt, measure
from truceline.reading.numbers import Number
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.vocabulary import verb_forms, words

_TELLING = frozenset(verb_forms("cues", "say", "count", "carry", "stance"))
PLACES = frozenset({"in", "on", "at", "over", "during", "within", "since", "from", "near", "for"})
_BE = frozenset({"be", "were", "are", "was", "is", "being"})
_WILL = frozenset({"would", "will", "should", "may", "might", "could", "must"})
_OF_WHOM = 7  # tokens between "of whom" and the number: "of whom it has registered only 410"


def crew(s: Sentence, n: Number) -> int | None:
    """ "a crew of eight", "a staff of nine and one driver": the noun that so many make up, where none follows the number itself."""
    after = s.low[n.last + 1 : n.last + 3]
    counts_on = after[1:] != [] and after[0] in ("and", "or") and s.tag[n.last + 2] == "CD"
    if n.high is None or n.approximator.endswith("s"):
        return None  # "a march of thousands"
    follows = after != [] and (
        after[0] in hurt()
        or s.tag[n.last + 1] in ("VBN", "VBG")
        or s.tag[n.last + 1][:2] in ("NN", "JJ", "CC", "HY", "CD")
        or after[0] in ("of", "%")
    )
    return group(s, n, 0) if counts_on or not follows and n.whole is None else None


def group(s: Sentence, n: Number, lo: int) -> int | None:
    """ "a guard of twenty", "a list of 119": the noun before "of" that so many make up."""
    k = n.a - 1 - (n.a > 1 and s.low[n.a - 1] in QUOTES)
    if k - 1 < lo or s.low[k] != "of" or not s.is_noun(k - 1):
        return None
    passed = (
        words("figures", "measures") - {"list"}
        | words("figures", "killed")
        | words("figures", "persons")
        | words("figures", "levels")
    )
    last = s.words(k - 1, k - 1).lower().split()[-1]
    if s.tag[k - 1] == "NNP" and s.low[k - 1] in words("figures", "months"):
        return None
    bare = s.low[k - 1] in _TELLING and (k < 2 or s.tag[k - 2] not in ("DT", "PRP$", "JJ", "NN", "POS"))
    if bare or verbal(s, k - 1):
        return None
    if s.tag[k - 1] == "NNP" and s.low[k - 1] in words("figures", "months"):
        return None
    if verbal(s, k - 1):
        return None  # "the ministry speaks of 44,000"
    named = (s.tag[k - 1] == "NNP" or s.sort[k - 1] != "") and last not in words("figures", "collective")
    return k - 1 if s.low[k - 1] not in passed and not measure(s.low[k - 1]) and not named else None


def verbal(s: Sentence, k: int) -> bool:
    """Whether a word that the parse has for a plural is a verb of telling: "the ministry for resettlement *speaks* of 44,000"."""
    return k > 0 and s.low[k] in _TELLING and s.low[k].endswith("s") and s.tag[k - 1] == "NN"


def antecedent(s: Sentence, n: Number) -> int | None:
    """ "sweepers, of whom there are six", "its posts, 31 in number", "60 men, 12 of whom were freed": the plural before the comma, and
    rather what is told of than a place ("2,650 fighters in the seven zones, 410 of whom").
    """
    if s.low[n.last + 1 : n.last + 3] in (["of", "whom"], ["of", "which"]) and s.low[max(n.a - 1, 0)] == ",":
        return _plural(s, n.a - 1, 14)
    of = next((k for k in range(n.a - 1, max(n.a - _OF_WHOM, 1), -1) if s.low[k] in ("whom", "which")), None)
    if (
        of is not None
        and s.low[of - 1] != "of"
        or of is None
        and s.low[n.last + 1 : n.last + 3] != ["in", "number"]
    ):
        return None
    return _plural(s, of - 1 if of is not None else n.a, len(s))


def _plural(s: Sentence, end: int, reach: int) -> int | None:
    """The last plural before a token that is told of; else the last one."""
    found = [k for k in range(end - 1, max(end - reach, 0) - 1, -1) if s.tag[k] == "NNS"]
    told = (k for k in found if s.dep[k] != "pobj" or s.low[s.head[k]] not in PLACES)
    return next(told, found[0] if found else None)


def put(s: Sentence, n: Number, lo: int) -> int | None:
    """ "put violations at 10 to 12", "fixes the force at 250", "the wounded are put at 44": what stands between the verb and "at", or its
    subject.
    """
    if n.a - 2 < lo or s.low[n.a - 1] not in ("at", "to", "as"):
        return None
    verbs = words("figures", "puts") | (
        words("figures", "puts_at") if s.low[n.a - 1] == "at" else frozenset()
    )
    verb = next(
        (
            k
            for k in range(n.a - 2, max(lo - 2, -1), -1)
            if s.low[k] in verbs or s.tag[k] == "CD" and not _in_date(s, k)
        ),
        None,
    )
    if verb is None or s.tag[verb] == "CD":
        return None
    first = next((k for k in range(verb + 1, n.a - 1) if s.tag[k] not in ("DT", "PRP$")), None)
    if first is None:
        return _put_subject(s, verb)
    if s.low[first] in hurt():
        return first
    if s.low[first] in words("figures", "measures"):
        return None  # "bringing the total since the truce to 38,000"
    found = [
        k
        for k in range(verb + 1, n.a - 1)
        if s.is_noun(k) and not compound(s, k) and s.low[k] not in words("figures", "measures")
    ]
    return next((k for k in found if s.tag[k] in ("NNS", "NNPS")), found[0] if found else None)


def _put_subject(s: Sentence, verb: int) -> int | None:
    """What is put at so many: "*the wounded* are put at 44"."""
    subject = s.child(verb, "nsubjpass")
    if subject is None or s.low[subject] in words("figures", "measures"):
        return None
    return subject if s.is_noun(subject) or s.low[subject] in hurt() else None


def brought(s: Sentence, n: Number, hi: int) -> int | None:
    """ "brought to 64 the violations confirmed", "put at 3,000 the number of fighters": what stands behind, of a verb before."""
    before = s.low[max(n.a - 2, 0) : n.a]
    if len(before) < 2 or before[1] not in ("at", "to") or before[0] not in words("figures", "puts"):
        return None
    k = n.last + 1
    if k + 1 > hi or s.tag[k] not in ("DT", "PRP$"):
        return None
    if s.low[k + 1] in words("figures", "measures") and s.low[k + 2 : k + 3] == ["of"]:
        k += 2
    return next(
        (m for m in range(k + 1, hi + 1) if (s.is_noun(m) or s.low[m] in hurt()) and not compound(s, m)),
        None,
    )


def _in_date(s: Sentence, k: int) -> bool:
    """Whether a digit stands beside a month."""
    return any(s.low[m] in words("figures", "months") for m in (k - 1, k + 1) if 0 <= m < len(s))


def predicate(s: Sentence, n: Number, hi: int) -> int | None:
    """ "23 were civilians", "of whom 800 would be engineers", "three of the latter were children": the noun after "to be", where the number is
    its subject.
    """
    k = n.last + 1
    if s.low[k : k + 1] == ["of"] and k + 1 < len(s):
        k += 2 + (
            s.low[k + 1] in ("the", "these", "those")
            and k + 2 < len(s)
            and s.low[k + 2] in hurt() | {"latter", "former", "others"}
        )
    if s.low[k : k + 2] == ["to", "be"]:
        k += 1  # "found 19 to be breaches"
    k += k + 1 < len(s) and s.low[k] in _WILL and s.low[k + 1] == "be"
    if k + 1 > hi or s.low[k] not in _BE:
        return None
    m = k + 1
    while m < hi and (s.tag[m] in ("JJ", "DT", "RB") or s.is_noun(m) and compound(s, m) and s.is_noun(m + 1)):
        m += 1
    return m if s.tag[m] == "NNS" else None


def item(s: Sentence, n: Number) -> int | None:
    """ "Interviews: shelling 23, hunger 11", "soldiers killed, 27; guardsmen killed, 34": the word or two in front of a number in a list of such."""
    after = s.low[n.last + 1] if n.last + 1 < len(s) else "."
    if n.a < 2 or after not in (",", ";", "."):
        return None
    comma = s.low[n.a - 1] == ","
    if comma and after != ";" and ";" not in s.low[: n.a]:
        return None
    k = first = n.a - 1 - comma
    while first > 0 and s.low[first - 1] not in (",", ";", ":"):
        first -= 1
    tags = [s.tag[m] for m in range(first, k + 1)]
    if (
        not first
        or k - first > 2
        or any(t[:2] not in ("NN", "JJ", "VB") or t in ("NNP", "VBZ", "VBP", "VB") for t in tags)
    ):
        return None
    if any(s.low[m] in words("figures", "months") for m in range(first, k + 1)) or not _list(s):
        return None
    return next(
        (m for m in range(first, k + 1) if s.is_noun(m) and not compound(s, m)), k if not comma else None
    )


def _list(s: Sentence) -> bool:
    """Whether a sentence is a list: a colon or semicolon, and more than one number right before a comma, semicolon or its end."""
    ends = [
        k for k in range(len(s)) if s.tag[k] == "CD" and (k + 1 == len(s) or s.low[k + 1] in (",", ";", "."))
    ]
    return len(ends) > 1 and not {":", ";"}.isdisjoint(s.low)
