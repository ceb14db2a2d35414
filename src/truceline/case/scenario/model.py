"""What a scenario holds: statements with their days, and what the board should then say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from truceline.agreement.model import Pledge, Wish
from truceline.evidence import Finding, Hedge, Interval, Payload, Polarity
from truceline.files import Where

SIDES = "sides"
WHOLE = "all"


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: ``by`` (actor ids) says ``words`` of the provisions ``about``, known ``at`` a day and speaking of ``on``.

    ``checked`` is False for a machine reading that nobody accepted.
    """

    by: tuple[str, ...]
    at: Interval
    about: tuple[str, ...]
    words: str
    payload: Payload | None
    on: Interval = field(default_factory=Interval)
    polarity: Polarity = Polarity.AFFIRMED
    hedge: Hedge = Hedge.NONE
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Expected:
    """What one cell should say: ``matter`` (a provision or gate) as stated by ``viewpoint``.

    ``value`` is met, not met, contested or unknown; ``reason`` a code of status/reasons.yaml, "" where any will do; ``life`` a word
    of the duty's clock, "" where any will do. For a gate ``whose`` is the holder of the condition, "" for a provision.
    """

    matter: str
    viewpoint: str
    value: str = ""
    reason: str = ""
    life: str = ""
    whose: str = ""
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What a scenario expects and the board does not say; ``where`` the line that expects it."""

    what: str
    expected: str
    got: str
    where: Where | None

    def __str__(self) -> str:
        """``file:line:column: p20 as stated by hamas: expected not met, got unknown (no_statement)``."""
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}: expected {self.expected}, got {self.got}"


@dataclass(frozen=True, slots=True)
class Owed:
    """What one account should come to: ``matter`` (a provision or figure) by the figures of ``viewpoint``, in words ("270")."""

    matter: str
    viewpoint: str
    amount: str
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class InMandate:
    """What the matrix of a ``force`` should hold of one ``function``: ``word`` under a text or an actor (``column``).

    Under SIDES the word is "agree", "differ" or "open", of all sides together.
    """

    force: str
    function: str
    column: str
    word: str
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """What the account of what is promised should hold: ``words`` of one ``unit`` in one ``column``, by actor ids (none: of all)."""

    unit: str
    by: tuple[str, ...]
    column: str
    words: str
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """``says`` in, ``expect`` out, ``on`` a day, by what was known ``as_of`` a day; ``name`` is a sentence that can be read aloud.

    ``agreement`` tells that the statements which agreement.yaml itself cites count too; ``dates`` are the deadlines that should
    then lie ahead, day by provision; ``owed`` and ``left`` what the accounts should then come to. ``found`` are findings of the
    mission, ``wishes`` what actors want of a force (by its id), ``pledges`` what is promised; ``mandate`` and ``promised`` what the
    matrix and the account of pledges should then hold.
    """

    name: str
    on: date
    as_of: date
    says: tuple[Said, ...]
    expect: tuple[Expected, ...]
    agreement: bool = False
    dates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    owed: tuple[Owed, ...] = ()
    left: tuple[Owed, ...] = ()
    found: tuple[Finding, ...] = ()
    wishes: tuple[tuple[str, Wish], ...] = ()
    pledges: tuple[Pledge, ...] = ()
    mandate: tuple[InMandate, ...] = ()
    promised: tuple[Promised, ...] = ()
    where: Where | None = None
