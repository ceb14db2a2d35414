"""Where one text does not fit with itself: flagged with both places for a reader, never mended, and neither place called wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from truceline.actors import Lexicon
from truceline.actors.model import FORMS
from truceline.counting.headlines import headline_differences
from truceline.evidence import Claim, Interval, Kind, Span, Text
from truceline.files import yaml
from truceline.linking.phrases import Phrases, words
from truceline.reading.dates import Found, find
from truceline.reading.days import Published

DATA = Path(__file__).parent / "data" / "opposed.yaml"
BORDER = re.compile(r"(?<=[.!?])(?<![A-Z]\.)[\"”’')]*\s+(?=[\"“‘(]*[A-Z])|\n+")
"""Where a sentence ends: behind its stop and before a capital letter, or at the end of a line; "U.S. resolution" has no end."""
NEAR = 60
"""Characters around a word of refusal in which whoever refuses is named."""
_LONG = 6
"""Letters from which a word says what a sentence is about."""
_SHARED = 2
_REFERS = frozenset({"such", "this", "that"})


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two stretches of one text and why they are set beside each other."""

    why: str
    one: Span
    other: Span


def contradictions(
    text: Text, claims: Iterable[Claim], lexicon: Lexicon, published: Interval
) -> tuple[Opposed, ...]:
    """The stretches of a text that do not fit together, by four rules, in the order of the text."""
    own = tuple(claims)
    found = [
        *(
            Opposed("the headline's figure and the text's", d.headline.span, d.body[0].span)
            for d in headline_differences(text, own)
        ),
        *_backwards(text, published),
        *_both(text),
        *_refused(text, own, lexicon),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda o: (o.one.start, o.other.start)))


@cache
def cues(name: str) -> Phrases:
    """One list of ``data/opposed.yaml``."""
    return Phrases(yaml.load(DATA)[name].texts())


def sentences(string: str) -> list[Span]:
    """The sentences of a string as spans, without the white space between them."""
    borders = [(m.start(), m.end()) for m in BORDER.finditer(string)]
    starts, ends = [0, *(e for _, e in borders)], [*(s for s, _ in borders), len(string)]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True) if string[a:b].strip()]


def _backwards(text: Text, published: Interval) -> Iterator[Opposed]:
    """What a text tells as later ("however", "then") and dates earlier than what stands right before it."""
    found = find(text.string, Published(published.earliest, published.latest))
    spans = sentences(text.string)
    for first, second in pairwise(spans):
        if not cues("turned").first(second.of(text.string)):
            continue
        earlier, later = ([f for f in found if s.start <= f.start < s.end] for s in (first, second))
        if earlier and later and _before(later[0], earlier[-1], text.string):
            yield Opposed("told as later, dated as earlier", Span(*earlier[-1][:2]), Span(*later[0][:2]))


def _before(one: Found, other: Found, string: str) -> bool:
    """Whether one lies before the other: by their days, else by month and day where neither has a year."""
    if one.interval.latest and other.interval.earliest:
        return one.interval.latest < other.interval.earliest
    a, b = (_in_one_year(f, string) for f in (one, other))
    return bool(a.latest and b.earliest and a.latest < b.earliest)


def _in_one_year(found: Found, string: str) -> Interval:
    """The days of an expression without a year, put into the leap year 2024 for comparing alone."""
    quoted = f"{string[found.start : found.end]} 2024"
    made = find(quoted)
    return made[0].interval if made else Interval()


def _both(text: Text) -> Iterator[Opposed]:
    """A ceasefire still sought in one sentence and in force in another."""
    spans = sentences(text.string)
    sought, kept = (_holding(text, spans, cues(name).first) for name in ("sought", "in_force"))
    if sought and kept:
        yield Opposed("a ceasefire still sought, and one in force", sought[0], kept[0])


def _holding(text: Text, spans: Sequence[Span], first: Callable[[str], str]) -> list[Span]:
    return [s for s in spans if first(s.of(text.string))]


def _refused(text: Text, claims: Sequence[Claim], lexicon: Lexicon) -> Iterator[Opposed]:
    """An actor said to be unwilling in one sentence, and told in another to take a step that is much like it."""
    spans = sentences(text.string)
    steps = [c for c in claims if c.kind is Kind.STEP]
    for place, span in enumerate(spans):
        told = span.of(text.string)
        cue = cues("refused").first(told)
        if not cue:
            continue
        before = spans[place - 1].of(text.string) if place and _REFERS & set(words(told)) else ""
        matter, at = _matter(f"{before} {told}"), max(0, told.casefold().find(cue))
        actors = _actors(told[max(0, at - NEAR) : at + len(cue) + NEAR], lexicon)
        for claim in (c for c in steps if not span.start <= c.start < span.end):
            shared = matter & _matter(_around(text, spans, claim))
            if actors & _actors(claim.text, lexicon) and len(shared) >= _SHARED:
                yield Opposed("an actor said to be unwilling, and a step of that actor", span, claim.span)


def _around(text: Text, spans: Sequence[Span], claim: Claim) -> str:
    return next((s.of(text.string) for s in spans if s.start <= claim.start < s.end), claim.text)


def _matter(told: str) -> frozenset[str]:
    return frozenset(w.removesuffix("s") for w in words(told) if len(w) >= _LONG)


def _actors(told: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.side(a) for m in lexicon.mentions(told, FORMS) for a in m.actors)
