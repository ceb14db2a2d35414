"""The frame of the page: its head, whose voices it rests on, what changed, what is to do, and its foot."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.reporting.model.words import Line, Pending


@dataclass(frozen=True, slots=True)
class Head:
    """Title, period, hands and release tier.

    ``as_of`` is the ISO day that names the file. ``covers_from`` and ``covers_to`` are cut-off to cut-off with the ``offset`` of
    the case's zone. ``day_counts`` holds one run of words for each start date in use. ``errata`` are numbered corrections, ``notice``
    is what the case says at the head of every report, ``superseded`` tells of a signature that no longer holds.
    """

    case: str
    title: str
    name: str
    as_of: str
    known: str
    covers_from: str
    covers_to: str
    offset: str
    prepared_by: str = ""
    signed_by: str = ""
    signed_at: str = ""
    tier: str = "internal"
    day_counts: tuple[Line, ...] = ()
    errata: tuple[Line, ...] = ()
    notice: str = ""
    superseded: str = ""

    @property
    def signed(self) -> bool:
        """Whether a named person signed it."""
        return bool(self.signed_by)

    @property
    def public(self) -> bool:
        """Whether this is the version for release."""
        return self.tier == "public"


@dataclass(frozen=True, slots=True)
class Voice:
    """One side: how many statements in the period, and when it was last heard ("" for never)."""

    side: str
    count: int
    claims: tuple[str, ...] = ()
    last: str = ""
    last_claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose voices the report rests on; ``never`` are those the case waits for and has never heard."""

    documents: int
    speakers: int
    sides: tuple[Voice, ...] = ()
    never: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new in the period: its issue, the new line, and lines that set it beside what was held before."""

    issue: str
    line: Line
    beside: tuple[Line, ...] = ()
    kind: str = "stated"


@dataclass(frozen=True, slots=True)
class Changed:
    """What is new since the previous report day; ``closing`` are sentences on what did not change."""

    items: tuple[Change, ...] = ()
    closing: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class ToDo:
    """What stands between this page and a signature."""

    unchecked: int = 0
    minutes: int = 0
    undated: int = 0
    left_out: int = 0
    items: tuple[Pending, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Foot:
    """How the page was made: order of columns, names and terms, rules, and the ledger's entry it was checked to."""

    column_order: str
    terms_version: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    rules: tuple[str, ...] = ()
    ledger: str = ""
    made: str = ""
