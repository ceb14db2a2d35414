WIDTH = 100


def test_what_is_not_queued_is_found_and_says_why(truceline, case, monkeypatch):
    monkeypatch.chdir(case.parent)
    ended = truceline("review", case.name, "--as-of", "2025-10-11", "--find", "force on")
    assert ended.code == 0
    assert "waits; not queued: not known by 2025-10-11" in ended.out
    assert "checked" in ended.out
    assert max(map(len, ended.out.splitlines())) <= WIDTH


def test_a_reading_that_was_found_is_brought_up_by_its_id(truceline, case, tmp_path):
    found = truceline("review", case, "--find", "rafah").out
    claim = found.splitlines()[1].split()[0]
    assert f"--card {claim}" in found
    (tmp_path / "keys.txt").write_text("u", encoding="utf-8")
    ended = truceline("review", case, "--card", claim, "--keys", tmp_path / "keys.txt")
    assert "Checked now: 1 of 1 (1 left open)" in ended.out
    assert "left open" in truceline("review", case, "--find", claim).out


def test_an_id_that_is_not_there_says_how_to_find_one(truceline, case):
    ended = truceline("review", case, "--card", "0" * 16)
    assert ended.code == 2
    assert "no reading 0000000000000000" in ended.err
    assert "--find" in ended.err


def test_nothing_to_look_for_is_told(truceline, case):
    assert truceline("review", case, "--find", " ").code == 2
    assert "0 readings" in truceline("review", case, "--find", "xylophone").out


def test_two_errands_at_once_are_refused(truceline, case):
    ended = truceline("review", case, "--find", "x", "--summary")
    assert ended.code == 2
    assert "--find and --summary are different errands" in ended.err
