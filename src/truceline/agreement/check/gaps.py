"""T003 to T005, T008, T009, T014, T021, T022, T024, T047, T051, T053: what the texts leave open of the duties.

One note each, with all that it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from truceline.agreement.check.places import Places
from truceline.agreement.check.warning import Name, Warning, listed, tell  # noqa: A004
from truceline.agreement.model import Agreement, Clock, Deed, Provision, Target

OWED = (Deed.OBLIGATION, Deed.PROHIBITION)
Found = tuple[str, str, list[Provision]]  # code, what is told, of which provisions


def check(agreement: Agreement, at: Places, name: Name = str) -> Iterator[Warning]:
    """Notes on duties and bans."""
    owed = [p for p in agreement.provisions.values() if p.deed in OWED]
    for code, told, found in (*_times(owed), *_eyes(owed), *_texts(agreement, owed)):
        yield from _note(at, code, told, found)
    yield from _consent(agreement, owed, at, name)


def _note(at: Places, code: str, told: str, found: Iterable[Provision]) -> Iterator[Warning]:
    ids = tuple(p.id for p in found)
    if ids:
        yield tell(code, at("provisions", ids[0]), f"{told}: {listed(ids)}", *ids)


def _times(owed: list[Provision]) -> Iterator[Found]:
    duties = [p for p in owed if p.deed is Deed.OBLIGATION]
    undated = [p for p in duties if not _dated(p)]
    yield "T003", f"{len(undated)} of {len(duties)} duties carry no deadline in the text", undated
    yield "T022", "two texts set two clocks, which may differ", [p for p in duties if _two_texts(p)]


def _eyes(owed: list[Provision]) -> Iterator[Found]:
    unseen = [p for p in owed if not p.verify]
    yield "T004", f"nobody is named to verify {len(unseen)} of {len(owed)} duties and bans", unseen
    unjudged = [p for p in owed if (p.condition or p.exceptions) and not p.judge]
    yield "T005", "a condition or exception, and nobody named to judge it", unjudged
    own = [p for p in owed if p.bearer and (set(p.verify) == set(p.bearer) or p.judge in p.bearer)]
    yield "T053", "nobody but the bearer itself is named to verify or judge", own
    free = [p for p in owed if not p.remedy]
    yield (
        "T051",
        f"nothing is said to follow from a breach of {len(free)} of {len(owed)} duties and bans",
        free,
    )


def _texts(agreement: Agreement, owed: list[Provision]) -> Iterator[Found]:
    yield "T008", "a text behind it is not published", [p for p in owed if _hidden(p, agreement)]
    yield "T009", "an amount or unit is left open", [p for p in owed if any(t.undefined for t in p.targets)]
    bare = [p for p in owed if any(_bare(t) for t in p.targets)]
    yield "T024", "a number is owed, and its unit is left out", bare
    every = agreement.provisions.values()
    held = [p for p in every if p.held]
    yield "T021", "from memory: no text or report of it is held", held
    yield "T047", "the text in which it stands is not named", [p for p in every if not p.texts]


def _due(clock: Clock) -> bool:
    return bool(clock.anchor or clock.at or clock.every or clock.offset is not None)


def _dated(p: Provision) -> bool:
    """Whether the text itself sets a day; what somebody asserts of it does not count."""
    return any(_due(c) and not c.by for c in p.clocks)


def _two_texts(p: Provision) -> bool:
    """Whether two articles set two deadlines; two of one article are a matter of their own (T031)."""
    rows = [c for c in p.clocks if not c.by and _due(c)]
    dues = {(c.anchor, c.months, c.offset, c.at, c.every) for c in rows}
    return len(dues) > 1 and len({(c.instrument, c.article) for c in rows}) > 1


def _bare(target: Target) -> bool:
    return (target.low, target.high) != (None, None) and not (target.unit or target.undefined)


def _hidden(p: Provision, agreement: Agreement) -> bool:
    texts = [agreement.instruments[i].text for i in (*p.texts, *p.rests_on) if i in agreement.instruments]
    return "unpublished" in (p.text, *texts)


def _consent(agreement: Agreement, owed: list[Provision], at: Places, name: Name) -> Iterator[Warning]:
    stances = {(c.actor, c.instrument): c.stance for c in agreement.consent}
    for text in agreement.instruments.values():
        for side in agreement.parties:
            bound = [p for p in owed if text.id in p.texts and side in p.bearer]
            stance = stances.get((side, text.id))
            if stance not in ("accept", "partial"):
                told = "has rejected" if stance == "reject" else "is not held to have accepted"
                yield from _note(
                    at, "T014", f"owed by {name(side)} under {text.id}, a text that it {told}", bound
                )
