"""``truceline check``: what an agreement leaves open, and where its file does not hold together, as a compiler would say it."""

from __future__ import annotations

from truceline.actors import Lexicon
from truceline.agreement.check import gaps, gates, references
from truceline.agreement.check.warning import Name, Severity, Warning  # noqa: A004 - the field's word
from truceline.agreement.model import Agreement

__all__ = ["Name", "Severity", "Warning", "check"]


def check(agreement: Agreement, lexicon: Lexicon, name: Name = str) -> list[Warning]:
    """Every warning: errors first, then what may be wrong, then what the texts leave open; in the order of codes.

    ``name`` is what the messages call an actor. An actor that actors.yaml lacks is told by its id, which has to be found in the file.
    """
    found = [
        *references.check(agreement, lexicon),
        *gates.check(agreement, name),
        *gaps.check(agreement, name),
    ]
    return sorted(found, key=lambda w: (w.severity.rank, w.code, w.where, w.message))
