"""Who may speak: sides, their organs, their speakers; one person or body has one id and many spellings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Actor:
    """A side, organ, office, person, outlet or group.

    ``of`` is the id of the body it belongs to or speaks for ("hamas" for a speaker of Hamas); a side has none. ``kinds``
    are roles in the agreement (party, guarantor, mediator, monitor, counter, outlet, contributor ...). ``names`` maps language to
    the fullest name, ``aliases`` are further spellings and short forms in any script ("Naim", "Na'im"), ``titles`` the
    descriptions by which a text may refer to it ("the movement", "the prime minister"). ``person`` tells people from bodies,
    ``pronouns`` the pronouns that may refer to it ("he", "she", "it", "they").
    ``group`` is a word such as "un" that puts several sides into one viewpoint column. ``adjectives`` are words such as "Israeli",
    ``metonyms`` a capital said for a government ("Washington"): neither is a name, and both are found only where asked for.
    ``loaded`` repeats those aliases that take a side: found in quotations, never written in our voice. ``given`` are names
    that are also given names ("Jordan", "Israel").
    """

    id: str
    name: str
    of: str | None = None
    kinds: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    role: str = ""
    person: bool = False
    pronouns: tuple[str, ...] = ()
    group: str = ""
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    given: tuple[str, ...] = ()

    def words(self, form: str) -> tuple[str, ...]:
        """The words of one form: name, title, adjective or metonym."""
        if form == "name":
            return tuple(dict.fromkeys((self.name, *self.names.values(), *self.aliases)))
        return {"title": self.titles, "adjective": self.adjectives, "metonym": self.metonyms}[form]


FORMS = ("name", "title", "adjective", "metonym")


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor's name found in a text: code points ``start`` to ``end``, the actors it may mean (more than one: ambiguous).

    ``form`` tells a name from a title ("the movement"), an adjective ("Israeli") or a metonym ("Washington"). ``doubtful`` where the
    name may be part of a person's ("Jordan Baker").
    """

    start: int
    end: int
    text: str
    actors: tuple[str, ...]
    form: str = "name"
    doubtful: bool = False
