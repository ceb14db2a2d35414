"""Progress of long work on the error stream: one line that moves on a terminal, plain lines now and then elsewhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from time import monotonic

import click

from truceline.files.screen import width

EVERY = 5.0
"""Seconds between two plain lines, where the error stream is no terminal."""


@dataclass
class Progress:
    """Called with how many are done, of how many, and what comes next."""

    verb: str
    last: float = field(default_factory=monotonic)

    def __call__(self, done: int, total: int, what: str) -> None:
        """Tell how far the work is."""
        text = f"{self.verb} {done} of {total}" + (f": {what}" if what else "")
        if sys.stderr.isatty():
            wide = width() - 1  # one column less, so that the line never runs over into a second
            ending = "\r" if done < total else "\r" + " " * wide + "\r"
            click.echo(f"\r{text[:wide]:<{wide}}" if done < total else "", nl=False, err=True)
            click.echo(ending, nl=False, err=True)
        elif done < total and monotonic() - self.last >= EVERY:
            self.last = monotonic()
            click.echo(text, err=True)
