"""Django configured at use, and one SQLite file a case: the only module that reaches for a connection.

Bulk rows go through ``executemany`` of Django's own connection: ``bulk_create`` costs about ten times as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from truceline.evidence import digest

APP = "truceline.ledger"
# Without recursive_triggers, INSERT OR REPLACE deletes the old row past the triggers (https://sqlite.org/pragma.html).
OPTIONS = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON",
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
}
Row = tuple[Any, ...]


def configure() -> None:
    """Set Django up for the ledger alone, or make sure that whoever set it up has the ledger in it.

    Raises RuntimeError where Django runs already, without this application.
    """
    from django.apps import apps
    from django.conf import settings

    if not settings.configured:
        settings.configure(INSTALLED_APPS=[APP], DATABASES={}, USE_TZ=True, LOGGING_CONFIG=None)
    if not apps.ready:
        import django

        django.setup()
    if not apps.is_installed(APP):
        raise RuntimeError(f'Django runs already without the ledger; add "{APP}" to INSTALLED_APPS')


def register(file: Path) -> str:
    """Make *file* known to Django and give its alias; the same file always has the same."""
    from django.db import connections

    configure()
    alias = f"case-{digest(str(file))[:12]}"
    if alias not in connections.settings:
        made = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": dict(OPTIONS)}
        connections.settings[alias] = connections.configure_settings({"default": {}, alias: made})[alias]
    return alias


def close_all() -> None:
    """Close this thread's connections."""
    from django.db import connections

    connections.close_all()


class Database:
    """One case's tables, through the running thread's connection. Placeholders are ``%s``, as everywhere in Django."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    @property
    def _connection(self) -> Any:
        from django.db import connections

        return connections[self.alias]

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Every row that the query gives."""
        return list(self.each(sql, values))

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows one after the other, for results that need not fit into memory."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql, values)
            yield from cursor

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, None where there is no row."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql, values)
            row = cursor.fetchone()
        return None if row is None else row[0]

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Carry out one statement."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql, values)

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Carry out one statement for each of the rows."""
        with self._connection.cursor() as cursor:
            cursor.executemany(sql, rows)

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; the database is locked for writing from the start, so that what was read stays true."""
        from django.db import transaction

        made: AbstractContextManager[None] = transaction.atomic(using=self.alias)
        return made

    @contextmanager
    def durable(self) -> Iterator[None]:
        """A transaction that survives a power cut: for what a person did and nobody can rebuild."""
        self.run("PRAGMA synchronous=FULL")
        try:
            with self.transaction():
                yield
        finally:
            self.run("PRAGMA synchronous=NORMAL")

    def has_table(self, name: str) -> bool:
        """Whether there is a table of that name."""
        return (
            self.value("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = %s", [name]) is not None
        )

    def checkpoint(self) -> None:
        """Bring what stands in the write-ahead log into the file, on disk."""
        self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close this thread's connection; SQLite then folds its log into the file."""
        self._connection.close()
