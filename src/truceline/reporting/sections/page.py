"""What every section works from: a case on a day, and the statements that the page cites, numbered as they come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from truceline.case import Case, Reading
from truceline.counting import Series, series
from truceline.evidence import Mode, Truth, wording
from truceline.positions.heard import speaker_words, usable
from truceline.reporting.model import Kind, Line, Pending, Run, Statement
from truceline.reporting.sections.statements import made, rendered
from truceline.review import Consequences, standing
from truceline.status import Board

VALUES = {Truth.UNKNOWN: "no value", Truth.MET: "met", Truth.NOT_MET: "not met", Truth.CONTESTED: "contested"}


@dataclass
class Page:
    """One report in the making. ``since`` is the day of the report before: what became known after it is of this period."""

    case: Case
    as_of: date
    since: date
    cited: dict[str, Reading] = field(default_factory=dict)

    @cached_property
    def board(self) -> Board:
        """The board of the day."""
        return self.case.board(self.as_of)

    @cached_property
    def before(self) -> Board:
        """The board of the report before."""
        return self.case.board(self.since)

    @cached_property
    def heard(self) -> tuple[Reading, ...]:
        """The checked readings of this ceasefire known by the day, in the order of publication."""
        return usable(self.case.readings, self.as_of)

    @cached_property
    def period(self) -> tuple[Reading, ...]:
        """Those of them that became known in the period."""
        return tuple(r for r in self.heard if (known := r.document.known_from) and known > self.since)

    @cached_property
    def waiting(self) -> tuple[Reading, ...]:
        """The machine readings whose acceptance would change this page."""
        return standing(self.case, self.as_of)

    @cached_property
    def consequences(self) -> Consequences:
        """What each of them would change."""
        return Consequences(self.case, self.as_of)

    @cached_property
    def figures(self) -> tuple[Series, ...]:
        """The checked figures in their series."""
        agreement = self.case.agreement
        return series(
            self.case.readings,
            self.as_of,
            actors=self.case.lexicon.actors,
            counters=agreement.counters,
            language=self.case.settings.language,
        )

    def name(self, actor: str) -> str:
        """An actor's name in the report's language, a person's after that of the side; the id where the list lacks it."""
        actors = self.case.lexicon.actors
        found = actors.get(actor)
        if found is None:
            return actor
        own = found.names.get(self.case.settings.language) or found.name
        side = self.case.lexicon.side(actor)
        return f"{self.name(side)} ({own})" if found.person and side != actor and side in actors else own

    def names(self, actors: Iterable[str]) -> str:
        """Several names, in alphabetical order."""
        return ", ".join(sorted({self.name(a) for a in actors}, key=str.casefold))

    def who(self, reading: Reading) -> str:
        """The speaker as the page names it: "Side (Person)", or the text's own words for one that is not named."""
        return speaker_words(reading, self.case.lexicon.actors)

    def day(self, value: date | None) -> str:
        """A day in words, without the year where it is the report's."""
        return wording.day(value, self.as_of) if value else "date not known"

    def long_day(self, value: date) -> str:
        """A day in words with its year: 24 December 2025."""
        return f"{value.day} {value:%B %Y}"

    def at(self, reading: Reading) -> str:
        """When a reading's document was published."""
        return wording.days(reading.document.published, self.as_of)

    def cite(self, *claims: str) -> tuple[str, ...]:
        """Those of the ids that are readings of this case, entered among the statements of the page."""
        known = self.case.by_id
        found = tuple(dict.fromkeys(c for c in claims if c in known))
        self.cited.update({c: known[c] for c in found})
        return found

    def said(self, text: str, *claims: str) -> Run:
        """A run that rests on statements; where none of them is held it is of the agreement file."""
        found = self.cite(*claims)
        return Run(text, Kind.STATED, found) if found else Run(text, Kind.SETTING, (), "agreement file")

    def worked_out(self, text: str, rule: str, *claims: str) -> Run:
        """A run that is arithmetic by a named rule."""
        return Run(text, Kind.COMPUTED, self.cite(*claims), rule)

    def quote(self, *readings: Reading) -> Line:
        """``Side (Person), 24 Dec: “exact words”``, passed on by whom; several readings of the same words make one line."""
        reading = readings[0]
        relay = f" - passed on by {', '.join(reading.claim.relay)}" if reading.claim.relay else ""
        found = self.cite(*(r.id for r in readings))
        before, words = self.told(reading)
        head = Run(f"{self.who(reading)}, {self.at(reading)}{before}", Kind.STATED, found, opens=False)
        tail = (Run(relay, Kind.STATED, found, opens=False),) if relay else ()
        return Line((head, Run(words, Kind.STATED, found), *tail))

    def told(self, reading: Reading) -> tuple[str, str]:
        """The content: the speaker's own words in quotation marks, an outlet's as reported, an author's rendering without marks."""
        if rendered(self.case, reading):
            return ", in the case author's words: ", reading.claim.text
        how = "" if reading.claim.mode is Mode.DIRECT else ", as reported"
        return f"{how}: ", f"“{_bare(reading.claim.text)}”"

    def absent(self, text: str) -> Run:
        """A run that tells what is not held: it rests on the collection as a whole."""
        return Run(text, Kind.SETTING, (), "nothing held")

    def pending(self, claim: str, would: str) -> Pending:
        """A machine reading beside something, with what would change."""
        self.cite(claim)
        reading = self.case.by_id[claim]
        return Pending(claim, f"{self.who(reading)}, {self.at(reading)}", would)

    def statements(self) -> dict[str, Statement]:
        """Every statement cited so far, numbered in the order of the page."""
        return {
            k: made(self.case, r, number, self.as_of) for number, (k, r) in enumerate(self.cited.items(), 1)
        }

    def moment(self, day: date) -> datetime:
        """The cut-off of a day in the case's zone."""
        return datetime.combine(day, self.case.settings.cut_off, self.case.settings.offset)


def _bare(text: str) -> str:
    """A text without quotation marks of its own at both ends."""
    inner = text.strip()
    return inner[1:-1] if len(inner) > 1 and inner[0] in '"“«' and inner[-1] in '"”»' else inner


def wording_run(text: str) -> Run:
    """Words of the page that hold no figure and no status."""
    return Run(text, rule="wording")


def day_before(day: date) -> date:
    """The day before."""
    return day - timedelta(days=1)
