"""Lists of claims that are read when somebody looks at them: a duty may have thousands, and a board shows few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload


class Listed(Sequence[str]):
    """Claim ids in the order of the list they stand for, read once, when asked for; equal to a tuple of the same ids.

    ``some`` is whether there is any, where that is known beforehand. What is read is what the index holds at that moment.
    """

    __slots__ = ("_read", "_some", "_told")

    def __init__(self, read: Callable[[], Iterable[str]], *, some: bool | None = None) -> None:
        self._read = read
        self._some = some
        self._told: tuple[str, ...] | None = None

    @property
    def all(self) -> tuple[str, ...]:
        """The whole list."""
        if self._told is None:
            self._told = tuple(self._read())
        return self._told

    def __bool__(self) -> bool:
        return bool(self.all) if self._some is None else self._some

    def __len__(self) -> int:
        return len(self.all)

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        return self.all[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Listed):
            return self.all == other.all
        return self.all == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.all)

    def __repr__(self) -> str:
        return repr(self.all) if self._told is not None else "Listed(not read yet)"


def joined(lists: Iterable[Sequence[str]]) -> Sequence[str]:
    """The lists one after the other, each claim once; read when asked for where one of them is."""
    several = tuple(lists)
    if any(isinstance(one, Listed) for one in several):
        return Listed(lambda: _each(several), some=any(several))
    return _each(several)


def _each(several: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim for one in several for claim in one))
