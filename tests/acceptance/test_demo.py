"""The demo: no network, three files, every figure of the gold, and nothing on page or sheet that stands on nothing."""

import html
import json
import re
from collections import Counter
from datetime import date
from functools import cache

import pytest

from truceline.counting import series
from truceline.reporting.provenance import loose, unbalanced

from .conftest import EXAMPLE, LAST, gold_figures, numbers_in, opened, run

NOTHING_HELD = {"no statement", "none made"}
"""What a cell says that rests on nothing because nothing is held."""
STATUS = re.compile(r"\b(?:met|not met|contested|not comparable|position only|not yet due)\b")
FORMS = ("html", "xlsx", "json")


def test_the_demo_needs_no_network(demo):
    assert demo.guarded, "the guard against connections was not loaded"
    assert demo.first.code == 0, demo.first.err


def test_the_demo_prints_the_paths_of_its_report(demo):
    for label, form in (("Report", "html"), ("Sheet", "xlsx")):
        (line,) = (x for x in demo.first.out.splitlines() if x.startswith(label))
        assert re.search(rf"\S*{re.escape(str(demo.case))}\S*\.{form}\b", line), line
        assert re.search(r"\S+reports\S+", line).group().endswith(form)


def test_page_sheet_and_data_of_the_case_s_day_exist(demo):
    day = opened(demo.case).settings.today.isoformat()
    for form in FORMS:
        (found,) = (demo.case / "reports").glob(f"{day}*.{form}")
        assert found.stat().st_size > 1000


def test_the_demo_leaves_the_example_itself_untouched(demo):
    assert not (EXAMPLE / ".truceline").exists()
    assert not (EXAMPLE / "reports").exists()


def test_a_second_run_in_the_same_place_reads_nothing_anew_and_writes_the_same(demo):
    before = {p.name: p.read_bytes() for p in (demo.case / "reports").iterdir() if p.suffix != ".xlsx"}
    again = run("demo", "--to", demo.case)
    assert again.code == demo.first.code
    assert "is here already" in again.out
    held = len(opened(demo.case).documents)
    assert f"{held} of {held} documents ({held} unchanged)" in again.out
    assert {
        p.name: p.read_bytes() for p in (demo.case / "reports").iterdir() if p.suffix != ".xlsx"
    } == before


def test_the_demo_writes_over_nothing_else(demo, tmp_path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    ran = run("demo", "--to", tmp_path)
    assert ran.code == 4
    assert "name another folder" in ran.err
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_the_page_loads_nothing_from_elsewhere(demo):
    fetched = re.findall(r"""(?:\ssrc|<link[^>]*\shref)\s*=\s*["']([^"']+)""", demo.html)
    assert not [x for x in fetched if not x.startswith(("data:", "#"))]
    assert "@import" not in demo.html


def ends(claim):
    return claim.payload.low, claim.payload.high


def test_every_figure_of_the_gold_is_a_figure_of_the_demo_s_case(demo):
    """By document and the two ends; as many as the gold holds of the same ends in one document."""
    held = Counter(
        (r.document.path.rsplit("/", 1)[-1], *ends(r.claim))
        for r in opened(demo.case).readings
        if r.claim.kind == "figure" and not r.authored
    )
    missing, total = [], 0
    for id_, file, low, high in gold_figures():
        total += 1
        if held[file, low, high]:
            held[file, low, high] -= 1
        else:
            missing.append(f"{id_} {file}: {low} to {high}")
    assert total > 50
    assert not missing, f"{len(missing)} of {total} figures are missing:\n" + "\n".join(missing)


def test_every_figure_of_the_gold_that_counts_by_the_last_day_is_in_its_report(either_demo):
    gold = {row[1:] for row in gold_figures()}
    rows = {
        claim: (row["low"], row["high"])
        for group in either_demo.json["figures"]["groups"]
        for row in group["rows"]
        for claim in row["claims"]
    }
    page = json.dumps(either_demo.json["figures"])  # with what is kept out, and why
    missing = [
        f"{r.document.path}: {r.claim.text} {ends(r.claim)}"
        for r in opened(either_demo.case).readings
        if r.claim.kind == "figure"
        and (r.document.path.rsplit("/", 1)[-1], *ends(r.claim)) in gold
        and r.counts
        and r.document.known_from
        and r.document.known_from <= date.fromisoformat(LAST)
        and (rows[r.id] != ends(r.claim) if r.id in rows else r.id not in page)
    ]
    assert not missing, "not in the report of the last day:\n" + "\n".join(missing)


def test_the_report_shows_every_series_of_the_last_day(either_demo):
    found = series(opened(either_demo.case).readings, date.fromisoformat(LAST))
    shown = {c for g in either_demo.json["figures"]["groups"] for row in g["rows"] for c in row["claims"]}
    assert {row.claim for s in found for row in s.rows} <= shown


@cache
def texts(case):
    """The texts that claims point into: the documents', and the agreement file's own."""
    held = {path: text.string for path, text in opened(case).texts.items()}
    agreement = opened(case).agreement
    return {**held, agreement.path: agreement.text}


def figure_rows(report):
    return [row for group in report["figures"]["groups"] for row in group["rows"]]


def board_cells(report):
    columns = [c["id"] for c in report["board"]["columns"]]
    for group in report["board"]["groups"]:
        for row in group["rows"]:
            for column, cell in zip(columns, row["cells"], strict=True):
                yield row["id"], column, cell


def test_every_statement_of_the_report_is_exactly_its_characters(either_demo):
    report = either_demo.json
    assert report["statements"]
    for id_, said in report["statements"].items():
        text = texts(either_demo.case)[said["document"]]
        assert said["words"] == text[said["start"] : said["end"]], id_


def test_every_figure_of_the_report_names_a_statement_that_holds_its_number(either_demo):
    report = either_demo.json
    assert figure_rows(report)
    for row in figure_rows(report):
        assert row["claims"], row
        for claim in row["claims"]:
            assert claim in report["statements"], row
        held = {v for c in row["claims"] for v in report["statements"][c]["values"]}
        assert {v for v in (row["low"], row["high"]) if v is not None} <= held, row


def test_every_cell_of_the_report_names_its_statements_or_a_computation(either_demo):
    report = either_demo.json
    for provision, column, cell in board_cells(report):
        place = (provision, column, cell)
        assert set(cell["claims"]) <= set(report["statements"]), place
        if cell["kind"] == "stated":
            assert cell["claims"], place
        elif cell["kind"]:
            assert cell["rule"], place
        elif not cell["claims"] and not cell["rule"]:
            assert cell["value"] in NOTHING_HELD, place
            assert not numbers_in(cell["words"]), place


def test_the_statements_of_a_cell_are_those_of_the_board(either_demo):
    board = opened(either_demo.case).board(date.fromisoformat(LAST))
    held = {r.provision.id: {v: set(c.claims) for v, c in r.cells.items()} for r in board.rows}
    for provision, column, cell in board_cells(either_demo.json):
        if cell["kind"] in {"stated", "computed"}:
            assert set(cell["claims"]) <= held[provision][column], (provision, column)


def test_no_digit_and_no_status_word_of_the_page_stands_without_its_origin(either_demo):
    assert loose(either_demo.html) == ()
    assert unbalanced(either_demo.html) == ()


def test_no_digit_of_the_page_that_the_demo_wrote_stands_without_its_origin(demo):
    day = opened(demo.case).settings.today.isoformat()
    (page,) = (demo.case / "reports").glob(f"{day}*.html")
    assert loose(page.read_text(encoding="utf-8")) == ()


def test_every_statement_that_the_page_names_is_a_claim_of_the_case(either_demo):
    named = {
        word
        for given in re.findall(r'data-(?:claims|computed)="([^"]*)"', either_demo.html)
        for word in re.findall(r"\b[0-9a-f]{16}\b", given)
    }
    assert named
    assert named <= set(opened(either_demo.case).by_id)


def test_every_statement_opened_on_the_page_shows_its_exact_words(either_demo):
    by_id = opened(either_demo.case).by_id
    opens = set(re.findall(r'id="s-([0-9a-f]{16})"', either_demo.html))
    assert opens
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html.unescape(either_demo.html)))
    for id_ in opens:
        assert re.sub(r"\s+", " ", by_id[id_].claim.text) in shown, id_


@pytest.fixture
def said(either_demo):
    """The sheet's own statements by id, each compared with its characters."""
    rows = {row["id"]: row for row in either_demo.sheet("statements")}
    for row in rows.values():
        text = texts(either_demo.case)[row["document"]]
        exact = text[row["first character"] : row["last character"]]
        assert row["words"].removeprefix("Machine reading, not checked: ") == exact
    return rows


def sources(row):
    return (row["statements"] or "").split()


def behind(demo, ids):
    """Every number that the statements hold: in their words, their sentence, their date and their payload."""
    found = set()
    for id_ in ids:
        reading = opened(demo.case).by_id[id_]
        said = demo_statement(demo, id_)
        found |= numbers_in(
            " ".join((said["before"], said["words"], said["after"], said["published"], said["about"]))
        )
        found |= numbers_in(json.dumps(getattr(reading.claim.payload, "parts", ())))
        found |= set(said["values"])
    return found


@cache
def _statements(path):
    return json.loads(path.read_text(encoding="utf-8"))["statements"]


def demo_statement(demo, id_):
    return _statements(demo.file("json"))[id_]


def test_every_row_of_the_sheet_of_figures_stands_on_its_statements(either_demo, said):
    rows = [row for row in either_demo.sheet("figures") if row["checked"] == "checked"]
    assert rows
    for row in rows:
        assert sources(row), row
        assert set(sources(row)) <= set(said), row
        held = behind(either_demo, sources(row))
        told = numbers_in(row["value"]) | {float(v) for v in (row["low"], row["high"]) if v is not None}
        assert told <= held, (row, held)


def test_every_cell_of_the_sheet_of_the_board_stands_on_statements_or_a_rule(either_demo, said):
    for row in either_demo.sheet("board"):
        told = f"{row['value'] or ''} {row['words'] or ''}"
        assert set(sources(row)) <= set(said), row
        if row["kind"] or numbers_in(told) or STATUS.search(row["value"] or ""):
            assert sources(row) or row["rule"], row
        elif not sources(row) and not row["rule"]:
            assert row["value"] in NOTHING_HELD, row


def test_every_number_in_a_stated_cell_of_the_sheet_stands_in_its_statements(either_demo, said):
    for row in either_demo.sheet("board"):
        if row["kind"] == "stated" and row["checked"] == "checked":
            told = numbers_in(row["value"]) | numbers_in(row["words"])
            assert told <= behind(either_demo, sources(row)), row
