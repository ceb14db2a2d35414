"""Which ceasefire a statement speaks of: its own words, then the time it speaks of, then the sidecar.

A case declares the other ceasefires it knows in issues.yaml (``scope: ceasefire``), with the words that name each and the time in which it
held. Undeclared ones are seen where the words give their date ("the truce of 2022") or say "earlier". Every link tells its reason; nothing
is taken from likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from truceline.agreement.issues import Issue
from truceline.agreement.model import Agreement
from truceline.evidence import Claim, Document, Interval, Kind, Link, Target, dates
from truceline.linking.matcher import Matcher, Spoken

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_TRUCE = r"(?:ceasefires?|cease-fires?|truces?|armistices?|cessations? of hostilities|humanitarian pauses?)"
_DATED = re.compile(
    rf"\b{_TRUCE}\b,? (?:agreement )?(?:of|in|from)(?: the \w+ of)? (?:(?P<m1>[A-Z][a-z]+)\.? )?(?P<y1>(?:19|20)\d\d)\b"
    rf"|\b(?:(?P<m2>[A-Z][a-z]+)\.? )?(?P<y2>(?:19|20)\d\d) (?:\w+ )?{_TRUCE}\b",
)
_EARLIER = re.compile(
    rf"\b(?:(?:an?|the|their|that) )?(?:earlier|previous|former|last year['’]s|past) (?:\w+ ){{0,2}}?{_TRUCE}\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:than|unlike|compared (?:with|to)|as in)\b[^,.;]*$", re.IGNORECASE)
_TIMED = (Kind.FIGURE, Kind.INCIDENT, Kind.STATE, Kind.COMPLIANCE)


def start_of(agreement: Agreement) -> date | None:
    """The earliest day from which any side counts the ceasefire."""
    anchor = agreement.anchors.get(agreement.effective)
    days = [v.day.earliest for v in anchor.values if v.day.earliest] if anchor else []
    return min(days, default=None)


class Ceasefires:
    """The ceasefire of a case and the others that it knows."""

    def __init__(self, agreement: Agreement, issues: Iterable[Issue] = ()) -> None:
        self.agreement, self.start = agreement, start_of(agreement)
        self._others = [(i, Matcher(i.cues)) for i in issues if i.ceasefire]

    def link(self, claim: Claim, document: Document, spoken: Spoken) -> Link:
        """The ceasefire of the claim; doubtful where only the time, or only the sentence around it, speaks of another one."""
        named = document.ceasefire or self.agreement.id
        if named != self.agreement.id:
            return Link(claim.id, Target.CEASEFIRE, named, reason="the sidecar says so")
        for found in (self._declared(claim, spoken), self._dated(claim), self._timed(claim)):
            if found is not None:
                id_, reason, doubtful = found
                return Link(claim.id, Target.CEASEFIRE, id_, reason=reason, doubtful=doubtful)
        return self._own(claim, document, spoken)

    def _declared(self, claim: Claim, spoken: Spoken) -> tuple[str, str, bool] | None:
        """Another ceasefire whose words stand in the content."""
        for other, matcher in self._others:
            if (cue := matcher.named(spoken)) and not _compared(
                claim.text, claim.text.casefold().find(cue.casefold())
            ):
                return other.id, f'"{cue}" in the words', False
        return None

    def _dated(self, claim: Claim) -> tuple[str, str, bool] | None:
        """A truce that the words date before this one, or call an earlier one."""
        for match in _DATED.finditer(claim.text):
            when = None if _compared(claim.text, match.start()) else _when(match)
            if self.start and when and when.latest and when.latest < self.start:
                return self._at(when) or "before " + self.agreement.id, f'"{match[0]}" in the words', True
        earlier = _EARLIER.search(claim.text)
        if earlier is not None and not _compared(claim.text, earlier.start()):
            return "before " + self.agreement.id, f'"{earlier[0]}" in the words', True
        return None

    def _timed(self, claim: Claim) -> tuple[str, str, bool] | None:
        """A time before this ceasefire began: the other one that held then, where the case knows it."""
        early = self.start is not None and claim.about.latest is not None and claim.about.latest < self.start
        if not early or claim.kind not in _TIMED:
            return None
        id_ = self._at(claim.about) or "before " + self.agreement.id
        return id_, f"the words speak of {claim.about}, before this ceasefire began", True

    def _at(self, when: Interval) -> str:
        """The declared ceasefire in whose time an interval lies wholly; none where several do."""
        found = [i.id for i, _ in self._others if _within(when, i.time)]
        return found[0] if len(found) == 1 else ""

    def _own(self, claim: Claim, document: Document, spoken: Spoken) -> Link:
        """This case's ceasefire, with a doubt where the sentence around the claim also names another."""
        around = Spoken(spoken.sentence, spoken.sentence, spoken.counts)
        for other, matcher in self._others:
            if cue := matcher.named(around):
                reason = f'the sentence also names "{cue}" ({other.name})'
                return Link(claim.id, Target.CEASEFIRE, self.agreement.id, reason=reason, doubtful=True)
        reason = "the sidecar says so" if document.ceasefire else "no sidecar says otherwise"
        return Link(claim.id, Target.CEASEFIRE, self.agreement.id, reason=reason)


def _compared(text: str, at: int) -> bool:
    """Whether the words before a place only compare: "longer than the truce of 2022"."""
    return at > 0 and _COMPARED.search(text, 0, at) is not None


def _when(match: re.Match[str]) -> Interval:
    """The month or year beside the word; any other capital word than a month ("Gaza 2025 truce") leaves the year."""
    year, month = match["y1"] or match["y2"], (match["m1"] or match["m2"] or "")[:3].lower()
    return dates.parse(f"{year}-{_MONTHS.index(month) + 1:02d}" if month in _MONTHS else year)


def _within(when: Interval, time: Interval) -> bool:
    after = time.earliest is None or when.earliest is not None and when.earliest >= time.earliest
    before = time.latest is None or when.latest is not None and when.latest <= time.latest
    return time.known and after and before
