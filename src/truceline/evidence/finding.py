"""What the mission itself concluded: a named role, citing statements, on the field's ladder of verification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from truceline.evidence.truth import Truth


class Rung(StrEnum):
    """The ladder of findings (vocabulary.md); corroborated needs two independent sources."""

    REPORTED = "reported"
    SINGLE_SOURCE = "single_source"
    CORROBORATED = "corroborated"
    VERIFIED = "verified"
    ACCEPTED = "accepted"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    UNABLE_TO_DETERMINE = "unable_to_determine"

    @property
    def words(self) -> str:
        """As a page says it."""
        return self.value.replace("_", " ")


class Answer(StrEnum):
    """What the accused side answered (OpenEvsys, list 28); nothing where it was not asked or did not answer."""

    STATES_CIRCUMSTANCES = "states circumstances"
    DENIES = "denies the act"
    DENIES_RESPONSIBILITY = "acknowledges but denies responsibility"
    OTHER_EXPLANATION = "acknowledges, other explanation"
    ACCEPTS = "accepts responsibility"
    OTHER = "other"
    UNKNOWN = "unknown"

    @property
    def concedes(self) -> bool:
        """Whether the side grants that the act took place, whoever answers for it."""
        return self in (Answer.DENIES_RESPONSIBILITY, Answer.OTHER_EXPLANATION, Answer.ACCEPTS)


@dataclass(frozen=True, slots=True)
class Kept:
    """A cited statement of agreement.yaml as it stood when the finding was entered: the file may be edited, the finding may not.

    ``speaker`` by name, ``source`` its outlet, ``day`` its day (EDTF). ``rendering`` marks words of the case author, which are no
    quotation.
    """

    claim: str
    words: str
    speaker: str = ""
    source: str = ""
    day: str = ""
    rendering: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """``role`` concluded ``truth`` on ``matter`` on a day, citing claims; ``answer`` is the accused side's, in a field of its own.

    ``answered`` is the claim that holds the answer, "" where none does. ``by`` is who entered it and ``made`` when: of two findings
    of one day the later entry stands. ``kept`` holds the words of what it cites from agreement.yaml.
    """

    id: str
    matter: str
    role: str
    truth: Truth
    rung: Rung
    at: date
    claims: tuple[str, ...]
    text: str = ""
    answer: str = ""
    answered: str = ""
    by: str = ""
    made: datetime | None = None
    kept: tuple[Kept, ...] = ()

    @property
    def cited(self) -> tuple[str, ...]:
        """Every claim that it names, the one that holds the answer last."""
        return tuple(dict.fromkeys((*self.claims, *filter(None, [self.answered]))))

    @property
    def order(self) -> tuple[date, datetime]:
        """Its place among the findings on a matter: by the day it speaks for, then by when it was entered."""
        return self.at, self.made or datetime.min.replace(tzinfo=UTC)

    def line(self) -> dict[str, Any]:
        """The finding as the journal holds it."""
        return {
            "id": self.id,
            "matter": self.matter,
            "role": self.role,
            "truth": self.truth.word,
            "rung": self.rung.value,
            "at": self.at.isoformat(),
            "claims": list(self.claims),
            "text": self.text,
            "answer": self.answer,
            "answered": self.answered,
            "by": self.by,
            "made": self.made.isoformat() if self.made else "",
            "kept": [asdict(k) for k in self.kept],
        }


def parse(row: Mapping[str, Any]) -> Finding:
    """The finding of a line; raises KeyError, TypeError or ValueError where it is none."""
    made = row.get("made")
    return Finding(
        id=row["id"],
        matter=row["matter"],
        role=row["role"],
        truth=Truth[row["truth"].upper()],
        rung=Rung(row["rung"]),
        at=date.fromisoformat(row["at"]),
        claims=tuple(row["claims"]),
        text=row.get("text", ""),
        answer=row.get("answer", ""),
        answered=row.get("answered", ""),
        by=row.get("by", ""),
        made=datetime.fromisoformat(made) if made else None,
        kept=tuple(Kept(**k) for k in row.get("kept", ())),
    )


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Who took a finding back, when, and why; ``entry`` is its own number in the journal."""

    entry: int
    by: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A finding as the journal holds it, under its entry's number; ``withdrawn`` is None while it was not taken back."""

    entry: int
    finding: Finding
    withdrawn: Withdrawal | None = None


def standing(findings: Iterable[Finding], matter: str, as_of: date) -> tuple[Finding, ...]:
    """The findings on a matter that stand on a day: the latest, or those entered together with it; the others are superseded."""
    known = [f for f in findings if f.matter == matter and f.at <= as_of]
    last = max((f.order for f in known), default=None)
    return tuple(sorted((f for f in known if f.order == last), key=lambda f: (f.id, f.role)))


def met_since(findings: Iterable[Finding], as_of: date) -> date | None:
    """The day of the first finding since which every later one on a matter says that it is met; None where the last does not."""
    found: dict[tuple[date, datetime], list[Finding]] = {}
    for finding in findings:
        if finding.at <= as_of:
            found.setdefault(finding.order, []).append(finding)
    since: date | None = None
    for order in sorted(found, reverse=True):
        if any(finding.truth is not Truth.MET for finding in found[order]):
            break
        since = min(finding.at for finding in found[order])
    return since
