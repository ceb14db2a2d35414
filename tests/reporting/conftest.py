"""The hand-made day, and a small case of two invented parties, for every test of this room."""

import sys
from datetime import date
from pathlib import Path

import pytest

import truceline
from truceline.reporting import report

HERE = Path(__file__).parent
FIXTURES = str(HERE / "fixtures")


def _made(name):
    sys.path.insert(0, FIXTURES)
    try:
        return __import__(name).report()
    finally:
        sys.path.remove(FIXTURES)


@pytest.fixture(scope="session")
def day():
    return _made("day")


@pytest.fixture(scope="session")
def arabic():
    return _made("arabic")


@pytest.fixture(scope="session")
def river():
    return truceline.open(HERE / "cases" / "river")


@pytest.fixture(scope="session")
def river_report(river):
    return report(river, date(2031, 5, 20))
