"""The Django application: its triggers and views are laid anew around each migration."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class LedgerConfig(AppConfig):
    """Django refuses to remake a table that a view names, and its remakes drop triggers: hence the two signals."""

    name = "truceline.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        pre_migrate.connect(_before, sender=self)
        post_migrate.connect(_after, sender=self)


def _before(using: str, **_: Any) -> None:
    from truceline.ledger import schema
    from truceline.ledger.database import Database

    schema.remove_views(Database(using))


def _after(using: str, **_: Any) -> None:
    from truceline.ledger import schema
    from truceline.ledger.database import Database

    database = Database(using)
    if database.has_table("ledger_entry"):
        schema.install(database)
