"""Score the sealed test split: counts only, so that nobody who writes rules learns from its texts.

The archive holds eight texts by a third hand with gold (sealed/README.md). Opening it to look makes it a development set: say so in
measured.md when you do. Usage: python eval/sealed.py
"""

from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path

from measure import load, score
from run import figures, read, say

from truceline.actors import Lexicon
from truceline.reading import Reader

ARCHIVE = Path(__file__).resolve().parent / "sealed" / "third-hand.tar.gz"


def main() -> None:
    """Unpack to a folder that goes away, read with the builtin names, print counts."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(ARCHIVE) as archive:
            archive.extractall(folder, filter="data")
        items = load(Path(folder) / "gold" / "third-hand.jsonl")
        names = {str(i["file"]) for i in items}
        claims, broken = read(Path(folder) / "sources", names, Reader(Lexicon.builtin()), sidecars=True)
        made = score(items, claims)
        say("sealed, third hand", made, figures(made, broken))


if __name__ == "__main__":
    main()
