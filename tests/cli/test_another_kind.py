"""A kind put right in a sitting: in the journal with who, kept over a build, taken back by an undo."""

import json

import pytest

from truceline.ledger import Ledger

DAY = ("--as-of", "2026-03-01")


@pytest.fixture
def desk(truceline, fresh, dispatch):
    truceline("add", fresh, dispatch, "--outlet", "Wire", "--published", "2025-10-11")
    truceline("build", fresh)
    return fresh


def first(case):
    from truceline.case import open_case

    return next(r for r in open_case(case).readings if not r.authored)


def sit(truceline, desk, tmp_path, typed):
    script = tmp_path / "keys"
    script.write_text(typed)
    return truceline("review", desk, *DAY, "--card", first(desk).id, "--keys", script, "--by", "AB")


def test_it_is_kept_under_the_name_of_who_judged_and_over_a_build_from_nothing(truceline, desk, tmp_path):
    was = first(desk)
    assert sit(truceline, desk, tmp_path, "kcondition\nthe list\nthe talks\n\nq").code == 0
    assert truceline("build", desk).code == 0
    now = first(desk)
    assert (now.id, now.read.kind, now.claim.kind.value, now.review.by) == (
        was.id,
        was.read.kind,
        "condition",
        "AB",
    )
    assert truceline("review", desk, "--export", tmp_path / "reviews.jsonl").code == 0
    (desk / "reviews.jsonl").write_bytes((tmp_path / "reviews.jsonl").read_bytes())
    for file in (desk / ".truceline").iterdir():
        file.unlink()
    assert truceline("build", desk).code == 0
    assert first(desk).claim == now.claim


def test_undo_brings_the_reading_back_as_it_was_and_both_stay_on_record(truceline, desk, tmp_path):
    was = first(desk)
    sit(truceline, desk, tmp_path, "kstatement\n\nzq")
    assert first(desk) == was
    with Ledger.open(desk) as ledger:
        kinds = [str(e.kind) for e in list(ledger.journal.entries())][-2:]
    assert kinds == ["review", "undo"]


def test_what_lacks_a_part_is_refused_where_reviews_are_read_in(truceline, desk):
    row = {
        "claim": first(desk).id,
        "seen": "0",
        "verdict": "corrected",
        "by": "AB",
        "at": "2026-03-01T09:00:00+00:00",
    }
    row["corrections"] = {"kind": "figure", "payload.low": "3"}
    (desk / "reviews.jsonl").write_text(json.dumps(row))
    ended = truceline("build", desk)
    assert ended.code != 0
    assert "a figure needs a number and what it counts over" in ended.out + ended.err
