"""A small case folder, a reader that needs no model, and the database as somebody without the ledger would open it."""

import importlib.util
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from truceline.ledger import Ledger, build

SPEC = importlib.util.spec_from_file_location("sentences", Path(__file__).parent / "sentences.py")
sentences = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(sentences)

ABOUT = 'outlet: "Filastin"\naddress: "https://example.org/{n}"\npublished: 2025-12-{n:02}\nretrieved: 2026-03-01\nceasefire: gaza-2025\nrelay: ["The Daily"]\n'


class CaseFolder:
    """A case folder and short words for what tests do with it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = sentences.Sentences()
        (path / "sources").mkdir(parents=True)

    def put(self, name: str, text: str | bytes, about: str | None = "") -> None:
        file = self.path / "sources" / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        if about is not None:
            file.with_suffix(".yaml").write_text(about or ABOUT.format(n=1), encoding="utf-8")

    def fill(self, documents: int) -> None:
        for n in range(1, documents + 1):
            text = "".join(f"Naim said in report {n} that {n * 100 + i} trucks entered.\n" for i in range(5))
            self.put(f"{n:03}.txt", text, ABOUT.format(n=n % 28 + 1))

    def build(self, reader=None, **options):
        return build(self.path, reader or self.reader, **options)

    def ledger(self) -> Ledger:
        return Ledger.open(self.path)

    def sql(self, script: str) -> None:
        """What somebody does to the file past the ledger."""
        with closing(sqlite3.connect(self.path / ".truceline" / "ledger.db")) as connection:
            connection.executescript(script)

    def rows(self, query: str) -> list[tuple]:
        with closing(sqlite3.connect(self.path / ".truceline" / "ledger.db")) as connection:
            return connection.execute(query).fetchall()

    def faults(self) -> list[str]:
        with self.ledger() as ledger:
            return [str(fault) for fault in ledger.verify()]


@pytest.fixture
def case(tmp_path):
    return CaseFolder(tmp_path / "case")


@pytest.fixture
def new_reader():
    return sentences.Sentences
