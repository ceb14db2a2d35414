"""Intake: files of several formats to Texts. One small module a format, all of them in ``table.FORMATS`` and ``CONTAINERS``."""

from truceline.reading.intake.documents import documents
from truceline.reading.intake.entry import Entry
from truceline.reading.intake.found import Found, Masthead
from truceline.reading.intake.unreadable import Unread, Unreadable

__all__ = ["Entry", "Found", "Masthead", "Unread", "Unreadable", "documents"]
