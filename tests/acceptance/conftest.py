"""Cases made once and used by many: through the command line, with the real reader and the real ledger, in temporary folders."""

import contextlib
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook

import truceline
from truceline.case.store import LEDGER
from truceline.cli.main import run as verb
from truceline.evidence import Review, Verdict, seen
from truceline.ledger import Ledger
from truceline.review import queue

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
EXAMPLE = ROOT / "examples" / "gaza-2025"
GOLD = ROOT / "eval" / "gold"
AFTER_ALL = "2030-01-01"
"""A day by which every document of a test counts, the undated ones by the day of their retrieval."""
LAST = "2026-03-01"
NO_NETWORK = """import os, pathlib, socket
def refuse(*_, **__):
    raise OSError("no network in this test")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
pathlib.Path(os.environ["GUARD"]).touch()
"""


@dataclass(frozen=True)
class Ran:
    """What a verb left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def run(*args, typed=""):
    """A verb of the command line in this process, so that the language model is loaded once."""
    out, err, stdin = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = verb([str(a) for a in args])
    finally:
        sys.stdin = stdin
    return Ran(code, out.getvalue(), err.getvalue())


def program(*args, env=None, cwd=None):
    """A verb as its own program, as a user starts it."""
    found = subprocess.run(
        [Path(sys.executable).with_name("truceline"), *map(str, args)],
        capture_output=True,
        text=True,
        env={**os.environ, **(env or {})},
        cwd=cwd,
        check=False,
    )
    return Ran(found.returncode, found.stdout, found.stderr)


def ok(ran):
    assert ran.code == 0, ran
    return ran


def opened(path):
    """The case as it is now; opened once for each state of its ledger."""
    ledger = (path / LEDGER).stat()
    return _opened(path, ledger.st_mtime_ns, ledger.st_size)


@cache
def _opened(path, *_):
    return truceline.open(path)


def copied(case, to):
    return Path(shutil.copytree(case, to))


def on_record(case):
    """The reviews as every other program sees them: claim to verdict, from the ledger's own view."""
    with contextlib.closing(sqlite3.connect(case / LEDGER)) as connection:
        return dict(connection.execute("SELECT claim, verdict FROM review_v1 ORDER BY entry"))


def keystrokes(card):
    """One key accepts; where the speaker is doubtful, "nobody named" is chosen first."""
    return f"{len(card.candidates)}\n" if card.choose else "\n"


def accept_queue(case, day, keys_file):
    """Accept everything that is queued for a day, in one sitting, from a script of keystrokes."""
    cards = queue(opened(case), date.fromisoformat(day), everything=True).cards
    keys_file.write_text("".join(keystrokes(c) for c in cards), encoding="utf-8")
    ran = ok(run("review", case, "--as-of", day, "--all", "--by", "AB", "--keys", keys_file))
    assert not ran.err
    return cards


def accept_rest(case):
    """Accept what no queue offers: repeats, other ceasefires, what is out of scope."""
    now = datetime.now(UTC)
    waiting = [r.read for r in opened(case).readings if r.waiting]
    with Ledger.open(case) as ledger:
        for claim in waiting:
            ledger.review(Review(claim.id, seen(claim), Verdict.ACCEPTED, "AB", now))


def cells(case, day):
    """Every cell of the board as (provision, viewpoint, cell), as ``status --json`` gives it."""
    ledger = (case / LEDGER).stat()
    return _cells(case, day, ledger.st_mtime_ns, ledger.st_size)


@cache
def _cells(case, day, *_):
    rows = ok(run("status", case, "--as-of", day, "--json")).json["provisions"]
    return [(r["id"], v, cell) for r in rows for v, cell in r["viewpoints"].items()]


def figures(case):
    """The readings of the case's own documents that are figures."""
    return [r for r in opened(case).readings if r.claim.kind == "figure" and not r.authored]


@pytest.fixture(scope="session")
def seeds():
    """The folder of the seed texts; tests that need it are skipped where it is absent."""
    if not SEEDS.is_dir():
        pytest.skip("../shared is absent")
    return SEEDS


@pytest.fixture(scope="session")
def seed_case(seeds, tmp_path_factory):
    """The five seeds with what sidecars.yaml knows, made with ``new --from`` and ``add``, built, unreviewed."""
    case = tmp_path_factory.mktemp("seeds") / "case"
    ok(run("new", case, "--from", "gaza-2025"))
    known = yaml.safe_load((seeds / "sidecars.yaml").read_text(encoding="utf-8"))
    for name, about in known.items():
        ok(run("add", case, seeds / name, *_options(about)))
    ok(run("build", case))
    return case


def _options(about):
    when = about["published"]
    span = str(when["from"]) if when["from"] == when["to"] else f"{when['from']}..{when['to']}"
    options = ["--published", span, "--evidence", when["evidence"], "--ceasefire", about["ceasefire"]]
    options += ["--outlet", about["outlet"]] if "outlet" in about else []
    return [*options, *(word for name in about.get("relay", ()) for word in ("--relay", name))]


@pytest.fixture(scope="session")
def accepted_case(seed_case, tmp_path_factory):
    """The seed case once every reading of it was accepted: the queue by keys, the rest one by one."""
    folder = tmp_path_factory.mktemp("accepted")
    case = copied(seed_case, folder / "case")
    accept_queue(case, AFTER_ALL, folder / "keys.txt")
    accept_rest(case)
    return case


@pytest.fixture(scope="session")
def dispatches(tmp_path_factory):
    """The example's dispatches in a case of their own, built, with no verdict on any of them."""
    case = tmp_path_factory.mktemp("dispatches") / "case"
    ok(run("new", case, "--from", "gaza-2025"))
    shutil.copytree(EXAMPLE / "sources", case / "sources", dirs_exist_ok=True)
    ok(run("build", case))
    return case


@dataclass(frozen=True)
class Demo:
    """The demo's folder, its first run as a program without a network, and the report of the last day."""

    case: Path
    first: Ran
    guarded: bool
    reports: Path

    def file(self, form):
        (found,) = self.reports.glob(f"{LAST}*.{form}")
        return found

    @property
    def json(self):
        return json.loads(self.file("json").read_text(encoding="utf-8"))

    @property
    def html(self):
        return self.file("html").read_text(encoding="utf-8")

    def sheet(self, name):
        """The rows of a sheet, each a mapping by heading."""
        head, *rows = load_workbook(self.file("xlsx"), read_only=True)[name].iter_rows(values_only=True)
        return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """``truceline demo`` in a new folder, where every connection is refused; then the report of the last day."""
    folder = tmp_path_factory.mktemp("demo")
    guard = folder / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    stood = folder / "guard-stood"
    env = {"PYTHONPATH": str(guard), "GUARD": str(stood)}
    first = program("demo", "--to", folder / "gaza-2025", env=env, cwd=folder)
    assert first.code == 0, first
    run("report", folder / "gaza-2025", "--as-of", LAST, "--out", folder / "out")
    return Demo(folder / "gaza-2025", first, stood.exists(), folder / "out")


@pytest.fixture(scope="session")
def accepted_demo(demo, tmp_path_factory):
    """A copy of the demo's case in which every waiting reading was accepted, and its report of the last day."""
    folder = tmp_path_factory.mktemp("accepted-demo")
    case = copied(demo.case, folder / "case")
    accept_rest(case)
    run("report", case, "--as-of", LAST, "--out", folder / "out")
    return Demo(case, demo.first, demo.guarded, folder / "out")


@pytest.fixture(scope="session", params=["as shipped", "all accepted"])
def either_demo(request):
    """The demo as it ships, and with every reading accepted, so that page and sheet are full."""
    return request.getfixturevalue("demo" if request.param == "as shipped" else "accepted_demo")


def gold_figures():
    """Every figure of the example's gold: (id, file, low, high)."""
    for name in ("gaza-2025-dev.jsonl", "gaza-2025-held-out.jsonl"):
        if (GOLD / name).is_file():
            for line in (GOLD / name).read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                if row["kind"] == "figure":
                    yield row["id"], row["file"], row["value"]["lo"], row["value"]["hi"]


def numbers_in(text):
    return {float(m.replace(",", "")) for m in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", str(text or ""))}
