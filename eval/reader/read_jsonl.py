#!/usr/bin/env python3
"""Claims of files as JSON lines, without a case: `read_jsonl.py read FILE... --format jsonl` (for score.py, in place of truceline)."""

import json
import sys
from pathlib import Path

from truceline.evidence.lines import line
from truceline.reading import Reader, extract


def main() -> None:
    """Print a claim line for each claim of each file."""
    files = [a for a in sys.argv[1:] if a not in ("read", "--format", "jsonl")]
    reader = Reader()
    for name in files:
        for claim in reader.read(extract(Path(name).read_bytes(), name)):
            print(json.dumps(line(claim), ensure_ascii=False))


if __name__ == "__main__":
    main()
