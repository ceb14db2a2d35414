"""Making a case and putting documents into it, without touching YAML."""

import io
import json
import shutil
import sys

import pytest

from truceline.case import open_case
from truceline.cli.aside import with_line
from truceline.cli.examples import find, names
from truceline.cli.new import without
from truceline.files import sidecar


class Bytes(io.TextIOWrapper):
    """A standard input that is no terminal."""


def test_an_empty_case_is_sound_and_explains_itself(truceline, tmp_path):
    folder = tmp_path / "my-case"
    assert truceline("new", folder).code == 0
    assert "# Duties (obligation), bans (prohibition)" in (folder / "agreement.yaml").read_text(
        encoding="utf-8"
    )
    assert truceline("check", folder).code == 0
    assert truceline("build", folder).code == 0
    assert truceline("status", folder).code == 0


def test_a_new_case_takes_over_the_agreement_but_not_the_day_nor_the_documents(truceline, fresh):
    assert truceline("check", fresh).code == 0
    assert "report_date" not in (fresh / "case.yaml").read_text(encoding="utf-8")
    assert list((fresh / "sources").iterdir()) == []


def test_a_folder_that_holds_something_is_not_written_into(truceline, fresh):
    ended = truceline("new", fresh)
    assert ended.code == 4
    assert "not empty" in ended.err


def test_an_unknown_example_names_the_known_ones(truceline, tmp_path):
    assert "the examples are: gaza-2025" in truceline("new", tmp_path / "x", "--from", "nowhere").err


def test_lebanon_stands_among_the_examples():
    assert {"gaza-2025", "lebanon-2024"} <= set(names())


@pytest.mark.parametrize("name", names())
def test_each_example_can_be_taken_over_and_the_new_case_is_sound(truceline, tmp_path, name):
    folder = tmp_path / "mine"
    assert truceline("new", folder, "--from", name).code == 0
    assert truceline("check", folder).code == 0
    assert truceline("status", folder, "--as-of", "2025-12-31").code == 0
    assert list((folder / "sources").iterdir()) == []


def test_the_verdicts_that_come_with_lebanon_fit_what_is_read(truceline, tmp_path):
    case = tmp_path / "lebanon-2024"
    shutil.copytree(find("lebanon-2024"), case)
    assert truceline("build", case).code == 0
    verdicts = [json.loads(line) for line in (case / "reviews.jsonl").read_text("utf-8").splitlines()]
    counted = {r.id for r in open_case(case).readings if r.counts and not r.authored}
    assert len(verdicts) > 30
    assert {v["claim"] for v in verdicts if v["verdict"] != "rejected"} == counted


def test_a_document_is_copied_with_its_sidecar(truceline, fresh, article):
    ended = truceline(
        "add", fresh, article, "--outlet", "Filastin", "--published", "2025-12-24", "--relay", "Town Radio", "--address", "https://x.example/1"
    )  # fmt: skip
    assert ended.code == 0
    assert (fresh / "sources" / "article.txt").read_bytes() == article.read_bytes()
    found = sidecar.load(fresh / "sources" / "article.yaml")
    assert (found.outlet, str(found.published), found.relay, found.ceasefire) == (
        "Filastin",
        "2025-12-24",
        ("Town Radio",),
        "gaza-2025",
    )


def test_an_interval_keeps_its_evidence_and_an_unknown_date_is_said_to_be_one(truceline, fresh, article):
    truceline(
        "add", fresh, article, "--published", "2025-11-04..2025-11-17", "--evidence", "speaks of the draft"
    )
    found = sidecar.load(fresh / "sources" / "article.yaml").published
    assert (found.earliest.day, found.latest.day, found.evidence) == (4, 17, "speaks of the draft")
    article.write_text("Another text, Bassem Naim said.\n", encoding="utf-8")
    ended = truceline("add", fresh, article, "--name", "two.txt", "--published", "unknown")
    assert "it counts from" in ended.out


def test_a_pasted_text_is_named_by_its_first_words(truceline, fresh, monkeypatch):
    monkeypatch.setattr(sys, "stdin", Bytes(io.BytesIO(b"The crossing is closed, Bassem Naim said.")))
    ended = truceline("add", fresh, "-", "--published", "2025-12-24", "--retrieved", "2025-12-25")
    assert ended.code == 0
    assert (fresh / "sources" / "2025-12-25-the-crossing-is-closed-bassem-naim.txt").is_file()


def test_nothing_is_overwritten_unless_asked_for(truceline, fresh, article):
    truceline("add", fresh, article)
    article.write_text("A new text, Bassem Naim said.\n", encoding="utf-8")
    ended = truceline("add", fresh, article)
    assert ended.code == 4
    assert "--replace" in ended.err
    assert truceline("add", fresh, article, "--replace").code == 0
    assert (fresh / "sources" / "article.txt").read_text(encoding="utf-8").startswith("A new text")


def test_the_same_bytes_are_not_added_twice(truceline, fresh, article):
    truceline("add", fresh, article)
    ended = truceline("add", fresh, article, "--name", "again.txt")
    assert ended.code == 4
    assert "the same as sources/article.txt" in ended.err


@pytest.mark.parametrize(("data", "told"), [(b"", "empty"), (b"\x00\x01\x02\xff" * 50, "")])
def test_what_cannot_be_read_is_not_added(truceline, fresh, article, data, told):
    article.write_bytes(data)
    ended = truceline("add", fresh, article)
    assert ended.code == 2
    assert told in ended.err
    assert "Nothing was added" in ended.err
    assert list((fresh / "sources").iterdir()) == []


@pytest.mark.parametrize(("date", "told"), [("2999-01-01", "lies in the future"), ("soon", "is no date")])
def test_a_date_that_cannot_be_is_refused(truceline, fresh, article, date, told):
    ended = truceline("add", fresh, article, "--published", date)
    assert ended.code == 2
    assert told in ended.err


def test_a_document_of_the_case_gets_its_date_later(truceline, fresh, article):
    truceline("add", fresh, article)
    ended = truceline("add", fresh, "sources/article.txt", "--published", "2025-12-24", "--replace")
    assert ended.code == 0
    assert str(sidecar.load(fresh / "sources" / "article.yaml").published) == "2025-12-24"


def test_an_undated_document_is_set_aside_on_record_and_the_rest_of_the_file_stays(truceline, fresh, article):
    before = (fresh / "case.yaml").read_text(encoding="utf-8")
    truceline("add", fresh, article)
    assert truceline("add", fresh, "sources/article.txt", "--aside").code == 0
    after = (fresh / "case.yaml").read_text(encoding="utf-8")
    assert after == before + 'set_aside: ["sources/article.txt"]\n'
    assert "already" in truceline("add", fresh, "sources/article.txt", "--aside").out
    assert truceline("add", fresh, article, "--aside").code == 2


def test_a_list_of_documents_set_aside_grows_in_its_place():
    text = "id: x\nset_aside:\n  - sources/a.txt\n- sources/b.txt\n# a note\ntitle: {en: X}\n"
    assert with_line(text, ("a", "b")) == 'id: x\nset_aside: ["a", "b"]\n# a note\ntitle: {en: X}\n'


def test_leaving_keys_out_keeps_comments_and_the_other_keys():
    text = "# top\nid: x\nreport_date: 2025-12-24\nsources:\n  - a\n  - b\ntitle: {en: X}\n"
    assert without(text, ("report_date", "sources")) == "# top\nid: x\ntitle: {en: X}\n"


def test_a_ceasefire_that_the_agreement_does_not_name_is_kept_and_said(truceline, fresh, article):
    ended = truceline("add", fresh, article, "--ceasefire", "gaza-1999")
    assert ended.code == 0
    assert "does not name a ceasefire 'gaza-1999'" in ended.err
