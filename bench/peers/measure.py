"""One way, in a process of its own: texts as JSON on stdin; seconds of each round, memory and what was found as JSON on stdout.

Usage: python bench/peers/measure.py NAME ROUNDS < texts.json       one thread, on the core that the caller pinned it to
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_name] = "1"


def way(name: str) -> Callable[[str], Any]:
    """The function of a text that is measured. Raises ImportError where its package is not there."""
    kind, _, tier = name.partition(" ")
    if kind == "truceline":
        import truceline_reader

        return truceline_reader.load(tier)
    if kind == "claims":
        import truceline_reader

        return truceline_reader.claims(tier)
    if kind == "textacy":
        import textacy_quotations

        return textacy_quotations.load()
    import dependency_rules

    return dependency_rules.load()


def main() -> None:
    """Read, time, write."""
    name, rounds = sys.argv[1], int(sys.argv[2])
    texts: dict[str, list[str]] = json.load(sys.stdin)
    find = way(name)
    strings = [t for several in texts.values() for t in several]
    find(strings[0])
    seconds = []
    found: dict[str, list[Any]] = {}
    for _ in range(rounds):
        start = time.process_time()
        found = {kind: [find(t) for t in several] for kind, several in texts.items()}
        seconds.append(time.process_time() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kept = {} if name.startswith("claims") else found
    json.dump({"seconds": seconds, "memory_mb": round(memory), "found": kept}, sys.stdout)


if __name__ == "__main__":
    main()
