"""A finding keeps the words of the agreement file that it cites, and copies none of a document."""

import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "review"))

from river import AGREEMENT, CLOSED, DAY, opened, review

from truceline.case import kept, open_case, store
from truceline.evidence import Finding, Rung, Truth

CITED = """        words: first the bridge
        says: first the bridge is opened
        source: {outlet: River Post, date: 2026-02-02}
"""


def made(folder, monkeypatch, *findings):
    agreement = AGREEMENT.replace(
        "- {by: north, at: 2026-02-02, formula: p01, words: first the bridge}",
        f"- by: north\n        at: 2026-02-02\n        formula: p01\n{CITED}",
    )
    (folder / "agreement.yaml").write_text(agreement, encoding="utf-8")
    held = replace(opened(folder, [CLOSED], [review(CLOSED)]), findings=findings)
    monkeypatch.setattr(store, "read", lambda _: held)
    return open_case(folder)


def test_words_of_the_agreement_file_are_kept_and_words_of_documents_are_not(tmp_path, monkeypatch):
    case = made(tmp_path, monkeypatch)
    (authored,) = [r for r in case.readings if r.authored]
    cites = (CLOSED.id, authored.id)
    finding = Finding("f", "p01", "team leader", Truth.NOT_MET, Rung.SINGLE_SOURCE, DAY, cites)
    (one,) = kept.keeping(case, finding).kept
    assert (one.claim, one.words, one.speaker) == (
        authored.id, "first the bridge is opened", "Northern Front",
    )  # fmt: skip
    assert (one.source, one.day, one.rendering) == ("River Post", "2026-02-02", True)


def test_what_is_held_no_more_is_told_with_its_words_where_they_were_kept(tmp_path, monkeypatch):
    words = kept.Kept("a" * 16, "the bridge is open", "Jon Stone", "River Post", "2026-02-02")
    cites = (words.claim, "b" * 16, CLOSED.id)
    finding = Finding("f", "p01", "team leader", Truth.MET, Rung.REPORTED, DAY, cites, kept=(words,))
    case = made(tmp_path, monkeypatch, finding)
    assert [claim for _, claim in kept.unheld(case)] == ["a" * 16, "b" * 16]
    told = kept.gone(case, words.claim)
    assert told.startswith('"the bridge is open"  Jon Stone -> River Post | 2026-02-02 | no longer stands')
    assert kept.gone(case, "b" * 16) == f"{'b' * 16} (no longer held)"
