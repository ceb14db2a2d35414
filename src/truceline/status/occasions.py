"""The occasions of a duty owed "each time": what one account states as done, in whole or in part, of the duty it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from truceline.agreement.model import Provision
from truceline.evidence import Basis, Evidence, Truth
from truceline.status import quantities
from truceline.status.holding import amount_of, day_of, figure_of, says


def occasions(rows: Iterable[Evidence], provision: Provision, as_of: date, on: date) -> tuple[Evidence, ...]:
    """The checked statements, known by ``as_of`` and of the day ``on`` or before, that something of the duty was done; the oldest first.

    A part is an occasion, too: "two of the twenty". General words name none. A total said again, or a lower one, is no new one.
    """
    told = (r for r in rows if r.checked and not r.general and r.known <= as_of and day_of(r) <= on)
    done = (
        r for r in told if r.truth is Truth.MET or (r.truth is not Truth.NOT_MET and _counts(r, provision))
    )
    return tuple(_new(sorted(done, key=lambda r: (day_of(r), r.claim))))


def _counts(row: Evidence, provision: Provision) -> bool:
    """Whether it is a number above zero of what the duty owes."""
    if not says(row) or figure_of(row).per or not amount_of(figure_of(row)).low:
        return False
    said = quantities.words(figure_of(row).counts)
    owed = [t.counts for t in provision.targets]
    same = any(said == quantities.words(phrase) for phrase in provision.cues.counts)
    return same or any(quantities.words(counts) <= said for counts in owed)


def _new(rows: Iterable[Evidence]) -> Iterator[Evidence]:
    """Without the totals that tell nothing new of their holder."""
    highest: dict[tuple[str, str], Fraction] = {}
    for row in rows:
        if row.figure is not None and row.figure.basis is Basis.TOTAL and row.truth is not Truth.MET:
            low, key = amount_of(row.figure).low or Fraction(0), (row.holder, row.figure.counts)
            if low <= highest.get(key, Fraction(0)):
                continue
            highest[key] = low
        yield row
