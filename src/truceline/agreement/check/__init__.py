"""``truceline check``: what an agreement leaves open, and where its file does not hold together, as a compiler would say it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from truceline.actors import Lexicon
from truceline.agreement.check import (
    actors,
    amended,
    amounts,
    bound,
    clocks,
    duties,
    gaps,
    gates,
    numbers,
    persons,
    reach,
    references,
    texts,
    whole,
)
from truceline.agreement.check.pages import Page, Severity, pages
from truceline.agreement.check.places import places
from truceline.agreement.check.warning import Name, Warning  # noqa: A004 - the field's word
from truceline.agreement.model import Agreement

__all__ = ["Name", "Page", "Severity", "Warning", "check", "pages"]


def check(
    agreement: Agreement,
    lexicon: Lexicon,
    name: Name = str,
    *,
    draft: bool = False,
    issues: Collection[str] | None = None,
) -> list[Warning]:
    """Every warning: errors first, then what may be wrong, then what the texts leave open; in the order of codes.

    ``name`` is what the messages call an actor. An actor that actors.yaml lacks is told by its id, which has to be found in the file;
    of a ``draft``, read without its case, that is a note. ``issues`` are the ids of issues.yaml, None where it is not at hand.
    """
    at = places(agreement)
    unknown = list(actors.check(agreement, lexicon, at))
    found = [
        *(_as_notes(unknown) if draft else unknown),
        *references.check(agreement, at, issues),
        *duties.check(agreement, at),
        *amended.check(agreement, at),
        *bound.check(agreement, lexicon, at, name),
        *clocks.check(agreement, at),
        *numbers.check(agreement, at),
        *amounts.check(agreement, at),
        *persons.check(agreement, lexicon, at),
        *gates.check(agreement, at, name),
        *reach.check(agreement, at),
        *gaps.check(agreement, at, name),
        *whole.check(agreement, at, name),
        *texts.check(agreement, at, name),
    ]
    return sorted(dict.fromkeys(found), key=lambda w: (w.severity.rank, w.code, w.where, w.message))


def _as_notes(unknown: list[Warning]) -> list[Warning]:
    """Unknown actors of a draft: each once, where it stands first."""
    first: dict[tuple[str, ...], Warning] = {}
    for warning in sorted(unknown, key=lambda w: w.where):
        first.setdefault(warning.matters, replace(warning, severity=Severity.NOTE))
    return list(first.values())
