"""Entries of a YAML list changed in place: what is not changed keeps its characters, and what is changed loads as wanted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.files import yaml
from truceline.files.amending import amended, listed, mapped, scalar
from truceline.files.node import Shape

ORDER = ("id", "name", "bearer", "words", "judge", "type")
TEXT = """\
# The head.
schema: agreement/0.1   # the form
provisions:
  # the first
  - id: p01   # its id
    name: open the bridge
    # who owes it
    bearer:
      - a   # one
      - b
    words: |
      Two lines
      of words.

    judge:

  # the second
  - {id: p02, name: "no shelling, none", bearer: [a,
     b], type: x}   # in braces
  - name: first the name
    id: p03
    judge: c   # who judges
# The end.
gates: []
"""
COMMENTS = (
    "# The head.",
    "# the form",
    "# the first",
    "# its id",
    "# the second",
    "# in braces",
    "# The end.",
)


def plain(node):
    if node.shape is Shape.MAPPING:
        return {k: plain(v) for k, v in node.items()}
    return [plain(n) for n in node.each()] if node.shape is Shape.LIST else node.text()


def entries(text):
    return {e["id"]: e for e in plain(yaml.parse(text, "x.yaml"))["provisions"]}


def changed(text, changes, new=()):
    return amended(text, "provisions", changes, new, ORDER)


def test_nothing_to_change_changes_nothing():
    assert changed(TEXT, {}) == TEXT


@pytest.mark.parametrize("id_", ["p01", "p02", "p03"])
@pytest.mark.parametrize("key", ORDER[1:])
@pytest.mark.parametrize("value", ["c", "[c, d]", '"a: b, # c"'])
def test_a_key_gets_its_value_and_the_rest_loads_as_before(id_, key, value):
    made = changed(TEXT, {id_: {key: value}})
    wanted = entries(TEXT)
    wanted[id_][key] = {"c": "c", "[c, d]": ["c", "d"], '"a: b, # c"': "a: b, # c"}[value]
    assert entries(made) == wanted
    assert [c for c in COMMENTS if c not in made] == []


@pytest.mark.parametrize("id_", ["p01", "p02", "p03"])
@pytest.mark.parametrize("key", ORDER[1:])
def test_a_key_is_taken_out_and_the_rest_loads_as_before(id_, key):
    wanted = entries(TEXT)
    wanted[id_].pop(key, None)
    assert entries(changed(TEXT, {id_: {key: None}})) == wanted


def test_the_lines_of_other_entries_keep_every_character():
    made = changed(TEXT, {"p02": {"name": "x", "judge": "y", "bearer": None}})
    assert made.startswith(TEXT.split("  - {id: p02", maxsplit=1)[0])
    assert made.endswith(TEXT.split("# in braces\n")[1])


def test_a_new_entry_stands_behind_the_last():
    made = changed(TEXT, {}, [{"id": "p04", "name": "n"}])
    assert made.replace("\n  - id: p04\n    name: n", "") == TEXT
    assert list(entries(made)) == ["p01", "p02", "p03", "p04"]


@pytest.mark.parametrize("text", ["a: b\n", "a: b", "a: b\nprovisions:\n", "provisions: []\na: b\n", "a: b\nprovisions:   # none yet\n"])  # fmt: skip
def test_a_list_is_made_where_there_is_none(text):
    made = changed(text, {}, [{"id": "p01", "name": "n"}, {"id": "p02"}])
    assert entries(made) == {"p01": {"id": "p01", "name": "n"}, "p02": {"id": "p02"}}
    assert plain(yaml.parse(made, "x.yaml"))["a"] == "b"


def test_a_list_in_brackets_stays_in_brackets():
    made = changed("{a: b, provisions: [{id: p01, name: n}]}", {"p01": {"name": "m"}}, [{"id": "p02"}])
    assert made == "{a: b, provisions: [{id: p01, name: m}, {id: p02}]}"


def test_a_file_in_braces_without_the_list_is_refused():
    with pytest.raises(ValueError, match="no list 'provisions'"):
        changed("{a: b}", {}, [{"id": "p02"}])


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_and_a_byte_order_mark_stay(end):
    text = "\ufeff" + TEXT.replace("\n", end)
    made = changed(text, {"p03": {"judge": None, "bearer": "a"}, "p01": {"name": "x"}}, [{"id": "p04"}])
    assert made[0] == "\ufeff"
    assert made.replace("\r\n", "").count("\n") == (0 if end == "\r\n" else made.count("\n"))
    assert entries(made)["p03"] == {"name": "first the name", "id": "p03", "bearer": "a"}


@given(st.text(max_size=40).filter(lambda t: "\r" not in t and not any(0xD800 <= ord(c) < 0xE000 for c in t)))
@settings(max_examples=300)
def test_any_text_loads_as_itself_in_braces_and_in_a_block(text):
    assert plain(yaml.parse(f"{{a: {scalar(text)}, b: c}}", "x.yaml")) == {"a": text, "b": "c"}
    assert plain(yaml.parse(f"a: {scalar(text)}\nb: c\n", "x.yaml")) == {"a": text, "b": "c"}
    assert yaml.parse(f"a: {scalar(text)}\n", "x.yaml").get("a") is not None


def test_several_texts_stand_in_brackets():
    assert listed(["a"]) == "a"
    assert listed(["a", "b, c"]) == '[a, "b, c"]'
    assert mapped({"anchor": "x", "offset": "P7D"}) == "{anchor: x, offset: P7D}"
