"""What a number counts: the noun behind it, the one that is measured, or the label before a colon; and the phrase for it."""

from __future__ import annotations

from truceline.reading import fixed, harm
from truceline.reading.nouns import compound, hurt
from truceline.reading.numbers import Number
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.vocabulary import load, verb_forms, words

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
    if (found := fixed.crew(s, n)) is not None:
        return found
    for find in (_modified, _behind):
        if (found := find(s, at, hi)) is not None:
            return found
    rules = (
        _measured(s, n, lo),
        fixed.group(s, n, lo),
        fixed.brought(s, n, hi),
        fixed.predicate(s, n, hi),
        fixed.antecedent(s, n),
        fixed.put(s, n, first),
        fixed.item(s, n),
        _label(s, n),
        _subject(s, n, first),
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
        k = _possessed(s, k, hi)
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


def _possessed(s: Sentence, k: int, hi: int) -> int:
    """Past the owner and the whole: "four of *the Front's six* nominees"."""
    mark = next((m for m in range(k, min(hi, k + 4)) if s.tag[m] == "POS"), None)
    if mark is None or any(not (s.is_noun(m) or s.tag[m] == "JJ") for m in range(k, mark)):
        return k
    return mark + 1 + (s.tag[mark + 1] == "CD" and mark + 2 <= hi)


def _past_mark(s: Sentence, k: int) -> int:
    """Past the mark that closes a quoted number: "“hundreds” of guns"."""
    return k + (k + 1 < len(s) and s.low[k] in QUOTES and s.low[k + 1] == "of")


def _measured(s: Sentence, n: Number, lo: int) -> int | None:
    """ "the rate of violations has reached 12", "put the number of soldiers at 5,000", "accounts for 12"."""
    for k in range(n.a - 1, lo - 1, -1):
        if s.low[k] in words("figures", "measures") and s.low[k + 1 : k + 2] == ["of"]:
            if s.low[k + 2 : k + 4] == ["those", "who"]:
                return k + 2  # "the count of those who crossed on foot": no feet
            if s.low[k + 2] == "those" and (fate := _numbered(s, k + 3, n.a)) is not None:
                return fate
            found = next((m for m in range(k + 2, n.a) if s.is_noun(m) and not compound(s, m)), None)
            if found is not None:
                return found
            return next(
                (m for m in range(k + 2, n.a) if s.low[m] in hurt()),
                None,
            )
        if s.low[k] == "number" and (fate := _numbered(s, k + 1, n.a)) is not None:
            return fate
        if s.tag[k] == "CD" or s.low[k] in (";", "|"):
            break
    if n.a - 1 > lo and s.low[n.a - 1] == "for" and s.low[n.a - 2].startswith("account"):
        share = s.child(s.head[n.a - 1], "nsubj")
        if share is not None and lo <= share and s.is_noun(share):
            return share
    elif n.a - 2 == lo and s.low[n.a - 1] == "for" and s.is_noun(lo):
        return lo  # "shooting accounts for 12, raids for 71"
    return None


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
        and s.low[subject] not in words("figures", "collective") | words("figures", "held")
        or s.low[subject] in words("figures", "measures")
    ):
        return None
    return subject


def _numbered(s: Sentence, k: int, end: int) -> int | None:
    """ "the number *killed* since the truce began", "the number still *held*", "the number that had *entered*": what was done to them."""
    relative = k < end and s.low[k] in ("that", "who", "which")
    k += relative
    while k < end and (s.tag[k] == "RB" or relative and s.low[k] in ("had", "have", "has")):
        k += 1
    if k >= end or s.tag[k] not in ("VBN", "VBD"):
        return None
    fate = s.low[k] in words("figures", "fates") | {"held"}
    done = s.tag[k] == "VBN" or relative
    return k if fate or done and s.low[k] not in {*_TELLING, "given"} else None


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
    if s.low[start] in hurt():
        return start  # "Killed by fire: 6"
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
