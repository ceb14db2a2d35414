"""Score claims against dispatches of the corpus: speakers, relay, figures, stance, dates. Counts, never a single mark.

An attribution is found where a claim overlaps what it tells by half of the shorter one. A wrong name is worse than none: right, wrong
and unresolved are told apart. A named speaker counts as right where the claim names him as speaker, as the body he speaks for, or (for
an attribution inside another's words) as the original.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dispatch import Dispatch, Item, Said
from measure import name_words

from truceline.evidence import Attribution, Basis, Claim, Figure, Position
from truceline.evidence import dates as edtf
from truceline.reading import dates

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
    for said, item in each_item(dispatch):
        if item.kind == "figure":
            _figure(sheet, dispatch, item, claims)
        if "about" in item.keys:
            _about(sheet, dispatch, item, claims)
        if item.kind == "position" and said is not None:
            _stance(sheet, dispatch, item, claims)
    _extra(sheet, dispatch, claims)
    _dates(sheet, dispatch)
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


def each_item(dispatch: Dispatch) -> Iterable[tuple[Said | None, Item]]:
    """Every assertion with the attribution that it stands in, None for the outlet's own."""
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


def named_right(dispatch: Dispatch, said: Said, claim: Claim) -> bool:
    """Whether one claim tells whose words an attribution gives, as ``score`` judges all claims near it."""
    want = _who(said.keys["speaker"])
    if said.keys["speaker"] == "?":
        return claim.speaker is None
    if _unnamed(dispatch, said):
        return bool(want & _who(claim.speaker_text, claim.speaker, claim.original))
    return bool(want & _who(claim.speaker, claim.on_behalf_of, claim.original))


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


def end_of(text: str | None) -> float | None:
    """An end of a figure as annotated; None where it is open."""
    return float(text) if text not in (None, "") else None


def _figure(sheet: Sheet, dispatch: Dispatch, item: Item, claims: Sequence[Claim]) -> None:
    want = (end_of(item.keys.get("lo")), end_of(item.keys.get("hi")))
    over = [c for c in claims if isinstance(c.payload, Figure) and overlaps(c, [(item.start, item.end)])]
    near = [c.payload for c in over if isinstance(c.payload, Figure)]
    days = {id(c.payload): c.about for c in over}
    same = [p for p in near if bounds_the_same(p, want, item)]
    note = f"{dispatch.text[item.start : item.end][:60]!r} {want} / {[(p.low, p.high, p.counts) for p in near][:4]}"
    sheet.add("bounds right" if same else "bounds wrong", dispatch, note)
    basis = item.keys.get("basis", "total")
    good = [
        p
        for p in same
        if p.basis.value == basis or "basis" not in item.keys or _same_period(p, days[id(p)], item)
    ]
    quote = dispatch.text[item.start : item.end]
    counted = [p for p in same if counts_the_same(p, item.keys["counts"], quote, item.keys.get("unit", ""))]
    if same:
        sheet.add("basis right" if good else "basis wrong", dispatch, f"{item.keys.get('basis')} {note}")
        for key, got in (
            ("base", "base"),
            ("asof", "as_of"),
            ("per", "per"),
            ("side", "side"),
            ("counter", "counter"),
        ):
            if item.keys.get(key):
                told = [str(getattr(p, got)) for p in same]
                if key == "counter":  # who counts is the speaker where the figure names nobody else
                    said = [c for c in over if c.payload in same and not getattr(c.payload, "counter", "")]
                    told += [f"{c.speaker or ''} {c.speaker_text} {c.on_behalf_of or ''}" for c in said]
                if key == "asof":  # gold writes a new figure's period whole, or its day
                    told += [f"{p.base}/{p.as_of}" for p in same]
                    told += [days[id(p)].edtf for p in same if p.basis is Basis.NEW]
                _detail(sheet, dispatch, key, item.keys[key], told, note)
        sheet.add("counts right" if counted else "counts wrong", dispatch, f"{item.keys['counts']} {note}")
    whole = any(p in good for p in counted)
    sheet.add("figure right" if whole else "figure wrong", dispatch, note)


HARM = (
    {"dead", "death", "deaths", "killed", "kill", "fatalities", "die", "died", "slain"},
    {"wounded", "injured", "hurt", "wounds", "injuries"},
)

SAME = ({"truck", "trucks", "lorry", "lorries"}, {"arms", "weapon", "weapons", "weaponry"})
CORPSES = {"body", "bodies", "remains", "corpse", "corpses"}


def counts_the_same(p: Figure, want: str, quote: str, measured: str = "") -> bool:
    """Whether a figure counts what gold says: a stem of gold's words; "dead" is "killed", "wounded" is "injured", a lorry is a truck,
    weapons are arms, bodies are of the dead; what "failed" so many times are failures; the unit that gold says it is ``measured`` in;
    or the word that the text itself puts right behind the number ("22 crowns" where gold says "price of the ticket", "54 freed").

    A noun from elsewhere in the sentence does not pass, nor does another thing ("rifles" for "soldiers").
    """
    if measured and _stems(p.unit) & _stems(measured):
        return True
    said, meant = name_words(p.counts, p.unit), name_words(want)
    for group in (*HARM, *SAME):
        said |= group if said & group else set()
    if said & CORPSES and meant & HARM[0] or _stemmed(said) & _stemmed(meant):
        return True
    if p.counts.startswith("times ") and {w[:4] for w in name_words(p.counts[6:])} & {w[:4] for w in meant}:
        return True
    unit = (p.unit or (p.counts if " " not in p.counts else "")).lower().split()[-1:] or [""]
    behind = re.search(
        rf"(?:\d|\b(?:{SPELLED})\b)\S*(?:[ -](?:of )?(?:more )?[\w'’-]+){{0,2}}?[ -](?:of )?[“‘]?{re.escape(unit[0])}s?\b",
        quote,
        re.IGNORECASE,
    )
    return bool(unit[0]) and (
        behind is not None or unit[0] == "percent" and bool(re.search(SHARE, quote, re.IGNORECASE))
    )


def _same_period(p: Figure, about: edtf.Interval, item: Item) -> bool:
    """Whether gold's total and the reader's new figure name the same closed period: both ends, or the day that gold says it is about.

    "14 between 20 and 27 March" is the same number over the same days under either name.
    """
    keys = item.keys
    if keys.get("basis") != "total" or p.basis is not Basis.NEW:
        return False
    if keys.get("base") and keys.get("asof"):
        return (p.base, p.as_of) == (keys["base"], keys["asof"])
    return "about" in keys and "base" not in keys and _same_days(about, edtf.parse(keys["about"]))


def _stems(text: str) -> set[str]:
    return _stemmed(name_words(text))


def _stemmed(found: set[str]) -> set[str]:
    """Stems of five letters, of a plural those of its singular: "gun" and "guns" are one word."""
    return {
        (w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w)[:5] for w in found - SMALL
    }


SPELLED = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|dozens?|scores?|hundreds?|thousands?|millions?|half|fortnight"
)
SIZES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
SHARE = r"\b(?:half|thirds?|quarters?|fifths?|sixths?|tenths?|per ?cent|most)\b|%"


def _detail(sheet: Sheet, dispatch: Dispatch, key: str, want: str, got: list[str], note: str) -> None:
    """Base, end, unit of time and side of a figure whose bounds are right: the same writing, of a name one stem ("Israeli troops")."""
    same = [g for g in got if g == want or key in ("side", "counter") and _stems(g) & _stems(want)]
    sheet.add(f"{key} right" if same else f"{key} wrong", dispatch, f"{want} / {got} {note}")


def bounds_the_same(p: Figure, want: tuple[float | None, float | None], item: Item) -> bool:
    """Equal bounds; a share may be written as percent or as a part of one; "nearly" and "within" may have one bound or two."""
    of = re.search(r"\d+", item.keys.get("of", ""))
    parts = (1.0, 100.0, 0.01, float(of[0]) / 100) if of else (1.0, 100.0, 0.01)
    size = next((n for word, n in SIZES.items() if word in item.keys.get("unit", "")), None)
    if size is not None:  # gold's "7" of "billion dollars" is 7,000,000,000
        want = tuple(None if x is None else x * size for x in want)  # type: ignore[assignment]
    for factor in parts:
        got = tuple(None if x is None else round(x * factor, 2) for x in (p.low, p.high))
        if all(
            a == b
            or a is not None
            and b is not None
            and (factor != 1 or p.unit == "percent")
            and abs(a - b) <= (1 if factor >= 1 else 0.01)
            for a, b in zip(got, want, strict=True)
        ):
            return True
    loose = {"nearly", "almost", "barely", "within", "close to", "just under", "under"} & {
        p.approximator,
        item.keys.get("approx", ""),
    }
    return (
        bool(loose)
        and want[1] is not None
        and p.high is not None
        and any(abs(p.high * f - want[1]) <= 0.01 * want[1] for f in parts)
    )


def _stance(sheet: Sheet, dispatch: Dispatch, item: Item, claims: Sequence[Claim]) -> None:
    near = [
        c.payload for c in claims if isinstance(c.payload, Position) and overlaps(c, [(item.start, item.end)])
    ]
    right = any(p.stance.value == item.keys["stance"] for p in near)
    note = f"{dispatch.text[item.start : item.end][:80]!r} {item.keys['stance']} / {[p.stance.value for p in near]}"
    sheet.add("stance right" if right else "stance wrong" if near else "stance missed", dispatch, note)


def _dates(sheet: Sheet, dispatch: Dispatch) -> None:
    """Every gold expression of time against those that ``dates.find`` sees: the characters touch, the days are the same."""
    day = edtf.parse(dispatch.head["published"])
    found = dates.find(dispatch.text, dates.Published(day.earliest, day.latest))
    seen: set[int] = set()
    for start, end, want in dispatch.dates:
        near = [f for f in found if f.start < end and start < f.end]
        seen |= {f.start for f in near}
        right = any(_same_days(f.interval, edtf.parse(want)) for f in near)
        note = f"{dispatch.text[start:end]!r} {want} / {[str(f.interval) for f in near]} {_around(dispatch.text, start, end)}"
        sheet.add("date right" if right else "date wrong" if near else "date missed", dispatch, note)
    for f in found:
        if f.start not in seen:
            sheet.add(
                "date extra",
                dispatch,
                f"{dispatch.text[f.start : f.end]!r} {f.interval} {_around(dispatch.text, f.start, f.end)}",
            )


def _about(sheet: Sheet, dispatch: Dispatch, item: Item, claims: Sequence[Claim]) -> None:
    """Whether a claim over the assertion speaks of the days that gold says it speaks of."""
    near = [c for c in claims if overlaps(c, [(item.start, item.end)])]
    right = any(_same_days(c.about, edtf.parse(item.keys["about"])) for c in near)
    note = f"{dispatch.text[item.start : item.end][:70]!r} {item.keys['about']} / {sorted({str(c.about) for c in near})}"
    sheet.add("about right" if right else "about wrong" if near else "about missed", dispatch, note)


def _extra(sheet: Sheet, dispatch: Dispatch, claims: Sequence[Claim]) -> None:
    """Figures inside what somebody tells that gold has none of: gold is complete there, not in the outlet's own voice."""
    gold = [(i.start, i.end) for _, i in each_item(dispatch) if i.kind == "figure"]
    told = [span for said in dispatch.said for span in said.told]
    for claim in claims:
        if not isinstance(claim.payload, Figure) or not overlaps(claim, told):
            continue
        inside = any(claim.start < b and a < claim.end for a, b in gold)
        note = f"{claim.text[:70]!r} {claim.payload.low} {claim.payload.high} {claim.payload.counts}"
        sheet.add("figures right" if inside else "figures extra", dispatch, note)


def _same_days(got: edtf.Interval, want: edtf.Interval) -> bool:
    """The same days; where a year is missing the same writing."""
    if want.known:
        return (got.earliest, got.latest) == (want.earliest, want.latest)
    return got.edtf == want.edtf


def _around(text: str, start: int, end: int) -> str:
    return repr(text[max(0, start - 40) : start] + "<>" + text[end : end + 20])
