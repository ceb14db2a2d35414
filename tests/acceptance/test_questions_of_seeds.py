"""The commands of docs/questions.md on the five seed texts: the facts that a person marked as the answer stand in the answer.

A fact is found where its characters overlap those of a statement that the answer cites, of a passage that it quotes, or of the words
around a statement that it prints ("told in").
"""

import json
import re
from dataclasses import dataclass

import pytest

from ..docs.test_questions import ASKED  # noqa: TID252 - the tests are no package on the path
from .conftest import AFTER_ALL, SEEDS, accept_rest, copied, run

GOLD = SEEDS.parent / "gold" / "questions.jsonl"
STILL_FAIL = {"IO10"}
"""Told in docs/questions.md, each with its cause."""


@dataclass(frozen=True)
class Fact:
    """One quotation of an answer, as ``file:start-end`` of a seed."""

    file: str
    quote: str
    start: int
    end: int

    def within(self, document, start, end):
        return document.endswith(self.file) and start < self.end and end > self.start


def questions():
    lines = GOLD.read_text(encoding="utf-8").splitlines() if GOLD.is_file() else ()
    for row in map(json.loads, lines):
        yield row["id"], [Fact(f["seed"], f["quote"], f["start"], f["end"]) for f in row["facts"]]


QUESTIONS = dict(questions())


@pytest.fixture(scope="module")
def reviewed(seed_case, tmp_path_factory):
    """The seed case, every reading accepted as it was read."""
    case = copied(seed_case, tmp_path_factory.mktemp("questions") / "case")
    accept_rest(case)
    return case


def command(question, case):
    """The question's command on another case."""
    words = [str(case) if w == "questions" else w for w in ASKED[question][0]]
    return [AFTER_ALL if re.fullmatch(r"\d{4}-\d\d-\d\d", w) else w for w in words if w != "--csv"]


def places(question, case):
    """Every (document, start, end) that the answer rests on or prints."""
    words = command(question, case)
    answer = run(*words, "--json").json
    if words[0] == "explain":
        yield from _of_tree(
            answer,
            run("statements", case, "--ceasefire", "any", "--as-of", AFTER_ALL, "--json").json["statements"],
        )
        return
    for said in (*answer["statements"].values(), *answer.get("passages", ())):
        yield said["document"], said["start"], said["end"]
        if words[0] == "statements":
            yield (
                said["document"],
                said.get("sentence_start", said["start"]),
                said.get("sentence_end", said["end"]),
            )


def _of_tree(node, known):
    if node["claim"] in known:
        yield known[node["claim"]]["document"], known[node["claim"]]["start"], known[node["claim"]]["end"]
    for child in node["children"]:
        yield from _of_tree(child, known)


def missing(question, case):
    held = list(places(question, case))
    return [f.quote for f in QUESTIONS[question] if not any(f.within(*place) for place in held)]


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q not in STILL_FAIL])
def test_the_facts_of_an_answer_stand_in_what_its_command_gives(reviewed, question):
    assert missing(question, reviewed) == []


def test_every_question_has_a_command(seeds):
    assert set(QUESTIONS) - set(ASKED) == set()
