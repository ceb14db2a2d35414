"""A proposal of an attribution as token ranges (cue, source, what is told), and the frame that it makes."""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading.frames import Frame, Phrase, Proposal, nest
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import negated, noun_phrase
from truceline.reading.vocabulary import verb_forms, words

_GAP = 12  # tokens between a cue and what it tells that belong to the telling: whom, when, where
_CUES = verb_forms("cues", "say", "stance", "accuse", "count", "document")


def frame(s: Sentence, found: Proposal, before: list[Frame]) -> Frame | None:
    """The frame of a proposal; None where nobody speaks by it (no source, and no frame before to share one with)."""
    cue = cue_head(s, found.cue)
    base = "according to" if s.low[found.cue[0]] == "according" else _CUES.get(s.low[cue], s.low[cue])
    source = None if found.source is None else Phrase(*found.source, phrase_head(s, *found.source))
    source = source or _behind(s, found, cue)
    same = _sharing(found, before) if source is None else None
    if source is None and same is None:
        return None
    sort = _sort(s, base, source or (same.origin.source if same else None), found)
    told = [r for r in found.told if r[0] <= r[1]]
    whole = sort in ("stance", "count", "accuse")
    inverted = bool(told) and told[0][0] < found.cue[0]
    if whole and told and not inverted:
        told[0] = (min(found.cue[0], told[0][0]), told[0][1])
    end = told[0][0] - 1 if told and found.cue[1] < told[0][0] <= found.cue[1] + _GAP else found.cue[1]
    made = Frame(
        cue, end, base, sort, source or (same.origin.source if same else None), told, whole, inverted
    )
    nobody = source is not None and s.low[source.a] in ("neither", "nobody", "none")
    made.negated, made.same, made.marked = negated(s, cue) or nobody, same, found
    return made


def _behind(s: Sentence, found: Proposal, cue: int) -> Phrase | None:
    """The subject behind its verb, where the words are told before it and the tagger saw no source: "“...,” came *the reply*"."""
    own = s.child(cue, "nsubj")
    told_before = bool(found.told) and found.told[0][0] < found.cue[0]
    return noun_phrase(s, own) if told_before and own is not None and own > cue else None


def cue_head(s: Sentence, cue: tuple[int, int]) -> int:
    """The verb of a cue: the last known one in it, else the last verb, else its last token."""
    span = range(cue[0], cue[1] + 1)
    known = [k for k in span if s.low[k] in _CUES and s.is_verb(k)]
    verbs = [k for k in span if s.is_verb(k)]
    return (known or verbs or [cue[0] if s.low[cue[0]] == "according" else cue[1]])[-1]


def phrase_head(s: Sentence, a: int, b: int) -> int:
    """The token of a range whose head lies outside of it; of "the Assembly's counting office" the office, whatever the parse makes of it."""
    found = next((k for k in range(a, b + 1) if not a <= s.head[k] <= b or s.head[k] == k), b)
    return _possessed(s, found, b) or found


def _possessed(s: Sentence, head: int, b: int) -> int | None:
    """The noun behind the 's of a phrase that ends with it, where the parse took its owner for the head: the owner does not speak."""
    owner = next((k - 1 for k in range(head + 1, b + 1) if s.tag[k] == "POS"), None)
    if (
        owner is None
        or not s.is_noun(b)
        or any(s.low[k] in (",", "and", "who", "that") for k in range(head, b))
    ):
        return None
    named = (
        s.tag[head].startswith("NNP")
        and s.tag[owner].startswith("NNP")
        and s.low[head + 1 : head + 2] == ["of"]
    )
    return b if owner == head or named and owner + 1 < b else None  # "the Chamber of Guarantors' treasurer"


def _sharing(found: Proposal, before: list[Frame]) -> Frame | None:
    """The frame before whose source this cue shares: the nearest one in the sentence."""
    return next((f for f in reversed(before) if f.cue < found.cue[0] and f.source is not None), None)


def _sort(s: Sentence, base: str, source: Phrase | None, found: Proposal) -> str:
    """In which way the cue gives words to its source (frames.Frame)."""
    if base == "according to":
        return "according"
    if s.low[found.cue[0]] == ":":
        return "colon"
    if source is not None and s.low[source.head] in words("names", "documents") and not s.name[source.head]:
        return "document"
    low = s.low[found.cue[1] + 1 : found.cue[1] + 13]
    if base in words("cues", "accuse") and any(w in ("of", "for", "with") for w in low):
        return "accuse"
    clause = any(s.low[a] == "that" or s.quoted[a] for a, _ in found.told)
    if base in words("cues", "stance") and not clause:
        return "stance"
    if base in words("cues", "count") and base not in words("cues", "say"):
        return "count"
    return "say"


def frames(s: Sentence, found: Sequence[Proposal]) -> list[Frame]:
    """The frames of a sentence's proposals, nested."""
    made: list[Frame] = []
    for one in sorted(found, key=lambda p: p.cue):
        if (new := frame(s, one, made)) is not None:
            made.append(new)
    nest(made)
    return made
