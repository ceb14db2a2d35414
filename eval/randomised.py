"""Numbers and names replaced by others of the same form, in text and annotation alike: a reader that knows its texts by heart falls.

Numbers keep their digits, separators and order among those of one form; dates, years, clock times and numbers of which the annotation
gives a value that is not written in the text stay. Words of names (of speakers, bodies, carriers: words that no dispatch writes in small
letters and the lexicon does not hold) are exchanged for words of the same sort from other cases. The two scores must lie within two points.

Usage: python eval/randomised.py [--seed WORD] [--every N] [--show] [FILE_OR_FOLDER...]      exit code 1 where they do not
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from dispatch import Dispatch, Item, load, parse
from scoring import Sheet, score

from truceline.actors import Lexicon
from truceline.evidence import Document, Text, dates
from truceline.reading import Reader
from truceline.reading.vocabulary import words

CORPUS = Path(__file__).resolve().parent / "corpus"
LIMIT = 0.02
SHARES = {"speaker": ("wrong", "unresolved", "missed"), "bounds": ("wrong",), "figure": ("wrong",)}

SPELLED = {w: n for n, w in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], 2)}  # fmt: skip
_JOINED = (
    r"[ -](?:hundred|thousand|million|dozen|score|thirds?|fifths?|sixths?|tenths?|in|out|times|and a)\b|-"
)
_NUMBER = re.compile(
    r"(?<![\w.,:/’'-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\w|[.,:/-]\d)"
    rf"|(?<![\w-])(?<!hundred and )(?<!thousand and )(?:{'|'.join(SPELLED)})(?!\w|{_JOINED})",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<!\w)[A-ZÀ-Ý][a-zà-ÿ]{2,}(?!\w)")
_PIECE = re.compile(rf"\[[scrt]\d+ |(?i:{_NUMBER.pattern})|{_WORD.pattern}")
_NAMED = ("speaker", "for", "relay", "original", "holder", "by", "actor", "side", "counter", "bearer")
_FACTORS = (1.0, 100.0, 0.01, 12.0, 1e3, 1e6, 1e9)
_DATED = frozenset({"about", "asof", "base"})
_FIXED = frozenset({"0", "1", "100"})


@dataclass(frozen=True)
class Pool:
    """The words of names of a set of dispatches by their form (``shape``), each with the cases that have it."""

    cases: Mapping[str, frozenset[str]]
    persons: frozenset[str]

    def shape(self, word: str) -> tuple[bool, ...]:
        """What must not change with a word: whether persons bear it, "a" or "an" before it, "s" at its end."""
        return word in self.persons, word[0] in "AEIOU", word.endswith("s")


def pool(dispatches: Sequence[Dispatch]) -> Pool:
    """The words of names that may be exchanged for one another."""
    small = {w for d in dispatches for w in re.findall(r"(?<!\w)[a-z][a-zà-ÿ]+", d.text)}
    cases: dict[str, set[str]] = {}
    persons: set[str] = set()
    for dispatch in dispatches:
        for name in _names(dispatch):
            found = [w for w in _WORD.findall(name) if w.lower() not in small and not _known(w)]
            for word in found:
                cases.setdefault(word, set()).add(dispatch.path.parent.name)
            if re.fullmatch(r"\S+(?: (?:von|de|al|bin|van))? \S+", name):
                persons |= set(found)
    return Pool({w: frozenset(c) for w, c in cases.items()}, frozenset(persons))


def _names(dispatch: Dispatch) -> Iterator[str]:
    for keys in (s.keys for s in dispatch.said):
        for key in ("speaker", "for", "original", "relay"):
            yield from (n.strip() for n in keys.get(key, "").split("|") if n.strip())


def _known(word: str) -> bool:
    """Whether a word is the lexicon's (a country, an outlet, a politician) or means something to the rules (a day, a title, a body)."""
    return word.lower() in _held()


@cache
def _held() -> frozenset[str]:
    forms = ("name", "adjective", "metonym", "title")
    spellings = (n for a in Lexicon.builtin().actors.values() for f in forms for n in a.words(f))
    names_ = ("days", "bodies", "titles", "people", "documents", "particles")
    rules = frozenset().union(words("figures", "months"), *(words("names", key) for key in names_))
    return rules | {w for n in spellings for w in n.lower().split()}


def numbers(dispatch: Dispatch, rng: Random) -> dict[str, str]:
    """For each number of the text that may change another of its form; those of one form keep their order."""
    text = dispatch.text
    fixed = {w for a, b, _ in dispatch.dates for w in _NUMBER.findall(text[a:b])} | _FIXED
    found = {m.group() for m in _NUMBER.finditer(text)}
    for item in _items(dispatch):
        quote = text[item.start : item.end]
        held = _NUMBER.findall(quote)
        bounds = [item.keys[k] for k in ("lo", "hi", "of") if re.fullmatch(r"[\d.]+", item.keys.get(k, ""))]
        if any(_written(bound, held) is None for bound in bounds):
            fixed |= set(held)
    fixed |= {n.lower() for n in fixed} | {n.capitalize() for n in fixed}
    forms: dict[str, list[str]] = {}
    for number in sorted({n.lower() for n in found} - fixed, key=_value):
        if number.startswith("0") or number.isdigit() and 1900 <= _value(number) <= 2100:
            continue
        form = (
            ("unit" if _value(number) < 10 else "teen") if number in SPELLED else re.sub(r"\d", "d", number)
        )
        forms.setdefault(form, []).append(number)
    made = {
        old: new
        for form, olds in forms.items()
        for old, new in zip(olds, _others(form, olds, rng), strict=True)
    }
    return made | {old.capitalize(): new.capitalize() for old, new in made.items()}


def _items(dispatch: Dispatch) -> Iterator[Item]:
    yield from (i for s in dispatch.said for i in s.items)
    yield from dispatch.narrator


def _value(number: str) -> float:
    return float(SPELLED.get(number.lower(), number.replace(",", "")))


def _written(bound: str, held: Iterable[str]) -> tuple[str, float] | None:
    """The number of the text from which a bound is made, and by which factor ("1.5 million", "12 %" as 0.12)."""
    pairs = ((n, f) for f in _FACTORS for n in held)
    return next(
        ((n, f) for n, f in pairs if abs(_value(n) * f - float(bound)) < 1e-9 * max(1, float(bound))), None
    )


def _others(form: str, olds: Sequence[str], rng: Random) -> list[str]:
    """As many different numbers of a form, in rising order; the olds where the form has too few."""
    if form in ("unit", "teen"):
        free = [w for w, n in SPELLED.items() if (n < 10) == (form == "unit")]
        return sorted(rng.sample(free, len(olds)), key=_value)
    made: set[str] = set()
    for _ in range(200):
        first = next(k for k, c in enumerate(form) if c == "d")
        new = "".join(
            rng.choice("123456789" if k == first else "0123456789") if c == "d" else c
            for k, c in enumerate(form)
        )
        if new not in _FIXED and ("," in new or not 1900 <= _value(new) <= 2100):
            made.add(new)
        if len(made) == len(olds):
            return sorted(made, key=_value)
    return list(olds)


def names(dispatch: Dispatch, held: Pool, rng: Random) -> dict[str, str]:
    """For each word of a name in the text another of its shape that its case does not have."""
    case = dispatch.path.parent.name
    written = set(re.findall(r"\w+", dispatch.text))
    here = sorted({w for w in _WORD.findall(dispatch.text) if w in held.cases})
    others: dict[tuple[bool, ...], list[str]] = {}
    for word in sorted(held.cases):
        if case not in held.cases[word] and word not in written:
            others.setdefault(held.shape(word), []).append(word)
    made: dict[str, str] = {}
    for word in here:
        free = [w for w in others.get(held.shape(word), ()) if w not in made.values()]
        if free:
            made[word] = rng.choice(free)
    return made


def randomised(dispatch: Dispatch, source: str, held: Pool, seed: str) -> Dispatch:
    """The dispatch with other numbers and names; ``source`` is its file's text."""
    rng = Random(f"{seed}/{dispatch.path.parent.name}/{dispatch.path.stem}")  # noqa: S311 - no secret hangs on it
    other = {**numbers(dispatch, rng), **names(dispatch, held, rng)}
    head, text, notes = re.split(r"^===\n", source, flags=re.MULTILINE)

    def swap(part: str) -> str:
        return _PIECE.sub(lambda m: other.get(m.group(), m.group()), part)

    lines = "\n".join(_annotated(line, other, swap) for line in notes.splitlines())
    return parse(f"{head}===\n{swap(text)}===\n{lines}\n", dispatch.path)


def _annotated(line: str, other: Mapping[str, str], swap: Callable[[str], str]) -> str:
    """A line of the annotation: quotes and names as the text, bounds by the numbers that they are made from, dates as they are."""
    number, quote, keys = re.match(r'((?:\d+ |@ |- |n )?)([^"=]*"[^"]*"|)(.*)$', line).groups()  # type: ignore[union-attr]
    if number == "@ ":
        return f"{number}{swap(quote)}{keys}"
    pieces = (_keyed(p, quote, other, swap) for p in keys.split(";"))
    return f"{number}{swap(quote)}{';'.join(pieces)}"


def _keyed(piece: str, quote: str, other: Mapping[str, str], swap: Callable[[str], str]) -> str:
    key, mark, value = piece.partition("=")
    if key.strip() in _DATED:
        return piece
    made = _written(value.strip(), _NUMBER.findall(quote)) if key.strip() in ("lo", "hi", "of") and re.fullmatch(r"[\d.]+", value.strip()) else None  # fmt: skip
    if made is None:
        return key + mark + swap(value) if key.strip() not in ("lo", "hi", "of") else piece
    number, factor = made
    return f"{key}={_value(other.get(number, number)) * factor:.12g}" if number in other else piece


def shares(sheet: Sheet) -> dict[str, float]:
    """Right speakers, bounds and figures."""
    return {
        name: sheet.share(f"{name} right", *(f"{name} {o}" for o in others))
        for name, others in SHARES.items()
    }


def scored(dispatches: Iterable[Dispatch], reader: Reader) -> Sheet:
    """The sheet of dispatches as the reader reads them."""
    sheet = Sheet()
    for dispatch in dispatches:
        known = Document("a.txt", "0" * 64, outlet=dispatch.head.get("outlet", ""), published=dates.parse(dispatch.head["published"]))  # fmt: skip
        score(sheet, dispatch, reader.read(Text("a.txt", dispatch.text, "txt/1"), known))
    return sheet


def compared(
    paths: Sequence[Path], seed: str, reader: Reader
) -> tuple[dict[str, float], dict[str, float], Sheet]:
    """The shares of dispatches as they are, and randomised; with the second sheet. The pool of names is the corpus and they."""
    plain = [load(p) for p in paths]
    held = pool([*(load(p) for p in sorted(CORPUS.glob("*/*.disp")) if p not in set(paths)), *plain])
    other = [
        randomised(d, p.read_text(encoding="utf-8"), held, seed) for d, p in zip(plain, paths, strict=True)
    ]
    sheet = scored(other, reader)
    return shares(scored(plain, reader)), shares(sheet), sheet


def main() -> int:
    """Read both, print; 1 where a share falls or rises by more than two points."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--seed", default="other")
    ask.add_argument("--every", type=int, default=1)
    ask.add_argument("--show", action="store_true")
    ask.add_argument("paths", nargs="*", type=Path)
    args = ask.parse_args()
    found = [f for p in args.paths or [CORPUS] for f in (sorted(p.rglob("*.disp")) if p.is_dir() else [p])]
    one, other, sheet = compared(found[:: args.every], args.seed, Reader())
    for name in SHARES:
        print(
            f"{name:8} as written {one[name]:.1%}, randomised {other[name]:.1%} ({other[name] - one[name]:+.1%})"
        )
    print(*(sheet.misses if args.show else ()), sep="\n")
    return int(any(abs(one[n] - other[n]) > LIMIT for n in SHARES))


if __name__ == "__main__":
    sys.exit(main())
