"""docs/questions.md: every question has a command that runs, and it prints what the page shows, each place holding the words it stands for."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .questions import made

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
IDS = re.compile(r"\*\*([A-Z]{2}\d\d) ")
BLOCK = re.compile(r"^```console\n\$ truceline (.*?)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
MARKS = re.compile(r"[|'`\-]{1,2}(?= )|\|(?=  )")
TREE = re.compile(r"^(?:\|  |   )*(?:\|- |'- |\|  )?", flags=re.MULTILINE)


def asked():
    """Question to command and the lines shown: the questions since the block before belong to a block."""
    found, at = {}, 0
    for block in BLOCK.finditer(PAGE):
        for question in IDS.findall(PAGE[at : block.start()]):
            found[question] = (
                block[1].split(),
                [x for x in block[2].splitlines() if x.strip() not in ("", "...")],
            )
        at = block.end()
    return found


ASKED = asked()


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """The folder that holds the case ``questions``."""
    folder = tmp_path_factory.mktemp("asked")
    made(folder / "questions")
    return folder


def test_the_page_says_how_to_make_its_case(tmp_path):
    (command,) = re.findall(r"`PYTHONPATH=(\S+) \.venv/bin/python (-m \w+) (\w+)`", PAGE)
    ran = subprocess.run(
        [sys.executable, *command[1].split(), str(tmp_path / command[2])],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / command[0]), str(ROOT / "src")])},
        check=False,
        capture_output=True,
    )
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / command[2] / "case.yaml").is_file()


def flat(text):
    """The words of a text, without line breaks, and without the lines of a tree."""
    return " ".join(TREE.sub("", text).split())


def test_every_question_of_the_list_has_its_command():
    kinds = {"IO": 6, "ME": 6, "CS": 6, "RE": 6}
    assert {k: sum(q.startswith(k) for q in ASKED) for k in kinds} == kinds


@pytest.mark.parametrize("question", ASKED)
def test_the_command_of_a_question_prints_what_the_page_shows(truceline, case, monkeypatch, question):
    monkeypatch.chdir(case)
    command, shown = ASKED[question]
    ended = truceline(*command)
    assert ended.code == 0, ended.err
    told = flat(ended.out)
    assert [line for line in shown if flat(line) not in told] == []


@pytest.mark.parametrize(
    "question",
    [q for q, (c, _) in ASKED.items() if c[0] not in ("report", "explain", "diff") and "--csv" not in c],
)
def test_each_place_of_an_answer_holds_its_words(truceline, case, monkeypatch, question):
    monkeypatch.chdir(case)
    answer = json.loads(truceline(*ASKED[question][0], "--json").out)
    held = [
        s
        for s in (*answer["statements"].values(), *answer.get("passages", ()))
        if s["document"] != "agreement.yaml"
    ]
    assert held
    for said in held:
        text = (case / "questions" / said["document"]).read_text(encoding="utf-8")
        assert flat(text[said["start"] : said["end"]]) == flat(said["words"])


def test_unchecked_readings_stay_out_unless_asked_for_and_then_say_so(truceline, case, tmp_path):
    folder = tmp_path / "fresh"
    truceline("new", folder, "--from", "gaza-2025")
    truceline(
        "add",
        folder,
        Path(__file__).parent / "questions" / "21-what-holds-up-the-second-phase.txt",
        "--published",
        "2025-12-24",
    )
    truceline("build", folder)
    plain = truceline("statements", folder, "--about", "force", "--by", "naim").out
    assert "sources/21" not in plain
    asked = truceline("statements", folder, "--about", "force", "--by", "naim", "--proposals").out
    assert asked.count("Machine reading, not checked:") == asked.count("[sources/21") > 0


def test_what_nobody_said_is_told_in_words(truceline, case, monkeypatch):
    monkeypatch.chdir(case)
    assert (
        "No statement held: women's groups"
        in truceline("statements", "questions", "--by", "women's groups").out
    )
    assert "No figure held: xylophones" in truceline("figures", "questions", "--of", "xylophones").out
