"""One measurement in a process of its own: fill a table, the first answer from it, or answers after new claims.

    python bench/scale_answer.py fill FILE ROWS PROVISIONS
    python bench/scale_answer.py first FILE PROVISIONS STARTED [DAYS BACK]
    python bench/scale_answer.py claims FILE PROVISIONS NUMBER

Prints one JSON object. STARTED is the caller's time.time() just before this process was started.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

BEGUN = time.perf_counter()

from scale_case import DAY, HOLDERS, VIEWS, agreement, row, rows  # noqa: E402 - after the clock was read

from truceline.case.table import EvidenceTable  # noqa: E402
from truceline.status import Keeper, board  # noqa: E402


def memory() -> int:
    """The largest memory this process had, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def fill(file: str, number: str, provisions: str) -> dict[str, Any]:
    """Write the made-up rows into the file."""
    start = time.perf_counter()
    with EvidenceTable.open(file, agreement(int(provisions))) as table:
        table.add(rows(int(number), int(provisions)))
        lines = table._value("SELECT count(*) FROM line")  # noqa: SLF001 - told in the figures
    took = time.perf_counter() - start
    size = round(Path(file).stat().st_size / 2**20)
    return {"seconds": round(took, 1), "file_mb": size, "lines": lines, "memory_mb": memory()}


def first(file: str, provisions: str, started: str, back: str = "0") -> dict[str, Any]:
    """The board as JSON from a file nobody has opened; seconds from the start of Python, and of its parts."""
    imported = time.perf_counter()
    owed = agreement(int(provisions))
    made_up = time.perf_counter()
    with EvidenceTable.open(file, owed) as table:
        made = board(owed, table, VIEWS, DAY - timedelta(days=int(back)))
        text = json.dumps(made.line(proposals=True))
        done = time.perf_counter()
        whole = time.time() - float(started) - (made_up - imported)
        held, peak = json.loads(text), memory()
    values = {p["id"]: {v: c["value"] for v, c in p["viewpoints"].items()} for p in held["provisions"]}
    return {
        "from_start_of_python": round(whole, 3),
        "imports": round(imported - BEGUN, 3),
        "open_and_answer": round(done - made_up, 3),
        "memory_mb": peak,
        "values": values,
    }


def claims(file: str, provisions: str, number: str) -> dict[str, Any]:
    """Write new claims one by one, each committed, and bring the board up to it; milliseconds of each."""
    owed = agreement(int(provisions))
    dice = random.Random(7)
    duties = list(owed.provisions.values())
    with EvidenceTable.open(file, owed) as table:
        keeper = Keeper(owed, table, VIEWS, DAY)
        took = [
            _one(keeper, table, [row(dice.choice(duties), dice.choice(HOLDERS), f"new{n}", dice)])
            for n in range(int(number))
        ]
        words = row(duties[0], "north", "of all", dice)
        general = [_of_duty(words, duty.id) for duty in duties]
        everywhere = _one(keeper, table, general)
        same = keeper.board.line(proposals=True) == board(owed, table, VIEWS, DAY).line(proposals=True)
        values = {r.provision.id: {v: c.value.word for v, c in r.cells.items()} for r in keeper.board.rows}
    return {
        "median_ms": round(statistics.median(took), 1),
        "p95_ms": round(sorted(took)[int(len(took) * 0.95)], 1),
        "worst_ms": round(max(took), 1),
        "claim_on_every_duty_ms": round(everywhere),
        "equals_full_board": same,
        "memory_mb": memory(),
        "values": values,
    }


def _of_duty(words: Any, duty: str) -> Any:
    from dataclasses import replace

    return replace(words, matter=duty, general=True, checked=True, known=DAY, possible=None)


def _one(keeper: Keeper, table: EvidenceTable, coming: list[Any]) -> float:
    start = time.perf_counter()
    keeper.refresh(table.put(coming[0].claim, coming))
    json.dumps([g.line() for g in keeper.board.gates][:1])
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    print(json.dumps({"fill": fill, "first": first, "claims": claims}[sys.argv[1]](*sys.argv[2:])))
