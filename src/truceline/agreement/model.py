"""An agreement as data: instruments, anchors, phases, provisions, gates. Frozen; loading and checking live beside.

What the text leaves open stays open here: a gate may have no formula, an anchor several values, a duty no deadline.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from truceline.agreement.source import Source
from truceline.agreement.standing import (
    TEXT,
    Account,
    Bond,
    Consent,
    Counter,
    Draft,
    Figured,
    Place,
    Precedence,
    Progress,
    Share,
)
from truceline.evidence import Claim, Interval, Link
from truceline.files import Where

__all__ = [
    "TEXT", "Account", "Agreement", "Amendment", "Anchor", "AnchorValue", "AssertedFormula", "Assertion", "Bond", "Clock", "Consent", "Counter", "Cues", "Deed",
    "Draft", "Figured", "Gate", "Instrument", "Mandate", "Phase", "Place", "Pledge", "Precedence", "Progress", "Provision", "Share", "Source", "Target",
    "Where", "Wish", "Zone",
]  # fmt: skip


class Deed(StrEnum):
    """What a provision does."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One text of the agreement; ``text`` is public, reported, leaked or unpublished (then it cannot be assessed)."""

    id: str
    name: str
    kind: str = ""
    date: Interval = field(default_factory=Interval)
    text: str = "public"
    parent: str | None = None
    signed_by: tuple[str, ...] = ()
    expires: Interval = field(default_factory=Interval)
    incorporated_in: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    note: str = ""
    facts: tuple[str, ...] = ()
    bound_via: tuple[Bond, ...] = ()


@dataclass(frozen=True, slots=True)
class AnchorValue:
    """One asserted value of an anchor: the instant or day, and who counts from it (actor ids)."""

    at: datetime | None
    day: Interval
    by: tuple[str, ...]
    note: str = ""
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named instant that deadlines refer to; its values are themselves attributed and may differ."""

    id: str
    text: str
    values: tuple[AnchorValue, ...] = ()
    judge: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """When a duty runs and falls due.

    ``anchor`` + ``months`` and ``offset`` (or ``at``) is the deadline, months by the calendar (docs/decisions/0126); ``after`` a provision whose fulfilment starts it; ``each`` a duty that
    recurs ("each time"), ``every`` an ISO duration at which it does; ``starts`` the anchor from which it is in effect, ``until`` what
    ends it (an anchor, a day or words); ``words`` the text's own ("as soon as possible"); ``article`` which text sets this clock, where
    two texts differ, and ``instrument`` its id where the duty stands in several: ``within`` is then the life of that text, outside which the
    clock does not run; ``day`` a deadline without an hour and ``suspended`` a clock that stands still, both made by an amendment; ``by`` who asserts it, empty for the text. All empty: no deadline in the text.
    """

    starts: str | None = None
    anchor: str | None = None
    offset: timedelta | None = None
    months: int = 0
    at: datetime | None = None
    after: str | None = None
    each: bool = False
    words: str = ""
    article: str = ""
    until: str = ""
    every: str = ""
    source: Source = field(default_factory=Source)
    by: tuple[str, ...] = ()
    instrument: str = ""
    within: Interval = field(default_factory=Interval)
    day: Interval = field(default_factory=Interval)
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity owed: bounds (either may be None), unit, per ("day" for a rate), what is counted.

    ``direction`` tells which bound is owed: ``up`` the lower one ("at least"; so, too, a duty that says nothing), ``down`` the upper one ("no
    more than", "0 still held"; so, too, a ban), ``within`` both. ``by`` and ``source`` where somebody asserts it, both empty for the text's own; ``formula`` over
    other figures where the amount goes by one ("15 for each deceased_israeli"; agreement/amounts), which each viewpoint then reckons by its own figures.
    ``undefined`` says what the text leaves open about the unit.
    """

    counts: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    per: str = ""
    by: str = ""
    formula: str = ""
    undefined: str = ""
    source: Source = field(default_factory=Source)
    direction: str = ""
    within: Interval = field(default_factory=Interval)


@dataclass(frozen=True, slots=True)
class Cues:
    """Words by which ``linking`` recognises that a claim speaks of a provision or issue.

    Each entry of ``any`` is a phrase matched on whole words, case-folded; ``require`` phrases of which one must also stand in the
    sentence; ``never`` phrases that rule it out. ``done`` and ``undone`` are state words that count as fulfilled or not
    ("open" / "closed"), ``counts`` the figures that measure it, ``acts`` incident types that breach it.
    """

    any: tuple[str, ...] = ()
    require: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """One duty, ban, permission or power.

    ``name`` is the short title on the board ("open Rafah crossing"); ``words`` the text's words or a paraphrase (``paraphrase``
    tells which); ``article`` e.g. "I2.4"; ``issue`` the issue it belongs to; ``asserted`` what sides say of triggers or meaning beyond
    the text; ``phase`` the phase it belongs to; ``gates`` the gates in whose asserted formulas it stands; ``progress`` what is said to be
    done; ``held`` is "from memory" where the author saw no text or report of it; ``rests_on`` the annexes that it refers to;
    ``bound_via`` through whom bearers that signed nothing are bound; ``also_in`` the other texts in which it stands.
    """

    id: str
    name: str
    deed: Deed
    bearer: tuple[str, ...]
    instrument: str = ""
    article: str = ""
    words: str = ""
    paraphrase: bool = True
    text: str = "public"
    modality: str = "shall"
    beneficiary: tuple[str, ...] = ()
    action: str = ""
    object: str = ""
    zone: str = ""
    targets: tuple[Target, ...] = ()
    clocks: tuple[Clock, ...] = ()
    condition: str = ""
    exceptions: tuple[str, ...] = ()
    verify: tuple[str, ...] = ()
    judge: str = ""
    remedy: str = ""
    type: str = ""
    phase: str = ""
    issue: str = ""
    gates: tuple[str, ...] = ()
    cues: Cues = field(default_factory=Cues)
    asserted: tuple[Assertion, ...] = ()
    notes: tuple[str, ...] = ()
    where: Where | None = None
    progress: tuple[Progress, ...] = ()
    facts: tuple[str, ...] = ()
    held: str = ""
    rests_on: tuple[str, ...] = ()
    bound_via: tuple[Bond, ...] = ()
    also_in: tuple[Place, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The ids of the texts in which it stands, the first one first; empty where none is named."""
        return tuple(dict.fromkeys(t for t in (self.instrument, *(p.instrument for p in self.also_in)) if t))


@dataclass(frozen=True, slots=True)
class Assertion:
    """What somebody says about a provision beyond its text: a trigger ("after p11"), an exception, a meaning."""

    by: str
    text: str
    after: str | None = None
    source: Source = field(default_factory=Source)
    at: Interval = field(default_factory=Interval)
    act: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a later text does to an earlier one (``of``) or to single ``provisions`` from a day on (``since``).

    ``does``: extend (its end, or a duty's deadline, moves to ``until``), amend (``clocks`` and ``targets`` take the place of the text's own),
    replace (it ends), suspend (it does not run up to ``until``). ``by`` who says so; empty or ``text`` where the text does: then it binds
    every account but those of who has ``denied`` it; what an actor asserts binds its own account alone.
    """

    instrument: str
    does: str
    of: str = ""
    provisions: tuple[str, ...] = ()
    since: Interval = field(default_factory=Interval)
    until: Interval = field(default_factory=Interval)
    by: tuple[str, ...] = ()
    article: str = ""
    words: str = ""
    clocks: tuple[Clock, ...] = ()
    targets: tuple[Target, ...] = ()
    denied: tuple[Assertion, ...] = ()
    source: Source = field(default_factory=Source)

    @property
    def of_text(self) -> bool:
        """Whether the text itself says so."""
        return all(actor == TEXT for actor in self.by)


@dataclass(frozen=True, slots=True)
class AssertedFormula:
    """One holder's condition for a gate, said ``at`` a day (required, so that it cannot leak into earlier days).

    ``formula`` is over provisions and acts ("p10 and p11"); empty with ``words`` only where what is demanded cannot be measured.
    ``mapping`` is "stated" where the speaker named the duties, "author" where the case's author chose them. ``by`` is the actor
    closest to the words, ``speaker`` its full name, ``side`` the responsible side's id.
    """

    by: str
    at: Interval
    formula: str = ""
    words: str = ""
    mapping: str = "stated"
    source: Source = field(default_factory=Source)
    side: str = ""
    speaker: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """The way into a phase: the text's own formula (often undefined) and what each holder asserts; never collapsed."""

    id: str
    name: str
    phase: str = ""
    text_formula: str = ""
    asserted: tuple[AssertedFormula, ...] = ()
    declared: tuple[Assertion, ...] = ()
    where: Where | None = None
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phase:
    """A stage of the agreement and the gate or anchor that opens it."""

    id: str
    name: str
    opens_on: str = ""
    closes: str = ""
    announced: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """What an actor wants of a force: one function and a stance in the actor's matrix, dated and sourced."""

    actor: str
    at: Interval
    function: str
    stance: str
    source: Source = field(default_factory=Source)
    condition: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a force should do: functions x texts (must, help, may, silent ...) and each actor's wishes over time.

    ``names`` are the functions in words, ``characters`` how each text or its reader describes the force as a whole, ``basis`` whether
    a text was read here or is known from summaries.
    """

    force: str
    functions: tuple[str, ...] = ()
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    wishes: tuple[Wish, ...] = ()
    characters: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    basis: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pledge:
    """Troops, police or training promised: bounds where given, unit, status (target, up to, expected, agreed, there)."""

    by: tuple[str, ...]
    unit: str
    low: float | None = None
    high: float | None = None
    status: str = "pledged"
    at: Interval = field(default_factory=Interval)
    source: Source = field(default_factory=Source)


@dataclass(frozen=True, slots=True)
class Zone:
    """A line, area, crossing or corridor; its geometry may be unpublished or undefined, and its status asserted."""

    id: str
    name: str
    kind: str = "area"
    geometry: str = ""
    held_by: str = ""
    area_km2: float | None = None
    until: str = ""
    shares: tuple[Share, ...] = ()
    status: tuple[Assertion, ...] = ()
    marked: Assertion | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """A whole agreement file; the mappings keep the file's order.

    ``claims`` are the statements that the file itself cites, ``links`` what they refer to by the place where they stand, and
    ``cited`` their sources by claim id: a claim counts from the last possible day of its source. ``text`` is the file as decoded.
    ``cut_off`` is no part of the file: the hour at which the case's day ends, put in where a case is opened; None where nobody sets one.
    """

    id: str
    title: Mapping[str, str]
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    phases: Mapping[str, Phase] = field(default_factory=dict)
    zones: Mapping[str, Zone] = field(default_factory=dict)
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    gates: Mapping[str, Gate] = field(default_factory=dict)
    mandates: tuple[Mandate, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    not_to_confuse_with: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    guarantors: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    effective: str = ""
    consent: tuple[Consent, ...] = ()
    precedence: tuple[Precedence, ...] = ()
    counters: tuple[Counter, ...] = ()
    drafts: tuple[Draft, ...] = ()
    accounts: Mapping[str, Account] = field(default_factory=dict)
    amendments: tuple[Amendment, ...] = ()
    figures: Mapping[str, Figured] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    cited: Mapping[str, Source] = field(default_factory=dict)
    cut_off: time | None = None
    path: str = "agreement.yaml"
    text: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
