"""What a number counts: the noun behind it, the one that is measured, or the label before a colon; and the phrase for it."""

from __future__ import annotations

import re

from truceline.reading import harm
from truceline.reading.numbers import Number
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.vocabulary import load, verb_forms, words

_MEASURES = re.compile(
    r"(?:second|minute|hour|day|night|week|month|year|decade|kilomet|met(?:re|er)|mile|acre|hectare|tonne?|kilo|litre|liter|crown|dollar|euro|shekel"
    r"|pound|per ?cent|cubic|square|nautical|km\b|degree)"
)
_PRONOUNS = frozenset(
    {
        "them",
        "these",
        "those",
        "which",
        "whom",
        "us",
        "you",
        "ours",
        "theirs",
        "mine",
        "yours",
        "his",
        "hers",
        "it",
    }
)
_TELLING = verb_forms("cues", "say", "count", "carry", "stance")
_GAP = 3  # spaces
_INSIDE = ("NN", "JJ", "VB", "HY", "CC", "PO", "RB", "DT", "PR")


def noun(s: Sentence, n: Number, lo: int, hi: int, first: int) -> int | None:
    """The noun that is counted, None where the words around the number name none; ``first`` is where the whole assertion starts."""
    at = n.whole if n.whole is not None else n.last
    if n.unit == "times":
        return None
    if n.unit == "percent" and n.first + 2 < n.last and s.tag[n.first + 1].startswith("NN"):
        return n.first + 1  # "three *farms* out of ten"
    for find in (_modified, _behind):
        if (found := find(s, at, hi)) is not None:
            return found
    rules = (
        _measured(s, n, lo),
        _group(s, n, lo),
        _antecedent(s, n),
        _put(s, n, first),
        _label(s, n),
        _subject(s, n, first),
        _predicate(s, n, hi),
    )
    return next((found for found in rules if found is not None), None)


def _modified(s: Sentence, at: int, hi: int) -> int | None:
    """The noun whose number the parse says it is, with the rest of its compound."""
    head = s.head[at]
    if (
        not s.low[head][:1].isalpha()
        or s.dep[at] not in ("nummod", "quantmod", "compound", "amod", "det", "predet")
        or not at < head
        or not s.is_noun(head)
    ):
        return None
    while head + 1 <= hi and s.tag[head + 1] in ("NN", "NNS") and s.head[head] == head + 1:
        head += 1
    between = range(at + 1, head)
    if any(
        s.low[k] in (",", ";", ":", "|", "(") or s.tag[k] in ("IN", "MD", "VBD", "VBZ", "VBP", "DT", "PRP$")
        for k in between
    ):
        return None
    return head


def _behind(s: Sentence, at: int, hi: int) -> int | None:
    """The noun behind the number, or behind "of": "dozens of raids", "two of the sites", "another 12 wells"."""
    k = _past_mark(s, at + 1)
    if k < len(s) and s.low[k] in ("of", "out") and k + 1 <= hi:
        k += 1 + (s.low[k] == "out" and s.low[k + 1] == "of")
        if k > hi or s.low[k] in _PRONOUNS and not s.is_noun(min(k + 1, len(s) - 1)):
            return None
        while k < hi and s.tag[k] in ("DT", "PRP$", "CD"):
            k += 1
    while (
        k <= hi
        and k < len(s)
        and (s.low[k] in ("more", "other", "such", "further", "or", "so", "additional") or s.low[k] in QUOTES)
    ):
        k += 1
    for m in range(k, min(hi, k + 6) + 1):
        if s.low[m] in words("figures", "per") and m > k and s.low[m - 1] in ("a", "per", "each", "every"):
            return None
        if not s.low[m][:1].isalnum() and s.low[m] not in QUOTES and s.tag[m] != "HYPH":
            return None
        if s.is_noun(m) and not compound(s, m):
            return m if s.low[m] not in ("cent", "percent", "half") else None
        if (
            s.tag[m][:2] not in _INSIDE
            or s.low[m] in ("were", "was", "are", "is", "had", "have", "be", "been")
            or s.tag[m] in ("VBD", "VBP", "VBZ", "VB")
        ):
            return None
        if s.tag[m] == "RB" and s.low[m] not in (
            "newly",
            "heavily",
            "badly",
            "partly",
            "recently",
            "still",
            "also",
        ):
            return None
        if s.tag[m] == "DT":
            return None
    return None


def _past_mark(s: Sentence, k: int) -> int:
    """Past the mark that closes a quoted number: "“hundreds” of guns"."""
    return k + (k + 1 < len(s) and s.low[k] in QUOTES and s.low[k + 1] == "of")


def compound(s: Sentence, k: int) -> bool:
    """Whether a noun only stands before the one that is meant: "aid trucks"."""
    if k + 1 >= len(s) or not (s.is_noun(k + 1) or s.tag[k + 1] in ("JJ", "HYPH", "POS")):
        return False
    if s.low[k + 1] in words("figures", "wide") and measure(s.low[k]):
        return False  # "a metre deep"
    return s.dep[k] in ("compound", "amod", "poss", "nmod") or s.tag[k + 1] in ("HYPH", "POS")


def _measured(s: Sentence, n: Number, lo: int) -> int | None:
    """ "the rate of violations has reached 12", "put the number of soldiers at 5,000", "accounts for 12"."""
    for k in range(n.a - 1, lo - 1, -1):
        if s.low[k] in words("figures", "measures") and s.low[k + 1 : k + 2] == ["of"]:
            if s.low[k + 2 : k + 4] == ["those", "who"]:
                return k + 2  # "the count of those who crossed on foot": no feet
            found = next((m for m in range(k + 2, n.a) if s.is_noun(m) and not compound(s, m)), None)
            if found is not None:
                return found
            return next(
                (
                    m
                    for m in range(k + 2, n.a)
                    if s.low[m] in words("figures", "injured") | words("figures", "killed")
                ),
                None,
            )
        if s.tag[k] == "CD" or s.low[k] in (";", "|"):
            break
    if n.a - 1 > lo and s.low[n.a - 1] == "for" and s.low[n.a - 2].startswith("account"):
        share = s.child(s.head[n.a - 1], "nsubj")
        if share is not None and lo <= share and s.is_noun(share):
            return share
    elif n.a - 2 == lo and s.low[n.a - 1] == "for" and s.is_noun(lo):
        return lo  # "shooting accounts for 12, raids for 71"
    return None


def _group(s: Sentence, n: Number, lo: int) -> int | None:
    """ "a guard of twenty", "a list of 119": the noun before "of" that so many make up."""
    k = n.a - 1 - (n.a > 1 and s.low[n.a - 1] in QUOTES)
    if k - 1 < lo or s.low[k] != "of" or s.tag[k - 1] not in ("NN", "NNS"):
        return None
    passed = (
        words("figures", "measures") - {"list"} | words("figures", "killed") | words("figures", "persons")
    )
    return k - 1 if s.low[k - 1] not in passed and not measure(s.low[k - 1]) else None


def _antecedent(s: Sentence, n: Number) -> int | None:
    """ "sweepers, of whom there are six", "its posts, 31 in number", "60 men, 12 of whom were freed": the plural before the comma."""
    if s.low[n.last + 1 : n.last + 3] in (["of", "whom"], ["of", "which"]) and s.low[max(n.a - 1, 0)] == ",":
        return next((k for k in range(n.a - 2, max(n.a - 12, -1), -1) if s.tag[k] == "NNS"), None)
    of = next((k for k in range(n.a - 1, max(n.a - 5, 1), -1) if s.low[k] in ("whom", "which")), None)
    if (
        of is not None
        and s.low[of - 1] != "of"
        or of is None
        and s.low[n.last + 1 : n.last + 3] != ["in", "number"]
    ):
        return None
    end = of - 1 if of is not None else n.a
    return next((k for k in range(end - 1, -1, -1) if s.tag[k] == "NNS"), None)


def _put(s: Sentence, n: Number, lo: int) -> int | None:
    """ "put violations at 10 to 12": what stands between the verb and "at"."""
    if n.a - 2 < lo or s.low[n.a - 1] not in ("at", "to", "as"):
        return None
    verb = next(
        (
            k
            for k in range(n.a - 2, max(lo - 2, -1), -1)
            if s.low[k] in words("figures", "puts") or s.tag[k] == "CD" and not _in_date(s, k)
        ),
        None,
    )
    if verb is None or s.tag[verb] == "CD":
        return None
    hurt = words("figures", "killed") | words("figures", "injured")
    if (
        first := next((k for k in range(verb + 1, n.a - 1) if s.tag[k] not in ("DT", "PRP$")), None)
    ) is not None and s.low[first] in hurt:
        return first
    found = [
        k
        for k in range(verb + 1, n.a - 1)
        if s.is_noun(k) and not compound(s, k) and s.low[k] not in words("figures", "measures")
    ]
    return next((k for k in found if s.tag[k] in ("NNS", "NNPS")), found[0] if found else None)


def _in_date(s: Sentence, k: int) -> bool:
    """Whether a digit stands beside a month."""
    return any(s.low[m] in words("figures", "months") for m in (k - 1, k + 1) if 0 <= m < len(s))


def _subject(s: Sentence, n: Number, lo: int) -> int | None:
    """ "the shellings dropped to five", "breaches stand at 12": the plural subject of a verb that only measures."""
    measuring = words("figures", "changes") | words("figures", "reach")
    verb = next(
        (k for k in range(n.a - 1, max(lo, n.a - 18) - 1, -1) if s.is_verb(k) and s.low[k] in measuring), None
    )
    subject = _own_subject(s, verb) if verb is not None else None
    if (
        subject is not None
        and s.low[subject] in words("figures", "measures")
        and (of := s.child(subject, "prep")) is not None
    ):
        subject = s.child(of, "pobj")
    if (
        subject is None
        or subject < lo
        or s.tag[subject] != "NNS"
        and s.low[subject] not in words("figures", "collective")
        or s.low[subject] in words("figures", "measures")
    ):
        return None
    return subject


def _own_subject(s: Sentence, verb: int) -> int | None:
    """The subject of a verb, or of the one that it is joined to: "wore white, numbered about 150", "is to number 8,500"."""
    while (subject := s.child(verb, "nsubj", "nsubjpass")) is None and s.dep[verb] in ("conj", "xcomp"):
        verb = s.head[verb]
    return subject


def _label(s: Sentence, n: Number) -> int | None:
    """ "Patrols by boat: 9", "Patrols    57": the first noun of the label before the colon or a wide gap."""
    gap = n.a > 0 and (s.start[n.a] - s.end[n.a - 1] >= _GAP or "\t" in s.text[s.end[n.a - 1] : s.start[n.a]])
    if n.a < 2 - gap or not gap and s.low[n.a - 1] not in (":", "="):
        return None
    end = n.a if gap else n.a - 1
    start = end - 1
    while start > 0 and s.low[start - 1] not in (".", ";", ",", "|", ":", "-", "–", "—", "•", "·", "(", "/"):
        start -= 1
    inside = range(start, end)
    relative = next((m for m in inside if s.low[m] in ("who", "that", "which", "within")), n.a)
    inside = range(start, min(relative, end))
    if any(s.tag[m] == "CD" or s.tag[m] in ("VBD", "VBZ", "VBP", "MD") and m < end - 1 for m in inside):
        return None
    own = s.child(end - 1, "nsubj") if s.tag[end - 1] == "VBD" else None
    if (
        s.low[end - 1] in _TELLING
        or own is not None
        and s.tag[own] == "NN"
        or s.tag[start] in ("VBN", "VBD")
        and not s.is_noun(start + 1)
    ):
        return None  # "A diplomat disagreed: three ...", "Handed over by the Front: 279"
    passed = (
        words("figures", "measures")
        | words("figures", "months")
        | words("names", "days")
        | words("names", "bodies")
    )
    passed |= set(load("figures")["per"])
    nouns = (
        m for m in inside if s.is_noun(m) and not compound(s, m) and s.low[m] not in passed and not s.sort[m]
    )
    return next((m for m in nouns if m == start or s.low[m - 1] not in ("since", "the")), None)


def _predicate(s: Sentence, n: Number, hi: int) -> int | None:
    """ "23 were civilians": the noun after "to be", where the number is its subject."""
    k = n.last + 1
    if s.low[k : k + 1] == ["of"] and k + 1 < len(s):
        k += 2 + (
            s.low[k + 1] in ("the", "these", "those")
            and k + 2 < len(s)
            and s.low[k + 2] in words("figures", "killed") | words("figures", "injured")
        )
    if s.low[k : k + 2] == ["to", "be"]:
        k += 1  # "found 19 to be breaches"
    if k + 1 > hi or s.low[k] not in ("be", "were", "are", "was", "is", "being"):
        return None
    m = k + 1
    while m < hi and s.tag[m] in ("JJ", "DT", "RB"):
        m += 1
    return m if s.tag[m] == "NNS" else None


def measure(unit: str) -> bool:
    """Whether a unit measures time, length, area, weight, money or a share, and no things."""
    return _MEASURES.match(unit) is not None


def phrase(s: Sentence, n: Number, found: int | None, lo: int, hi: int) -> str:
    """What is counted as a noun phrase: "killed", "violations", "aid trucks entered"."""
    hurt = harm.harm(s, n, found, lo, hi)
    if hurt:
        told = found is not None and found > n.last and s.low[found - 1] in ("were", "are", "was")
        return f"{s.words(found, found)} {hurt}" if told and found is not None else hurt
    if n.unit == "times" or s.low[n.last + 1 : n.last + 2] == ["times"]:
        return _act(s, n, lo, hi)
    if found is None:
        return _nobody(s, n, hi) or _votes(s, n)
    if s.low[found] in ("cases", "case") and s.low[found + 1 : found + 2] == ["of"] and found + 2 <= hi:
        last = min(hi, s.right[found + 1])
        return s.words(found + 2, max(last, found + 2)).lower()
    first = found
    while (
        first - 1 > max(n.last, lo - 1)
        and s.dep[first - 1] in ("compound", "amod", "nmod")
        and not s.sort[first - 1]
        and s.tag[first - 1] != "CD"
    ):
        first -= 1
    if first <= n.last < found:
        first = n.last + 1
    after = range(found + 1, min(hi, found + 7) + 1)
    fate = next((s.low[k] for k in after if s.low[k] in words("figures", "fates")), "")
    return " ".join(filter(None, [s.words(first, found), fate]))


def _nobody(s: Sentence, n: Number, hi: int) -> str:
    """Without a noun: "thousands fled" are people, "six freed" are the freed."""
    k = n.last + 1
    if s.low[n.last] in ("nobody", "one") and n.high == 0:
        fate = next(
            (
                s.low[m]
                for m in range(k, min(hi, k + 9) + 1)
                if s.low[m] in words("figures", "fates") or s.low[m] == "held"
            ),
            "",
        )
        return f"people {fate}".strip()
    if k > hi or k >= len(s):
        return ""
    if (
        n.high is None
        and n.approximator.endswith("s")
        and s.tag[k] in ("VBP", "VBD", "MD", "VBN", "VB")
        and s.dep[k] != "aux"
    ):
        return "people"
    if n.high is None and n.approximator.endswith("s") and s.low[k] in ("in", "from", "across", "at"):
        return "people"  # "tens of thousands in the valleys"
    return s.low[k] if s.low[k] in words("figures", "fates") and s.tag[k] in ("VBN", "VBD") else ""


def _votes(s: Sentence, n: Number) -> str:
    """ "voted 44 to 5", "passed by 44 to 5": votes."""
    before = s.low[max(0, n.a - 4) : n.a]
    voted = any(w in ("vote", "votes", "voted") for w in before)
    return "votes" if voted and ("to" in s.low[n.last + 1 : n.last + 2] or "to" in before[-1:]) else ""


def _act(s: Sentence, n: Number, lo: int, hi: int) -> str:
    """What happened so many times: the noun for the verb ("violated" -> "violations"), or the verb as it stands."""
    acts = load("figures")["act"]
    for k in range(n.a - 1, lo - 1, -1):
        if s.low[k] in acts:
            return str(acts[s.low[k]])
    often = load("figures")["often"]
    verb = next(
        (k for k in range(n.a - 1, lo - 1, -1) if s.is_verb(k) and s.dep[k] not in ("aux", "auxpass")), None
    )
    if verb is not None and s.low[verb] in often:
        return str(often[s.low[verb]])
    if verb is None:
        verb = next((k for k in range(n.last + 1, min(hi, n.last + 5) + 1) if s.is_verb(k)), None)
    return f"times {s.low[verb]}" if verb is not None else "times"
