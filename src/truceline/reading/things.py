"""Nouns for what is told or thought: "his reply", "the explanation given by X". They have a teller and are none."""

from __future__ import annotations

import re

from truceline.reading.sentence import Sentence
from truceline.reading.subjects import object_of
from truceline.reading.surface import Surface
from truceline.reading.vocabulary import words

_ABSTRACT = re.compile(r".{2,}(tion|sion|ment|ness|ance|ence|ency|ity|ism|ure)$")
_FROM = frozenset({"of", "by", "from"})
_TEXTS = frozenset({"points"})  # of a plan: "the six points do not say"
_GROUPS = ("people_of", "people", "bodies", "documents", "outlets", "human", "titles")


def told(noun: str) -> bool:
    """Whether a noun (in lower case) names what is told, an event or a quality: nobody who could tell anything."""
    if noun in _TEXTS:
        return False
    one = noun.removesuffix("s") if noun.endswith("s") and not noun.endswith("ss") else noun
    if any(w in words("names", key) for key in _GROUPS for w in (noun, one)):
        return False
    return {noun, one} & words("names", "told") != set() or _ABSTRACT.match(one) is not None


def _tells(s: Sentence, k: int) -> bool:
    """Whether it may tell something: "the statement of October" is nobody's."""
    return s.low[k] not in words("figures", "months") | words("figures", "measures") and s.tag[k] != "CD"


def teller(s: Sentence, found: Surface) -> int | None:
    """The noun whose words such a noun is: "X's reply", "the reply of X", "the explanation given by X"; None where it tells none."""
    inside = (k for k in range(len(s)) if found.span.start <= s.start[k] < found.span.end)
    head = next((k for k in inside if s.low[k] == found.role), None)
    if head is None:
        return None
    if (own := s.child(head, "poss")) is not None and s.tag[own] != "PRP$":
        return own if _tells(s, own) else None
    for k in s.kids[head]:
        if s.dep[k] == "prep" and s.low[k] in _FROM:
            whose = object_of(s, k)
            return whose if whose is not None and _tells(s, whose) else None
        if s.dep[k] == "acl" and s.tag[k] == "VBN" and (by := s.child(k, "agent")) is not None:
            return object_of(s, by)
    return None
