"""Django's ORM refuses to work where an event loop runs, as in a notebook: there, the ledger works in a thread.

https://docs.djangoproject.com/en/5.2/topics/async/#async-safety
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def loop_runs() -> bool:
    """Whether an event loop runs in this thread: none does while nobody has imported asyncio, which takes its time."""
    if "asyncio" not in sys.modules:
        return False
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def outside_loop(function: Callable[P, R]) -> Callable[P, R]:
    """Let *function* run in a thread of its own, and wait for it, where this one runs an event loop."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        if not loop_runs():
            return function(*args, **kwargs)
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(_closing(function), *args, **kwargs).result()

    return run


def _closing(function: Callable[P, R]) -> Callable[P, R]:
    """The function, after which the thread's connections are closed: Django's belong to a thread, and it ends there."""

    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        from truceline.ledger.database import close_all

        try:
            return function(*args, **kwargs)
        finally:
            close_all()

    return run
