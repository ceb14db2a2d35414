"""Many texts read by several processes: in the order they came, with few of them in memory at a time.

Each process loads the model once and has one thread for its matrix products: two processes with two threads each on two cores
would wait for each other.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING

from truceline.evidence import Claim, Document
from truceline.reading.portions import Portion

if TYPE_CHECKING:
    from truceline.actors import Lexicon
    from truceline.reading.reader import Reader

Task = tuple[Portion, Document | None]
Result = list[Claim] | Exception
_GROUP = 20_000  # characters of short texts that are handed over together
_AHEAD = 3  # groups a process that may wait or be done
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
_reader: Reader | None = None


def results(lexicon: Lexicon, tier: str, tasks: Iterable[Task], jobs: int) -> Iterator[Result]:
    """What each portion gives: its claims, or the error that the reader stopped with. Raises BrokenProcessPool where a process died."""
    with _single():
        pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (lexicon, tier))
        waiting: deque[Future[list[Result]]] = deque()
        try:
            for group in groups(tasks):
                waiting.append(pool.submit(_read, group))
                while len(waiting) > jobs * _AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def groups(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Tasks in lists of about the same number of characters."""
    held: list[Task] = []
    size = 0
    for task in tasks:
        held.append(task)
        size += len(task[0].text.string)
        if size >= _GROUP:
            yield held
            held, size = [], 0
    if held:
        yield held


@contextmanager
def _single() -> Iterator[None]:
    """Processes that start now take one thread for matrix products, whatever is set here."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _start(lexicon: Lexicon, tier: str) -> None:
    from truceline.reading.reader import Reader

    global _reader  # noqa: PLW0603 - one a process, made when it starts
    _reader = Reader(lexicon, tier)


def _read(group: Sequence[Task]) -> list[Result]:
    assert _reader is not None
    return [one(_reader, portion, document) for portion, document in group]


def one(reader: Reader, portion: Portion, document: Document | None) -> Result:
    """The claims of a portion, or the error that the reader stopped with."""
    try:
        return reader.portion(portion, document)
    except Exception as error:  # noqa: BLE001 - whatever one text does to a reader, the others are still read
        return error
