"""The files of a case as they were on a past day, laid out to be loaded; those that are not held of then are today's, and are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from truceline.case.past import NotShown
from truceline.files.paths import OF_A_CASE


@contextmanager
def of_then(case: Path, kept: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with the four files: the case's own where all are as they were, else one for the time being."""
    if all((case / name).is_file() and (case / name).read_bytes() == data for name, data in kept.items()):
        yield case
        return
    with TemporaryDirectory(prefix="truceline-") as made:
        for name in OF_A_CASE:
            if name in kept or (case / name).is_file():
                (Path(made) / name).write_bytes(kept[name] if name in kept else (case / name).read_bytes())
        yield Path(made)


def todays(kept: Mapping[str, bytes]) -> tuple[NotShown, ...]:
    """The files of which the journal holds no version of the day."""
    what = "the journal does not hold it as it was on that day; today's stands in its place, with all that it cites and names"
    return tuple(NotShown(name, what) for name in OF_A_CASE if name not in kept)
