"""Views and triggers laid, removed and compared with what they should be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from truceline.files import FileProblem, Problem, Where
from truceline.ledger.database import Database, register
from truceline.ledger.fault import Fault
from truceline.ledger.triggers import TRIGGERS
from truceline.ledger.views import VIEWS

VERSION = 3
"""Raise it with each migration and each change of a view or a trigger: an older ledger is then brought up to it."""


def prepare(file: Path) -> Database:
    """The database in *file*, made or brought up to this version; its schema is left alone where it is up to it.

    A trigger that somebody dropped is therefore not laid again by looking: ``verify`` has to see that it is absent.
    Raises FileProblem (L002) where SQLite cannot use the file.
    """
    from django.db import DatabaseError

    database = Database(register(file))
    try:
        _bring_up(database)
    except DatabaseError as error:
        where = Where(f"{file.parent.name}/{file.name}")
        what = f"SQLite cannot use the ledger ({error})"
        raise FileProblem(
            Problem(where, "L002", what, "a folder that can be written, or a copy of the file from a backup")
        ) from error
    return database


def _bring_up(database: Database) -> None:
    if database.value("PRAGMA user_version") != VERSION:
        from django.core.management import call_command

        call_command("migrate", database=database.alias, verbosity=0, interactive=False)
        database.run(f"PRAGMA user_version = {VERSION}")


def install(database: Database) -> None:
    """Lay every view and trigger anew, in one transaction."""
    with database.transaction():
        remove_views(database)
        for kind, made in (("VIEW", VIEWS), ("TRIGGER", TRIGGERS)):
            for name, sql in made.items():
                database.run(f"DROP {kind} IF EXISTS {name}")
                database.run(sql)
        database.run(
            "INSERT INTO ledger_head (id, number, digest) SELECT 1, 0, '' WHERE NOT EXISTS (SELECT 1 FROM ledger_head)"
        )


def remove_views(database: Database) -> None:
    """Take the views away, so that a migration can remake a table which they name."""
    for name in VIEWS:
        database.run(f"DROP VIEW IF EXISTS {name}")


def faults(database: Database) -> Iterator[Fault]:
    """Each trigger or view that is absent, differs from its SQL, or has no business here."""
    for kind, made in (("trigger", TRIGGERS), ("view", VIEWS)):
        found: dict[str, str] = dict(
            database.rows("SELECT name, sql FROM sqlite_master WHERE type = %s", [kind])
        )
        for name, sql in made.items():
            if name not in found:
                yield Fault(f"{kind} {name}", "it is absent: somebody dropped it")
            elif found[name] != sql:
                yield Fault(f"{kind} {name}", "its SQL is not the one this version lays")
        for name in sorted(found.keys() - made.keys()):
            yield Fault(f"{kind} {name}", "it is none of this version's")
