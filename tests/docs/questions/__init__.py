"""The case that docs/questions.md asks: eight short sources in our own words, read, and every reading accepted as it was read."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import yaml

from truceline.case import open_case
from truceline.cli.main import run
from truceline.evidence import Review, Verdict, seen
from truceline.ledger import Ledger

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[2] / "examples" / "gaza-2025" / "sources"
FROM_EXAMPLE = ("04-media-office-591", "07-naim-to-filastin", "10-qassem-and-the-force")


def made(case):
    """The case in the folder, built and accepted."""
    assert run(["new", str(case), "--from", "gaza-2025"]) == 0
    for name in FROM_EXAMPLE:
        for end in (".txt", ".yaml"):
            shutil.copy(EXAMPLE / f"{name}{end}", case / "sources")
    for name, about in yaml.safe_load((HERE / "sidecars.yaml").read_text(encoding="utf-8")).items():
        options = ["--published", str(about["published"]), "--ceasefire", about.get("ceasefire", "gaza-2025")]
        for key in ("evidence", "outlet"):
            options += [f"--{key}", about[key]] if key in about else []
        options += [word for name in about.get("relay", ()) for word in ("--relay", name)]
        assert run(["add", str(case), str(HERE / name), *options]) == 0
    assert run(["build", str(case)]) == 0
    accept(case)
    return case


def accept(case):
    """Every reading, as it was read."""
    now = datetime.now(UTC)
    waiting = [r.read for r in open_case(case).readings if r.waiting]
    with Ledger.open(case) as ledger:
        for claim in waiting:
            ledger.review(Review(claim.id, seen(claim), Verdict.ACCEPTED, "AB", now))
