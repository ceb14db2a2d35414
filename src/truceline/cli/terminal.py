"""Single keys from a terminal that stays in one mode for a whole sitting, so that keys typed ahead are not lost."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

END = "\x04"
"""Ctrl-D, and what a terminal that has gone gives."""


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """Gives what waits for one or more keys; the terminal is as before when the block ends. Ctrl-C stops as ever."""
    try:
        import termios
        import tty
    except ImportError:  # Windows reads single keys without a mode
        yield click.getchar
        return
    place = sys.stdin.fileno()
    before = termios.tcgetattr(place)
    decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def pressed() -> str:
        data = os.read(place, 64)
        return decoder.decode(data) if data else END

    try:
        tty.setcbreak(place, termios.TCSADRAIN)
        yield pressed
    finally:
        termios.tcsetattr(place, termios.TCSADRAIN, before)
