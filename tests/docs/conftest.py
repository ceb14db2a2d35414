"""Verbs run as their users run them, but in this process; the example is built once."""

from dataclasses import dataclass

import pytest

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
    """A built copy of the example, which no test changes."""
    folder = tmp_path_factory.mktemp("built") / "gaza-2025"
    assert run(["demo", "--to", str(folder)]) in (0, 3)
    return folder
