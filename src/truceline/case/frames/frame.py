"""Rows as a dataframe of whichever library is installed; plain rows where none is wanted. Neither is needed by the program itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from truceline.case.past import NotShown

Form = Literal["polars", "pandas", "rows"]
Columns = Mapping[str, type]
Rows = Sequence[Mapping[str, Any]]


class NoFrames(ImportError):  # noqa: N818 - what is missing
    """No library for dataframes is installed; the message says how to get one, and how to do without."""


def framed(rows: Rows, columns: Columns, form: Form | None = None, not_shown: Sequence[NotShown] = ()) -> Any:
    """A dataframe with these columns and their types, also where there is no row; ``rows`` gives a list of dicts.

    ``not_shown`` goes into the ``attrs`` of a pandas frame, the one that has a place for it. Without ``form`` polars where it is installed, else pandas. Raises NoFrames where what is wanted is not there.
    """
    if form == "rows":
        return [{column: row[column] for column in columns} for row in rows]
    if form is not None and form not in _MADE:
        raise ValueError(f"form is polars, pandas or rows, got '{form}'")
    for name in (form,) if form else _MADE:
        if find_spec(name):
            made = _MADE[name](rows, columns)
            if not_shown and hasattr(made, "attrs"):
                made.attrs["not_shown"] = [each.line() for each in not_shown]
            return made
    missing = f"{form} is not installed" if form else "neither polars nor pandas is installed"
    raise NoFrames(
        f"{missing}. For dataframes, in Truceline's folder: .venv/bin/pip install -e '.[analysis]' (brings polars), "
        "or .venv/bin/pip install pandas. "
        "Without either, ask for plain rows, a list of dicts: case.claims(form='rows')"
    )


def _polars(rows: Rows, columns: Columns) -> Any:
    polars = import_module("polars")
    types = {
        str: polars.String,
        int: polars.Int64,
        float: polars.Float64,
        bool: polars.Boolean,
        date: polars.Date,
    }
    schema = {column: types[kind] for column, kind in columns.items()}
    return polars.DataFrame([dict(row) for row in rows], schema=schema)


def _pandas(rows: Rows, columns: Columns) -> Any:
    pandas = import_module("pandas")
    types = {str: "string", int: "Int64", float: "Float64", bool: "boolean", date: "datetime64[s]"}
    made = {
        column: pandas.Series([row[column] for row in rows], dtype="object").astype(types[kind])
        for column, kind in columns.items()
    }
    return pandas.DataFrame(made, columns=list(columns))


_MADE: Mapping[str, Callable[[Rows, Columns], Any]] = {"polars": _polars, "pandas": _pandas}
