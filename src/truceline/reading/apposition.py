"""Noun phrases that the parse cuts too short: a name joined in front, one behind "known as", one before an apposition."""

from __future__ import annotations

from truceline.reading.frames import Phrase
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words

_OFFICE = 4  # tokens: an office with its article, what it is of, and a comma
_FAR = 16
_OPENERS = frozenset({"as", "that", "while", ",", ";"})  # what an office stands behind
_ARTICLES = frozenset({"a", "an", "the", "one"})
_HELD = frozenset({"of", "for", "in", "at"})


def widened(s: Sentence, phrase: Phrase) -> Phrase:
    """The phrase with the name joined in front, where the parse leaves that out at the start of a clause: "X and Y said"."""
    a = phrase.a
    if a < 2 or s.low[a - 1] != "and" or not s.sort[a - 2] or s.sort[a - 2] != s.sort[phrase.head]:
        return phrase
    opens = a == 2 or s.low[a - 3] in (",", ";")
    apart = s.is_verb(s.head[a - 2]) and s.head[a - 2] != s.head[phrase.head] and s.head[phrase.head] != a - 2
    return Phrase(a - 2, phrase.b, phrase.head) if opens and not apart else phrase


def with_office(s: Sentence, phrase: Phrase) -> Phrase:
    """The phrase with the office in front of the name, from which the parse cut it off: "as *a member of the bureau of the League,* X, has stated"."""
    a, b = phrase.a, phrase.b
    if a < _OFFICE or s.low[a - 1] != "," or s.low[b + 1 : b + 2] != [","] or not s.is_name(a):
        return phrase
    first = a - 1
    while first > max(a - _FAR, 0) and s.low[first - 1] not in _OPENERS and not s.is_verb(first - 1):
        first -= 1
    first += s.low[first] in ("and", "but")
    offices = words("names", "titles") | words("names", "human")
    held = (
        s.low[k + 1] in _HELD
        for k in range(first + 1, min(first + _OFFICE + 1, a - 1))
        if s.low[k] in offices
    )
    return Phrase(first, b, phrase.head) if s.low[first] in _ARTICLES and next(held, False) else phrase


def alias(s: Sentence, phrase: Phrase) -> int | None:
    """The name at the end of "an officer known only as Captain Reed", "a man who calls himself Teal"."""
    last = len(s) - 1
    apposed = (
        phrase.b + 2 < len(s)
        and s.low[phrase.b + 1] == ","
        and s.low[phrase.b + 2] in ("a", "an", "the", "who")
    )
    for k in range(phrase.head + 2, min(last, phrase.b + 12) if apposed else phrase.b):
        known = s.low[k] == "as" and any(w in ("known", "identified", "introduced") for w in s.low[k - 2 : k])
        if (known or s.low[k] in ("himself", "herself") and s.low[k - 1].startswith("call")) and s.tag[
            k + 1
        ].startswith("NNP"):
            end = k + 1
            while end < last and s.tag[end + 1].startswith("NNP"):
                end += 1
            return end
    return None


def held_by(s: Sentence, phrase: Phrase) -> int | None:
    """The last token of the name behind the known name of an office: "the UN Secretary-General, António Guterres,"."""
    head = phrase.head
    if s.sort[head] != "body" or s.words(head, head).lower().replace("-", " ").split()[-1] not in words(
        "names", "titles"
    ):
        return None
    a = head + 2
    if (
        a > phrase.b
        or s.low[head + 1] != ","
        or not s.tag[a].startswith("NNP")
        or s.name[a]
        and s.sort[a] != "person"
    ):
        return None
    end = a
    while end < phrase.b and s.tag[end + 1].startswith("NNP") and not s.name[end + 1]:
        end += 1
    return end if s.sort[a] == "person" or end > a else None


def apposed_to(s: Sentence, found: Phrase | None) -> Phrase | None:
    """The name that an apposition stands with, where only the apposition's last noun was found: "X, the envoy to Y, said"."""
    if found is None or found.a < 5 or s.tag[found.a - 1] != "IN":
        return found
    comma = next((k for k in range(found.a - 2, max(found.a - 12, 1), -1) if s.low[k] == ","), None)
    if comma is None or not s.is_name(comma - 1) or s.tag[comma + 1] not in ("DT", "PRP$", "NN", "JJ", "NNP"):
        return found
    offices = words("names", "people") | words("names", "titles")
    if not any(s.low[k] in offices for k in range(comma + 1, found.a)):
        return found
    a = comma - 1
    while a > 0 and s.is_name(a - 1) and not s.sort[a - 1]:
        a -= 1
    return Phrase(a, found.b, comma - 1)


def person_beside(s: Sentence, phrase: Phrase, last: int) -> bool:
    """Whether a name of two words or more ends the phrase behind a comma and names a person of the office before it, though the parse sets it
    beside a place: "the army's spokesman in Kampala, *Felix Kulayigye*,"; "a spokesman in Goma, North Kivu," names a place.
    """
    a = last
    while a > phrase.head and s.low[a - 1] != "," and (s.tag[a - 1].startswith("NNP") or s.low[a - 1] == "-"):
        a -= 1
    if a == last or s.low[a - 1] != "," or last < phrase.b and s.low[last + 1] != ",":
        return False
    if s.low[phrase.head] not in words("names", "people") | words("names", "titles") or s.name[last]:
        return False
    return not of_a_place(s, a, last) and s.low[last] not in words("names", "bodies")


def of_a_place(s: Sentence, a: int, last: int) -> bool:
    """Whether a name of several words is one of a place by its first or last word: "North Kivu", "Tarn Province"."""
    return a < last and (
        s.low[a] in words("names", "places_open") or s.low[last] in words("names", "places_end")
    )


def of_the_nearer(s: Sentence, head: int, name: int) -> bool:
    """Whether a name may as well explain a nearer body: "the command of the movement's army, the TNA,"."""
    bodies = words("names", "bodies")
    nearer = (k for k in range(head + 1, name) if s.low[k] in bodies and s.dep[k] == "pobj" and not s.name[k])
    return s.low[head] in bodies and not s.is_name(head) and next(nearer, None) is not None
