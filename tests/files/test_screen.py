"""How wide text for a person may be."""

from __future__ import annotations

import pytest

from truceline.files import screen


@pytest.mark.parametrize(("columns", "wide"), [("20", 40), ("48", 48), ("80", 80), ("200", 100)])
def test_a_line_is_as_wide_as_the_terminal_between_two_bounds(monkeypatch, columns, wide):
    monkeypatch.setenv("COLUMNS", columns)
    assert screen.width() == wide


def test_a_file_gets_the_widest_lines(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert screen.width() == screen.WIDEST
