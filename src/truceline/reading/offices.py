"""Whom the description of an office means: "Israel's foreign minister" is no name, but the text may name the one who fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.actors import Lexicon
from truceline.reading.sentence import Sentence
from truceline.reading.surface import Surface
from truceline.reading.vocabulary import words

_ADD = frozenset({"added", "adds", "continued", "adding"})
# Of a title these tell nothing: anybody may be an official.
_EMPTY = frozenset({"official", "member", "senior", "deputy", "former", "acting", "state", "special", "high", "general", "vice", "figure"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a sentence names them: the words of the title before the name, and the actors named in that title."""

    name: str
    actors: tuple[str, ...]
    title: frozenset[str]
    bodies: frozenset[str]
    adds: bool


def holder(
    lexicon: Lexicon, found: Surface, sentences: Sequence[Sentence], index: int
) -> tuple[str, tuple[str, ...]] | None:
    """Name and actors of the one person near sentence ``index`` who holds the office; None where none or several may."""
    near = [s for at, s in enumerate(sentences[index - 1 if index else 0 : index + 2])]
    people = [p for s in near for p in persons(s)]
    wanted = frozenset(w for w in found.text.lower().split() if w in words("names", "titles")) - _EMPTY
    fitting = {p.name: p for p in people if wanted and _fits(lexicon, p, wanted, found.org_actors)}
    if not fitting and index + 1 < len(sentences):
        fitting = {
            p.name: p
            for p in persons(sentences[index + 1])
            if p.adds and _agrees(lexicon, p, found.org_actors)
        }
    known = {p.actors or (p.name,): p for p in fitting.values()}
    if len(known) != 1:
        return None
    person = next(iter(known.values()))
    return person.name, person.actors


def goes_on(found: Surface, s: Sentence) -> bool:
    """Whether the description stands with "added": then whoever spoke before goes on."""
    return any(
        low in _ADD
        and any(s.dep[k] == "nsubj" and found.span.start <= s.start[k] < found.span.end for k in s.kids[v])
        for v, low in enumerate(s.low)
    )


def persons(s: Sentence) -> Iterator[Person]:
    """The persons that a sentence names: those of the lexicon, and names with a title before them."""
    for k in range(len(s)):
        if s.sort[k] != "person" and not (s.tag[k] == "NNP" and not s.sort[k] and _last(s, k)):
            continue
        a = k
        while (
            a > 0 and not s.sort[k] and s.tag[a - 1] == "NNP" and s.low[a - 1] not in words("names", "titles")
        ):
            if s.sort[a - 1]:
                break
            a -= 1
        first = a
        while first > 0 and (s.is_noun(first - 1) or s.tag[first - 1] in ("JJ", "POS") or s.sort[first - 1]):
            first -= 1
        title = frozenset(s.low[first:a]) & words("names", "titles")
        if s.sort[k] != "person" and not title:
            continue
        bodies = frozenset(i for m in range(first, a) for i in s.name[m])
        adds = s.low[s.head[k]] in _ADD and s.dep[k] == "nsubj"
        yield Person(s.words(a, k), s.name[k], title, bodies, adds)


def _last(s: Sentence, k: int) -> bool:
    return (k + 1 == len(s) or s.tag[k + 1] != "NNP") and s.low[k] not in words("names", "titles")


def _fits(lexicon: Lexicon, person: Person, wanted: frozenset[str], org: tuple[str, ...]) -> bool:
    """Same office by the title in the text or by the lexicon's role, and no other body or state."""
    actor = lexicon.actors.get(person.actors[0]) if len(person.actors) == 1 else None
    told = person.title
    if actor is not None:
        told = told | frozenset(" ".join((actor.role, *actor.titles)).lower().split())
    return wanted <= told and _agrees(lexicon, person, org)


def _agrees(lexicon: Lexicon, person: Person, org: tuple[str, ...]) -> bool:
    """Whether the body of the description may be the person's."""
    if not org:
        return True
    if person.bodies:
        return bool(person.bodies & set(org))
    chain = lexicon.chain(person.actors[0]) if len(person.actors) == 1 else ()
    return len(chain) < 2 or bool(set(org) & set(chain))
