"""The items of a communique: "The heads of state: - commend ...; - demand ...", "The Council, ... 1. Decides ...". Whoever stands above them
is the subject of each verb that opens one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from truceline.evidence import Span
from truceline.reading.frames import Frame, Phrase
from truceline.reading.segments import Paragraph
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import verb_forms

_ITEM = re.compile(r"(?:[-–—•*·▪‣]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_LEAD = re.compile(r"(?:^|(?<=[.!?]\s))(?P<who>[^\W\d_][^.!?:;]{2,90}?)\s*[:,]?$")
_OPENS = frozenset({"the", "both", "all", "its", "their", "our", "we", "they", "it"})
_LONGEST = 14  # words of a lead
_SAYS = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "said",
        "says",
        "agreed",
        "agree",
        "met",
        "signed",
    ]
)
_NO_LEAD = frozenset({"that", "what", "how", "why", "when", "where", "to", "following", "follows", "also"})


@dataclass(frozen=True, slots=True)
class Item:
    """An item without its mark, ``who`` stands above it, and whether its verb is in its base form ("- demand")."""

    who: Span
    span: Span
    base: bool


def items(string: str, paragraphs: Sequence[Paragraph]) -> dict[int, Item]:
    """By the number of its paragraph each item that a verb of speech opens."""
    found: dict[int, Item] = {}
    above: Span | None = None
    for number, paragraph in enumerate(paragraphs):
        span = _item(string, paragraph)
        if span is None:
            recital = _recital(string, paragraph) if above else None
            above, span = (above, recital) if recital else (_lead(string, paragraph), None)
        base = _verb(string, span) if span else None
        if above is not None and span is not None and base is not None:
            found[number] = Item(above, span, base)
    return found


def _recital(string: str, paragraph: Paragraph) -> Span | None:
    """A line of a preamble: "Recalling its resolutions, "."""
    word = _WORD.match(string, paragraph.span.start, paragraph.span.end)
    opens = word is not None and word.group().lower().endswith("ing") and word.group().lower() in _verbs()
    return paragraph.span if opens else None


def _item(string: str, paragraph: Paragraph) -> Span | None:
    """The first sentence of a list item, behind its mark; None for a line that is none."""
    mark = _ITEM.match(string, paragraph.span.start, paragraph.span.end)
    if mark is None or not paragraph.sentences:
        return None
    end = next((s.end for s in paragraph.sentences if s.end > mark.end()), paragraph.span.end)
    return Span(mark.end(), end)


@cache
def _verbs() -> Mapping[str, str]:
    return verb_forms("cues", "say", "stance", "accuse", "count", "document", "items")


def _verb(string: str, item: Span) -> bool | None:
    """Whether the verb that opens the item is in its base form; None where none opens it."""
    word = _WORD.match(string, item.start, item.end)
    form = word.group().lower() if word else ""
    return form == _verbs()[form] if form in _verbs() else None


def _lead(string: str, paragraph: Paragraph) -> Span | None:
    """Who stands at the end of a line without a verb: "The Leagues:", "The text"; None where it is a whole sentence."""
    match = _LEAD.search(string[paragraph.span.start : paragraph.span.end])
    if match is None:
        return None
    words = match["who"].lower().split()
    plain = len(words) <= _LONGEST and words[0] in _OPENS and _NO_LEAD.isdisjoint(words)
    if not plain or not _SAYS.isdisjoint(words) or any(_spoke(w) for w in words):
        return None
    start = paragraph.span.start + match.start("who")
    return Span(start, start + len(match["who"]))


def _spoke(word: str) -> bool:
    """Whether a word is a verb of speech in its past form: a line broken in two, "The Brigades dismissed the"."""
    return word.endswith("ed") and _verbs().get(word, word) != word


def led(s: Sentence, frames: list[Frame], who: Span) -> bool:
    """Whether who stands above the item is the source of a frame in it; all of who stands there is, then. Where nothing found one, the finite
    verb that opens the item makes it ("Regarding the talks," opens none). What is told stands in the item.
    """
    last = max(k for k in range(len(s)) if s.end[k] <= who.end)
    head = next((k for k in range(last + 1) if s.head[k] > last or s.head[k] == k), last)
    own = [f for f in frames if f.source is not None and f.source.b <= last < f.cue]
    k = next((k for k in range(last + 1, len(s)) if s.low[k][:1].isalnum() and s.low[k] != "do"), len(s))
    if not own and k + 1 < len(s) and s.low[k] in _verbs() and s.tag[k] != "VBG":
        frames[:] = [f for f in frames if f.cue != k]
        own = [Frame(k, k, _verbs()[s.low[k]], "say", Phrase(0, last, head), [(k + 1, len(s) - 1)])]
        frames += own
    for frame in own:
        frame.source = Phrase(0, last, head)
    frames[:] = [f for f in frames if f.cue > last]
    first = next((k for k in range(last + 1, len(s)) if s.start[k] < s.end[k]), len(s))  # behind our own "do"
    for frame in frames:
        frame.content = [(max(a, first), b) for a, b in frame.content if b >= first]
    return bool(own)
