"""Which name stands for an actor: one that is on the page, the lexicon's where it only spells that out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from truceline.actors.model import Actor, Mention

_SMALL = frozenset({"the", "of", "for", "and", "in", "a", "an", "al", "el", "abu"})


def written(mentions: Iterable[Mention]) -> dict[str, str]:
    """For each actor the fullest name by which the text calls it."""
    found: dict[str, str] = {}
    for mention in mentions:
        if len(mention.actors) == 1 and mention.form == "name":
            words, actor = mention.text.split(), mention.actors[0]
            if len(words) > len(found.get(actor, "").split()):
                found[actor] = " ".join(words)
    return found


def best(actor: Actor, name: str, fullest: Mapping[str, str]) -> str:
    """The lexicon's name if it shares a word with the text's fullest one ("Naim": "Bassem Naim"), else that one."""
    told = (
        fullest.get(actor.id, name) if len(fullest.get(actor.id, "").split()) >= len(name.split()) else name
    )
    if _words(actor.name) & (_words(told) | _words(name)):
        return actor.name
    return told.removeprefix("the ").removeprefix("The ")


def _words(name: str) -> set[str]:
    flat = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in flat if c.isalnum() or c.isspace() or c == "-").replace("-", " ")
    return set(plain.split()) - _SMALL
