"""The words in which a document in a language that is not read is listed, and how such lines are put together."""

from __future__ import annotations

import re
from collections.abc import Iterable

_REASON = re.compile(r"not read: language ([^;]+)")


def reason(language: str) -> str:
    """Why the document is not read: "not read: language Arabic"."""
    return f"not read: language {language}"


def language(told: str) -> str:
    """The language that a reason names; "" where it is another reason."""
    found = _REASON.match(told)
    return found[1].strip() if found else ""


def together(left_out: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """From paths with their reasons: language -> paths of the documents not read for it, most documents first."""
    found: dict[str, list[str]] = {}
    for path, why in left_out:
        if name := language(why):
            found.setdefault(name, []).append(path)
    return dict(sorted(found.items(), key=lambda x: (-len(x[1]), x[0])))


def counted(name: str, count: int) -> str:
    """What is not read: "language Arabic, 3 documents"."""
    return f"language {name}, {count:,} document{'' if count == 1 else 's'}"
