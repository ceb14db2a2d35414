"""The tables, as Django knows them. Entries, texts and what is kept only grow; the others are derived and can be rebuilt.

What others may read are the views of ``schema.py``: these tables may change with any version.
"""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    """One line of the journal, chained to the one before; ``payload`` and ``salt`` are NULL once erased by law."""

    number = models.IntegerField(primary_key=True)
    at = models.CharField(max_length=32)
    kind = models.CharField(max_length=16, db_index=True)
    by = models.CharField(max_length=200)
    salt = models.CharField(max_length=32, null=True)
    payload = models.TextField(null=True)
    payload_digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)


class Head(models.Model):
    """The number and digest of the last entry: one row, so that a cut tail is noticed."""

    id = models.IntegerField(primary_key=True)
    number = models.IntegerField()
    digest = models.CharField(max_length=64)


class Text(models.Model):
    """A string taken from a document, by its hash; NULL once erased by law."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    string = models.TextField(null=True)


class Document(models.Model):
    """What the case holds at a path now. Its description stands in the payload of ``entry``, once.

    ``key`` is the digest of all that its reading depends on; ``folded`` the hash of the text with its white space folded.
    """

    path = models.TextField(primary_key=True)
    entry = models.ForeignKey(Entry, models.PROTECT, db_column="entry", related_name="+")
    text = models.ForeignKey(Text, models.PROTECT, db_column="text", related_name="+")
    extractor = models.CharField(max_length=100)
    key = models.CharField(max_length=64)
    folded = models.CharField(max_length=64)


class Reading(models.Model):
    """Which reader made a document's proposals, and the digest of what it gave."""

    document = models.OneToOneField(
        Document, models.PROTECT, primary_key=True, db_column="document", related_name="+"
    )
    entry = models.ForeignKey(Entry, models.PROTECT, db_column="entry", related_name="+")
    reader = models.CharField(max_length=200)
    claims = models.CharField(max_length=64)
    words = models.IntegerField()


class Kept(models.Model):
    """What stood once: a reading that was replaced or a file of the case, compressed, under the digest that the journal names.

    ``text`` is the text that it quotes, by which an erasure reaches it.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    text = models.CharField(max_length=64)
    data = models.BinaryField()


class Claim(models.Model):
    """A proposal: the claim line of ``evidence/lines.py``, and the columns by which it is looked up."""

    id = models.CharField(max_length=16, primary_key=True)
    document = models.ForeignKey(Document, models.PROTECT, db_column="document", related_name="+")
    kind = models.CharField(max_length=16)
    start = models.IntegerField()
    end = models.IntegerField()
    line = models.TextField()


class LeftOut(models.Model):
    """A source that the last build could not take, and why. ``key`` and ``folded`` spare a second extraction."""

    path = models.TextField(primary_key=True)
    reason = models.TextField()
    entry = models.ForeignKey(Entry, models.PROTECT, db_column="entry", related_name="+")
    key = models.CharField(max_length=64)
    folded = models.CharField(max_length=64)


class Meta(models.Model):
    """What a build remembers for the next one, such as the digest of the reviews it has taken in."""

    name = models.CharField(max_length=40, primary_key=True)
    value = models.TextField()
