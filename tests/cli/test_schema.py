"""``truceline schema``: the schemas printed and written."""

import json


def test_all_schemas_are_written_into_a_folder(truceline, tmp_path):
    ended = truceline("schema", "--out", tmp_path / "schemas")
    assert ended.code == 0
    written = sorted(p.name for p in (tmp_path / "schemas").iterdir())
    assert written == [f"{n}.schema.json" for n in ("actors", "agreement", "case", "issues", "scenarios")]
    for path in (tmp_path / "schemas").iterdir():
        assert path.name in ended.out
        json.loads(path.read_text(encoding="utf-8"))


def test_one_schema_is_printed_and_nothing_else(truceline):
    ended = truceline("schema", "agreement")
    assert ended.code == 0
    assert "provisions" in json.loads(ended.out)["$defs"]["agreement"]["properties"]


def test_a_misspelt_name_names_the_nearest(truceline):
    ended = truceline("schema", "agrement")
    assert ended.code == 2
    assert "Did you mean 'agreement'?" in ended.err


def test_no_name_and_no_folder_says_what_there_is(truceline):
    ended = truceline("schema")
    assert ended.code == 2
    assert "scenarios" in ended.err
    assert "--out DIR" in ended.err
