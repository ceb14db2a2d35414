"""The verbs on a narrow terminal: every line fits, save a word that cannot be cut."""

from __future__ import annotations

import pytest

VERBS = (
    ("status",),
    ("status", "--gate", "g_1_2"),
    ("explain", "p20"),
    ("dates",),
    ("accounts",),
    ("positions",),
    ("figures",),
    ("voices",),
    ("demands",),
    ("statements",),
    ("check",),
    ("verify",),
)


@pytest.mark.parametrize("columns", [48, 80])
@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(truceline, built, monkeypatch, verb, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    ended = truceline(verb[0], built, *verb[1:])
    assert ended.code in (0, 3), ended.err
    lines = (x for x in ended.out.splitlines() if "truceline " not in x)  # a command is copied whole
    wide = [x for x in lines if len(x) > columns and len(x.split()) > 1 and not x.lstrip().startswith("[")]
    assert wide == []
