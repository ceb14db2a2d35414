"""Score claims against dispatches of the corpus: speakers, relay, figures, stance, dates. Counts, never a single mark.

An attribution is found where a claim overlaps what it tells by half of the shorter one. A wrong name is worse than none: right, wrong
and unresolved are told apart. A named speaker counts as right where the claim names him as speaker, as the body he speaks for, or (for
an attribution inside another's words) as the original.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dispatch import Dispatch, Item, Said
from measure import name_words

from truceline.evidence import Attribution, Claim, Figure, Position

SMALL = {
    "an",
    "a",
    "the",
    "of",
    "for",
    "in",
    "at",
    "and",
    "to",
    "from",
    "one",
    "mr",
    "mrs",
    "ms",
    "dr",
    "general",
    "spokesman",
    "spokeswoman",
    "spokesperson",
}


@dataclass
class Sheet:
    """Counts over dispatches, and a line for each thing that is not right."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, what: str, dispatch: Dispatch, note: str = "") -> None:
        self.counts[what] += 1
        if not what.endswith("right"):
            self.misses.append(f"{what:18} {dispatch.path.parent.name}/{dispatch.path.stem}: {note}")

    def share(self, part: str, *others: str) -> float:
        total = self.counts[part] + sum(self.counts[o] for o in others)
        return self.counts[part] / total if total else 1.0


def score(sheet: Sheet, dispatch: Dispatch, claims: Sequence[Claim]) -> None:
    """Add one dispatch to the sheet."""
    for said in dispatch.said:
        near = [c for c in claims if c.attribution is not Attribution.NARRATOR and overlaps(c, said.told)]
        _speaker(sheet, dispatch, said, near)
    for said, item in _items(dispatch):
        if item.kind == "figure":
            _figure(sheet, dispatch, item, claims)
        if item.kind == "position" and said is not None:
            _stance(sheet, dispatch, item, claims)
    for item in dispatch.narrator:
        wrong = [
            c
            for c in claims
            if c.attribution is Attribution.EXPLICIT and overlaps(c, [(item.start, item.end)])
        ]
        sheet.add(
            "voice wrong" if wrong else "voice right",
            dispatch,
            f"{dispatch.text[item.start : item.end][:70]!r} / {sorted({str(c.speaker) for c in wrong})}",
        )


def _items(dispatch: Dispatch) -> Iterable[tuple[Said | None, Item]]:
    yield from ((said, item) for said in dispatch.said for item in said.items)
    yield from ((None, item) for item in dispatch.narrator)


def overlaps(claim: Claim, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a claim shares half of the shorter of itself and one of the spans."""
    return any(
        2 * (min(claim.end, b) - max(claim.start, a)) >= min(claim.end - claim.start, b - a) for a, b in spans
    )


def _speaker(sheet: Sheet, dispatch: Dispatch, said: Said, near: list[Claim]) -> None:
    want = _who(said.keys["speaker"])
    told = " ".join(dispatch.text[a:b] for a, b in said.told)[:60]
    note = (
        f"{said.keys['speaker']} / {sorted({str(c.speaker or '-' + c.speaker_text) for c in near})} {told!r}"
    )
    if not near:
        sheet.add("speaker missed", dispatch, note)
    elif said.keys["speaker"] == "?" or _unnamed(dispatch, said):
        named = all(c.speaker and not want & _who(c.speaker) for c in near)
        same = said.keys["speaker"] == "?" or any(
            want & _who(c.speaker_text, c.speaker, c.original) for c in near
        )
        sheet.add(
            "speaker right" if same else "speaker wrong" if named else "speaker unresolved", dispatch, note
        )
    elif any(want & _who(c.speaker, c.on_behalf_of, c.original) for c in near):
        sheet.add("speaker right", dispatch)
        _relay(
            sheet,
            dispatch,
            said,
            [c for c in near if want & _who(c.speaker, c.on_behalf_of, c.original)],
        )
    else:
        sheet.add("speaker wrong" if any(c.speaker for c in near) else "speaker unresolved", dispatch, note)


def _who(*names: object) -> set[str]:
    """The words that tell who is meant; of an office alone ("the spokesperson") the office."""
    found = name_words(*names) - SMALL
    return found or set(" ".join(str(n or "") for n in names).lower().split()) - {"the", "a", "an"}


def _unnamed(dispatch: Dispatch, said: Said) -> bool:
    """Whether the text has a description only of who speaks: so marked here, or where the same speaker has a cue."""
    same = {s.keys["speaker"] for s in dispatch.said if s.kind == "anonymous"}
    return said.kind == "anonymous" or said.kind == "implicit" and said.keys["speaker"] in same


def _relay(sheet: Sheet, dispatch: Dispatch, said: Said, near: list[Claim]) -> None:
    want = [_who(r) for r in said.relay]
    by = _who(said.keys["speaker"])
    right = any(
        len(relay) == len(want) and all(w & _who(r) for w, r in zip(want, relay, strict=True))
        for c in near
        for relay in _chains(c, by)
    )
    note = f"{said.relay} / {sorted({c.relay for c in near})} {said.keys['speaker']}"
    sheet.add("relay right" if right else "relay wrong", dispatch, note)
    if want:
        sheet.add("chain right" if right else "chain wrong", dispatch, note)


def _chains(claim: Claim, by: set[str]) -> Iterable[tuple[str, ...]]:
    """The carriers of a claim; where ``by`` is its original, whoever passes that on is the first of them."""
    yield claim.relay
    if by & _who(claim.original):
        yield (claim.speaker or claim.speaker_text, *claim.relay)


def _number(text: str | None) -> float | None:
    return float(text) if text not in (None, "") else None


def _figure(sheet: Sheet, dispatch: Dispatch, item: Item, claims: Sequence[Claim]) -> None:
    want = (_number(item.keys.get("lo")), _number(item.keys.get("hi")))
    near = [
        c.payload for c in claims if isinstance(c.payload, Figure) and overlaps(c, [(item.start, item.end)])
    ]
    same = [p for p in near if _bounds(p, want, item)]
    note = f"{dispatch.text[item.start : item.end][:60]!r} {want} / {[(p.low, p.high, p.counts) for p in near][:4]}"
    sheet.add("bounds right" if same else "bounds wrong", dispatch, note)
    basis = item.keys.get("basis", "total")
    good = [p for p in same if p.basis.value == basis or "basis" not in item.keys]
    stems = {w[:5] for w in name_words(item.keys["counts"]) - SMALL}
    counted = [p for p in good if stems & {w[:5] for w in name_words(p.counts, p.unit)}]
    if same:
        sheet.add("basis right" if good else "basis wrong", dispatch, f"{item.keys.get('basis')} {note}")
        sheet.add("counts right" if counted else "counts wrong", dispatch, f"{item.keys['counts']} {note}")
    sheet.add("figure right" if counted else "figure wrong", dispatch, note)


def _bounds(p: Figure, want: tuple[float | None, float | None], item: Item) -> bool:
    """Equal bounds; a share may be written as percent or as a part of one; "nearly" and "within" may have one bound or two."""
    for factor in (1.0, 100.0, 0.01):
        got = tuple(None if x is None else round(x * factor, 2) for x in (p.low, p.high))
        if all(
            a == b or a is not None and b is not None and factor != 1 and abs(a - b) <= 1
            for a, b in zip(got, want, strict=True)
        ):
            return True
    loose = {"nearly", "almost", "within", "close to", "just under", "under"} & {
        p.approximator,
        item.keys.get("approx", ""),
    }
    return bool(loose) and want[1] is not None and p.high == want[1]


def _stance(sheet: Sheet, dispatch: Dispatch, item: Item, claims: Sequence[Claim]) -> None:
    near = [
        c.payload for c in claims if isinstance(c.payload, Position) and overlaps(c, [(item.start, item.end)])
    ]
    right = any(p.stance.value == item.keys["stance"] for p in near)
    note = f"{dispatch.text[item.start : item.end][:80]!r} {item.keys['stance']} / {[p.stance.value for p in near]}"
    sheet.add("stance right" if right else "stance wrong" if near else "stance missed", dispatch, note)
