"""Reading: bytes to a Text, a Text to claims with surface mentions. Knows no case."""

from truceline.reading.extract import Unread, Unreadable, extract
from truceline.reading.intake import Entry, Masthead, documents
from truceline.reading.reader import Reader

__all__ = ["Entry", "Masthead", "Reader", "Unread", "Unreadable", "documents", "extract"]
