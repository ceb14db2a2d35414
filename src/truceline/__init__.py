"""Truceline: who said what about a ceasefire, what each side owes, and whether it is done according to whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from truceline.case import Case

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: Path | str) -> Case:  # noqa: A001 - truceline.open reads as what it does
    """Open a case folder: ``truceline.open("gaza-2025")``. Raises FileProblem with every slip in its YAML files."""
    from truceline.case import open_case

    return open_case(path)
