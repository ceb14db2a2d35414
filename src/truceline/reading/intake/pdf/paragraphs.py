"""Printed lines joined to paragraphs: a sentence that runs over a line, a column or a page is one again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from truceline.reading.intake.pdf.line import Line
from truceline.reading.vocabulary import words

_BULLET = re.compile(r"(?:[•●▪◦■–—*-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)])\s")
_ENDED = re.compile(r"[.!?:;…][\"”’'»)\]]*$")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"\w+(?:-\w+)+|\w+")


def joined(pages: list[list[Line]], marks: set[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """Each paragraph and whether it stands beside the text; what is marked comes before the paragraph that runs past it."""
    body = [line for p, page in enumerate(pages) for n, line in enumerate(page) if (p, n) not in marks]
    known = {w.lower() for line in body for w in _WORD.findall(line.text)}
    leading = _leading(pages)
    full = _full(body)
    held: list[Line] = []
    for p, page in enumerate(pages):
        for n, line in enumerate(page):
            if (p, n) in marks:
                yield line.text, True
            elif held and _ends(held[-1], line, leading, full):
                yield _text(held, known), False
                held = [line]
            else:
                held.append(line)
    if held:
        yield _text(held, known), False


def _leading(pages: list[list[Line]]) -> float:
    """The usual distance of two lines, in points."""
    gaps = Counter(
        round(a.y - b.y, 1) for page in pages for a, b in pairwise(page) if 0.5 * b.size < a.y - b.y < 60
    )
    return min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else 14.0


def _full(body: list[Line]) -> float:
    """How many letters a full line has: the median of those that are no headings."""
    lengths = [len(line.text) for line in body if len(line.text) > 25]
    return median(lengths) if lengths else 0.0


def _ends(last: Line, line: Line, leading: float, full: float) -> bool:
    """Whether a paragraph ends between two lines that follow each other in the file."""
    if _BULLET.match(line.text) and not _BROKEN.search(last.text):
        return True
    if abs(last.size - line.size) > 0.1 * max(last.size, line.size):
        return True
    gap = last.y - line.y
    if gap <= 0 or gap > 20 * leading:  # the next column or page
        return (
            bool(_ENDED.search(last.text))
            or len(last.text) < 0.5 * full
            or line.text[:1].isupper()
            and not _open(last)
        )
    if gap > 1.4 * leading:
        return True
    if line.x - last.x > 0.8 * line.size and not _BULLET.match(last.text):
        return True  # an indented first line
    return len(last.text) < 0.75 * full and (bool(_ENDED.search(last.text)) or len(last.text) < 0.4 * full)


def _open(line: Line) -> bool:
    """Whether a line is cut in the middle of a sentence: long, and without its end."""
    return not _ENDED.search(line.text) and len(line.text.split()) > 4


def _text(lines: list[Line], known: set[str]) -> str:
    text = ""
    for line in lines:
        broken = _BROKEN.search(text)
        if broken:
            text = _mended(text, broken[1], line.text, known)
        else:
            text = f"{text} {line.text}" if text else line.text
    return text.replace("\u00ad ", "").replace("\u00ad", "")


def _mended(text: str, left: str, following: str, known: set[str]) -> str:
    """A word broken at a line's end put together; its hyphen stays where the document writes the word so elsewhere."""
    match = re.match(r"[^\W\d_]+", following)
    right = match[0] if match else ""
    whole, parted = (left + right).lower(), f"{left}-{right}".lower()
    own = not right[:1].islower() or left.isupper() or left.lower() in words("sentences", "hyphenated")
    hyphen = parted in known or own
    if right and whole in known and parted not in known:
        hyphen = False
    return (text if hyphen else text[:-1]) + following
