"""The sentence around a claim, with the one before and the one after, as a reviewer sees it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_END = re.compile(r"(?<=[.!?؟])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9\u0590-\u06ff])|\n+")
_NO_END = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Maj|Lt|Col|St|No|U\.S|U\.N|[A-Z])\.)[\"'”’»)\]]*\s+$")


@dataclass(frozen=True, slots=True)
class Context:
    """Three stretches of the Text around a claim; ``start`` is where ``sentence`` begins in it."""

    before: str
    sentence: str
    after: str
    start: int


@lru_cache(maxsize=512)
def starts(string: str) -> tuple[int, ...]:
    """The code points at which sentences begin; a new line always begins one, an abbreviation's point does not."""
    found = [0]
    for match in _END.finditer(string):
        if "\n" in match.group() or not _NO_END.search(string[max(0, match.end() - 12) : match.end()]):
            found.append(match.end())
    return tuple(found)


def context(string: str, start: int, end: int) -> Context:
    """The sentences around code points ``start`` to ``end`` of a Text's string."""
    begins = (*starts(string), len(string))
    first = max(0, bisect_right(begins, start) - 1)
    last = max(first, bisect_right(begins, max(start, end - 1)) - 1)
    first, last = min(first, len(begins) - 2), min(last, len(begins) - 2)
    at, until = begins[first], begins[last + 1]
    before = string[begins[first - 1] : at].strip() if first else ""
    after = string[until : begins[last + 2]].strip() if last + 2 < len(begins) else ""
    return Context(before, string[at:until].rstrip(), after, at)
