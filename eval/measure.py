"""Compare what the reader says with what an annotator wrote: counts, never a single mark.

Conventions: a gold item is found where claims cover at least half of its characters; figures and narrator items are counted
apart; a wrong name is worse than none, so right, wrong and unresolved are told apart.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from truceline.evidence import Attribution, Claim, Figure

LONGEST = 60  # words: a claim over a whole paragraph has found nothing in particular
APPROXIMATORS = {"more_than": "more than", "up_to": "up to", "at_least": "at least"}
TITLES = {
    "the",
    "and",
    "of",
    "president",
    "party",
    "movement",
    "secretary",
    "state",
    "official",
    "minister",
    "prime",
}

Gold = Mapping[str, object]


def name_words(*names: object) -> set[str]:
    """The words of names, folded, without titles: two spellings of one name share at least one."""
    flat = unicodedata.normalize("NFKD", " ".join(str(n or "") for n in names)).lower()
    return {w for w in re.findall(r"[a-z]+", re.sub(r"['’ʼ]", "", flat)) if len(w) > 1} - TITLES


def shared(claim: Claim, item: Gold) -> int:
    """How many characters a claim and a gold item share."""
    return max(0, min(claim.end, int(item["end"])) - max(claim.start, int(item["start"])))  # type: ignore[call-overload]


@dataclass
class Score:
    """Counts over one set of gold, and the items behind them."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, what: str, item: Gold, note: str = "") -> None:
        """Count an outcome; everything that is not right is listed."""
        self.counts[what] += 1
        if not what.endswith(("right", "kept")):
            self.misses.append(f"{what:22} {item['id']} {item['quote']!r} {note}")

    def share(self, part: str, *whole: str) -> float:
        """``part`` over the sum of ``whole``, one where there was nothing to find."""
        total = sum(self.counts[w] for w in whole)
        return self.counts[part] / total if total else 1.0


def score(gold: Iterable[Gold], claims: Mapping[str, list[Claim]]) -> Score:
    """Score the claims of each file against its gold items."""
    made = Score()
    for item in gold:
        near = _covering(item, claims[str(item["file"])])
        if item["attribution"] in ("explicit", "anonymous"):
            _told(made, item, [c for c in near if c.attribution is not Attribution.NARRATOR])
        elif item["attribution"] == "narrator":
            wrong = any(c.attribution is Attribution.EXPLICIT for c in near)
            made.add("narrator mistaken" if wrong else "narrator kept", item)
        if item["kind"] == "figure":
            _figure(made, item, claims[str(item["file"])])
    return made


def _covering(item: Gold, claims: Iterable[Claim]) -> list[Claim]:
    length = int(item["end"]) - int(item["start"])  # type: ignore[call-overload]
    return [c for c in claims if len(c.text.split()) <= LONGEST and 2 * shared(c, item) >= length]


def _told(made: Score, item: Gold, near: list[Claim]) -> None:
    want = name_words(item["speaker"])
    named = sorted({str(c.speaker) for c in near})
    if not near:
        made.add("missed", item)
    elif any(want & name_words(c.speaker, c.on_behalf_of) for c in near) or (
        item["attribution"] == "anonymous" and any(want & name_words(c.speaker_text) for c in near)
    ):
        made.add("right", item)
        _relay(made, item, [c for c in near if want & name_words(c.speaker, c.on_behalf_of, c.speaker_text)])
    else:
        made.add(
            "wrong name" if any(c.speaker for c in near) else "unresolved",
            item,
            f"{item['speaker']} / {named}",
        )


def _relay(made: Score, item: Gold, near: list[Claim]) -> None:
    want = [name_words(r) for r in item.get("relay") or []]  # type: ignore[attr-defined]
    same = any(_same_chain(c.relay, want) for c in near)
    made.add("relay right" if same else "relay differs", item, str(sorted({c.relay for c in near})))


def _same_chain(relay: tuple[str, ...], want: list[set[str]]) -> bool:
    return len(relay) == len(want) and all(w & name_words(r) for w, r in zip(want, relay, strict=True))


def _figure(made: Score, item: Gold, claims: Iterable[Claim]) -> None:
    value = item["value"]
    assert isinstance(value, dict)
    want = (value.get("lo"), value.get("hi"))
    near = [c for c in claims if isinstance(c.payload, Figure) and shared(c, item)]
    found = [c for c in near if (c.payload.low, c.payload.high) == want]  # type: ignore[union-attr]
    seen = [(c.payload.low, c.payload.high) for c in near]  # type: ignore[union-attr]
    made.add("figure right" if found else "figure missed", item, f"{want} / {seen}")
    if found:
        _detail(made, item, value, found)


def _detail(made: Score, item: Gold, value: dict[str, object], found: list[Claim]) -> None:
    payloads = [c.payload for c in found if isinstance(c.payload, Figure)]
    checks: dict[str, Callable[[Figure], bool]] = {}
    if value.get("basis"):
        checks["basis"] = lambda p: p.basis.value == value["basis"]
    if value.get("base"):
        checks["base"] = lambda p: p.base[-5:] == str(value["base"])[-5:]
    if value.get("side"):
        checks["side"] = lambda p: bool(name_words(p.side)) and _akin(p.side, str(value["side"]))
    for name, holds in checks.items():
        right = any(holds(p) for p in payloads)
        got = sorted({str(getattr(p, name)) for p in payloads})
        made.add(f"{name} right" if right else f"{name} differs", item, f"{value[name]} / {got}")


def _akin(one: str, other: str) -> bool:
    """Whether two mentions share a stem: "Israeli forces" and "Israel"."""
    return any(a[:5] == b[:5] for a in name_words(one) for b in name_words(other))


def load(path: Path) -> list[Gold]:
    """The items of a gold file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
