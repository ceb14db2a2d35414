"""What stands around the duties: who is bound, who counts what, what is said to be done, what a draft answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from truceline.agreement.source import Source
from truceline.evidence import Interval


@dataclass(frozen=True, slots=True)
class Consent:
    """An actor's stance on a text as a whole: accept, partial (without ``excludes``), reject; ``act`` how it was given."""

    actor: str
    instrument: str
    stance: str
    at: Interval = field(default_factory=Interval)
    excludes: tuple[str, ...] = ()
    act: str = ""
    source: Source = field(default_factory=Source)


TEXT = "text"
"""In place of an actor: the text itself says so, and nobody asserts it."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Actors (``who``) that signed nothing and are bound ``through`` another, or one of several: a state that answers for a group, a signature for allies.

    ``by`` who says so: empty or ``text`` for the text itself, then ``article`` tells where. What somebody asserts counts from the day of
    its source (design.md, difficulty 11).
    """

    who: tuple[str, ...]
    through: tuple[str, ...]
    by: tuple[str, ...] = ()
    article: str = ""
    words: str = ""
    source: Source = field(default_factory=Source)
    at: Interval = field(default_factory=Interval)

    @property
    def of_text(self) -> bool:
        """Whether the text itself says so."""
        return all(actor == TEXT for actor in self.by)

    def known(self, as_of: date) -> bool:
        """Whether it was said by the day; what cites nobody counts from its own day, the text's bond on every day."""
        said = self.source.date.latest or self.at.latest
        return self.of_text or said is None or said <= as_of


@dataclass(frozen=True, slots=True)
class Place:
    """Another text in which a duty stands, and where in it; ``words`` where that text words it differently."""

    instrument: str
    article: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Precedence:
    """Which text goes first, as somebody orders them; the texts themselves declare nothing unless ``by`` is "text".

    ``instrument`` and ``article`` tell which text declares it. Where a duty has a clock of each of two texts, the one that goes first is
    the duty's: for all where a text says so, else for those who do.
    """

    by: str
    order: tuple[str, ...]
    source: Source = field(default_factory=Source)
    instrument: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """What somebody says is done under a duty, on a day: a number of what is counted, or a state in words."""

    by: tuple[str, ...]
    at: Interval
    counts: str = ""
    low: float | None = None
    high: float | None = None
    unit: str = ""
    state: str = ""
    note: str = ""
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Counter:
    """Whose count, of whose acts, in which unit, since when; ``classes`` are what the counter says it counts.

    ``base`` is the day counted from in the counter's own figures. ``unit`` "undefined" where nothing held says what one is.
    """

    by: str
    counts: str
    side: str = ""
    unit: str = ""
    classes: tuple[str, ...] = ()
    base: Interval = field(default_factory=Interval)
    note: str = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """What a party demands of a draft, and how the draft is said to answer it.

    ``answer`` is answered, partly, silent, contradicted or no_guarantee; ``basis`` "text" where the draft was read here,
    "said" where somebody reports it, then ``answered_by``.
    """

    by: str
    text: str
    answer: str
    basis: str = "said"
    answered_by: str = ""
    guarantee: str = ""
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft text and the demands set against it; ``held`` whether the draft itself lies in the case folder."""

    id: str
    name: str
    ceasefire: str = ""
    held: bool = False
    at: Interval = field(default_factory=Interval)
    demands: tuple[Demand, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """A short account of the report: the duties it lists, in order ("exchange": living, deceased, prisoners ...).

    ``receivers`` are, by provision, the actors who can confirm what is handed over; left out, the beneficiaries. Numbers only.
    """

    id: str
    name: str
    provisions: tuple[str, ...]
    note: str = ""
    receivers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure that formulas reckon with: a count of ``counts`` stated under ``provision``, or one worked out by ``formula``.

    ``counts`` are the phrases of which a stated figure must be one, so that trucks entered, offloaded and collected stay three
    things; ``per`` makes it a rate. ``by`` and ``source`` where somebody asserts the formula.
    """

    id: str
    name: str
    provision: str = ""
    counts: tuple[str, ...] = ()
    unit: str = ""
    per: str = ""
    formula: str = ""
    by: str = ""
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a zone as somebody measures it, in percent."""

    by: tuple[str, ...]
    low: float | None
    high: float | None
    at: Interval = field(default_factory=Interval)
    source: Source = field(default_factory=Source)
