"""Another kind for a reading, part by part: what fits is offered as it was read, what is missing is asked for by name."""

from __future__ import annotations

from dataclasses import replace

from truceline.case.corrections import rewritten
from truceline.evidence import SHAPES, Claim, Kind, Slot
from truceline.evidence.shape import FIELD
from truceline.review import words, writing
from truceline.review.session import Asking, Session


def on_table(session: Session) -> Claim:
    """The claim of the card with the changes on the table, whoever said it."""
    assert session.card is not None
    return rewritten(session.card.reading.claim, session.edits)


def chosen(session: Session, typed: str) -> Session:
    """The sitting once a kind was typed: its first part is asked for, or it is done. Raises UnclearAnswer."""
    kind = writing.kind(typed)
    return _next(replace(session, shaping=kind, draft={}, parts=tuple(SHAPES[kind].slots)))


def answered(session: Session, typed: str) -> Session:
    """The sitting once a part was typed; nothing typed takes what is offered. Raises UnclearAnswer."""
    kind, part = asked(session)
    typed = typed or offered(session)
    made = writing.part(part, kind, typed, session.desk) if typed else {}
    if lacks := writing.missing(part, kind, made):
        return replace(session, typed="", said=lacks)
    return _next(replace(session, draft={**session.draft, **made}, parts=session.parts[1:]))


def asked(session: Session) -> tuple[Kind, str]:
    """The kind on its way, and the part that is asked for."""
    assert session.shaping is not None
    return session.shaping, session.parts[0]


def slot(session: Session) -> Slot:
    """What the part that is asked for holds, in words."""
    kind, part = asked(session)
    return SHAPES[kind].slots[part]


def offered(session: Session) -> str:
    """The part as it was read, "" where it was not."""
    kind, part = asked(session)
    return writing.as_read(on_table(session), part, kind)


def _next(session: Session) -> Session:
    if session.parts:
        return replace(session, asking=Asking.PART, typed="", said="")
    return _whole(session)


def _whole(session: Session) -> Session:
    """The change on the table: Enter keeps it, z drops it. Of the same kind it is a change of its parts alone."""
    card, kind = session.card, session.shaping
    assert card is not None
    assert kind is not None
    others = {k: v for k, v in session.edits.items() if k != "kind" and not k.startswith(FIELD)}
    same = kind is card.reading.claim.kind
    edits = {**others, **({} if same else {"kind": kind.value}), **session.draft}
    claim = rewritten(card.reading.claim, edits)
    told = {k: v for k, v in session.told.items() if k not in ("value", "whose")}
    return replace(
        session,
        asking=Asking.NOTHING,
        typed="",
        said="",
        shaping=None,
        draft={},
        edits=edits,
        told={**told, "kind": f"it is {words.whole(claim)}"},
    )
