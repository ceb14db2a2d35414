"""What each key does in a sitting (frame F)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from truceline.evidence import SHAPES, Polarity, Review, Verdict, seen
from truceline.evidence.shape import FIELD
from truceline.review import reshaping, words, writing
from truceline.review.card import Card
from truceline.review.desk import UnclearAnswer
from truceline.review.session import Asking, Session

ENTER = frozenset({"\r", "\n"})
ERASE = frozenset({"\x7f", "\x08"})
CANCEL = frozenset({"\x1b"})
TOGETHER = ("speaker", "ceasefire", "provision")
"""The changes that hold for several readings at once; a value or a note belongs to one sentence."""


def press(session: Session, key: str, now: datetime) -> Session:
    """The sitting after one key. An unknown key changes nothing but the message."""
    if session.over:
        return session
    if session.asking is Asking.HELP:
        return replace(session, asking=Asking.NOTHING)
    if session.asking is not Asking.NOTHING:
        return _typing(session, key, now)
    if session.card is None:
        return session.undone(now) if key == "z" else replace(session, over=True)
    if key in ENTER:
        return accept(session, now)
    if session.card.choose and key.isdecimal():
        return _candidate(session, session.card, key)
    command = COMMANDS.get(key)
    if command is None:
        return replace(session, said=f"No such key: {key!r}. ? shows them all.")
    return command(replace(session, said=""), now)


def accept(session: Session, now: datetime) -> Session:
    """They said this: accepted, or corrected where the reviewer changed a part. A doubtful speaker must be chosen first."""
    card = session.card
    assert card is not None
    if card.choose and "speaker" not in session.edits:
        return replace(
            session,
            said=f"Who said it? Press 1 to {len(card.candidates)}, or s and a name: nothing is preselected.",
        )
    return session.settled((_they_said(session, card, now),), now)


def _they_said(session: Session, card: Card, now: datetime) -> Review:
    """Accepted, or corrected with the changes on the table; what was put right before stays right."""
    reading = card.reading
    before = reading.review.corrections if reading.review and reading.state == Verdict.CORRECTED else {}
    if "kind" in session.edits:
        before = {k: v for k, v in before.items() if k != "kind" and not k.startswith(FIELD)}
    kept = {**before, **session.edits}
    return _review(session, card, Verdict.CORRECTED if kept else Verdict.ACCEPTED, now, kept)


def _review(
    session: Session, card: Card, verdict: Verdict, now: datetime, kept: Mapping[str, str] | None = None
) -> Review:
    read = card.reading.read
    return Review(read.id, seen(read), verdict, session.by, now, dict(kept or {}), session.note)


def _reject(session: Session, now: datetime) -> Session:
    assert session.card is not None
    return session.settled((_review(session, session.card, Verdict.REJECTED, now),), now)


def _leave(session: Session, now: datetime) -> Session:
    assert session.card is not None
    return session.settled((_review(session, session.card, Verdict.OPEN, now),), now)


def _value(session: Session, _now: datetime) -> Session:
    claim = reshaping.on_table(session)
    if claim.kind not in writing.CLOSED or claim.payload is None:
        return replace(session, said="This reading holds no number and no stance: k changes its parts.")
    return replace(session, asking=Asking.VALUE, typed="")


def _whose(session: Session, _now: datetime) -> Session:
    claim = reshaping.on_table(session)
    if claim.payload is None or SHAPES[claim.kind].whose is None:
        return replace(session, said="This reading tells of nobody's deed, part or position.")
    return replace(session, asking=Asking.WHOSE, typed="")


def _denied(session: Session, _now: datetime) -> Session:
    """Turn what is said from affirmed to denied, or back."""
    before = reshaping.on_table(session).polarity
    now_is = Polarity.AFFIRMED if before is Polarity.DENIED else Polarity.DENIED
    told = "they deny it" if now_is is Polarity.DENIED else "they affirm it"
    return _changed(session, {"polarity": now_is.value}, "polarity", told)


def _same(session: Session, _now: datetime) -> Session:
    card = session.card
    assert card is not None
    if len(session.like) == 1:
        return replace(session, said="No other reading is like this one.")
    if card.choose and "speaker" not in session.edits:
        return replace(session, said="Choose the speaker first; it will be kept for all of them.")
    if session.note or set(session.edits) - set(TOGETHER):
        return replace(
            session, said="Such a change or a note belongs to one sentence: press Enter for this one alone."
        )
    return replace(session, asking=Asking.SAME, typed="")


def _ask(what: Asking) -> Callable[[Session, datetime], Session]:
    return lambda session, _now: replace(session, asking=what, typed="")


COMMANDS: dict[str, Callable[[Session, datetime], Session]] = {
    "s": _ask(Asking.SPEAKER),
    "v": _value,
    "a": _ask(Asking.ABOUT),
    "w": _whose,
    "d": _denied,
    "k": _ask(Asking.KIND),
    "t": _ask(Asking.CEASEFIRE),
    "x": _reject,
    "u": _leave,
    "n": _ask(Asking.NOTE),
    "z": lambda session, now: session.undone(now),
    "g": _same,
    "?": _ask(Asking.HELP),
    "q": lambda session, _now: replace(session, over=True),
}


def _typing(session: Session, key: str, now: datetime) -> Session:
    """A key while a question is open: one of the candidates, a letter of the answer, Enter, or a way out."""
    card = session.card
    assert card is not None
    if key in CANCEL:
        return replace(session, asking=Asking.NOTHING, typed="", said="", apart=frozenset(), shaping=None)
    if key in ERASE:
        return replace(session, typed=session.typed[:-1])
    if key not in ENTER:
        if session.asking is Asking.SPEAKER and not session.typed and key.isdecimal():
            return _candidate(replace(session, asking=Asking.NOTHING), card, key)
        return replace(session, typed=session.typed + key, said="") if key.isprintable() else session
    try:
        return _answered(session, card, session.typed.strip(), now)
    except UnclearAnswer as unclear:
        return replace(session, typed="", said=str(unclear))


def _candidate(session: Session, card: Card, key: str) -> Session:
    if not 1 <= int(key) <= len(card.candidates):
        return replace(session, said=f"There are {len(card.candidates)} to choose from.")
    chosen = card.candidates[int(key) - 1]
    return _changed(session, {"speaker": chosen.value}, "speaker", f"said by {chosen.name}")


def _answered(session: Session, card: Card, typed: str, now: datetime) -> Session:
    desk = session.desk
    if session.asking is Asking.PART:
        return reshaping.answered(session, typed)
    if not typed:
        return replace(session, asking=Asking.NOTHING, said="Nothing typed: nothing changed.")
    match session.asking:
        case Asking.SPEAKER:
            speaker, name = desk.speaker(typed)
            return _changed(session, {"speaker": speaker}, "speaker", f"said by {name}")
        case Asking.VALUE:
            return _parted(session, "value", typed)
        case Asking.KIND:
            return reshaping.chosen(session, typed)
        case Asking.ABOUT:
            ids = desk.about(typed, card)
            return _changed(session, {"provision": ids}, "about", f"about {'no duty' if ids == '-' else ids}")
        case Asking.WHOSE:
            return _parted(session, "whose", typed)
        case Asking.CEASEFIRE:
            other = desk.ceasefire(typed)
            return _changed(session, {"ceasefire": other}, "ceasefire", f"of the ceasefire {other}")
        case Asking.SAME:
            return _together(session, typed, now)
        case _:
            return replace(
                session,
                asking=Asking.NOTHING,
                typed="",
                note=typed,
                told={**session.told, "note": f"note: {typed}"},
            )


def _parted(session: Session, part: str, typed: str) -> Session:
    """The card with the value, or with whose it is, put right."""
    kind = reshaping.on_table(session).kind
    made = writing.part(part, kind, typed, session.desk)
    if part == "whose":
        return _changed(session, made, part, session.desk.side(typed)[1])
    changed = _changed(session, made, part, "")
    return replace(changed, told={**changed.told, part: f"value {words.value(reshaping.on_table(changed))}"})


def _changed(session: Session, edits: dict[str, str], part: str, words: str) -> Session:
    """The card with a part put right; Enter keeps it, z drops it."""
    return replace(
        session,
        asking=Asking.NOTHING,
        typed="",
        said="",
        edits={**session.edits, **edits},
        told={**session.told, part: words},
    )


def _together(session: Session, typed: str, now: datetime) -> Session:
    """Accept all like readings, once their number was typed."""
    cards = session.like
    if apart := re.findall(r"-\s*(\d+)", typed):
        return _without(session, [int(n) for n in apart])
    if typed != str(len(cards)):
        return replace(
            session, asking=Asking.NOTHING, typed="", said=f"Not done: {typed} is not {len(cards)}."
        )
    return session.settled(tuple(_they_said(session, c, now) for c in cards), now)


def _without(session: Session, numbers: list[int]) -> Session:
    """The question again, for fewer: those left out keep their own cards."""
    cards = session.like
    if any(not 2 <= n <= len(cards) for n in numbers):
        return replace(session, typed="", said=f"Leave out 2 to {len(cards)}; 1 is the card on the table.")
    apart = session.apart | {cards[n - 1].reading.id for n in numbers}
    fewer = replace(session, typed="", said="", apart=apart)
    if len(fewer.like) > 1:
        return fewer
    return replace(
        fewer, asking=Asking.NOTHING, apart=frozenset(), said="Only this one is left: press Enter."
    )
