"""What was put right, as gold and as a share."""

import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))

import dispatch
import measure


@pytest.fixture
def gold(truceline, case, tmp_path):
    """``gold(options)`` gives the items that the verb writes."""

    def written(*options):
        path = tmp_path / f"gold-{len(options)}.jsonl"
        ended = truceline("review", case, "--gold", path, *options)
        assert ended.code == 0, ended
        return measure.load(path), ended.out

    return written


def test_gold_says_that_it_stays_inside_and_names_no_reviewer(gold):
    items, out = gold()
    assert "Stays inside it holds text of sources. No reviewer is named in it." in out
    assert items
    assert not any({"by", "at", "note"} & i.keys() for i in items)
    named, out = gold("--with-names")
    assert "Names of reviewers" in out
    assert all(i["by"] for i in named)


def test_a_file_that_is_there_is_not_written_over(truceline, case, tmp_path):
    (tmp_path / "a.jsonl").write_text("mine", encoding="utf-8")
    assert truceline("review", case, "--gold", tmp_path / "a.jsonl").code == 4
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8") == "mine"


def test_the_scorer_of_the_eval_takes_the_gold_and_finds_what_persons_accepted(gold, case):
    import truceline as program

    claims = {}
    for reading in program.open(case).readings:
        claims.setdefault(reading.claim.document.removeprefix("sources/"), []).append(reading.claim)
    items, _ = gold("--all")
    counts = measure.score(items, claims).counts
    assert counts["figure right"] > 50
    assert (
        counts["missed"]
        == counts["figure missed"]
        == counts["wrong name"]
        == counts["narrator mistaken"]
        == 0
    )


def test_the_lines_for_a_dispatch_are_read_by_its_own_reader(gold):
    items, _ = gold("--all")
    for item in (i for i in items if i["disp"]):
        body = f"[t1 {item['quote']}]" if item["disp"][0].startswith("1 ") else item["quote"]
        made = dispatch.parse(
            "\n===\n".join(["outlet: x", body, "\n".join(item["disp"]) + "\n"]), Path("x.disp")
        )
        assert len(made.said) + len(made.narrator) == 1


def test_where_nothing_was_put_right_no_file_is_written(truceline, fresh, article, tmp_path):
    truceline("add", fresh, article, "--outlet", "Wire", "--published", "2025-12-24")
    truceline("build", fresh)
    ended = truceline("review", fresh, "--gold", tmp_path / "a.jsonl")
    assert (ended.code, (tmp_path / "a.jsonl").exists()) == (0, False)
    assert "Nothing was put right so far" in ended.out


def test_the_summary_tells_the_share_of_each_part(truceline, case):
    ended = truceline("review", case, "--summary")
    assert ended.code == 0
    for part in ("speaker", "value", "date", "duty", "ceasefire", "not a statement", "anything"):
        (line,) = [row for row in ended.out.splitlines() if row.strip().startswith(part + "  ")]
        changed, judged, share = re.search(r"([\d,]+) of +([\d,]+) +(\d+%)$", line).groups()
        assert f"{int(changed) / int(judged):.0%}" == share
    assert max(map(len, ended.out.splitlines())) <= 100


def test_the_summary_of_a_case_without_verdicts_says_what_to_do(truceline, fresh, article):
    truceline("add", fresh, article, "--outlet", "Wire", "--published", "2025-12-24")
    truceline("build", fresh)
    assert "No machine reading has a verdict so far" in truceline("review", fresh, "--summary").out


def test_the_journal_says_that_gold_went_out(truceline, case, gold):
    from truceline.ledger import Ledger

    gold()
    with Ledger.open(case) as ledger:
        paths = [json.loads(e.payload)["path"] for e in ledger.journal.entries("export")]
    assert "gold-0.jsonl" in paths
    assert truceline("verify", case).code == 0
