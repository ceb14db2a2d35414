"""The register of a case: the statements that fit what somebody asks for, by speaker, matter, kind, mode, day and tone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from truceline.case.case import Case
from truceline.case.reading import CHECKED, PROPOSED, REOPENED, Reading
from truceline.evidence import Kind, Mode, Target
from truceline.linking.phrases import words
from truceline.positions.heard import known_by
from truceline.positions.tones import Tone, why

ANY = "any"
OWN = "own"
"""The mode of the outlet's own words."""
_BACK = frozenset({"it", "its", "this", "that", "these", "those", "they", "their", "them"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; what is left empty asks for nothing.

    ``by`` is an actor's id or name, or words by which a text names a speaker. ``about`` are issues, provisions or words, one of which
    must fit. ``mode`` is direct, mixed, indirect, or own for the outlet's own words. ``ceasefire`` is another one's id, or "any";
    empty: this case's. ``proposals`` adds machine readings that nobody has checked.
    """

    by: str = ""
    about: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    mode: str = ""
    since: date | None = None
    tone: Tone | None = None
    ceasefire: str = ""
    proposals: bool = False
    scope: bool = False


def register(case: Case, as_of: date, wanted: Wanted) -> tuple[Reading, ...]:
    """The readings that fit, known by the day, by document in the order of publication and place; rejected and open ones never."""
    found = [r for r in case.readings if _stands(r, as_of, wanted) and _fits(case, r, wanted)]
    near = frozenset((r.document.path, r.sentence, _who(r)) for r in found if wanted.about)
    back = [
        r for r in case.readings if near and r not in found and _points_back(case, r, as_of, wanted, near)
    ]
    return tuple(sorted((*found, *back), key=lambda r: _order(r, as_of)))


def _order(reading: Reading, as_of: date) -> tuple[date, str, int, int]:
    claim = reading.claim
    return (reading.document.known_from or as_of, reading.document.path, claim.start, claim.ordinal)


def _stands(reading: Reading, as_of: date, wanted: Wanted) -> bool:
    states = CHECKED | ({PROPOSED, REOPENED} if wanted.proposals else frozenset())
    if reading.state not in states or not known_by(reading, as_of):
        return False
    if wanted.since and (reading.document.known_from or as_of) < wanted.since:
        return False
    if wanted.scope and not reading.in_scope:
        return False
    return reading.this_case if not wanted.ceasefire else wanted.ceasefire in (ANY, reading.ceasefire)


def _fits(case: Case, reading: Reading, wanted: Wanted) -> bool:
    return (
        (not wanted.kinds or reading.claim.kind in wanted.kinds)
        and (not wanted.by or said_by(case, reading, wanted.by))
        and (not wanted.mode or mode_of(reading) == wanted.mode)
        and (wanted.tone is None or bool(why(reading, wanted.tone, reading.sentence)))
        and (not wanted.about or is_about(case, reading, wanted.about))
    )


def said_by(case: Case, reading: Reading, who: str) -> bool:
    """Whether an actor, a speaker of that side, or whoever the text calls so said it; an outlet said what it tells itself."""
    ids = {who, *(a.id for a in case.lexicon.lookup(who))}
    if any(actor and actor.id in ids for actor in (reading.speaker, reading.side)):
        return True
    named = [reading.claim.speaker, reading.claim.speaker_text]
    if reading.narrated:
        named = [reading.document.outlet]
    return bool(wanted := words(who)) and any(set(wanted) <= set(words(n)) for n in named if n)


def mode_of(reading: Reading) -> str:
    """Direct, indirect or mixed; ``own`` where the outlet speaks for itself."""
    return OWN if reading.narrated else reading.claim.mode.value


MODES = (*(m.value for m in Mode), OWN)


def is_about(case: Case, reading: Reading, about: Iterable[str]) -> bool:
    """Whether it is linked to one of the issues or provisions, or holds the words in its sentence."""
    linked = {x.id for x in reading.links if x.target in (Target.ISSUE, Target.PROVISION) and not x.doubtful}
    run = frozenset(words(reading.sentence or reading.claim.text))
    for matter in about:
        own = {
            i
            for i in linked
            if i in case.agreement.provisions and case.agreement.provisions[i].issue == matter
        }
        if (
            matter in linked
            or own
            or (matter not in case.agreement.provisions and run.issuperset(words(matter)))
        ):
            return True
    return False


def _who(reading: Reading) -> str:
    return reading.claim.speaker or reading.claim.speaker_text


def _points_back(
    case: Case, reading: Reading, as_of: date, wanted: Wanted, near: frozenset[tuple[str, str, str]]
) -> bool:
    """Whether it says "its opening" in a sentence in which the same speaker named the matter."""
    place = (reading.document.path, reading.sentence, _who(reading))
    if place not in near or not _BACK & set(words(reading.claim.text)[:6]):
        return False
    without = Wanted(
        wanted.by,
        (),
        wanted.kinds,
        wanted.mode,
        wanted.since,
        wanted.tone,
        wanted.ceasefire,
        wanted.proposals,
    )
    return _stands(reading, as_of, without) and _fits(case, reading, without)
