"""Renaming the parties mirrors the report: nothing is written for one party that is not written for the other."""

import json as standard
import shutil
from datetime import date
from pathlib import Path

import truceline
from truceline.reporting import html, json, report

HERE = Path(__file__).parent
NAMES = (("Arland", "Borland"), ("arland", "borland"), ("Ana Arne", "Bob Born"), ("ar_speaker", "bo_speaker"))
PRONOUNS = (("pronouns: [she]", "pronouns: [he]"),)


def swapped(text, pairs):
    for one, other in pairs:
        text = text.replace(one, "\0").replace(other, one).replace("\0", other)
    return text


def test_a_report_with_the_names_changed_renders_as_the_page_with_the_names_changed(day):
    pairs = (("Hamas", "Israel"), ("hamas", "israel"))
    other = json.parse(standard.loads(swapped(json.render(day, proposals=True), pairs)))
    assert html.render(other) == swapped(html.render(day), pairs)


def _by_id(made):
    """The report as told, keyed by id: order of columns and rows aside, claim ids by their words."""
    said = {s.id: s.words for s in made.statements.values()}
    board = {
        f"{d.id} {c.id}": [x.value, x.words, x.kind, sorted(said[i] for i in x.claims)]
        for g in made.board.groups
        for d in g.rows
        for c, x in zip(made.board.columns, d.cells, strict=True)
    }
    return {
        "board": board,
        "bearers": {d.id: g.title for g in made.board.groups for d in g.rows},
        "voices": {v.side: [v.count, v.last] for v in made.voices.sides},
        "remark": made.voices.remark,
        "changed": sorted(c.line.text for c in made.changed.items)
        + sorted(x.text for x in made.changed.closing),
        "gates": {g.id: sorted(r.holder.text + r.words.text for r in g.rows) for g in made.gates},
        "figures": {g.title: [[r.value, r.counter, r.since] for r in g.rows] for g in made.figures.groups},
        "sections": {s.id: sorted(x.text for x in s.lines) for s in made.sections},
    }


def test_a_case_with_its_parties_renamed_gives_the_mirrored_report(tmp_path, river_report):
    shutil.copytree(HERE / "cases" / "river", tmp_path / "river")
    for path in (tmp_path / "river").glob("*.yaml"):
        path.write_text(swapped(path.read_text(encoding="utf-8"), (*NAMES, *PRONOUNS)), encoding="utf-8")
    mirrored = _by_id(report(truceline.open(tmp_path / "river"), date(2031, 5, 20)))
    assert mirrored == standard.loads(swapped(standard.dumps(_by_id(river_report)), NAMES))
    assert mirrored["board"]["p03 borland"][0] == "not met"
    assert mirrored["board"]["p03 arland"][0] == "no statement"


def test_no_name_of_a_party_a_place_or_a_ceasefire_is_written_into_the_room():
    room = Path(html.__file__).parents[1]
    known = ("hamas", "israel", "gaza", "palestin", "rafah", "unrwa", "hezbollah", "lebanon")
    for path in room.rglob("*"):
        if path.suffix in {".py", ".j2", ".css", ".js", ".yaml"}:
            text = path.read_text(encoding="utf-8").casefold()
            assert not [k for k in known if k in text], path
