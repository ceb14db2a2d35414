"""What runs on from the speaker before, without a cue of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from truceline.reading.chain import Link
from truceline.reading.frames import Frame
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import noun_phrase
from truceline.reading.surface import may_speak
from truceline.reading.vocabulary import verb_forms, words
from truceline.reading.voices import Memory, Voice

_RUNS_ON = frozenset(
    {"moreover", "furthermore", "additionally", "likewise", "similarly", "therefore", "thus"}
)
# With "but" the outlet takes the word itself; what it tells of answers and silence is its own, too.
_TURNS = frozenset(
    {
        "but",
        "yet",
        "however",
        "still",
        "nevertheless",
        "nonetheless",
        "instead",
        "nobody",
        "no",
        "neither",
        "none",
    }
)
_SPEECH = verb_forms("cues", "say", "stance", "accuse", "count", "document")
_SILENCE = frozenset(
    {
        "reached",
        "answered",
        "commented",
        "go",
        "confirm",
        "responded",
        "replied",
        "respond",
        "comment",
        "answer",
        "reply",
    }
)
_SHIFTED = frozenset({"would", "could", "might"})
_DUTIES = frozenset({"should", "must", "ought"})


class Reads(Protocol):
    """The part of a passage that is looked back on."""

    memory: Memory
    reads: list  # type: ignore[type-arg] # of passage.Read; a Protocol avoids the circle


def speaker(passage: Reads, index: int) -> Link | None:
    """Who spoke last, for a quotation that nobody is named for: the voice of the sentence before, or of the paragraph before.

    Left open where other words open it ("A diplomat, in the corridor: “...”") or its paragraph tells of somebody else first.
    """
    for back in range(index - 1, max(-1, index - 4), -1):
        link = _top(passage, back)
        if link is not None:
            other = _opened_by_another(passage, index) or _between(passage, back, index)
            return _left_open(link) if other else link
    return None


def _left_open(link: Link) -> Link:
    """Words of somebody whom nothing names, with whoever spoke before as a candidate."""
    doubt = "not resolved: a quotation that nobody is named for"
    voice = Voice(None, "", None, "description", doubt=doubt, maybe=link.voice.name or "")
    return replace(link, voice=voice, carriers=(), original=None, outlet=False)


def _between(passage: Reads, back: int, index: int) -> bool:
    """Whether the paragraph of a quotation tells of somebody else first, so that whoever spoke before it is not meant."""
    s: Sentence = passage.reads[index].sentence
    since = (passage.reads[i].sentence for i in range(back + 1, index))
    told = (x for x in since if x.paragraph == s.paragraph and not any(x.quoted))
    return passage.reads[back].sentence.paragraph != s.paragraph and next(told, None) is not None


def _opened_by_another(passage: Reads, index: int) -> bool:
    """Whether the quotation of a sentence starts within an earlier one of its paragraph, behind words and a colon."""
    s: Sentence = passage.reads[index].sentence
    numbers = {q for q in s.quoted if q}
    for back in range(index, -1, -1):
        before: Sentence = passage.reads[back].sentence
        if before.paragraph != s.paragraph:
            break
        first = next((k for k in range(len(before)) if before.quoted[k] in numbers), None)
        if first is not None and first > 1 and not before.quoted[0] and ":" in before.low[:first]:
            return _top(passage, back) is None
    return False


def implied(passage: Reads, index: int) -> Link | None:
    """The voice that a sentence without a cue runs on from, or None where it is the outlet's own.

    A text that is told what it provides ("The mandate would include") goes on speaking. A person goes on within the
    paragraph, where the sentence opens with a link word or says what should be, and all before it was that person's.
    """
    s: Sentence = passage.reads[index].sentence
    document = _document(passage, s, index)
    if document is not None:
        return document
    before = passage.reads[index - 1] if index else None
    if before is None or before.heading or before.sentence.paragraph != s.paragraph:
        return None
    link = _top(passage, index - 1)
    if (
        link is None
        or link.outlet
        or link.voice.sort == "document"
        or link.frame.sort == "stance"
        and not link.voice.name
    ):
        return None
    if any(low in QUOTES for low in s.low) or _seen_by(s) or not _runs_on(passage, index, s, link):
        return None
    return replace(link, voice=_implicit(link.voice, "runs on from the sentence before"))


def _runs_on(passage: Reads, index: int, s: Sentence, link: Link) -> bool:
    """Whether a sentence goes on in the words of the one before: by its tense, or by a link word, a duty or the past perfect
    where the paragraph so far is all one voice's.
    """
    if _shifted(s) and _indirect(link):
        return True
    opens = s.low[0] in _RUNS_ON or any(low in _DUTIES for low in s.low) or _shifted(s, ("had", "'d"))
    return opens and s.low[0] not in _TURNS and _all_of(passage, index, link)


def _seen_by(s: Sentence) -> bool:
    """Whether a sentence opens with whose view it gives: "To X, speaking an hour later, the town had given up"."""
    if s.low[0] not in ("to", "for") or s.child(0, "pobj") is None:
        return False
    whose = s.child(0, "pobj")
    return whose is not None and s.is_name(whose) and "," in s.low[whose : whose + 2]


def _indirect(link: Link) -> bool:
    """Whether the sentence before renders words in the past tense, so that the next one may go on in it."""
    return link.cue_span is not None and link.frame.sort in ("say", "according") and not link.frame.whole


def _shifted(s: Sentence, perfect: tuple[str, ...] = ()) -> bool:
    """Whether the main verb stands as reported speech does: "would meet", "had taken part", "might be". The outlet itself
    would write "will meet", "has taken part".
    """
    root = next((k for k in range(len(s)) if s.head[k] == k), 0)
    own = s.child(root, "nsubj")
    if (
        s.low[0] in _TURNS
        or s.low[root] in _SILENCE
        or s.low[root] in _SPEECH
        and (own is None or may_speak(s, noun_phrase(s, own)))
    ):
        return False
    helpers = [k for k in s.kids[root] if s.dep[k] in ("aux", "auxpass")]
    if any(s.low[k] in _SHIFTED for k in helpers):
        return True
    return s.tag[root] == "VBN" and any(s.low[k] in perfect for k in helpers)


def _implicit(voice: Voice, reason: str) -> Voice:
    if voice.anonymous and not voice.name:
        return replace(voice, doubt=reason)  # somebody not named keeps the description
    return replace(voice, text="", span=None, doubt=reason)


def _top(passage: Reads, index: int) -> Link | None:
    """The outermost link of a sentence that is no outlet."""
    read = passage.reads[index]
    tops: list[Link] = [read.links[id(f)] for f in read.frames if id(f) in read.links and f.sort != "passive"]
    own = [x for x in tops if x.frame.parent is None and x.frame.same is None and not x.outlet]
    inner = [x for x in tops if not x.outlet and x.frame.same is None]
    found = own or inner
    return found[-1] if found else None


def _all_of(passage: Reads, index: int, link: Link) -> bool:
    """Whether every earlier sentence of the paragraph is the same voice's."""
    paragraph = passage.reads[index].sentence.paragraph
    for back in range(index - 1, -1, -1):
        if passage.reads[back].sentence.paragraph != paragraph:
            return True
        top = _top(passage, back)
        if top is None or top.voice.key != link.voice.key:
            return False
    return True


def _document(passage: Reads, s: Sentence, index: int) -> Link | None:
    """ "The proposed resolution aims to ...", "The mission's mandate would include ...": a text goes on.

    Either the subject is a text, or a text spoke last (at most two sentences ago) and this says what would be.
    """
    root = next((k for k in range(len(s)) if s.head[k] == k), 0)
    own = s.child(root, "nsubj")
    if own is None or s.low[s.left[own]] in ("this", "that", "these"):
        return None
    would = any(s.dep[k] == "aux" and s.low[k] in ("would", "shall") for k in s.kids[root])
    last = passage.memory.voices[-1] if passage.memory.voices else None
    goes_on = last is not None and last.sort == "document" and index - last.sentence <= 2
    under = goes_on and s.low[0] == "under" and s.low[1:2] == ["it"]
    a_text = s.low[own] in words("names", "documents") and not s.name[own]
    provides = s.low[root] in words("kinds", "term_verbs") and s.low[root] not in ("says", "states", "said")
    if not (a_text and (provides or would) or goes_on and (would or under)):
        return None
    name = (
        passage.memory.document(_plain(s, own), s.low[own], index) if a_text else last.name if last else None
    )
    voice = Voice(name, "", None, "document", doubt="no cue: told as the content of a text")
    carriers = passage.memory.told.get(name or "", ())
    return Link(voice, Frame(own, own, "", "document", None, []), "", s.span(own, own), False, carriers)


def _plain(s: Sentence, own: int) -> str:
    a = s.left[own]
    while a < own and s.tag[a] in ("DT", "PRP$"):
        a += 1
    return s.words(a, own)
