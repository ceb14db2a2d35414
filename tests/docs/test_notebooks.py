"""docs/notebooks.md: what it shows runs, and every column that it names is one."""

import re
from pathlib import Path

import truceline
from truceline.case.frames import CLAIMS, FIGURES, STATUS
from truceline.case.frames.frame import _MADE

PAGE = (Path(__file__).parents[2] / "docs" / "notebooks.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


def test_the_code_runs_as_it_stands(built, capsys, monkeypatch):
    monkeypatch.chdir(built.parent)
    first, second = BLOCKS
    # the page must run where no library for dataframes is installed, too
    monkeypatch.setattr("truceline.case.frames.frame.find_spec", bool)
    monkeypatch.setitem(_MADE, "polars", lambda rows, _: rows)
    names = {}
    exec(first, names)
    assert isinstance(names["case"], type(truceline.open(built)))
    exec(second, names)
    assert capsys.readouterr().out.strip()


def test_every_column_that_the_table_names_is_one():
    known = {*CLAIMS, *STATUS, *FIGURES}
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert len(rows) == 3
    for row, columns in zip(rows, (CLAIMS, STATUS, FIGURES), strict=True):
        named = set(re.findall(r"`(\w+)`", row)) - {"claims", "status", "figures"}
        assert named <= set(columns) & known
