"""Truceline: who said what about a ceasefire, what each side owes, and whether it is done according to whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truceline.case import Case

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: Path | str, recorded: date | None = None) -> Case:  # noqa: A001 - truceline.open reads as what it does
    """Open a case folder: ``truceline.open("gaza-2025")``. With ``recorded`` as its journal stood at the end of that day; what cannot
    be shown of it stands in ``not_shown``. Raises FileProblem with every slip in its YAML files.
    """
    from truceline.case import open_case

    return open_case(path, recorded)
