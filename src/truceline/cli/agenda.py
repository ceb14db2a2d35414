"""Deadlines in the terminal and in a calendar program: the day, the duty, by whose count, and where it stands in whose account."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from truceline.cli import paper
from truceline.cli.changes import name, title
from truceline.evidence import Truth

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.reporting.ical import Event
    from truceline.status import Calendar, Dated, Waiting

FALLS = {"due": "due", "ends": "ends by itself", "hoped": "hoped for by this day"}


class Agenda:
    """The calendar of a case for its readers."""

    def __init__(self, case: Case, found: Calendar) -> None:
        self._case = case
        self._found = found
        self._labels = {v.id: "mission's own findings" if v.mission else v.label for v in found.viewpoints}

    def lines(self) -> Iterator[str]:
        """The page: ahead, past, waiting, counts."""
        found, settings = self._found, self._case.settings
        zone = settings.offset.tzname(None) or "UTC"
        yield paper.wrapped(f"{settings.name}: deadlines as known on {found.as_of}, days of {zone}.")
        yield from self._part("AHEAD", found.ahead, "None ahead under any start date held.")
        yield from self._part(
            "THE DAY IS PAST, and not every account that speaks says met, or none speaks",
            found.past_open,
            "None.",
        )
        yield from self._part("PAST, AND MET in every account that speaks", found.met, "")
        yield from self._part("OVER: what ended, or was hoped for by then", found.over, "")
        yield from self._part("SUSPENDED: the clock stands still, and no day falls", found.suspended, "")
        if found.waiting:
            yield from ("", paper.wrapped("NOT BEGUN: nothing is held of what the clock waits for"))
            yield from (paper.wrapped(self._waiting(w)) for w in found.waiting)
        yield from ("", *self._without())

    def events(self) -> tuple[Event, ...]:
        """Each deadline as an event of a calendar."""
        from truceline.reporting.ical import Event

        return tuple(
            Event(
                uid=f"{dated.uid(self._case.id)}@{self._case.id}.truceline",
                summary=self._summary(dated),
                description="\n".join((self._why(dated), *self._standing(dated), self._known())),
                first=dated.due.earliest or dated.last,
                last=dated.last,
                moment=dated.deadline.moment,
                kind=dated.falls.value,
                cancelled=dated.suspended or dated.lapsed(self._found.as_of),
            )
            for dated in self._found.all
        )

    def _summary(self, dated: Dated) -> str:
        """What an officer reads in the calendar; a day before which it may lie as well is told as the latest, not as the day."""
        latest = "" if dated.due.earliest else " at the latest"
        told = f"{self._title(dated)}: {FALLS[dated.falls.value]}{latest} ({self._counted(dated)})"
        if dated.suspended:
            return f"suspended: {told}"
        return f"no more: {told}" if dated.lapsed(self._found.as_of) else told

    def _known(self) -> str:
        return f"As known on {self._found.as_of}. Why: truceline explain CASE ID --as-of {self._found.as_of}"

    def _part(self, head: str, dated: Sequence[Dated], empty: str) -> Iterator[str]:
        if dated or empty:
            yield from ("", paper.wrapped(head if dated else empty))
        for one in dated:
            yield paper.wrapped(f"{self._day(one)}  {self._title(one)}, {FALLS[one.falls.value]}")
            yield paper.wrapped(self._why(one), "    ")
            yield from (paper.wrapped(line, "    ") for line in self._standing(one))

    def _day(self, dated: Dated) -> str:
        """The day with its distance; the hour where the start is a moment."""
        moment = dated.deadline.moment
        days = (dated.last - self._found.as_of).days
        far = (
            self._today(dated)
            if not days
            else f"{paper.plural(abs(days), 'day')} {'ahead' if days > 0 else 'ago'}"
        )
        at = f" {moment:%H:%M}" if moment else ""
        return f"{dated.due}{at} ({dated.last:%a}, {far})"

    def _today(self, dated: Dated) -> str:
        day = self._found.as_of
        gone = dated.lapsed(day) or dated.past(day, self._case.settings.cut_off)
        return "today" if gone else "today, not yet past"

    def _title(self, dated: Dated) -> str:
        matter = dated.deadline.matter
        text = self._case.agreement.instruments.get(matter)
        return f"{matter} {text.name}" if text else title(self._case, matter)

    def _counted(self, dated: Dated) -> str:
        by = sorted(name(self._case, actor) for actor in dated.deadline.by)
        return f"counted as by {', '.join(by)}" if by else "by the text's own date"

    def _why(self, dated: Dated) -> str:
        """By whose count, from which start, and who goes by it."""
        start, clock = dated.deadline.start, dated.deadline.clock
        told = self._counted(dated)
        if start and start.anchor:
            duty = self._case.agreement.provisions.get(start.anchor)
            anchor = self._case.agreement.anchors.get(start.anchor)
            what = (
                f"the fulfilment of {duty.id} {duty.name}"
                if duty
                else anchor.text
                if anchor
                else start.anchor
            )
            moment = f" {start.moment:%H:%M}" if start.moment else ""
            told += f", from {start.day}{moment}: {what}"
        if clock.article or clock.instrument:
            told += f"; clock of {clock.article or clock.instrument}"
        return f"{told}; {self._goes(dated.accounts)}{self._lapses(dated)}{self._still(dated)}"

    def _lapses(self, dated: Dated) -> str:
        end = dated.deadline.lapses
        if end is None:
            return ""
        return f"; {'falls no more: its text ended' if dated.lapsed(self._found.as_of) else 'its text ends before, on'} {end}"

    def _still(self, dated: Dated) -> str:
        """By which later text its clock stands still, since when, and up to when."""
        if dated.suspension is None or not dated.suspended:
            return ""
        still = dated.suspension
        text = self._case.agreement.instruments.get(still.instrument)
        until = f" up to {still.until}" if still.until.known else ", with no end named"
        who = "" if still.of_text else f", in the word of {', '.join(name(self._case, b) for b in still.by)}"
        return f"; suspended by {text.name if text else still.instrument}{who}, since {still.since}{until}"

    def _goes(self, accounts: Sequence[str]) -> str:
        columns = [v for v in self._labels if v in {w.id for w in self._found.viewpoints if not w.mission}]
        if len(accounts) == len(columns):
            return "the same in every account"
        labels = "; ".join(self._labels[v] for v in columns if v in accounts)
        return f"gone by: {labels}" if labels else "no viewpoint of this case goes by it"

    def _standing(self, dated: Dated) -> Iterator[str]:
        """Where the duty stands, account by account, of those that speak."""
        from truceline.status.explain import value_words

        if not dated.cells:
            return
        spoken = [
            f"{self._labels[v]}: {value_words(cell).rstrip('.')}"
            for v, cell in dated.cells.items()
            if cell.claims or cell.value is not Truth.UNKNOWN
        ]
        yield f"stands: {'; '.join(spoken)}" if spoken else "stands: no statement held"

    def _waiting(self, waiting: Waiting) -> str:
        agreement = self._case.agreement
        anchor = agreement.anchors.get(waiting.awaits)
        what = anchor.text if anchor else title(self._case, waiting.awaits)
        then = "" if waiting.clock.offset or waiting.clock.every else ", and no day follows from it"
        return f"{title(self._case, waiting.matter)}: after {what}{then}; not held by {self._among(waiting.accounts)}"

    def _among(self, accounts: Sequence[str]) -> str:
        if len(accounts) == len(self._labels) - 1:
            return "any account"
        return "; ".join(self._labels[v] for v in accounts)

    def _without(self) -> Iterator[str]:
        found = self._found
        yield f"{len(found.without)} of {paper.plural(found.duties, 'duty', 'duties')} carry no deadline in the text."
        if found.without:
            yield paper.wrapped(f"They are: {', '.join(found.without)}.")
