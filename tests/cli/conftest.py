"""Verbs run as their users run them, but in this process; the example is built once."""

import shutil
from dataclasses import dataclass

import pytest

from truceline.cli.examples import find
from truceline.cli.main import run


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


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The example, as `truceline demo` leaves it."""
    folder = tmp_path_factory.mktemp("built") / "gaza-2025"
    assert run(["demo", "--to", str(folder)]) in (0, 3)
    return folder


@pytest.fixture
def case(built, tmp_path):
    """A copy of the built example that a test may change."""
    return shutil.copytree(built, tmp_path / "case")


@pytest.fixture
def fresh(tmp_path):
    """A case without documents."""
    folder = tmp_path / "fresh"
    assert run(["new", str(folder), "--from", "gaza-2025"]) == 0
    return folder


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("Rafah is closed, Bassem Naim said on Wednesday.\n", encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def dispatch():
    """One text of the example."""
    return min((find("gaza-2025") / "sources").glob("*.txt"))
