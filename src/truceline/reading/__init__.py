"""Reading: bytes to a Text, a Text to claims with surface mentions. Knows no case."""

from truceline.reading.extract import Unreadable, extract
from truceline.reading.reader import Reader

__all__ = ["Reader", "Unreadable", "extract"]
