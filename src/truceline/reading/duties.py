"""Compliance (kept or broken), terms (what a text provides) and conditions (what waits for what)."""

from __future__ import annotations

import re
from functools import cache

from truceline.evidence import Compliance, Condition, Term
from truceline.reading.clauses import Clause
from truceline.reading.vocabulary import load, words

_OWED = frozenset({"shall"})
_OPENERS = frozenset({"if", "as", "provided", "unless", "only"})
_STRONG = re.compile(
    r"\b(?:contingent (?:up)?on|depend(?:s|ed|ent|ing)? (?:up)?on|condition(?:al|ed) (?:up)?on|h[ia]ng(?:es|s|ed)? on|subject to|awaits?|waits? for|pending)\b",
    re.IGNORECASE,
)
_TIED = re.compile(r"\b(?:tied|linked|ties?|links?)\b(.*?)\bto\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:no|not|never|cannot|nobody|none|n[’']t|ruled out|refuses?|delayed|suspended|postponed|without)\b(.+?)"
    r"\b(until|unless|before|while|(?:for )?as long as|without)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\b(?:comes?|precedes?|goes) (?:first|before|ahead of|after)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only (?:after|once|when|if)|not before)\b", re.IGNORECASE)
_NO_NO = re.compile(r"no ([\w’' -]{2,30}), no ([\w’' -]{2,30})$", re.IGNORECASE)


def compliance(c: Clause, holder: str) -> Compliance | None:
    """ "X adhered to all requirements" is met, "continues to violate the terms" and "refuses to fulfil" are breached."""
    if (named := _breach(c)) is not None:
        return named
    duty = c.find(words("kinds", "duties"))
    met, broken = c.find(words("kinds", "met")), c.find(words("kinds", "breached"))
    at = met if met is not None else broken
    if at is None or not c.s.is_verb(at) or duty is None or not _near(c, at, duty):
        return None
    if c.s.low[at] in words("kinds", "of_an_object") and duty not in _things(c, at):
        return None
    if any(c.s.low[k] in ("will", "would", "shall") for k in c.s.kids[at]):
        return None  # what will be kept is a pledge
    if any(c.s.low[k] in ("if", "unless", "whether") and c.s.dep[k] == "mark" for k in c.s.kids[at]):
        return None  # "warned of war if the terms were not met"
    failing = any(c.s.low[k] in words("kinds", "failing") for k in range(c.lo, at))
    denied = c.negative or any(c.s.low[k] in ("not", "never", "n't") for k in range(max(c.lo, at - 4), at))
    kept = (met is not None) != (failing or denied)
    passive = c.s.child(at, "nsubjpass") is not None
    actor = _actor(c, at, passive, met is None)
    if (
        c.s.low[at] in ("kept", "keeps", "observed", "observes", "broken", "breaking", "ignored")
        and duty < at
        and not actor
        and not (passive and met is None)
    ):
        return None
    text = c.text(at + 1, _end(c, at)) if not passive else c.text(c.lo, at - 1)
    general = bool(c.phrase(load("kinds")["general"])) and not re.search(r"\barticle \d", c.low)
    return Compliance(
        actor or ("" if passive else holder),
        re.sub(r"^(to|with|by) ", "", text)[:300],
        "met" if kept else "breached",
        general,
    )


def _end(c: Clause, at: int) -> int:
    """Where the words of the duty end: before "first" and before what came of it (", thereby endangering ...")."""
    came = (
        k - 1
        for k in range(at + 2, c.hi)
        if c.s.low[k] == "," and (c.s.tag[k + 1] == "VBG" or c.s.low[k + 1] in ("thereby", "thus"))
    )
    end = next(came, c.hi)
    return end - 1 if c.s.low[end] == "first" and end > at + 1 else end


def accusation(c: Clause, at: int | None) -> Compliance | None:
    """ "accused X of delaying the return": a breach by X as told; no deed of a duty ("of lying", "of undermining stability"): none.

    Rule: an accusation of the other side is a statement about that side's compliance (docs/decisions/0081).
    """
    if at is None or not c.s.low[at].startswith(("accus", "charg")):
        return None
    of = next((k for k in range(at + 1, min(c.hi, at + 14)) if c.s.low[k] in ("of", "with", "that")), None)
    if of is None or of == at + 1 or c.s.low[of] == "that":
        return None
    deed = next((k for k in range(of + 1, c.hi + 1) if c.s.tag[k] == "VBG" or c.s.is_noun(k)), None)
    if deed is None or c.s.low[deed] in words("kinds", "no_deed") or not _of_a_duty(c, of):
        return None
    return Compliance(c.text(at + 1, of - 1), c.text(of + 1, c.hi)[:300], "breached")


def _of_a_duty(c: Clause, of: int) -> bool:
    """Whether what somebody is accused of has to do with what a ceasefire asks for or forbids."""
    return any(low in _matters() for low in c.s.low[of + 1 : c.hi + 1])


@cache
def _matters() -> frozenset[str]:
    listed = ("duties", "state_things", "breached", "failing", "breach_nouns")
    found = frozenset[str]().union(*(words("kinds", key) for key in listed))
    return (
        found
        | words("deeds", "due_things")
        | words("deeds", "events")
        | words("deeds", "amiss_done")
        | words("deeds", "on_the_way")
    )


def called_breach(c: Clause) -> Compliance | None:
    """ "condemned the decision as a breach": what it is called, whatever the stance of the cue."""
    at = c.find(words("kinds", "breach_nouns"))
    return _breach(c) if at is not None and c.s.low[c.s.head[at]] == "as" else None


def _breach(c: Clause) -> Compliance | None:
    """ "a serious violation", "as a breach of the agreement", "in view of X's repeated violations": the noun says that a duty was broken."""
    at = c.find(words("kinds", "breach_nouns"))
    if at is None or c.negative or not c.s.is_noun(at) or any(c.s.tag[k] == "CD" for k in c.s.kids[at]):
        return None
    if c.words[0] == "any":
        return None  # "any attack is a violation": a rule, no breach
    whose = c.s.child(at, "poss")
    said_to_be = c.s.dep[at] in ("attr", "oprd") or c.s.dep[at] == "pobj" and c.s.low[c.s.head[at]] == "as"
    if whose is None and not (said_to_be or c.verb is None and c.s.left[at] <= c.lo + 1):
        return None
    if whose is not None and not said_to_be and c.s.dep[at] != "pobj":
        return None
    actor = c.text(c.s.left[whose], whose) if whose is not None else ""
    return Compliance(
        actor, c.text(c.lo, c.hi)[:300], "breached", c.s.low[at].endswith("s") and whose is not None
    )


def _things(c: Clause, at: int) -> set[int | None]:
    """What is met or missed: the object of the verb, or its subject in the passive."""
    return {c.s.child(at, "dobj"), c.s.child(at, "nsubjpass")}


def _near(c: Clause, at: int, duty: int) -> bool:
    """Whether the duty is what is kept or broken: right after the verb, or its passive subject."""
    between = c.s.low[at + 1 : duty] if duty > at else []
    if duty > at:
        return duty - at <= 7 and not any(w in ("despite", "during", "after", "since", ",") for w in between)
    return at - duty <= 8 and c.s.child(at, "nsubjpass") is not None


def _actor(c: Clause, at: int, passive: bool, broken: bool) -> str:
    """Who kept or broke it; of a passive only the agent: "the truce was broken" accuses nobody, least of all the speaker."""
    if broken and (accused := _accused(c, at)):
        return accused
    if not passive:
        return _doer(c, at) or (c.subject_text if c.subject and c.subject[0] < at else "")
    agent = c.s.child(at, "agent")
    return c.text(agent + 1, c.s.right[agent]) if agent is not None else ""


def _doer(c: Clause, at: int) -> str:
    """The verb's own subject; for "it was X that broke" the X."""
    own = c.s.child(at, "nsubj")
    if own is not None and c.s.tag[own] in ("WDT", "WP") and own > c.lo:
        own = own - 1 if c.s.is_noun(own - 1) else None
    return c.s.words(c.s.left[own], own) if own is not None else ""


def _accused(c: Clause, at: int) -> str:
    """The object of "accuse X of violating"."""
    for k in range(at - 1, max(c.lo - 1, at - 14), -1):
        if c.s.low[k].startswith("accus") and c.s.is_verb(k):
            of = next((m for m in range(at - 1, k, -1) if c.s.low[m] == "of"), None)
            return c.text(k + 1, of - 1) if of is not None and of > k + 1 else ""
    return ""


def term(c: Clause, source: str, document: bool) -> Term | None:
    """What a text is said to provide: the text speaks itself, or is the subject of "stipulates", "would obligate" ..."""
    verbs = words("kinds", "term_verbs")
    if _is_to(c):
        return Term("", c.text(c.lo, c.hi)[:300], c.subject_text)
    if document:
        return Term(source, c.text(c.lo, c.hi)[:300], _bearer(c))
    if c.present.isdisjoint(verbs) and c.present.isdisjoint(_OWED):
        return None
    if (
        (k := c.find(_OWED)) is not None
        and (k == c.hi or not _person(c))
        and c.verb is not None
        and c.s.head[k] == c.verb
    ):
        return Term("", c.text(c.lo, c.hi)[:300], _bearer(c))
    return _by_verb(c)


def _by_verb(c: Clause) -> Term | None:
    """ "The accord stipulates ...", "under an annex that obliges ...": the text is the subject of a verb of providing."""
    verbs = words("kinds", "term_verbs")
    for k in range(c.lo, c.hi + 1):
        low = c.s.low[k]
        if low not in verbs or not c.s.is_verb(k) and low != "provided":
            continue
        if c.s.dep[k] == "advcl" and any(c.s.low[m] == "as" for m in c.s.kids[k]):
            continue  # "has not opened, as article 12 requires"
        if c.s.tag[k] == "MD" and c.s.child(c.s.head[k], "nsubjpass", "acomp") is not None:
            continue  # "the deal would be too weak" tells what somebody thinks of it
        own = c.s.child(k, "nsubj") if c.s.tag[k] != "VBG" else c.s.head[k] if c.s.dep[k] == "acl" else None
        if own is None and c.s.tag[k] == "MD" and c.s.head[k] != k:
            own = c.s.child(c.s.head[k], "nsubj", "nsubjpass")
        if own is None:
            continue
        if c.s.tag[own] in ("WDT", "WP") and c.s.dep[c.s.head[own]] == "relcl":
            own = c.s.head[c.s.head[own]]
        if c.s.low[own] in words("kinds", "instruments") and not c.s.name[own]:
            return Term(c.s.words(c.s.left[own], own), c.text(k + 1, c.hi)[:300], _bearer(c))
    return None


def _is_to(c: Clause) -> bool:
    """ "Troops are to step back", "a fund is to be set up": what is laid down; "it was to no avail" and what a person has in mind are not."""
    if c.verb is None or c.subject is None or _person(c):
        return False
    for k in range(c.lo, c.hi - 1):
        if c.s.low[k] in ("is", "are", "was", "were") and c.s.low[k + 1] == "to" and c.s.tag[k + 2] == "VB":
            bound = c.s.head[k] == k + 2 or c.s.head[k + 2] == k or c.s.head[c.s.head[k + 1]] == k
            own = k == c.verb or c.s.head[k] == c.verb or c.s.inside(k, c.verb)
            return bound and own and c.subject[0] <= k <= c.subject[1] + 2
    return False


def _person(c: Clause) -> bool:
    """ "We shall see": what the speaker intends is no term."""
    return c.subject is not None and c.s.low[c.subject[0]] in ("i", "we", "you", "he", "she", "nobody")


def _bearer(c: Clause) -> str:
    """Who is to do it: the subject of "will" or "shall", the object of "obliges"."""
    if c.verb is None:
        return ""
    obliged = c.find({"obligate", "obligates", "oblige", "obliges", "requires", "allows"})
    if obliged is not None and (target := c.s.child(obliged, "dobj")) is not None:
        return c.s.words(target, target)
    return (
        c.subject_text
        if c.s.child(c.verb, "aux") is not None and c.s.child(c.verb, "nsubj") is not None
        else ""
    )


def condition(c: Clause) -> Condition | None:
    """ "phase two is tied to X", "no X until Y", "X only after Y", "no list, no boat"."""
    if c.present.isdisjoint(words("kinds", "condition_words")):
        return None
    text = c.text(c.lo, c.hi)
    if match := _STRONG.search(text):
        return Condition(c.subject_text or text[: match.start()].strip(), text[match.end() :].strip())
    if match := _TIED.search(text):
        what = match[1].strip() or c.subject_text
        return None if c.negative else Condition(what, text[match.end() :].strip())
    if match := _REFUSED.search(text):
        return Condition(match[1].strip() or c.subject_text, f"{match[2]} {text[match.end() :].strip()}")
    if match := _FIRST.search(text):
        return Condition(
            text[match.end() :].strip() or "all else", c.subject_text or text[: match.start()].strip()
        )
    if match := _ONLY.search(text):
        return Condition(text[: match.start()].strip(" ,"), text[match.start() :].strip())
    if match := _NO_NO.match(text):
        return Condition(f"no {match[2]}", f"no {match[1]}")
    return Condition("", text) if _opens(c) and _all_condition(c) else None


def _opens(c: Clause) -> bool:
    """Whether the words open a condition: "as long as" and "only if", not "as to who" and "only three"."""
    first, after = c.s.low[c.lo], c.s.low[c.lo + 1 : c.lo + 2]
    if first == "as":
        return after in (["long"], ["soon"])
    if first == "only":
        return bool(after) and after[0] in ("if", "when", "after", "once", "with", "on")
    return first in _OPENERS


def _all_condition(c: Clause) -> bool:
    """Whether the words that open with "if" are a condition and nothing else, with no clause of their own after it."""
    comma = next((k for k in range(c.lo, c.hi) if c.s.low[k] == ","), None)
    return comma is None or c.verb is None or c.verb < comma
