"""Statements, status and figures as tables: complete, typed, in a notebook's running loop, and without a dataframe library too."""

import asyncio
import subprocess
import sys
from datetime import date

import polars as pl
import pytest

import truceline
from truceline.case import frames
from truceline.case.frames import CLAIMS, FIGURES, STATUS, NoFrames, framed
from truceline.cli.main import run

DAY = date(2025, 12, 24)
TABLES = {"claims": CLAIMS, "status": STATUS, "figures": FIGURES}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("frames") / "gaza-2025"
    assert run(["demo", "--to", str(folder)]) in (0, 3)
    return folder


@pytest.fixture(scope="module")
def case(built):
    return truceline.open(built)


@pytest.fixture
def none_installed(monkeypatch):
    monkeypatch.setattr("truceline.case.frames.frame.find_spec", lambda _: None)


@pytest.mark.parametrize(("name", "columns"), TABLES.items())
def test_every_row_has_every_column_in_its_type(case, name, columns):
    rows = getattr(case, name)(DAY, form="rows")
    assert len(rows) > 10
    for row in rows:
        assert tuple(row) == tuple(columns)
        for column, kind in columns.items():
            value = row[column]
            assert value is None or type(value) is kind or (kind is float and type(value) is int), (
                column,
                value,
            )


def test_status_is_the_board_cell_by_cell(case):
    board = case.board(DAY)
    rows = {(r["provision"], r["viewpoint"]): r for r in case.status(DAY, form="rows")}
    assert len(rows) == len(board.rows) * len(board.viewpoints)
    for row in board.rows:
        for viewpoint, cell in row.cells.items():
            held = rows[row.provision.id, viewpoint]
            assert (held["value"], held["reason"]) == (cell.value.name.lower(), cell.reason.value)
            assert held["claims"].split("; ") == (list(cell.claims) or [""])


def test_a_past_day_is_a_column_of_its_own_and_a_degree_stands_beside_its_value(case):
    rows = case.status(DAY, on=date(2025, 10, 20), form="rows")
    assert {(r["as_of"], r["on"]) for r in rows} == {(DAY, date(2025, 10, 20))}
    held = [r for r in case.status(DAY, form="rows") if r["degree_low"] is not None]
    assert held
    assert all(r["value"] != "unknown" and r["degree_low"] <= r["degree_high"] for r in held)


def test_every_claim_that_status_and_figures_name_stands_in_the_claims(case):
    held = {r["id"] for r in case.claims(DAY, form="rows")}
    named = {c for r in case.status(DAY, form="rows") for c in r["claims"].split("; ") if c}
    named |= {r["claim"] for r in case.figures(DAY, form="rows")}
    assert named
    assert named <= held


def test_a_claim_is_exactly_its_characters(case):
    rows = [r for r in case.claims(DAY, form="rows") if r["document"] in case.texts]
    assert rows
    assert [
        r["id"] for r in rows if case.texts[r["document"]].string[r["start"] : r["end"]] != r["text"]
    ] == []


def test_unchecked_readings_come_only_when_asked_for_and_say_so(case):
    checked = case.claims(DAY, form="rows")
    everything = case.claims(DAY, proposals=True, form="rows")
    assert all(r["checked"] for r in checked)
    assert {r["id"] for r in checked} < {r["id"] for r in everything}
    assert {r["checked"] for r in everything} == {True, False}
    assert all(r["checked"] for r in case.figures(DAY, form="rows"))


def test_an_earlier_day_knows_less(case):
    early, late = (case.claims(day, form="rows") for day in (date(2025, 10, 15), DAY))
    assert {r["id"] for r in early} < {r["id"] for r in late}
    assert all(r["known_from"] <= date(2025, 10, 15) for r in early)


def test_without_a_day_that_of_the_case_counts(case):
    assert {r["as_of"] for r in case.status(form="rows")} == {case.settings.today}


def test_it_works_while_an_event_loop_runs_and_without_django(built):
    code = (
        "import asyncio, sys, truceline\n"
        "async def cell():\n"
        "    case = truceline.open(sys.argv[1])\n"
        "    return [len(getattr(case, t)(form='rows')) for t in ('claims', 'status', 'figures')]\n"
        "counts = asyncio.run(cell())\n"
        "assert all(counts), counts\n"
        "assert not {'django', 'spacy', 'polars', 'pandas'} & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(built)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_it_works_inside_a_loop_of_this_process_as_well(built):
    async def cell():
        return truceline.open(built).status(DAY, form="rows")

    assert asyncio.run(cell())


@pytest.mark.usefixtures("none_installed")
def test_without_a_library_the_error_names_the_extra_and_the_way_without(case):
    with pytest.raises(NoFrames) as error:
        case.claims(DAY)
    assert "neither polars nor pandas is installed" in str(error.value)
    assert ".venv/bin/pip install -e '.[analysis]'" in str(error.value)
    assert "form='rows'" in str(error.value)
    with pytest.raises(NoFrames, match="pandas is not installed"):
        case.status(DAY, form="pandas")
    assert case.claims(DAY, form="rows")


def test_a_form_that_is_none_says_which_there_are(case):
    with pytest.raises(ValueError, match="form is polars, pandas or rows, got 'csv'"):
        case.claims(DAY, form="csv")


def test_polars_goes_before_pandas(monkeypatch):
    asked = []
    monkeypatch.setattr(
        "truceline.case.frames.frame.find_spec", lambda name: asked.append(name) or name == "pandas"
    )
    monkeypatch.setitem(
        frames.frame._MADE, "pandas", lambda rows, columns: ("pandas", len(rows), list(columns))
    )
    assert framed([{"a": 1}], {"a": int}) == ("pandas", 1, ["a"])
    assert asked == ["polars", "pandas"]


@pytest.mark.parametrize(("name", "columns"), TABLES.items())
def test_polars_gives_typed_columns(case, name, columns):
    made = getattr(case, name)(DAY, form="polars")
    types = {
        str: pl.String,
        int: pl.Int64,
        float: pl.Float64,
        bool: pl.Boolean,
        date: pl.Date,
    }
    assert dict(made.schema) == {c: types[k] for c, k in columns.items()}
    assert made.to_dicts() == getattr(case, name)(DAY, form="rows")
    assert framed([], columns, "polars").columns == list(columns)


@pytest.mark.parametrize(("name", "columns"), TABLES.items())
def test_pandas_gives_typed_columns(case, name, columns):
    pandas = pytest.importorskip("pandas")
    made = getattr(case, name)(DAY, form="pandas")
    assert list(made.columns) == list(columns)
    assert len(made) == len(getattr(case, name)(DAY, form="rows"))
    for column, kind in columns.items():
        if kind is date:
            assert pandas.api.types.is_datetime64_any_dtype(made[column]), column
    assert list(framed([], columns, "pandas").columns) == list(columns)
