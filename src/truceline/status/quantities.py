"""A stated figure set beside the quantity owed, as intervals: what it shows, or why it shows nothing.

"600 to 800 a day" meets 600 a day; 459 a day does not; "more than 450" leaves it open. A total is never set against a
rate, nor trucks offloaded against trucks entered (docs/decisions/0021-figures-against-what-is-owed.md).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from truceline.agreement.model import Deed, Provision, Target
from truceline.evidence import Basis, Figure, Truth
from truceline.evidence.lengths import DAYS
from truceline.files import yaml
from truceline.status.reasons import Reason

_STRICT = ("more than", "over", "above", "less than", "under", "below", "fewer than")
# Words of a noun phrase that change nothing about what is counted.
_SMALL = frozenset({"of", "the", "a", "an", "in", "into", "to", "per", "and", "that", "have", "been", "were"})


class Outcome(NamedTuple):
    """What a figure shows about a duty; ``reason`` is ``computed`` where it shows something."""

    truth: Truth
    reason: Reason


class Bounds(NamedTuple):
    """From ``low`` to ``high``; ``above`` and ``below`` where the end itself is left out ("more than 600")."""

    low: float
    high: float
    above: bool = False
    below: bool = False


@cache
def _margins() -> Mapping[str, tuple[float, float]]:
    margins = yaml.own(Path(__file__).with_name("approximators.yaml"))
    return {words: (low, high) for words, (low, high) in margins.items()}


def bounds(figure: Figure) -> Bounds:
    """The values a figure leaves possible: one end open for a bound, widened for "around"."""
    words = figure.approximator.casefold().strip()
    strict = words.startswith(_STRICT)
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    if figure.low is not None and figure.low == figure.high:
        down, up = _margins().get(words, (1.0, 1.0))
        return Bounds(low * down, high * up, below=down < up == 1.0)
    return Bounds(low, high, above=strict and high == math.inf, below=strict and low == -math.inf)


def compare(figure: Figure, target: Target, deed: Deed, counts: Iterable[str] = ()) -> Outcome:
    """What the figure shows about one target: a least amount for a duty, a ceiling for a ban, unless its direction says otherwise.

    A duty with a ceiling only and no direction ("up to 600") owes no amount that could be missed. ``counts`` are phrases that the
    agreement's author says measure the duty, beside the target's own. A target by formula has to be reckoned before
    (status/holding.py); one that is not leaves what is owed open.
    """
    if not comparable(figure, target, counts):
        return _at_least(figure, target, deed, counts)
    direction = target.direction or ("down" if deed is Deed.PROHIBITION else "up")
    if target.formula:
        span = _per_day(bounds(figure), figure, target)
        return _reckoned(span, target, ceiling=direction == "down")
    least = target.low if direction != "down" else None
    most = target.high if direction != "up" else None
    if least is None and most is None:
        return Outcome(Truth.UNKNOWN, Reason.NO_TARGET)
    span = _per_day(bounds(figure), figure, target)
    ends = [_reached(span, least)] if least is not None else []
    ends += [_under(span, most)] if most is not None else []
    kept, missed = all(k for k, _ in ends), any(m for _, m in ends)
    if kept or missed:
        return Outcome(Truth.MET if kept else Truth.NOT_MET, Reason.COMPUTED)
    return Outcome(Truth.UNKNOWN, Reason.UNDECIDED)


def _at_least(figure: Figure, target: Target, deed: Deed, counts: Iterable[str]) -> Outcome:
    """What a figure that is not comparable shows all the same: what was done in a period is a part of all that was done, so that it meets
    a least amount which it reaches by itself. It never shows that one is missed.
    """
    differs = Outcome(Truth.UNKNOWN, Reason.UNITS_DIFFER)
    if figure.basis is not Basis.NEW or deed is not Deed.OBLIGATION or target.direction or figure.per:
        return differs
    low = bounds(figure).low
    whole = replace(
        figure, basis=Basis.TOTAL, low=None if low == -math.inf else low, high=None, approximator=""
    )
    if not comparable(whole, target, counts):
        return differs
    found = compare(whole, target, deed, counts)
    return found if found.truth is Truth.MET else differs


def share(figure: Figure, target: Target, counts: Iterable[str] = ()) -> Bounds | None:
    """The part of a least amount that the figure comes to, as an interval; None where they are not comparable or nothing is owed."""
    if not target.low or not comparable(figure, target, counts):
        return None
    span = _per_day(bounds(figure), figure, target)
    return Bounds(span.low / target.low, span.high / target.low)


def _reckoned(span: Bounds, target: Target, *, ceiling: bool) -> Outcome:
    """Beside an amount by formula, which is itself known between bounds: it decides only where no amount within them would differ."""
    least = -math.inf if target.low is None else target.low
    most = math.inf if target.high is None else target.high
    if target.low is None and target.high is None:
        return Outcome(Truth.UNKNOWN, Reason.OWED_OPEN)
    far, near = (least, most) if ceiling else (most, least)
    decide = _under if ceiling else _reached
    kept, missed = decide(span, far)[0], decide(span, near)[1]
    if kept or missed:
        return Outcome(Truth.MET if kept else Truth.NOT_MET, Reason.COMPUTED)
    return Outcome(Truth.UNKNOWN, Reason.UNDECIDED)


def _reached(span: Bounds, limit: float) -> tuple[bool, bool]:
    return span.low >= limit, span.high < limit or (span.below and span.high == limit)


def _under(span: Bounds, limit: float) -> tuple[bool, bool]:
    return span.high <= limit, span.low > limit or (span.above and span.low == limit)


def _per_day(span: Bounds, figure: Figure, target: Target) -> Bounds:
    if not target.per or unit(figure.per) == unit(target.per):
        return span
    factor = float(DAYS[unit(target.per)] / DAYS[unit(figure.per)])
    return Bounds(span.low * factor, span.high * factor, span.above, span.below)


def comparable(figure: Figure, target: Target, counts: Iterable[str] = ()) -> bool:
    """Whether both count the same things in the same manner: rate with rate, total with total, unit with unit."""
    if target.per:
        mine, owed = unit(figure.per), unit(target.per)
        if not (mine == owed or (mine in DAYS and owed in DAYS)):
            return False
    elif figure.per or figure.basis is not Basis.TOTAL:
        return False
    if figure.unit and target.unit and words(figure.unit) != words(target.unit):
        return False
    said = words(figure.counts)
    if target.direction:  # the author's other words may count the other way: "released" beside "still held"
        return words(target.counts) <= said
    return words(target.counts) <= said or any(said == words(phrase) for phrase in counts)


def unit(per: str) -> str:
    """A unit in the singular."""
    return per.casefold().strip().removesuffix("s")


@cache
def words(phrase: str) -> frozenset[str]:
    """The words of a phrase that tell what is counted, in the singular."""
    found = re.findall(r"[^\W_]+", phrase.casefold())
    return frozenset(word.removesuffix("s") for word in found if word not in _SMALL)


def against(figure: Figure, targets: tuple[Target, ...], provision: Provision) -> Outcome:
    """What the figure shows about all quantities owed: one outcome where the comparable ones agree.

    A figure that reaches one of several different quantities shows a part only; one that falls short of any shows
    that the duty as a whole is not met. A target without a least amount ("up to 600") settles nothing beside others.
    """
    if not targets:
        unpublished = provision.text == "unpublished"
        return Outcome(Truth.UNKNOWN, Reason.TEXT_UNPUBLISHED if unpublished else Reason.NO_TARGET)
    outcomes = [compare(figure, target, provision.deed, provision.cues.counts) for target in targets]
    comparable_ones = [outcome for outcome in outcomes if outcome.reason is not Reason.UNITS_DIFFER]
    same = [outcome for outcome in comparable_ones if outcome.reason is not Reason.NO_TARGET]
    if not same:
        return (comparable_ones or outcomes)[0]
    if len({outcome.truth for outcome in same}) > 1:
        return Outcome(Truth.UNKNOWN, Reason.TARGETS_DIFFER)
    if same[0].truth is Truth.MET and len(comparable_ones) < len(outcomes):
        return Outcome(Truth.UNKNOWN, Reason.PART_ONLY)
    return same[0]
