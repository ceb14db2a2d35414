"""What a page prints beside its text: boilerplate, repeated headlines, datelines. Spans stay those of the full text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from truceline.evidence import Aside, Span
from truceline.reading.segments import Paragraph
from truceline.reading.vocabulary import load

_DATELINE = re.compile(
    r"(?:[A-Z][\w’'.]*|[A-Z]{2,})(?:[ ,/]+[\w’'.]+){0,5},? ?(?:\([\w .]+\) ?)?[-–—]{1,2} +(?=[\"“A-Z])"
)
# "The Troika — Britain, Norway and the United States — made": what stands between two dashes tells who they are.
_EXPLAINED = re.compile(r"The [\w’'. ]{2,40} [-–—] [^.–—]{3,80}\band\b[^.–—]{3,40} [-–—] ")


@cache
def _boilerplate() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in load("sentences")["boilerplate"]), re.IGNORECASE)


def cleaned(text: str, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs that say something, each repeated headline once, sentences without their dateline."""
    seen: set[str] = set()
    for paragraph in paragraphs:
        line = paragraph.span.of(text)
        short = len(line) < 200
        key = re.sub(r"\W+", "", line).casefold() if short else ""
        if not key and short or short and _boilerplate().fullmatch(line) or key and key in seen:
            continue
        seen.add(key)
        yield _without_dateline(text, paragraph)


def beside(asides: Sequence[Aside], start: int) -> bool:
    """Whether a place lies in a stretch of which nothing is read; *asides* in order."""
    at = bisect_right(asides, start, key=lambda a: a.span.start) - 1
    return at >= 0 and start < asides[at].span.end


def _without_dateline(text: str, paragraph: Paragraph) -> Paragraph:
    match = _DATELINE.match(text, paragraph.span.start, min(paragraph.span.end, paragraph.span.start + 60))
    explained = _EXPLAINED.match(text, paragraph.span.start, paragraph.span.end)
    if match is None or explained or paragraph.heading or not paragraph.sentences:
        return paragraph
    first, *rest = paragraph.sentences
    if match.end() >= first.end:
        return paragraph
    return replace(paragraph, sentences=(Span(match.end(), first.end), *rest))
