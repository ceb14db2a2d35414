"""What is wrong with a folder is told once, in words that help; the rest is read, the exit code and the report say so."""

import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import LAST, Ran, copied, ok, on_record, opened, run

LEFT_OUT = 3
USAGE = 2
GOOD = (
    "Karim Dalo, a spokesman for the ministry, said on Monday that 41 trucks entered through the crossing.\n"
)
PAGE = """<html><head><title>Crossing</title><script>var a = "General Poison said that 7,777 shells fell on Rafah.";</script>
<style>.x { content: "Major Style said 6,666 fled" }</style></head><body><article><h1>Trucks enter the Strip</h1>
<p>Tor Venneland, a spokesman for the United Nations, said on Tuesday that 312 trucks entered Gaza through the crossing.</p>
<script>document.write("<p>Colonel Venom said that 8,888 people fled.</p>")</script>
<p onclick="alert('Captain Click said 9,999')">He said that the crossing stayed open for nine hours and that drivers had waited since dawn.</p>
</article></body></html>"""
ABOUT = 'outlet: "The Gazette"\npublished: 2025-12-02\nretrieved: 2025-12-03\nceasefire: gaza-2025\n'
BAD = {
    "sources/binary.txt": ("binary", ".txt"),
    "sources/empty.txt": ("is empty",),
    "sources/encoded.txt": ("not UTF-8", "at offset", "iconv"),
    "sources/same.txt": ("the same article as sources/good.txt",),
    "sources/linked.txt": ("leaves the folder",),
    "../outside.txt": ("leaves the folder",),
    "sources/listed.txt": ("listed at case.yaml:", "no such file"),
    "sources/slip.txt": ("slip.yaml:3:1", "no YAML"),
    "sources/typing.txt": ("typing.yaml:1:1", "outlett", "outlet"),
}
"""What must be left out, with the words that its message cannot do without."""
DATES = {
    "sources/undated.txt": ("date",),
    "sources/future.txt": ("2099-01-01", "lies after"),
}
"""What is held, but needs a look."""


@dataclass(frozen=True)
class Messy:
    """A folder with everything wrong at once, and what build, a second build and the report said."""

    path: Path
    built: Ran
    again: Ran
    reported: Ran
    report: dict
    outside: Path


def put(case, name, text, about=ABOUT):
    file = case / "sources" / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    if about:
        file.with_suffix(".yaml").write_text(about, encoding="utf-8")


@pytest.fixture(scope="module")
def messy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("messy")
    case, outside = folder / "case", folder / "outside.txt"
    ok(run("new", case, "--from", "gaza-2025"))
    outside.write_text("Outsider Umbral said that 5,555 shells fell.\n", encoding="utf-8")
    put(case, "good.txt", GOOD)
    put(case, "same.txt", GOOD.replace(" said ", "  said ") + "\n", ABOUT.replace("Gazette", "Herald"))
    put(case, "page.html", PAGE)
    put(case, "empty.txt", "")
    put(case, "binary.txt", random.Random(1).randbytes(600))
    put(case, "encoded.txt", "The minister said, the \xdcbergabe was late.".encode("latin-1"))
    put(case, "slip.txt", GOOD.replace("41", "42"), 'outlet: "The Gazette\npublished: 2025-12-02\n')
    put(case, "typing.txt", GOOD.replace("41", "43"), ABOUT.replace("outlet", "outlett"))
    put(case, "undated.txt", GOOD.replace("41", "44"), ABOUT.replace("published: 2025-12-02\n", ""))
    put(case, "future.txt", GOOD.replace("41", "45"), ABOUT.replace("2025-12-02", "2099-01-01"))
    (case / "sources" / "linked.txt").symlink_to(outside)
    with (case / "case.yaml").open("a", encoding="utf-8") as settings:
        settings.write('\nsources: [sources, sources/listed.txt, "../outside.txt"]\n')
    built, again = run("build", case), run("build", case, "--json")
    reported = run("report", case, "--as-of", LAST)
    (written,) = (case / "reports").glob("*.json")
    report = json.loads(written.read_text(encoding="utf-8"))
    return Messy(case, built, again, reported, report, outside)


def lines_of(ran, name):
    return [x for x in ran.err.splitlines() if x.strip().removeprefix("Look at: ").startswith(name)]


@pytest.mark.parametrize("name", [*BAD, *DATES])
def test_each_fault_is_told_once_in_words_that_help(messy, name):
    told = lines_of(messy.built, name)
    assert len(told) == 1, messy.built.err
    for word in (BAD | DATES)[name]:
        assert word in told[0]


def test_the_exit_code_says_that_something_was_left_out(messy):
    assert (messy.built.code, messy.again.code, messy.reported.code) == (LEFT_OUT, LEFT_OUT, LEFT_OUT)


def test_the_rest_of_the_build_goes_on(messy):
    held = {d.path for d in opened(messy.path).documents}
    assert held == {f"sources/{n}" for n in ("good.txt", "page.html", "undated.txt", "future.txt")}
    values = {
        r.claim.payload.low
        for r in opened(messy.path).readings
        if r.claim.kind == "figure" and not r.authored
    }
    assert {41, 312} <= values


def test_the_same_build_again_says_the_same(messy):
    listed = {row["path"] for row in messy.again.json["left_out"]}
    assert listed == set(BAD)
    assert {row["path"] for row in messy.again.json["notices"]} == set(DATES)


@pytest.mark.parametrize("name", [*BAD, *DATES])
def test_the_report_lists_it(messy, name):
    (section,) = (s for s in messy.report["sections"] if s["id"] == "sources")
    told = ["".join(run["text"] for run in line["runs"]) for line in section["lines"]]
    assert [line for line in told if name in line], told


@pytest.mark.parametrize("word", ["Poison", "7,777", "Venom", "8,888", "Click", "9,999", "Style", "6,666"])
def test_what_stands_in_a_script_is_in_no_text_and_in_no_claim(messy, word):
    case = opened(messy.path)
    assert word not in case.texts["sources/page.html"].string
    assert not [
        r for r in case.readings if word in f"{r.claim.text} {r.claim.speaker} {r.claim.speaker_text}"
    ]


def test_nothing_outside_the_folder_is_read(messy):
    files = [p for p in messy.path.rglob("*") if p.is_file() and not p.is_symlink()]
    assert not [p for p in files if b"Umbral" in p.read_bytes()]


def test_no_fault_ends_in_a_traceback(messy):
    for ran in (messy.built, messy.again, messy.reported):
        assert "Traceback" not in ran.err + ran.out


@pytest.mark.parametrize("name", ["empty.txt", "binary.txt", "encoded.txt"])
def test_add_refuses_what_cannot_be_read_with_the_same_words(messy, tmp_path, name):
    target = copied_settings(messy.path, tmp_path / "case")
    ran = run("add", target, messy.path / "sources" / name)
    assert ran.code == USAGE
    assert BAD[f"sources/{name}"][0] in ran.err
    assert "Nothing was added" in ran.err
    assert not list((target / "sources").iterdir())


def test_add_refuses_the_same_article_twice(messy, tmp_path):
    target = copied_settings(messy.path, tmp_path / "case")
    ok(run("add", target, messy.path / "sources" / "good.txt"))
    ran = run("add", target, messy.path / "sources" / "good.txt", "--name", "other.txt")
    assert ran.code == 4
    assert "the same as sources/good.txt" in ran.err


def test_add_refuses_a_date_in_the_future(messy, tmp_path):
    target = copied_settings(messy.path, tmp_path / "case")
    ran = run("add", target, messy.path / "sources" / "good.txt", "--published", "2099-01-01")
    assert ran.code == USAGE
    assert "2099-01-01 lies in the future" in ran.err


def test_add_keeps_every_name_within_the_sources(messy, tmp_path):
    target = copied_settings(messy.path, tmp_path / "case")
    run("add", target, messy.path / "sources" / "good.txt", "--name", "../../escaped.txt")
    assert not (tmp_path / "escaped.txt").exists()
    assert all(p.resolve().is_relative_to(target.resolve()) for p in tmp_path.rglob("*escaped*"))


def copied_settings(case, target):
    """The case's own files without its documents."""
    (target / "sources").mkdir(parents=True)
    for name in ("case.yaml", "agreement.yaml", "actors.yaml", "issues.yaml"):
        shutil.copy(case / name, target / name)
    return target


@dataclass(frozen=True)
class Unknown:
    """A case in which one actor is unknown, and what check, build and the report said."""

    path: Path
    check: Ran
    build: Ran
    reported: Ran

    @property
    def report(self):
        (written,) = (self.path / "reports").glob("*.json")
        return written.read_text(encoding="utf-8")


def unknown(path):
    return Unknown(path, run("check", path), run("build", path), run("report", path, "--as-of", LAST))


@pytest.fixture(scope="module")
def unknown_bearer(tmp_path_factory):
    """One bearer of the agreement is misspelt; the rest of the folder is sound."""
    case = tmp_path_factory.mktemp("bearer") / "case"
    ok(run("new", case, "--from", "gaza-2025"))
    put(case, "good.txt", GOOD)
    file = case / "agreement.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("bearer: israel", "bearer: isreal", 1), encoding="utf-8"
    )
    return unknown(case)


@pytest.fixture(scope="module")
def unknown_speaker(tmp_path_factory):
    """A verdict that came with the case puts a speaker right to an id that no list of names holds."""
    case = tmp_path_factory.mktemp("correction") / "case"
    ok(run("new", case, "--from", "gaza-2025"))
    put(case, "good.txt", GOOD)
    ok(run("build", case))
    claim = next(r for r in opened(case).readings if not r.authored)
    script = case.parent / "keys.txt"
    script.write_text("sbassem_niam\n\n", encoding="utf-8")
    ok(run("review", case, "--as-of", LAST, "--all", "--keys", script))
    assert claim.id in on_record(case)
    ok(run("review", case, "--export", case / "reviews.jsonl"))
    fresh = copied(case, case.parent / "fresh")
    shutil.rmtree(fresh / ".truceline")
    return unknown(fresh)


def test_check_names_an_actor_of_the_agreement_that_no_list_holds(unknown_bearer):
    assert unknown_bearer.check.code == USAGE
    (line,) = (x for x in unknown_bearer.check.out.splitlines() if "isreal" in x)
    assert line.startswith("agreement.yaml:")
    assert "not in actors.yaml" in line
    assert "'israel'" in unknown_bearer.check.out


def test_a_build_reads_on_beside_an_actor_that_no_list_holds(unknown_bearer):
    assert opened(unknown_bearer.path).documents
    assert "unexpected" not in unknown_bearer.build.err


def test_a_build_says_that_an_actor_of_the_agreement_is_unknown(unknown_bearer):
    assert "isreal" in unknown_bearer.build.err
    assert unknown_bearer.build.code == LEFT_OUT


def test_the_report_lists_an_actor_of_the_agreement_that_is_unknown(unknown_bearer):
    assert unknown_bearer.reported.code == LEFT_OUT
    (section,) = (s for s in json.loads(unknown_bearer.report)["sections"] if s["id"] == "sources")
    assert "isreal" in json.dumps(section)


def test_a_build_says_that_a_correction_names_an_unknown_actor(unknown_speaker):
    assert "bassem_niam" in unknown_speaker.build.err
    assert "in no list of actors" in unknown_speaker.build.err


def test_the_report_lists_a_correction_that_names_an_unknown_actor(unknown_speaker):
    (section,) = (s for s in json.loads(unknown_speaker.report)["sections"] if s["id"] == "sources")
    assert "bassem_niam" in json.dumps(section)


def test_the_rest_is_read_beside_a_correction_that_names_an_unknown_actor(unknown_speaker):
    assert opened(unknown_speaker.path).documents
    assert "unexpected" not in unknown_speaker.build.err


def test_a_broken_line_of_verdicts_is_told_with_its_place_and_the_rest_is_built(tmp_path):
    case = tmp_path / "case"
    ok(run("new", case, "--from", "gaza-2025"))
    put(case, "good.txt", GOOD)
    (case / "reviews.jsonl").write_text('{"claim": "x"\n', encoding="utf-8")
    ran = run("build", case)
    assert ran.code == LEFT_OUT
    assert "reviews.jsonl:1:" in ran.err
    assert opened(case).documents


@pytest.mark.parametrize("name", ["case.yaml", "agreement.yaml", "actors.yaml", "issues.yaml"])
def test_a_slip_in_a_file_of_the_case_names_file_line_and_column(tmp_path, messy, name):
    case = copied_settings(messy.path, tmp_path / "case")
    (case / "case.yaml").write_text(
        (case / "case.yaml").read_text(encoding="utf-8").split("\nsources: [")[0] + "\n", encoding="utf-8"
    )
    with (case / name).open("a", encoding="utf-8") as file:
        file.write("\nlast: [one, two\n")
    ran = run("check", case)
    assert ran.code == USAGE
    assert f"{name}:" in ran.out
    assert "no YAML" in ran.out
    assert "Traceback" not in ran.out + ran.err
