"""The tables, their triggers and the views that others read."""

import subprocess
import sys

import pytest

COLUMNS = {
    "document_v1": "path sha256 text_sha256 string extractor outlet address published_from published_to published_edtf published_evidence retrieved language ceasefire relay",
    "claim_v1": "id document kind start end line",
    "review_v1": "entry claim seen verdict by at corrections note",
    "finding_v1": "entry line",
    "left_out_v1": "path reason",
    "signature_v1": "entry by at as_of digest",
    "text_v1": "sha256 string",
    "kept_v1": "digest data",
    "journal_v1": "entry at kind by digest",
}


@pytest.mark.parametrize("view", COLUMNS)
def test_each_view_has_the_columns_that_the_other_rooms_were_promised(case, view):
    case.ledger().close()
    assert " ".join(row[1] for row in case.rows(f"PRAGMA table_info({view})")) == COLUMNS[view]


def test_the_migrations_make_what_the_models_say(case):
    case.ledger().close()
    from django.core.management import call_command

    call_command("makemigrations", "ledger", check=True, dry_run=True, verbosity=0)


def test_each_connection_keeps_foreign_keys_and_fires_triggers_on_replacement(case):
    with case.ledger() as ledger:
        for name, value in {
            "foreign_keys": 1,
            "recursive_triggers": 1,
            "synchronous": 1,
            "journal_mode": "wal",
        }.items():
            assert ledger.database.value(f"PRAGMA {name}") == value


def test_what_a_person_does_is_on_disk_before_it_is_said_to_be_done(case):
    with case.ledger() as ledger:
        with ledger.database.durable():
            assert ledger.database.value("PRAGMA synchronous") == 2
        assert ledger.database.value("PRAGMA synchronous") == 1


def test_a_migration_that_remakes_a_table_leaves_triggers_and_views_as_they_were(case):
    from django.core.management import call_command

    with case.ledger() as ledger:
        from django.db import connections, models

        from truceline.ledger import schema
        from truceline.ledger.models import Text

        schema.remove_views(ledger.database)
        field = models.TextField(null=True)
        field.set_attributes_from_name("note")
        with connections[ledger.database.alias].schema_editor() as editor:
            editor._remake_table(Text)
        assert {"trigger text_kept", "view document_v1"} <= {
            fault.where for fault in schema.faults(ledger.database)
        }
        call_command("migrate", database=ledger.database.alias, verbosity=0)
        assert list(schema.faults(ledger.database)) == []


def test_importing_the_ledger_imports_neither_django_nor_the_language_model():
    code = "import sys, truceline.ledger; print({'django', 'spacy', 'asyncio'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_django_that_runs_without_the_ledger_is_told_what_to_do():
    code = (
        "from django.conf import settings; settings.configure(INSTALLED_APPS=[]); import django; django.setup();"
        "from truceline.ledger import database; database.configure()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert 'add "truceline.ledger" to INSTALLED_APPS' in done.stderr
