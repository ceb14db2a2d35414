"""The stance that a cue itself shows: "rejected", "would not say", "neither confirmed nor denied". Words and their order, never likeness."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from truceline.evidence import Stance
from truceline.reading import phrasal, verbs
from truceline.reading.frames import Frame
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import negated
from truceline.reading.vocabulary import load, words

_DENIALS = frozenset({"denial", "denials", "rebuttal", "refutation", "disavowal"})
_NONE = frozenset({"no", "not", "never", "without", "little", "beyond"})
_BEFORE, _AFTER = 6, 6  # tokens around the cue that may belong to it
_STOPS = frozenset({",", ";", ":", "and", "but", "that", '"', "“", "”", "who", "which"})
_RELATIVE = frozenset({"who", "whom", "which", "whose"})
_NOT = frozenset({"not", "n't", "never", "nor", "neither", "cannot", "nobody", "none", "without", "hardly"})
_QUESTIONS = frozenset(
    {"what", "how", "why", "who", "whom", "whose", "when", "where", "which", "whether", "if"}
)
_DECLINING = frozenset({"decline", "refuse", "avoid", "evade", "refrain", "omit", "abstain"})
_BE = frozenset({"is", "are", "was", "were", "be", "being", "am"})
_WILL = frozenset({"will", "would", "wo", "shall"})
_NOBODY = frozenset({"neither", "nobody", "none", "no"})
_TURNED = {Stance.REJECT: Stance.ACCEPT, Stance.ACCEPT: Stance.REJECT, Stance.OFFER: Stance.REJECT}


@dataclass(frozen=True, slots=True)
class Shown:
    """``stance`` of whoever the cue names (None where it shows none).

    ``act``: the act of the talks that it tells of (Step). ``denies``: a fact told after it is denied ("disputes that"), ``grants``: it is
    told as a fact ("deplored that"). ``weak``: a demand or an offer only where the words ask for something ("insisted that it was not",
    "suggesting a rift" do not).
    ``ajar``: what is not ruled out is conditional even where no condition is named.
    """

    stance: Stance | None = None
    act: str = ""
    denies: bool = False
    grants: bool = False
    weak: bool = False
    ajar: bool = False


NOTHING = Shown()


@cache
def _verbs() -> Mapping[str, tuple[str, str]]:
    """Form -> (base, stance) of the plain stance verbs."""
    return {
        form: (base, stance)
        for stance in ("reject", "accept", "demand", "offer", "silent")
        for form, base in forms(stance).items()
    }


def _base(word: str) -> str:
    return _verbs().get(word, ("", ""))[0]


@cache
def forms(key: str) -> Mapping[str, str]:
    """Form -> base of a list of the file."""
    return _forms(load("stances")[key])


@cache
def plain(stance: str) -> Mapping[str, str]:
    """Form -> base of the verbs that show a stance by themselves, whoever tells of them."""
    return _forms(load("stances")["plain"].get(stance, ()))


def _forms(bases: Collection[str]) -> Mapping[str, str]:
    irregular = {**load("cues")["irregular"], **load("stances")["irregular"]}
    return verbs.table(sorted(bases), irregular)


def shown(s: Sentence, frame: Frame) -> Shown:
    """What the cue of a frame shows."""
    if frame.sort in ("colon", "passive", "bare", "according"):
        return NOTHING
    lead, after = _lead(s, frame), s.low[frame.cue + 1 : frame.cue + 1 + _AFTER]
    low = s.low[frame.cue]
    if (denial := _denial(s, frame)) is not None:
        return denial if not _undone_by(s, frame, lead) else NOTHING
    if (named := _in_phrase(lead, low, _own(s, frame, after))) is not None:
        return Shown(_unwilling(named, low, lead))
    no = _undone_by(s, frame, lead)
    if not no and _called_untrue(s, frame):
        return Shown(Stance.REJECT)
    if _silent(low, lead, after, no):
        return Shown(Stance.SILENT)
    base, stance = _stance(s, frame, low, after)
    if stance is not Stance.REJECT and any(_base(w) in _DECLINING for w in lead):
        return Shown(Stance.REJECT)  # "refused to accept"
    if stance is None:
        return _unnamed(low, lead, no)
    if stance is Stance.SILENT and not no:
        return Shown(stance)
    if frame.sort == "document" and not _by_text(base, after):
        return NOTHING
    return _undone(base, stance) if no else _done(low, base, stance, after)


def _denial(s: Sentence, frame: Frame) -> Shown | None:
    """What is told as a denial is denied: "issued a denial that", "voiced doubt that", "called it untrue that"; "made no denial that" leaves
    it open. None where no such word stands between the cue and what it tells, nor for "left no doubt that".
    """
    told = min((a for a, _ in frame.content if a > frame.cue), default=frame.cue_end + 1)
    held = s.low[frame.cue : min(max(frame.cue_end, told - 1), frame.cue + _AFTER) + 1]
    held += [s.low[k] for k in range(told, min(told + 4, len(s) - 1)) if _of_cue(s, frame, k)]
    if s.low[told : told + 1] == ["it"] and "that" in s.low[told : told + 5]:
        held += s.low[told : s.low.index("that", told)]  # "called it untrue that"
    back = "back" in held and not words("stances", "allegations").isdisjoint(
        held
    )  # "hit back at the claim that"
    if words("stances", "denial").isdisjoint(held) and not back:
        return None
    if _NONE.isdisjoint(held):
        return Shown(denies=True)
    return Shown(Stance.SILENT) if not _DENIALS.isdisjoint(held) else None


def _called_untrue(s: Sentence, frame: Frame) -> bool:
    """ "Called the charge a fable", "branded the count as pure theatre", "termed that absurd"."""
    if s.low[frame.cue] not in forms("calling"):
        return False
    merely = words("stances", "merely")
    return any(
        s.low[k] in words("stances", "called_untrue")
        and s.low[k - 1] in merely
        or s.low[k] in words("stances", "untrue")
        and (k == b or s.low[k - 1] in merely)
        for a, b in frame.content
        for k in range(max(a, frame.cue + 1), b + 1)
    )


def _of_cue(s: Sentence, frame: Frame, k: int) -> bool:
    """Whether a noun is what the cue gives out, with something told in it: "issued a *rebuttal* of the report that"."""
    return s.head[k] == frame.cue and s.dep[k] == "dobj" and s.low[k + 1] in ("that", "of")


def _unnamed(low: str, lead: list[str], no: bool) -> Shown:
    """What a cue without a stance of its own shows: a denial, a will that is refused or has its condition, a matter left open."""
    if low in forms("denying"):
        return Shown(denies=not no)
    will = any(w in _WILL for w in lead)
    if no:
        return Shown(Stance.REJECT if will else Stance.SILENT)
    if will or low in forms("threats"):
        return Shown(Stance.CONDITIONAL, weak=True)
    return Shown(act=_act(low))


def _undone_by(s: Sentence, frame: Frame, lead: list[str]) -> bool:
    """Whether what the cue tells of is not done: negated, done by nobody, or the second of "neither seeks X nor accepts Y"."""
    nor = frame.cue > 0 and s.low[frame.cue - 1] == "nor"
    return nor or frame.negated or negated(s, frame.cue) or not _NOT.isdisjoint(lead) or _nobody(s, frame)


def _undone(base: str, stance: Stance) -> Shown:
    """ "does not oppose": the other stance; "did not welcome", "did not reject": the matter left open; "has not ruled out": open under
    conditions (eval/corpus/GUIDELINES.md); a demand not made shows only its price, a wish not had is a refusal.
    """
    if base in words("stances", "ajar"):
        return Shown(Stance.CONDITIONAL, ajar=True)
    if base in words("stances", "left_open"):
        return Shown(Stance.SILENT)
    if base in words("stances", "wishing"):
        return Shown(Stance.REJECT)
    if stance is Stance.DEMAND:
        return Shown(Stance.CONDITIONAL, weak=True)  # "does not insist on a date, provided that ..."
    return Shown(_TURNED.get(stance, stance))


def _done(low: str, base: str, stance: Stance, after: list[str]) -> Shown:
    if stance is Stance.OFFER and after[:1] in (["never"], ["not"]):
        return Shown(Stance.REJECT)  # "vowed never to"
    denies = base in words("stances", "disputing")
    grants = stance is Stance.REJECT and not denies
    weak = (
        base == "insist"
        and after[:1] != ["on"]
        or base == "suggest"
        and not (after and after[0].endswith("ing"))
    )
    return Shown(stance, _act(low), denies, grants, weak)


def _own(s: Sentence, frame: Frame, after: list[str]) -> list[str]:
    """Of the words after the cue those that are no part of what is told."""
    if frame.whole:
        return after[:4]
    told = min((a for a, _ in frame.content if a > frame.cue), default=len(s))
    return after[: max(0, min(4, told - frame.cue - 1))]


def _unwilling(named: Stance, low: str, lead: list[str]) -> Stance:
    """ "has not been willing to say" leaves the matter open, "was not ready to accept" refuses it."""
    if named is not Stance.ACCEPT or words("kinds", "open_to").isdisjoint(lead) or _NOT.isdisjoint(lead):
        return named
    return Stance.SILENT if low in forms("speech") else Stance.REJECT


def _in_phrase(lead: list[str], low: str, after: list[str]) -> Stance | None:
    """The stance of the first phrase that stands at the cue, none of which starts later than two words after it."""
    match = _phrases().search(f" {' '.join([*lead[-3:], low, *after[:4]])} ")
    return Stance(str(match.lastgroup)) if match is not None else None


@cache
def _phrases() -> re.Pattern[str]:
    listed = load("stances")["cue_phrases"]
    groups = (f"(?P<{name}>{'|'.join(re.escape(p) for p in listed[name])})" for name in listed)
    return re.compile(rf"(?<= )(?:{'|'.join(groups)})(?= )")


def _lead(s: Sentence, frame: Frame) -> list[str]:
    """The words before the cue that belong to it: auxiliaries, negation, "declined to"."""
    floor = max(0, frame.cue - _BEFORE)
    if frame.source is not None and frame.source.b < frame.cue:
        floor = max(floor, frame.source.b + 1)
    a = frame.cue
    while a > floor and s.low[a - 1] not in _STOPS:
        a -= 1
    behind = frame.source.b + 1 if frame.source is not None else a
    if _RELATIVE.isdisjoint(s.low[min(a, behind) : frame.cue]):
        return s.low[a : frame.cue]
    return [s.low[k] for k in range(a, frame.cue) if not _beside(s, k, frame.cue)]


def _beside(s: Sentence, k: int, cue: int) -> bool:
    """Whether a word belongs to a clause about the source, not to the cue: "an elder who asked not to be named said"."""
    while k != cue and s.head[k] != k:
        if s.dep[k] in ("relcl", "acl"):
            return True
        k = s.head[k]
    return False


def _nobody(s: Sentence, frame: Frame) -> bool:
    return frame.source is not None and frame.source.b < frame.cue and s.low[frame.source.a] in _NOBODY


def _silent(low: str, lead: list[str], after: list[str], no: bool) -> bool:
    """Whether the source leaves the matter open: does not say, declines to, takes no position, neither confirms nor denies."""
    speech = forms("speech")
    both = "neither" in lead and "nor" in lead and lead.index("nor") - lead.index("neither") <= 2
    if (
        both
        or "neither" in lead
        and lead[-1:] != ["nor"]
        and (any(a == "nor" and _known(b) for a, b in pairwise(after[:2])))
    ):
        return True  # one thing for both verbs; "neither seeks a quarrel nor accepts the list" refuses two things
    if low in speech and any(_base(w) in _DECLINING for w in lead):
        return True
    if _base(low) in _DECLINING and any(a == "to" and b in speech for a, b in pairwise(after)):
        return True
    if (
        "short" in lead
        or low in speech
        and lead[-2:] == ["nothing", "to"]
        or "yet" in lead
        and low in speech
        or low in speech
        and (no or after[:1] in (["nothing"], ["none"]) or after[:2] in (["neither"], ["neither", "."]))
    ):
        return True
    if low in forms("naming") and after[:1] in (["neither"], ["nobody"], ["none"]):
        return True
    return after[:1] == ["no"] and any(w in words("stances", "empty") for w in after[1:3])


def _known(word: str) -> bool:
    return word in _verbs() or word in forms("speech") or word in forms("denying")


def _stance(s: Sentence, frame: Frame, low: str, after: list[str]) -> tuple[str, Stance | None]:
    """The verb's base and stance, by its particle or by itself."""
    base = frame.base
    if (found := phrasal.at(s, frame.cue)) is not None:
        return base, found
    if low in _BE and after[:1] and after[0] in words("kinds", "open_to"):
        return base, Stance.OFFER if after[0] in ("ready", "prepared") else Stance.ACCEPT
    if low in _particles():
        base, table = _particles()[low]
        if named := _particle(s, frame.cue, after, table, base in words("stances", "split")):
            return base, Stance(named)
    if low in forms("directing") and _to_infinitive(s, frame.cue):
        return base, Stance.DEMAND
    if s.is_noun(frame.cue) and low in load("stances")["nouns"]:
        return base, Stance(load("stances")["nouns"][low])
    base, named = _verbs().get(low, (base, ""))
    if not named or base == "ask" and not _asks_for(s, frame, after):
        return base, None
    return base, Stance(named)


def _particle(s: Sentence, cue: int, after: list[str], table: Mapping[str, str], split: bool) -> str:
    """The stance of the first particle that hangs on the verb, or stands among the next words where the verb may be split."""
    near = [w for k, w in enumerate(after, cue + 1) if split or k == cue + 1 or s.head[k] == cue]
    return next((table[w] for w in near if w in table), "")


def of_a_particle(s: Sentence, k: int) -> Stance | None:
    """The stance of a verb of the clause by the particle that follows it: "had *turned down* the paper", "pressed for convoys"."""
    base, table = _particles().get(s.low[k], ("", {}))
    if base not in words("stances", "in_clause"):
        return None
    found = _particle(s, k, s.low[k + 1 : k + 5], table, base in words("stances", "split"))
    return Stance(found) if found else None


@cache
def _particles() -> Mapping[str, tuple[str, Mapping[str, str]]]:
    table = load("stances")["particles"]
    return {form: (base, table[base]) for form, base in forms("particles").items()}


def _to_infinitive(s: Sentence, cue: int) -> bool:
    """Whether the verb takes "to" with a verb: "told them to leave"."""
    return any(
        s.tag[v] == "VB" and any(s.low[k] == "to" for k in s.kids[v])
        for v in s.kids[cue]
        if v > cue and s.dep[v] in ("xcomp", "ccomp", "advcl")
    )


def _asks_for(s: Sentence, frame: Frame, after: list[str]) -> bool:
    """A request, no question: "asked for", "asked them to", "asked that"."""
    if after[:1] and after[0] in _QUESTIONS:
        return False
    if after[:1] == ["that"] or "for" in after[:4] or "to" in after[:5] or _to_infinitive(s, frame.cue):
        return True
    if (wanted := s.child(frame.cue, "ccomp")) is not None and s.tag[wanted] == "VB":
        return True  # "asked as early as May that the list be shown"
    first = next(
        (
            s.low[k]
            for a, b in frame.content
            for k in range(a, b + 1)
            if k > frame.cue and s.low[k][:1].isalnum()
        ),
        "",
    )
    return first in ("that", "for", "to")


def _by_text(base: str, after: list[str]) -> bool:
    """Whether a text takes a stance by the verb: it welcomes, urges, calls on; what it demands or asks for is its term."""
    return (
        base in ("welcome", "urge", "condemn", "reject", "endorse", "deplore")
        or base == "call"
        and after[:1] != ["for"]
    )


def _act(low: str) -> str:
    return str(load("stances")["acts"].get(forms("acts").get(low, ""), ""))
