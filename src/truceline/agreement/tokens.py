"""A place in a row of tokens: what the readers of both grammars, of conditions and of amounts, have in common."""

from __future__ import annotations

from collections.abc import Iterable

Token = tuple[str, str]
"""What sort of token it is, and its words."""
DEEPEST = 30
"""How many parentheses may lie within each other."""


class Tokens:
    """The tokens of ``text`` read from left to right; a grammar derives from it, with a method a rule."""

    def __init__(self, text: str, tokens: Iterable[Token]) -> None:
        self.text = text
        self.left = list(tokens)
        self.at = 0

    def error(self, told: str) -> Exception:
        """The grammar's own error, which says where and what helps."""
        raise NotImplementedError

    def peek(self) -> Token:
        """The next token, left where it is; two empty strings at the end."""
        return self.left[self.at] if self.at < len(self.left) else ("", "")

    def take(self, kind: str, word: str) -> bool:
        """Whether the next token is this one, which is then read."""
        if self.peek() != (kind, word):
            return False
        self.at += 1
        return True

    def next(self, expected: str) -> Token:
        """The next token; raises the grammar's error where there is none."""
        found = self.peek()
        if not found[0]:
            raise self.error(f"it ends where {expected} is expected")
        self.at += 1
        return found

    def close(self) -> None:
        """Read a closing parenthesis; raises the grammar's error where there is none."""
        if not self.take("mark", ")"):
            raise self.error("a closing parenthesis is missing")
