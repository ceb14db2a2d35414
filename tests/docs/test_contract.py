"""docs/contract.md says what the program prints, key by key, and the program prints what the page says."""

import json
import re
from dataclasses import fields
from pathlib import Path

import pytest

from truceline.evidence import Kind, dates
from truceline.evidence.claim import Attribution, Hedge, Mode, Part, Polarity, Target
from truceline.evidence.document import digest
from truceline.evidence.index import Ground
from truceline.evidence.lines import PAYLOADS
from truceline.evidence.payload import Basis, Stance
from truceline.evidence.review import Verdict
from truceline.evidence.truth import Truth
from truceline.status.reasons import Reason

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
WORD = re.compile(r"`([^`]+)`")

# Every kind of assertion once, with marks that a count of bytes or of UTF-16 units would trip over; of an invented truce.
TEXT = (
    "\ufeffReport from Mīdtown \U0001f4f0 \u0627\u0644\u0646\u0647\u0631\r\n\r\n"
    "More than 410 people have been killed since the ceasefire, the health ministry of Norland said on Wednesday. "
    "Up to 8,000 troops may come, a senior official said. "
    '"The crossing is closed," Anna Berg, a spokesperson for Norland, told Reuters.\r\n\r\n'
    "Norland demands that Sudland withdraw. The force will not enter until weapons are given up, Berg said. "
    "Sudland kept its part of the agreement, she added. Between 10 and 12 violations per day were counted. "
    "A drone strike hit a house in Midtown on Tuesday. Around 1,000 were injured, according to the ministry.\r\n\r\n"
    "The envoys met in Cairo on Monday. The agreement states that Sudland withdraws its army from the town. "
    "The war was long, Berg said.\r\n"
)
TYPES = {
    "text": lambda v: isinstance(v, str),
    "text or null": lambda v: v is None or isinstance(v, str),
    "number": lambda v: isinstance(v, int) and not isinstance(v, bool),
    "list of texts": lambda v: isinstance(v, list) and all(isinstance(x, str) for x in v),
    "list of objects": lambda v: isinstance(v, list) and all(isinstance(x, dict) for x in v),
    "object": lambda v: isinstance(v, dict),
    "two numbers or null": lambda v: v is None or (len(v) == 2 and all(isinstance(x, int) for x in v)),
    "true or false": lambda v: isinstance(v, bool),
}


def rows(heading):
    """The rows of the first table under a heading, as lists of cells."""
    section = re.split(rf"^#+ {re.escape(heading)}$", PAGE, flags=re.MULTILINE)[1]
    section = re.split(r"^#+ ", section, flags=re.MULTILINE)[0]
    return cells(section)


def cells(section):
    found = [line.strip("|").split(" | ") for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in found[2:]]


def keys(heading):
    """Key to type, for a table whose first two columns are these."""
    return {key: row[1] for row in rows(heading) for key in WORD.findall(row[0])}


def of_the_board():
    """What the object is, key, type and meaning, for each row of the table of `truceline status`."""
    section = PAGE.split("## truceline status", 1)[1]
    table = section[section.index("| of | key") : section.index("`unknown` is not")]
    return [(row[0], key, row[2], row[3]) for row in cells(table) for key in WORD.findall(row[1])]


@pytest.fixture
def read(truceline, tmp_path):
    """The lines of a text of every kind, and the text."""
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    ended = truceline("read", path, "--format", "jsonl")
    assert ended.code == 0
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.fixture
def linked(truceline, built):
    """The lines of the example's own documents, linked to its case."""
    paths = sorted((built / "sources").glob("*.txt"))
    ended = truceline("read", *paths[:4], "--case", built, "--format", "jsonl")
    return [json.loads(line) for line in ended.out.splitlines()]


@pytest.fixture
def board(truceline, built):
    """The board as `truceline status` prints it, by the options given."""

    def printed(*options):
        ended = truceline("status", built, "--as-of", "2025-12-24", "--json", *options)
        assert ended.code == 0
        return json.loads(ended.out)

    return printed


# -- the claim line


def test_the_text_gives_every_kind_of_claim(read):
    assert {row["kind"] for row in read} == {kind.value for kind in Kind}


def test_every_key_of_a_line_has_its_row_and_every_row_its_key_of_that_type(read):
    documented = keys("Keys of a line")
    for row in read:
        assert set(row) == set(documented)
        assert {k: v for k, v in row.items() if not TYPES[documented[k]](v)} == {}


def test_spans_are_code_points_of_the_file_as_decoded(read, tmp_path):
    text = (tmp_path / "report.txt").read_bytes().decode("utf-8-sig")
    assert text[0] == "R"
    assert not text.isascii()
    for row in read:
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["text_sha256"] == digest(text)
        if row["speaker_span"]:
            assert text[slice(*row["speaker_span"])] == row["speaker_text"]
        if row["cue_span"]:
            assert row["cue"] in text[slice(*row["cue_span"])]


def test_an_id_is_the_same_in_every_run_and_stands_once(read, truceline, tmp_path):
    again = truceline("read", tmp_path / "report.txt", "--format", "jsonl").out
    assert [row["id"] for row in read] == [json.loads(line)["id"] for line in again.splitlines()]
    assert len({row["id"] for row in read}) == len(read)
    assert all(re.fullmatch(r"[0-9a-f]{16}", row["id"]) for row in read)


def test_a_narrator_and_an_unnamed_speaker_have_no_speaker(read):
    for row in read:
        if row["attribution"] in ("narrator", "anonymous"):
            assert row["speaker"] is None
    (unnamed,) = [row for row in read if row["attribution"] == "anonymous"]
    assert unnamed["speaker_text"] == "a senior official"


def test_what_is_spoken_of_is_a_date_that_can_be_read(linked):
    assert [row["about"] for row in linked if row["about"]]
    assert all(dates.parse(row["about"]).edtf for row in linked if row["about"])


def test_the_example_on_the_page_is_what_the_program_prints(truceline, tmp_path, monkeypatch):
    sentence = re.search(r"sentence \*(.+?)\*", PAGE)[1]
    (tmp_path / "report.txt").write_text(f"{sentence}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = json.loads(re.findall(r"^```json\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)[0])
    printed = json.loads(truceline("read", "report.txt", "--format", "jsonl").out)
    assert {**printed, "reader": shown["reader"]} == shown


def test_the_lists_of_values_are_those_of_the_code():
    listed = {key: set(WORD.findall(row[1])) for row in rows("Values") for key in WORD.findall(row[0])}
    states = {verdict.value for verdict in Verdict} | {"proposed", "reopened"}
    assert listed == {
        "kind": set(Kind),
        "mode": set(Mode),
        "attribution": set(Attribution),
        "polarity": set(Polarity),
        "hedge": set(Hedge) - {Hedge.NONE},
        "part": set(Part),
        "review": states,
        "target": set(Target),
        "basis": set(Basis),
        "stance": set(Stance),
    }


# -- links and payloads


def test_links_and_doubts_have_the_keys_of_the_page(linked):
    documented = keys("Links")
    links = [link for row in linked for link in row["links"]]
    assert links
    for link in links:
        assert set(link) == set(documented)
        assert {k: v for k, v in link.items() if not TYPES[documented[k]](v)} == {}
    (meaning,) = [row[2] for row in rows("Keys of a line") if row[0] == "`doubt`"]
    for doubt in (doubt for row in linked for doubt in row["doubt"]):
        assert set(doubt) | {"candidate"} == set(WORD.findall(meaning))
        assert set(doubt) >= {"part", "reason"}


def test_every_role_of_a_link_is_on_the_page(linked):
    (meaning,) = [row[2] for row in rows("Links") if row[0] == "`role`"]
    assert {link["role"] for row in linked for link in row["links"]} <= set(WORD.findall(meaning))


def test_every_key_of_a_payload_has_its_row_and_every_row_its_key(read):
    documented = {}
    for kind, key, _ in rows("Payloads"):
        documented.setdefault(WORD.findall(kind)[0], set()).update(WORD.findall(key))
    assert documented == {kind.value: {f.name for f in fields(made)} for kind, made in PAYLOADS.items()}
    for row in read:
        assert set(row["payload"]) == documented.get(row["kind"], set())


def test_the_ends_of_a_figure_keep_to_the_bounds_of_the_page(read):
    ends = {
        row["payload"]["approximator"]: (row["payload"]["low"], row["payload"]["high"])
        for row in read
        if row["kind"] == "figure"
    }
    assert ends == {
        "more than": (410, None),
        "up to": (None, 8000),
        "range": (10, 12),
        "around": (1000, 1000),
    }
    (rate,) = [row["payload"] for row in read if row["payload"].get("basis") == "rate"]
    assert rate["per"] == "day"


@pytest.mark.parametrize("said", ["exactly 410", "at least 190", "fewer than 8,000", "dozens of"])
def test_the_other_bounds_of_the_page_are_read_so_too(truceline, tmp_path, said):
    path = tmp_path / "one.txt"
    path.write_text(f"Reuters: {said} people were killed, Anna Berg said.\n", encoding="utf-8")
    found = [
        json.loads(line)["payload"] for line in truceline("read", path, "--format", "jsonl").out.splitlines()
    ]
    (figure,) = [payload for payload in found if "low" in payload]
    wanted = {"exactly 410": (410, 410), "at least 190": (190, None), "fewer than 8,000": (None, 8000)}
    low, high = figure["low"], figure["high"]
    if said in wanted:
        assert (low, high) == wanted[said]
    else:
        assert low is not None
        assert high is None


# -- the board


def test_every_key_of_the_board_has_its_row_and_every_row_its_key(board):
    documented = {}
    for owner, key, _, _ in of_the_board():
        documented.setdefault(owner, set()).add(key)
    made = board("--proposals")
    conditions = [condition for gate in made["gates"] for condition in gate["conditions"]]
    cells_ = [c for owner in (*made["provisions"], *conditions) for c in owner["viewpoints"].values()]
    assert conditions
    assert set(made) == documented["board"]
    for owner, found in (
        ("provision", made["provisions"]),
        ("gate", made["gates"]),
        ("condition", conditions),
        ("cell", cells_),
    ):
        assert {frozenset(one) for one in found} == {frozenset(documented[owner])}
    assert {c["reason"] for c in cells_} <= set(Reason)
    assert all(dates.parse(c["at"]).known is (c["holder"] != "text") for c in conditions)


def test_without_proposals_a_cell_does_not_say_what_unchecked_readings_would_change(board):
    cell = board()["provisions"][0]["viewpoints"]["mission"]
    assert set(cell) == {key for of, key, _, _ in of_the_board() if of == "cell"} - {"value_with_proposals"}


def test_every_provision_and_gate_stands_on_the_board_with_the_same_viewpoints(board, built):
    from truceline.case import open_case

    case, made = open_case(built), board()
    assert [p["id"] for p in made["provisions"]] == list(case.agreement.provisions)
    assert [g["id"] for g in made["gates"]] == list(case.agreement.gates)
    assert {frozenset(p["viewpoints"]) for p in made["provisions"]} == {
        frozenset(v.id for v in case.columns(case.settings.today))
    }


def test_one_gate_can_be_asked_for(board):
    assert [gate["id"] for gate in board("--gate", "g_1_2")["gates"]] == ["g_1_2"]


def test_a_claim_of_a_cell_can_be_shown(board, truceline, built):
    claims = [c for p in board()["provisions"] for v in p["viewpoints"].values() for c in v["claims"]]
    assert claims
    assert truceline("explain", built, claims[0]).code == 0


def test_the_values_grounds_and_reasons_of_a_cell_are_those_of_the_code():
    told = {key: set(WORD.findall(meaning)) for of, key, _, meaning in of_the_board() if of == "cell"}
    assert told["value"] == {truth.word for truth in Truth}
    assert told["basis"] == set(Ground)
    section = PAGE[PAGE.index("| reason | in words |") :]
    assert [tuple(row) for row in cells(section)] == [(f"`{r.value}`", r.sentence()) for r in Reason]


def test_the_board_on_the_page_has_keys_of_the_contract():
    shown = json.loads(re.findall(r"^```json\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)[1])
    documented = {key for _, key, _, _ in of_the_board()}
    cell = shown["provisions"][0]["viewpoints"]["hamas"]
    assert set(shown) | set(shown["gates"][0]["conditions"][0]) | set(cell) <= documented


# -- how it ends


def test_what_cannot_be_read_is_told_apart_from_the_data(truceline, tmp_path):
    (tmp_path / "report.txt").write_text("The crossing is closed, Anna Berg said.\n", encoding="utf-8")
    ended = truceline("read", tmp_path / "report.txt", tmp_path / "none.txt", "--format", "jsonl")
    assert ended.code == 3
    assert all(json.loads(line)["document"].endswith("report.txt") for line in ended.out.splitlines())
    assert "none.txt" in ended.err


def test_the_page_names_exit_codes_that_exist():
    told = PAGE.split("The exit codes are those of", 1)[1].split("\n\n", 1)[0]
    listed = re.findall(r"^\| (\d) \|", (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"), re.MULTILINE)
    named = set(re.findall(r"(?<![\w.])\d(?= )", told))
    assert {"0", "2", "3"} <= named <= set(listed)
