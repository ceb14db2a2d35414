"""Positions: where a holder stands on an issue, and the condition attached. Shown by the cue, or by a word of the clause."""

from __future__ import annotations

import re
from functools import cache

from truceline.evidence import Position, Stance
from truceline.reading import clause_stance, cue_stance, phrasal, waiting
from truceline.reading.clauses import Clause, clause
from truceline.reading.cue_stance import Shown
from truceline.reading.subjects import finite
from truceline.reading.units import Unit
from truceline.reading.vocabulary import words

_RAISED = {Stance.REJECT: Stance.ACCEPT, Stance.ACCEPT: Stance.REJECT, Stance.OFFER: Stance.REJECT}
_LINKS = re.compile(r"^(?:(?:to|for|on|upon|of|that|with|against|by|out|down|at|about|forth|forward) )+")
_NEVER = re.compile(r"^(?:not|never)(?: to)? ")
_WISH = frozenset({"should", "must", "ought"})
_STILL_REFUSED = frozenset(
    {"without", "if", "before", "while"}
)  # "rejected courts before the guns are counted" refuses them
_AHEAD = frozenset({"will", "would", "wo", "'ll", "shall", "can", "could", "ca"})
_SHALL = frozenset({"will", "would", "wo", "'ll", "shall"})
_ASKING = (Stance.DEMAND, Stance.OFFER)
_LONG = 300


def shown(c: Clause, found: Shown, holder: str, at: int | None) -> Position | None:
    """The position that a cue shows on what it tells; ``at`` is the cue's token where it stands in the assertion."""
    if found.stance is None or found.weak and found.stance in _ASKING and not _asks(c, at):
        return None
    if found.act == "pledge" and at is None and waiting.opening(c, c.lo, found.stance) is None:
        return None  # "promised that the road will open": an act of the talks alone
    start = c.lo if at is None else at + 1
    if start > c.hi:
        return None
    stance = found.stance
    if stance in (Stance.REJECT, Stance.ACCEPT) and _neither(c, start):
        stance = _RAISED[stance]
    made = _made(c, holder, start, stance)
    return made if made.condition or found.ajar or stance is not Stance.CONDITIONAL else None


def position(c: Clause, holder: str) -> Position | None:
    """The position of an assertion by its own words; ``holder`` is the frame's source, used where the clause names no subject."""
    found = clause_stance.find(c, bool(holder))
    if found is None:
        return None
    at, stance = found
    opened = waiting.opening(c, at, stance)
    denied = _denied(c, at) or _nobody(c, at) or _neither_subject(c, at) or _neither(c, at + 1)
    if denied and clause_stance.in_a_word(c, at):
        wished = c.s.low[at] in cue_stance.forms("wishing")
        stance = Stance.REJECT if wished else _RAISED.get(stance, stance)
    condition = _words(c, opened)
    stance = _limited(stance, opened)
    word = clause_stance.in_a_word(c, at)
    if (
        word
        and c.s.tag[at] == "VBN"
        and c.s.child(at, "nsubjpass") is not None
        and c.s.child(at, "agent") is None
    ):
        return None  # "its teams had been refused access": whose refusal is not said
    whose, issue = _parts(c, at, holder, condition)
    issue = issue or (c.text(c.lo, c.hi)[:_LONG] if condition else "")  # "does not object, provided that ..."
    return Position(whose, issue, stance, condition) if issue else None


def in_a_phrase(c: Clause) -> bool:
    """Whether the verb and the words behind it show a stance, and no condition: "kept silent about", which keeps no duty."""
    return c.verb is not None and phrasal.at(c.s, c.verb) not in (None, Stance.CONDITIONAL)


def matter(c: Clause, at: int | None) -> str:
    """What a cue is about: the words after it, without its particle."""
    return _LINKS.sub("", c.text(c.lo if at is None else at + 1, c.hi))[:_LONG]


def fact(c: Clause, found: Shown, at: int | None) -> Clause | None:
    """The fact that a cue denies or grants: all that is told after "denied", after "rejected" or "deplored" only a clause of its own."""
    if at is None:
        return c if found.denies and found.stance is None or _fact(c, c.verb) else None
    inner = next((v for v in c.s.kids[at] if v > at and c.s.dep[v] == "ccomp"), None)
    inner = inner or _alleged(c, at) or _behind_denial(c, at)
    if inner is None or inner > c.hi or not _fact(c, inner):
        return None
    lo = max(c.s.left[inner], at + 1)
    while lo < inner and c.s.low[lo] == "that":
        lo += 1
    return clause(c.s, Unit(lo, min(c.hi, max(inner, c.s.right[inner])), None))


def _behind_denial(c: Clause, at: int) -> int | None:
    """The verb of what is told behind "issued a *denial* that"."""
    s, held = c.s, words("stances", "denial")
    nouns = (n for n in range(at + 1, min(c.hi, at + 6) + 1) if s.low[n] in held)
    told = (
        (n, v)
        for n in nouns
        for v in range(n + 1, c.hi + 1)
        if s.is_verb(v) and s.child(v, "mark") is not None
    )
    return next((v for n, v in told if s.inside(v, n)), None)


def disputed(c: Clause, found: Shown, holder: str, at: int | None) -> Position | None:
    """The position of whoever rejects what is alleged: "rejected the notion that *anybody was misled*"; what is only denied is none.

    Rule: eval/corpus/GUIDELINES.md, "Rejected the charge, the claim, the notion that X".
    """
    if found.stance is not Stance.REJECT or not found.denies or at is None or _alleged(c, at) is None:
        return None
    return Position(holder, matter(c, at), Stance.REJECT)


def gated(c: Clause, holder: str, document: bool) -> Position | None:
    """The position in a condition that somebody sets for what is yet to come: "there would be no second phase while ...", "the next phase
    can start only after ..."; what a text provides is its term, and what was or is so tells no will.
    """
    if c.verb is not None and phrasal.at(c.s, c.verb) is Stance.CONDITIONAL:
        return _tied(c, holder, c.verb)
    if not holder or document or c.verb is None:
        return None
    if not any(c.s.low[k] in _AHEAD for k in c.s.kids[c.verb]):
        told = position(c, holder)  # "does not object to his presence, as long as he brings names"
        return told if told is not None and told.condition and told.stance is Stance.CONDITIONAL else None
    opened = waiting.gate(c)
    if opened is None or opened[0] == c.lo:
        return None
    issue = c.text(c.lo, opened[0] - 1).rstrip(" ,")
    return Position(holder, issue[:_LONG], Stance.CONDITIONAL, _words(c, opened))


def _tied(c: Clause, holder: str, verb: int) -> Position | None:
    """ "tied the release to an opening of the road": what is tied, and what it waits for."""
    link = next((k for k in range(verb + 2, c.hi) if c.s.low[k] in ("to", "on", "upon", "with")), None)
    if link is None:
        return None
    thing = re.sub(r" (?:contingent|conditional|dependent|conditioned)$", "", c.text(verb + 1, link - 1))
    return Position(c.subject_text or holder, thing[:_LONG], Stance.CONDITIONAL, c.text(link + 1, c.hi))


def alleged(c: Clause, at: int | None) -> bool:
    """Whether a cue disputes what somebody alleges, told in a noun alone: "rejected the charge", "dismissed the report as gossip"."""
    noun = c.s.child(at, "dobj") if at is not None else None
    return noun is not None and c.s.low[noun] in words("stances", "allegations")


def _alleged(c: Clause, at: int) -> int | None:
    """The verb of the clause that an allegation holds: "the charge that the deadline *had been broken*"."""
    noun = c.s.child(at, "dobj")
    if noun is None or c.s.low[noun] not in words("stances", "allegations"):
        return None
    return c.s.child(noun, "acl", "ccomp", "relcl")


def _fact(c: Clause, verb: int | None) -> bool:
    """Whether the verb tells a fact: finite, with a subject of its own, no wish and no relative clause."""
    if verb is None or not finite(c.s, verb) or c.s.dep[verb] == "advcl":
        return False
    own = c.s.child(verb, "nsubj", "nsubjpass", "expl")
    if c.s.dep[verb] == "relcl" and (
        own is None or c.s.tag[own] in ("WDT", "WP") or c.s.low[c.s.left[verb]] != "that"
    ):
        return False
    return own is not None and own >= c.lo and not any(c.s.low[k] in _WISH for k in c.s.kids[verb])


def _asks(c: Clause, at: int | None) -> bool:
    """Whether the words ask for something: a modal of duty, a bare verb ("that Kyiv pull"), "on" with a thing."""
    start = c.lo if at is None else at + 1
    if any(c.s.low[k] in _WISH for k in range(start, c.hi + 1)):
        return True
    verb = c.verb if at is None else c.s.child(at, "ccomp")
    if _of_others(c, verb):
        return True
    if verb is None or c.s.child(verb, "aux") is not None:
        return False
    if (help_ := c.s.child(verb, "auxpass")) is not None:
        return c.s.low[help_] == "be"  # "suggested that the talks be held on a ship"
    own = c.s.child(verb, "nsubj")
    return (
        c.s.tag[verb] == "VB" or c.s.tag[verb] == "VBP" and own is not None and c.s.tag[own] in ("NN", "NNP")
    )


def _of_others(c: Clause, verb: int | None) -> bool:
    """ "insisted that the arms would be under lock": what others will do or bear is asked for; what the speaker will do is not."""
    if verb is None or c.negative or not any(c.s.low[k] in _SHALL for k in c.s.kids[verb]):
        return False
    own = c.s.child(verb, "nsubj", "nsubjpass")
    return own is not None and c.s.low[c.s.left[own]] not in words("kinds", "own_subjects")


def _made(c: Clause, holder: str, start: int, stance: Stance) -> Position:
    opened = waiting.opening(c, start, stance)
    condition = _words(c, opened)
    end = min(c.hi, opened[0] - 1) if opened and opened[0] > start else c.hi
    issue = _LINKS.sub("", c.text(start, end).rstrip(" ,"))[:_LONG]
    if stance is Stance.REJECT:
        issue = _called().sub(r"\1", _NEVER.sub("", issue))
    return Position(holder, issue or c.text(start, c.hi)[:_LONG], _limited(stance, opened), condition)


@cache
def _called() -> re.Pattern[str]:
    """ "(called) the charge a fable", "that absurd": the charge is what is rejected, and not that it is one."""
    nouns, untrue, merely = (
        "|".join(sorted(words("stances", k))) for k in ("called_untrue", "untrue", "merely")
    )
    return re.compile(rf"^(.+?)(?: to be)?(?:(?: (?:{merely}))+ (?:{nouns})|(?: as)? (?:{untrue}))\b.*$")


def _words(c: Clause, opened: tuple[int, int, str] | None) -> str:
    return c.s.words(opened[0], opened[1]) if opened else ""


def _limited(stance: Stance, opened: tuple[int, int, str] | None) -> Stance:
    """Acceptance under a condition is conditional, so is a refusal that ends with it; a price leaves an offer an offer."""
    if opened is None:
        return stance
    phrase = opened[2]
    if stance is Stance.ACCEPT or stance is Stance.OFFER and not phrase.startswith("in "):
        return Stance.CONDITIONAL
    return Stance.CONDITIONAL if stance is Stance.REJECT and phrase not in _STILL_REFUSED else stance


def _denied(c: Clause, at: int) -> bool:
    around = c.s.low[max(c.lo, at - 4) : at]
    return any(w in ("not", "n't", "never", "neither", "nor") for w in around)


def _nobody(c: Clause, at: int) -> bool:
    """ "nobody would want to enforce peace"."""
    own = c.s.child(at, "nsubj")
    return own is not None and c.s.low[own] in ("nobody", "none")


def _neither(c: Clause, start: int) -> bool:
    """ "opposed neither A nor B": what is refused is nothing."""
    return c.s.low[start : start + 1] == ["neither"]


def _neither_subject(c: Clause, at: int) -> bool:
    """ "Neither A nor B appears willing": the subject of the stance word opens with "neither", not one of another clause before it."""
    own = _subject(c, at)
    return own is not None and "neither" in c.s.low[max(0, c.s.left[own] - 1) : own]


def _subject(c: Clause, at: int) -> int | None:
    """The subject before the stance word, or before it of a verb that it hangs on."""
    k = at
    for _ in range(4):
        found = c.s.child(k, "nsubj", "nsubjpass")
        if found is not None and found < at:
            return found
        if c.s.head[k] == k:
            break
        k = c.s.head[k]
    return None


def _own(c: Clause, at: int) -> str:
    """The words of the subject of the stance word."""
    found = _subject(c, at)
    if found is None:
        return c.subject_text if c.subject and c.subject[1] < at else ""
    if c.s.tag[found] in ("WP", "WDT"):
        return ""
    a, b = c.s.left[found], max(found, min(c.s.right[found], at - 1))
    return (
        c.s.words(a, found) if found < c.lo else c.text(a, b)
    )  # "has opened the road but refuses": the subject stands in the piece before


def _parts(c: Clause, at: int, holder: str, condition: str) -> tuple[str, str]:
    """Holder and issue: for "must" and "unacceptable" the subject is the issue and the speaker the holder."""
    low = c.s.low[at]
    agent = c.s.child(at, "agent")
    if agent is not None and c.s.tag[at] == "VBN":
        thing = c.subject_text if c.s.child(at, "nsubjpass") is not None else c.text(c.lo, at - 1)
        return c.text(agent + 1, c.s.right[agent]), thing
    rest = c.text(at + 1, c.hi)
    if condition and condition in rest:
        rest = rest[: rest.index(condition)].rstrip(" ,")
    named = c.s.is_noun(at) and c.s.child(at, "poss") is not None
    if low in clause_stance.FLAT and at > c.lo and c.subject is not None and c.subject[1] < at:
        return holder, c.subject_text[:_LONG]  # "the raid is unacceptable": it is the raid that is refused
    if clause_stance.of_the_whole(c, at) and not named:
        return holder, (c.text(c.lo, c.hi) if low != "need" else rest)[:_LONG]
    rest = re.sub(r"^(to|for|on|of|that|with|down|out|aside) ", "", rest)
    own = re.sub(r"^(?:[Nn]either |[Nn]obody$|[Nn]one$|[Tt]he (?=[A-Z]))", "", _own(c, at)).replace(
        " nor ", " and "
    )
    if not clause_stance.in_a_word(c, at) and (poss := c.s.child(at, "poss")) is not None:
        return c.text(c.s.left[poss], poss), rest[:_LONG]
    if low in clause_stance.NOUNS:
        before = c.text(c.lo, at - 1)
        own = before if c.verb is None and re.fullmatch(r"[\w’' ]{2,40}", before) else ""
    return own or holder, rest[:_LONG]
