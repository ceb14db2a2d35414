"""The contract for other programs: `truceline read FILE... --format jsonl`."""

import json

KEYS = {
    "id", "document", "start", "end", "text", "kind", "speaker", "speaker_text", "on_behalf_of", "original", "relay", "cue", "mode",
    "attribution", "polarity", "links", "doubt", "review", "payload",
}  # fmt: skip


def test_a_claim_a_line_with_the_exact_characters(truceline, dispatch):
    ended = truceline("read", dispatch, "--format", "jsonl")
    assert ended.code == 0
    text = dispatch.read_bytes().decode("utf-8")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    assert rows
    for row in rows:
        assert set(row) >= KEYS
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["review"] == "proposed"
        assert row["links"] == []


def test_with_a_case_the_lines_are_linked(truceline, dispatch, fresh):
    rows = [
        json.loads(line)
        for line in truceline("read", dispatch, "--case", fresh, "--format", "jsonl").out.splitlines()
    ]
    assert {"ceasefire", "actor"} <= {link["target"] for row in rows for link in row["links"]}


def test_for_people_each_line_says_that_nobody_checked_it(truceline, dispatch):
    out = truceline("read", dispatch).out
    assert "machine readings, not checked" in out.splitlines()[0]


def test_one_bad_file_gets_one_message_and_the_others_are_read(truceline, article, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    ended = truceline("read", empty, tmp_path / "none.txt", tmp_path, article, "--format", "jsonl")
    assert ended.code == 3
    assert ended.out
    lines = ended.err.strip().splitlines()
    assert lines[0] == "Left out: 3 sources"
    assert len(lines) == 4
    assert "none.txt: no such file" in ended.err
    assert "this is a folder" in ended.err
