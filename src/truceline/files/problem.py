"""Problems of a file: where, what was expected, an example, what was got; collected, so that one run tells all."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file, lines and columns counted from one; line 0 where the file as a whole is meant."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """``file:line:column``, or the file alone."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file; ``code`` is stable (F.. for the form of any file, A.. for an agreement)."""

    where: Where
    code: str
    message: str
    expected: str = ""
    example: str = ""
    got: str = ""

    def __str__(self) -> str:
        """One line: ``file:line:column: message; expected ..., for example ...; got ...``."""
        parts = [self.message]
        if self.expected:
            parts.append(
                f"expected {self.expected}" + (f", for example {self.example}" if self.example else "")
            )
        elif self.example:
            parts.append(f"for example {self.example}")
        if self.got:
            parts.append(f"got {self.got}")
        return f"{self.where}: " + "; ".join(parts)


class FileProblem(Exception):  # noqa: N818 - the field's word; a file with a problem is no error of the program
    """A file cannot be used as it is; ``problems`` holds every reason that was found, in the file's order."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = tuple(problems)
        super().__init__(*problems)

    def __str__(self) -> str:
        """The problems, one a line."""
        return "\n".join(str(p) for p in self.problems)


class Problems:
    """Collects problems: ``with problems: ...`` keeps what is raised inside and goes on after the block."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> bool:
        """Keep a FileProblem; let anything else through."""
        if isinstance(error, FileProblem):
            self.found.extend(error.problems)
            return True
        return False

    def add(self, problem: Problem) -> None:
        """Keep one problem."""
        self.found.append(problem)

    def finish(self) -> None:
        """Raise FileProblem with all that was kept, each once and in the file's order; nothing kept, nothing raised."""
        if self.found:
            raise FileProblem(*sorted(dict.fromkeys(self.found), key=lambda p: p.where))


LONG = (4, 8)
"""Letters of a word in which one slip, and two, are still a slip of the hand."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``, or "" where none is near."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")


def closest(word: str, known: Iterable[str]) -> str:
    """The known name of which ``word`` is a slip of the hand, or "": one slip, in a word of eight letters or more two,
    in one of three or less none ("I7" is as near to every number).

    A letter left out, put in or exchanged, or two turned round, is one slip (the edit distance of Damerau and Levenshtein, each place
    changed once). A name that merely looks alike is none: from "norland" to "poland" it is two slips.
    """
    most = sum(len(word) >= letters for letters in LONG)
    told = ((_slips(word.casefold(), name.casefold(), most), name) for name in known)
    slips, name = min(told, default=(most + 1, ""))
    return name if slips <= most else ""


def _slips(one: str, other: str, most: int) -> int:
    """How many slips lie between two words; ``most`` and one where their lengths alone differ by more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            turned = i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b
            row.append(min(cost, before[j - 2] + 1) if turned else cost)
        before, last = last, row
    return last[-1]
