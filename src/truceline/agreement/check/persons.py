"""T066: names of persons where an account counts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from truceline.actors import Lexicon
from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Warning, tell  # noqa: A004
from truceline.agreement.model import Agreement, Provision
from truceline.files import Where

_BETWEEN = re.compile(r"[,;:]|\band\b|[()]")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ -](?:al-|el-|ben |bin |abu )?[^\W\d_a-z][^\W\d_]+){1,3}")
_FEW = 2


def check(agreement: Agreement, lexicon: Lexicon, at: Places) -> Iterator[Warning]:
    """Two names or more in a row, in words of an account or of what it counts; actors that are no persons are known by name."""
    for where, what, words in _words(agreement, at):
        if len(names(words, lexicon)) >= _FEW:
            yield tell("T066", where, f"{what} seems to list persons by name", what)


def names(words: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What reads like the name of a person and is none of the bodies, countries and places that the lexicon knows."""
    parts = (m[0] for part in _BETWEEN.split(words) for m in _NAME.finditer(part))
    known = {n.casefold() for a in lexicon.actors.values() if not a.person for n in (a.name, *a.aliases)}
    return tuple(p for p in parts if p.casefold() not in known)


def _words(agreement: Agreement, at: Places) -> Iterator[tuple[Where, str, str]]:
    for a in agreement.accounts.values():
        yield at("accounts", a.id, "name"), f"account {a.id}", a.name
        yield at("accounts", a.id, "note"), f"account {a.id}", a.note
        for id_ in a.provisions:
            if id_ in agreement.provisions:
                yield from _counted(agreement.provisions[id_], at)
    for f in agreement.figures.values():
        yield from ((at("figures", f.id), f"figure {f.id}", w) for w in (f.name, *f.counts, f.unit))


def _counted(p: Provision, at: Places) -> Iterator[tuple[Where, str, str]]:
    yield at("provisions", p.id, "object"), f"object of {p.id}", p.object
    for i, t in enumerate(p.targets):
        yield at("provisions", p.id, "targets", i), f"a target of {p.id}", t.counts
    for i, row in enumerate(p.progress):
        for words in (row.counts, row.state, row.note):
            yield at("provisions", p.id, "progress", i), f"progress of {p.id}", words
