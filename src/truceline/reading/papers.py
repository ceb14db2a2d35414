"""Texts that speak: "the statement" is its author's, "the draft" the fullest text of that sort named before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.reading.cast import Cast
from truceline.reading.pronouns import plural
from truceline.reading.sentence import Sentence
from truceline.reading.surface import Surface
from truceline.reading.vocabulary import words
from truceline.reading.voices import Memory, Voice

_AUTHORS = ("person", "body", "office")
_ANY_TEXT = frozenset({"text", "document", "paper"})
_OF_SOMEBODY = re.compile(r" (of|for|by|from|on|in) |[’'](s|\b)")


class Papers:
    """Resolves the words for texts of one text."""

    def __init__(self, memory: Memory, cast: Cast, sentences: Sequence[Sentence] = ()) -> None:
        self.memory, self.cast, self.sentences = memory, cast, sentences

    def resolve(self, found: Surface, base: Voice, index: int) -> Voice:
        """The voice of a text named in sentence ``index``: its author's, that of a text named before, or its own. ``base`` is the voice as written."""
        low, memory = found.text.lower(), self.memory
        joint = low.startswith("the joint ")
        bare = refers_back(found.text) and (len(low.split()) == 2 or low.startswith("the same ") or joint)
        heard = (v for v in reversed(memory.voices) if v.sort == "document" and v.role == found.role)
        if bare and (same := next(heard, None)) is not None:
            return same.again(found.text, found.span, f"'{found.text}': taken from '{same.name}' before")
        last = self._author(low)
        near = last is not None and bool(last.name) and index - last.sentence <= 2
        latest = bool(self.memory.voices) and self.memory.voices[-1] is last and last is not None
        latest = latest and last is not None and index - last.sentence <= 1
        plain = refers_back(found.text) and found.text[1:] == low[1:] and not _OF_SOMEBODY.search(low)
        back = bare or plain and latest or low.startswith(("an earlier ", "a later "))
        authored = found.role in words("names", "authored") or joint or low.startswith(("its ", "their "))
        if back and authored and (author := self._whose(found, index, last if near else None)) is not None:
            return author
        name = found.name or found.text
        if not refers_back(found.text):
            return replace(base, name=name)
        whole = memory.document(name, found.role, index)
        if whole == name and len(low.split()) == 2 and found.role in _ANY_TEXT:
            if (title := self.cast.title(index)) and found.role != "statement":
                return replace(base, name=title, doubt=f"'{found.text}': the one with a title is '{title}'")
            if near:  # it may be theirs or another
                return replace(base, doubt=f"not resolved: '{found.text}'; the text names none")
            return replace(base, name=name, doubt=f"known by the description '{found.text}' only")
        return replace(base, name=whole)

    def _whose(self, found: Surface, index: int, last: Voice | None) -> Voice | None:
        """The author of a text: whoever gave it out, else who spoke ``last``; open where a person spoke and nothing tells that he wrote."""
        issued = self._issued(found.role, index)
        if issued is not None:
            return issued.again(
                found.text, found.span, f"'{found.text}': of '{issued.name}', who gave it out"
            )
        if last is None:
            return None
        told = f"of '{last.name}', who spoke before"
        if last.sort == "person" and found.text.lower().startswith(("the ", "this ", "that ")):
            return last.again(found.text, found.span).open(f"not resolved: '{found.text}'; it may be {told}")
        return last.again(found.text, found.span, f"'{found.text}': {told}")

    def _issued(self, role: str, index: int) -> Voice | None:
        """Whoever speaks in the latest sentence before that brings such a text in: "In a statement, X said", "X issued a statement rejecting"."""
        for at in range(min(index, len(self.sentences)) - 1, -1, -1):
            low = self.sentences[at].low
            if any(w == role and "a" in low[max(0, k - 2) : k] for k, w in enumerate(low)):
                heard = [v for v in self.memory.voices if v.sentence == at and v.name and v.sort in _AUTHORS]
                return heard[0] if heard else None
        return None

    def _author(self, text: str) -> Voice | None:
        """Who spoke last and may have written a text: not the outlet itself; of a communiqué no single person; several of a joint one."""
        last = self.memory.last(*_AUTHORS)
        outlet = self.memory.outlet.casefold().removeprefix("the ")
        if last is None or last.name and outlet and last.name.casefold() in outlet:
            return None
        if "communiqu" in text and last.sort != "body" or text.startswith("the joint ") and not plural(last):
            return None
        return last


def refers_back(text: str) -> bool:
    """Whether a description refers back."""
    return text.lower().startswith(("the ", "this ", "that ", "its ", "his ", "their "))
