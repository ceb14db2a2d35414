"""A reader for tests: every sentence is a statement, every number in it a figure. Quick, or as slow as a test wants.

Run as a program it builds a case: `python sentences.py CASE SECONDS_PER_DOCUMENT`.
"""

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from truceline.evidence import Claim, Document, Figure, Kind, Text

SENTENCE = re.compile(r"[^.\n]+(?:\.|(?=\n\n))")  # or a headline


class Sentences:
    """Claims of both kinds; ``low`` shifts every figure, as a new reader might read it."""

    def __init__(self, version: str = "sentences/1", delay: float = 0, low: int = 0) -> None:
        self.version, self.delay, self.low = version, delay, low
        self.seen: list[str] = []

    def read(self, text: Text, document: Document | None = None) -> list[Claim]:
        self.seen.append(text.document)
        time.sleep(self.delay)
        if "stop the reader" in text.string:
            raise KeyError("an odd quote mark")
        return list(self._claims(text))

    def _claims(self, text: Text) -> Iterator[Claim]:
        for found in SENTENCE.finditer(text.string):
            yield self._claim(text, Kind.STATEMENT, found)
            for number in re.compile(r"\d+").finditer(text.string, found.start(), found.end()):
                value = int(number[0]) + self.low
                yield self._claim(text, Kind.FIGURE, number, Figure("trucks", value, value))

    def _claim(self, text: Text, kind: Kind, found: re.Match[str], payload: Figure | None = None) -> Claim:
        start, end, words = found.start(), found.end(), found[0]
        return Claim(
            text.sha256, text.document, kind, start, end, words, "Naim", payload=payload, reader=self.version
        )


if __name__ == "__main__":
    from truceline.ledger import build

    print("ready", flush=True)
    build(Path(sys.argv[1]), Sentences(delay=float(sys.argv[2])))
