"""The hand-made day for every test of this room."""

import sys
from pathlib import Path

import pytest

FIXTURES = str(Path(__file__).parent / "fixtures")


@pytest.fixture(scope="session")
def day():
    sys.path.insert(0, FIXTURES)
    try:
        import day as made

        return made.report()
    finally:
        sys.path.remove(FIXTURES)
