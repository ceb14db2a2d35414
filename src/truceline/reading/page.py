"""What a text holds beside its sentences: its dates and its tables, each found once."""

from __future__ import annotations

from truceline.reading.days import Published
from truceline.reading.tables import Tables
from truceline.reading.timeline import Timeline


class Page:
    """The dates and tables of one text."""

    def __init__(self, text: str, published: Published) -> None:
        self.timeline = Timeline(text, published)
        self.tables = Tables(text)
