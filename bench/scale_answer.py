"""One measurement in a process of its own: fill a table, the first answer from it, or answers after new claims.

    python bench/scale_answer.py fill FILE ROWS PROVISIONS      the indexed table
    python bench/scale_answer.py plain FOLDER ROWS PROVISIONS   the same rows as a plain table and the duties, for peers
    python bench/scale_answer.py first FILE PROVISIONS STARTED [DAYS BACK]
    python bench/scale_answer.py claims FILE PROVISIONS NUMBER FOLDER

Prints one JSON object. STARTED is the caller's time.time() just before this process was started.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

BEGUN = time.perf_counter()

from scale_case import DAY, HOLDERS, VIEWS, agreement, row, rows  # noqa: E402 - after the clock was read

from truceline.case.table import EvidenceTable  # noqa: E402
from truceline.evidence import Evidence  # noqa: E402
from truceline.status import Board, Keeper, board  # noqa: E402


def memory() -> int:
    """The largest memory this process had, in MB."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def milliseconds(work: Callable[[], Any]) -> float:
    """Of one call."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def fill(file: str, number: str, provisions: str) -> dict[str, Any]:
    """Write the made-up rows into the file; making them up is part of the time."""
    start = time.perf_counter()
    with EvidenceTable.open(file, agreement(int(provisions))) as table:
        table.add(rows(int(number), int(provisions)))
    took = time.perf_counter() - start
    return {
        "seconds": round(took, 1),
        "file_mb": round(Path(file).stat().st_size / 2**20),
        "memory_mb": memory(),
    }


def plain(folder: str, number: str, provisions: str) -> dict[str, Any]:
    """The same rows and duties without anything of Truceline's in them."""
    import scale_plain

    scale_plain.write(Path(folder), rows(int(number), int(provisions)), agreement(int(provisions)))
    return {}


def first(file: str, provisions: str, started: str, back: str = "0") -> dict[str, Any]:
    """The board as JSON from a file that this process opens; seconds from the start of Python on, and of its parts.

    Making the agreement up is left out.
    """
    imported = time.perf_counter()
    owed = agreement(int(provisions))
    made_up = time.perf_counter()
    with EvidenceTable.open(file, owed) as table:
        made = board(owed, table, VIEWS, DAY - timedelta(days=int(back)))
        json.dumps(made.line(proposals=True))
        done = time.perf_counter()
        whole = time.time() - float(started) - (made_up - imported)
        peak, values = memory(), _values(made)
    return {
        "seconds": round(whole, 3),
        "imports": round(imported - BEGUN, 3),
        "open_and_answer": round(done - made_up, 3),
        "memory_mb": peak,
        "values": values,
    }


def claims(file: str, provisions: str, number: str, folder: str) -> dict[str, Any]:
    """Write new claims one by one, each committed, and bring the board up to it; then one on every duty; then long lists."""
    import scale_plain

    owed = agreement(int(provisions))
    dice = random.Random(7)
    duties = list(owed.provisions.values())
    new = [[row(dice.choice(duties), dice.choice(HOLDERS), f"new{n}", dice)] for n in range(int(number))]
    general = [new[0][0]._replace(matter=d.id, claim="of all", general=True, checked=True) for d in duties]
    with EvidenceTable.open(file, owed) as table:
        keeper = Keeper(owed, table, VIEWS, DAY)
        took = sorted(_after(keeper, table, coming) for coming in new)
        everywhere = _after(keeper, table, general)
        counts = milliseconds(lambda: [len(c.proposals) for r in keeper.board.rows for c in r.cells.values()])
        lists = sorted(
            milliseconds(lambda: len(dice.choice(keeper.board.rows).cells["north"].superseded))
            for _ in range(30)
        )
        if keeper.board.line(proposals=True) != board(owed, table, VIEWS, DAY).line(proposals=True):
            sys.exit("the kept board is not the full one")
        peak, values = memory(), _values(keeper.board)
    coming = [[scale_plain.values(r) for r in several] for several in (*new, general)]
    Path(folder, "new.json").write_text(json.dumps(coming), encoding="utf-8")
    return {
        "median_ms": round(statistics.median(took), 1),
        "p95_ms": round(took[int(len(took) * 0.95)], 1),
        "worst_ms": round(took[-1], 1),
        "claim_on_every_duty_ms": round(everywhere),
        "numbers_of_unchecked_ms": round(counts),
        "full_list_median_ms": round(statistics.median(lists), 1),
        "full_list_worst_ms": round(lists[-1], 1),
        "memory_mb": peak,
        "values": values,
    }


def _after(keeper: Keeper, table: EvidenceTable, coming: Sequence[Evidence]) -> float:
    return milliseconds(lambda: keeper.refresh(*table.put(coming[0].claim, coming)))


def _values(made: Board) -> dict[str, dict[str, int]]:
    return {r.provision.id: {v: int(cell.value) for v, cell in r.cells.items()} for r in made.rows}


if __name__ == "__main__":
    ways = {"fill": fill, "plain": plain, "first": first, "claims": claims}
    print(json.dumps(ways[sys.argv[1]](*sys.argv[2:])))
