"""A build that is killed at any moment can be started again, and nobody can tell afterwards."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent / "sentences.py"


def kill_a_build(case, seconds):
    """Start a build in a process of its own and kill it after so many seconds; how many documents are held then."""
    program = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(case.path), "0.02"], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout.readline() == "ready\n"
    time.sleep(seconds)
    program.send_signal(signal.SIGKILL)
    program.wait()
    program.stdout.close()
    assert case.faults() == []
    return case.rows("SELECT count(*) FROM document_v1")[0][0]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_build_killed_again_and_again_ends_with_the_content_of_one_that_was_not(case, tmp_path):
    case.fill(40)
    undisturbed = type(case)(tmp_path / "undisturbed")
    undisturbed.fill(40)
    moments, held = random.Random(7), []
    while len({count for count in held if 0 < count < 40}) < 3:
        assert len(held) < 40, f"no three kills in the middle of a build: {held}"
        held.append(kill_a_build(case, moments.uniform(0, 1 + len(held) / 5)))
        if held[-1] == 40:
            case.path = case.path.rename(tmp_path / f"case{len(held)}")  # too late: once more, from nothing
            shutil.rmtree(case.path / ".truceline")
    assert case.build().digest == undisturbed.build().digest
    assert case.build().unchanged == 40
    assert case.faults() == []
    assert case.rows("SELECT kind, count(*) FROM journal_v1 GROUP BY kind") == [
        ("document", 40),
        ("reading", 40),
    ]


def test_a_document_whose_claims_fail_halfway_is_held_as_it_was(case):
    case.fill(1)
    case.build()
    before = case.rows("SELECT * FROM claim_v1 ORDER BY id"), case.rows("SELECT * FROM journal_v1")
    with case.ledger() as ledger:
        ledger.database.run(
            "CREATE TRIGGER full BEFORE INSERT ON ledger_claim BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    with pytest.raises(Exception, match="disk full"):
        case.build(type(case.reader)("sentences/2"))
    case.sql("DROP TRIGGER full")
    assert (case.rows("SELECT * FROM claim_v1 ORDER BY id"), case.rows("SELECT * FROM journal_v1")) == before
    assert case.faults() == []
