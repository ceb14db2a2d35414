# Written 2026-11-26; adds a table and touches none.

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_journal_and_proposals")]

    operations = [
        migrations.CreateModel(
            name="Kept",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("text", models.CharField(max_length=64)),
                ("data", models.BinaryField()),
            ],
        ),
    ]
