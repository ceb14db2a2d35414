"""What is wrong in a cell, before it is known which cell it is."""

from __future__ import annotations


class Slip(Exception):  # noqa: N818 - the word of the field
    """A cell that cannot be used: what is wrong, what was expected, an example, what was got."""

    def __init__(self, message: str, expected: str = "", example: str = "", got: str = "") -> None:
        super().__init__(message)
        self.message, self.expected, self.example, self.got = message, expected, example, got
