"""How wide text for a person may be: the terminal's own width between two bounds, and the widest where no terminal reads it."""

from __future__ import annotations

import os
import shutil
import sys

WIDEST, NARROWEST = 100, 40


def width() -> int:
    """Columns of a line: those of the terminal (or of COLUMNS), between 40 and 100; 100 for a file or another program."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns))


def watched() -> bool:
    """Whether a person reads the error stream: it is a terminal, or COLUMNS tells how wide one is."""
    return sys.stderr.isatty() or os.environ.get("COLUMNS", "").isdigit()
