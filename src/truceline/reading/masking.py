"""Known names replaced by stand-ins before the parser sees them, so that no party's name changes a parse.

The stand-in depends only on the class of the name (person, body, adjective, people), never on whose name it is; parties
renamed throughout a text and its lexicon therefore give the same parse, and claims that mirror.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from truceline.actors.model import Actor, Mention
from truceline.evidence import Span

# Words that the model's training data knows well, of the same grammatical class as what they stand for.
PERSON, BODY, ADJECTIVE, PEOPLE = "Smith", "Canada", "Canadian", "Canadians"
BETWEEN = -1
"""In place of a mention: words that were put between two stretches and stand nowhere in the Text."""
STAND_INS = frozenset(w.lower() for w in (PERSON, BODY, ADJECTIVE, PEOPLE))


@dataclass(frozen=True, slots=True)
class Masked:
    """A sentence with stand-ins. ``cuts`` are (masked start, masked end, original start, original end, mention index)."""

    string: str
    base: int
    cuts: tuple[tuple[int, int, int, int, int], ...]

    def original(self, start: int, end: int) -> tuple[int, int, int | None]:
        """Code points of the Text for masked ``start`` to ``end``, and the mention that the range is (part of), if any.

        A range that touches a stand-in grows to the whole name.
        """
        if not self.cuts or end <= self.cuts[0][0]:
            return self.base + start, self.base + end, None
        first, _, at = self._place(start)
        if at == BETWEEN:
            return first, first, None
        last_start, last, end_at = self._place(end - 1)
        found = at if at is not None else end_at
        return (
            (first if at is not None else last_start - (end - 1 - start), last, found)
            if at == end_at
            else (first, last, found)
        )

    def _place(self, position: int) -> tuple[int, int, int | None]:
        """The original range of one masked character and its mention."""
        i = bisect_right(self.cuts, (position, 1 << 60)) - 1
        if i < 0:
            return self.base + position, self.base + position + 1, None
        _, masked_end, start, end, mention = self.cuts[i]
        if position < masked_end:
            return start, end, mention
        return end + position - masked_end, end + position - masked_end + 1, None


def mask(
    text: str, span: Span, mentions: Sequence[tuple[int, Mention]], actors: Mapping[str, Actor]
) -> Masked:
    """The sentence at ``span`` with each of its mentions (index in the document, mention) replaced by its stand-in."""
    parts: list[str] = []
    cuts: list[tuple[int, int, int, int, int]] = []
    at, length = span.start, 0
    for index, mention in mentions:
        parts.append(text[at : mention.start])
        length += mention.start - at
        word = stand_in(mention, actors)
        parts.append(word)
        cuts.append((length, length + len(word), mention.start, mention.end, index))
        length += len(word)
        at = mention.end
    parts.append(text[at : span.end])
    return Masked("".join(parts), span.start, tuple(cuts))


def joined(first: Masked, second: Masked, between: str) -> Masked:
    """One string of two stretches with the words ``between`` them, which stand nowhere in the Text; the second goes on in a small
    letter.
    """
    at, more = len(first.string), len(between)
    small = second.string[:1].lower() + second.string[1:]
    gap = (at, at + more, second.base, second.base, BETWEEN)
    moved = ((a + at + more, b + at + more, start, end, mention) for a, b, start, end, mention in second.cuts)
    return Masked(f"{first.string}{between}{small}", first.base, (*first.cuts, gap, *moved))


_SORTS = {PERSON: "person", BODY: "body", ADJECTIVE: "adjective", PEOPLE: "people"}


def sort(mention: Mention, actors: Mapping[str, Actor]) -> str:
    """What a mention is: person, body, outlet, adjective or people."""
    found = _SORTS[stand_in(mention, actors)]
    return "outlet" if found == "body" and "outlet" in actors[mention.actors[0]].kinds else found


def stand_in(mention: Mention, actors: Mapping[str, Actor]) -> str:
    """The word that stands for a mention, by its class alone."""
    actor = actors[mention.actors[0]]
    if mention.form == "adjective":
        adjectives = {a.casefold() for a in actor.adjectives}
        return (
            PEOPLE
            if mention.text.casefold().removesuffix("s") in adjectives - {mention.text.casefold()}
            else ADJECTIVE
        )
    return PERSON if actor.person else BODY
