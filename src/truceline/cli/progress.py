"""Progress of long work on the error stream: one line that moves on a terminal, plain lines now and then elsewhere."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from time import monotonic

import click

EVERY = 5.0
"""Seconds between two plain lines, where the error stream is no terminal."""
WIDTH = 99


@dataclass
class Progress:
    """Called with how many are done, of how many, and what comes next."""

    verb: str
    last: float = field(default_factory=monotonic)

    def __call__(self, done: int, total: int, what: str) -> None:
        """Tell how far the work is."""
        text = f"{self.verb} {done} of {total}" + (f": {what}" if what else "")
        if sys.stderr.isatty():
            ending = "\r" if done < total else "\r" + " " * WIDTH + "\r"
            click.echo(f"\r{text[:WIDTH]:<{WIDTH}}" if done < total else "", nl=False, err=True)
            click.echo(ending, nl=False, err=True)
        elif done < total and monotonic() - self.last >= EVERY:
            self.last = monotonic()
            click.echo(text, err=True)
