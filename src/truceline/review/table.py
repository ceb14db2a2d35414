"""The table a reviewer sits at, as plain text: the card, the question or the keys, and the count (frame F)."""

from __future__ import annotations

from truceline.evidence import SHAPES
from truceline.review import reshaping
from truceline.review.drawing import draw, ends, wrap
from truceline.review.session import Asking, Session
from truceline.review.together import together, voices

REMINDER = "You confirm what was said, not whether it is true."
HELP = f"""\
Keys
  Enter  they said this: the statement counts from now on, for the one who said it
  s      other speaker: press the number of a candidate, or type a name and Enter
  v      value: type 410, 10-12, 410- (at least) or -600 (up to), 12 in this period, then Enter;
         of a position its stance (accept, reject ...), of a duty kept or broken
  w      whose: the side whose deed, part or position it is: type a name, - for not told, then Enter
  d      denied: turns what is said from affirmed to denied, or back
  k      kind: type its number or name, then each part of it; Enter alone takes what is offered
  a      about: type numbers of the list or ids (p02 p20), - for none, then Enter
  t      other ceasefire: type its number or its id, then Enter; it will not count here
  x      not a statement: nobody said this; it is kept on record and counts for nothing
  u      leave open, doubtful: it stays on the list, and a report it touches cannot be signed
  n      note: type it, then Enter; it is kept with your verdict, inside the mission
  z      undo: drops your changes to this card, else takes back the last verdict
  g      the same for all readings like this one: each is shown, and you type their number
  q      stop; what you decided is kept
  A change (s, v, w, d, k, a, t, n) is kept when you press Enter. Esc leaves a question.

{REMINDER}
Any key goes back."""


def show(session: Session) -> str:
    """Everything on the table, as wide as the screen, at most 100 columns."""
    if session.asking is Asking.HELP:
        return HELP
    card = session.card
    if card is None:
        rows = [
            f"All {len(session.cards)} readings of this list have a verdict.",
            f"{session.tally}   [z] undo   [q] stop",
        ]
        return "\n".join([*_said(session), *rows])
    foot = _question(session) if session.asking else _keys(session)
    pending = tuple(session.told.values())
    top = together(session.like, pending) if session.asking is Asking.SAME else draw(card, pending)
    return "\n".join([top, *foot, *_said(session)])


def _said(session: Session) -> list[str]:
    return wrap(session.said, " ", " ") if session.said else []


def _keys(session: Session) -> list[str]:
    like = len(session.like) - 1
    same = f"[g] same for {like} like this  " if like else ""
    card = session.card
    assert card is not None
    choose = card.choose and "speaker" not in session.edits
    first = f"[1-{len(card.candidates)}] who said it, Enter" if choose else "[Enter] they said this"
    return [
        *wrap(
            f"{first}  [s] speaker  [v] value  [w] whose  [d] denied  [a] about  [t] ceasefire",
            " ",
            " ",
        ),
        *wrap(f"[k] kind  [x] not a statement  [u] leave open  [n] note  [z] undo  {same}[?] help", " ", " "),
        *ends(f" [q] stop   {REMINDER}", session.tally),
    ]


def _question(session: Session) -> list[str]:
    card = session.card
    assert card is not None
    listed: list[str] = []
    match session.asking:
        case Asking.SPEAKER:
            listed = [f"{i} {c}" for i, c in enumerate(card.candidates, 1)]
            lead = "Who said it? A number, or a name and Enter"
        case Asking.VALUE:
            held = SHAPES[reshaping.on_table(session).kind].value
            lead = (
                f"Value: {held.holds if held else ''}, for example {held.example if held else ''}, then Enter"
            )
        case Asking.WHOSE:
            lead = "Whose deed, part or position? A name, - for not told, then Enter"
        case Asking.KIND:
            listed = [f"{i} {kind}" for i, kind in enumerate(SHAPES, 1)]
            lead = "Which kind is it? A number or a name, then Enter"
        case Asking.PART:
            lead = _part(session)
        case Asking.ABOUT:
            listed = [f"{i} {o.id} {o.name}" for i, o in enumerate(card.about, 1)]
            lead = "About which duties? Numbers or ids, - for none, then Enter"
        case Asking.CEASEFIRE:
            listed = [f"{i} {c}" for i, c in enumerate(session.desk.ceasefires, 1)]
            lead = "Which ceasefire does it speak of? A number or an id, then Enter"
        case Asking.SAME:
            count, who = len(session.like), session.told.get("speaker") or f"said by {voices(session.like)}"
            listed = [f"To leave some out type their numbers with a minus, for example -{count}, and Enter."]
            lead = f"You confirm {count} sentences were {who}. Type {count} and Enter"
        case _:
            lead = "Note, then Enter"
    return [*wrap("   ".join(listed), " ", " "), *wrap(f"{lead}: {session.typed}_", " ", " ")]


def _part(session: Session) -> str:
    """The question for one part of another kind, with what is offered or an example."""
    kind, _ = reshaping.asked(session)
    slot, offered = reshaping.slot(session), reshaping.offered(session)
    free = ", or Enter where it is not told" if slot.free else ""
    rest = f"Enter for: {offered}" if offered else f"for example {slot.example}{free}"
    return f"{SHAPES[kind].name.capitalize()}: {slot.holds} ({rest})"
