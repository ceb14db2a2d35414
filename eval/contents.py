"""What is asserted, scored against dispatches: kinds, values, denials, conditions, and the exact characters of an assertion.

The outlet's own voice is left out: the corpus lists it only where it stands near a cue. A gold item of kind K is found where a claim of
kind K shares half of the shorter of the two; a claim is right where such an item stands. A denial is a claim that is denied, or a
compliance whose value is turned round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dispatch import Dispatch, Item
from measure import name_words
from scoring import SMALL, Sheet, overlaps

from truceline.evidence import Attribution, Claim, Compliance, Polarity, Position, State
from truceline.reading.vocabulary import load

_NEGATION = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|neither|nor|cannot|without)\b|n[’']t\b", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:that|to)\s+", re.IGNORECASE)
_EDGE = " \t\n\"“”„‟«»'‘’.,;:!?"


def score_contents(sheet: Sheet, dispatch: Dispatch, claims: Sequence[Claim]) -> None:
    """Add the items of one dispatch to the sheet."""
    told = [c for c in claims if c.attribution is not Attribution.NARRATOR]
    items = [item for said in dispatch.said for item in said.items]
    for item in items:
        near = [c for c in told if overlaps(c, [(item.start, item.end)])]
        _kind(sheet, dispatch, item, near)
        _values(sheet, dispatch, item, near)
        _denial(sheet, dispatch, item, near)
        _exact(sheet, dispatch, item, told)
    _precision(sheet, dispatch, items, told)
    _spans(sheet, items, told)


def table(sheet: Sheet) -> Iterator[str]:
    """Recall and precision of each kind, then the other counts, a line each."""
    counts = sheet.counts
    for kind in _KINDS:
        found, all_ = (
            counts[f"kind {kind} right"],
            counts[f"kind {kind} right"] + counts[f"kind {kind} missed"],
        )
        good, made = (
            counts[f"claim {kind} right"],
            counts[f"claim {kind} right"] + counts[f"claim {kind} extra"],
        )
        yield f"{kind:10} recall {found}/{all_} ({_share(found, all_)})  precision {good}/{made} ({_share(good, made)})"
    for name in ("kept", "state", "denial", "if", "exact", "number"):
        parts = {k: v for k, v in sorted(counts.items()) if k.startswith(name + " ")}
        total = sum(parts.values())
        yield f"{name:10} " + ", ".join(f"{k.split()[1]} {v} ({_share(v, total)})" for k, v in parts.items())
    paired, gold, made = counts["spans right"], counts["spans gold"], counts["spans made"]
    yield f"spans      F1 {_share(2 * paired, gold + made)} (pairs {paired}, items {gold}, claims {made})"


_KINDS = ("position", "condition", "step", "state", "compliance", "incident", "term", "figure", "statement")


def _share(part: int, total: int) -> str:
    return f"{part / total:.1%}" if total else "-"


def _text(dispatch: Dispatch, item: Item) -> str:
    return repr(dispatch.text[item.start : item.end][:90])


def _kind(sheet: Sheet, dispatch: Dispatch, item: Item, near: list[Claim]) -> None:
    same = any(c.kind.value == item.kind for c in near)
    note = f"{_text(dispatch, item)} / {[c.kind.value for c in near][:4]}"
    sheet.add(f"kind {item.kind} {'right' if same else 'missed'}", dispatch, note)


def _precision(sheet: Sheet, dispatch: Dispatch, items: list[Item], told: list[Claim]) -> None:
    for claim in told:
        around = [i for i in items if overlaps(claim, [(i.start, i.end)])]
        right = any(i.kind == claim.kind.value for i in around)
        note = f"{claim.text[:90]!r} [{claim.cue}] / {[i.kind for i in around][:4]}"
        sheet.add(f"claim {claim.kind.value} {'right' if right else 'extra'}", dispatch, note)


def _values(sheet: Sheet, dispatch: Dispatch, item: Item, near: list[Claim]) -> None:
    """Kept or broken; a state's value by a common stem or a word of the same entry; whether a position has its condition."""
    if item.kind == "compliance":
        values = {c.payload.value for c in near if isinstance(c.payload, Compliance)}
        want = item.keys.get("value", "")
        word = "right" if want in values else "wrong" if values else "missed"
        sheet.add(f"kept {word}", dispatch, f"{_text(dispatch, item)} {want} / {values}")
    if item.kind == "state":
        states = [c.payload.value for c in near if isinstance(c.payload, State)]
        same = any(_stems(item.keys.get("value", "")) & _stems(v) for v in states)
        word = "right" if same else "wrong" if states else "missed"
        sheet.add(f"state {word}", dispatch, f"{_text(dispatch, item)} {item.keys.get('value')} / {states}")
    if item.kind == "position" and item.keys.get("if"):
        got = [c.payload.condition for c in near if isinstance(c.payload, Position)]
        word = "right" if any(got) else "wrong" if got else "missed"
        sheet.add(f"if {word}", dispatch, f"{_text(dispatch, item)} {item.keys['if']} / {got}")


def _stems(value: str) -> set[str]:
    known = {w for word in name_words(value) - SMALL for w in _entries().get(word, ())}
    return {w[:5] for w in (name_words(value) - SMALL) | known}


@cache
def _entries() -> dict[str, set[str]]:
    """Word of the table of states -> the entries in which it stands."""
    found: dict[str, set[str]] = {}
    for value, listed in load("kinds")["states"].items():
        for phrase in listed:
            for word in name_words(phrase):
                found.setdefault(word, set()).add(value)
    return found


def _denial(sheet: Sheet, dispatch: Dispatch, item: Item, near: list[Claim]) -> None:
    """Denied where gold denies; "extra" where a claim denies what gold affirms. Positions have their stance instead.

    "own": the words themselves hold the negation ("nobody was told"). Gold marks what a cue denies; a claim marks both, since who weighs
    "the gate was not opened" must know that it was not.
    """
    if item.kind == "position":
        return
    denied = [c.polarity is Polarity.DENIED or _turned(c, item) for c in near]
    note = f"{_text(dispatch, item)} / {[(c.kind.value, c.polarity.value) for c in near]}"
    if item.keys.get("denied") == "yes":
        sheet.add("denial right" if any(denied) else "denial missed", dispatch, note)
    elif near and all(denied):
        own = _NEGATION.search(dispatch.text[item.start : item.end])
        sheet.add("denial own" if own else "denial extra", dispatch, note)


def _turned(claim: Claim, item: Item) -> bool:
    want = item.keys.get("value") if item.kind == "compliance" else None
    return isinstance(claim.payload, Compliance) and want not in (None, claim.payload.value)


def bare(text: str) -> str:
    """An assertion without quotation marks at its ends and inside, a leading "that" or "to", and final punctuation."""
    text = re.sub(r"[\"“”„‟«»]", "", text).strip(_EDGE)
    return " ".join(_LEADING.sub("", text).split())


def content(claim: Claim) -> str:
    """The words of a claim without its cue: gold's items leave the cue out, a claim of stance keeps it for whoever reads the report."""
    if claim.cue_span is None or not claim.start <= claim.cue_span.start < claim.cue_span.end < claim.end:
        return claim.text
    return claim.text[claim.cue_span.end - claim.start :]


def _exact(sheet: Sheet, dispatch: Dispatch, item: Item, told: list[Claim]) -> None:
    """A figure has its words in what it counts (scoring.py); so it is told apart from what is asserted otherwise."""
    want = bare(dispatch.text[item.start : item.end])
    near = [c for c in told if c.start < item.end and item.start < c.end]
    same = any(want in (bare(c.text), bare(content(c))) for c in near)
    note = f"{_text(dispatch, item)} / {[c.text[:90] for c in near][:3]}"
    name = "number" if item.kind == "figure" else "exact"
    sheet.add(f"{name} right" if same else f"{name} differs" if near else f"{name} missed", dispatch, note)


def _spans(sheet: Sheet, items: list[Item], told: list[Claim]) -> None:
    """One claim for one item, the pairs with the largest common share first; half of the longer one must be common."""
    gold = sorted({(i.start, i.end) for i in items})
    made = sorted({(c.start, c.end) for c in told})
    pairs = sorted(((_common(g, m), g, m) for g in gold for m in made if _common(g, m) >= 0.5), reverse=True)
    left, right = set(gold), set(made)
    for _, g, m in pairs:
        if g in left and m in right:
            left.discard(g)
            right.discard(m)
            sheet.counts["spans right"] += 1
    sheet.counts["spans gold"] += len(gold)
    sheet.counts["spans made"] += len(made)


def _common(a: tuple[int, int], b: tuple[int, int]) -> float:
    both = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, both) / max(a[1] - a[0], b[1] - b[0])
