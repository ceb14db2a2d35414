"""One reader for all tests of the room, with a small lexicon of two made-up parties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from truceline.actors import Actor, Lexicon
from truceline.evidence import Claim, Document, Text
from truceline.reading import Reader

ACTORS = [
    Actor("norland", "Norland", kinds=("party", "state"), adjectives=("Norlandish",), pronouns=("it",)),
    Actor(
        "karu", "Karu Front", kinds=("party",), aliases=("Karu",), titles=("the movement",), pronouns=("it",)
    ),
    Actor("odell", "Mira Odell", of="karu", person=True, aliases=("Odell",), pronouns=("she",)),
    Actor("merkur", "Merkur", kinds=("outlet",)),
]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.builtin().merged(Lexicon(ACTORS))


@pytest.fixture(scope="session")
def reader(lexicon: Lexicon) -> Reader:
    return Reader(lexicon)


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., list[Claim]]:
    """Claims of a string; every span is checked on the way."""

    def claims(string: str, document: Document | None = None) -> list[Claim]:
        text = Text("a.txt", string, "txt/1")
        found = reader.read(text, document)
        for claim in found:
            assert string[claim.start : claim.end] == claim.text
            for span in (claim.speaker_span, claim.cue_span):
                assert span is None or 0 <= span.start < span.end <= len(string)
        return found

    return claims
