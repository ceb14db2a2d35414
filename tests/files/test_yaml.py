import pytest

from truceline.files import FileProblem, Problems, yaml
from truceline.files.record import Record


def told(string):
    with pytest.raises(FileProblem) as raised:
        yaml.parse(string, "f.yaml")
    return str(raised.value)


def test_no_stays_no_and_a_month_stays_a_month():
    root = yaml.parse("language: no\npublished: 2025-11\n", "f.yaml")
    assert root["language"].text() == "no"
    assert root["published"].interval().edtf == "2025-11"


def test_a_value_split_by_an_unquoted_comma_is_told_with_its_place():
    message = told("a: {name: Cairo, Egypt}")
    assert message.startswith("f.yaml:1:23: 'Egypt' has no value: inside braces a comma ends a value")
    assert '{name: "Cairo, Egypt"}' in message


@pytest.mark.parametrize(
    ("string", "code"),
    [
        ("a: 1\na: 2\n", "F005"),
        ("a: &x [1]\nb: *x\n", "F006"),
        ("a: !!python/object:os.system x\n", "F006"),
        ("a: [1,\n", "F003"),
        ("a:\n\tb: 1\n", "F003"),
        ("a: 1\n---\nb: 2\n", "F003"),
        ("a: " + "[" * 60 + "]" * 60, "F012"),
        ("[a]: 1\n", "F003"),
    ],
)
def test_what_yaml_allows_and_a_case_does_not_is_refused(string, code):
    with pytest.raises(FileProblem) as raised:
        yaml.parse(string, "f.yaml")
    assert raised.value.problems[0].code == code


def test_a_bomb_of_aliases_is_refused_before_it_grows():
    rows = "\n".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 9))
    assert "aliases" in told(f"a0: &a0 [x, x, x]\n{rows}\n")


def test_a_span_points_at_the_words_in_the_file_in_any_script_and_after_a_byte_order_mark():
    string = "\ufefftitle: 'وقف إطلاق النار'\nplain: حماس said  # note\r\nquoted: \"a, b\"\n"
    root = yaml.parse(string, "f.yaml")
    for key, words in (("title", "وقف إطلاق النار"), ("plain", "حماس said"), ("quoted", "a, b")):
        assert root[key].text() == words
        assert root[key].span.of(string) == words


def test_words_with_escapes_or_folded_lines_have_no_span():
    root = yaml.parse('a: "one\\ntwo"\nb: >\n  folded\n  text\n', "f.yaml")
    for key in ("a", "b"):
        with pytest.raises(FileProblem, match="stand in the file as they are"):
            root[key].span  # noqa: B018


def test_an_unknown_key_names_the_nearest_known_one():
    root = yaml.parse("outlett: AFP\n", "f.yaml")
    with pytest.raises(FileProblem, match="the key 'outlett' is not known here; expected 'outlet'"):
        root.known_keys({"outlet", "address"})


def test_one_run_tells_every_slip_in_the_order_of_the_file():
    problems = Problems()
    record = Record(
        yaml.parse("x: 1\ndate: soon\ncount: many\nopen: maybe\n", "f.yaml"),
        problems,
        {"date", "count", "open"},
    )
    record.interval("date")
    record.number("count")
    record.flag("open")
    with pytest.raises(FileProblem) as raised:
        problems.finish()
    assert [p.where.line for p in raised.value.problems] == [1, 2, 3, 4]
    assert [p.code for p in raised.value.problems] == ["F007", "F010", "F010", "F010"]


def test_a_missing_key_says_which_keys_there_are():
    with pytest.raises(
        FileProblem,
        match=r"the key 'id' is missing; expected the key with a value, for example id: \.\.\.; got the keys name",
    ):
        yaml.parse("name: x\n", "f.yaml")["id"]


def test_an_empty_file_is_an_empty_mapping():
    assert yaml.parse("", "f.yaml").keys() == ()
    assert yaml.parse("# nothing\n", "f.yaml").get("id") is None


def test_a_file_that_is_not_utf8_is_told_with_line_and_column(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\nb: caf\xe9\n")
    with pytest.raises(FileProblem, match=r"f\.yaml:2:7: the file is not UTF-8"):
        yaml.load(path)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileProblem, match="the file cannot be read"):
        yaml.load(tmp_path / "none.yaml")
