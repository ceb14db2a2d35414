"""Cues in a sentence: verbs of speech and stance, "according to", a name with a colon; each with the tokens it governs.

The parse says whose a verb is; what it governs is taken from the order of the words, since long quotations and lists are what
the parser gets wrong.
"""

from __future__ import annotations

from truceline.reading import counters, idioms, nominal, numbers, surface
from truceline.reading.apposition import apposed_to
from truceline.reading.frames import Frame, Phrase, nest
from truceline.reading.governed import governed, opened
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import (
    finite,
    first_of,
    nearby,
    negated,
    noun_phrase,
    object_of,
    passive,
    subject,
)
from truceline.reading.vocabulary import load, verb_forms, words

_SAY = verb_forms("cues", "say", "stance", "accuse", "count", "document")
_PARTICLED = verb_forms("stances", "particles")
# Whoever says or tells is somebody, whatever noun names them ("medics said").
_MARKS = frozenset({"q", "a", "question", "answer"})  # they label a line, nobody has such a name
_SPEECH = frozenset({"say", "tell"})


def find(s: Sentence, heading: bool = False) -> list[Frame]:
    """The frames of a sentence, nested, in the order of their cues."""
    found: list[Frame] = list(
        filter(None, (_according(s, i) for i, low in enumerate(s.low) if low == "according"))
    )
    found += filter(None, (_quoted_as(s, i) for i, low in enumerate(s.low) if low == "as"))
    found += nominal.find(s)
    found += [f for f in counters.find(s) if not any(f.cue == g.cue for g in found)]
    found += [f for f in idioms.find(s) if not any(f.cue in _told_of(g) for g in found)]
    if (colon := _colon(s, heading)) is not None:
        found.append(colon)
    for i, low in enumerate(s.low):
        if (
            (low in _SAY or s.child(i, "auxpass") is not None and _agent(s, i) is not None)
            and s.is_verb(i)
            and not any(f.cue == i or f.vouched and i in _told_of(f) for f in found)
            and (frame := _verb(s, i, _SAY.get(low, low), found)) is not None
        ):
            found.append(frame)
    found.sort(key=lambda f: f.cue)
    counters.end_before(s, found)
    nest(found)
    _end_texts(s, found)
    acts = words("cues", "acts")
    if any(f.parent is not None and f.base in acts for f in found):
        found = [f for f in found if f.parent is None or f.base not in acts]
        nest(found)
    return found or _bare(s)


def _told_of(f: Frame) -> set[int]:
    """The tokens of a set phrase: a verb in it is no cue of its own."""
    return {k for a, b in f.scene for k in range(a, b + 1)}


def _bare(s: Sentence) -> list[Frame]:
    """ "Speaking to X, he outlined the position": who speaks to whom, without what."""
    occasion = next(
        (k for k in range(len(s)) if s.low[k] in ("speaking", "interview", "statements", "remarks")), None
    )
    root = next((k for k in range(len(s)) if s.head[k] == k), 0)
    source = subject(s, root) if occasion is not None and s.is_verb(root) else None
    if source is None or not surface.may_speak(s, source):
        return []
    return [Frame(root, root, s.low[root], "bare", source, [])]


def _end_texts(s: Sentence, found: list[Frame]) -> None:
    """What a text is told to provide, within another's words, ends where those go on: ", an approach ...", ", yet ..."."""
    for frame in found:
        if frame.sort != "document" or frame.parent is None or not frame.content:
            continue
        a, b = frame.content[0]
        stop = next(
            (
                k
                for k in range(a + 1, b)
                if s.low[k] == "," and s.low[k + 1] in ("yet", "but", "while", "a", "an", "although")
            ),
            None,
        )
        frame.content[0] = (a, b if stop is None else stop - 1)


def _verb(s: Sentence, i: int, base: str, before: list[Frame]) -> Frame | None:
    """The frame of a verb, or None where nobody speaks by it."""
    if s.dep[i] in ("amod", "compound") or s.low[i + 1 : i + 2] == ["-"] or (i and s.low[i - 1] == "-"):
        return None
    if s.dep[i] == "xcomp" and s.low[s.head[i]] in _SAY or base == "ask" and s.tag[i] == "VBG":
        return None  # "vowed to respond"; "asking not to be named"
    if s.tag[i] == "VB" and s.dep[i] == "conj" and s.tag[s.head[i]] == "VB" and not opened(s, i):
        return None  # "could supervise the truce and report on it"
    if passive(s, i):
        return _by_passive(s, i, base)
    if s.tag[i] == "VBN" and not finite(s, i) and s.child(i, "nsubj") is None:
        return None
    source, same = _doer(s, i, base, before)
    if source is None or _in_passing(s, source):
        return None
    if source.head < i <= source.b:
        source = Phrase(source.a, max(source.head, first_of(s, i) - 1), source.head)
    sort = _sort(s, i, base, source)
    whole = sort in ("stance", "count", "accuse")
    nobody = s.low[source.a] in ("neither", "nobody", "none")
    frame = Frame(i, i, base, sort or "say", source, [], whole, negated=negated(s, i) or nobody, same=same)
    if sort is None and base not in words("cues", "say"):
        return None
    return frame if governed(s, frame) and (sort is not None or frame.inverted) else None


def _in_passing(s: Sentence, source: Phrase) -> bool:
    """ "what he called": a word for a thing, not a statement of its own."""
    return source.a > 0 and s.low[source.a - 1] == "what" and s.tag[source.head] == "PRP"


def _doer(s: Sentence, i: int, base: str, before: list[Frame]) -> tuple[Phrase | None, Frame | None]:
    """Who speaks by the verb: its subject, or for a trailing "-ing" whoever spoke before in the sentence."""
    own = s.child(i, "nsubj")
    if s.tag[i] != "VBG" or own is not None or finite(s, i):
        found = subject(s, i)
        if found is not None and base in _SPEECH and s.is_noun(found.head) and found.head != i:
            return found, _sharing(found, own, before)
        if found is None or not surface.may_speak(s, found):
            found = apposed_to(s, nearby(s, i)) if finite(s, i) and _spoken(s, i, base) else None
        return (
            (found, _sharing(found, own, before)) if found and surface.may_speak(s, found) else (None, None)
        )
    if base in words("cues", "comment"):
        return None, None
    earlier = [f for f in before if f.cue < i and f.sort != "according" and f.parent is None]
    after_break = (
        i > 0 and s.low[i - 1] in (",", "by", "while", "and", "also") or i > 1 and s.low[i - 2] == ","
    )
    if (absolute := _absolute(s, i)) is not None:
        return absolute, None
    if earlier and after_break:
        clause = [f for f in earlier if f.cue == s.head[i] and ";" in s.low[earlier[0].cue : i]]
        outer = clause[0] if clause else next((f for f in reversed(earlier) if f.inverted), earlier[0])
        return outer.origin.source, outer
    if s.dep[i] == "acl" and s.low[s.head[i]] in words("names", "authored"):
        return noun_phrase(s, s.head[i]), None
    found = subject(s, i)
    return (found, None) if found and after_break and surface.may_speak(s, found) else (None, None)


def _absolute(s: Sentence, i: int) -> Phrase | None:
    """ "The Front rejected it, its spokesman, X, telling Merkur that ...": the "-ing" has a doer of its own."""
    noun = s.head[i]
    if s.dep[i] not in ("acl", "relcl") or noun > i or s.low[noun] not in words("names", "people"):
        return None
    first = s.left[noun]
    own = s.tag[first] == "PRP$" and first > 0 and s.low[first - 1] == ","
    return Phrase(first, i - 1, noun) if own else None


def _spoken(s: Sentence, i: int, base: str) -> bool:
    return base in words("cues", "say") or base in words("cues", "count") and _has_number(s, i)


def _sharing(found: Phrase, own: int | None, before: list[Frame]) -> Frame | None:
    if own is not None:
        return None
    return next((f for f in before if f.source is not None and f.source.head == found.head), None)


def _sort(s: Sentence, i: int, base: str, source: Phrase) -> str | None:
    """In which way the verb gives words to its subject, or None where it does not."""
    if s.low[source.head] in words("names", "documents") and not s.name[source.head]:
        failing = s.dep[i] == "xcomp" and s.low[s.head[i]] in words("kinds", "failing")
        return "document" if base in words("cues", "document") and not failing else None
    following = s.low[i + 1 : i + 2]
    opens = load("cues")["opens"].get(base, ())
    clause = opened(s, i) or bool(following) and following[0] in opens
    if not _complete(s, i, base):
        return None
    if (
        source.head == i - 1
        and s.low[source.head] == "it"
        and base in ("stipulate", "provide", "require", "foresee")
    ):
        return "document"
    if base in words("cues", "accuse") and any(
        s.low[k] in ("of", "for", "with") for k in range(i, min(len(s), i + 12))
    ):
        return "accuse"
    if base == "call" and following and following[0] in ("for", "on"):
        return "stance"
    takes_noun = (
        base not in words("cues", "clause_only") and s.child(i, "dobj", "prep", "oprd", "xcomp") is not None
    )
    if base in words("cues", "say") and (clause or takes_noun):
        return "say"
    if base in words("cues", "stance") and s.child(i, "dobj", "xcomp", "ccomp", "prep", "advcl") is not None:
        return "stance"
    if base in words("cues", "count") and _has_number(s, i):
        return "count"
    return "say" if clause and base in words("cues", "say") else None


def _complete(s: Sentence, i: int, base: str) -> bool:
    """Whether the words stand beside the verb that make it one of speech: "rule out", "name X as", "arrive at 459"."""
    needs = load("cues")["needs"].get(base)
    if base == "arrive":
        return any(i + 2 <= n.a <= i + 3 for n in numbers.find(s)) and s.low[i + 1] == "at"
    if base == "list" and any(i < n.first <= i + 4 for n in numbers.find(s)):
        return True
    return needs is None or any(w in needs for w in s.low[i + 1 : i + 16])


def _has_number(s: Sentence, i: int) -> bool:
    return any(s.tag[k] == "CD" for k in range(i + 1, min(len(s), i + 25)))


def _by_passive(s: Sentence, i: int, base: str) -> Frame | None:
    """ "X is widely believed to have ...", "X was rejected by Y"."""
    agent = _agent(s, i)
    named = object_of(s, agent) if agent is not None else None
    alone = s.child(i, "nsubjpass", "csubjpass", "nsubj", "csubj") is None and s.dep[i] == "advcl"
    first = next((k + 1 for k in range(i - 1, -1, -1) if s.low[k] == ";"), 0)
    content = [(first if alone else max(first, s.left[i]), s.right[i])]
    if named is not None and finite(s, i) and _speech(s, i, base):
        source = noun_phrase(s, named)
        if surface.may_speak(s, source):
            own = s.child(named, "relcl")
            if own is not None and s.left[own] > source.head:
                content = [(content[0][0], s.left[own] - 1)]  # "who consider it early" is a part of its own
            return Frame(
                i, i, base, "stance", source, content, whole=True, negated=negated(s, i), vouched=True
            )
        return None
    if base in words("cues", "passive") and agent is None and finite(s, i):
        after = s.low[i + 1 : i + 2]
        if after and (after[0] in ("to", "as", "that") or after[0] in QUOTES):
            adverb = s.child(i, "advmod")
            start = adverb if adverb is not None and adverb == i - 1 else i
            return Frame(i, i, base, "passive", Phrase(start, i, i), content, whole=True)
    return None


def _agent(s: Sentence, i: int) -> int | None:
    """The "by" of a passive, also where the parse hangs it on another word: "was declared a terrorist group by the region"."""
    if (agent := s.child(i, "agent")) is not None:
        return agent
    return next(
        (k for k in range(i + 1, s.right[i] + 1) if s.low[k] == "by" and s.dep[k] in ("agent", "prep")), None
    )


def _speech(s: Sentence, i: int, base: str) -> bool:
    """Whether a passive verb is one of speech: of the lists, or with its particle ("was turned down by")."""
    if base in words("cues", "spoken") | words("cues", "say") - {"find"}:
        return True
    with_particle = load("stances")["particles"].get(_PARTICLED.get(s.low[i], ""), ())
    return any(
        s.low[k] in with_particle and s.tag[k] in ("RP", "RB") for k in range(i + 1, min(len(s), i + 3))
    )


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
    above = s.head[i]
    first = s.left[above] if i > 1 and s.dep[above] == "relcl" and s.left[above] < i else _relative(s, i)
    content = [r for r in ((first, i - 1), (end + 1, len(s) - 1)) if r[0] <= r[1]]
    return Frame(i, i + 1, "according to", "according", source, content, inverted=i > 0)


def _relative(s: Sentence, i: int) -> int:
    """Where the relative clause before ", according to X" starts, if what stands before it has a cue of its own; else 0."""
    for k in range(i - 2, 1, -1):
        if s.tag[k] in ("WDT", "WP", "WRB") and s.low[k - 1] == ",":
            return k if any(s.low[m] in _SAY and s.is_verb(m) for m in range(1, k)) else 0
    return 0


def _quoted_as(s: Sentence, i: int) -> Frame | None:
    """ "Agency quoted X as saying": X speaks, the agency carries."""
    if not s.low[i + 1 : i + 2] or s.low[i + 1] not in ("saying", "stating", "telling", "adding"):
        return None
    verb = next(
        (
            k
            for k in range(i - 1, 0, -1)
            if s.low[k] in ("quoted", "cited", "quotes", "cites", "quoting", "citing")
        ),
        None,
    )
    if verb is None:
        return None
    if passive(s, verb):
        source, carrier = subject_of_passive(s, verb), None
    else:
        source, carrier = Phrase(verb + 1, i - 1, i - 1), subject(s, verb)
    if source is None or not surface.may_speak(s, source):
        return None
    start = min(carrier.a if carrier else source.a, source.a)
    told = start > 1 and s.low[start - 1] == "," and s.low[i + 2 : i + 3] == [","]
    closing = told or all(not low[:1].isalnum() for low in s.low[i + 2 :])
    content = [(0, start - 1)] if closing and start > 1 else [(i + 2, len(s) - 1)]
    frame = Frame(verb, len(s) - 1 if told else i + 1, "quote", "say", source, content, inverted=closing)
    frame.carriers = [carrier] if carrier else []
    return frame if content[0][0] <= content[0][1] else None


def subject_of_passive(s: Sentence, verb: int) -> Phrase | None:
    """Who is quoted in "X was quoted as saying"."""
    found = s.child(verb, "nsubjpass")
    return noun_phrase(s, found) if found is not None else None


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
    if not all(s.is_name(k) or s.text[s.start[k]].isupper() for k in range(at)) or s.low[at - 1] in _MARKS:
        return None
    s.tag[at - 1] = "NNP"  # a bare name before a colon is often taken for a common noun
    return Frame(at, at, ":", "colon", Phrase(0, at - 1, at - 1), [(at + 1, len(s) - 1)])
