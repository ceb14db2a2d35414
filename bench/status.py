"""Status at scale: 600 provisions in 5 viewpoints over a growing table of evidence, beside pandas giving the same values.

    python bench/status.py [--quick]

Each figure is of a process of its own. Run alone it writes its part of bench/results.json and leaves the others; ``make bench``
runs it with the rest. pandas is no dependency: it is looked for in bench/peers/.venv (python -m venv bench/peers/.venv, then
pip install pandas).
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import status_plot  # noqa: E402 - beside this file

PART = "status at scale"
SIZES, PROVISIONS, CLAIMS = (10_000, 100_000, 1_000_000), 600, 200
QUICK = (1_000, 10_000), 60, 20
ROUNDS = 5
YEAR = 365
VENV = HERE / "peers" / ".venv" / "bin" / "python"


def child(python: str, program: str, *arguments: object) -> dict[str, Any]:
    """What one process measured; ends with its error where it failed."""
    done = subprocess.run(
        [python, str(HERE / program), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{program} {arguments[0]} failed: {done.stderr.strip()[-600:]}")
    made: dict[str, Any] = json.loads(done.stdout)
    return made


def answer(*arguments: object) -> dict[str, Any]:
    """One measurement of Truceline's own."""
    return child(sys.executable, "scale_answer.py", *arguments)


def of_size(folder: Path, number: int, provisions: int, claims: int) -> dict[str, Any]:
    """All measurements over so many rows."""
    file = folder / "evidence.db"
    filled = answer("fill", file, number, provisions)
    answer("plain", folder, number, provisions)
    firsts = [answer("first", file, provisions, time.time()) for _ in range(ROUNDS)]
    past = [answer("first", file, provisions, time.time(), YEAR) for _ in range(ROUNDS)]
    after = answer("claims", file, provisions, claims, folder)
    values = firsts[0].pop("values"), after.pop("values")
    return {
        "rows": number,
        "fill": filled,
        "first_answer": {
            "seconds": round(statistics.median(f["seconds"] for f in firsts), 2),
            "best_seconds": round(min(f["seconds"] for f in firsts), 2),
            "imports": round(statistics.median(f["imports"] for f in firsts), 2),
            "of_a_year_ago_seconds": round(statistics.median(f["seconds"] for f in past), 2),
            "memory_mb": max(f["memory_mb"] for f in firsts),
        },
        "after_one_claim": after,
        "pandas": beside(folder, values),
    }


def beside(folder: Path, values: tuple[Any, Any]) -> dict[str, Any] | str:
    """What pandas took for the same values; why not, where it is not there. Ends where a value differs."""
    python = str(VENV) if VENV.is_file() else sys.executable
    if subprocess.run([python, "-c", "import pandas"], capture_output=True, check=False).returncode:
        return "pandas is not installed in bench/peers/.venv"
    names = (folder / "plain.db", folder / "duties.json", folder / "new.json")
    found = child(python, "peers/pandas_status.py", *names)
    for when, ours, theirs in zip(
        ("first", "after the claims"), values, (found.pop("first"), found.pop("last")), strict=True
    ):
        differ = [(m, v) for m, row in ours.items() for v in row if row[v] != theirs[m][v]]
        if differ:
            sys.exit(f"pandas gives other values ({when}) in {len(differ)} cells: {differ[:5]}")
    return {**found, "equal_cells": sum(len(row) for row in values[0].values())}


def status_at_scale(*, quick: bool = False) -> dict[str, Any]:
    """Every size in turn, and the plot of growth (not with ``quick``)."""
    sizes, provisions, claims = QUICK if quick else (SIZES, PROVISIONS, CLAIMS)
    made = []
    for number in sizes:
        with tempfile.TemporaryDirectory() as folder:
            made.append(of_size(Path(folder), number, provisions, claims))
    if not quick:
        (HERE / "status.svg").write_text(status_plot.svg(made), encoding="utf-8")
    return {
        "provisions": provisions,
        "viewpoints": 5,
        "claims": claims,
        "rounds": ROUNDS,
        "load": round(os.getloadavg()[0], 1),
        "sizes": made,
    }


def show(figures: dict[str, Any]) -> None:
    """Print the figures, a size at a time."""
    print(
        f"{PART}: {figures['provisions']} provisions, {figures['viewpoints']} viewpoints, load {figures['load']}"
    )
    for size in figures["sizes"]:
        print(f"  {size['rows']} rows")
        for name, row in size.items():
            if name != "rows":
                print(f"    {name.replace('_', ' '):16} {json.dumps(row)}")


def main() -> None:
    """Measure, print, and write the part of this measurement."""
    quick = "--quick" in sys.argv
    figures = status_at_scale(quick=quick)
    show(figures)
    if not quick:
        results = HERE / "results.json"
        held = json.loads(results.read_text(encoding="utf-8"))
        results.write_text(json.dumps({**held, PART: figures}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
