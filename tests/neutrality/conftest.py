"""The example with its two parties under invented names, and the same with the two names exchanged."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from truceline.case import Case, open_case
from truceline.cli.main import run
from truceline.evidence import Review, Verdict, seen
from truceline.ledger import Ledger, build

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "gaza-2025"
# The two names are of one length, so that spans can be compared character by character.
ONE, OTHER = "Estova", "Varnia"
WORDS = {"Israelis": "{}ns", "Israeli": "{}n", "Israel": "{}", "israel": "{}"}
TEXTS = {".txt", ".yaml"}
EXCHANGE = re.compile(f"{ONE}|{OTHER}|{ONE.lower()}|{OTHER.lower()}")


def exchanged(text: str) -> str:
    """The two names exchanged wherever they stand, as names, adjectives and ids."""
    other = {ONE: OTHER, OTHER: ONE, ONE.lower(): OTHER.lower(), OTHER.lower(): ONE.lower()}
    return EXCHANGE.sub(lambda m: other[m.group()], text)


def renamed(text: str, israel: str, hamas: str) -> str:
    """The text with both parties under other names; case is kept, so ids stay ids."""
    for word, form in WORDS.items():
        name = israel.lower() if word.islower() else israel
        text = re.sub(rf"(?<![A-Za-z]){word}(?![a-z])", form.format(name), text)
    text = re.sub(r"(?<![A-Za-z])Hamas(?![a-z])", hamas, text)
    return re.sub(r"(?<![A-Za-z])hamas(?![a-z])", hamas.lower(), text)


@dataclass(frozen=True)
class Variant:
    """A built and wholly accepted case; ``places`` says for each claim id where it stands, so that ids can be compared."""

    folder: Path
    case: Case
    places: dict[str, str]

    def neutral(self, text: str) -> str:
        """The text with claim ids replaced by the claims' places, since an id holds the hash of the text."""
        return re.sub(r"[0-9a-f]{16}", lambda m: self.places.get(m.group(), m.group()), text)


def made(folder: Path, israel: str, hamas: str) -> Variant:
    """Copy, rename, build, accept everything that was read, open."""
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(".truceline", "reports", "reviews.jsonl"))
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in TEXTS:
            path.write_text(renamed(path.read_text(encoding="utf-8"), israel, hamas), encoding="utf-8")
    build(folder)
    moment = datetime(2026, 3, 1, 12, tzinfo=UTC)
    with Ledger.open(folder) as ledger:
        for reading in open_case(folder).readings:
            if not reading.authored:
                ledger.review(Review(reading.id, seen(reading.read), Verdict.ACCEPTED, "tester", moment))
    case = open_case(folder)
    places = {
        r.id: f"{r.claim.document}:{r.claim.kind}:{r.claim.start}-{r.claim.end}:{r.claim.ordinal}"
        for r in case.readings
    }
    return Variant(folder, case, places)


@pytest.fixture(scope="session")
def variants(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mirror")
    return made(folder / "one", OTHER, ONE), made(folder / "other", ONE, OTHER)


@pytest.fixture(scope="session")
def swap():
    return exchanged


@dataclass
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def truceline(capfd):
    """``truceline("status", case)`` gives exit code and both streams."""

    def ran(*args):
        capfd.readouterr()
        code = run([str(a) for a in args])
        return Ended(code, *capfd.readouterr())

    return ran
