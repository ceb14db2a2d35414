"""What a document says when it cannot be read: the reason, and what its owner may do."""

from __future__ import annotations

from truceline.evidence import unread


class Unreadable(Exception):  # noqa: N818 - it is the document that is unreadable; "Error" would say less
    """A document that cannot be read: ``reason`` what is wrong with it, ``advice`` what its owner may do."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}; {advice}")
        self.reason, self.advice = reason, advice


class Unread(Unreadable):
    """A sound document in a language that the reader does not read: kept and listed, nothing is guessed from it."""

    def __init__(self, language: str, code: str) -> None:
        super().__init__(
            unread.reason(language),
            "add an English translation as a .txt file; the original may stay beside it",
        )
        self.language, self.code = language, code
