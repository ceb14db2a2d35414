"""The twelve clauses: each alone and all together load, lint without error or warning, and treat both parties alike."""

import re

import pytest

from truceline import agreement
from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement import clauses, issues
from truceline.agreement.check import check
from truceline.agreement.types import types
from truceline.cli.new import resources
from truceline.files import yaml

NAMES = tuple(clauses.clauses())


def loaded(folder, names=()):
    (folder / "agreement.yaml").write_text(clauses.agreement(names), encoding="utf-8")
    (folder / "actors.yaml").write_text(clauses.actors(), encoding="utf-8")
    return agreement.load(folder / "agreement.yaml")


def lint(folder, made):
    lexicon = Lexicon.builtin().merged(load_actors(folder / "actors.yaml"))
    return [str(w) for w in check(made, lexicon) if w.severity != "note"]


def test_there_are_twelve():
    assert len(NAMES) == 12
    assert {"cessation", "withdrawal-line", "exchange", "aid-per-day", "crossing", "no-fly"} < set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_clause_alone_loads_and_lints_without_error_or_warning(tmp_path, name):
    made = loaded(tmp_path, (name,))
    assert made.provisions
    assert lint(tmp_path, made) == []


def test_all_together_load_and_lint_without_error_or_warning(tmp_path):
    made = loaded(tmp_path)
    assert len(made.provisions) == sum(
        len(c.parts["provisions"].split("  - id: ")) - 1 for c in clauses.clauses().values()
    )
    assert lint(tmp_path, made) == []


def test_every_clause_has_a_type_an_issue_of_the_empty_case_and_words_to_be_found_by(tmp_path):
    skeleton = resources.files("truceline.cli") / "skeleton" / "issues.yaml"
    known = issues.load(str(skeleton))
    for provision in loaded(tmp_path).provisions.values():
        assert provision.type in types()
        assert provision.issue in known
        assert provision.cues.any
        assert provision.verify


@pytest.mark.parametrize("name", NAMES)
def test_a_clause_says_what_texts_often_leave_open(name):
    clause = clauses.clauses()[name]
    assert clause.text.startswith(f"# {name}: ")
    assert "# Often left open: " in clause.notes
    assert set(clause.parts) <= set(clauses.SECTIONS)


def test_what_stands_in_braces_and_in_blocks_has_its_comments_after_putting_together():
    whole = clauses.agreement()
    for clause in clauses.clauses().values():
        for comment in re.findall(r"#.+", clause.text):
            assert comment in whole


def test_both_parties_owe_and_are_owed(tmp_path):
    made = loaded(tmp_path).provisions.values()
    for role in ("bearer", "beneficiary"):
        assert {"party_a", "party_b"} <= {actor for p in made for actor in getattr(p, role)}
    owed = {party: sum(party in p.bearer for p in made) for party in ("party_a", "party_b")}
    assert abs(owed["party_a"] - owed["party_b"]) <= 1


def test_an_agreement_of_clauses_validates_against_its_schema():
    from truceline.case import forms

    known = set(forms.load("agreement").forms["provision"].fields)
    for provision in yaml.parse(clauses.agreement(), "agreement.yaml")["provisions"].each():
        assert set(provision.keys()) <= known
