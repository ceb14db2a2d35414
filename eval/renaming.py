"""Two parties of each case under two invented names, and the same with the names exchanged: the claims must mirror.

A party is a body that speakers of the corpus speak for, with the person who most often does. They bear the invented names in all texts of
their case, once this way round and once the other. Read with a lexicon of the four names ("known"), and without ("unknown"): a parser
takes a name that it does not know now for this, now for that, so that here a share is measured, and each difference told by where it begins.

Usage: python eval/renaming.py [--every N] [-v] [CASE...]      exit code 1 below the floors in floors.yaml
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from dispatch import Dispatch, load

from truceline.actors import Actor, Lexicon
from truceline.actors.model import Mention
from truceline.evidence import Document, Text, dates
from truceline.evidence.lines import line
from truceline.reading import Reader
from truceline.reading.passage import Read

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
# The two of a pair are of one length, so that spans can be compared character by character.
BODIES, PERSONS = ("Estova", "Varnia"), ("Torvel Askin", "Morvan Estik")
OF_THE_TEXT = ("id", "text_sha256")
ACTORS = (
    *(Actor(b.lower(), b, kinds=("party",), pronouns=("it",)) for b in BODIES),
    *(
        Actor(p.split()[1].lower(), p, of=b.lower(), person=True, aliases=(p.split()[1],))
        for b, p in zip(BODIES, PERSONS, strict=True)
    ),
)


@dataclass(frozen=True)
class Party:
    """A body and the person who speaks for it ("" where nobody with a name does)."""

    body: str
    person: str = ""


class Watching(Reader):
    """A reader that keeps the sentences of the text it read last."""

    def _sentences(self, text: Text, mentions: Sequence[Mention]) -> list[Read]:
        self.reads = super()._sentences(text, mentions)
        return self.reads


def parties(dispatches: Iterable[Dispatch]) -> list[Party]:
    """The two bodies of a case for which most is said, each with whoever says most of it."""
    bodies: Counter[str] = Counter()
    persons: dict[str, Counter[str]] = {}
    for said in (s for d in dispatches for s in d.said):
        body, who = re.sub(r"^[Tt]he ", "", said.keys.get("for", "")), said.keys["speaker"]
        if body[:1].isupper() and not re.search(r",| and ", body):
            bodies[body] += 1
            if re.fullmatch(r"[A-Z][\w’'-]+(?: [\w’'-]+)* [A-Z][\w’'-]+", who):
                persons.setdefault(body, Counter())[who] += 1
    named = [Party(b, next((p for p, _ in persons.get(b, Counter()).most_common(1)), "")) for b, _ in bodies.most_common()]  # fmt: skip
    first = next(iter(named), None)
    return [] if first is None else [first, *[p for p in named[1:] if _apart(first, p)][:1]]


def _apart(one: Party, other: Party) -> bool:
    """Whether two parties share no word of their names ("Coastal Front", "Front for Coastal Liberation")."""
    return not _words(one) & _words(other)


def _words(party: Party) -> set[str]:
    return set(f"{party.body} {party.person}".split())


def renamed(text: str, held: Sequence[Party], order: Sequence[int]) -> str:
    """The text with the parties under the invented names in this order."""
    names: dict[str, str] = {}
    for party, k in zip(held, order, strict=True):
        names[party.body] = BODIES[k]
        if party.person:
            names |= {party.person: PERSONS[k], party.person.split()[-1]: PERSONS[k].split()[1]}
    found = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.sub(rf"(?<!\w)(?:{found})(?!\w)", lambda m: names[m.group()], text)


def exchanged(text: str) -> str:
    """The invented names exchanged wherever they stand."""
    pairs = (BODIES, PERSONS, *zip(*(p.split() for p in PERSONS), strict=True))
    other = {a: b for one, two in pairs for a, b in ((one, two), (two, one))}
    found = "|".join(map(re.escape, sorted(other, key=len, reverse=True)))
    return re.sub(rf"\b(?:{found})\b", lambda m: other[m.group()], text)


Row = dict[str, Any]


def rows(reader: Watching, dispatch: Dispatch, text: str, *, back: bool) -> list[Row]:
    """The claims of a text as lines, with the names exchanged back."""
    known = Document("a.txt", "0" * 64, outlet=dispatch.head.get("outlet", ""), published=dates.parse(dispatch.head["published"]))  # fmt: skip
    made = [line(c) for c in reader.read(Text("a.txt", text, "txt/1"), known)]
    plain = ({k: v for k, v in row.items() if k not in OF_THE_TEXT} for row in made)
    return [json.loads(exchanged(json.dumps(r, ensure_ascii=False))) if back else r for r in plain]


def parse(read: Read) -> tuple[Any, ...]:
    """What the parser made of a sentence."""
    s = read.sentence
    return s.start, s.tag, s.dep, s.head


def cues(read: Read) -> list[Any]:
    """What rules and tagger made of a sentence."""
    return [(f.cue, f.sort, f.source and (f.source.a, f.source.b), f.content) for f in read.frames]


def begins(start: int, one: Sequence[Read], other: Sequence[Read]) -> str:
    """Where the two readings of a text part for a claim that starts here: in the parse of its sentence, in its cues, or behind both."""
    pairs = [
        (a, b) for a, b in zip(one, other, strict=False) if a.sentence.start[0] <= start < a.sentence.end[-1]
    ]
    if len(one) != len(other) or any(parse(a) != parse(b) for a, b in pairs):
        return "parse"
    if any(cues(a) != cues(b) for a, b in pairs):
        return "tagger"
    if any([f.sure for f in a.frames] != [f.sure for f in b.frames] for a, b in pairs):
        return "tagger's certainty"
    near = any(parse(a) != parse(b) or cues(a) != cues(b) for a, b in zip(one, other, strict=True))
    return "another sentence" if near else "rules"


def differences(one: Sequence[Row], other: Sequence[Row]) -> Iterator[tuple[str, Row, Row | None]]:
    """The claims of the first that are not among the second's, with what differs: the first key, or the place."""
    places = {(r["start"], r["end"], r["kind"], r["ordinal"]): r for r in other}
    for row in one:
        same = places.get((row["start"], row["end"], row["kind"], row["ordinal"]))
        if same is None:
            yield "place or kind", row, None
        elif same != row:
            yield next(k for k in row if row[k] != same[k]), row, same


def compared(
    dispatch: Dispatch, held: Sequence[Party], reader: Watching, counts: Counter[str]
) -> Iterator[str]:
    """Read both ways round; count claims, those that mirror, and where the others part; a line for each of those."""
    first = renamed(dispatch.text, held, range(len(held)))
    if first == dispatch.text:
        return
    one = rows(reader, dispatch, first, back=False)
    seen = reader.reads
    other = rows(reader, dispatch, renamed(dispatch.text, held, [1 - k for k in range(len(held))]), back=True)
    found = [*differences(one, other), *(d for d in differences(other, one) if d[2] is None)]
    counts["texts"] += 1
    counts["claims"] += len(one)
    counts["mirrored"] += len(one) - sum(d[1] in one for d in found)
    for what, row, same in found:
        where = begins(row["start"], seen, reader.reads)
        counts[f"{where}: {what}"] += 1
        yield f"{dispatch.path.parent.name}/{dispatch.path.stem} {where}: {what} {row.get(what)!r} / {same and same.get(what)!r} {row['text'][:60]!r}"


def lexicons() -> dict[str, Lexicon]:
    """With the invented names, and without."""
    return {"known": Lexicon.builtin().merged(Lexicon(ACTORS)), "unknown": Lexicon.builtin()}


def main() -> int:
    """Read, compare, print; 1 below a floor."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--every", type=int, default=1)
    ask.add_argument("-v", action="store_true")
    ask.add_argument("cases", nargs="*")
    args = ask.parse_args()
    floors = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))["renaming"]
    fallen = False
    for name, lexicon in lexicons().items():
        reader, counts = Watching(lexicon), Counter[str]()
        for case in sorted(
            p for p in CORPUS.iterdir() if p.is_dir() and (not args.cases or p.name in args.cases)
        ):
            dispatches = [load(p) for p in sorted(case.glob("*.disp"))]
            held = parties(dispatches)
            for dispatch in dispatches[:: args.every] if len(held) == 2 else ():
                for told in compared(dispatch, held, reader, counts):
                    print(*([told] if args.v else []), sep="", end="\n" if args.v else "")
        share = counts["mirrored"] / (counts["claims"] or 1)
        print(
            f"{name} names: texts {counts['texts']}, claims {counts['claims']}, mirrored {counts['mirrored']} ({share:.2%})"
        )
        print(*(f"    {k} {v}" for k, v in counts.most_common() if ":" in k), sep="\n")
        fallen |= share < floors[name]
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
