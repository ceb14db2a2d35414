"""Score the sealed texts: counts only, so that nobody who writes rules learns from their words.

Five archives: eight texts by a third hand (sealed/README.md; opened, so a development set), the test split of the corpus (corpus/DATASHEET.md), two hard cases by a fourth
hand (fourth/README.md), three cases by three of many hands (fifth/README.md), and three by three of those who wrote as news is written (sixth/README.md). Opening one to look makes it a development set: say so in measured.md when you do.
Usage: python eval/sealed.py [--test] [--fourth] [--fifth] [--sixth]      --test: the test split as well, once a release; the others: those as well
"""

from __future__ import annotations

import sys
import tarfile
import tempfile
from pathlib import Path

from measure import load, score
from run import figures, read, say
from whole import lines, measured

from truceline.actors import Lexicon
from truceline.reading import Reader

HERE = Path(__file__).resolve().parent
THIRD_HAND = HERE / "sealed" / "third-hand.tar.gz"
FOURTH_HAND = HERE / "fourth" / "sealed.tar.gz"
FIFTH = HERE / "fifth" / "sealed.tar.gz"
SIXTH = HERE / "sixth" / "sealed.tar.gz"
TEST = HERE / "corpus" / "test.tar.gz"


def third_hand() -> None:
    """Read the third hand's texts with the builtin names; print counts."""
    with tempfile.TemporaryDirectory() as folder:
        unpack(THIRD_HAND, folder)
        items = load(Path(folder) / "gold" / "third-hand.jsonl")
        names = {str(i["file"]) for i in items}
        claims, broken = read(Path(folder) / "sources", names, Reader(Lexicon.builtin()), sidecars=True)
        made = score(items, claims)
        say("sealed, third hand", made, figures(made, broken))


def dispatches(archive: Path, name: str) -> None:
    """Read the dispatches of an archive; print counts, also with the attributions of gold handed in."""
    with tempfile.TemporaryDirectory() as folder:
        unpack(archive, folder)
        files = sorted(Path(folder).rglob("*.disp"))
        for title, gold in ((name, False), (f"{name}, with the attributions of gold", True)):
            print(title, *lines(measured(files, gold=gold)), sep="\n  ")


def unpack(archive: Path, folder: str) -> None:
    """To a folder that goes away."""
    with tarfile.open(archive) as held:
        held.extractall(folder, filter="data")


if __name__ == "__main__":
    third_hand()
    if "--fourth" in sys.argv:
        dispatches(FOURTH_HAND, "fourth hand, sealed half")
    if "--fifth" in sys.argv:
        dispatches(FIFTH, "many hands, three sealed cases")
    if "--sixth" in sys.argv:
        dispatches(SIXTH, "as news is written, three sealed cases")
    if "--test" in sys.argv:
        dispatches(TEST, "test split")
