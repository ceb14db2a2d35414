"""Cues in a sentence: verbs of speech and stance, "according to", a name with a colon; each with the tokens it governs.

The parse says whose a verb is; what it governs is taken from the order of the words, since long quotations and lists are what
the parser gets wrong.
"""

from __future__ import annotations

from truceline.reading import surface
from truceline.reading.frames import Frame, Phrase, nest
from truceline.reading.governed import governed, opened
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import finite, negated, noun_phrase, object_of, passive, subject
from truceline.reading.vocabulary import verb_forms, words

_SAY = verb_forms("cues", "say", "stance", "accuse", "count", "document")
_COMMENT = verb_forms("cues", "comment")
_PASSIVE = verb_forms("cues", "passive")


def find(s: Sentence, heading: bool = False) -> list[Frame]:
    """The frames of a sentence, nested, in the order of their cues."""
    found = list(filter(None, (_according(s, i) for i, low in enumerate(s.low) if low == "according")))
    if (colon := _colon(s, heading)) is not None:
        found.append(colon)
    for i, low in enumerate(s.low):
        if low in _SAY and s.is_verb(i) and (frame := _verb(s, i, _SAY[low], found)) is not None:
            found.append(frame)
    found.sort(key=lambda f: f.cue)
    nest(found)
    return found


def _verb(s: Sentence, i: int, base: str, before: list[Frame]) -> Frame | None:
    """The frame of a verb, or None where nobody speaks by it."""
    if s.dep[i] in ("amod", "compound") or s.low[i + 1 : i + 2] == ["-"] or (i and s.low[i - 1] == "-"):
        return None
    if passive(s, i):
        return _by_passive(s, i, base)
    if s.tag[i] == "VBN" and not finite(s, i):
        return None
    source, same = _doer(s, i, base, before)
    if source is None:
        return None
    sort = _sort(s, i, base, source)
    if sort is None:
        return None
    whole = sort in ("stance", "count", "accuse")
    frame = Frame(i, i, base, sort, source, [], whole, negated=negated(s, i), same=same)
    return frame if governed(s, frame) else None


def _doer(s: Sentence, i: int, base: str, before: list[Frame]) -> tuple[Phrase | None, Frame | None]:
    """Who speaks by the verb: its subject, or for a trailing "-ing" whoever spoke before in the sentence."""
    own = s.child(i, "nsubj")
    if s.tag[i] != "VBG" or own is not None or finite(s, i):
        found = subject(s, i)
        return (
            (found, _sharing(found, own, before)) if found and surface.may_speak(s, found) else (None, None)
        )
    if base in words("cues", "comment"):
        return None, None
    earlier = [f for f in before if f.cue < i and f.sort != "according" and f.parent is None]
    after_break = (
        i > 0 and s.low[i - 1] in (",", "by", "while", "and", "also") or i > 1 and s.low[i - 2] == ","
    )
    if earlier and after_break:
        return earlier[0].origin.source, earlier[0]
    if s.dep[i] == "acl" and s.low[s.head[i]] in words("names", "authored"):
        return noun_phrase(s, s.head[i]), None
    found = subject(s, i)
    return (found, None) if found and after_break and surface.may_speak(s, found) else (None, None)


def _sharing(found: Phrase, own: int | None, before: list[Frame]) -> Frame | None:
    if own is not None:
        return None
    return next((f for f in before if f.source is not None and f.source.head == found.head), None)


def _sort(s: Sentence, i: int, base: str, source: Phrase) -> str | None:
    """In which way the verb gives words to its subject, or None where it does not."""
    if s.low[source.head] in words("names", "documents") and not s.name[source.head]:
        return "document" if base in words("cues", "document") else None
    clause = opened(s, i)
    if base in words("cues", "accuse") and any(
        s.low[k] in ("of", "for", "with") for k in range(i, min(len(s), i + 12))
    ):
        return "accuse"
    if base in words("cues", "say") and (clause or base not in words("cues", "clause_only")):
        if clause or s.child(i, "dobj", "prep", "oprd", "xcomp") is not None:
            return "say"
    if base in words("cues", "stance") and s.child(i, "dobj", "xcomp", "ccomp", "prep", "advcl") is not None:
        return "stance"
    if base in words("cues", "count") and _has_number(s, i):
        return "count"
    return "say" if clause and base in words("cues", "say") else None


def _has_number(s: Sentence, i: int) -> bool:
    return any(s.tag[k] == "CD" for k in range(i + 1, min(len(s), i + 25)))


def _by_passive(s: Sentence, i: int, base: str) -> Frame | None:
    """ "X is widely believed to have ...", "X was rejected by Y"."""
    agent = s.child(i, "agent")
    named = object_of(s, agent) if agent is not None else None
    content = [(s.left[i], s.right[i])]
    if named is not None and finite(s, i) and base in words("cues", "spoken") | words("cues", "say"):
        source = noun_phrase(s, named)
        if surface.may_speak(s, source):
            return Frame(i, i, base, "stance", source, content, whole=True)
        return None
    if base in words("cues", "passive") and agent is None and finite(s, i):
        after = s.low[i + 1 : i + 2]
        if after and (after[0] in ("to", "as", "that") or after[0] in QUOTES):
            adverb = s.child(i, "advmod")
            start = adverb if adverb is not None and adverb == i - 1 else i
            return Frame(i, i, base, "passive", Phrase(start, i, i), content, whole=True)
    return None


def _according(s: Sentence, i: int) -> Frame | None:
    """ "According to X, ..." in front, at the end, or between commas."""
    if s.low[i + 1 : i + 2] != ["to"] or i + 2 >= len(s):
        return None
    head = object_of(s, i + 1)
    if head is None or head <= i:
        head = next(
            (k for k in range(i + 2, len(s)) if s.is_noun(k) and not s.is_noun(min(k + 1, len(s) - 1))), None
        )
    if head is None:
        return None
    end = _phrase_end(s, head)
    source = Phrase(i + 2, end, head)
    content = [r for r in ((0, i - 1), (end + 1, len(s) - 1)) if r[0] <= r[1]]
    return Frame(i, i + 1, "according to", "according", source, content, inverted=i > 0)


def _phrase_end(s: Sentence, head: int) -> int:
    """Where the source of "according to" ends: at its phrase's end if a comma follows, else at the first comma."""
    comma = next((k for k in range(head + 1, len(s)) if s.low[k] == ","), len(s))
    end = s.right[head]
    if end + 1 >= len(s) or s.low[end + 1] in (",", ".", ";"):
        appositive = comma < end and s.tag[comma + 1] in ("DT", "VBN", "WDT", "WP", "NNP")
        if comma >= end or appositive:
            return max(head, end - 1 if s.low[end] in (",", ".") else end)
    return max(head, comma - 1 if comma < len(s) else min(end, len(s) - 2))


def _colon(s: Sentence, heading: bool) -> Frame | None:
    """ "Naim: the force is stalled": a headline, or a transcript."""
    at = next((k for k in range(1, min(len(s), 8)) if s.low[k] == ":"), None)
    if at is None or not (heading or s.low[at + 1 : at + 2] and s.low[at + 1] in QUOTES) or at + 2 >= len(s):
        return None
    if not all(s.is_name(k) or s.text[s.start[k]].isupper() for k in range(at)):
        return None
    return Frame(at, at, ":", "colon", Phrase(0, at - 1, at - 1), [(at + 1, len(s) - 1)])
