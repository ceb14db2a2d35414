"""Who carries words from a speaker to the page: "told X", "in an interview with X", "cited by X", "X reported"."""

from __future__ import annotations

from truceline.reading import surface
from truceline.reading.frames import Frame, Phrase
from truceline.reading.governed import addressee
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import noun_phrase
from truceline.reading.vocabulary import verb_forms, words

_CARRY = {**verb_forms("cues", "carry"), **verb_forms("names", "pass_on")}
_SEEN = frozenset({"seen", "obtained", "reviewed", "viewed", "published", "leaked"})
_POSTS = frozenset({"post", "posts", "message", "video", "broadcast", "column"})
_TELL = frozenset({"tell", "inform", "assure", "remind"})
_NO_NAME = frozenset({"website", "site", "broadcaster", "outlet", "portal"})


def attach(s: Sentence, frames: list[Frame]) -> None:
    """Give each carrier in the sentence to the frame that it belongs to."""
    for frame in frames:
        if frame.base in _TELL and frame.same is None:
            listener = _listener(s, frame.cue)
            if listener is not None and not s.quoted[listener]:
                frame.carriers += (
                    [Phrase(frame.cue + 1, listener, listener)] if may_carry(s, listener) else []
                )
        elif frame.same is None and (told := _to_outlet(s, frame)) is not None:
            frame.carriers.append(told)
    for k in range(len(s)):
        if s.quoted[k]:
            continue
        carriers = _occasion(s, k) or _carried(s, k)
        if carriers and (owner := _owner(frames, k)) is not None:
            owner.carriers += [c for c in carriers if all(c.head != x.head for x in owner.carriers)]
        if (
            s.low[k] in ("citing", "quoting")
            and (cited := s.child(k, "dobj", "pobj")) is not None
            and (surface.may_speak(s, noun_phrase(s, cited)) or _whose(s, cited))
            and (owner := _owner(frames, k)) is not None
        ):
            owner.scene.append((k, max(s.right[k], cited)))
            owner.original = owner.original or noun_phrase(s, cited)


def _whose(s: Sentence, noun: int) -> bool:
    """Whether a noun has a name or the adjective of one before it: "Karsavian intelligence"."""
    return any(s.sort[k] or s.is_name(k) or s.text[s.start[k]].isupper() for k in range(s.left[noun], noun))


def _listener(s: Sentence, cue: int) -> int | None:
    """Whom the words are told to, over a hyphen in front of an outlet ("a Qatari-owned newspaper")."""
    listener = addressee(s, cue)
    if listener is None or listener + 1 >= len(s) or s.low[listener + 1] != "-":
        return listener
    near = range(listener + 2, min(listener + 6, len(s)))
    return next((k for k in near if s.low[k] in words("names", "outlets") and s.is_noun(k)), listener)


def _to_outlet(s: Sentence, frame: Frame) -> Phrase | None:
    """ "denied to Harbour Radio that ...": a known outlet, or a name with the word for one, right after the cue."""
    at = frame.cue + 1
    if at + 1 >= len(s) or s.low[at] != "to" or s.quoted[at]:
        return None
    b = at + 1
    while b < len(s) and (s.is_noun(b) or s.name[b] or s.tag[b] in ("DT", "JJ", "CD")):
        b += 1
    outlet = any(
        s.sort[k] == "outlet" or s.is_name(k) and s.low[k] in words("names", "outlets")
        for k in range(at + 1, b)
    )
    return Phrase(at + 1, b - 1, b - 1) if outlet else None


def _owner(frames: list[Frame], k: int) -> Frame | None:
    """The frame whose source or cue the carrier stands at; else the one that does not govern it; else the only one."""
    for frame in frames:
        if frame.source is not None and frame.source.a <= k <= frame.source.b + 3:
            return frame
    top = [f for f in frames if f.same is None and f.parent is None]
    outside = [f for f in top if not f.holds(k)] or [f for f in top if f.cue < k]
    return min(outside, key=lambda f: abs(f.cue - k), default=frames[0] if frames else None)


def _occasion(s: Sentence, k: int) -> list[Phrase]:
    """ "an interview with X", "statements to X", "speaking to X"."""
    noun = s.low[k] in words("names", "occasion") and s.is_noun(k)
    if not noun and s.low[k] not in ("speaking", "talking"):
        return []
    for at in range(k + 1, min(k + 5, len(s) - 1)):
        if s.low[at] in ("to", "with", "for", "on") and not any(s.is_verb(m) for m in range(k + 1, at)):
            target = s.child(at, "pobj")
            if s.low[k] in _POSTS and s.low[at] == "on":
                return _platform(s, at + 1)
            if s.low[at] == "for" and not noun or s.low[at] == "on" and not _outlet_at(s, at):
                return []  # "speaking for the general", "statements on the border"
            return _named(s, target) if target is not None else _run(s, at + 1)
    return []


def _outlet_at(s: Sentence, at: int) -> bool:
    """Whether a known outlet, or the word for one, follows a preposition within the name there."""
    for k in range(at + 1, min(at + 6, len(s))):
        if s.sort[k] == "outlet" or s.low[k] in words("names", "outlets"):
            return True
        if not (s.is_noun(k) or s.is_name(k) or s.tag[k] in ("DT", "JJ", "POS")):
            return False
    return False


def _platform(s: Sentence, a: int) -> list[Phrase]:
    """Where something was posted: "X", "Telegram", "the channel Courant"."""
    b = a
    while b < len(s) and (
        s.text[s.start[b]].isupper()
        or s.tag[b] in ("DT", "POS", "CD")
        or s.low[b] in words("names", "outlets")
    ):
        b += 1
    return [Phrase(a, b - 1, b - 1)] if b > a and s.text[s.start[b - 1]].isalnum() else []


def _run(s: Sentence, a: int) -> list[Phrase]:
    """The name right after a preposition that the parse took for something else."""
    b = a
    while b < len(s) and (s.is_noun(b) or s.name[b] or s.tag[b] == "DT"):
        b += 1
    if a < b and s.low[a] in words("names", "days"):
        return []
    return [Phrase(a, b - 1, b - 1)] if b > a and s.is_name(a) and may_carry(s, b - 1) else []


def _carried(s: Sentence, k: int) -> list[Phrase]:
    """ "cited by X", "carried by X and Y", "which X carried"."""
    if s.low[k] in _SEEN and s.low[k + 1 : k + 2] == ["by"] and k + 2 < len(s) and s.low[k + 2] != "this":
        target = s.child(k + 1, "pobj")
        return [noun_phrase(s, target)] if target is not None and _trade(s, target) else []
    if s.low[k] not in _CARRY or not s.is_verb(k):
        return []
    if _CARRY[s.low[k]] == "pick" and s.low[k + 1 : k + 2] != ["up"]:
        return []
    by = next((m for m in range(k + 1, min(k + 4, len(s) - 1)) if s.low[m] == "by"), None)
    own = s.child(k, "nsubj")
    if by is not None and (s.tag[k] == "VBN" or own is None or own < s.head[k] < k):
        target = s.child(by, "pobj")
        return _named(s, target) if target is not None else []
    if s.dep[k] == "relcl" and (own := s.child(k, "nsubj")) is not None and own != s.child(k, "dobj"):
        return _named(s, own)
    return []


def _trade(s: Sentence, k: int) -> bool:
    """Whether a noun is an outlet by its name or by its word."""
    return s.sort[k] == "outlet" or s.low[k] in words("names", "outlets") or s.low[k] == "agencies"


def _named(s: Sentence, head: int) -> list[Phrase]:
    """The noun and those joined to it, as far as they name an outlet or may be one."""
    found = [head, *(k for k in s.kids[head] if s.dep[k] == "conj" and s.is_noun(k))]
    days = words("names", "days")
    phrases = [noun_phrase(s, k) if k == head else Phrase(s.left[k], k, k) for k in found if may_carry(s, k)]
    return [p for p in phrases if not any(low in days for low in s.low[p.a : p.head])]


def may_carry(s: Sentence, head: int) -> bool:
    """Whether a noun may be an outlet: known as one, or a name that is not known as anything else."""
    if s.sort[head]:
        return s.sort[head] == "outlet"
    if head and s.tag[head] == "CD" and s.tag[head - 1].startswith("NNP"):
        head -= 1  # "Coast Radio One", "Channel 9"
    low = s.low[head]
    if low in words("names", "audience") or low in words("names", "days"):
        return False
    if low in words("names", "bodies") and low not in words("names", "outlets") and low != "service":
        return False
    return (
        s.is_name(head) or low == "paper" or low in words("names", "outlets") and low not in ("news", "post")
    )


def carrier_name(s: Sentence, phrase: Phrase) -> tuple[str, tuple[str, ...]]:
    """The outlet's name as written, with the word for what it is ("Filastin newspaper"), and its actors if known."""
    head = phrase.head
    inner = [k for k in range(phrase.a, phrase.b + 1) if s.sort[k] == "outlet"]
    if inner:
        return s.words(inner[0], inner[0]), s.name[inner[0]]
    if s.low[head] in _NO_NAME or s.low[head] in words("names", "outlets"):
        beside = next((k for k in s.kids[head] if s.dep[k] == "appos" and s.is_name(k)), None)
        if beside is not None:
            return surface.read(s, Phrase(s.left[beside], beside, beside)).name or s.words(beside, beside), ()
    a = phrase.a
    while a < head and not (s.is_name(a) and not s.low[a].endswith("-based")):
        a += 1
    if a == head and not s.is_name(head):
        return s.words(phrase.a, head), ()  # "a state-owned newspaper"
    end = head - 1 if s.low[head] in _NO_NAME and a < head else head
    return s.words(min(a, end), end), ()


def is_outlet(s: Sentence, frame: Frame) -> bool:
    """Whether the frame's source carries words by trade: a known outlet, a noun for one, or a bare name that "reported"."""
    if frame.source is None:
        return False
    head = frame.source.head
    beside = (k for k in s.kids[head] if s.dep[k] in ("compound", "appos"))
    if s.sort[head] == "outlet" or any(s.sort[k] == "outlet" for k in beside):
        return True
    if not s.sort[head] and (s.low[head] in words("names", "outlets") or _called_outlet(s, frame.source)):
        return True
    if not s.is_name(head) or s.sort[head] or frame.source.b - frame.source.a > 3:
        return False
    found = surface.read(s, frame.source)
    if frame.base in ("report", "write", "quote") and found.sort != "person":
        return True
    return frame.base == "report" and frame.inverted and frame.source.a > 0 and found.role == ""


def _called_outlet(s: Sentence, source: Phrase) -> bool:
    """Whether a name has the word for an outlet in it ("Almeira Press Service") and does not end as that of another body."""
    head = source.head
    other = s.low[head] in words("names", "bodies") - {"agency", "service", "network"}
    named = [k for k in range(source.a, head + 1) if s.is_name(k) and not s.sort[k]]
    return s.is_name(head) and not other and any(s.low[k] in words("names", "outlets") for k in named)
