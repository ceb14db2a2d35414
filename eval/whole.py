"""The whole reader over dispatches of the corpus: attributions as spans, and everything that is made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from contents import score_contents
from dispatch import Dispatch, load
from oracle import Oracle
from scoring import Sheet, score
from spans import Attribution, add, f1, of_dispatch

from truceline.evidence import Document, Text, dates
from truceline.reading import Reader
from truceline.reading.attributions import attributions

PARTS = ("statement", "source", "cue", "told", "relation")
ROWS = ("speaker", "relay", "chain", "bounds", "basis", "counts", "figure", "stance", "date", "voice")


@dataclass
class Measured:
    """Counts of spans and of what is made of them."""

    spans: Counter[str] = field(default_factory=Counter)
    sheet: Sheet = field(default_factory=Sheet)
    broken: int = 0

    def share(self, name: str) -> float:
        """The part that is right of all that begins with ``name``."""
        return self.sheet.counts[f"{name} right"] / (self.total(name) or 1)

    def total(self, name: str) -> int:
        return sum(v for k, v in self.sheet.counts.items() if k.startswith(name + " "))

    def figures(self) -> dict[str, float]:
        """The shares that the goals are set on."""
        wrong = {
            k: self.sheet.counts[f"speaker {k}"] / (self.total("speaker") or 1)
            for k in ("wrong", "unresolved", "missed")
        }
        return {
            "statement_f1": f1(self.spans, "statement"),
            "told_exact_f1": f1(self.spans, "told"),
            "relation_f1": f1(self.spans, "relation"),
            **{f"speaker_{k}": v for k, v in wrong.items()},
            "relay": self.share("relay"),
            "chain": self.share("chain"),
            "figure": self.share("figure"),
            "stance": self.share("stance"),
            "date": self.share("date"),
            "voice": self.share("voice"),
            "broken": float(self.broken),
        }


def measured(files: Iterable[Path], reader: Reader | None = None, gold: bool = False) -> Measured:
    """Read each dispatch and score it; ``gold``: with the attributions of gold handed in."""
    made = Measured()
    reader = reader or Reader()
    oracle: Oracle | None = None
    for path in files:
        dispatch = load(path)
        if gold:
            oracle = oracle or Oracle(dispatch)
            oracle.said = dispatch.said
        one(made, dispatch, oracle or reader)
    return made


def one(made: Measured, dispatch: Dispatch, reader: Reader) -> None:
    """Add one dispatch."""
    name = dispatch.path.stem + ".txt"
    text = Text(name, dispatch.text, "txt/1")
    claims = reader.read(
        text,
        Document(
            path=name,
            sha256="0" * 64,
            outlet=dispatch.head.get("outlet", ""),
            published=dates.parse(dispatch.head["published"]),
        ),
    )
    score(made.sheet, dispatch, claims)
    score_contents(made.sheet, dispatch, claims)
    made.broken += sum(dispatch.text[c.start : c.end] != c.text for c in claims)
    add(made.spans, of_dispatch(dispatch), spans(reader, text))


def spans(reader: Reader, text: Text) -> Sequence[Attribution]:
    """The reader's attributions in the scorer's shape."""
    return [
        Attribution(
            ((a.source.start, a.source.end),) if a.source else (),
            ((a.cue.start, a.cue.end),),
            tuple((t.start, t.end) for t in a.told),
        )
        for a in attributions(reader.sentences(text))
    ]


def lines(made: Measured, rows: Iterable[str] = ROWS) -> Iterator[str]:
    """One measurement in words: F1 of the spans, then the counts of each row with their shares."""
    shown = ", ".join(f"{p} {f1(made.spans, p):.3f}" for p in PARTS)
    yield f"{'F1':8} {shown} of {made.spans['statement gold']}"
    for name in rows:
        total = made.total(name) or 1
        found = {k.split()[1]: v for k, v in sorted(made.sheet.counts.items()) if k.startswith(name + " ")}
        yield f"{name:8} " + ", ".join(f"{k} {v} ({v / total:.1%})" for k, v in found.items())
    yield f"spans that do not match {made.broken}"
