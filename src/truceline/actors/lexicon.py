"""Names in texts: the longest spelling that stands as whole words, with exact places; several owners stay several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any

from truceline.actors.fold import fold, spellings, stretched
from truceline.actors.model import FORMS, Actor, Mention

_WORD = re.compile(r"\w+")
_NEXT_NAME = re.compile(r" [A-Z][a-z]+")
# Conjunctions, prepositions and the article that Arabic and Hebrew write in one with the name: "and Hamas", "to Israel",
# "when Hamas".
_PREFIX = re.compile(r"(?:[وف][بلكس]?|[بلكس]|ו?(?:לכש|כש|מש|ש)?[בלהמכ]?)(?=\w{2})")
_FIRST_OF_HEBREW = "\u0590"

Entry = tuple[str, tuple[str, ...]]  # folded spelling, actor ids


class Lexicon:
    """Actors by id, and their spellings. Immutable; ``merged`` gives a new one."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self.actors: Mapping[str, Actor] = {a.id: a for a in actors}
        self._owners: dict[str, dict[str, tuple[str, ...]]] = {form: self._index(form) for form in FORMS}
        self._starts: dict[tuple[str, ...], dict[str, list[tuple[str, str, tuple[str, ...]]]]] = {}
        self._given = {s for a in self.actors.values() for g in a.given for s in spellings(g)}
        self._folded: dict[str, tuple[str, ...]] | None = None

    @classmethod
    def builtin(cls) -> Lexicon:
        """States, bodies of the UN and others, agencies and outlets, and parties whose names nobody disputes."""
        return _builtin()

    def merged(self, other: Lexicon) -> Lexicon:
        """Both; of an actor in both, ``other`` fills and overrides single fields, and spellings are united."""
        joined = dict(self.actors)
        for actor in other.actors.values():
            joined[actor.id] = _joined(joined[actor.id], actor) if actor.id in joined else actor
        return Lexicon(joined.values())

    def own(self) -> frozenset[str]:
        """The ids of a case: those that actors.yaml adds or says more of, without the hundreds that come with Truceline."""
        builtin = _builtin().actors
        return frozenset(id_ for id_, actor in self.actors.items() if actor != builtin.get(id_))

    def mentions(self, text: str, forms: Collection[str] = ("name",)) -> list[Mention]:
        """Every mention in the order of the text, none within another; by default names only, no titles or adjectives."""
        wanted = tuple(f for f in FORMS if f in forms)
        starts = self._by_first_word(wanted)
        folded, places = fold(text)
        found: list[Mention] = []
        done = 0
        for word in _WORD.finditer(folded):
            if word.start() < done:
                continue
            hit = _longest(starts, folded, word)
            if hit is None:
                continue
            start, end, form, owners = hit
            found.append(self._mention(text, folded, places, start, end, form, owners))
            done = end
        return found

    def lookup(self, name: str) -> tuple[Actor, ...]:
        """The actors a whole string may mean: none, one, or several (ambiguous, never guessed).

        Names go before titles, titles before adjectives and metonyms; case, a leading article and 's are let go.
        """
        key = _key(name)
        for form in FORMS:
            owners = self._plain(form).get(key)
            if owners:
                return tuple(self.actors[o] for o in owners)
        return ()

    def only(self, name: str) -> Actor | None:
        """The one actor that a whole string means; None where it means none or several."""
        found = self.lookup(name)
        return found[0] if len(found) == 1 else None

    def chain(self, id: str) -> tuple[str, ...]:  # noqa: A002 - the field is called so
        """The actor, the body it belongs to, and so on up to its side; an actor not held stands alone."""
        found = [id]
        while (actor := self.actors.get(found[-1])) and actor.of and actor.of not in found:
            found.append(actor.of)
        return tuple(found)

    def side(self, id: str) -> str:  # noqa: A002
        """The responsible side: the end of the chain."""
        return self.chain(id)[-1]

    def _index(self, form: str) -> dict[str, tuple[str, ...]]:
        owners: dict[str, list[str]] = {}
        for actor in self.actors.values():
            for word in actor.words(form):
                for spelling in spellings(word):
                    held = owners.setdefault(spelling, [])
                    if actor.id not in held:
                        held.append(actor.id)
        return {spelling: tuple(ids) for spelling, ids in owners.items()}

    def _by_first_word(self, forms: tuple[str, ...]) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
        """Spellings by their first word, the longest first; a name goes before a title of the same spelling."""
        if forms not in self._starts:
            rows: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {}
            for form in forms:
                for spelling, owners in self._owners[form].items():
                    first = _WORD.match(spelling)
                    if first:
                        rows.setdefault(first.group(), []).append((spelling, form, owners))
            self._starts[forms] = {
                k: sorted(v, key=lambda r: (-len(r[0]), FORMS.index(r[1]))) for k, v in rows.items()
            }
        return self._starts[forms]

    @cache  # noqa: B019 - a lexicon lives as long as its case
    def _plain(self, form: str) -> dict[str, tuple[str, ...]]:
        rows: dict[str, tuple[str, ...]] = {}
        for spelling, owners in self._owners[form].items():
            key = _key(spelling)
            rows[key] = tuple(dict.fromkeys(rows.get(key, ()) + owners))
        return rows

    def _mention(
        self,
        text: str,
        folded: str,
        places: tuple[int, ...] | None,
        start: int,
        end: int,
        form: str,
        owners: tuple[str, ...],
    ) -> Mention:
        doubtful = folded[start:end] in self._given and self._runs_on(folded, end)
        if places is not None:
            start, end = places[start], stretched(text, places[end - 1] + 1)
        return Mention(start, end, text[start:end], owners, form, doubtful)

    def _runs_on(self, folded: str, end: int) -> bool:
        """Whether a further name follows that begins no mention of its own."""
        match = _NEXT_NAME.match(folded, end)
        return match is not None and match.group().strip() not in self._by_first_word(FORMS)


def _longest(
    starts: Mapping[str, list[tuple[str, str, tuple[str, ...]]]], folded: str, word: re.Match[str]
) -> tuple[int, int, str, tuple[str, ...]] | None:
    start, text = word.start(), word.group()
    rows = starts.get(text)
    hit = _match(rows, folded, start) if rows else None
    if hit is None and text[0] >= _FIRST_OF_HEBREW:
        prefix = _PREFIX.match(text)
        if prefix and prefix.end():
            for cut in range(1, prefix.end() + 1):
                hit = hit or _match(starts.get(text[cut:]), folded, start + cut)
    return hit


def _match(
    rows: list[tuple[str, str, tuple[str, ...]]] | None, folded: str, start: int
) -> tuple[int, int, str, tuple[str, ...]] | None:
    for spelling, form, owners in rows or ():
        end = start + len(spelling)
        if folded.startswith(spelling, start) and not (
            end < len(folded) and (folded[end].isalnum() or folded[end] == "_")
        ):
            return start, end, form, owners
    return None


def _key(name: str) -> str:
    words = fold(name)[0].casefold().replace("-", " ").removesuffix("'s").removesuffix("'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words).replace("'", "")


def _joined(mine: Actor, theirs: Actor) -> Actor:
    changed: dict[str, Any] = {}
    for field in fields(Actor):
        old, new = getattr(mine, field.name), getattr(theirs, field.name)
        if isinstance(old, tuple):
            changed[field.name] = tuple(dict.fromkeys((*old, *new)))
        elif field.name == "names":
            changed[field.name] = {**old, **new}
        else:
            changed[field.name] = new or old
    return replace(mine, **changed)


@cache
def _builtin() -> Lexicon:
    from truceline.actors.loading import builtin_actors

    return Lexicon(builtin_actors())
